"""A whole text as claims, and its sentences with what was found of each."""

from __future__ import annotations

from summarizer import Document
from summarizer.verification.text_check import claims_of


def test_a_sentence_comes_with_the_one_before_it() -> None:
    """A judge must know who "she" is; a heading says nothing of that, and what follows it begins anew."""
    claims = claims_of(Document.of("# Trial\n\nAda Corvi won. She danced.\n\nIt rained.\n\n## Later\n\nHe left.\n"))
    assert [(claim.statement, claim.before) for claim in claims] == [
        ("Trial", ""),
        ("Ada Corvi won.", ""),
        ("She danced.", "Ada Corvi won."),
        ("It rained.", "She danced."),
        ("Later", ""),
        ("He left.", ""),
    ]
