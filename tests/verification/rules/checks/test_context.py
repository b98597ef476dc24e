"""What a check is given of the source."""

from __future__ import annotations

from checking import ARTICLE, PUBLISHED

from summarizer.document.document import Document
from summarizer.verification.evidence.search import Index
from summarizer.verification.reading.canonical_text import CanonicalText
from summarizer.verification.rules.checks.check_rule import CheckRule
from summarizer.verification.rules.checks.context import CheckContext
from summarizer.verification.rules.ruling import Rules
from summarizer.verification.verdict import Check


def test_a_check_sees_the_evidence_apart_from_the_document() -> None:
    """The evidence is what the claim rests on, part of all that the document holds; the findings are beside it."""
    seen: list[CheckContext] = []

    def look(claim: CanonicalText, context: CheckContext) -> list[Check]:
        seen.append(context)
        return []

    index = Index.of(Document.of(ARTICLE, language="en", date=PUBLISHED))
    Rules.of(index, check_rules=(CheckRule(kinds=(), check=look),)).rule_on("The board did set a date.")
    (context,) = seen
    assert context.evidence.keys < context.document.keys
    assert {"board", "date"} <= context.evidence.keys
    assert "passengers" not in context.evidence.keys
    assert (context.language, context.published) == ("en", PUBLISHED)
    assert [(one.kind, one.weight, one.instead) for one in context.findings] == [("negation", "hard", "not")]
