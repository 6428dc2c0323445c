"""Puts the trained parts together to the pipeline that ships.

`python scripts/assemble.py SYNTAX ENTITIES OUT`.
"""

import sys
from pathlib import Path

import spacy
from spacy.language import Language
from tokenizer import add_news_tokenizer

META = {
    "name": "nieuws_sm",
    "version": "0.1.0",
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


def main(syntax: Path, entities: Path, out: Path) -> None:
    nlp = assemble(spacy.load(syntax), spacy.load(entities))
    nlp.to_disk(out, exclude=["lookups"])
    size = sum(file.stat().st_size for file in out.rglob("*") if file.is_file())
    print(f"{out}: {size / 1e6:.1f} MB, {', '.join(nlp.pipe_names)}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
