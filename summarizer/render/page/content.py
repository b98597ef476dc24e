"""The content of a page: statements, each with the places that it stands on, and the sources that these are in.

PageContent(title="Ferry out of service", facts=(Statement(id="f1", text="…", evidence=(…), …), …), sources=(…), …)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from summarizer.document.document import Document
from summarizer.document.sources.origin import Origin
from summarizer.document.sources.places import origins_over
from summarizer.facts.fact import CheckedFact
from summarizer.notices.notice import Notice
from summarizer.render.disagreements import Side
from summarizer.summary.summary import DroppedSentence, SummarySentence
from summarizer.text.span import Evidence, Span
from summarizer.verification.verdict import Assertion, Check, CheckedClaim, DecidedBy, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Something that is said of the sources, what was found of it, and where.

    Attributes:
        id: of its element, such as "f3".
        text: what it says.
        verdict: what was found.
        evidence: where it stands, the place that decides first.
        name: what it is called where others point at it: "Fact 3".
        why: the reason, in words.
        checks: what was compared by value.
        assertions: what the judge listed.
        decided_by: who decided.
        score: the support score, where there is one.
        drafted: what was written before a repair, where that was something else.
    """

    id: str
    text: str
    verdict: Verdict
    evidence: tuple[Evidence, ...] = ()
    name: str = ""
    why: str = ""
    checks: tuple[Check, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    decided_by: DecidedBy | None = None
    score: float | None = None
    drafted: str = ""

    @classmethod
    def of_claim(cls, claim: CheckedClaim, *, name: str, id_: str, why: str, drafted: str = "") -> Statement:
        """The statement that a checked claim is."""
        return cls(
            id=id_,
            text=claim.statement,
            verdict=claim.verdict,
            evidence=claim.evidence,
            name=name,
            why=why,
            checks=claim.checks,
            assertions=claim.assertions,
            decided_by=claim.decided_by,
            score=claim.score,
            drafted=drafted if drafted != claim.statement else "",
        )

    @classmethod
    def of_fact(cls, fact: CheckedFact, *, name: str, id_: str, why: str) -> Statement:
        """The statement that a fact is."""
        return cls.of_claim(fact, name=name, id_=id_, why=why, drafted=fact.drafted)

    @classmethod
    def of_sentence(cls, sentence: SummarySentence, *, id_: str) -> Statement:
        """The statement that a sentence of a summary is."""
        return cls(
            id=id_,
            text=sentence.text,
            verdict=sentence.verdict,
            evidence=sentence.evidence,
            name="Summary",
            checks=sentence.checks,
            decided_by=sentence.decided_by,
        )

    @classmethod
    def of_dropped(cls, dropped: DroppedSentence, *, id_: str, why: str) -> Statement:
        """The statement that a sentence is which was not kept."""
        return cls(
            id=id_,
            text=dropped.text,
            verdict=dropped.verdict,
            evidence=dropped.evidence,
            name="Not kept",
            why=why,
            checks=dropped.checks,
            assertions=dropped.assertions,
        )

    def places(self) -> Iterator[Evidence]:
        """Every place that it points at, those of its assertions too."""
        yield from self.evidence
        for assertion in self.assertions:
            yield from assertion.evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a text that is told: a title, paragraphs of statements, then bullets.

    `kind` says how it stands: the headline, a plain part, or one that is set apart from a titled one above it.
    """

    kind: Literal["headline", "part", "apart"] = "part"
    title: Statement | None = None
    paragraphs: tuple[tuple[Statement, ...], ...] = ()
    bullets: tuple[Statement, ...] = ()

    def statements(self) -> Iterator[Statement]:
        """All of it, in order."""
        if self.title is not None:
            yield self.title
        yield from chain.from_iterable(self.paragraphs)
        yield from self.bullets


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """Statements that are folded away under a title: those that did not hold, or were not needed."""

    title: str
    statements: tuple[Statement, ...]
    kind: Literal["ticked", "refused"]
    is_open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedText:
    """A text whose sentences are the statements: the text, read, and each statement by the sentence that it is."""

    document: Document
    statements: tuple[tuple[Span, Statement], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSource:
    """A source as it is read beside the statements: its text begins at `start` of the text that evidence refers to."""

    start: int
    document: Document
    name: str = ""
    title: str = ""
    url: str = ""
    date: dt.date | None = None

    @property
    def end(self) -> int:
        """One past the last code point of its text."""
        return self.start + len(self.document.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing that is told of how a page came about: "Model", "gpt-5-mini", and more in small words."""

    name: str
    value: str
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageContent:
    """All that a page shows.

    Attributes:
        title: of the page.
        language: of the source, ISO 639-1; "" if unknown.
        told_in: the language of the statements.
        about: how it came about, in order.
        share: how many statements hold, and of how many.
        facts: the key facts.
        summary: the summary, in its parts.
        instead: what is said where there is no fact or no summary.
        checked: the text that was checked, where that is what is shown.
        folded: what is folded away.
        sources: what the statements stand on.
        notices: what a reader has to know.
        disagreements: the two sides of each.
        origins: where stretches of the sources stand in the files that were read.
        around: stretches beside the article, each with what it is.
    """

    title: str
    language: str
    sources: tuple[ShownSource, ...]
    told_in: str = ""
    about: tuple[Told, ...] = ()
    share: tuple[int, int] = (0, 0)
    facts: tuple[Statement, ...] = ()
    summary: tuple[Part, ...] = ()
    instead: tuple[str, ...] = ()
    checked: CheckedText | None = None
    folded: tuple[Folded, ...] = ()
    notices: Sequence[Notice] = ()
    disagreements: tuple[tuple[Side, Side], ...] = ()
    origins: tuple[Origin, ...] = ()
    around: tuple[tuple[Span, str], ...] = ()

    def statements(self) -> Iterator[Statement]:
        """Every statement of the page, in order."""
        yield from self.facts
        for part in self.summary:
            yield from part.statements()
        if self.checked is not None:
            yield from (statement for _, statement in self.checked.statements)
        for folded in self.folded:
            yield from folded.statements

    @property
    def said(self) -> str:
        """The words of all statements, else the title's."""
        return " ".join(statement.text for statement in self.statements()) or self.title

    def places(self) -> Iterator[Evidence]:
        """Every place of the sources that the page points at."""
        for statement in self.statements():
            yield from statement.places()
        yield from (side.evidence for sides in self.disagreements for side in sides)

    def origins_of(self, place: Span) -> tuple[Origin, ...]:
        """Where a place stands in the file that was read."""
        return origins_over(self.origins, place)

    def where(self, evidence: Evidence) -> str:
        """Where an evidence stands, in words: its source, where there are several, and its page, cue or cell."""
        named = [one.name for one in self.sources if one.name and one.start <= evidence.start < one.end]
        labels = dict.fromkeys(origin.label for origin in self.origins_of(evidence.span))
        return ", ".join(filter(None, (*named, *labels)))
