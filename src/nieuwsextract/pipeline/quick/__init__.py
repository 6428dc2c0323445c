"""What a loaded pipeline is given for speed; its output stays what plain spaCy gives."""

from spacy.language import Language
from thinc.api import NumpyOps, get_current_ops

from nieuwsextract.pipeline.quick.encoder import encode_quickly
from nieuwsextract.pipeline.quick.greedy import take_quick_steps
from nieuwsextract.pipeline.quick.lemmas import lemmatise_quickly
from nieuwsextract.pipeline.quick.ops import choose_faster_ops
from nieuwsextract.pipeline.quick.tokens import seek_suffixes_at_the_end


def make_quick(nlp: Language) -> None:
    """Speed up what is known of a pipeline, in place; the rest stays as it is, and so does what is saved.

    A pipeline on a GPU is left alone.
    """
    seek_suffixes_at_the_end(nlp)
    if not isinstance(get_current_ops(), NumpyOps):
        return
    choose_faster_ops(nlp)
    encode_quickly(nlp)
    take_quick_steps(nlp)
    lemmatise_quickly(nlp)
