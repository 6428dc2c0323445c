"""Every code block of the README and the docs runs, or is parsed where it is another language's."""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
FENCE = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
BLOCKS = [
    pytest.param(language, about.strip(), code, id=f"{page.name}-{number}-{language}")
    for page in PAGES
    for number, (language, about, code) in enumerate(FENCE.findall(page.read_text(encoding="utf-8")), start=1)
]
#: The README's first block makes the environment, its second runs these tests: continuous integration runs both.
MAKES_ENVIRONMENT = ("venv .venv", "-m pytest")


@pytest.fixture(scope="module")
def workplace(tmp_path_factory):
    """A folder with the samples and the command, where blocks may write."""
    folder = tmp_path_factory.mktemp("docs")
    (folder / "samples").symlink_to(ROOT / "samples")
    (folder / ".venv" / "bin").mkdir(parents=True)
    for name in ("nieuwsextract", "python"):
        command = "-m nieuwsextract " if name == "nieuwsextract" else ""
        script = folder / ".venv" / "bin" / name
        script.write_text(f'#!/bin/sh\nexec {sys.executable} {command}"$@"\n', encoding="utf-8")
        script.chmod(0o755)
    return folder


def run(folder, *command):
    path = f"{folder}/.venv/bin:/usr/bin:/bin"
    result = subprocess.run(
        command, cwd=folder, env={"PATH": path, "PYTHONPATH": str(ROOT / "src"), "LANG": "C.UTF-8"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize(("language", "about", "code"), BLOCKS)
def test_block(workplace, language, about, code):
    if language == "python":
        run(workplace, sys.executable, "-c", code)
    elif language == "sh" and not any(part in code for part in MAKES_ENVIRONMENT):
        run(workplace, "bash", "-euo", "pipefail", "-c", code)
    elif language == "toml":
        folder = Path(tempfile.mkdtemp(dir=workplace))
        (folder / "rules.toml").write_text(code, encoding="utf-8")
        run(workplace, ".venv/bin/nieuwsextract", "rules", "check", str(folder))
    elif about == "gold":
        gold = Path(tempfile.mkdtemp(dir=workplace)) / f"gold.{language}"
        gold.write_text(code if language == "xml" else json.dumps(json.loads(code)), encoding="utf-8")
        run(workplace, ".venv/bin/nieuwsextract", "evaluate", str(gold))
    elif language == "json":
        json.loads(code)
    elif language == "py":
        compile(code, "block", "exec")
