"""`rules` on the command line: what is in force, a template that passes, errors with file, rule and remedy."""

import pytest
from typer.testing import CliRunner

from nieuwsextract import load
from nieuwsextract.cli import app
from nieuwsextract.evaluation.rule_check import check_examples, explain
from nieuwsextract.rules import load_rules
from nieuwsextract.rules.schema import KINDS
from nieuwsextract.rules.template import to_toml


def run(*args):
    return CliRunner().invoke(app, ["rules", *map(str, args)])


def test_list_counts_every_kind():
    assert {line.split("\t")[0] for line in run("list").stdout.splitlines()} == set(KINDS)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_has_rules_and_a_template_that_passes(tmp_path, kind):
    assert run("new", kind, tmp_path).exit_code == 0
    assert (tmp_path / f"{kind}.toml").read_text(encoding="utf-8").startswith(f"# Rules of kind [[{kind}]]")
    assert load_rules([tmp_path]).fingerprint == load_rules().fingerprint


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_the_template_s_example_is_the_rule_itself(tmp_path, kind):
    run("new", kind, tmp_path)
    path = tmp_path / f"{kind}.toml"
    _, example = path.read_text(encoding="utf-8").split("A built-in rule, to copy and change:\n#\n")
    path.write_text(example.replace("# ", ""), encoding="utf-8")
    assert load_rules([tmp_path]).fingerprint == load_rules().fingerprint


def test_a_file_that_is_there_is_not_overwritten(tmp_path):
    run("new", "layout", tmp_path)
    result = run("new", "layout", tmp_path)
    assert result.exit_code == 2
    assert "layout.toml" in result.stderr


def test_an_unknown_kind_names_the_known_ones(tmp_path):
    result = run("new", "werkwoord", tmp_path)
    assert result.exit_code == 2
    assert "layout" in result.stderr


def test_list_names_the_file_of_an_own_rule(tmp_path):
    (tmp_path / "mijn.toml").write_text(
        '[[layout]]\nid = "x"\nelement = "source"\nwords = ["a"]', encoding="utf-8"
    )
    lines = run("list", "layout", "--source", "--rules", tmp_path).stdout.splitlines()
    assert f"x\t{tmp_path / 'mijn.toml'}:1" in lines


def test_check_names_file_rule_field_and_value(tmp_path, untrained_model):
    (tmp_path / "mijn.toml").write_text(
        '[[layout]]\nid = "x"\nelement = "kop"\nwords = ["a"]', encoding="utf-8"
    )
    result = run("check", tmp_path, "--model", untrained_model)
    assert result.exit_code == 2
    assert all(part in result.stderr for part in ("mijn.toml", "layout 'x'", "element", "'kop'"))


def test_an_example_that_nothing_comes_of_is_a_fault(tmp_path, untrained_model):
    rule = '[[place]]\nid = "x"\nnames = ["Utopolis"]\nexamples = ["Niets."]\n'
    rule += 'counterexamples = ["De trein naar Utopolis rijdt."]\n'
    (tmp_path / "mijn.toml").write_text(rule, encoding="utf-8")
    in_force = load_rules([tmp_path])
    nlp = load(untrained_model, rules=[tmp_path])
    result = check_examples(nlp, in_force, [("place", "x")])
    assert result.sentences == 2
    assert [fault.removeprefix(f"{tmp_path}/") for fault in result.faults][:1] == [
        "mijn.toml:1: place 'x': makes nothing of its example (what does: no rule): 'Niets.'"
    ]


def test_explain_gives_rule_item_and_words(untrained_nlp):
    assert all(line.count("\t") == 3 for line in explain(untrained_nlp, "Lavrov zegt dinsdag niets."))


@pytest.mark.parametrize(
    ("value", "toml"),
    [
        pytest.param("a", '"a"', id="string"),
        pytest.param('a"b\\c\nd', '"a\\"b\\\\c\\nd"', id="escapes"),
        pytest.param(True, "true", id="boolean"),
        pytest.param(("a", 1), '["a", 1]', id="list"),
        pytest.param({"a b": "c"}, '{ "a b" = "c" }', id="table"),
    ],
)
def test_to_toml(value, toml):
    assert to_toml(value) == toml


def test_the_crosswalk_has_every_event_type():
    lines = [line.split("\t") for line in run("list", "--events").stdout.splitlines()]
    assert lines[0] == ["type", "PLOVER", "mode", "quad", "score", "CAMEO", "Goldstein"]
    assert [line[0] for line in lines[1:]] == list(load_rules().rules["eventtype"])
    assert ["ASSAULT", "ASSAULT", "-", "4", "-9.0", "180", "-9.0"] in lines
