"""nieuwsextract: people, countries, organisations, quotes and events from Dutch-language news.

The names load on first use: importing the package does not import spaCy, nor anything else that takes time.
"""

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from nieuwsextract.article import Article
    from nieuwsextract.batch import run
    from nieuwsextract.extraction import extract, extract_many
    from nieuwsextract.pipeline.loading import load
    from nieuwsextract.reading import read
    from nieuwsextract.records import ArticleRecord
    from nieuwsextract.shipped import model_path
    from nieuwsextract.version import VERSION as __version__
    from nieuwsextract.writing import write

_HOMES = {
    "Article": "article",
    "ArticleRecord": "records",
    "extract": "extraction",
    "extract_many": "extraction",
    "load": "pipeline.loading",
    "model_path": "shipped",
    "read": "reading",
    "run": "batch",
    "write": "writing",
}

__all__ = [
    "Article",
    "ArticleRecord",
    "__version__",
    "extract",
    "extract_many",
    "load",
    "model_path",
    "read",
    "run",
    "write",
]


def __getattr__(name: str) -> object:
    if name == "__version__":
        return import_module("nieuwsextract.version").VERSION
    if name in _HOMES:
        return getattr(import_module(f"nieuwsextract.{_HOMES[name]}"), name)
    raise AttributeError(f"module 'nieuwsextract' has no attribute {name!r}")
