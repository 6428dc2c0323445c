"""Gold trees in the place of the model's: tokens at their places, heads across white space."""

import pytest

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
    return GoldArticle.model_validate({"id": "a", "text": text, "sentences": sentences, "entities": entities})


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
