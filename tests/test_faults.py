"""The program as a process: interrupted, cut off from its output, in odd locales, with a folder held."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from batches import contents, text_of

from nieuwsextract import extract
from nieuwsextract.article import Article
from nieuwsextract.batch import PipelineSpec, RunOptions, manifest, run
from nieuwsextract.errors import RunError
from nieuwsextract.writing.jsonl import to_json

ARTICLES = 400
needs_posix = pytest.mark.skipif(os.name != "posix", reason="signals and process groups")


@pytest.fixture
def dump(tmp_path):
    path = tmp_path / "dump.jsonl"
    lines = (json.dumps({"id": str(n), "text": text_of(n)}) for n in range(ARTICLES))
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def hear():
    """Interrupts reach a command even where the tests themselves were started in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.fixture
def start(untrained_model):
    """A function that starts a command in a process group of its own, as a terminal does."""
    started = []

    def begin(*args, model=untrained_model, **settings):
        command = [sys.executable, "-m", "nieuwsextract", *map(str, args)]
        command += ["--model", str(model)] if model else []
        settings = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "preexec_fn": hear} | settings
        started.append(subprocess.Popen(command, start_new_session=True, **settings))
        return started[-1]

    yield begin
    for process in started:
        process.kill()
        process.communicate()


def wait_until(found, seconds=120):
    end = time.monotonic() + seconds
    while not found():
        assert time.monotonic() < end, "it does not come"
        time.sleep(0.02)


def living_in(group):
    """Processes of a group that have not ended."""
    listed = subprocess.run(["ps", "-eo", "pgid=,stat="], capture_output=True, text=True, check=True).stdout
    rows = (line.split() for line in listed.splitlines())
    return [state for number, state in rows if int(number) == group and not state.startswith("Z")]


@needs_posix
def test_an_interrupted_batch_stops_cleanly_and_goes_on(start, dump, tmp_path, untrained_model):
    out = tmp_path / "uit"
    process = start("batch", dump, out, "--workers", "2", "--shard-size", "5")
    wait_until(lambda: len(list(out.glob("part-?????.jsonl"))) >= 2)
    os.killpg(process.pid, signal.SIGINT)
    stdout, stderr = process.communicate(timeout=60)
    assert (process.returncode, stdout) == (130, b"")
    assert stderr.decode().splitlines()[-1] == "nieuwsextract: stopped; the same command goes on from here"
    assert b"Traceback" not in stderr
    wait_until(lambda: not living_in(process.pid), 20)
    assert json.loads((out / "run.json").read_text("utf-8"))["status"] == "stopped"
    done = {name: data for name, data in contents(out).items() if not name.endswith(".tmp")}
    options = RunOptions(PipelineSpec(str(untrained_model)), shard_size=5)
    summary = run(dump, out, options, workers=1)
    assert summary.total.records == ARTICLES
    assert summary.new.articles == ARTICLES - 5 * len(done)
    assert done.items() <= contents(out).items()


@needs_posix
def test_workers_that_are_still_loading_do_not_hear_an_interrupt(start, dump, tmp_path):
    process = start("batch", dump, tmp_path / "uit", "--workers", "2", "--shard-size", "5")
    wait_until(lambda: len(living_in(process.pid)) >= 3)
    os.killpg(process.pid, signal.SIGINT)
    stderr = process.communicate(timeout=60)[1]
    assert process.returncode == 130
    assert b"Traceback" not in stderr


@needs_posix
def test_an_interrupted_extract_says_nothing(start, dump):
    process = start("extract", dump)
    process.stdout.readline()
    os.killpg(process.pid, signal.SIGINT)
    assert process.communicate(timeout=60)[1] == b""
    assert process.returncode == 130


INTERRUPT_ON_IMPORT = """
import os, signal, sys
awaited = sys.argv.pop(1)
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == awaited:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Finder())
from nieuwsextract.__main__ import main
main()
"""


@needs_posix
@pytest.mark.parametrize("command", ["extract", "batch"])
@pytest.mark.parametrize(
    "module", ["typer", "nieuwsextract.cli.show", "nieuwsextract.reading", "spacy.tokens"]
)
def test_an_interrupt_while_the_program_is_imported_is_a_clean_end(dump, tmp_path, command, module):
    inputs = [dump, tmp_path / "uit"] if command == "batch" else [dump]
    line = [sys.executable, "-c", INTERRUPT_ON_IMPORT, module, command, *map(str, inputs)]
    ended = subprocess.run(line, capture_output=True, timeout=60, check=False, preexec_fn=hear)
    said = ended.stderr.replace(b"nieuwsextract: stopped; the same command goes on from here\n", b"")
    assert (ended.returncode, ended.stdout, said) == (130, b"", b"")


@needs_posix
def test_a_terminated_batch_stops_cleanly_and_goes_on(start, dump, tmp_path):
    out = tmp_path / "uit"
    process = start("batch", dump, out, "--workers", "1", "--shard-size", "5")
    wait_until(lambda: list(out.glob("part-?????.jsonl")))
    process.terminate()
    stderr = process.communicate(timeout=60)[1].decode()
    assert process.returncode == 143
    assert stderr.splitlines()[-1] == "nieuwsextract: stopped; the same command goes on from here"
    assert json.loads((out / "run.json").read_text("utf-8"))["status"] == "stopped"
    wait_until(lambda: not living_in(process.pid), 20)


@needs_posix
def test_a_terminated_extract_leaves_whole_records(start, dump):
    process = start("extract", dump)
    first = process.stdout.readline()
    process.terminate()
    stdout, stderr = process.communicate(timeout=60)
    assert (process.returncode, stderr) == (143, b"")
    assert all(json.loads(line)["id"] for line in (first + stdout).splitlines())


@needs_posix
def test_a_signal_that_is_ignored_from_the_start_stays_ignored(start, dump):
    process = start("extract", dump, preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN))
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode == 0


def test_spacys_own_commands_are_there_when_they_are_called():
    code = (
        "import sys; from nieuwsextract.cli.start import spare_spacys_commands\n"
        "spare_spacys_commands(); import spacy; assert 'spacy.cli' not in sys.modules\n"
        "assert spacy.info(silent=True)['spacy_version'] == spacy.__version__\n"
        "import spacy.cli; assert spacy.cli.info is not spacy.info and spacy.cli.download"
    )
    subprocess.run([sys.executable, "-W", "error::ImportWarning", "-c", code], check=True, timeout=60)


@needs_posix
def test_a_pipe_that_is_closed_ends_extract_quietly(start, dump):
    process = start("extract", dump)
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(60) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux only")
def test_a_full_disk_behind_standard_output_is_a_sentence(start):
    with open("/dev/full", "wb") as full:  # noqa: PTH123 (a device)
        process = start("schema", model=None, stdout=full)
        stderr = process.communicate(timeout=60)[1].decode()
    assert process.returncode == 2
    assert "No space left on device" in stderr
    assert "Traceback" not in stderr


@needs_posix
@pytest.mark.parametrize("locale", ["C", "tr_TR.UTF-8"])
def test_a_record_is_the_same_in_every_locale(start, untrained_nlp, tmp_path, locale):
    text = "İstanbul wacht\n\n„Ik kom niet”, zei IRMA de Wit maandag in İzmir. Iedereen in Iran weet het."
    (tmp_path / "İ café.txt").write_text(text, "utf-8")
    expected = to_json(extract(Article(id="İ café.txt", text=text, language=None), nlp=untrained_nlp))
    plain = {"LC_ALL": locale, "LANG": locale, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    process = start("extract", tmp_path, env=os.environ | plain)
    stdout, stderr = process.communicate(timeout=60)
    assert (stdout.decode(), stderr) == (expected + "\n", b"")


@needs_posix
def test_a_folder_is_free_again_when_the_run_that_held_it_was_killed(tmp_path):
    code = (
        "import sys, time; from nieuwsextract.batch.manifest import lock\n"
        "with lock(sys.argv[1]): print('held', flush=True); time.sleep(600)"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE) as holder:
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(RunError, match="another run"), manifest.lock(str(tmp_path)):
            pass
        holder.kill()
    with manifest.lock(str(tmp_path)):
        pass


def test_output_where_nothing_can_be_written_is_a_sentence(dump, tmp_path):
    (tmp_path / "bestand").write_text("", "utf-8")
    with pytest.raises(RunError, match="Not a directory; make room or repair it"):
        run(dump, tmp_path / "bestand" / "uit", RunOptions())


@pytest.mark.parametrize(
    "published", ["9999-12-31", "9999", "1969-12-31", "1618-06-14", "0001-01-01", "0000"]
)
def test_an_odd_publication_date_costs_nothing(untrained_nlp, published):
    text = (
        "Gisteren, morgen, vorig jaar, volgende week, over tien jaar en eeuwen geleden. Op 1 mei om 12 uur."
    )
    record = extract(Article(text=text, published=published), nlp=untrained_nlp)
    assert record.article.published == published
