"""Records out: JSON lines, the format of record."""

from nieuwsextract.writing.jsonl import write

__all__ = ["write"]
