"""Batches behind URLs: in memory, and in a store of objects that knows no folders and no renaming (S3)."""

import json
from contextlib import contextmanager

import pytest
from batches import Here, text_of

from nieuwsextract.batch import PipelineSpec, RunOptions, output, run
from nieuwsextract.errors import RunError
from nieuwsextract.remote import hide_password

fsspec = pytest.importorskip("fsspec", reason="an extra")
pytestmark = pytest.mark.filterwarnings("ignore")

DUMP = "\n".join(
    [*(json.dumps({"id": str(number), "text": text_of(number)}) for number in range(10)), "kapot"]
)


@contextmanager
def object_store():
    """A server of S3 on this machine; nothing leaves it."""
    moto = pytest.importorskip("moto.server", reason="a server to try it with")
    system = pytest.importorskip("s3fs", reason="for s3:// only").S3FileSystem
    server = moto.ThreadedMotoServer("127.0.0.1", 0)
    server.start()
    host, port = server.get_host_and_port()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
            patch.setenv(name, "proef")
        system.clear_instance_cache()
        yield "s3://krant"
        system().rm("krant", recursive=True)
    server.stop()


@contextmanager
def memory():
    yield "memory://krant"
    fsspec.filesystem("memory").store.clear()


@pytest.fixture(params=[memory, object_store], ids=["memory", "s3"])
def place(request):
    """The URL of a folder with a dump in it."""
    with request.param() as url:
        system, folder = fsspec.core.url_to_fs(url)
        system.makedirs(folder, exist_ok=True)
        system.pipe(f"{folder}/dump.jsonl", DUMP.encode())
        yield url


@pytest.fixture
def options(untrained_model):
    return RunOptions(PipelineSpec(str(untrained_model)), shard_size=4)


@pytest.fixture
def run_here(untrained_nlp, options):
    def run_with(path, out):
        return run(path, out, options, engine=Here(untrained_nlp, options))

    return run_with


def found(url):
    """Every object under a URL, by its name there."""
    system, folder = fsspec.core.url_to_fs(url)
    system.invalidate_cache()
    return {path.removeprefix(folder).strip("/"): system.cat(path) for path in system.find(folder)}


def parts(contents):
    return {name: content for name, content in contents.items() if name.startswith("part-")}


def test_the_output_is_that_on_a_disk(place, run_here, tmp_path):
    (tmp_path / "dump.jsonl").write_text(DUMP, "utf-8")
    run_here(tmp_path / "dump.jsonl", tmp_path / "uit")
    summary = run_here(f"{place}/dump.jsonl", f"{place}/uit")
    assert (summary.total.records, summary.total.errors, summary.adds_up) == (10, 1, True)
    there = found(f"{place}/uit")
    assert parts(there) == {path.name: path.read_bytes() for path in (tmp_path / "uit").glob("part-*")}
    assert set(there) - set(parts(there)) == {"run.json"}


def test_only_what_is_missing_is_done_again(place, run_here):
    run_here(f"{place}/dump.jsonl", f"{place}/uit")
    whole = parts(found(f"{place}/uit"))
    system, folder = fsspec.core.url_to_fs(f"{place}/uit")
    system.rm(f"{folder}/part-00001.jsonl")
    system.pipe(f"{folder}/part-00001.jsonl.1234abcd.tmp", b"half")
    system.pipe(f"{folder}/queue/part-00001.jsonl", b"half")
    again = run_here(f"{place}/dump.jsonl", f"{place}/uit")
    assert (again.new.articles, again.total.records) == (4, 10)
    assert parts(found(f"{place}/uit")) == whole


def test_a_shard_that_breaks_off_leaves_nothing(place, run_here, monkeypatch):
    def break_off(file, record):
        if record.id == "2":
            raise OSError(28, "No space left on device")
        file.write(b"{}\n")

    monkeypatch.setattr(output, "_write_line", break_off)
    with pytest.raises(RunError, match="part-00000: No space left"):
        run_here(f"{place}/dump.jsonl", f"{place}/uit")
    assert not parts(found(f"{place}/uit"))


class _Line:
    """A remote file as some libraries have it: without ``readinto``; it may break off."""

    def __init__(self, data, breaks):
        self.data, self.breaks, self.at = data, breaks, 0

    def read(self, size):
        if self.breaks and self.at:
            raise ConnectionResetError(104, "Connection reset by peer")
        taken = self.data[self.at : self.at + min(size, 300)]
        self.at += len(taken)
        return taken

    def tell(self):
        return self.at

    def close(self):
        pass


@pytest.fixture
def serve(monkeypatch):
    """Have every file in memory that is read come over such a line."""
    system = fsspec.filesystem("memory")
    system.pipe("/krant/dump.jsonl", DUMP.encode())
    opened = type(system).open

    def serve_with(breaks):
        def open_line(self, path, mode="rb", **settings):
            if mode == "rb" and path.endswith("dump.jsonl"):
                return _Line(self.cat(path), breaks)
            return opened(self, path, mode, **settings)

        monkeypatch.setattr(type(system), "open", open_line)

    yield serve_with
    system.store.clear()


def test_a_connection_that_breaks_off_is_no_damaged_input(serve, run_here):
    serve(breaks=True)
    with pytest.raises(RunError, match=r"memory://.*dump\.jsonl: ConnectionResetError.*then run again"):
        run_here("memory://krant/dump.jsonl", "memory://krant/uit")
    serve(breaks=False)
    summary = run_here("memory://krant/dump.jsonl", "memory://krant/uit")
    assert (summary.total.records, summary.total.errors) == (10, 1)


def test_what_a_library_raises_is_a_sentence(run_here, tmp_path, monkeypatch):
    def refuse(self, path, exist_ok=False):
        raise ValueError("Unable to locate credentials")

    (tmp_path / "dump.jsonl").write_text(DUMP, "utf-8")
    monkeypatch.setattr(type(fsspec.filesystem("memory")), "makedirs", refuse)
    with pytest.raises(RunError, match="memory://krant: ValueError: Unable to locate credentials; check"):
        run_here(tmp_path / "dump.jsonl", "memory://krant")


def test_a_folder_that_workers_do_not_see_is_said(options, tmp_path):
    (tmp_path / "dump.jsonl").write_text(DUMP, "utf-8")
    with pytest.raises(RunError, match="every worker must see the output folder"):
        run(tmp_path / "dump.jsonl", "memory://krant", options, workers=1)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("sftp://jan:geheim@host:22/map", "sftp://jan@host:22/map"),
        ("sftp://jan@host/map", "sftp://jan@host/map"),
        ("s3://emmer/a:b@c", "s3://emmer/a:b@c"),
        ("map/een:twee@drie", "map/een:twee@drie"),
    ],
)
def test_a_password_is_not_written_down(url, shown):
    assert hide_password(url) == shown
