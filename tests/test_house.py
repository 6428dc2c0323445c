"""The house rules of size: no file over 300 lines, no function over 40."""

import ast
from pathlib import Path

import pytest

import nieuwsextract

PACKAGE = Path(nieuwsextract.__file__).parent
ROOT = Path(__file__).parent.parent
MAX_FILE = 300
MAX_FUNCTION = 40
FOLDERS = [PACKAGE, ROOT / "tests", ROOT / "benchmarks", ROOT / "models" / "scripts", ROOT / "samples"]
FILES = sorted({path for folder in FOLDERS for path in folder.rglob("*.py")})


def label(path: Path) -> str:
    return path.relative_to(PACKAGE if path.is_relative_to(PACKAGE) else ROOT).as_posix()


def functions(path: Path):
    """Every function of a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function's body, without its signature and docstring."""
    body = node.body[1:] if ast.get_docstring(node) else node.body
    return node.end_lineno - body[0].lineno + 1 if body else 0


@pytest.mark.parametrize("path", FILES, ids=label)
def test_no_file_and_no_function_is_too_long(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_FILE
    assert {node.name: length(node) for node in functions(path) if length(node) > MAX_FUNCTION} == {}
