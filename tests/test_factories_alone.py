"""A component works in a pipeline that has no other of ours."""

import subprocess
import sys

import pytest

from nieuwsextract.pipeline.loading import COMPONENTS

#: Events need sentences, which a blank pipeline has none of.
NAMES = [name for name in COMPONENTS if name != "nieuws_events"]


@pytest.mark.parametrize("name", NAMES)
def test_alone_in_a_new_process(name):
    code = f"import spacy; nlp = spacy.blank('nl'); nlp.add_pipe({name!r}); nlp('Lavrov zegt niets.')"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
