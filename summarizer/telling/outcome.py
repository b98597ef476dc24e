"""What is told of a run once everything in it is decided.

outcome_events(result)  ->  FactTicked …, FactRejected …, SentenceKept …, FailureNoted …, NoticeGiven …
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from summarizer.result import Result
from summarizer.runtime.observing.events import Event
from summarizer.summary.summary import Section, SummarySentence
from summarizer.telling.events import FactRejected, FactTicked, FailureNoted, NoticeGiven, SentenceKept


def outcome_events(result: Result) -> Iterator[Event]:
    """One event for each thing in a result that a reader may wait for."""
    article = result.document.sha256
    for fact in result.facts:
        yield FactTicked(at=time.time(), article=article, fact=fact)
    for fact in result.rejected:
        yield FactRejected(at=time.time(), article=article, fact=fact)
    for section, sentence in _sentences(result):
        yield SentenceKept(at=time.time(), article=article, sentence=sentence, section=section)
    for failure in result.failures:
        yield FailureNoted(at=time.time(), article=article, failure=failure)
    for notice in result.notices:
        yield NoticeGiven(at=time.time(), article=article, notice=notice)


def _sentences(result: Result) -> Iterator[tuple[str, SummarySentence]]:
    """Every sentence in reading order, with the title above it."""
    lead = Section(title="", paragraphs=result.summary.lead)
    for section in (lead, *result.summary.sections):
        for paragraph in (*section.paragraphs, section.bullets):
            for sentence in paragraph:
                yield section.title, sentence
