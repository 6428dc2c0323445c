"""Every rule file, damaged or with other values: an error that names it, or rules that work."""

import tomllib
from pathlib import Path

import pytest
import spacy
from any_damage import DAMAGES, VALUES, damage, to_table
from hypothesis import given
from hypothesis import strategies as st

from nieuwsextract import extract
from nieuwsextract.errors import RuleError
from nieuwsextract.pipeline import COMPONENTS
from nieuwsextract.rules import load_rules
from nieuwsextract.rules.loading import BUILTIN
from nieuwsextract.rules.plain import read_plain
from nieuwsextract.rules.schema import KINDS

TEXT = (
    "WENEN (ANP) - „Noord-Korea wil a praten”, zei de Russische minister Lavrov donderdag. "
    "Volgens hem vuurde Pyongyang vorige week a b een raket af op het NL zei."
)
FILES = sorted([*BUILTIN.rglob("*.toml"), *(Path(__file__).parents[2] / "samples" / "rules").glob("*.toml")])


def check(folder, data):
    """Rules either are refused, by name, or can be used."""
    (folder / "mijn.toml").write_bytes(data)
    try:
        load_rules([folder])
    except RuleError as error:
        assert all("mijn.toml" in line for line in str(error).splitlines()), error
        return
    nlp = spacy.blank("nl")
    for name in COMPONENTS:
        nlp.add_pipe(name, config={"rules": [str(folder)]})
    nlp.add_pipe("any_parse", after="nieuws_layout")
    for seed in range(3):
        nlp.get_pipe("any_parse").seed = seed
        extract(TEXT, nlp=nlp)


@given(file=st.sampled_from(FILES), changes=DAMAGES)
def test_a_damaged_rule_file_is_named_or_works(tmp_path, file, changes):
    data = file.read_bytes()
    # A rule or three around the damage are enough: a whole file would be mostly what is not damaged.
    start = data.find(b"\n[[", int(changes[0][1] * len(data))) + 1
    check(tmp_path, damage(data[start : start + 1500], changes))


@given(file=st.sampled_from(FILES), changes=DAMAGES, start=st.integers(0, 30_000))
def test_what_is_read_quickly_is_what_the_parser_reads(file, changes, start):
    text = damage(file.read_bytes()[start : start + 1500], changes).decode("utf-8", "replace")
    text = text[text.find("\n[[") + 1 :].replace("\r", "")
    plain = read_plain(text)
    if plain is not None:
        found = {kind: [table.content for table in tables] for kind, tables in plain.items()}
        expected = tomllib.loads(text)
        assert found.keys() == expected.keys()
        assert all(found[kind] == expected[kind] for kind in found if kind != "meta")


@st.composite
def changed_rules(draw):
    """A rule as it stands in a file, with some of its fields given other values, left out or made up."""
    file = draw(st.sampled_from(FILES))
    content = tomllib.loads(file.read_text(encoding="utf-8"))
    kind = draw(st.sampled_from(sorted(set(content) - {"meta"}) or sorted(KINDS)))
    rule = dict(draw(st.sampled_from(content.get(kind, [{"id": "x"}]))))
    for field in draw(st.lists(st.sampled_from(sorted(KINDS[kind].model_fields)), min_size=1, max_size=3)):
        if draw(st.integers(0, 5)):
            rule[field] = draw(VALUES if draw(st.booleans()) else like(rule.get(field)))
        else:
            rule.pop(field, None)
    return to_table(kind, rule)


def like(value):
    """Values of the type that a field has: most pass the schema, so that the rule is put to use."""
    words = st.sampled_from(
        [
            "a",
            "a b",
            "zei",
            "(",
            "[",
            "\\",
            "'s",
            "A",
            "-",
            "…",
            " ",
            "",
            "é",
            "NL",
            "<a>",
            "*",
            "…a",
            "\u2028",
        ]
    )
    if isinstance(value, list):
        return st.lists(words, min_size=1, max_size=3)
    return words if isinstance(value, str) else VALUES


@given(st.lists(changed_rules(), min_size=1, max_size=2))
def test_changed_rules_are_named_or_work(tmp_path, tables):
    check(tmp_path, "\n".join(tables).encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a = " + "[" * 100_000, id="too-deep"),
        pytest.param("a = " + "9" * 5000, id="number-of-5000-digits"),
        pytest.param("[[cue]]\nid = 0x" + "f" * 5000, id="hexadecimal-number-of-5000-digits"),
        pytest.param("a" + ".a" * 50_000 + " = 1", id="key-of-50000-parts"),
        pytest.param("[[cue]]\nid = 1979-02-30", id="no-such-day"),
    ],
)
def test_what_breaks_toml_readers_is_named(tmp_path, text):
    (tmp_path / "mijn.toml").write_text(text, "utf-8")
    with pytest.raises(RuleError, match=r"mijn\.toml"):
        load_rules([tmp_path])
