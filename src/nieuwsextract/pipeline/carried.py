"""The rules that a pipeline carries: the text of the user's files goes into its metadata, and so to disk."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from spacy.language import Language

from nieuwsextract.errors import RuleError
from nieuwsextract.rules.files import RuleFile, read_folder
from nieuwsextract.rules.loading import Layer, RuleSet, layer_rules

#: Where in ``nlp.meta``: folder → [[file name, its text], …].
_KEY = "nieuwsextract_rules"


def rules_for(nlp: Language, folders: Sequence[str]) -> RuleSet:
    """Return the rules of a component whose setting names ``folders``.

    A folder is read once in a pipeline's life: a saved pipeline needs it no more, and every component of
    one pipeline has the same rules. ``nlp.to_disk``, ``to_bytes`` and ``spacy package`` keep the metadata.

    Raises:
        RuleError: a folder is neither carried nor there, or a rule breaks the schema (of this version).
    """
    return layer_rules(tuple(_layer(nlp, folder) for folder in folders))


def forget(nlp: Language, folders: Sequence[str]) -> None:
    """Have these folders read anew by the next component that names them."""
    for folder in folders:
        nlp.meta.get(_KEY, {}).pop(folder, None)


def _layer(nlp: Language, folder: str) -> Layer:
    carried: dict[str, Any] = nlp.meta.setdefault(_KEY, {})
    if folder not in carried:
        layer = read_folder(folder)
        # A list of lists, as JSON gives it back.
        carried[folder] = [[Path(file.name).relative_to(folder).as_posix(), file.text] for file in layer]
    try:
        return tuple(RuleFile(str(Path(folder, name)), text) for name, text in carried[folder])
    except (TypeError, ValueError) as error:
        raise RuleError(f"{folder}: the rules that the pipeline carries are damaged: {error}") from error
