"""The quick reading of rule files says what the TOML parser says, or nothing."""

import tomllib

import pytest

from nieuwsextract.rules.files import RuleFile, tables_of
from nieuwsextract.rules.loading import BUILTIN
from nieuwsextract.rules.plain import read_plain

FILES = sorted(BUILTIN.rglob("*.toml"))


def contents(text):
    return {kind: [table.content for table in tables] for kind, tables in read_plain(text).items()}


def test_our_own_rules_are_what_the_parser_reads():
    texts = [path.read_text("utf-8") for path in FILES]
    plain = [text for text in texts if read_plain(text) is not None]
    assert len(plain) > 0.9 * len(texts)
    for text in plain:
        found, expected = contents(text), tomllib.loads(text)
        assert found.pop("meta", None) == ([expected.pop("meta")] if "meta" in expected else None)
        assert list(found.items()) == list(expected.items())


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            '[[cue]]\nid = "zeggen" # c "d"\n\n[[ cue ]]\n id="x"\nforms = [ "a" , "b", ]', id="usual"
        ),
        pytest.param('[[cue]]\nforms = [\n  "a # b",\n\n  "c, ]"\n]\ntakes = []', id="list-on-lines"),
        pytest.param(
            "[[cue]]\nenabled = false\nn = -1.5\nm = { a = 'b', c.d = [[1]] } # x", id="other-values"
        ),
        pytest.param('# a\n[[cue]]\n\n[[block]]\nid = """a"""\n[[cue]]\nid = \'b\'', id="kinds-by-turns"),
        pytest.param("", id="empty"),
    ],
)
def test_what_is_plain(text):
    assert contents(text) == tomllib.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('[[cue]]\nforms = [\n  "a\\n"\n]', id="escape-in-a-list-on-lines"),
        pytest.param('[[cue]]\nforms = [\n  "a", # b\n]', id="comment-in-a-list"),
        pytest.param('[[cue]]\nnote = """\n[[block]]\n"""', id="string-of-several-lines"),
        pytest.param("[[cue]]\na.b = 1", id="key-of-parts"),
        pytest.param('[[cue]]\n"a" = 1', id="key-in-quotes"),
        pytest.param("[[cue]]\n[cue.pattern]\na = 1", id="table-below"),
        pytest.param('id = "x"', id="no-header"),
        pytest.param('[[cue]]\nid = "x"\nid = "y"', id="key-twice"),
        pytest.param("[meta]\n[meta]", id="meta-twice"),
        pytest.param('[[cue]]\nid = "x" "y"', id="two-values"),
        pytest.param("[[cue]]\nid =", id="no-value"),
        pytest.param('[[cue]]\nid = "\x7f"', id="control-character"),
        pytest.param("[[cue]]\nid = " + "9" * 2000, id="long-number"),
        pytest.param('[[cue]]\nid = "x', id="open-string"),
    ],
)
def test_what_is_left_to_the_parser(text):
    assert read_plain(text) is None


def test_lines_are_those_of_header_and_fields():
    text = '# a\n\n[[cue]]\nid = "x"\nforms = [\n  "a",\n  "b"]\n\n[[cue]]\nid = "y"\nenabled = false\n'
    tables = list(tables_of(RuleFile("mijn.toml", text), ["cue"]))
    assert [(table.line, table.lines) for table in tables] == [
        (3, {"id": 4, "forms": 5}),
        (9, {"id": 10, "enabled": 11}),
    ]
