"""Puts the trained parts together to the pipeline that ships.

`python scripts/assemble.py SYNTAX ENTITIES OUT`.
"""

import sys
from pathlib import Path

import spacy
import srsly
from spacy.language import Language
from spacy.strings import get_string_id
from tokenizer import add_news_tokenizer

META = {
    "name": "nieuws_sm",
    "version": "0.2.0",
    "description": "Dutch pipeline for news: tagger, morphologizer, parser, lemmatizer, named entities",
    "author": "The nieuwsextract authors",
    "license": "CC BY-SA 4.0",
    "spacy_version": ">=3.8.2,<3.9.0",
}


def assemble(syntax: Language, entities: Language) -> Language:
    """A plain Dutch pipeline: `spacy.load` is enough, since nothing in its config names our code."""
    nlp = add_news_tokenizer(spacy.blank("nl"))
    for source in (syntax, entities):
        for name in source.pipe_names:
            nlp.add_pipe(name, source=source)
    nlp.batch_size = 64
    nlp.meta.update(META)
    return nlp


def without_words(nlp: Language, strings: list[str]) -> list[str]:
    """The strings of a vocabulary without the words of the training texts, which nothing refers to."""
    labels = {label for name in nlp.pipe_names for label in nlp.pipe_labels.get(name, ())}
    parts = {
        part for label in labels for pair in label.split("|") for part in (label, pair, *pair.split("="))
    }
    trees = srsly.msgpack_loads(nlp.get_pipe("lemmatizer").trees.to_bytes())["trees"]
    known = {spelling for tree in trees for spelling in (tree.get("orig"), tree.get("subst"))}
    kept = parts | set(spacy.blank("nl").vocab.strings) | set(nlp.tokenizer.rules)
    return [text for text in strings if text in kept or get_string_id(text) in known]


def main(syntax: Path, entities: Path, out: Path) -> None:
    nlp = assemble(spacy.load(syntax), spacy.load(entities))
    nlp.to_disk(out, exclude=["lookups"])
    strings = out / "vocab" / "strings.json"
    srsly.write_json(strings, without_words(nlp, srsly.read_json(strings)))
    size = sum(file.stat().st_size for file in out.rglob("*") if file.is_file())
    print(f"{out}: {size / 1e6:.1f} MB, {', '.join(nlp.pipe_names)}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
