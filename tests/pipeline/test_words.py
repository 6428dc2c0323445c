"""Plain lists say what spaCy's tokens say, also after the parse has changed."""

import pytest
from parses import NLP, read_parses
from spacy.tokens import Doc

from nieuwsextract.pipeline.unparsed import make_askable
from nieuwsextract.pipeline.words import words_of

DOCS = read_parses("events.conllu")


@pytest.mark.parametrize("name", list(DOCS)[:25])
def test_lists_say_what_tokens_say(name):
    doc = DOCS[name]
    words = words_of(doc)
    assert words.text == doc.text
    assert words.forms == [token.text for token in doc]
    assert words.lower == [token.lower_ for token in doc]
    assert words.tags == [token.pos_ for token in doc]
    assert words.relations == [token.dep_ for token in doc]
    assert words.heads == [token.head.i for token in doc]
    assert words.children == [[child.i for child in token.children] for token in doc]
    found = [{name: list(values) for name, values in features.items()} for features in words.features]
    assert found == [{name: token.morph.get(name) for name in token.morph.to_dict()} for token in doc]


def test_a_changed_parse_is_read_anew():
    doc = next(iter(DOCS.values())).copy()
    assert words_of(doc).tags[0] == doc[0].pos_
    doc[0].pos_ = "X"
    make_askable(doc)
    assert words_of(doc).tags[0] == "X"


@pytest.mark.parametrize(("start", "end", "tokens"), [(0, 3, (0, 1)), (1, 2, (0, 1)), (2, 5, (0, 2))])
def test_tokens_that_characters_touch(start, end, tokens):
    doc = Doc(NLP.vocab, words=["Een", "huis"])
    assert words_of(doc).within(start, end) == tokens
