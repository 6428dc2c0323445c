"""Every reader on damaged files: articles, or failures that name the file and what to do; never an exception."""

import contextlib
import gzip
import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from any_damage import DAMAGES, INSERTS, damage
from hypothesis import given
from hypothesis import strategies as st

from nieuwsextract.errors import RunError
from nieuwsextract.reading import Found, ReadFailure, read_items

DUMPS = Path(__file__).parents[2] / "samples" / "dumps"
#: Dump → library that its reader needs.
NEEDS = {
    "nexis.docx": "docx", "nexis.rtf": "striprtf", "newsml-g2.xml": "lxml", "nitf.xml": "lxml", "delpher.zip": "lxml",
    "delpher.parquet": "pyarrow", "pagina.html": "trafilatura", "cc-news.warc.gz": "warcio",
    "newsplease.jsonl.zst": "zstandard",
}  # fmt: skip
FILES = sorted(path.name for path in DUMPS.iterdir() if path.suffix not in (".py", ".md", ".pyc"))


def is_installed(name):
    with contextlib.suppress(ModuleNotFoundError):
        library = NEEDS.get(name, "json")
        return find_spec("backports.zstd" if library == "zstandard" else library) is not None
    return False


def read_damaged(folder, name, data):
    """Everything that a damaged file gives, checked."""
    path = folder / name
    path.write_bytes(data)
    items = list(read_items(path))
    for item in items:
        assert isinstance(item, Found | ReadFailure)
        assert item.place.startswith(name.partition(".")[0])
        if isinstance(item, ReadFailure):
            assert item.error
            assert item.remedy
            str(item).encode()
        else:
            assert item.article.text.strip()
            item.article.model_dump_json()
    return items


@pytest.mark.parametrize("name", FILES)
@given(changes=DAMAGES)
def test_a_damaged_dump_gives_articles_or_failures(tmp_path, name, changes):
    if not is_installed(name):
        pytest.skip("its reader is an extra that is not installed")
    read_damaged(tmp_path, name, damage((DUMPS / name).read_bytes(), changes))


@pytest.mark.parametrize("name", ["cc-news.warc", "kranten.tar", "newsplease.jsonl"])
@given(changes=DAMAGES)
def test_a_dump_damaged_before_it_was_packed_too(tmp_path, name, changes):
    if not is_installed(f"{name}.gz"):
        pytest.skip("its reader is an extra that is not installed")
    whole = gzip.decompress((DUMPS / f"{name}.gz").read_bytes())
    read_damaged(tmp_path, name, damage(whole, changes))


@given(changes=DAMAGES, line=st.integers(0, 2))
def test_a_damaged_line_costs_itself(tmp_path, changes, line):
    lines = (DUMPS / "articles.jsonl").read_bytes().splitlines()
    texts = [read_damaged(tmp_path, "een.jsonl", whole)[0].article.text for whole in lines]
    lines[line] = damage(lines[line], changes).replace(b"\n", b" ")
    items = read_damaged(tmp_path, "drie.jsonl", b"\n".join([b'{"text": "Begin."}', *lines]))
    found = [item.article.text for item in items if isinstance(item, Found)]
    assert all(text in found for number, text in enumerate(texts) if number != line)


@given(st.binary(max_size=300) | st.lists(st.sampled_from(INSERTS), max_size=6).map(b"".join))
def test_any_bytes_under_any_name(tmp_path, data):
    for suffix in (
        "txt",
        "json",
        "jsonl",
        "csv",
        "tsv",
        "xml",
        "html",
        "rtf",
        "docx",
        "zip",
        "tar",
        "gz",
        "warc",
        "",
    ):
        if is_installed(
            {"xml": "nitf.xml", "html": "pagina.html", "warc": "cc-news.warc.gz"}.get(suffix, "")
        ):
            with contextlib.suppress(RunError):  # bytes that say Parquet, where it is not installed
                read_damaged(tmp_path, f"krant.{suffix}", data)


MEMORY = """
import random, resource, sys
from pathlib import Path
from any_damage import INSERTS, damage
from nieuwsextract.reading import read_items
from properties.test_any_dump import DUMPS, FILES, is_installed

folder, names = Path(sys.argv[1]), [name for name in FILES if is_installed(name)]
def peak(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
for name in names:
    list(read_items(DUMPS / name))
before, chance = peak(), random.Random(5)
for number in range(600):
    name = names[number % len(names)]
    ways = [("flip", chance.randint(1, 255)), ("cut", chance.randint(1, 400)), ("double", 400), ("insert", chance.choice(INSERTS))]
    changes = [(kind, chance.random(), value) for kind, value in chance.sample(ways, 2)]
    (folder / name).write_bytes(damage((DUMPS / name).read_bytes(), changes))
    list(read_items(folder / name))
print(peak() - before)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="asks the system for the memory in use")
def test_damage_costs_no_memory(tmp_path):
    tests = str(Path(__file__).parents[1])
    command = [sys.executable, "-W", "ignore", "-c", MEMORY, str(tmp_path)]
    result = subprocess.run(command, cwd=tests, capture_output=True, text=True, check=True)
    assert int(json.loads(result.stdout)) < 150, "MB more than reading whole files took"
