"""Pipelines for tests that need one but no trained weights."""

import json
from pathlib import Path

import pytest
import spacy
from hypothesis import HealthCheck, settings

from nieuwsextract import load

HERE = Path(__file__).parent
ROOT = HERE.parent
SHARED = ROOT.parent / "shared"
PUBLISHED = json.loads((HERE / "nl_core_news_sm-3.8.0.labels.json").read_text(encoding="utf-8"))

# Examples are the same at every run; ``--hypothesis-profile=campaign`` looks for new ones, and for longer.
SHARED_FIXTURES = [HealthCheck.function_scoped_fixture, HealthCheck.differing_executors]
settings.register_profile(
    "usual", deadline=None, max_examples=50, derandomize=True, suppress_health_check=SHARED_FIXTURES
)
settings.register_profile(
    "campaign", deadline=None, max_examples=5000, suppress_health_check=list(HealthCheck)
)
settings.load_profile("usual")


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


@pytest.fixture(scope="session")
def untrained_model(tmp_path_factory):
    """The folder of a small pipeline with a parser and entities but no training."""
    folder = tmp_path_factory.mktemp("models") / "untrained"
    untrained(["morphologizer", "parser", "lemmatizer", "ner"]).to_disk(folder)
    return folder


@pytest.fixture(scope="session")
def untrained_nlp(untrained_model):
    return load(untrained_model)
