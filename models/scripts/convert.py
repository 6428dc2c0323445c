"""Turns the corpora into spaCy training documents: `python scripts/convert.py DATA ANNOTATED OUT`.

Everything is tokenised by our tokenizer. What does not fall on its boundaries is left
out of the training signal (words) or widened (entities), and counted in OUT/alignment.json.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from annotated import Entity, problems, read_articles
from conllu import Sentence, Word, read_sentences
from documents import COUNTS, add_trees, make_doc
from spacy.tokens import Doc, DocBin

TREEBANKS = {"alpino_cdb": "alpino_cdb", "nl_lassysmall-ud-dev": "lassysmall_dev"}
MODERN = ["modern_general", "modern_organisations", "modern_persons", "modern_regional"]


def records(path: Path) -> Iterator[dict]:
    return map(json.loads, path.read_text(encoding="utf-8").splitlines())


def harmonised(record: dict) -> list[Entity]:
    """Without `een` ("een van de drie"): a number in the older annotation only, not by the guidelines."""
    return [entity for entity in entities_of(record) if record["text"][slice(*entity[:2])].lower() != "een"]


def entities_of(record: dict) -> list[Entity]:
    return [(entity["start"], entity["end"], entity["label"]) for entity in record["entities"]]


def treebank(data: Path) -> Iterator[Doc]:
    """One document a sentence, in the order of the file."""
    for trees, entities in TREEBANKS.items():
        gold = {record["id"]: record for record in records(data / "ner" / f"{entities}.jsonl")}
        for sentence in read_sentences(data / "treebank" / f"{trees}.conllu"):
            doc = make_doc(trees, sentence.text, harmonised(gold[sentence.id]))
            yield add_trees(trees, doc, [(0, sentence.words)])


def development(data: Path) -> Iterator[Doc]:
    """The whole articles of the development set, with the trees of their sentences."""
    name = "nl_alpino-ud-dev"
    trees = {sentence.id: sentence for sentence in read_sentences(data / "treebank" / f"{name}.conllu")}
    for record in records(data / "news" / "alpino_dev.jsonl"):
        doc = make_doc(name, record["text"], entities_of(record))
        placed = [
            place_words(trees[place["id"]], record["text"], place["start"]) for place in record["sentences"]
        ]
        yield add_trees(name, doc, placed)


def place_words(sentence: Sentence, text: str, at: int) -> tuple[int, list[Word]]:
    if not text.startswith(sentence.text, at):
        raise ValueError(f"{sentence.id}: not at character {at}")
    return at, sentence.words


def synthetic(data: Path) -> Iterator[Doc]:
    for record in records(data / "news" / "synthetic.jsonl"):
        yield make_doc("synthetic", record["text"], entities_of(record))


def articles(annotated: Path) -> Iterator[Doc]:
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
        "synthetic": synthetic(data),
        "annotated": articles(annotated),
        "development": development(data),
    }
    for name, docs in parts.items():
        DocBin(docs=docs, store_user_data=False).to_disk(out / f"{name}.spacy")
    (out / "alignment.json").write_text(json.dumps(COUNTS, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(COUNTS, indent=1))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
