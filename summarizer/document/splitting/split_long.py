"""A sentence that is too long for a budget of tokens is split into pieces, where that hurts a reader least.

split_span("Prices rose, wages fell.", Span(0, 24), limit=4, counter=counter)  ->  [Span(0, 12), Span(13, 24)]
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from summarizer.document.splitting.joints import joints_between
from summarizer.document.tokens import TokenCounter, counts_of
from summarizer.text.span import Span

# After a clause; in scripts that put spaces between words only before one, so that "1,200" and "a.b" stay whole.
_CLAUSE = re.compile(r"(?<=[,;:.!?…)\]\"”»—–،؛।])\s+|(?<=[，；：、。！？」』）])")
_BLANK = re.compile(r"\s+")


def split_span(text: str, span: Span, *, limit: int, counter: TokenCounter) -> list[Span]:
    """A span cut into pieces of at most `limit` tokens: after clauses, else at white space, else anywhere.

    The pieces are ordered, disjoint and trimmed, and hold every non-space character of the span.

    Args:
        text: The text that the span is of.
        span: What to cut; not only white space.
        limit: Most tokens of a piece, as `counter` counts its slice. A single character that counts more stands alone.
        counter: What counts.

    Returns:
        At least one piece.
    """
    parts = [_trimmed(text, span)]
    for places in (_clauses, _blanks, _every(limit)):
        cut: list[Span] = []
        for part, fits in zip(parts, _fitting(text, parts, limit, counter), strict=True):
            if fits:
                cut.append(part)
            else:
                cut += _packed(text, _between(text, part, places(part, text)), limit, counter)
        parts = cut
    # A piece whose parts fitted by their sum can still count more as a whole; so can a slice of rare characters.
    while not all(fitting := _fitting(text, parts, limit, counter)):
        cut = []
        for part, fits in zip(parts, fitting, strict=True):
            middle = (part.start + part.end) // 2
            cut += [part] if fits else _between(text, part, [middle])
        parts = cut
    return parts


def _fitting(text: str, parts: Sequence[Span], limit: int, counter: TokenCounter) -> list[bool]:
    counts = counts_of([part.of(text) for part in parts], counter)
    return [count <= limit or len(part.of(text)) == 1 for part, count in zip(parts, counts, strict=True)]


def _packed(text: str, atoms: Sequence[Span], limit: int, counter: TokenCounter) -> list[Span]:
    """Neighbouring atoms joined as long as their tokens together stay within the limit."""
    counts = counts_of([atom.of(text) for atom in atoms], counter)
    joints = joints_between(text, atoms, counter).costs
    packed = [atoms[0]]
    total = counts[0]
    for atom, joint, count in zip(atoms[1:], joints, counts[1:], strict=True):
        if total + joint + count <= limit:
            packed[-1] = Span(packed[-1].start, atom.end)
            total += joint + count
        else:
            packed.append(atom)
            total = count
    return packed


def _clauses(part: Span, text: str) -> Iterator[int]:
    return (match.end() for match in _CLAUSE.finditer(text, part.start, part.end))


def _blanks(part: Span, text: str) -> Iterator[int]:
    return (match.end() for match in _BLANK.finditer(text, part.start, part.end))


def _every(limit: int) -> Callable[[Span, str], Iterator[int]]:
    # A character hardly ever costs more than a token, so that a slice of as many mostly fits at once.
    return lambda part, _text: iter(range(part.start + limit, part.end, limit))


def _between(text: str, part: Span, cuts: Iterator[int] | Sequence[int]) -> list[Span]:
    """The part cut at places inside it, trimmed, without pieces of nothing but white space."""
    places = [part.start, *(cut for cut in cuts if part.start < cut < part.end), part.end]
    found = (_trimmed(text, Span(start, end)) for start, end in pairwise(places))
    return [span for span in found if span.start < span.end]


def _trimmed(text: str, span: Span) -> Span:
    piece = span.of(text)
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(start, max(start, span.start + len(piece.rstrip())))
