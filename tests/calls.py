"""How much work a call does, counted in calls or in lines: the same on every machine, unlike seconds."""

import sys


def count_calls(function, *args):
    """Return how many Python and built-in calls ``function(*args)`` makes."""
    count = 0

    def note(_frame, event, _arg):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        function(*args)
    finally:
        sys.setprofile(None)
    return count


def count_lines(function, *args):
    """Return how many lines ``function(*args)`` runs, each turn of a loop or comprehension for itself."""
    count = 0

    def note(_frame, event, _arg):
        nonlocal count
        count += event == "line"
        return note

    before = sys.gettrace()
    sys.settrace(note)
    try:
        function(*args)
    finally:
        sys.settrace(before)
    return count
