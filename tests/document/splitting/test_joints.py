r"""Joints: the sum of the parts and of what joins them is the count of the whole, wherever that is said to be exact."""

from __future__ import annotations

import re
from itertools import accumulate

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summarizer.document.document import Document
from summarizer.document.splitting.joints import joints_between
from summarizer.document.tokens import counter_for
from summarizer.text.span import Span

EXACT = counter_for("gpt-5")
# What could belong to either side of a joint: marks before line ends and letters, slashes, tabs, contractions, accents
# of their own, figures, signs that only Python takes for white space.
PIECES = st.sampled_from(
    [
        "The",
        "Qornt",
        "'Tis",
        "'s",
        "don't",
        "12345",
        "end.",
        'end."',
        "end?!”",
        "...",
        "/",
        "/a",
        "a/",
        "_",
        "_.",
        "é.",
        "e\u0301.",
        "\u0301x",
        "中文。",
        "。",
        "😀",
        "№",
        "x\x1cy",
        "ABC.",
        "²",
        "«A»",
        "-",
        "\u200b",
    ]
) | st.text(min_size=1, max_size=4)
GAPS = st.sampled_from(
    [" ", " ", "\n", "\n\n", "\r\n", "  ", " \n  ", "\n \n ", "\t", "\t ", "\n\t", "", "\u00a0", "\x1c"]
)


def spans_of(text: str, cuts: list[int]) -> list[Span]:
    """The stretches between cuts, without the white space around them."""
    found = []
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        piece = text[start:end]
        if piece.strip():
            begin = start + len(piece) - len(piece.lstrip())
            found.append(Span(begin, begin + len(piece.strip())))
    return found


@settings(deadline=None, max_examples=600)  # the first exact count of a process loads the vocabulary
@given(st.lists(st.tuples(PIECES, GAPS, st.booleans()), min_size=2, max_size=12))
@example([("end.", "\n\n", True), ("/a", " ", True)])
@example([("'s", " ", True), ("'Tis", "\n ", True), ("...", "\n", True), ("_.", "  ", True)])
@example([("a", "\n", True), ("\x1c", " ", True), ("b", "", True)])
def test_parts_and_exact_joints_add_up_to_the_whole(pieces: list[tuple[str, str, bool]]) -> None:
    """From any span to any later one: what is added up is what the slice counts, if every joint between is exact."""
    ends = list(accumulate(len(piece + gap) for piece, gap, _ in pieces))
    text = "".join(piece + gap for piece, gap, _ in pieces)
    spans = spans_of(
        text, [end for end, (_, _, is_cut) in zip(ends, pieces, strict=True) if is_cut and end < len(text)]
    )
    joints = joints_between(text, spans, EXACT)
    own = EXACT.count([span.of(text) for span in spans])
    for first in range(len(spans)):
        for last in range(first, len(spans)):
            if all(joints.exact[first:last]):
                whole = EXACT.count([text[spans[first].start : spans[last].end]])[0]
                assert sum(own[first : last + 1]) + sum(joints.costs[first:last]) == whole


def test_prose_has_exact_joints() -> None:
    """Between sentences and paragraphs of ordinary prose every joint is exact, so that nothing is counted twice."""
    text = 'The port closed. "Why?" she asked. Nobody knew.\n\nIt opened in May…\n  \n  Ships\nwaited. Then they left.'
    spans = [sentence.span for sentence in Document.of(text).sentences]
    assert len(spans) > 4
    assert all(joints_between(text, spans, EXACT).exact)


@pytest.mark.parametrize("text", ["End.\n/path", "A.\tB.", "好。我来。", "A.\u00a0B.", "A.\x1cB."])
def test_what_may_go_either_way_is_not_exact(text: str) -> None:
    """No exact joint where the signs on both sides may be counted together, or where it is not clear what is white."""
    spans = [Span(*match.span()) for match in re.finditer(r"[^\s.。]+[.。]?", text)]
    assert joints_between(text, spans, EXACT).exact == [False] * (len(spans) - 1)


def test_another_counter_is_taken_at_its_word() -> None:
    """Of a counter whose cuts are not known, a joint is what its white space counts, and one space counts nothing."""
    text = "a b\n\n\nc" + " " * 500 + "de"
    spans = [Span(0, 1), Span(2, 3), Span(6, 7), Span(507, 508), Span(508, 509)]
    other = counter_for(None)
    assert joints_between(text, spans, other) == ([0, *other.count(["\n\n\n", " " * 500]), 0], [False] * 4)
