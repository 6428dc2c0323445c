"""``run.json``: what a folder of output was made from and how far it is; and the lock on the folder."""

import hashlib
import json
import platform
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import IO, Any

from nieuwsextract import storage
from nieuwsextract.batch.settings import PipelineSpec, RunOptions, Summary
from nieuwsextract.errors import RunError
from nieuwsextract.reading import list_files
from nieuwsextract.records import SCHEMA_VERSION
from nieuwsextract.remote import hide_password, is_url
from nieuwsextract.rules import load_rules
from nieuwsextract.shipped import DEFAULT_MODEL, model_path
from nieuwsextract.version import VERSION
from nieuwsextract.writing.tables import TABLES

RUN = "run.json"
_LOCK = "run.lock"


def make_fingerprint(inputs: Iterable[str], options: RunOptions) -> dict[str, Any]:
    """Return everything that decides what the output is: what differs here may differ there.

    Raises:
        ReadError: an input is not there.
        RuleError: a rule file breaks the schema.
    """
    settings = asdict(options)
    # These stop a run or name its parts; the output is the same.
    for name in ("pipeline", "strict"):
        del settings[name]
    return {
        **describe_program(options.pipeline),
        "options": json.loads(json.dumps(settings)),
        "inputs": _describe_inputs(inputs),
    }


def describe_program(spec: PipelineSpec) -> dict[str, Any]:
    """Return what processes must have in common to make the same records.

    Raises:
        RuleError: a rule file breaks the schema.
    """
    return {
        "versions": {
            "nieuwsextract": VERSION,
            "schema": SCHEMA_VERSION,
            "spacy": version("spacy"),
            "python": ".".join(platform.python_version_tuple()[:2]),
        },
        "model": _describe_model(spec),
        "rules": load_rules(spec.rules).fingerprint,
    }


def check_fingerprint(out: str, fingerprint: dict[str, Any]) -> None:
    """Refuse a folder that another run wrote to; one in which no shard was done is free again.

    Raises:
        RunError: it differs; the message says in what.
    """
    names = storage.list_names(out)
    if RUN not in names:
        foreign = sorted(name for name in names if name.startswith("part-"))
        if foreign:
            raise RunError(f"{out}: holds {foreign[0]} but no {RUN}; choose an empty folder")
        return
    known = _read_run(out)["fingerprint"]
    differ = [name for name in fingerprint if known.get(name) != fingerprint[name]]
    if differ and any(name.startswith("part-") for name in names | _names_of_tables(out)):
        raise RunError(
            f"{out}: was begun with other {' and '.join(differ)} (see {RUN}); "
            "give the same ones to go on with it, or choose another folder"
        )


def write_run(out: str, fingerprint: dict[str, Any], summary: Summary, status: str) -> None:
    """Write ``run.json``; ``status`` is ``running``, ``stopped`` or ``complete``."""
    content = {"status": status, **summary.as_json(), "fingerprint": fingerprint}
    with storage.write_whole(storage.join(out, RUN)) as file:
        file.write(json.dumps(content, indent=2, ensure_ascii=False).encode() + b"\n")


@contextmanager
def lock(out: str) -> Iterator[None]:
    """Hold the folder for this process; the system lets go of it when the process ends, however it ends.

    A folder behind a URL cannot be held: there the whole files alone keep two runs from harm.

    Raises:
        RunError: another process holds it.
    """
    if is_url(out):
        yield
        return
    with Path(out, _LOCK).open("a+b") as file:
        try:
            _hold(file)
        except OSError as error:
            raise RunError(f"{out}: another run is writing here; wait for it, or stop it first") from error
        yield


def _hold(file: IO[bytes]) -> None:
    try:
        import fcntl  # noqa: PLC0415 (not on Windows)
    except ImportError:
        import msvcrt  # noqa: PLC0415

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _names_of_tables(out: str) -> set[str]:
    return {name for table in TABLES for name in storage.list_names(storage.join(out, table))}


def _read_run(out: str) -> dict[str, Any]:
    try:
        with storage.open_file(storage.join(out, RUN), "rb") as file:
            content: dict[str, Any] = json.loads(file.read())
        content["fingerprint"].keys()
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise RunError(f"{out}: {RUN} is damaged; choose another folder") from error
    return content


def _describe_model(spec: PipelineSpec) -> dict[str, str]:
    """A folder by its content, an installed pipeline by its version."""
    folder = model_path() if spec.model == DEFAULT_MODEL else Path(spec.model)
    if folder.is_dir():
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        digest = hashlib.sha256()
        for path in files:
            digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
        return {"name": folder.name, "content": digest.hexdigest()[:16]}
    try:
        return {"name": spec.model, "version": version(spec.model)}
    except PackageNotFoundError:
        return {"name": spec.model, "version": "unknown"}


def _describe_inputs(inputs: Iterable[str]) -> dict[str, Any]:
    """Every file by path and version (size and time of change); many files as one digest."""
    files = [file for path in inputs for file in list_files(path)]
    lines = [f"{file.path} {file.version}" for file in files]
    digest = hashlib.sha256("\n".join(lines).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return {"paths": [hide_password(path) for path in inputs], "files": len(files), "content": digest}
