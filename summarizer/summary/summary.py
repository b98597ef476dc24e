"""A summary: a headline, a lead, titled sections; every sentence with its evidence.

Summary -> lead: paragraphs -> SummarySentence -> Evidence
        -> sections: Section -> paragraphs and bullets -> SummarySentence -> Evidence
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Protocol, TypeAlias

from summarizer.facts.fact import CheckedFact
from summarizer.fragments.brief import brief, counted
from summarizer.frozen import Frozen
from summarizer.text.span import Evidence
from summarizer.verification.verdict import Assertion, Check, DecidedBy, Verdict

WrittenBy = Literal["model", "facts", "evidence", "extractive"]


class SummarySentence(Frozen):
    """A sentence of a summary: `verdict == "supported"` and `evidence != ()`, always.

    `fact_ids` are the facts of the result that it tells, if any; each of them is supported.
    """

    text: str
    fact_ids: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    verdict: Verdict
    decided_by: DecidedBy
    checks: tuple[Check, ...] = ()

    @classmethod
    def of_fact(cls, fact: CheckedFact) -> SummarySentence:
        """The statement of a supported fact as a sentence: `result.text == fact.statement`."""
        return cls(
            text=fact.statement,
            fact_ids=(fact.id,),
            evidence=fact.evidence,
            verdict="supported",
            decided_by=fact.decided_by or "rule",
            checks=fact.checks,
        )


class Refused(Protocol):
    """What was found of a statement that may not stand; a `CheckedClaim` is one."""

    @property
    def verdict(self) -> Verdict:
        """The verdict."""

    @property
    def reason(self) -> str:
        """Why."""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """Where it was looked for."""

    @property
    def checks(self) -> tuple[Check, ...]:
        """What was compared."""

    @property
    def assertions(self) -> tuple[Assertion, ...]:
        """What it asserts, by the judge."""


Paragraph: TypeAlias = tuple[SummarySentence, ...]


class Section(Frozen):
    """A titled part of a summary: paragraphs of sentences, then bullets."""

    title: str
    title_evidence: tuple[Evidence, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    bullets: tuple[SummarySentence, ...] = ()


class DroppedSentence(Frozen):
    """A sentence or title that was written and not kept: what it said, what was found, and why it may not stand.

    `evidence`, `checks` and `assertions` are those of its verdict; none where it was refused unread.
    """

    text: str
    verdict: Verdict
    reason: str
    evidence: tuple[Evidence, ...] = ()
    checks: tuple[Check, ...] = ()
    assertions: tuple[Assertion, ...] = ()

    @classmethod
    def of(cls, text: str, found: Refused) -> DroppedSentence:
        """The text as it was dropped for what was found of it."""
        return cls(
            text=text,
            verdict=found.verdict,
            reason=found.reason,
            evidence=found.evidence,
            checks=found.checks,
            assertions=found.assertions,
        )


class Summary(Frozen):
    """A quick summary.

    `written_by` is `"model"` when a model's own sentences held. When nothing that it wrote held, `"evidence"` says that
    the article's sentences that state the facts take their place, and `"facts"` that the facts themselves do, where
    another language than the article's was asked for. `"extractive"` is a summary that no model was asked to write.
    `dropped` are the sentences that the model wrote and the check refused, each with the reason.
    """

    headline: str
    headline_evidence: tuple[Evidence, ...] = ()
    lead: tuple[Paragraph, ...] = ()
    sections: tuple[Section, ...] = ()
    written_by: WrittenBy
    dropped: tuple[DroppedSentence, ...] = ()

    def __repr__(self) -> str:
        sentences = counted(sum(1 for _ in self.sentences()), "sentence")
        dropped = f", {len(self.dropped)} dropped" if self.dropped else ""
        sections = counted(len(self.sections), "section")
        return f"<Summary {brief(self.headline)}: {sentences}, {sections}{dropped}, written by {self.written_by}>"

    def sentences(self) -> Iterator[SummarySentence]:
        """Every sentence in reading order."""
        for paragraph in self.lead:
            yield from paragraph
        for section in self.sections:
            for paragraph in section.paragraphs:
                yield from paragraph
            yield from section.bullets
