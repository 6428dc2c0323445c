"""What is done for speed gives what plain spaCy gives, whatever the weights, and leaves the pipeline saveable."""

import json
import pickle
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc, Span
from spacy.training import Example

from nieuwsextract.pipeline.loading import model_path
from nieuwsextract.pipeline.quick import encoder, folder, make_quick, names, vectors

SAMPLES = Path(__file__).parents[2] / "samples" / "articles"
TEXTS = ["", " ", "Kop", "De minister zegt niets.", "Eerste zin. Tweede zin van Jan!\n\nNog een zin. " * 9]
NEAR = {"rtol": 0, "atol": 1e-4}


def columns(doc):
    ents = [(ent.start, ent.end, ent.label_) for ent in doc.ents]
    words = [
        (
            token.tag_,
            str(token.morph),
            token.lemma_,
            token.dep_,
            token.head.i,
            token.is_sent_start,
            token.ent_iob_,
        )
        for token in doc
    ]
    return words, ents


def encoder_of(nlp):
    return next(node for node in nlp.get_pipe("ner").model.walk() if encoder._ENCODER.fullmatch(node.name))


@pytest.fixture
def plain(untrained_model):
    return spacy.load(untrained_model)


@pytest.fixture
def quick(untrained_model):
    nlp = spacy.load(untrained_model)
    make_quick(nlp)
    return nlp


@pytest.fixture(scope="module")
def shipped():
    if not (model_path() / "config.cfg").exists():
        pytest.skip("the shipped model is not here")
    quick = spacy.load(model_path())
    make_quick(quick)
    return spacy.load(model_path()), quick


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_same_as_plain_spacy_on_samples(shipped, path):
    expected, found = (nlp(path.read_text(encoding="utf-8")) for nlp in shipped)
    assert columns(found) == columns(expected)
    np.testing.assert_allclose(found.tensor, expected.tensor, **NEAR)


def test_same_in_batches(shipped):
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.txt"))] + TEXTS
    expected, found = (list(map(columns, nlp.pipe(texts, batch_size=5))) for nlp in shipped)
    assert found == expected


def test_exchanges_what_it_knows(plain, quick):
    changed = {name for name, pipe in quick.pipeline if type(pipe) is not type(plain.get_pipe(name))}
    assert changed == {"parser", "ner", "lemmatizer"} & set(plain.pipe_names)
    assert isinstance(encoder_of(quick)._func, encoder.QuickEncoder)


@pytest.mark.parametrize("batch_size", [1, 2, 64])
def test_same_output_untrained(plain, quick, batch_size):
    expected = [columns(plain(text)) for text in TEXTS]
    assert [columns(doc) for doc in quick.pipe(TEXTS, batch_size=batch_size)] == expected


def test_two_processes(plain, quick):
    expected = [columns(plain(text)) for text in TEXTS]
    assert [columns(doc) for doc in quick.pipe(TEXTS, n_process=2)] == expected


def test_survives_pickling(plain, quick):
    quick(TEXTS[-1])
    copy = pickle.loads(pickle.dumps(quick))  # noqa: S301
    assert columns(copy(TEXTS[-1])) == columns(plain(TEXTS[-1]))


def test_saved_pipeline_is_plain_spacy(plain, quick, tmp_path):
    quick.to_disk(tmp_path / "saved")
    again = spacy.load(tmp_path / "saved")
    assert [type(pipe) for _, pipe in again.pipeline] == [type(pipe) for _, pipe in plain.pipeline]
    assert not isinstance(encoder_of(again)._func, encoder.QuickEncoder)
    assert columns(again(TEXTS[-1])) == columns(plain(TEXTS[-1]))


def test_folder_loads_as_with_spacy(untrained_model, tmp_path):
    expected, found = spacy.load(untrained_model), folder.load_folder(untrained_model)
    assert found.config == expected.config
    assert found.meta == expected.meta
    assert found.tokenizer.to_bytes(exclude=["vocab"]) == expected.tokenizer.to_bytes(exclude=["vocab"])
    text = "Dhr. De Vries (o.a. van 's-Gravenhage) zei: ,,Da's a.d.h.v. 3,5 km/u.''"
    assert [token.text for token in found(text)] == [token.text for token in expected(text)]
    found.to_disk(tmp_path / "saved")
    assert columns(spacy.load(tmp_path / "saved")(text)) == columns(expected(text))


def test_beam_search_is_left_alone(plain):
    plain.get_pipe("ner").cfg["beam_width"] = 4
    before = plain.get_pipe("ner")
    make_quick(plain)
    assert plain.get_pipe("ner") is before


def test_vectors_follow_training(plain, quick):
    """The same lesson for both; the quick one must not go on with vectors from before."""
    found = []
    for nlp in (plain, quick):
        nlp(TEXTS[-1])
        gold = {"entities": [(0, 6, "PERSON")]}
        doc = nlp.make_doc("Jansen zegt niets.")
        optimizer = nlp.resume_training()
        with nlp.select_pipes(enable="ner"):
            nlp.update([Example.from_dict(doc, gold)], sgd=optimizer, drop=0.0)
        found.append(encoder_of(nlp).predict([nlp.make_doc(TEXTS[-1])])[0])
    np.testing.assert_allclose(found[1], found[0], **NEAR)


def test_vectors_follow_other_weights(plain, quick):
    quick(TEXTS[-1])
    for nlp in (plain, quick):
        for node in encoder_of(nlp).walk():
            if node.name == "hashembed":
                node.set_param("E", node.get_param("E") * 2)
    docs = [plain.make_doc(text) for text in TEXTS]
    for one, other in zip(encoder_of(quick).predict(docs), encoder_of(plain).predict(docs), strict=True):
        np.testing.assert_allclose(one, other, **NEAR)


def test_other_encoders_are_left_alone():
    nlp = spacy.blank("nl")
    model = {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.CharacterEmbed.v2",
            "width": 16,
            "rows": 50,
            "nM": 8,
            "nC": 4,
            "include_static_vectors": False,
        },
        "encode": {"@architectures": "spacy.MishWindowEncoder.v2", "width": 16, "window_size": 1, "depth": 1},
    }
    pipe = nlp.add_pipe("tok2vec", config={"model": model})
    before = [node._func for node in pipe.model.walk()]
    make_quick(nlp)
    assert [node._func for node in pipe.model.walk()] == before


def test_norm_of_the_token_counts(plain, quick):
    """Exceptions of the tokenizer give one spelling several norms."""
    docs = [Doc(plain.vocab, words=["een", "'n"]) for _ in range(2)]
    docs[1][0].norm_ = "iets anders"
    first, second = encoder_of(quick).predict(docs)
    assert not np.allclose(first[0], second[0])
    np.testing.assert_allclose(second, encoder_of(plain).predict(docs)[1], **NEAR)


def test_full_table_starts_anew(plain, quick, monkeypatch):
    monkeypatch.setattr(vectors, "MAX_KEPT", 5)
    docs = [plain.make_doc(text) for text in [*TEXTS, "Heel andere woorden staan hier.", *TEXTS]]
    for doc in docs:
        np.testing.assert_allclose(
            encoder_of(quick).predict([doc])[0], encoder_of(plain).predict([doc])[0], **NEAR
        )


def test_table_is_bounded(quick, monkeypatch):
    monkeypatch.setattr(vectors, "MAX_KEPT", 50)
    for number in range(100):
        encoder_of(quick).predict([quick.make_doc(f"woord{number} en getal{number}")])
    assert len(encoder_of(quick)._func._prepared.words.table) <= vectors._FIRST_SIZE


def test_entities_there_already_are_kept(shipped):
    found = []
    for nlp in shipped:
        doc = nlp.make_doc("Minister Sergei Lavrov sprak in Wenen met Mark Rutte.")
        doc.set_ents([Span(doc, 5, 6, label="ORG")], default="missing")
        found.append(columns(nlp(doc)))
    assert found[0] == found[1]
    assert (5, 6, "ORG") in found[1][1]


def test_long_entities_are_left_to_spacy(shipped, monkeypatch):
    monkeypatch.setattr(names, "LONGEST", 1)
    expected, found = (columns(nlp("De ministers vergaderden in Den Haag en New York.")) for nlp in shipped)
    assert found == expected
    assert any(end - start > 1 for start, end, _ in found[1])


def test_lemmas_there_already_are_kept(shipped):
    found = []
    for nlp in shipped:
        doc = nlp.make_doc("De ministers zwegen.")
        doc[1].lemma_ = "bewindspersoon"
        found.append([token.lemma_ for token in nlp(doc)])
    assert found[0] == found[1]
    assert found[1][1] == "bewindspersoon"


def test_lemmas_live_as_long_as_their_memory_zone(shipped):
    _, quick = shipped
    for _ in range(2):
        with quick.memory_zone():
            assert json.dumps([token.lemma_ for token in quick("De zonnewagenbouwers vergaderden.")])
