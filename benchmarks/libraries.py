"""dateparser and textacy beside our times and quotes: CPU seconds, and how much of the gold each finds."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

import nieuwsextract as nx
from benchmarks.extraction import extract_all
from benchmarks.pipeline import count_words
from benchmarks.timing import GOLD, NEWSPAPERS, by_turns, show_rates
from nieuwsextract.evaluation.gold import GoldArticle, read_gold
from nieuwsextract.evaluation.quotes import LOOSE
from nieuwsextract.evaluation.scores import Counts, pair
from nieuwsextract.rules import load_rules

#: Start, end, and what is said of it.
Found = tuple[int, int, str]
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def odd_articles() -> list[GoldArticle]:
    """Invented articles that are for development; the even ones judge."""
    return [article for article in read_gold(GOLD) if int(article.id[1:]) % 2]


def show(title: str, counts: Counts) -> None:
    scores = (counts.precision or 0, counts.recall or 0, counts.f1 or 0)
    numbers = f"{counts.right:.0f} right of {counts.found} found, {counts.wanted} wanted"
    print("{:34}precision {:.2f}, recall {:.2f}, F {:.2f} ({})".format(title, *scores, numbers))


def is_missing(package: str) -> bool:
    if importlib.util.find_spec(package):
        return False
    print(f"{package} is left out: it is not installed (pip install {package}).")
    return True


def process(articles: Iterable[GoldArticle], nlp: Any) -> Iterator[Doc]:
    """Docs with all that our components find."""
    for article in articles:
        doc = nlp.make_doc(article.text)
        doc._.nieuws_article = article.to_article().model_dump(exclude={"text"})
        yield nlp(doc)


def compare_dates(rounds: int) -> None:
    """Days only, which is all that dateparser can say: weeks, months and years of the gold are left out."""
    if is_missing("dateparser"):
        return
    from dateparser.search import search_dates

    nlp, articles = nx.load(), [article for article in odd_articles() if article.times]
    texts = [article.text for article in articles]
    docs, component = list(process(articles, nlp)), nlp.get_pipe("nieuws_dates")

    def search(article: GoldArticle) -> list[tuple[str, datetime]]:
        base = datetime.fromisoformat(str(article.date))
        settings = {"RELATIVE_BASE": base}  # with PREFER_DATES_FROM past it finds fewer than half as many
        return search_dates(article.text, languages=["nl"], settings=settings) or []

    tasks = {
        "dateparser.search_dates": lambda: [search(article) for article in articles],
        "our component for times": lambda: [component(doc) for doc in docs],
        "our whole extraction": lambda: extract_all(nlp, texts),
    }
    show_rates(by_turns(tasks, rounds), count_words(nlp, texts), "dateparser.search_dates")
    theirs = [locate(article.text, search(article)) for article in articles]
    ours = [[(n["start"], n["end"], n["value"] or "") for n in doc._.nieuws_dates] for doc in docs]
    for title, found in (("dateparser, days", theirs), ("ours, days", ours)):
        show(title, sum(map(score_days, articles, found), Counts()))


def locate(text: str, hits: list[tuple[str, datetime]]) -> list[Found]:
    """Where each hit stands: dateparser gives its words only."""
    found, begin = [], 0
    for words, moment in hits:
        start = text.find(words, begin)
        if start >= 0:
            begin = start + len(words)
            found.append((start, begin, moment.date().isoformat()))
    return found


def score_days(article: GoldArticle, found: list[Found]) -> Counts:
    gold = article.times or []
    days = [time for time in gold if _DAY.match(time.value or "")]
    others = [time for time in gold if time not in days]
    said = [
        hit
        for hit in found
        if _DAY.match(hit[2]) and not any(t.start < hit[1] and hit[0] < t.end for t in others)
    ]
    pairs = pair([[hit[:2]] for hit in said], [[(time.start, time.end)] for time in days], 0.01)
    right = sum(said[i][2][:10] == (days[j].value or "")[:10] for i, j in pairs)
    return Counts(right, len(said), len(days))


def compare_quotes(rounds: int) -> None:
    """On docs parsed by our pipeline: textacy needs a parse too, and gets the same."""
    if is_missing("textacy"):
        return
    from textacy import constants
    from textacy.extract import direct_quotations

    rules = load_rules().rules["cue"].values()
    constants.REPORTING_VERBS["nl"] = {rule.lemma for rule in rules if "speech" in rule.takes}
    refused: set[int] = set()

    def extract(doc: Doc) -> list[Any]:
        try:
            return list(direct_quotations(doc))
        except ValueError:  # an odd number of quotation marks
            refused.add(id(doc))
            return []

    nlp = nx.load()
    component = nlp.get_pipe("nieuws_quotes")
    newspapers = list(read_gold(Path(NEWSPAPERS))) if NEWSPAPERS else []
    for name, articles in (("newspapers", newspapers), ("invented articles, odd", odd_articles())):
        docs = list(process(articles, nlp))
        tasks = {
            "textacy, direct quotes": lambda docs=docs: [extract(doc) for doc in docs],
            "our component, all quotes": lambda docs=docs: [component(doc) for doc in docs],
        }
        print(f"{name}: {len(docs)}")
        times = by_turns(tasks if docs else {}, rounds)
        show_rates(times, count_words(nlp, [doc.text for doc in docs]), "textacy, direct quotes")
        theirs = [[_inside(quote.content) for quote in extract(doc)] for doc in docs]
        records = nx.extract_many([article.to_article() for article in articles], nlp=nlp)
        ours = [
            [[(s.start, s.end) for s in q.content] for q in record.quotes if q.quote_type == "direct"]
            for record in records
        ]
        print(f"textacy refuses {len(refused)} of them: an odd number of quotation marks")
        refused.clear()
        for title, found in (("textacy, direct quotes, loose", theirs), ("ours, direct quotes, loose", ours)):
            show(title, sum(map(score_direct, articles, found), Counts()))


def _inside(content: Any) -> list[tuple[int, int]]:
    inner = content[1:-1]
    return [(inner.start_char, inner.end_char)]


def score_direct(article: GoldArticle, found: list[list[tuple[int, int]]]) -> Counts:
    wanted = [quote.content for quote in article.quotes or [] if quote.type == "direct"]
    return Counts(len(pair(found, wanted, LOOSE)), len(found), len(wanted))
