"""How much a summary of each length is asked to be."""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.extractive.summary_plan import Length

__all__ = ["SIZES", "Length", "Size"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much a summary of one length is asked to be: counts of sentences, of sections, and of facts to write from."""

    sentences: int
    sections: int
    facts: int


# A quick summary is read in a minute (medium: about 14 sentences, 250 words); short is its lead, long three times it.
# The facts are as many as that number of sentences can carry.
SIZES: dict[Length, Size] = {
    "short": Size(sentences=5, sections=1, facts=8),
    "medium": Size(sentences=14, sections=4, facts=20),
    "long": Size(sentences=36, sections=8, facts=48),
}
