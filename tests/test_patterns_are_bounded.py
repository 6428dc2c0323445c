"""No regular expression of ours backtracks without end, on whatever text: each is run on long strings of its own signs.

The bound is processor time, which is the same on a busy machine: linear patterns need a hundredth of it, one that
takes the square of a text's length more than all of it, one that backtracks without end never comes back.
"""

import dataclasses
import importlib
import pkgutil
import re
import subprocess
import sys
from pathlib import Path

import pytest

import nieuwsextract
from nieuwsextract.rules import load_rules
from nieuwsextract.structure.patterns import patterns_of

LENGTH = 40_000
SECONDS = 30
UNITS = [
    "a",
    "A",
    " ",
    "1",
    ".",
    "'",
    '"',
    "-",
    ",",
    "(",
    "\n",
    "é",
    "_",
    "Aa ",
    "a ",
    "1.",
    "1-",
    "a.",
    "a'",
    "A-",
    "<a ",
    "a|",
]


def compiled(name, value):
    """Every compiled pattern in a value, with the name that code calls it by."""
    if isinstance(value, re.Pattern):
        yield name, value
    elif isinstance(value, dict):
        for part in value.values():
            yield from compiled(name, part)
    elif isinstance(value, list | tuple | set | frozenset):
        for part in value:
            yield from compiled("pattern", part)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from compiled(field.name, getattr(value, field.name))


def all_patterns():
    """The patterns of all modules and those made of the rules, with how they are called: searched for or not."""
    found = list(compiled("", patterns_of(load_rules())))
    for module in pkgutil.walk_packages(nieuwsextract.__path__, "nieuwsextract."):
        if not module.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(module.name)).items():
                found += compiled(name, value)
    source = "".join(path.read_text("utf-8") for path in Path(nieuwsextract.__file__).parent.rglob("*.py"))
    searched = set(re.findall(r"(\w+)\.(?:search|finditer|findall|sub|split)\(", source))
    patterns = {(pattern, name in searched) for name, pattern in found}
    return sorted(patterns, key=lambda each: (str(each[0].pattern), each[1]))


def worst_of(pattern):
    """Long strings of what usually is bad for patterns, and of the pattern's own literal signs."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    own = re.findall(r"[^\W\d_]{2,}|[^\w\s\\]", source)
    for unit in [*UNITS, *dict.fromkeys(own[:40]), "".join(own[:5]) or "a"]:
        for end in ("", "\x00"):
            yield (unit * LENGTH)[:LENGTH] + end


def run_all():
    """Apply every pattern to each of its strings as the code does; say which one is at work."""
    for pattern, is_searched in all_patterns():
        sys.stdout.write(f"{pattern.pattern!r}\n")
        sys.stdout.flush()
        for text in worst_of(pattern):
            data = text if isinstance(pattern.pattern, str) else text.encode()
            pattern.match(data)
            pattern.fullmatch(data)
            if is_searched:
                pattern.search(data)


@pytest.mark.skipif(sys.platform == "win32", reason="limits processor time")
def test_every_pattern_is_bounded():
    limits = f"import resource; resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))"
    code = f"{limits}; from test_patterns_are_bounded import run_all; run_all()"
    command = [sys.executable, "-W", "ignore", "-c", code]
    result = subprocess.run(command, cwd=Path(__file__).parent, capture_output=True, text=True, check=False)
    assert result.returncode == 0, f"too slow or broken: {result.stdout[-500:]} {result.stderr[-500:]}"
    assert result.stdout.count("\n") > 60
