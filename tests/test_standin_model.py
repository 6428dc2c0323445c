"""`--model nl_core_news_sm` where it is installed: a stand-in of that name, built with spaCy's own `package`.

Components and labels are the published ones, the weights random: every component of ours must take whatever
parse comes out, and the command line must find the pipeline by its name.
"""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest
import spacy
from untrained import ROOT, untrained

from nieuwsextract import load
from nieuwsextract.errors import RunError
from nieuwsextract.pipeline import COMPONENTS

PIPELINE = ["tok2vec", "morphologizer", "tagger", "parser", "lemmatizer", "senter", "attribute_ruler", "ner"]
SAMPLE = ROOT / "samples" / "articles" / "lavrov.txt"


def run(*command, **options):
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False, **options)


@pytest.fixture(scope="module")
def python(tmp_path_factory):
    """An environment that sees this one's packages, with the stand-in installed into it."""
    folder = tmp_path_factory.mktemp("standin")
    nlp = untrained(PIPELINE, name="core_news_sm")
    nlp.disable_pipe("senter")
    nlp.to_disk(folder / "model")
    (folder / "packages").mkdir()
    made = run(
        sys.executable, "-m", "spacy", "package", folder / "model", folder / "packages", "--build", "sdist"
    )
    assert made.returncode == 0, made.stdout + made.stderr
    venv.create(folder / "env", with_pip=False)
    python = folder / "env" / "bin" / "python"
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").stdout.strip()
    source = next((folder / "packages").glob("*/dist/*.tar.gz"))
    installed = run(
        sys.executable, "-m", "pip", "install", "--no-deps", "--no-build-isolation", "--target", site, source
    )
    assert installed.returncode == 0, installed.stdout + installed.stderr
    seen = [sysconfig.get_path("purelib"), str(ROOT / "src")]
    Path(site, "parent.pth").write_text("\n".join(seen), encoding="utf-8")
    return python


def test_the_command_line_runs_it_by_name(python):
    result = run(python, "-m", "nieuwsextract", "extract", SAMPLE, "--model", "nl_core_news_sm")
    assert result.returncode == 0, result.stderr
    record = json.loads(result.stdout)
    assert record["produced_by"]["model"] == "nl_core_news_sm"
    assert record["text"] == SAMPLE.read_text(encoding="utf-8")


def test_our_components_stand_around_its_own(python):
    facts = json.loads(run(python, "-m", "nieuwsextract", "info", "--model", "nl_core_news_sm").stdout)
    published = [name for name in PIPELINE if name != "senter"]
    assert facts["components"] == [COMPONENTS[0], *published, *COMPONENTS[1:]]


def test_where_it_is_not_installed_one_sentence_says_so():
    result = run(sys.executable, "-m", "nieuwsextract", "extract", SAMPLE, "--model", "nl_core_news_md")
    assert result.returncode == 2
    assert result.stderr.count("\n") == 1
    assert "python -m spacy download nl_core_news_md" in result.stderr
    assert "nl_nieuws_sm" in result.stderr


@pytest.mark.parametrize("missing", ["parser", "ner"])
def test_a_pipeline_without_what_we_need_is_refused_by_component(tmp_path, missing):
    untrained([name for name in ("parser", "ner") if name != missing]).to_disk(tmp_path / "m")
    with pytest.raises(RunError, match=f"no component {missing}"):
        load(tmp_path / "m")


def test_a_pipeline_of_another_language_is_refused(tmp_path):
    nlp = spacy.blank("en")
    nlp.add_pipe("parser")
    nlp.add_pipe("ner")
    nlp.initialize()
    nlp.to_disk(tmp_path / "m")
    with pytest.raises(RunError, match="'en'"):
        load(tmp_path / "m")


def empty(folder):
    shutil.rmtree(folder)
    folder.mkdir()


DAMAGES = {
    "empty-folder": empty,
    "no-meta": lambda folder: (folder / "meta.json").unlink(),
    "meta-no-json": lambda folder: (folder / "meta.json").write_text("{", "utf-8"),
    "no-config": lambda folder: (folder / "config.cfg").unlink(),
    "config-garbage": lambda folder: (folder / "config.cfg").write_text("kapot [\n", "utf-8"),
    "no-weights": lambda folder: (folder / "parser" / "model").unlink(),
    "truncated-weights": lambda folder: os.truncate(folder / "parser" / "model", 1000),
    "no-component": lambda folder: shutil.rmtree(folder / "ner"),
    "no-words": lambda folder: shutil.rmtree(folder / "vocab"),
    "truncated-words": lambda folder: os.truncate(folder / "vocab" / "strings.json", 50),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_model_folder_is_said_in_a_sentence(untrained_model, tmp_path, damage):
    folder = tmp_path / "model"
    shutil.copytree(untrained_model, folder)
    damage(folder)
    with pytest.raises(RunError) as caught:
        load(folder)
    message = str(caught.value)
    assert message.startswith(f"model {folder}: damaged, or no spaCy pipeline (")
    assert message.endswith("); get it again")
    assert "\n" not in message
