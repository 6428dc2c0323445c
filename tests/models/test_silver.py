"""Trees by vote find their text again, and nothing else."""

import json
import lzma
import sys

import pytest
import spacy

from nieuwsextract.shipped import model_path

sys.path.insert(0, str(model_path().parent / "scripts"))

import silver

TOKENIZER = spacy.blank("nl").tokenizer


@pytest.fixture
def doc():
    return TOKENIZER("Het regent.\n\nZij slaapt.")


def write(path, doc, heads, deps):
    line = {"text": silver.key(doc), "heads": heads, "deps": " ".join(deps)}
    with lzma.open(path, "wt", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")
    return silver.read(path)


DEPS = ["expl", "ROOT", "punct", "nsubj", "nsubj", "ROOT", "punct"]


def test_a_tree_comes_back_as_heads_in_the_text(tmp_path, doc):
    trees = write(tmp_path / "trees.xz", doc, [1, 0, -1, 2, 1, 0, -1], DEPS)
    (sample,) = silver.with_trees([doc], trees)
    assert sample.heads == [1, 1, 1, 2, 5, 5, 5]
    assert sample.deps == ["expl", "ROOT", "punct", "dep", "nsubj", "ROOT", "punct"]
    assert not any(sample.tags + sample.pos + sample.lemmas)


def test_a_changed_text_has_no_tree(tmp_path, doc):
    trees = write(tmp_path / "trees.xz", doc, [0] * 7, DEPS)
    assert silver.with_trees([TOKENIZER("Het regende.\n\nZij slaapt.")], trees) == []
