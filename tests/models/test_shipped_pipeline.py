"""The pipeline that ships: it loads by itself, has the published labels, and gives the same output every time."""

import json
import re

import pytest
import spacy

from nieuwsextract.shipped import model_path

TEXT = (
    "Kabinet wil meer treinen naar Berlijn\n\n"
    "DEN HAAG (ANP) - Premier Mark Rutte sprak dinsdag in Brussel met de Duitse minister Annalena Baerbock. "
    "„We zijn er nog niet”, zei Rutte na afloop. Volgens de NS kost het plan 3 miljoen euro."
)
PIPES = ["tok2vec", "morphologizer", "tagger", "parser", "lemmatizer", "ner"]
ENTITY_LABELS = (
    "CARDINAL DATE EVENT FAC GPE LANGUAGE LAW LOC MONEY NORP ORDINAL ORG PERCENT PERSON PRODUCT QUANTITY TIME "
    "WORK_OF_ART"
)


@pytest.fixture(scope="module")
def nlp():
    return spacy.load(model_path())


def columns(doc):
    """Everything the pipeline says of a text."""
    tokens = [
        (token.text, token.tag_, token.pos_, str(token.morph), token.lemma_, token.dep_) for token in doc
    ]
    heads = [token.head.i for token in doc]
    return tokens, heads, [(ent.start, ent.end, ent.label_) for ent in doc.ents]


def test_components(nlp):
    assert nlp.pipe_names == PIPES


def test_entity_labels_are_the_published_ones(nlp):
    assert sorted(nlp.get_pipe("ner").labels) == ENTITY_LABELS.split()


@pytest.mark.parametrize("component", ["morphologizer", "parser"])
def test_labels_are_of_the_published_kind(nlp, component):
    labels = nlp.get_pipe(component).labels
    assert {"ROOT", "nsubj", "ccomp", "compound:prt"} <= set(labels) or "POS=PROPN" in labels
    assert not any("root" in label.split("|") for label in labels)


def test_tags_are_of_the_published_kind(nlp):
    assert {"N|eigen|ev|basis|zijd|stan", "WW|pv|tgw|ev", "LET"} <= set(nlp.get_pipe("tagger").labels)


def test_two_loads_agree(nlp):
    assert columns(spacy.load(model_path())(TEXT)) == columns(nlp(TEXT))


def test_two_processes_agree(nlp):
    texts = [TEXT, "", TEXT.replace("Rutte", "Kok"), "Kop"]
    parallel = [columns(doc) for doc in nlp.pipe(texts, n_process=2)]
    assert parallel == [columns(nlp(text)) for text in texts]


def test_no_code_of_ours_is_named_in_the_config():
    config = (model_path() / "config.cfg").read_text(encoding="utf-8")
    functions = set(re.findall(r'"(\w+)\.[\w.]+\.v\d+"', config))
    assert functions <= {"spacy"}


def test_size():
    size = sum(file.stat().st_size for file in model_path().rglob("*") if file.is_file())
    assert size <= 20_000_000


def test_reads_plain_news(nlp):
    doc = nlp(TEXT)
    found = {(ent.text, ent.label_) for ent in doc.ents}
    assert {
        ("Mark Rutte", "PERSON"),
        ("Brussel", "GPE"),
        ("Duitse", "NORP"),
        ("3 miljoen euro", "MONEY"),
    } <= found
    assert [token.lemma_ for token in doc if token.text == "sprak"] == ["spreken"]


def test_headline_ends_its_sentence(nlp):
    assert next(nlp(TEXT).sents).text.strip() == TEXT.split("\n", maxsplit=1)[0]


def test_metrics_are_those_of_the_pipeline(nlp):
    metrics = json.loads((model_path().parent / "metrics" / "nl_nieuws_sm.json").read_text(encoding="utf-8"))
    assert nlp.meta["performance"] == pytest.approx(metrics["scores"])
    assert set(metrics["entities"]) >= {"all", "core", "PERSON", "ORG", "GPE", "NORP"}
