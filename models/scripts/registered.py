"""Registers what the training configs name (`--code scripts/code.py`)."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import corpus  # noqa: F401
import tokenizer  # noqa: F401
