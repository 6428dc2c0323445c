"""A pipeline with the published labels but no training, for tests that need a parser; where things lie."""

import json
from pathlib import Path

import spacy

HERE = Path(__file__).parent
ROOT = HERE.parent
SHARED = ROOT.parent / "shared"
PUBLISHED = json.loads((HERE / "nl_core_news_sm-3.8.0.labels.json").read_text(encoding="utf-8"))


def untrained(components, name="untrained"):
    """A Dutch pipeline with the published labels and random weights: any parse may come out of it."""
    spacy.util.fix_random_seed(7)
    nlp = spacy.blank("nl")
    for component in components:
        factory = "trainable_lemmatizer" if component == "lemmatizer" else component
        pipe = nlp.add_pipe(factory, name=component)
        for label in PUBLISHED.get(component, []) if hasattr(pipe, "add_label") else []:
            pipe.add_label(label)
    words = ["De", "minister", "zegt", "niets", "."]
    annotations = {
        "heads": [1, 2, 2, 2, 2],
        "deps": ["det", "nsubj", "ROOT", "obj", "punct"],
        "lemmas": words,
    }
    example = spacy.training.Example.from_dict(nlp.make_doc(" ".join(words)), annotations)
    nlp.initialize(lambda: [example])
    nlp.meta.update(name=name, version="3.8.0")
    return nlp
