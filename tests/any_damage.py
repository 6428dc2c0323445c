"""Damage to files: bytes flipped, cut, doubled and inserted; and rules whose values are swapped for others."""

import json

from hypothesis import strategies as st

#: What is put into files: nothing likely, signs that formats use, marks of other formats.
INSERTS = [
    b"\x00", b"\xff", b"\xfe\xff", b"\n", b"\r", b'"', b"'", b"\\", b",", b";", b"\t", b"[", b"]", b"{", b"}", b"<", b">",
    b"&", b"&x;", b"PK\x03\x04", b"\x1f\x8b\x08", b"BZh9", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd", b"PAR1", b"WARC/1.0\r\n",
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b'<meta charset="undefined">', b"1e999", b"9" * 5000, b"[" * 2000, b'{"a":' * 2000,
]  # fmt: skip
PLACES = st.floats(0, 1, exclude_max=True)
DAMAGES = st.lists(
    st.one_of(
        st.tuples(st.just("flip"), PLACES, st.integers(1, 255)),
        st.tuples(st.just("cut"), PLACES, st.integers(1, 400)),
        st.tuples(st.just("end"), PLACES, st.none()),
        st.tuples(st.just("double"), PLACES, st.integers(1, 400)),
        st.tuples(st.just("insert"), PLACES, st.sampled_from(INSERTS) | st.binary(max_size=8)),
    ),
    min_size=1,
    max_size=4,
)


def damage(data: bytes, changes) -> bytes:
    """Return the bytes with each change made; a place is a share of the length."""
    for kind, place, value in changes:
        at = int(place * len(data))
        if kind == "flip" and data:
            data = data[:at] + bytes([data[at] ^ value]) + data[at + 1 :]
        elif kind == "cut":
            data = data[:at] + data[at + value :]
        elif kind == "end":
            data = data[:at]
        elif kind == "double":
            data = data[: at + value] + data[at:]
        elif kind == "insert":
            data = data[:at] + value + data[at:]
    return data


#: Values that a rule's field may get instead of its own: of each type, empty, blank, odd or long.
VALUES = st.one_of(
    st.sampled_from(
        [
            "",
            " ",
            "  a",
            "(",
            "[a",
            "\\",
            ".*",
            "a|b",
            "(a+)+$",
            "\x07",
            "é" * 300,
            "<cue>",
            "</a>",
            "a/b",
            "NL",
        ]
    ),
    st.text(max_size=6),
    st.integers(-(2**63), 2**63 - 1),
    st.sampled_from([0.0, -1.5, 1e300, float("inf"), float("nan")]),
    st.booleans(),
    st.lists(st.sampled_from(["", " ", "a", "a b", "…", "zei", "(", "\n"]), max_size=3),
    st.dictionaries(
        st.sampled_from(["", "a", "a b", "1"]), st.sampled_from(["", "a", "-1", "x" * 99]), max_size=2
    ),
)


def to_toml(value) -> str:
    """Return a value as TOML writes it in a line."""
    if isinstance(value, dict):
        return (
            "{"
            + ", ".join(f"{json.dumps(str(name))} = {to_toml(part)}" for name, part in value.items())
            + "}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(map(to_toml, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    # JSON's strings are TOML's, but for the one character that TOML wants escaped and JSON does not.
    return json.dumps(value).replace("\x7f", "\\u007f") if isinstance(value, str) else repr(value)


def to_table(kind: str, rule) -> str:
    """Return a rule as a table of a rule file."""
    return f"[[{kind}]]\n" + "".join(
        f"{json.dumps(name)} = {to_toml(value)}\n" for name, value in rule.items()
    )
