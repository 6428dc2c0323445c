"""``nieuwsextract batch``: dumps in, a folder of shards out."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from nieuwsextract.cli.messages import stop_on_error, tell
from nieuwsextract.cli.options import ColumnMap, Model, NoText, Preset, RuleFolders
from nieuwsextract.shipped import DEFAULT_MODEL

if TYPE_CHECKING:
    from nieuwsextract.batch import RunOptions, Summary
    from nieuwsextract.batch.driver import Engine
    from nieuwsextract.batch.settings import OnProgress

#: Seconds between two lines where there is no terminal.
_EVERY = 10.0


class BatchFormat(StrEnum):
    """What the shards are written as: records, or tables."""

    jsonl = "jsonl"
    parquet = "parquet"
    csv = "csv"


def batch(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT...", help="Dumps, files or folders.")],
    out: Annotated[str, typer.Argument(metavar="OUT_DIR", help="Folder for the shards.")],
    workers: Annotated[
        int | None, typer.Option(min=1, help="Worker processes; default: one a processor.")
    ] = None,
    format: Annotated[BatchFormat, typer.Option(help="Records, or tables.")] = BatchFormat.jsonl,
    shard_size: Annotated[int, typer.Option(min=1, help="Articles in a shard.")] = 500,
    limit: Annotated[int | None, typer.Option(min=1, help="Stop after so many articles.")] = None,
    model: Model = DEFAULT_MODEL,
    rules: RuleFolders = None,
    map: ColumnMap = None,
    preset: Preset = None,
    no_text: NoText = False,
    any_language: Annotated[
        bool, typer.Option("--any-language", help="Process articles in other languages too, as if Dutch.")
    ] = False,
    duplicates: Annotated[
        bool, typer.Option("--duplicates/--no-duplicates", help="Process articles with the same text once.")
    ] = True,
    near: Annotated[
        float | None,
        typer.Option(min=0.5, max=1.0, help="Process near duplicates once: least similarity, such as 0.8."),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Stop at the first error.")] = False,
    cluster: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="A Dask scheduler: tcp://host:8786, or local.")
    ] = None,
) -> None:
    """Process dumps of any size; the same command again goes on where it stopped."""
    from nieuwsextract.batch import PipelineSpec, RunOptions, run
    from nieuwsextract.reading import load_columns

    with stop_on_error():
        options = RunOptions(
            pipeline=PipelineSpec(model, tuple(str(folder) for folder in rules or ())),
            columns=load_columns(preset, map or ()),
            format=format.value,
            shard_size=shard_size,
            limit=limit,
            with_text=not no_text,
            dutch_only=not any_language,
            exact_duplicates=duplicates,
            near_duplicates=near,
            strict=strict,
        )
        with _progress() as on_progress:
            try:
                summary = run(
                    inputs, out, options, workers=workers, engine=_engine(cluster, workers, options),
                    on_progress=on_progress,
                )  # fmt: skip
            except (KeyboardInterrupt, SystemExit) as stop:
                tell("stopped; the same command goes on from here")
                raise typer.Exit(130 if isinstance(stop, KeyboardInterrupt) else 143) from None
    _tell_summary(out, summary)
    if summary.total.errors:
        raise typer.Exit(1)


def _engine(address: str | None, workers: int | None, options: "RunOptions") -> "Engine | None":
    if address is None:
        return None
    from nieuwsextract.cluster import DaskEngine

    return DaskEngine(address, options, workers=workers)


def _tell_summary(out: str, summary: "Summary") -> None:
    total = summary.total
    copies = f" ({total.duplicates:,} of them copies)" if total.duplicates else ""
    skipped = f" + {total.skipped:,} not Dutch" if total.skipped else ""
    tell(
        f"{total.articles:,} articles in = {total.records:,} records{copies} + {total.errors:,} errors"
        f"{skipped}, in {summary.shards:,} shards of {out}"
    )
    if summary.new.articles:
        tell(
            f"{summary.new.articles:,} now, in {summary.seconds:,.1f} s: {_rates(summary)}, "
            f"{summary.peak_worker_mb:,.0f} MB a worker"
        )
    if total.errors:
        tell(f"the errors are in {out}/part-*.errors.jsonl, each with its place and remedy")
    if total.skipped:
        tell(f"those that are not Dutch are in {out}/part-*.skipped.jsonl; --any-language processes them")
    if summary.repeated_ids:
        tell(
            f"{summary.repeated_ids:,} articles have the id of an earlier one; "
            "tables join on ids: see --map id=…"
        )


@contextmanager
def _progress() -> Iterator["OnProgress"]:
    """A line that is kept up to date on a terminal; elsewhere a line every ten seconds."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    if not console.is_terminal:
        yield _plain_lines()
        return
    columns = (BarColumn(bar_width=None), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, expand=True) as progress:
        task = progress.add_task("loading the model", total=None)
        yield lambda summary: progress.update(
            task, description="\n".join(_describe(summary)), total=summary.size, completed=summary.position
        )


def _plain_lines() -> "OnProgress":
    last = time.monotonic()

    def show(summary: "Summary") -> None:
        nonlocal last
        if time.monotonic() - last >= _EVERY:
            last = time.monotonic()
            tell(", ".join(_describe(summary)))

    return show


def _describe(summary: "Summary") -> tuple[str, str]:
    """What is done, and how fast: together too long for a line of 80 characters."""
    total, seconds = summary.total, summary.seconds_left
    left = f", {_duration(seconds)} left" if seconds else ""
    done = f"{summary.shards_done:,} shards, {total.articles:,} articles, {total.errors:,} errors"
    return done, f"{_rates(summary)}{left}"


def _rates(summary: "Summary") -> str:
    return f"{summary.rate('articles'):,.1f} articles/s, {summary.rate('words'):,.0f} words/s"


def _duration(seconds: float) -> str:
    minutes, seconds = divmod(round(seconds), 60)
    hours, minutes = divmod(int(minutes), 60)
    return f"{hours}:{minutes:02}:{int(seconds):02}"
