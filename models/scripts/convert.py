"""Turns the corpora into spaCy training documents: `python scripts/convert.py DATA ANNOTATED OUT`.

Everything is tokenised by our tokenizer. Gold tokens and entities that do not fall on its boundaries are left out of
the training signal, and counted in OUT/alignment.json.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from annotated import Entity, problems, read_articles
from conllu import Sentence, Word, read_sentences
from spacy.tokens import Doc, DocBin, Token
from spacy.util import filter_spans
from tokenizer import blank

TREEBANKS = {"alpino_cdb": "alpino_cdb", "nl_lassysmall-ud-dev": "lassysmall_dev"}
MODERN = ["modern_general", "modern_organisations", "modern_persons", "modern_regional"]
NLP = blank()
COUNTS: dict[str, Counter[str]] = {}


def records(path: Path) -> Iterator[dict]:
    return map(json.loads, path.read_text(encoding="utf-8").splitlines())


def entities_of(record: dict) -> list[Entity]:
    return [(entity["start"], entity["end"], entity["label"]) for entity in record["entities"]]


def make_doc(name: str, text: str, entities: list[Entity]) -> Doc:
    """A document with entities only; an entity inside a token is widened to the token."""
    doc, counts = NLP.make_doc(text), COUNTS.setdefault(name, Counter())
    spans = [doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in entities]
    counts["entities"] += len(entities)
    counts["entities off"] += sum(
        (span.start_char, span.end_char) != entity[:2] for span, entity in zip(spans, entities, strict=True)
    )
    doc.set_ents(filter_spans(spans))
    return doc


def add_trees(name: str, doc: Doc, sentences: Iterable[tuple[int, list[Word]]]) -> Doc:
    """Copies the gold words (with the character where their sentence starts) to the tokens at the same place."""
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


def treebank(data: Path) -> Iterator[Doc]:
    """One document a sentence, in the order of the file."""
    for trees, entities in TREEBANKS.items():
        gold = {record["id"]: record for record in records(data / "ner" / f"{entities}.jsonl")}
        for sentence in read_sentences(data / "treebank" / f"{trees}.conllu"):
            doc = make_doc(trees, sentence.text, entities_of(gold[sentence.id]))
            yield add_trees(trees, doc, [(0, sentence.words)])


def development(data: Path) -> Iterator[Doc]:
    """The whole articles of the development set, with the trees of their sentences."""
    name = "nl_alpino-ud-dev"
    trees = {sentence.id: sentence for sentence in read_sentences(data / "treebank" / f"{name}.conllu")}
    for record in records(data / "news" / "alpino_dev.jsonl"):
        doc = make_doc(name, record["text"], entities_of(record))
        placed = [place_words(trees[place["id"]], record["text"], place["start"]) for place in record["sentences"]]
        yield add_trees(name, doc, placed)


def place_words(sentence: Sentence, text: str, at: int) -> tuple[int, list[Word]]:
    if not text.startswith(sentence.text, at):
        raise ValueError(f"{sentence.id}: not at character {at}")
    return at, sentence.words


def articles(data: Path, annotated: Path) -> Iterator[Doc]:
    for record in records(data / "news" / "synthetic.jsonl"):
        yield make_doc("synthetic", record["text"], entities_of(record))
    for path in sorted(annotated.glob("*.txt")):
        if found := list(problems(path)):
            raise ValueError("\n".join(found))
        for text, entities in read_articles(path):
            yield make_doc("annotated", text, entities)


def modern(data: Path) -> Iterator[Doc]:
    for name in MODERN:
        for record in records(data / "ner" / f"{name}.jsonl"):
            yield make_doc(name, record["text"], entities_of(record))


def main(data: Path, annotated: Path, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    parts = {
        "treebank": treebank(data),
        "modern": modern(data),
        "articles": articles(data, annotated),
        "development": development(data),
    }
    for name, docs in parts.items():
        DocBin(docs=docs, store_user_data=False).to_disk(out / f"{name}.spacy")
    (out / "alignment.json").write_text(json.dumps(COUNTS, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(COUNTS, indent=1))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
