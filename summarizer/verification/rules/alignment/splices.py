"""Tells a claim that joins the beginning of one sentence to the end of another, so that neither says it.

beside "The mayor opened a new bridge on Monday." and "A storm destroyed the old harbour in 1987."
    "The mayor opened the old harbour in 1987."  ->  "the mayor opened" goes on "a new bridge …" in the source
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from summarizer.verification.reading.canonical_text import CanonicalText

# Tokens that each part must have, and that each sentence must have beyond it: fewer are a name that stands for "she",
# or a closing phrase. benchmarks/two_ends.py shows both ends of it.
_PART: Final = 3
_BEYOND: Final = 3


def spliced(claim: CanonicalText, sentences: Sequence[CanonicalText]) -> str:
    """What the source says behind the beginning that a claim takes from it; "" for a claim that is no splice.

    Args:
        claim: The claim.
        sentences: Those that it may be made of.
    """
    heads = [(_same(claim.keys, one.keys), one) for one in sentences]
    tails = [(_same(claim.keys[::-1], one.keys[::-1]), one) for one in sentences]
    if not heads:
        return ""
    head, first = max(heads, key=lambda pair: pair[0])
    tail, second = max(tails, key=lambda pair: pair[0])
    covers = head + tail >= len(claim.keys) and max(head, tail) < len(claim.keys)
    whole = min(len(first.keys) - head, len(second.keys) - tail) < _BEYOND
    if first is second or not covers or whole or min(head, tail) < _PART:
        return ""
    return " ".join(first.words_of(head, min(head + _PART, len(first.tokens))).split())


def _same(one: Sequence[str], other: Sequence[str]) -> int:
    """How many keys two rows have in common from their beginnings."""
    length = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        length += 1
    return length
