"""A short article, and what the rules check of claims about it."""

from __future__ import annotations

import datetime as dt

from summarizer.document.document import Document
from summarizer.text.span import Span
from summarizer.verification.evidence.search import Index
from summarizer.verification.rules.ruling import Rules
from summarizer.verification.verdict import Check, CheckKind

ARTICLE = """The Marlow ferry company carried 547,126 passengers in 2025, up 4% on the year before.
Its director, Ana Ruiz, told the harbour board on 12 March 2026 that two new boats would cost $3.2 million each.
"We have waited for this day for a very long time," she said.
The board did not set a date. The World Harbour Union will send Tom Okoro,
Lena Brandt and Ivo Kral to the third meeting.
COVID-19 had cost the company its Jamaican route in 2021."""
PUBLISHED = dt.date(2026, 3, 14)


def checks(claim: str, *, cited: str = "") -> tuple[Check, ...]:
    """The checks of a claim about the article, where it is said to stand in the sentence with these words."""
    start = ARTICLE.index(cited)
    spans = [Span(start, start + len(cited))] if cited else []
    rules = Rules.of(Index.of(Document.of(ARTICLE, language="en", date=PUBLISHED)))
    return rules.rule_on(claim, cited=spans).checks


def failed(claim: str) -> list[Check]:
    """Those that did not pass."""
    return [check for check in checks(claim) if not check.passed]


def items(claim: str, kind: CheckKind) -> list[str]:
    """What is checked of one kind, as the claim writes it."""
    return [check.item for check in checks(claim) if check.kind == kind]
