"""The command: ``nieuwsextract``, or ``python -m nieuwsextract``."""

import os
import signal


def main() -> None:
    """Run the command line.

    While it is imported nothing is done yet: Ctrl-C ends the process on the spot, with code 130, where the
    libraries that it interrupts would print tracebacks or take it for a fault of theirs.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else: started with Ctrl-C ignored
        signal.signal(signal.SIGINT, lambda *_: os._exit(130))
    from nieuwsextract.cli import main as run  # noqa: PLC0415 (after Ctrl-C is seen to)

    run()


if __name__ == "__main__":
    main()
