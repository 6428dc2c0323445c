"""The Dutch tokenizer of spaCy, changed for news: quotation marks, elisions, initials, abbreviations."""

import re
import tomllib
from pathlib import Path

import spacy
from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

WORDS = tomllib.loads((Path(__file__).parent.parent / "tokenizer.toml").read_text(encoding="utf-8"))
OPEN = "[\"“”„‟«»]|,,|''"

# Whole strings that stay one token: 's-Hertogenbosch, '69, A.F.Th., a.d.h.v., 't.
WHOLE = (
    r"^(?:['’‘`´]s-\w[\w-]*"
    r"|['’]\d\ds?"
    rf"|(?:[{ALPHA_UPPER}][a-z]?[a-z]?\.){{2,}}(?:-[\w-]+)?"
    rf"|(?:[{ALPHA}]\.){{2,}}(?:-[\w-]+)?"
    r"|['’‘`´](?:s|t|n|m|k|r|ns))$"
)

APOSTROPHES = {"'", "\\'", "’", "‘", "`", "´"}
PREFIXES = [",,", "''", "‟"]
SUFFIXES = [
    "''",
    "‟",
    rf"(?<=[{ALPHA}0-9:;.,!?]),,",
    # PvdA., SpaceX., V&D.: a capital after something else ends the sentence, it is no initial
    rf"(?<=[{ALPHA_LOWER}&0-9][{ALPHA_UPPER}])\.",
]
INFIXES = [
    # "woord.“Volgende", "zei:„Nee": first the mark, then the quotation mark
    rf"(?<=[{ALPHA}0-9])[,:;.!?]+?(?=(?:{OPEN})[{ALPHA}])",
    rf"(?<=[{ALPHA}0-9,:;.!?])(?:{OPEN})(?=[{ALPHA}0-9])",
    # "Ja",zei hij
    rf"(?<=[{ALPHA}0-9.!?])[\"”»](?=[,:;.])",
    rf"(?<=[\"”»])[,:;.](?=[{ALPHA}])",
    # Amsterdam–Utrecht, 2005–2010
    rf"(?<=[{ALPHA}0-9])[–—](?=[{ALPHA}0-9])",
    # RIYAD/DOHA, en/of; units and fractions (km/u, 1/2) stay whole
    rf"(?<=[{ALPHA}][{ALPHA}])/(?=[{ALPHA}][{ALPHA}])",
    rf"(?<=[{ALPHA_LOWER}])[.!?](?=[{ALPHA_UPPER}][{ALPHA_LOWER}])",
]


def without_apostrophes(infix: str) -> str:
    """foto’s, Jan’s: an apostrophe inside a word is no quotation mark."""
    return re.sub("[’‘´`‚]", "", infix) if "”" in infix else infix


def not_elided(prefix: str) -> str:
    """'t, 's-Gravenhage, '69: an apostrophe that belongs to what follows is no quotation mark."""
    if prefix not in APOSTROPHES:
        return prefix
    return prefix + r"(?!(?:s|t|n|m|k|r|ns)(?!\w)|\d\ds?(?!\w))"


def exceptions(defaults: dict[str, list[dict[int, str]]]) -> dict[str, list[dict[int, str]]]:
    """Exceptions of spaCy without emoticons ("8)" ends "(8)"), acronyms ("VS.") and words, with ours."""
    false = {form for word in WORDS["words"] for form in (word, word.capitalize(), word.upper())}
    kept = {
        orth: split
        for orth, split in defaults.items()
        if orth not in false and not is_emoticon(orth) and not re.fullmatch(r"[A-Z]{2,}\.", orth)
    }
    for abbreviation in WORDS["abbreviations"]:
        for form in (abbreviation, abbreviation.capitalize()):
            kept[form] = [{ORTH: form}]
    return {orth: split for orth, split in kept.items() if orth not in WORDS["forms"]}


def is_emoticon(orth: str) -> bool:
    return not orth.isspace() and not re.search(r"[^\W\d_]{2}|[^\W\d_]\.|^['’]\w+$|\s", orth)


def add_news_tokenizer(nlp: Language) -> Language:
    """Changes the tokenizer of a Dutch pipeline in place and returns the pipeline."""
    defaults = nlp.Defaults
    prefixes = PREFIXES + [not_elided(prefix) for prefix in defaults.prefixes]
    infixes = INFIXES + [without_apostrophes(infix) for infix in defaults.infixes]
    nlp.tokenizer.rules = exceptions(defaults.tokenizer_exceptions)
    nlp.tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    nlp.tokenizer.suffix_search = compile_suffix_regex(SUFFIXES + list(defaults.suffixes)).search
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    nlp.tokenizer.token_match = re.compile(WHOLE).match
    return nlp


def blank() -> Language:
    return add_news_tokenizer(spacy.blank("nl"))


@spacy.registry.callbacks("nieuws.tokenizer.v1")
def before_init():
    return add_news_tokenizer
