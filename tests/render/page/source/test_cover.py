"""Places over a text, however they overlap."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.render.page.source.cover import Cover, place_id
from summarizer.text.span import Span

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda p: Span(min(p), max(p))), max_size=9)


@given(SPANS)
def test_what_lies_over_a_code_point(spans: list[Span]) -> None:
    """Every place that holds it, and no other; an empty place lies nowhere."""
    cover = Cover(spans)
    for offset in range(32):
        assert set(cover.over(offset)) == {place_id(span) for span in spans if span.start <= offset < span.end}


@given(SPANS, st.integers(0, 30), st.integers(0, 30))
def test_between_two_cuts_nothing_begins_or_ends(spans: list[Span], one: int, other: int) -> None:
    """And every place begins in exactly one stretch."""
    start, end = min(one, other), max(one, other)
    cover = Cover(spans)
    edges = {edge for span in spans if span.start < span.end for edge in span}
    assert cover.cuts(start, end) == sorted(edge for edge in edges if start < edge < end)
    assert cover.beginning(start, end) == [span for span in cover.spans if start <= span.start < end]
