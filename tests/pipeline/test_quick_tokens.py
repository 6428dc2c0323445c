"""The quick search for suffixes finds the same tokens, looks at the end only, and is saved as what it was."""

import spacy

from nieuwsextract.pipeline.quick import tokens
from nieuwsextract.pipeline.quick.tokens import seek_suffixes_at_the_end

TEXT = "„Ja”, zei Jan’s broer (46) in „De Zaak-'X'” voor € 3,50/kg. Zo’n 12.000 km/u!?... A.d.h.v. nr.7  "


def quick():
    nlp = spacy.blank("nl")
    seek_suffixes_at_the_end(nlp)
    return nlp


def test_the_tokens_are_the_same():
    plain = spacy.blank("nl")
    assert [token.text for token in quick()(TEXT)] == [token.text for token in plain(TEXT)]


def test_it_is_saved_as_it_was():
    assert quick().tokenizer.to_bytes() == spacy.blank("nl").tokenizer.to_bytes()


def test_only_the_end_is_searched(monkeypatch):
    monkeypatch.setattr(tokens, "_REACH", 8)
    nlp = spacy.blank("nl")
    seen = []

    class Pattern:
        pattern = "x$"

        def search(self, text):
            seen.append(len(text))

    tail = tokens._Tail(Pattern())
    nlp.tokenizer.suffix_search = tail.search
    nlp('"' * 100)
    assert seen
    assert max(seen) == 8
