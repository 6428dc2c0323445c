"""Scores a pipeline on the development articles: `python scripts/evaluate.py MODEL DATA [METRICS]`.

Entities are strict (characters and label), on raw text of whole articles; the rest is scored on the same run.
Sentences are scored twice: in whole articles, and with every article joined to one paragraph.
"""

import json
import sys
from collections import Counter
from pathlib import Path

import spacy
from convert import development, records
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, DocBin
from spacy.training import Example

CORE = ("PERSON", "GPE", "ORG", "NORP")


def prf(counts: Counter[str]) -> dict[str, float]:
    precision = counts["hit"] / max(counts["found"], 1)
    recall = counts["hit"] / max(counts["gold"], 1)
    figures = {"p": precision, "r": recall, "f": 2 * precision * recall / max(precision + recall, 1e-9)}
    return {name: round(value, 4) for name, value in figures.items()} | {"gold": counts["gold"]}


def entity_scores(found: list[Doc], records: list[dict]) -> dict[str, dict[str, float]]:
    """By label, for all labels ("all") and for the four that the records are built on ("core")."""
    counts: dict[str, Counter[str]] = {}
    for doc, record in zip(found, records, strict=True):
        ours = {(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents}
        gold = {(entity["start"], entity["end"], entity["label"]) for entity in record["entities"]}
        for kind, spans in (("found", ours), ("gold", gold), ("hit", ours & gold)):
            for *_, label in spans:
                for group in (label, "all", *(["core"] if label in CORE else [])):
                    counts.setdefault(group, Counter())[kind] += 1
    return {label: prf(count) for label, count in sorted(counts.items())}


def joined(reference: Doc) -> Doc:
    """The article as one paragraph: no empty lines between its sentences."""
    words = [token for token in reference if not token.is_space]
    return Doc(
        reference.vocab,
        words=[token.text for token in words],
        spaces=[
            bool(token.whitespace_) or reference[token.i + 1 : token.i + 2].text.isspace() for token in words
        ],
        sent_starts=[bool(token.is_sent_start) for token in words],
    )


def sentence_score(nlp: Language, reference: Doc) -> tuple[int, int, int]:
    found = {(sent.start_char, sent[-1].idx + len(sent[-1])) for sent in nlp(reference.text).sents}
    gold = {(sent.start_char, sent[-1].idx + len(sent[-1])) for sent in reference.sents}
    return len(found & gold), len(found), len(gold)


def evaluate(nlp: Language, data: Path) -> dict:
    articles = list(records(data / "news" / "alpino_dev.jsonl"))
    references = list(DocBin(docs=development(data)).get_docs(nlp.vocab))
    found = list(nlp.pipe(record["text"] for record in articles))
    examples = [Example(doc, reference) for doc, reference in zip(found, references, strict=True)]
    scores = Scorer(nlp).score(examples)
    names = [
        "pos_acc",
        "tag_acc",
        "morph_acc",
        "lemma_acc",
        "dep_uas",
        "dep_las",
        "sents_p",
        "sents_r",
        "sents_f",
    ]
    kept = {name: round(scores[name], 4) for name in names if scores.get(name) is not None}
    hit, ours, gold = (
        sum(column) for column in zip(*(sentence_score(nlp, joined(doc)) for doc in references), strict=True)
    )
    kept["sents_joined_f"] = round(2 * hit / max(ours + gold, 1), 4)
    entities = entity_scores(found, articles)
    kept |= {f"ents_{kind}": entities["all"][kind] for kind in "prf"} | {"ents_core_f": entities["core"]["f"]}
    return {"scores": kept, "entities": entities}


def main(model: Path, data: Path, out: Path | None = None) -> None:
    figures = evaluate(spacy.load(model), data)
    for name, value in figures["scores"].items():
        print(f"{name:16} {value:.4f}")
    for label, score in figures["entities"].items():
        print(f"{label:12} P {score['p']:.3f}  R {score['r']:.3f}  F {score['f']:.3f}  n {score['gold']}")
    if out:
        out.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
