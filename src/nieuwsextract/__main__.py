"""``python -m nieuwsextract``."""

from nieuwsextract.cli import main

main()
