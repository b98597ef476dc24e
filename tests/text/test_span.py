"""Places in a text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from summarizer.text.span import Evidence, Span

SPANS = st.tuples(st.integers(0, 12), st.integers(0, 12)).map(lambda pair: Span(min(pair), max(pair)))


@given(st.text(max_size=12), SPANS)
def test_a_span_is_a_slice(text: str, span: Span) -> None:
    """A span means the code points of a slice, and evidence cut by it holds them."""
    assert span.of(text) == text[span.start : span.end]
    evidence = Evidence.cut(text, span)
    assert evidence.text == text[evidence.start : evidence.end]
    assert evidence.span == span


def test_offsets_are_code_points() -> None:
    """A character outside of the basic plane, or a combining one, is one."""
    text = "😀e\u0301 x"
    assert Span(1, 3).of(text) == "e\u0301"
    assert Span(4, 5).of(text) == "x"


@given(SPANS, SPANS)
def test_spans_overlap_when_they_share_a_code_point(one: Span, other: Span) -> None:
    """Overlap is symmetric, and touching is none."""
    shared = set(range(*one)) & set(range(*other))
    if one.start < one.end and other.start < other.end:
        assert one.overlaps(other) == bool(shared)
    assert one.overlaps(other) == other.overlaps(one)


@pytest.mark.parametrize(
    ("one", "other", "overlap"), [((0, 3), (3, 5), False), ((0, 3), (2, 5), True), ((0, 9), (4, 5), True)]
)
def test_overlaps(one: tuple[int, int], other: tuple[int, int], overlap: bool) -> None:  # noqa: FBT001
    """Half-open: the end is not in the span."""
    assert Span(*one).overlaps(Span(*other)) is overlap


def test_evidence_survives_json_and_has_no_negative_offset() -> None:
    """Evidence is the same after a round trip, and offsets count from 0."""
    evidence = Evidence.cut("The mill “closed”.\n", Span(4, 17))
    assert Evidence.model_validate_json(evidence.model_dump_json()) == evidence
    with pytest.raises(ValidationError, match="start"):
        Evidence(start=-1, end=2, text="x")
