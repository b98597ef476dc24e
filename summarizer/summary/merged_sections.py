"""Merges sections of one sentence, and those without a title, into the part before them.

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
    """Each section of one sentence, and each whose title did not hold, at the end of the part before it.

    Args:
        lead: the paragraphs above all sections.
        sections: the titled parts, in order.

    Returns:
        The lead and the sections that are left.
    """
    kept: list[Section] = []
    for section in sections:
        told = (*chain.from_iterable(section.paragraphs), *section.bullets)
        is_fit = len(told) >= _FEWEST_IN_SECTION and bool(section.title)
        if is_fit or (section.bullets and len(told) >= _FEWEST_IN_SECTION):
            kept.append(section)
        elif kept:
            before = kept[-1]
            kept[-1] = before.model_copy(update=_ended(before, section))
        else:
            lead = (*lead, *_paragraphs_of(section))
    return lead, kept


def _ended(part: Section, more: Section) -> dict[str, tuple[object, ...]]:
    """A section with more sentences behind it: among its bullets where it ends with some."""
    if part.bullets:
        return {"bullets": (*part.bullets, *chain.from_iterable(_paragraphs_of(more)))}
    return {"paragraphs": (*part.paragraphs, *_paragraphs_of(more))}


def _paragraphs_of(section: Section) -> tuple[Paragraph, ...]:
    """What a section tells, as paragraphs; a lone bullet is one."""
    return (*section.paragraphs, section.bullets) if section.bullets else section.paragraphs
