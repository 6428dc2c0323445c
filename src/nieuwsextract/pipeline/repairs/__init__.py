"""Repairs of the recogniser's entities, by what the rest of the article and the lexicons say.

A repair takes the article, its names, which it changes, and its rule; ``rule.name`` stands in what it made.
"""

from nieuwsextract.pipeline.repairs.names import NAMES, Article, Known, Name, Names

__all__ = ["NAMES", "Article", "Known", "Name", "Names"]
