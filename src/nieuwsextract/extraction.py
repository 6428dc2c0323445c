"""Text in, record out: the library's two verbs, for one article and for many."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from nieuwsextract.article import LONE_SURROGATE, Article, check_paragraphs
from nieuwsextract.assemble import assemble, describe_producer
from nieuwsextract.explanation import explain_record
from nieuwsextract.language import find_language
from nieuwsextract.pipeline.loading import rules_of
from nieuwsextract.pipeline.parts import process_all
from nieuwsextract.pipeline.words import words_of
from nieuwsextract.records import ArticleRecord

_BATCH = 32


def extract(
    article: Article | str, *, nlp: Language, with_text: bool = True, explain: bool = False
) -> ArticleRecord:
    """Extract one article's record; a plain string is an article without metadata."""
    return next(extract_many([article], nlp=nlp, with_text=with_text, explain=explain))


def extract_many(
    articles: Iterable[Article | str],
    *,
    nlp: Language,
    batch_size: int = _BATCH,
    with_text: bool = True,
    explain: bool = False,
) -> Iterator[ArticleRecord]:
    """Yield one record per article, in order; reads no further ahead than one batch.

    ``explain`` adds to each item why it is there, and what was passed over.

    Raises:
        ReadError: a single paragraph is longer than ``article.MAX_PARAGRAPH``.
    """
    rules = rules_of(nlp)
    produced_by = describe_producer(nlp, rules)
    for batch in _batched(articles, batch_size):
        docs = [_to_doc(nlp, article) for article in batch]
        for article, doc in zip(batch, process_all(nlp, docs), strict=True):
            language = find_language(words_of(doc).text, rules)
            warnings = _warnings(article, language)
            known = (
                article
                if article.language or language is None
                else article.model_copy(update={"language": language})
            )
            record = assemble(doc, known, produced_by, warnings, with_text=with_text)
            yield explain_record(record, doc, nlp) if explain else record


def _batched(articles: Iterable[Article | str], size: int) -> Iterator[list[Article]]:
    rest = iter(articles)
    while batch := list(islice(rest, size)):
        yield [Article(text=article) if isinstance(article, str) else article for article in batch]


def _to_doc(nlp: Language, article: Article) -> Doc:
    """Tokenise; the components find the article's metadata on the Doc."""
    check_paragraphs(article.text, article.id)
    doc = nlp.tokenizer(LONE_SURROGATE.sub("\ufffd", article.text))
    doc._.nieuws_article = article.model_dump(exclude={"text"})
    return doc


def _warnings(article: Article, language: str | None) -> list[dict[str, Any]]:
    warnings = []
    if language not in (None, "nl"):
        warnings.append({"code": "language", "message": f"the text looks like {language!r}, not Dutch"})
    broken = len(LONE_SURROGATE.findall(article.text))
    if broken:
        message = f"{broken} lone surrogates in the input stand as U+FFFD in the text"
        warnings.append({"code": "surrogates", "message": message})
    return warnings
