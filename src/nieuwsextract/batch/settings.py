"""What a run is asked to do, and what it tells: plain values, so that they can cross to other processes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, Literal

from spacy.language import Language

from nieuwsextract.reading import Columns, load_columns
from nieuwsextract.shipped import DEFAULT_MODEL

Format = Literal["jsonl", "parquet", "csv"]


@dataclass(frozen=True)
class PipelineSpec:
    """Which pipeline a worker loads: the model, folders of rules, and ``module:function`` that loads it."""

    model: str = DEFAULT_MODEL
    rules: tuple[str, ...] = ()
    loader: str = "nieuwsextract.pipeline.loading:load"

    def load(self) -> Language:
        """Load the pipeline.

        Raises:
            RunError: the model cannot be loaded.
        """
        module, _, function = self.loader.partition(":")
        loaded: Language = getattr(import_module(module), function)(self.model, rules=self.rules)
        return loaded


@dataclass(frozen=True)
class RunOptions:
    """Everything that decides what is in the output; two runs in one folder must agree on it."""

    pipeline: PipelineSpec = field(default_factory=PipelineSpec)
    columns: Columns = field(default_factory=load_columns)
    format: Format = "jsonl"
    shard_size: int = 500
    limit: int | None = None
    with_text: bool = True
    #: Articles that are found to be in another language are left out.
    dutch_only: bool = True
    #: Articles with the same text are processed once.
    exact_duplicates: bool = True
    #: The least Jaccard similarity of near duplicates; None leaves them alone.
    near_duplicates: float | None = None
    strict: bool = False


@dataclass
class Counts:
    """What came of a shard or a run."""

    articles: int = 0
    records: int = 0
    errors: int = 0
    #: Left out because they are not Dutch.
    skipped: int = 0
    duplicates: int = 0
    words: int = 0

    def add(self, other: "Counts") -> None:
        """Add another's counts to these."""
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)


@dataclass(frozen=True)
class Task:
    """One shard: where its articles wait, the path its files begin with, and what the cutter counted."""

    number: int
    source: str
    target: str
    counts: Counts
    #: Bytes of the input that were read when the shard was cut.
    position: int = 0


@dataclass(frozen=True)
class Result:
    """A shard that is done, and how large the process that did it has become."""

    task: Task
    counts: Counts
    worker: int
    memory_mb: float
    peak_mb: float


@dataclass
class Summary:
    """A run as ``run.json`` tells it: ``new`` is what this command did, ``total`` what the folder holds."""

    total: Counts = field(default_factory=Counts)
    new: Counts = field(default_factory=Counts)
    shards: int = 0
    shards_done: int = 0
    repeated_ids: int = 0
    seconds: float = 0.0
    peak_worker_mb: float = 0.0
    #: Memory of the worker that did the latest shard.
    worker_mb: float = 0.0
    #: Bytes of the input: those that are done, those of them that an earlier run did, and all.
    position: int = 0
    passed: int = 0
    size: int = 0

    @property
    def adds_up(self) -> bool:
        """Whether every article of the input is one record, one error, or was left out for its language."""
        total = self.total
        return total.articles == total.records + total.errors + total.skipped

    def as_json(self) -> dict[str, Any]:
        """Return what ``run.json`` says."""
        return {
            **vars(self.total),
            "adds_up": self.adds_up,
            "repeated_ids": self.repeated_ids,
            "shards": self.shards,
            "this_command": {
                **vars(self.new),
                "seconds": round(self.seconds, 1),
                "articles_per_second": self.rate("articles"),
                "words_per_second": self.rate("words"),
                "peak_worker_mb": round(self.peak_worker_mb),
            },
        }

    @property
    def seconds_left(self) -> float | None:
        """What the rest of the input will take at the pace of this command; None as long as it has none."""
        done = self.position - self.passed
        return self.seconds * (self.size - self.position) / done if done > 0 else None

    def rate(self, what: str) -> float:
        """Return articles or words a second of this command."""
        count: int = getattr(self.new, what)
        return round(count / self.seconds, 1) if self.seconds else 0.0


OnProgress = Callable[[Summary], None]
