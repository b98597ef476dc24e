"""Merges sections of one sentence into the part before them, as a title over one sentence is none.

merged_sections(lead, [Section(title="Cause", …), Section(title="Cost", paragraphs=((one,),))])
    ->  (lead, [Section(title="Cause", paragraphs=(…, (one,)))])
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Final

from summarizer.summary.summary import Paragraph, Section

# A section is worth a title from two sentences on.
_FEWEST_IN_SECTION: Final = 2


def merged_sections(
    lead: tuple[Paragraph, ...], sections: Sequence[Section]
) -> tuple[tuple[Paragraph, ...], list[Section]]:
    """Each section of one sentence at the end of the part before it.

    Args:
        lead: the paragraphs above all sections.
        sections: the titled parts, in order.

    Returns:
        The lead and the sections that are left.
    """
    kept: list[Section] = []
    for section in sections:
        told = (*chain.from_iterable(section.paragraphs), *section.bullets)
        if len(told) >= _FEWEST_IN_SECTION:
            kept.append(section)
        elif kept:
            before = kept[-1]
            kept[-1] = before.model_copy(update=_ended(before, told))
        else:
            lead = (*lead, told)
    return lead, kept


def _ended(section: Section, told: Paragraph) -> dict[str, tuple[object, ...]]:
    """A section with a sentence more: among its bullets where it ends with some."""
    if section.bullets:
        return {"bullets": (*section.bullets, *told)}
    return {"paragraphs": (*section.paragraphs, told)}
