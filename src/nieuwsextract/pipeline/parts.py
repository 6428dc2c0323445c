"""Long articles: the trained model reads them in parts, our components read them whole.

A model's memory grows with the text it is given; the parts are cut where a block ends, and joined again
before any component of ours runs, so that every offset is the article's own.
"""

from collections.abc import Iterator, Sequence
from itertools import compress, pairwise

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from nieuwsextract.pipeline.notes import EXTENSIONS
from nieuwsextract.pipeline.words import words_of

#: Characters; a longer article is cut.
MAX_PART = 100_000


def process_all(nlp: Language, docs: Sequence[Doc]) -> Iterator[Doc]:
    """Run the pipeline over tokenised docs, in order, the long ones in parts."""
    fits = [_length(doc) <= MAX_PART for doc in docs]
    done = nlp.pipe(compress(docs, fits), batch_size=sum(fits) or 1)
    for doc, fit in zip(docs, fits, strict=True):
        yield next(done) if fit else _process_long(nlp, doc)


def _length(doc: Doc) -> int:
    """Characters, without putting the text together."""
    return doc[-1].idx + len(doc[-1].text_with_ws) if len(doc) else 0


def _process_long(nlp: Language, doc: Doc) -> Doc:
    layout = nlp.get_pipe("nieuws_layout")
    doc = layout(doc)
    own = [name for name in nlp.pipe_names if name.startswith("nieuws_")]
    with nlp.select_pipes(disable=own):
        parts = list(nlp.pipe(_cut(doc), batch_size=1))
    whole = Doc.from_docs(parts, ensure_whitespace=False)
    if whole is None or whole.text != words_of(doc).text:
        raise AssertionError("parts do not add up to the article")
    for extension in EXTENSIONS:
        setattr(whole._, extension, getattr(doc._, extension))
    for name in own:
        if name != "nieuws_layout":
            whole = nlp.get_pipe(name)(whole)
    return whole


def _cut(doc: Doc) -> list[Doc]:
    """Cut at the last block start before the limit."""
    words = words_of(doc)
    starts: list[int] = np.flatnonzero(doc.to_array("SENT_START") == 1).tolist()
    ends = [words.starts[start - 1] + len(words.forms[start - 1]) for start in starts[1:]] + [_length(doc)]
    cuts = [0]
    for start, end in zip(starts, ends, strict=True):
        if end - words.starts[cuts[-1]] > MAX_PART and start > cuts[-1]:
            cuts.append(start)
    return [doc[start:end].as_doc() for start, end in pairwise([*cuts, len(doc)])]
