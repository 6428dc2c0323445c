"""Writes what a model makes of the examples of events and function words, and of sentences to try patterns on.

Run it when examples change: ``python tests/parses_of_rules.py [MODEL]``. Sentences that have a parse keep it, so that a
rule is tried on the parses of several models; delete a file to parse all of it anew.
"""

import re
import sys
from pathlib import Path

import spacy

from nieuwsextract.rules import load_rules
from nieuwsextract.shipped import model_path

FOLDER = Path(__file__).parent / "parses"
PATTERNS = (
    "Een lange stoet van boze boeren trok maandag niet door Den Haag.",
    "De stekker werd door de minister uit het plan getrokken.",
    "De minister zei niet dat de school sluit.",
)
TAG = re.compile(r"</?[a-z]+>")


def sentences(*kinds):
    """Every example and counter-example once, without its tags, in the order of the files."""
    found = [rule for kind in kinds for rule in load_rules().rules[kind].values()]
    texts = (text for rule in found for text in (*rule.examples, *rule.counterexamples))
    return list(dict.fromkeys(TAG.sub("", text) for text in texts))


def to_conllu(doc):
    """One parsed sentence; the document's id is its text."""
    rows = [f"# doc_id = {doc.text}", f"# text = {doc.text}"]
    for sentence in doc.sents:
        for token in sentence:
            number = token.i - sentence.start + 1
            head = 0 if token.head.i == token.i else token.head.i - sentence.start + 1
            more = [f"NER={token.ent_iob_}-{token.ent_type_}"] if token.ent_type_ else []
            more += [] if token.whitespace_ else ["SpaceAfter=No"]
            rows.append(
                "\t".join(
                    [
                        str(number),
                        token.text,
                        token.lemma_ or "_",
                        token.pos_ or "_",
                        "_",
                        str(token.morph) or "_",
                        str(head),
                        token.dep_,
                        "_",
                        "|".join(more) or "_",
                    ]
                )
            )
    return "\n".join(rows) + "\n"


def known(path):
    """The parses that a file has already, by their text."""
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    blocks = re.split(r"^(?=# doc_id = )", text, flags=re.M)[1:]
    return {
        block.partition("\n")[0].removeprefix("# doc_id = "): block.rstrip("\n") + "\n" for block in blocks
    }


def write(name, texts, nlp):
    """Writes the parses of texts, those that the file has already as they are."""
    path = FOLDER / f"{name}.conllu"
    parses = known(path)
    path.write_text("\n".join(parses.get(text) or to_conllu(nlp(text)) for text in texts), encoding="utf-8")


if __name__ == "__main__":
    nlp = spacy.load(sys.argv[1] if len(sys.argv) > 1 else model_path())
    write("events_rules", sentences("trigger", "block"), nlp)
    write("function_words", sentences("function_words", "quote_words"), nlp)
    write("patterns", PATTERNS, nlp)
