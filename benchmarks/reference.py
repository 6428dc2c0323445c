"""The reference: a Dutch pipeline of the architecture and sizes that spaCy publishes (`nl_core_news_sm` 3.8).

Its weights are random, which does not change what it costs, and its operations are spaCy's own.
"""

from __future__ import annotations

import warnings
from typing import Any

import spacy
from spacy.language import Language
from spacy.training import Example

LABELS = {"morphologizer": 66, "tagger": 203, "parser": 36, "ner": 18}
WIDTH = 96


def tok2vec(rows: list[int], attrs: list[str]) -> dict[str, Any]:
    """The encoder of the published small pipelines: hash embeddings and four convolutions of width 96."""
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "spacy.MultiHashEmbed.v2",
            "width": WIDTH,
            "attrs": attrs,
            "rows": rows,
            "include_static_vectors": False,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": WIDTH,
            "depth": 4,
            "window_size": 1,
            "maxout_pieces": 3,
        },
    }


def transitions(state: str, encoder: dict[str, Any]) -> dict[str, Any]:
    """The published parser and entity recogniser."""
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": state,
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": encoder,
    }


def make_reference(shipped: Language, texts: list[str]) -> Language:
    """The published architecture; the shipped pipeline only says which lemmas there are to learn."""
    nlp = spacy.blank("nl")
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH}
    tagger = {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}
    attrs = ["NORM", "PREFIX", "SUFFIX", "SHAPE"]
    shared = tok2vec([5000, 1000, 2500, 2500, 50, 50], [*attrs, "SPACY", "IS_SPACE"])
    nlp.add_pipe("tok2vec", config={"model": shared})
    nlp.add_pipe("morphologizer", config={"model": tagger})
    nlp.add_pipe("tagger", config={"model": tagger})
    nlp.add_pipe("parser", config={"model": transitions("parser", listener)})
    nlp.add_pipe("trainable_lemmatizer", name="lemmatizer", config={"model": tagger})
    nlp.add_pipe("attribute_ruler")
    own = tok2vec([5000, 1000, 2500, 2500], attrs)
    nlp.add_pipe("ner", config={"model": transitions("ner", own)})
    for name, number in LABELS.items():
        for label in range(number):
            nlp.get_pipe(name).add_label(f"POS=X|Kind={label}" if name == "morphologizer" else f"L{label}")
    nlp.initialize(lambda: [Example(nlp.make_doc(doc.text), doc) for doc in shipped.pipe(texts[:20])])
    warnings.filterwarnings("ignore", message=r"\[W036\]")  # its attribute ruler has no patterns
    return nlp
