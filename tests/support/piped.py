"""Runs the plan of an article by hand, round by round, for tests of pipelines."""

from __future__ import annotations

from collections.abc import Callable

from stepping import Answer, Played, play

from summarizer.calls.call import Call
from summarizer.document.chunks import ChunkPolicy, chunk
from summarizer.document.document import Document
from summarizer.document.tokens import counter_for
from summarizer.facts.wishes import Wishes
from summarizer.pipelines.outcomes import Outcomes
from summarizer.pipelines.writing import with_model
from summarizer.settings.options import Options
from summarizer.verification.policy import JudgePolicy, Level


def piped(
    text: str,
    answer: Callable[[Call], Answer],
    *,
    level: Level = "standard",
    chunk_tokens: int = 8000,
    max_facts: int | None = None,
    wishes: Wishes | None = None,
) -> Played[Outcomes]:
    """What a run comes to, and the calls of each round."""
    document = Document.of(text)
    policy = ChunkPolicy(max_tokens=chunk_tokens, lead_tokens=min(150, chunk_tokens // 8))
    options = Options(max_facts=max_facts, wishes=wishes or Wishes(), chunks=policy, judge=JudgePolicy(level=level))
    chunks = chunk(document, policy=policy, counter=counter_for(None))
    return play(with_model(document, chunks=chunks, options=options), answer)


def calls_of(played: Played[Outcomes]) -> list[Call]:
    """All calls, in their order."""
    return [call for calls in played.rounds for call in calls]
