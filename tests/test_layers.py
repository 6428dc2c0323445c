"""Imports point one way: reading → structure → pipeline → records → writing → batch, evaluation, CLI."""

import ast
from pathlib import Path

import pytest

import nieuwsextract

ROOT = Path(nieuwsextract.__file__).parent

#: A module may import from its own stage or an earlier one.
STAGES = [
    {"errors", "article", "kinds", "records", "remote", "shipped", "storage", "threads", "version"},
    {"rules", "language"},
    {"reading"},
    {"structure", "quotation"},
    {"pipeline"},
    {"assemble", "explanation", "extraction"},
    {"writing"},
    {"batch", "cluster", "evaluation"},
    {"cli"},
    {"__init__", "__main__"},
]
STAGE_OF = {module: number for number, stage in enumerate(STAGES) for module in stage}
MODULES = sorted(path.relative_to(ROOT) for path in ROOT.rglob("*.py"))


def imports_of(path: Path) -> set[str]:
    """Names of the modules a file imports; what only the type checker reads does not count."""
    found = set()
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def top_of(path: Path) -> str:
    return path.parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_every_module_has_a_stage(path):
    assert top_of(path) in STAGE_OF, f"{path}: name its stage in STAGES"


@pytest.mark.parametrize("path", [path for path in MODULES if path.name != "__main__.py"], ids=str)
def test_imports_point_backwards(path):
    own = STAGE_OF[top_of(path)]
    for name in imports_of(path):
        package, _, rest = name.partition(".")
        if package == "nieuwsextract" and rest:
            module = rest.split(".")[0]
            assert STAGE_OF[module] <= own, f"{path} imports {name}, which comes later"


@pytest.mark.parametrize(
    "path", [path for path in MODULES if STAGE_OF[top_of(path)] <= STAGE_OF["structure"]], ids=str
)
def test_early_stages_do_not_import_spacy(path):
    assert not {name for name in imports_of(path) if name.split(".")[0] in ("spacy", "thinc")}
