"""One shard, from the articles that wait to the files that are done: the same on every engine."""

import gc
import json
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import replace

from spacy.language import Language

from nieuwsextract import storage
from nieuwsextract.article import Article
from nieuwsextract.assemble import describe_producer
from nieuwsextract.batch.output import open_shard
from nieuwsextract.batch.settings import Counts, PipelineSpec, RunOptions, Task
from nieuwsextract.batch.shards import Waiting, read_waiting
from nieuwsextract.errors import ReadError, RunError
from nieuwsextract.extraction import extract_many
from nieuwsextract.pipeline.loading import rules_of
from nieuwsextract.reading import Found, ReadFailure, to_failure
from nieuwsextract.records import SCHEMA_VERSION, ArticleMetadata, ArticleRecord, ProducedBy, hash_text

#: Articles, and characters, that go through the pipeline together.
BATCH = 32
BATCH_CHARACTERS = 200_000
#: Words, in all their spellings, that a process remembers.
KEPT_WORDS = 60_000
#: An article that a process died on so often is taken for the cause.
MAX_DEATHS = 2

Outcome = ArticleRecord | ReadFailure


def load_for_good(spec: PipelineSpec) -> Language:
    """Load the pipeline of a process that does nothing but shards.

    What it consists of stays until the process ends: the search for garbage passes over it from here on.
    To look through its million objects every few hundred articles took a twelfth of the time.

    Raises:
        RunError: the model cannot be loaded.
    """
    nlp = spec.load()
    gc.collect()
    gc.freeze()
    return nlp


def process_shard(task: Task, nlp: Language, options: RunOptions, *, careful: bool = False) -> Counts:
    """Process a waiting shard into its files; doing it again gives the same files.

    With ``careful`` the articles go one by one, and the one that a process dies on is an error the time
    after: see ``_skip_deadly``.

    Raises:
        RunError: the output cannot be written (nothing of the shard is left), this process does not see the
            folder; with ``options.strict``, for the first article that gives no record.
    """
    try:
        return _process_shard(task, nlp, options, careful)
    except FileNotFoundError as error:
        raise RunError(
            f"{task.source}: this worker finds no such file; every worker must see the output folder, under "
            "the same path or URL (memory:// is one process's own)"
        ) from error
    except OSError as error:
        raise RunError(f"{error.filename or task.target}: {storage.explain(error)}") from error


def _process_shard(task: Task, nlp: Language, options: RunOptions, careful: bool) -> Counts:
    waiting = read_waiting(task.source)
    if careful:
        waiting = _skip_deadly(waiting, f"{task.source}.journal")
    with open_shard(task.target, options.format) as output:
        for batch in _batches(waiting, 1 if careful else BATCH):
            with _memory(nlp):
                for outcome in _process(batch, nlp, options):
                    output.add(outcome)
                    if options.strict and isinstance(outcome, ReadFailure) and not outcome.is_skip:
                        raise RunError(f"{outcome} (stopped at the first error: --strict)")
    storage.remove(f"{task.source}.journal")
    return replace(task.counts, records=output.records, errors=output.errors, skipped=output.skipped)


def _memory(nlp: Language) -> AbstractContextManager[object]:
    """Let spaCy keep the words it meets first, the common ones; forget later ones with their texts.

    In a memory zone every word that is not known yet is taken apart anew, which costs a sixth of the time;
    without one memory grows for ever.
    """
    return nullcontext() if len(nlp.vocab) < KEPT_WORDS else nlp.memory_zone()


def _batches(waiting: Iterator[Waiting], size: int) -> Iterator[list[Waiting]]:
    batch: list[Waiting] = []
    characters = 0
    for item in waiting:
        length = len(item[0].article.text) if isinstance(item[0], Found) else 0
        if batch and characters + length > BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
        batch.append(item)
        characters += length
        if len(batch) == size:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _process(batch: list[Waiting], nlp: Language, options: RunOptions) -> Iterator[Outcome]:
    found = [item for item, original in batch if isinstance(item, Found) and original is None]
    outcomes = iter(_extract(found, nlp, options.with_text))
    for item, original in batch:
        if isinstance(item, ReadFailure):
            yield item
        elif original is not None:
            yield make_copy(item.article, original, nlp, options.with_text)
        else:
            yield next(outcomes)


def _extract(found: list[Found], nlp: Language, with_text: bool) -> list[Outcome]:
    """All together; when one of them fails, one by one, so that it fails alone."""
    articles = [item.article for item in found]
    try:
        return list(extract_many(articles, nlp=nlp, batch_size=max(1, len(articles)), with_text=with_text))
    except Exception as error:
        if len(found) == 1:
            return [_to_failure(error, found[0])]
        return [outcome for item in found for outcome in _extract([item], nlp, with_text)]


def _to_failure(error: Exception, item: Found) -> ReadFailure:
    if isinstance(error, ReadError):
        return to_failure(error, item.place, item.article.id)
    problem = " ".join(f"{type(error).__name__}: {error}".split())[:500]
    remedy = "run it alone with `nieuwsextract extract`, and report it with its text if it fails there too"
    return ReadFailure(item.article.id, item.place, "process", problem, remedy)


def make_copy(article: Article, original: str, nlp: Language, with_text: bool) -> ArticleRecord:
    """Return the record of a copy: what is known of the article itself, and whose copy it is."""
    text = article.text.encode("utf-8", "replace").decode()
    metadata = article.model_dump(exclude={"id", "text"})
    return ArticleRecord(
        schema_version=SCHEMA_VERSION,
        id=article.id,
        article=ArticleMetadata.model_validate(metadata | {"authors": list(article.authors)}),
        text=text if with_text else None,
        text_sha256=hash_text(text),
        duplicate_of=original,
        produced_by=ProducedBy.model_validate(describe_producer(nlp, rules_of(nlp))),
    )


def _skip_deadly(waiting: Iterator[Waiting], journal: str) -> Iterator[Waiting]:
    """Write down each article before it is processed; one that processes died on becomes an error.

    A process that is killed (by the system for its memory, by a crash in a library) cannot say on which
    article; the next one reads it here.
    """
    deaths: dict[int, int] = {}
    with suppress(FileNotFoundError), storage.open_file(journal, "rb") as file:
        deaths = {int(number): count for number, count in json.loads(file.read()).items()}
    for number, (item, original) in enumerate(waiting):
        if isinstance(item, Found) and deaths.get(number, 0) >= MAX_DEATHS:
            remedy = "look at this article: it may be extremely long; give the workers more memory"
            yield ReadFailure(item.article.id, item.place, "process", "the process died on it", remedy), None
            continue
        counted = deaths | {number: deaths.get(number, 0) + 1}
        with storage.write_whole(journal, durable=False) as file:
            file.write(json.dumps(counted).encode())
        yield item, original
