"""Where input comes from: folders with things in them that cannot be read, and URLs."""

import os
import stat
from pathlib import Path

import pytest

from nieuwsextract.errors import ReadError, RunError
from nieuwsextract.reading import Found, list_files, read_items

LINE = '{"id": "a", "text": "Goed."}\n'


def outcomes(path):
    """Text of each article, name and error of each failure."""
    return [
        item.article.text if isinstance(item, Found) else f"{item.place}: {item.error}"
        for item in read_items(path)
    ]


@pytest.fixture
def folder(tmp_path):
    """Two good files, with room for a bad one in the middle."""
    for name in ("a.jsonl", "c.jsonl"):
        (tmp_path / name).write_text(LINE, "utf-8")
    return tmp_path


def test_a_link_to_nowhere_costs_itself(folder):
    (folder / "b.jsonl").symlink_to(folder / "weg")
    assert outcomes(folder) == ["Goed.", "b.jsonl: cannot be read: No such file or directory", "Goed."]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(folder):
    os.mkfifo(folder / "b.jsonl")
    assert outcomes(folder) == ["Goed.", "b.jsonl: no ordinary file", "Goed."]


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="Linux only: reading it is an I/O error")
def test_an_input_error_costs_the_file(folder):
    (folder / "b.jsonl").symlink_to("/proc/self/mem")
    first, bad, last = outcomes(folder)
    assert (first, last) == ("Goed.", "Goed.")
    assert "b.jsonl" in bad
    assert "Input/output error" in bad


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("kind", ["file", "folder"])
def test_what_may_not_be_read_costs_itself(folder, kind):
    bad = folder / "b.jsonl"
    if kind == "folder":
        bad.mkdir()
    else:
        bad.write_text(LINE, "utf-8")
    bad.chmod(0)
    try:
        assert outcomes(folder) == ["Goed.", "b.jsonl: cannot be read: Permission denied", "Goed."]
    finally:
        bad.chmod(stat.S_IRWXU)


def test_a_folder_that_cannot_be_listed_is_a_failure(folder, monkeypatch):
    (folder / "b").mkdir()
    scandir = os.scandir

    def refuse(path):
        if Path(path).name == "b":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    first, bad, last = outcomes(folder)
    assert (first, last) == ("Goed.", "Goed.")
    assert bad.startswith("b: cannot be read")


def test_a_folder_named_like_a_file_is_a_folder(folder):
    (folder / "b.jsonl").mkdir()
    (folder / "b.jsonl" / "x.jsonl").write_text(LINE, "utf-8")
    assert [source.name for source in list_files(folder)] == ["a.jsonl", "b.jsonl/x.jsonl", "c.jsonl"]


def test_a_file_url_needs_nothing_installed(tmp_path):
    path = tmp_path / "een krant.jsonl"
    path.write_text(LINE, "utf-8")
    assert outcomes(path.as_uri()) == ["Goed."]


def test_a_url_reads_as_the_same_files_on_disk_do(folder):
    memory = pytest.importorskip("fsspec", reason="an extra").filesystem("memory")
    try:
        for path in folder.iterdir():
            memory.pipe(f"/krant/map/{path.name}", path.read_bytes())
        memory.pipe("/krant/.verborgen", b"x")
        (folder / "map").mkdir()
        for name in ("a.jsonl", "c.jsonl"):
            (folder / name).rename(folder / "map" / name)
        sources = list_files("memory://krant")
        assert [source.name for source in sources] == [source.name for source in list_files(folder)]
        assert [source.size for source in sources] == [len(LINE)] * 2
        assert outcomes("memory://krant") == outcomes("local://" + str(folder)) == ["Goed.", "Goed."]
        assert outcomes("memory://krant/map/a.jsonl") == ["Goed."]
    finally:
        memory.rm("/krant", recursive=True)


def test_a_url_without_files_is_an_error():
    pytest.importorskip("fsspec", reason="an extra")
    with pytest.raises(ReadError, match="no files"):
        list_files("memory://niets")


@pytest.mark.parametrize(
    "url", ["https://krant.nl/dump.jsonl", "http://x/", "ftp://x/y", "simplecache::https://krant.nl/a.json"]
)
def test_nothing_is_fetched_from_the_web(url):
    with pytest.raises(RunError, match="download it first"):
        list_files(url)


def test_an_unknown_kind_of_url_is_said_in_a_sentence():
    pytest.importorskip("fsspec", reason="an extra")
    with pytest.raises(RunError, match="Protocol not known: kranten"):
        list_files("kranten://x/y")
