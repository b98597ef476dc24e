"""Small values made by hand for tests."""

from __future__ import annotations

from summarizer.document.document import Document
from summarizer.facts.fact import CheckedFact, Outcome
from summarizer.text.span import Evidence, Span
from summarizer.verification.verdict import Check, Verdict


def evidence(document: Document, quote: str) -> Evidence:
    """The first place of a quote in a document; the quote must be there."""
    start = document.text.index(quote)
    return Evidence.cut(document.text, Span(start, start + len(quote)))


def fact(
    fact_id: str,
    statement: str,
    *places: Evidence,
    importance: float = 0.6,
    checks: tuple[Check, ...] = (),
    verdict: Verdict = "supported",
    outcome: Outcome = "ticked",
) -> CheckedFact:
    """A checked fact with these places as its evidence."""
    return CheckedFact(
        id=fact_id,
        statement=statement,
        drafted=statement,
        verdict=verdict,
        evidence=places,
        checks=checks,
        decided_by="judge",
        reason="",
        score=0.9,
        importance=importance,
        outcome=outcome,
    )


def check(kind: str, item: str, *, passed: bool = True) -> Check:
    """A check that found its item in the span, or nowhere."""
    return Check.model_validate(
        {"kind": kind, "item": item, "found": "in_span" if passed else "absent", "passed": passed}
    )
