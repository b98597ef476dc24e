r"""What two neighbouring stretches of a text cost more in one piece than each alone, without counting the whole again.

joints_between("A cat.\n\nIt sat. It ran.", spans of the three sentences, counter)  ->  Joints([0, -1], [True, True])

The vocabulary of `vocabulary.py` first cuts a text at its words, then counts each cut by itself. So only the words on
either side of a joint can count differently there, and most of those have been seen before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from string import punctuation
from typing import Final, NamedTuple, TypeAlias

from summarizer.document.tokens import TokenCounter, adds_up, counts_of
from summarizer.text.span import Span

# White space behind which the next stretch is cut anew: a space goes with the word behind it, a line's end with what
# stands before. A tab may go either way, and of other signs Python and the vocabulary do not agree which are white.
_CLEAR_GAP: Final = re.compile(r"[ \t\r\n]*[ \r\n]")
# No letters, figures or white space: behind a word such signs are a cut of their own, to which a line's end belongs.
_MARKS: Final = frozenset(punctuation + "“”‘’«»…–—。！？，、；：」』）")


class Joints(NamedTuple):
    """For each span and the next one, what both in one piece count more than the two alone; and whether it is exact.

    Where all joints are exact, `count(text[spans[i].start:spans[j].end])` is the sum of the counts of the spans `i` to
    `j` and of the costs between them; a cost may be below zero. One that is not exact is what the white space counts.
    """

    costs: list[int]
    exact: list[bool]


# The cuts beside a joint: the end before it, the white space that goes with that, and the head behind a space. No class
# of its own: there is one a sentence, and a collection of garbage passes over plain tuples of strings.
_Ends: TypeAlias = tuple[str, str, str]


def joints_between(
    text: str, spans: Sequence[Span], counter: TokenCounter, *, gaps: Sequence[str] | None = None
) -> Joints:
    """The joints between spans, one fewer than there are spans.

    Args:
        text: The text that the spans are of.
        spans: Ordered, disjoint and trimmed.
        counter: What counts. Of one that is not the project's own none is exact.
        gaps: What stands between the spans in the text that is counted; None for what stands there in this one. Where
            it is more than white space a joint is not exact.

    Raises:
        ConfigError: The counter does not return one count a text.
    """
    if gaps is None:
        gaps = [text[one.end : other.start] for one, other in pairwise(spans)]
    if not adds_up(counter):
        return Joints(_gap_costs(gaps, counter), [False] * len(gaps))
    ends = _all_ends(text, spans, gaps)
    guesses = iter(_gap_costs([gap for gap, end in zip(gaps, ends, strict=True) if end is None], counter))
    known = _added({end for end in ends if end is not None}, counter)
    return Joints([next(guesses) if end is None else known[end] for end in ends], [end is not None for end in ends])


def _all_ends(text: str, spans: Sequence[Span], gaps: Sequence[str]) -> list[_Ends | None]:
    """The cuts beside each joint; None for those where they are not clear."""
    clear = {gap: _CLEAR_GAP.fullmatch(gap) is not None for gap in set(gaps)}
    return [
        _ends(text, one, other, gap) if clear[gap] else None
        for gap, (one, other) in zip(gaps, pairwise(spans), strict=True)
    ]


def _gap_costs(gaps: Sequence[str], counter: TokenCounter) -> list[int]:
    """The tokens of white space; a single space costs nothing: most vocabularies count it with the word behind."""
    known = [gap for gap in dict.fromkeys(gaps) if gap not in {"", " "}]
    costs = {"": 0, " ": 0} | dict(zip(known, counts_of(known, counter), strict=True))
    return [costs[gap] for gap in gaps]


def _ends(text: str, one: Span, other: Span, gap: str) -> _Ends | None:
    """The cuts beside a joint whose white space is clear; None where the line's end may be counted with more."""
    if gap == " ":
        return "", "", _head(text, other)
    tail = _tail(text, one)
    if tail is None:
        return None
    if gap[-1] == " ":
        return tail, gap[:-1], _head(text, other)
    return None if text[other.start] == "/" else (tail, gap, "")


def _head(text: str, span: Span) -> str:
    """A span up to its first space, where whatever comes is cut anew."""
    end = text.find(" ", span.start, span.end)
    return text[span.start : span.end if end < 0 or text[end - 1].isspace() else end]


def _tail(text: str, span: Span) -> str | None:
    """The signs behind the last word of a span; None where it does not end in a word and such signs."""
    start = span.end
    while start > span.start and text[start - 1] in _MARKS:
        start -= 1
    return text[start : span.end] if start > span.start and text[start - 1].isalnum() else None


def _added(ends: Iterable[_Ends], counter: TokenCounter) -> dict[_Ends, int]:
    """What the blank adds to each tail, and the space to each head."""
    every = list(ends)
    tails = list({(tail, blank) for tail, blank, _ in every if blank})
    heads = list({head for _, _, head in every if head})
    counts = counts_of(
        [
            *(tail + blank for tail, blank in tails),
            *(tail for tail, _ in tails),
            *(" " + head for head in heads),
            *heads,
        ],
        counter,
    )
    behind, before = counts[: 2 * len(tails)], counts[2 * len(tails) :]
    by_tail = {tail: _first_half_more(behind, at) for at, tail in enumerate(tails)}
    by_head = {head: _first_half_more(before, at) for at, head in enumerate(heads)}
    return {end: by_tail.get(end[:2], 0) + by_head.get(end[2], 0) for end in every}


def _first_half_more(counts: Sequence[int], at: int) -> int:
    """How much more a count of the first half is than that of the same place in the second."""
    return counts[at] - counts[at + len(counts) // 2]
