"""Inline annotated articles: the reader, and the files themselves."""

import sys

import pytest

from nieuwsextract.shipped import model_path

MODELS = model_path().parent
sys.path.insert(0, str(MODELS / "scripts"))

from annotated import problems, read_articles, read_line  # noqa: E402

FILES = sorted((MODELS / "annotated").glob("*.txt"))


def test_line():
    text, entities = read_line("In [Wenen|GPE] sprak [Sergei Lavrov|PERSON].")
    assert text == "In Wenen sprak Sergei Lavrov."
    assert [(text[start:end], label) for start, end, label in entities] == [
        ("Wenen", "GPE"),
        ("Sergei Lavrov", "PERSON"),
    ]


def test_articles_count_characters_over_paragraphs(tmp_path):
    path = tmp_path / "nieuws.txt"
    path.write_text("Kop over [Oss|GPE]\nIn [Oss|GPE].\n\nTweede\n[Jan|PERSON] zei.\n", encoding="utf-8")
    articles = list(read_articles(path))
    assert [text for text, _ in articles] == ["Kop over Oss\n\nIn Oss.", "Tweede\n\nJan zei."]
    assert [[text[start:end] for start, end, _ in ents] for text, ents in articles] == [
        ["Oss", "Oss"],
        ["Jan"],
    ]


@pytest.mark.parametrize(
    "line", ["[Oss|GPEE]", "[ Oss|GPE]", "[Oss|GPE", "een | streep"], ids=["label", "blank", "open", "bar"]
)
def test_bad_lines_are_reported(tmp_path, line):
    path = tmp_path / "fout.txt"
    path.write_text(f"Goed [Oss|GPE]\n{line}\n", encoding="utf-8")
    assert [message.split()[0] for message in problems(path)] == ["fout.txt:2:"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_committed_files_are_well_formed(path):
    assert list(problems(path)) == []
