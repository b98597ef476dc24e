"""A summary as a model wrote it: nothing is checked yet.

DraftedSummary -> lead: paragraphs -> DraftedSentence(id="s1", text=…, alone=…, fact_ids=("c1.2",), cited=(Span, …))
               -> sections: DraftedSection(id="t1", title=…) -> paragraphs and bullets -> DraftedSentence
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

from summarizer.failure import Failure
from summarizer.text.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedSentence:
    """A sentence as written; `fact_ids` are as the model gave them, `cited` are places of the article.

    `alone` is the sentence so that it can be read without the one before it; "" where it can as it stands.
    `unknown` are sentence numbers that the model was not shown.
    """

    id: str
    text: str
    fact_ids: tuple[str, ...]
    alone: str = ""
    cited: tuple[Span, ...] = ()
    unknown: tuple[int, ...] = ()


DraftedParagraph: TypeAlias = tuple[DraftedSentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedSection:
    """A section as written; `id` is that of its title."""

    id: str
    title: str
    paragraphs: tuple[DraftedParagraph, ...]
    bullets: tuple[DraftedSentence, ...]

    def sentences(self) -> tuple[DraftedSentence, ...]:
        """Every sentence in reading order."""
        return (*chain.from_iterable(self.paragraphs), *self.bullets)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedSummary:
    """A summary as written; empty when `failures` says why."""

    headline: str
    lead: tuple[DraftedParagraph, ...]
    sections: tuple[DraftedSection, ...]
    failures: tuple[Failure, ...] = ()

    @classmethod
    def empty(cls, *failures: Failure) -> DraftedSummary:
        """No summary, for these causes."""
        return cls(headline="", lead=(), sections=(), failures=failures)

    def sentences(self) -> tuple[DraftedSentence, ...]:
        """Every sentence in reading order; ids are unique."""
        found = list(chain.from_iterable(self.lead))
        for section in self.sections:
            found += section.sentences()
        return tuple(found)
