"""A claim that no sentence says, though two together have all its words."""

from __future__ import annotations

from checking import ARTICLE, failed

from summarizer.document.document import Document
from summarizer.verification.judging.source import Source


def test_a_splice_is_a_conflict() -> None:
    """The check says how the first sentence goes on; a sentence as it stands has no such check."""
    text = "The mayor opened a new bridge on Monday. A storm destroyed the old harbour in 1987."
    rules = Source.of(Document.of(text, language="en")).rules
    (check,) = (
        one for one in rules.rule_on("The mayor opened the old harbour in 1987.").checks if one.kind == "splice"
    )
    assert (check.outcome, "a new bridge" in check.note) == ("conflict", True)
    assert not [check for check in failed(ARTICLE.split("\n")[0]) if check.kind == "splice"]
