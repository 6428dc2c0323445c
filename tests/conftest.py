"""Pipelines for tests that need one but no trained weights."""

import pytest
from hypothesis import HealthCheck, settings
from untrained import untrained

from nieuwsextract import load

# Examples are the same at every run; ``--hypothesis-profile=campaign`` looks for new ones, and for longer.
SHARED_FIXTURES = [HealthCheck.function_scoped_fixture, HealthCheck.differing_executors]
settings.register_profile(
    "usual", deadline=None, max_examples=50, derandomize=True, suppress_health_check=SHARED_FIXTURES
)
settings.register_profile(
    "campaign", deadline=None, max_examples=5000, suppress_health_check=list(HealthCheck)
)
settings.load_profile("usual")


@pytest.fixture(scope="session")
def untrained_model(tmp_path_factory):
    """The folder of a small pipeline with a parser and entities but no training."""
    folder = tmp_path_factory.mktemp("models") / "untrained"
    untrained(["morphologizer", "parser", "lemmatizer", "ner"]).to_disk(folder)
    return folder


@pytest.fixture(scope="session")
def untrained_nlp(untrained_model):
    return load(untrained_model)
