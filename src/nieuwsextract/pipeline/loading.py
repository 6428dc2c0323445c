"""``load()``: model + components + rules → a plain spaCy ``Language``."""

from collections.abc import Sequence
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.util import is_package

from nieuwsextract.errors import RuleError, RunError
from nieuwsextract.pipeline.carried import forget, rules_for
from nieuwsextract.pipeline.quick import make_quick
from nieuwsextract.pipeline.quick.folder import load_folder
from nieuwsextract.rules import RuleSet, load_rules
from nieuwsextract.shipped import DEFAULT_MODEL, model_path

#: Our components in the order they run; the first stands before everything, the rest after the model's own.
COMPONENTS = (
    "nieuws_layout",
    "nieuws_entities",
    "nieuws_countries",
    "nieuws_dates",
    "nieuws_mentions",
    "nieuws_quotes",
    "nieuws_events",
)


def load(model: str | Path = DEFAULT_MODEL, *, rules: Sequence[str | Path] = ()) -> Language:
    """Load a Dutch spaCy pipeline by name or path and add our components to it.

    Args:
        model: the shipped ``nl_nieuws_sm``, an installed pipeline's name, or a folder.
        rules: folders of TOML rules layered over the built-in ones (and over those that a saved pipeline
            carries), the last one wins.

    Raises:
        RunError: the model is not installed, cannot be loaded, or lacks a parser or entities.
        RuleError: a rule file breaks the schema.
    """
    load_rules(rules)
    nlp = _load_model(str(model))
    _check_model(nlp, str(model))
    make_quick(nlp)
    _add_components(nlp, [str(folder) for folder in rules])
    return nlp


def rules_of(nlp: Language) -> RuleSet:
    """Return the rules that a pipeline's components use."""
    return rules_for(nlp, _folders_of(nlp))


def _add_components(nlp: Language, folders: list[str]) -> None:
    """Add what is not there; a saved pipeline of ours has its components, and own rules go over its own."""
    there = [name for name in COMPONENTS if name in nlp.pipe_names]
    carried = [folder for folder in _folders_of(nlp) if folder not in folders]
    if there and folders:
        forget(nlp, folders)
        for name in there:
            nlp.replace_pipe(name, name, config={"rules": [*carried, *folders]})
    for position, name in enumerate(COMPONENTS):
        if name not in there:
            nlp.add_pipe(name, first=position == 0 or None, config={"rules": [*carried, *folders]})


def _folders_of(nlp: Language) -> list[str]:
    """The folders in the settings of our components: the same in all of them."""
    ours = [name for name in COMPONENTS if name in nlp.pipe_names]
    return list(nlp.get_pipe_config(ours[0])["rules"]) if ours else []


def _load_model(model: str) -> Language:
    path = model_path() if model == DEFAULT_MODEL else Path(model)
    if path.is_dir():
        return _load_whole(model, path)
    if is_package(model):
        return _load_whole(model, model)
    raise RunError(
        f"model {model}: neither an installed pipeline nor a folder; install it with "
        f"`python -m spacy download {model}`, or leave --model out to use the shipped {DEFAULT_MODEL}."
    )


def _load_whole(model: str, path: Path | str) -> Language:
    """Whatever a damaged file makes spaCy and its readers raise becomes one sentence."""
    try:
        # Without its words spaCy loads a pipeline all the same, and fails on the first text.
        if isinstance(path, Path):
            (path / "vocab" / "strings.json").stat()
            return load_folder(path)
        return spacy.load(path)
    except RuleError:
        raise  # the rules that a saved pipeline carries: the fault names itself
    except Exception as error:
        problem = " ".join(str(error).split())[:300] or type(error).__name__
        where = path.absolute() if isinstance(path, Path) else path
        remedy = "install nieuwsextract again" if model == DEFAULT_MODEL else "get it again"
        raise RunError(f"model {where}: damaged, or no spaCy pipeline ({problem}); {remedy}") from error


def _check_model(nlp: Language, model: str) -> None:
    missing = [name for name in ("parser", "ner") if name not in nlp.pipe_names]
    if missing:
        raise RunError(
            f"model {model}: has no component {' and no '.join(missing)} "
            f"(it has: {', '.join(nlp.pipe_names)}); "
            "quotes and events need both, so use a full Dutch pipeline such as nl_core_news_sm."
        )
    if nlp.lang != "nl":
        raise RunError(f"model {model}: is for language {nlp.lang!r}; use a Dutch one (nl).")
