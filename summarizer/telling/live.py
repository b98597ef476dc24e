"""Listens to what the flows of a run return, and tells of each fact as soon as it holds.

session.heard = Live(session.reporter).hear    ->  FactHeld, while other facts are still judged
"""

from __future__ import annotations

import time

from summarizer.facts.chunk_draft import ChunkDraft
from summarizer.facts.fact import DraftedFact
from summarizer.pipelines.outcomes import checked
from summarizer.runtime.observing.event_reporter import EventReporter
from summarizer.summary.brief import Brief
from summarizer.telling.events import FactHeld
from summarizer.verification.judging.agreement import is_doubted
from summarizer.verification.judging.conclusion import Conclusion
from summarizer.verification.judging.review import Review
from summarizer.verification.verifier import Verified


class Live:
    """Knows the facts that were drafted, and takes the first word on each; any thread may call it.

    A fact is drafted before the round in which it is looked at, and looked at first in one flow alone, so that no two
    threads ever are at one fact.
    """

    def __init__(self, reporter: EventReporter) -> None:
        """Nothing is drafted yet.

        Args:
            reporter: tells of what holds.
        """
        self._reporter = reporter
        self._drafted: dict[str, DraftedFact] = {}
        self._reworded: dict[str, str] = {}  # by id, with the name in place of a pronoun
        self._looked_at: set[str] = set()

    def hear(self, value: object) -> None:
        """Take note of what a flow returned; what is neither facts nor a look at them is passed over."""
        draft = value.facts if isinstance(value, Brief) else value
        if isinstance(draft, ChunkDraft):
            self._drafted.update((fact.id, fact) for fact in draft.facts)
        elif isinstance(draft, DraftedFact):
            self._reworded[draft.id] = draft.statement
        elif isinstance(draft, Review):
            self._look(draft)

    def _look(self, review: Review) -> None:
        for claim_id, conclusion in review.conclusions.items():
            fact = self._drafted.get(claim_id)
            if fact is None or claim_id in self._looked_at:
                continue  # a sentence, a question of an exam, or the second look
            self._looked_at.add(claim_id)
            if _holds(conclusion) and claim_id not in review.corrections:  # else it may be worded otherwise
                self._tell(fact, conclusion)

    def _tell(self, fact: DraftedFact, conclusion: Conclusion) -> None:
        statement = self._reworded.get(fact.id, fact.statement)
        held = Verified(id=fact.id, statement=statement, drafted=fact.statement, conclusion=conclusion)
        now, article = time.time(), self._reporter.article
        self._reporter.tell(FactHeld(at=now, article=article, fact=checked(fact, held)))


def _holds(conclusion: Conclusion) -> bool:
    return conclusion.verdict == "supported" and not is_doubted(conclusion)
