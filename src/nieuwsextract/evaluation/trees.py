"""Gold trees in the place of the model's: what the rules do on perfect parses and perfect names.

Set beside the figures on the model's own parses, they tell a rule's error from the parser's.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from nieuwsextract.assemble import assemble, describe_producer
from nieuwsextract.errors import ReadError
from nieuwsextract.evaluation.gold import GoldArticle
from nieuwsextract.pipeline.loading import COMPONENTS, rules_of
from nieuwsextract.records import ArticleRecord

Trees = dict[str, list[list[str]]]


class _Row(NamedTuple):
    """One token of a document; ``head`` is an index into its tokens, None for a root."""

    form: str
    space: bool
    lemma: str
    pos: str
    features: str
    head: int | None
    relation: str


def extract_from_trees(articles: list[GoldArticle], path: Path, nlp: Language) -> dict[str, ArticleRecord]:
    """Run our components, but not the model's, over the articles whose sentences have gold trees.

    Raises:
        ReadError: the trees cannot be read, or a sentence's tokens do not stand in the article.
    """
    trees = _read_trees(path)
    produced_by = describe_producer(nlp, rules_of(nlp))
    made = {}
    for gold in articles:
        if gold.sentences and all(sentence.id in trees for sentence in gold.sentences):
            doc = _to_doc(gold, trees, nlp)
            for name in COMPONENTS:
                doc = nlp.get_pipe(name)(doc)
            made[gold.id] = assemble(doc, gold.to_article(), produced_by)
    return made


def _read_trees(path: Path) -> Trees:
    """CoNLL-U sentences by the last part of their ``sent_id``."""
    trees: Trees = {}
    name = ""
    try:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("# sent_id"):
                name = line.partition("=")[2].strip().rpartition("\\")[2]
                trees[name] = []
            elif line[:1].isdigit() and line.split("\t")[0].isdigit():
                trees[name].append(line.split("\t"))
    except (OSError, UnicodeDecodeError, KeyError) as error:
        raise ReadError(f"{path}: no CoNLL-U file: {error}") from error
    return trees


def _to_doc(gold: GoldArticle, trees: Trees, nlp: Language) -> Doc:
    rows = list(_rows(gold, trees))
    doc = Doc(
        nlp.vocab,
        words=[row.form for row in rows],
        spaces=[row.space for row in rows],
        lemmas=[row.lemma for row in rows],
        pos=[row.pos for row in rows],
        morphs=[row.features for row in rows],
        heads=[index if row.head is None else row.head for index, row in enumerate(rows)],
        deps=["ROOT" if row.relation == "root" else row.relation for row in rows],
    )
    spans = [
        doc.char_span(entity.start, entity.end, label=entity.label, alignment_mode="expand")
        for entity in gold.entities or []
    ]
    doc.ents = tuple(filter_spans([span for span in spans if span is not None]))
    doc._.nieuws_article = gold.to_article().model_dump(exclude={"text"})
    return doc


def _rows(gold: GoldArticle, trees: Trees) -> Iterator[_Row]:
    """The article's tokens: one blank belongs to the token before it, more are a token of their own."""
    places = list(_places(gold, trees))
    ends = [start for _, _, start in places[1:]] + [len(gold.text)]
    gaps = [
        gold.text[start + len(token[1]) : end] for (_, token, start), end in zip(places, ends, strict=True)
    ]
    index, first, numbers = 0, -1, []
    for gap in gaps:
        numbers.append(index)
        index += 1 + bool(gap.removeprefix(" "))
    for place, ((sentence, token, _), gap) in enumerate(zip(places, gaps, strict=True)):
        if place == 0 or sentence != places[place - 1][0]:
            first = place
        head = numbers[first + int(token[6]) - 1] if token[6] != "0" else None
        features = "" if token[5] == "_" else token[5]
        yield _Row(token[1], gap.startswith(" "), token[2], token[3], features, head, token[7])
        if rest := gap.removeprefix(" "):
            yield _Row(rest, False, rest, "SPACE", "", None, "dep")


def _places(gold: GoldArticle, trees: Trees) -> Iterator[tuple[str, list[str], int]]:
    """Every token with its sentence's id and the character where it starts."""
    at = 0
    for sentence in gold.sentences:
        for token in trees[sentence.id]:
            start = gold.text.find(token[1], at)
            if start < 0 or gold.text[at:start].strip():
                raise ReadError(f"{gold.id}: token {token[1]!r} of {sentence.id} does not stand at {at}")
            yield sentence.id, token, start
            at = start + len(token[1])
