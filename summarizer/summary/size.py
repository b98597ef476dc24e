"""How much a summary of each length is asked to be: `SIZES["medium"].sentences == 14`.

These are the sizes that a model is asked for; those of the engine without a model are in extractive/summary_plan.py.
"""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.extractive.summary_plan import Length

__all__ = ["SIZES", "Length", "SummarySize"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SummarySize:
    """Counts of sentences, of sections, and of the facts that they are written from, each at most."""

    sentences: int
    sections: int
    facts: int


# A quick summary is read in a minute (medium: about 14 sentences, 250 words); short is its lead, long three times it.
# The facts are as many as that number of sentences can carry.
SIZES: dict[Length, SummarySize] = {
    "short": SummarySize(sentences=5, sections=1, facts=8),
    "medium": SummarySize(sentences=14, sections=4, facts=20),
    "long": SummarySize(sentences=36, sections=8, facts=48),
}
