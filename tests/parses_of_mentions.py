"""Writes tests/parses/mentions_cases.conllu: the texts of ``mention_cases``, parsed and with repaired entities.

Run it when they change: ``python tests/parses_of_mentions.py [MODEL]``; what has a parse keeps it.
"""

import sys

from mention_cases import CASES
from parses_of_rules import write

from nieuwsextract import load

if __name__ == "__main__":
    nlp = load(*sys.argv[1:2])
    texts = dict.fromkeys(text for text, _, _ in CASES)
    with nlp.select_pipes(enable=[*nlp.pipe_names[: nlp.pipe_names.index("nieuws_entities") + 1]]):
        write("mentions_cases", texts, nlp)
