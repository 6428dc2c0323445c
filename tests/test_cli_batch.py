"""`batch` on the command line: what it says, where, and with which exit code."""

import json

import pytest
from typer.testing import CliRunner

from nieuwsextract.cli import app

GOOD = '{"id": "a", "verhaal": "Minister De Wit zei maandag in Wenen nee."}'


@pytest.fixture
def run(untrained_model, tmp_path):
    def run_with(lines, *args):
        path = tmp_path / "dump.jsonl"
        path.write_text(lines, "utf-8")
        words = ["batch", str(path), str(tmp_path / "uit"), "--workers", "1", "--model", str(untrained_model)]
        return CliRunner().invoke(app, [*words, *args])

    return run_with


def test_summary_adds_up_on_standard_error(run, tmp_path):
    result = run(f"{GOOD}\n{GOOD}\n", "--map", "text=verhaal")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "2 articles in = 2 records (1 of them copies) + 0 errors" in result.stderr
    assert "1 articles have the id of an earlier one" in result.stderr
    assert json.loads((tmp_path / "uit" / "run.json").read_text("utf-8"))["status"] == "complete"


def test_errors_make_the_exit_code_1(run, tmp_path):
    result = run(f"{GOOD}\nkapot\n", "--map", "text=verhaal")
    assert result.exit_code == 1
    assert "1 records + 1 errors" in result.stderr
    (line,) = (tmp_path / "uit" / "part-00000.errors.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["place"] == "dump.jsonl, line 2"


def test_strict_stops_with_the_error(run):
    result = run("kapot\n", "--strict")
    assert result.exit_code == 2
    assert "dump.jsonl, line 1: no JSON" in result.stderr


def test_an_unknown_preset_is_said_before_anything_is_loaded(run, tmp_path):
    result = run(GOOD, "--preset", "nexis")
    assert result.exit_code == 1
    assert "choose from amcat" in result.stderr
    assert not (tmp_path / "uit").exists()


def test_output_inside_the_input_is_refused(tmp_path, untrained_model):
    (tmp_path / "a.txt").write_text("Een tekst.", "utf-8")
    words = ["batch", str(tmp_path), str(tmp_path / "uit"), "--model", str(untrained_model)]
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 2
    assert "lies in the input" in result.stderr
