"""The quick loop gives what spaCy's own gives, whatever the weights, and leaves the pipeline saveable."""

import pickle

import pytest
import spacy

from nieuwsextract.pipeline.greedy import take_quick_steps

TEXTS = ["", " ", "Kop", "De minister zegt niets.", "Eerste zin. Tweede zin van Jan!\n\nNog een zin. " * 9]


def columns(doc):
    ents = [(ent.start, ent.end, ent.label_) for ent in doc.ents]
    return [(token.dep_, token.head.i, token.is_sent_start) for token in doc], ents


@pytest.fixture
def plain(untrained_model):
    return spacy.load(untrained_model)


@pytest.fixture
def quick(untrained_model):
    nlp = spacy.load(untrained_model)
    take_quick_steps(nlp)
    return nlp


def test_exchanges_parser_and_entities(plain, quick):
    changed = {name for name, pipe in quick.pipeline if type(pipe) is not type(plain.get_pipe(name))}
    assert changed == {"parser", "ner"}


@pytest.mark.parametrize("batch_size", [1, 2, 64])
def test_same_output(plain, quick, batch_size):
    expected = [columns(plain(text)) for text in TEXTS]
    assert [columns(doc) for doc in quick.pipe(TEXTS, batch_size=batch_size)] == expected


def test_two_processes(plain, quick):
    assert [columns(doc) for doc in quick.pipe(TEXTS, n_process=2)] == [
        columns(plain(text)) for text in TEXTS
    ]


def test_survives_pickling(plain, quick):
    copy = pickle.loads(pickle.dumps(quick))  # noqa: S301
    assert columns(copy(TEXTS[-1])) == columns(plain(TEXTS[-1]))


def test_saved_pipeline_is_plain_spacy(plain, quick, tmp_path):
    quick.to_disk(tmp_path / "saved")
    again = spacy.load(tmp_path / "saved")
    assert type(again.get_pipe("ner")) is type(plain.get_pipe("ner"))
    assert columns(again(TEXTS[-1])) == columns(plain(TEXTS[-1]))


def test_beam_search_is_left_alone(plain):
    plain.get_pipe("ner").cfg["beam_width"] = 4
    before = plain.get_pipe("ner")
    take_quick_steps(plain)
    assert plain.get_pipe("ner") is before
