"""Articles with inline entities, `[Sergei Lavrov|PERSON]`.

One paragraph a line, a blank line between articles; the first line of an article is its headline.
Run with file names to check them: `python annotated.py FILE…`.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

LABELS = frozenset(
    [
        "PERSON",
        "GPE",
        "LOC",
        "ORG",
        "NORP",
        "FAC",
        "EVENT",
        "PRODUCT",
        "WORK_OF_ART",
        "LAW",
        "LANGUAGE",
        "DATE",
        "TIME",
        "PERCENT",
        "MONEY",
        "QUANTITY",
        "ORDINAL",
        "CARDINAL",
    ]
)
ENTITY = re.compile(r"\[([^\[\]|]+)\|([A-Z_]+)\]")

Entity = tuple[int, int, str]


def read_line(line: str) -> tuple[str, list[Entity]]:
    """The line without its marks and its entities as characters (start, end exclusive, label)."""
    text, entities, at = "", [], 0
    for match in ENTITY.finditer(line):
        text += line[at : match.start()]
        entities.append((len(text), len(text) + len(match[1]), match[2]))
        text, at = text + match[1], match.end()
    return text + line[at:], entities


def read_articles(path: Path) -> Iterator[tuple[str, list[Entity]]]:
    """Articles in file order; paragraphs joined by an empty line, offsets into the whole article."""
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip()):
        text, entities = "", []
        for line in block.splitlines():
            paragraph, found = read_line(line.strip())
            text += "\n\n" if text else ""
            entities += [(start + len(text), end + len(text), label) for start, end, label in found]
            text += paragraph
        yield text, entities


def problems(path: Path) -> Iterator[str]:
    """What is wrong with a file, one message a finding: `name:line: message`."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        place = f"{path.name}:{number}:"
        for text, label in ENTITY.findall(line):
            if label not in LABELS:
                yield f"{place} unknown label {label}"
            if text != text.strip():
                yield f"{place} space at the edge of {text!r}"
        if set("[]|") & set(ENTITY.sub("", line)):
            yield f"{place} a bracket or bar outside an entity"


if __name__ == "__main__":
    found = [problem for name in sys.argv[1:] for problem in problems(Path(name))]
    print("\n".join(found) or "no problems")
    sys.exit(bool(found))
