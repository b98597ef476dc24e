"""Pieces: everything kept, the limit held, and cuts in the order of what they cost a reader."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.document.splitting.split_long import split_span
from summarizer.document.tokens import TokenCounter, counter_for
from summarizer.text.span import Span

EXACT = counter_for("gpt-5")
TEXTS = st.lists(
    st.sampled_from(
        [
            "one two",
            ", ",
            "; ",
            ". ",
            "，",
            "。",
            " ",
            "   ",
            "\n",
            "\t" * 40,
            "a" * 30,
            "中" * 20,
            "😀",
            "\x00",
            "𓀀" * 9,
        ]
    )
    | st.text(max_size=4),
    min_size=1,
    max_size=20,
).map("".join)


@pytest.mark.parametrize("counter", [EXACT, counter_for(None)])
@settings(deadline=None)  # the first exact count of a process loads the vocabulary
@given(TEXTS.filter(str.strip), st.integers(4, 40), st.integers(0, 5))
def test_pieces_hold_every_character_and_the_limit(counter: TokenCounter, text: str, limit: int, offset: int) -> None:
    """Pieces are ordered, trimmed, within the limit, and only white space lies between them."""
    whole = "x" * offset + text + "x" * offset
    found = split_span(whole, Span(offset, offset + len(text)), limit=limit, counter=counter)
    edges = [offset, *(edge for piece in found for edge in piece), offset + len(text)]
    assert edges == sorted(edges)
    assert not "".join(whole[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)).strip()
    for piece in found:
        words = piece.of(whole)
        assert words == words.strip()
        assert words
        assert counter.count([words])[0] <= limit or len(words) == 1


@pytest.mark.parametrize(
    ("text", "limit", "expected"),
    [
        ("a short one", 20, ["a short one"]),
        ("one two three, four five six; seven eight", 5, ["one two three,", "four five six;", "seven eight"]),
        ("it cost 1,200,300 euros here", 6, ["it cost", "1,200,300 euros", "here"]),
        ("政府宣布，支出增长。", 4, ["政府宣布，", "支出增长。"]),
        ("one two three four", 2, ["one two", "three four"]),
        ("riverbank" * 4, 3, ["riverbank"] * 4),
    ],
)
def test_cuts_come_after_clauses_then_at_spaces_then_anywhere(text: str, limit: int, expected: list[str]) -> None:
    """A cut inside a clause, a word or a number is made only where nothing better fits."""
    found = split_span(text, Span(0, len(text)), limit=limit, counter=EXACT)
    assert [piece.of(text) for piece in found] == expected


def test_neighbouring_pieces_could_not_have_been_one() -> None:
    """Clauses are packed: no two neighbours fit together."""
    text = "well, so, then the river rose, and the town, all of it, was under water by noon, said the mayor, " * 5
    found = split_span(text, Span(0, len(text)), limit=20, counter=EXACT)
    joined = [text[one.start : other.end] for one, other in pairwise(found)]
    assert min(EXACT.count(joined)) > 20
