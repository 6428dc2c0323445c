"""Gold as inline-annotated XML, as one writes it by hand → the same objects as the JSON lines hold.

::

    <articles>
      <article id="a1" date="2017-12-02">
        <title>Lavrov: geen paniek</title>
        <p><entity label="PERSON">Lavrov</entity> <cue quote="1">zegt</cue>
           <quote id="1" type="indirect" speaker="Lavrov">dat hij komt</quote>.</p>
      </article>
    </articles>

Elements nest as they must (an entity in a quote, a ``source`` around an entity). Two ``quote`` elements of
one id are one quote in two pieces; ``cue`` and ``source`` name their quote. ``event`` holds the trigger.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from nieuwsextract.errors import ReadError

Json = dict[str, Any]
_LAYERS = {"entity": "entities", "quote": "quotes", "event": "events", "time": "times"}
_BLOCKS = ("title", "p")
#: Element → its attributes; a misspelt one would silently count for nothing.
_ATTRIBUTES = {
    "entity": {"label"}, "quote": {"id", "type", "speaker"}, "cue": {"quote"}, "source": {"quote"},
    "event": {"type", "actor", "recipient", "time", "place", "polarity", "modality"},
    "time": {"label", "type", "value"},
}  # fmt: skip


def read_xml(path: Path) -> Iterator[Json]:
    """Yield each article of a file as a JSON line would give it, text and offsets computed.

    A layer counts as annotated when any article of the file has it, or when the root names it:
    ``<articles layers="entities quotes">``.

    Raises:
        ReadError: the file is no XML, or an element says what it may not; the message names the article.
    """
    try:
        source = path.read_text(encoding="utf-8-sig")
        if "<!DOCTYPE" in source or "<!ENTITY" in source:
            raise ReadError(f"{path}: has a document type; take it out, the format needs none")
        root = ElementTree.fromstring(source)  # noqa: S314 - without a document type nothing expands
    except (OSError, UnicodeDecodeError, ElementTree.ParseError) as error:
        raise ReadError(f"{path}: cannot be read as XML in UTF-8: {error}") from error
    used = {_LAYERS[element.tag] for element in root.iter() if element.tag in _LAYERS}
    layers = set(root.get("layers", "").split()) or used
    for number, article in enumerate(root.iter("article"), start=1):
        yield _Article(f"{path}: article {article.get('id') or number}").read(article, layers)


class _Article:
    """Walks one article's tree and counts characters."""

    def __init__(self, place: str) -> None:
        self.place = place
        self.text = ""
        self.found: dict[str, list[Json]] = {layer: [] for layer in _LAYERS.values()}
        self.quotes: dict[str, Json] = {}

    def read(self, article: ElementTree.Element, layers: set[str]) -> Json:
        """Return the article; blocks are a blank line apart, white space inside them is one space."""
        if not article.get("id"):
            raise self._fault("needs an id")
        for block in article:
            if block.tag not in _BLOCKS:
                raise self._fault(f"<{block.tag}> stands outside <title> and <p>")
            self.text = self.text.rstrip() + ("\n\n" if self.text else "")
            self._walk(block)
        self.text = self.text.rstrip()
        self._join_quotes()
        annotated = {layer: items for layer, items in self.found.items() if layer in layers}
        return {"id": article.get("id"), "date": article.get("date"), "text": self.text, **annotated}

    def _walk(self, element: ElementTree.Element) -> None:
        start = len(self.text)
        self._add(element.text)
        for child in element:
            before = len(self.text)
            self._walk(child)
            self._note(child, before)
            self._add(child.tail)
        if element.tag in _BLOCKS and len(self.text) == start:
            raise self._fault(f"<{element.tag}> is empty")

    def _add(self, text: str | None) -> None:
        words = " ".join(f"|{text or ''}|".split())[1:-1]
        at_start = not self.text or self.text[-1].isspace()
        self.text += words.lstrip() if at_start else words

    def _note(self, element: ElementTree.Element, start: int) -> None:
        shown = self.text[start:]
        start += len(shown) - len(shown.lstrip())
        end = start + len(shown.strip())
        span = {"start": start, "end": end}
        unknown = set(element.attrib) - _ATTRIBUTES.get(element.tag, set(element.attrib))
        if unknown:
            known = ", ".join(sorted(_ATTRIBUTES[element.tag]))
            raise self._fault(f"<{element.tag}> has no {', '.join(sorted(unknown))}; it may have: {known}")
        if end <= start:
            raise self._fault(f"<{element.tag}> is empty")
        if element.tag in ("entity", "event", "time"):
            self.found[_LAYERS[element.tag]].append({**element.attrib, **span})
        elif element.tag == "quote":
            quote = self._quote(element.get("id"))
            quote.update({name: value for name, value in element.attrib.items() if name != "id"})
            quote["content"].append((start, end))
        elif element.tag == "cue":
            self._quote(element.get("quote"))["cue"].append((start, end))
        elif element.tag == "source":
            self._quote(element.get("quote"))["source"] = (start, end)
        else:
            raise self._fault(f"<{element.tag}> is none of: entity, quote, cue, source, event, time")

    def _quote(self, name: str | None) -> Json:
        if name is None:
            raise self._fault("a quote needs id=…, a cue or source quote=…")
        return self.quotes.setdefault(name, {"id": name, "content": [], "cue": [], "source": None})

    def _join_quotes(self) -> None:
        for name, quote in self.quotes.items():
            if not quote["content"]:
                raise self._fault(
                    f'a cue or source names quote="{name}", but there is no <quote id="{name}">'
                )
            self.found["quotes"].append(quote)

    def _fault(self, message: str) -> ReadError:
        return ReadError(f"{self.place}: {message}")
