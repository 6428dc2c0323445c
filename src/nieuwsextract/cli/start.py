"""What a command sets up for its process, before anything heavy is imported."""

import signal
import sys
from types import FrameType, ModuleType
from typing import Any, NoReturn

_SPACYS_COMMANDS = "spacy.cli.info"


def raise_signals() -> None:
    """From now on Ctrl-C is raised as ``KeyboardInterrupt``, SIGTERM as ``SystemExit(143)``.

    What is half done is closed or taken away. A signal that the process was started to ignore stays ignored.
    """
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, _terminate)


def _terminate(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)


def spare_spacys_commands() -> None:
    """Keep ``import spacy`` from importing spaCy's own commands, a third of its time, for ``spacy.info``.

    They, and two libraries for the web with them, are imported when that is called, as by any other name.
    """
    if "spacy" not in sys.modules:
        sys.modules[_SPACYS_COMMANDS] = stand_in = ModuleType(_SPACYS_COMMANDS)
        stand_in.info = _info  # type: ignore[attr-defined]


def _info(*args: Any, **settings: Any) -> Any:
    sys.modules.pop(_SPACYS_COMMANDS, None)
    from spacy.cli.info import info

    return info(*args, **settings)
