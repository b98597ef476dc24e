"""Hand-made values for the renderers: an article, and facts and sentences whose evidence is cut from it."""

from __future__ import annotations

from typing import Protocol

import pytest

from summarizer.facts.fact import CheckedFact, Outcome
from summarizer.summary.summary import SummarySentence
from summarizer.text.span import Evidence, Span
from summarizer.verification.verdict import Verdict

ARTICLE = (
    "Harbour to close\n\nThe port of Lund closes on 3 May.\nIt handled 40 ships a year.\n\n"
    "Mayor Ann Berg said:\n“We had no choice.” Fish & chips <stay>.\n"
)


class MakeFact(Protocol):
    """Makes a fact; each quote must stand in the text once."""

    def __call__(
        self,
        statement: str,
        *quotes: str,
        verdict: Verdict = "supported",
        outcome: Outcome = "ticked",
        reason: str = "",
        text: str = ARTICLE,
    ) -> CheckedFact:
        """The fact."""
        ...


class MakeSentence(Protocol):
    """Makes a sentence of a summary; each quote must stand in the text once."""

    def __call__(self, text: str, *quotes: str) -> SummarySentence:
        """The sentence."""
        ...


def places(text: str, quotes: tuple[str, ...]) -> tuple[Evidence, ...]:
    """The evidence that these quotes are."""
    starts = [text.index(quote) for quote in quotes]
    return tuple(Evidence.cut(text, Span(at, at + len(quote))) for at, quote in zip(starts, quotes, strict=True))


@pytest.fixture(scope="session")
def article() -> str:
    """The article that the quotes are cut from."""
    return ARTICLE


@pytest.fixture(scope="session")
def fact() -> MakeFact:
    """A maker of facts."""

    def make(
        statement: str,
        *quotes: str,
        verdict: Verdict = "supported",
        outcome: Outcome = "ticked",
        reason: str = "",
        text: str = ARTICLE,
    ) -> CheckedFact:
        return CheckedFact(
            id=f"f{abs(hash(statement))}",
            statement=statement,
            verdict=verdict,
            evidence=places(text, quotes),
            checks=(),
            decided_by=None if verdict == "unchecked" else "judge",
            reason=reason,
            score=0.5,
            drafted=statement,
            importance=0.5,
            outcome=outcome,
        )

    return make


@pytest.fixture(scope="session")
def sentence() -> MakeSentence:
    """A maker of sentences."""

    def make(text: str, *quotes: str) -> SummarySentence:
        return SummarySentence(
            text=text,
            fact_ids=(),
            evidence=places(ARTICLE, quotes),
            verdict="supported",
            decided_by="judge",
        )

    return make
