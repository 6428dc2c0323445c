"""The program's version, from its own metadata."""

from importlib.metadata import version

VERSION = version("nieuwsextract")
