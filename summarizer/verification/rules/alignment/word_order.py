"""Tells who did what to whom: the same words in another order, with names among them, say another thing.

"On Monday Ann beat Bob" beside "On Monday Bob beat Ann"  ->  each difference is one of order, and hard
"A man in Paris met Bob" beside "A man met Bob in Paris"  ->  no difference of order: only a place has moved
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from summarizer.verification.reading.canonical_text import CanonicalText, Token
from summarizer.verification.rules.alignment.difference import Difference

_NOUNS: Final = frozenset(("word", "weekday"))  # a German weekday is a noun among others
_BEFORE_PLACES: Final = frozenset(("in", "at", "near", "on"))  # a place that moved ("in Paris") changes nothing


def with_swaps(
    differences: tuple[Difference, ...], *, claim: CanonicalText, source: CanonicalText
) -> tuple[Difference, ...]:
    """The same differences, made differences of order where the claim has the source's words and its names swapped.

    Args:
        differences: Between claim and source.
        claim: The claim.
        source: The sentence.
    """
    if len(differences) < 2 or not _hold_the_same(differences) or _names(claim.tokens) == _names(source.tokens):
        return differences
    return tuple(replace(one, kind="order", hard=True) for one in differences)


def _hold_the_same(differences: Sequence[Difference]) -> bool:
    """Whether all that the claim has in place of the source's words are these words themselves."""
    claim: list[str] = []
    source: list[str] = []
    for one in differences:
        claim += (token.key for token in one.claim)
        source += (token.key for token in one.source)
    return sorted(claim) == sorted(source)


def _names(tokens: Sequence[Token]) -> list[str]:
    """The names in order, those of places ("in Paris") left out."""
    named: list[str] = []
    for place, token in enumerate(tokens):
        if token.kind not in _NOUNS or token.shape not in ("title", "upper"):
            continue
        if not place or tokens[place - 1].key not in _BEFORE_PLACES:
            named.append(token.key)
    return named
