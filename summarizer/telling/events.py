"""Events that tell of facts and of a summary, with the very values that the result holds.

FactHeld for each fact that holds at its first look; at the end FactTicked or FactRejected for each fact, SentenceKept
for each sentence of the summary, FailureNoted and NoticeGiven for what a reader has to know
"""

from __future__ import annotations

from typing import ClassVar

from summarizer.facts.fact import CheckedFact
from summarizer.failure import Failure
from summarizer.notices.notice import Notice
from summarizer.runtime.observing.events import Event
from summarizer.summary.summary import SummarySentence


class _OfFact(Event):
    """What is told of a drafted fact.

    Attributes:
        fact: The fact as it is by now, with its verdict, its evidence and its checks.
    """

    is_logged: ClassVar[bool] = False

    fact: CheckedFact

    @property
    def fact_id(self) -> str:
        """The fact's id."""
        return self.fact.id

    @property
    def statement(self) -> str:
        """What the fact says."""
        return self.fact.statement


class FactHeld(_OfFact):
    """A drafted fact is supported at its first look; it is early, and not the last word.

    One of FactTicked and FactRejected follows for it: it may still say what another one says, be one too many for
    `max_facts`, or gain places that say it again; and a fact that did not hold may yet be mended, and ticked.
    """


class FactTicked(_OfFact):
    """A drafted fact is among the facts of the result, as it is here: no later stage drops or changes it.

    These come once all facts are decided, in the order of the result: those of a run are `result.facts`.
    """


class FactRejected(_OfFact):
    """A drafted fact is among the rejected of the result, for the reason that it holds; those are `result.rejected`."""

    @property
    def outcome(self) -> str:
        """What became of it."""
        return self.fact.outcome

    @property
    def reason(self) -> str:
        """Why."""
        return self.fact.reason


class SentenceKept(Event):
    """A sentence of the summary holds and stays; `section` is the title that it stands under, "" in the lead.

    They come in reading order: those of a run are `list(result.summary.sentences())`.

    Attributes:
        sentence: The sentence, with its evidence.
        section: The title that it stands under.
    """

    is_logged: ClassVar[bool] = False

    sentence: SummarySentence
    section: str = ""


class FailureNoted(Event):
    """Something was asked for and did not come: one of `result.failures`.

    Attributes:
        failure: What, why, and what the result lacks because of it.
    """

    is_logged: ClassVar[bool] = False

    failure: Failure


class NoticeGiven(Event):
    """Something that a reader has to know of the result: one of `result.notices`.

    Attributes:
        notice: What it is, and what to do about it.
    """

    is_logged: ClassVar[bool] = False

    notice: Notice
