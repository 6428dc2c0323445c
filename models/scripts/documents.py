"""Training documents: our tokens, with the gold trees and entities that fall on their boundaries."""

from collections import Counter
from collections.abc import Iterable

from annotated import Entity
from conllu import Word
from spacy.tokens import Doc, Token
from spacy.util import filter_spans
from tokenizer import blank

NLP = blank()
#: Per corpus how many entities and words there are, and how many of them are off our token boundaries.
COUNTS: dict[str, Counter[str]] = {}


def make_doc(name: str, text: str, entities: list[Entity]) -> Doc:
    """A document with entities only; an entity inside a token is widened to the token."""
    doc, counts = NLP.make_doc(text), COUNTS.setdefault(name, Counter())
    spans = [
        doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in entities
    ]
    counts["entities"] += len(entities)
    counts["entities off"] += sum(
        (span.start_char, span.end_char) != entity[:2] for span, entity in zip(spans, entities, strict=True)
    )
    doc.set_ents(filter_spans(spans))
    return doc


def add_trees(name: str, doc: Doc, sentences: Iterable[tuple[int, list[Word]]]) -> Doc:
    """Copies gold words to the tokens at the same place; each sentence with the character it starts at."""
    tokens = {(token.idx, token.idx + len(token)): token for token in doc}
    heads, deps = list(range(len(doc))), [""] * len(doc)
    for at, words in sentences:
        places = [tokens.get((word.start + at, word.end + at)) for word in words]
        COUNTS[name]["words"] += len(words)
        COUNTS[name]["words off"] += places.count(None)
        span = doc.char_span(words[0].start + at, words[-1].end + at, alignment_mode="expand")
        roots = [token.i for word, token in zip(words, places, strict=True) if token and word.dep == "ROOT"]
        for token in span:  # a token without a gold word is missing, but still inside its sentence
            heads[token.i] = (roots or [span.start])[0]
        for word, token in zip(words, places, strict=True):
            if token is not None:
                annotate(token, word)
                if (head := places[word.head]) is not None:
                    heads[token.i], deps[token.i] = head.i, word.dep
    return with_spaces(doc, heads, deps)


def annotate(token: Token, word: Word) -> None:
    token.pos_, token.tag_, token.lemma_ = word.pos, word.tag, word.lemma
    token.set_morph(word.morph)


def with_spaces(doc: Doc, heads: list[int], deps: list[str]) -> Doc:
    """Sets the trees; white space hangs from the token before it."""
    for token in doc:
        if token.is_space:
            heads[token.i], deps[token.i] = max(token.i - 1, 0), "dep" if token.i else "ROOT"
            token.pos_, token.tag_ = "SPACE", "_SP"
            token.lemma_ = token.text
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        heads=heads,
        deps=deps,
        tags=[token.tag_ for token in doc],
        pos=[token.pos_ for token in doc],
        morphs=[str(token.morph) for token in doc],
        lemmas=[token.lemma_ for token in doc],
        ents=[f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O" for token in doc],
    )
