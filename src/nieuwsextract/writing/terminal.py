"""A record's text in colours, for the terminal."""

from rich.text import Text

from nieuwsextract.records import ArticleRecord
from nieuwsextract.writing.segments import marks_of, segments_of

_STYLES = {
    "event": "bold red",
    "cue": "italic yellow",
    "entity PERSON": "bold blue",
    "entity ORG": "magenta",
    "entity GPE": "green",
    "entity NORP": "green",
    "entity LOC": "green",
    "entity FAC": "green",
    "time": "cyan",
    "quote": "on grey23",
}


def to_text(record: ArticleRecord) -> Text:
    """Return the article's text as rich text: quotes shaded, names, times, cues and events coloured."""
    shown = Text()
    for segment in segments_of(record.text or "", marks_of(record)):
        styles = [_STYLES[mark.kind] for mark in segment.marks if mark.kind in _STYLES]
        shown.append(segment.text, style=" ".join(styles))
    return shown
