"""The trained pipeline that comes with the program: its name, used where no other is given, and folder."""

from pathlib import Path

DEFAULT_MODEL = "nl_nieuws_sm"

_PACKAGE = Path(__file__).parent


def model_path() -> Path:
    """Return the folder of the shipped model: the checkout's, else the installed package's."""
    checkout = _PACKAGE.parent.parent / "models" / DEFAULT_MODEL
    return checkout if checkout.is_dir() else _PACKAGE / "_models" / DEFAULT_MODEL
