"""Gold trees beside the model's: tokens at their places, heads across white space, two columns of figures."""

import json

import pytest
from typer.testing import CliRunner

from nieuwsextract.cli import app
from nieuwsextract.errors import ReadError
from nieuwsextract.evaluation.gold import GoldArticle
from nieuwsextract.evaluation.trees import extract_from_trees

TREES = """\
# sent_id = map\\s.1
1\tLavrov\tLavrov\tPROPN\t_\t_\t2\tnsubj\t_\t_
2\tzegt\tzeggen\tVERB\t_\tVerbForm=Fin\t0\troot\t_\t_
3\tdat\tdat\tSCONJ\t_\t_\t5\tmark\t_\t_
4\thij\thij\tPRON\t_\t_\t5\tnsubj\t_\t_
5\tkomt\tkomen\tVERB\t_\tVerbForm=Fin\t2\tccomp\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

# sent_id = map\\s.2
1\tGoed\tgoed\tADJ\t_\t_\t0\troot\t_\tSpaceAfter=No
2\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_

"""
TEXT = "Lavrov zegt dat hij komt.\n\nGoed."


def gold(text=TEXT, second="s.2"):
    sentences = [{"id": "s.1", "start": 0, "end": 25}, {"id": second, "start": 27, "end": 32}]
    entities = [{"start": 0, "end": 6, "label": "PERSON"}]
    quotes = [{"id": "q", "type": "indirect", "speaker": "Lavrov", "content": [[12, 24]], "cue": [[7, 11]]}]
    return GoldArticle.model_validate({
        "id": "a", "text": text, "sentences": sentences, "entities": entities, "quotes": quotes,
    })  # fmt: skip


@pytest.fixture
def trees(tmp_path):
    path = tmp_path / "bomen.conllu"
    path.write_text(TREES, encoding="utf-8")
    return path


def test_the_rules_run_on_gold_trees_and_names(untrained_nlp, trees):
    record = extract_from_trees([gold()], trees, untrained_nlp)["a"]
    assert record.text == TEXT
    assert [entity.name for entity in record.entities] == ["Lavrov"]
    (quote,) = record.quotes
    assert (quote.content[0].text, quote.speaker.name) == ("dat hij komt", "Lavrov")


def test_an_article_without_all_its_trees_is_left_out(untrained_nlp, trees):
    assert extract_from_trees([gold(second="s.9")], trees, untrained_nlp) == {}


def test_trees_of_another_text_are_refused(untrained_nlp, trees):
    with pytest.raises(ReadError, match=r"a: token 'Lavrov' of s\.1"):
        extract_from_trees([gold(text="Poetin zegt dat hij komt.\n\nGoed.")], trees, untrained_nlp)


@pytest.fixture
def evaluate(tmp_path, trees, untrained_model):
    """Run the command on the article, and on one that has no trees, with ``--trees``."""
    lines = [gold().model_dump_json(), gold(second="s.9").model_copy(update={"id": "b"}).model_dump_json()]
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def run(*options):
        given = ["evaluate", str(path), "--model", str(untrained_model), "--trees", str(trees), *options]
        result = CliRunner().invoke(app, given)
        assert result.exit_code == 0, result.output
        return result

    return run


def test_figures_on_gold_trees_stand_beside_the_model_s(evaluate):
    rows = [line.partition(" | ") for line in evaluate().stdout.splitlines() if " | " in line]
    assert [rows[0][0].split(), rows[0][2].split()] == [["model"], ["gold", "trees"]]
    columns = {line[:38].strip(): (line[38:], trees) for line, _, trees in rows}
    on_model, on_trees = columns["quotes, strict"]
    assert on_trees.split() == ["1.000", "1.000", "1.000", "1/1/1"]
    assert on_model.split()[-1].endswith("/1")


def test_the_json_holds_both(evaluate):
    row = json.loads(evaluate("--json").stdout)["PERSON, strict"]
    assert row["gold_trees"]["f1"] == 1.0
    assert row["wanted"] == row["gold_trees"]["wanted"] == 1


def test_both_columns_are_of_the_articles_that_have_trees(evaluate):
    assert "1 annotated articles have no gold trees and are not scored: b" in evaluate().stderr
