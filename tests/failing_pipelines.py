"""Pipelines that fail on certain words, for worker processes to load by name."""

import os
import signal

from spacy.language import Language

from nieuwsextract import load

RAISES, KILLS = "KAPOT", "DODELIJK"


@Language.component("nieuws_fails")
def fail(doc):
    """Raise, or end the process as the system does when memory runs out."""
    if RAISES in doc.text:
        raise ValueError("this text\nbreaks the pipeline")
    if KILLS in doc.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return doc


def load_failing(model, *, rules=()):
    nlp = load(model, rules=rules)
    nlp.add_pipe("nieuws_fails")
    return nlp
