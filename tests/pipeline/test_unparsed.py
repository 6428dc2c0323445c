"""A doc that no parser has seen can be asked for children: spaCy alone reads beyond its memory."""

import pytest
import spacy

from nieuwsextract.pipeline.unparsed import MAX_SENTENCE, make_askable

#: Texts in which the tokenizer joins or divides special cases.
TEXTS = [
    '(‘“a b c.” ,,zei hij(,,)“a b c.” : ((volgens Jan "Ja." ’volgens Jan , ',
    ":) (: ’s ’n :-)",
    "",
    "Ja.",
]


@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_tokens_have_no_children(text):
    doc = spacy.blank("nl").make_doc(text)
    make_askable(doc)
    assert [list(token.children) for token in doc] == [[]] * len(doc)
    assert [token.left_edge.i for token in doc] == list(range(len(doc)))


def test_sentence_starts_stay_and_the_doc_stays_unparsed():
    doc = spacy.blank("nl").make_doc("Een twee. Drie vier :) vijf.")
    doc[3].is_sent_start = True
    starts = [token.is_sent_start for token in doc]
    make_askable(doc)
    assert [token.is_sent_start for token in doc] == starts
    assert not doc.has_annotation("DEP")


def test_a_parsed_doc_stays_as_it_is():
    doc = spacy.tokens.Doc(
        spacy.blank("nl").vocab, words=["Hij", "komt"], heads=[1, 1], deps=["nsubj", "ROOT"]
    )
    make_askable(doc)
    assert [child.text for child in doc[1].children] == ["Hij"]


@pytest.mark.parametrize("hangs", ["on-first", "on-previous", "on-next"])
def test_an_endless_sentence_is_cut_after_punctuation(hangs):
    size = 3 * MAX_SENTENCE
    words = ["naam" if at % 2 else "," for at in range(size)]
    heads = {
        "on-first": [0] * size,
        "on-previous": [max(0, at - 1) for at in range(size)],
        "on-next": [min(size - 1, at + 1) for at in range(size)],
    }[hangs]
    deps = ["ROOT" if at == head else "conj" for at, head in enumerate(heads)]
    before = spacy.tokens.Doc(
        spacy.blank("nl").vocab, words=["Kort", "."], heads=[0, 0], deps=["ROOT", "punct"]
    )
    endless = spacy.tokens.Doc(before.vocab, words=words, heads=heads, deps=deps)
    doc = spacy.tokens.Doc.from_docs([before, endless])
    make_askable(doc)
    sentences = list(doc.sents)
    assert [len(sentence) for sentence in sentences[:1]] == [2]
    assert all(len(sentence) <= MAX_SENTENCE for sentence in sentences)
    assert all(sentence[-1].text == "," for sentence in sentences[1:-1])
    assert [sentence.root.dep_ for sentence in sentences] == ["ROOT"] * len(sentences)
