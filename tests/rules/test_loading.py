"""Rule files: layers by kind and id; an error names file, rule, field and value."""

import pytest

from nieuwsextract.errors import RuleError
from nieuwsextract.rules import load_rules
from nieuwsextract.rules.schema import LayoutRule

SOURCE_RULE = '[[layout]]\nid = "{}"\nelement = "source"\nwords = ["herkomst:"]\n'


def folder(tmp_path, text):
    tmp_path.joinpath("mijn.toml").write_text(text, encoding="utf-8")
    return tmp_path


def words(rules, rule_id):
    return {rule.id: rule.words for rule in rules.of("layout", LayoutRule)}.get(rule_id)


def test_the_same_id_replaces(tmp_path):
    assert words(load_rules([folder(tmp_path, SOURCE_RULE.format("bronregel"))]), "bronregel") == (
        "herkomst:",
    )


def test_disabled_removes(tmp_path):
    own = folder(tmp_path, SOURCE_RULE.format("bronregel") + "enabled = false")
    assert words(load_rules([own]), "bronregel") is None


def test_a_new_id_adds_and_changes_the_fingerprint(tmp_path):
    own = load_rules([folder(tmp_path, SOURCE_RULE.format("nieuw"))])
    assert words(own, "nieuw") == ("herkomst:",)
    assert own.fingerprint != load_rules().fingerprint


def test_an_example_changes_no_fingerprint(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one = folder(tmp_path / "a", SOURCE_RULE.format("nieuw"))
    other = folder(tmp_path / "b", SOURCE_RULE.format("nieuw") + 'examples = ["Herkomst: ANP"]')
    assert load_rules([one]).fingerprint == load_rules([other]).fingerprint


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("[[layout]\n", ["mijn.toml", "not a TOML file"], id="no-toml"),
        pytest.param('[[werkwoord]]\nid = "x"', ["mijn.toml", "[[werkwoord]]", "layout"], id="no-such-kind"),
        pytest.param(
            '[[layout]]\nid = "x"\nelement = "kop"\nwords = ["a"]',
            ["'x'", "element", "'kop'"],
            id="wrong-value",
        ),
        pytest.param('[[layout]]\nelement = "date"\nwords = ["a"]', ["without id"], id="no-id"),
        pytest.param(SOURCE_RULE.format("x") + 'word = "b"', ["'x'", "word", "'b'"], id="unknown-field"),
        pytest.param(SOURCE_RULE.format("x") * 2, ["'x'", "already"], id="twice"),
    ],
)
def test_an_error_names_file_rule_and_value(tmp_path, text, parts):
    with pytest.raises(RuleError) as error:
        load_rules([folder(tmp_path, text)])
    assert all(part in str(error.value) for part in ["mijn.toml", *parts])


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(RuleError, match="nergens: no such folder"):
        load_rules([tmp_path / "nergens"])
