"""What lies at a place, by bisection: the same as going through all stretches."""

from hypothesis import given
from hypothesis import strategies as st

from nieuwsextract.pipeline.events.reports import Reports
from nieuwsextract.pipeline.stretches import Stretches

PLACES = st.integers(0, 30)
PAIRS = st.tuples(PLACES, st.integers(1, 8)).map(lambda pair: (pair[0], sum(pair)))


@given(st.lists(PAIRS), PAIRS)
def test_the_same_as_going_through_all(pairs, asked):
    first, last = asked
    items = [(start, end, number) for number, (start, end) in enumerate(pairs)]
    stretches = Stretches(items)
    items.sort()
    assert list(stretches.beginning(first, last)) == [n for start, _, n in items if first <= start < last]
    touching = [n for start, end, n in items if start < last and first < end]
    assert list(stretches.touching(first, last)) == touching


@given(st.lists(st.lists(PAIRS, min_size=1, max_size=3), max_size=6), PLACES)
def test_the_innermost_quote_holds_a_place(contents, at):
    found = Reports([{"content": content} for content in contents]).at(at)
    sizes = [sum(end - start for start, end in content) for content in contents]
    holding = [
        (sizes[number], number)
        for number, content in enumerate(contents)
        if any(start <= at < end for start, end in content)
    ]
    assert found == (min(holding)[1] if holding else None)
