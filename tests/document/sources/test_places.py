"""A place belongs to one source, and to every stretch of the file that it touches."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.sources.origin import Origin
from summarizer.document.sources.places import origins_over, source_at
from summarizer.text.span import Span

CUTS = st.lists(st.integers(0, 60), min_size=2, max_size=12, unique=True).map(sorted)


@given(CUTS, st.integers(0, 60), st.integers(0, 60))
def test_what_a_span_touches_is_found_as_by_looking_at_each(cuts: list[int], one: int, other: int) -> None:
    """Whatever gaps are between the stretches."""
    origins = [Origin(start=a, end=b, page=a) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
    span = Span(min(one, other), max(one, other) + 1)
    assert origins_over(origins, span) == tuple(o for o in origins if o.start < span.end and span.start < o.end)


def test_a_place_between_two_sources_is_in_neither() -> None:
    """Its end is the first that is not in it."""
    first, second = Span(0, 5), Span(7, 9)
    assert [source_at([first, second], offset) for offset in (0, 4, 5, 7, 9)] == [first, first, None, second, None]
