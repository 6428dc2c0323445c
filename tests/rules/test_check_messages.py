"""What `rules check` says of examples that do not hold, word by word, in the real pipeline."""

import pytest

from nieuwsextract import load
from nieuwsextract.errors import RuleError
from nieuwsextract.evaluation.rule_check import check_examples
from nieuwsextract.rules import load_rules
from nieuwsextract.rules.review import own_rules

TRIGGER = '[[trigger]]\nid = "{id}"\nevent = "PROTEST"\nverbs = ["demonstreren"]\nexamples = ["{example}"]\n'


@pytest.mark.parametrize(
    ("text", "golden"),
    [
        pytest.param(
            TRIGGER.format(id="mars", example="Boeren <trigger>demonstreren</trigger> in Den Haag."),
            [],
            id="holds",
        ),
        pytest.param(
            TRIGGER.format(id="mars", example="De trein <trigger>vertrekt</trigger> om tien uur."),
            [
                "1: trigger 'mars': makes nothing of its example (what does: dates/grammar): "
                "'De trein <trigger>vertrekt</trigger> om tien uur.'"
            ],
            id="makes-nothing",
        ),
        pytest.param(
            TRIGGER.format(id="mars", example="<trigger>Boeren</trigger> demonstreren in Den Haag."),
            [
                "1: trigger 'mars': applies to 'demonstreren', not to the words marked in its example: "
                "'<trigger>Boeren</trigger> demonstreren in Den Haag.'"
            ],
            id="other-words",
        ),
        pytest.param(
            TRIGGER.format(id="mars", example="Boeren <trigger>demonstreren</trigger> in Den Haag.")
            + 'counterexamples = ["Studenten demonstreren in Gent."]\n',
            [
                "1: trigger 'mars': applies to its counter-example 'Studenten demonstreren in Gent.'; narrow the rule"
            ],
            id="counter-example",
        ),
        pytest.param(
            '[[block]]\nid = "x"\nwords = ["demonstreren"]\nabout = ["sport"]\n'
            'examples = ["Boeren <trigger>demonstreren</trigger> in Den Haag."]\n',
            [
                "1: block 'x': does not block events/protest-demonstreren in its example: "
                "'Boeren <trigger>demonstreren</trigger> in Den Haag.'"
            ],
            id="does-not-block",
        ),
        pytest.param(
            '[[entity_repair]]\nid = "x"\nrepair = "drop"\nwords = ["chili"]\nexamples = ["Zij reist naar <name>Peru</name>."]\n',
            [
                "1: entity_repair 'x': makes nothing of its example (what does: no rule): 'Zij reist naar <name>Peru</name>.'"
            ],
            id="drops-nothing",
        ),
    ],
)
def test_golden(tmp_path, text, golden):
    (tmp_path / "mijn.toml").write_text(text, encoding="utf-8")
    rules = load_rules([tmp_path])
    result = check_examples(load(rules=[tmp_path]), rules, own_rules(rules, tmp_path))
    assert [line.replace(f"{tmp_path}/", "") for line in result.faults] == [
        f"mijn.toml:{line}" for line in golden
    ]


def test_a_file_that_is_not_utf_8_says_so(tmp_path):
    (tmp_path / "mijn.toml").write_bytes(b"# caf\xe9\n")
    with pytest.raises(RuleError, match=r"mijn\.toml: not a TOML file in UTF-8: .*; save it as UTF-8"):
        load_rules([tmp_path])


def test_a_value_where_a_table_should_be_says_so(tmp_path):
    (tmp_path / "mijn.toml").write_text('trigger = ["demonstreren"]\n', encoding="utf-8")
    with pytest.raises(RuleError) as error:
        load_rules([tmp_path])
    told = "mijn.toml: trigger 'demonstreren' is no table; write [[trigger]] above it"
    assert str(error.value).replace(f"{tmp_path}/", "") == told
