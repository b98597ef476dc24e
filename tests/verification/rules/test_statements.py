"""Which sentences state a claim."""

from __future__ import annotations

import pytest

from summarizer.document.document import Document
from summarizer.verification.rules.statements import Statements

ARTICLE = (
    "The harbor board met on Monday. However, the mayor did not vote. "
    "Ms. Ortega said that the bridge would close. If the bridge closes, traffic will double."
)


def _found(claim: str, text: str = ARTICLE) -> tuple[int, int] | None:
    statements = Statements.of(Document.of(text, language="en"))
    stated = statements.find(statements.read(claim))
    return None if stated is None else (stated.first, stated.last)


@pytest.mark.parametrize(
    ("claim", "place"),
    [
        ("The harbour board met on Monday", (0, 0)),
        ("The mayor didn't vote.", (1, 1)),
        ("However, the mayor did not vote.", (1, 1)),
        ("The harbor board met on Monday. However, the mayor did not vote.", (0, 1)),
    ],
)
def test_stated(claim: str, place: tuple[int, int]) -> None:
    """Whole sentences, with or without their opener, one or several in a row."""
    assert _found(claim) == place


@pytest.mark.parametrize(
    "claim",
    [
        "The bridge would close.",
        "Traffic will double.",
        "The mayor did vote.",
        "Meanwhile, the harbor board met on Monday.",
        "The harbor board met on Monday. Ms. Ortega said that the bridge would close.",
        "The harbor board met",
        "",
        "?",
    ],
)
def test_not_stated(claim: str) -> None:
    """A part of a sentence, an opener of one's own, or sentences that do not follow each other are not stated."""
    assert _found(claim) is None


def test_item_under_a_denial_is_not_stated() -> None:
    """What a lead-in denies is not said by the item below it; under a plain lead-in it is."""
    items = "\n\n- The bridge is unsafe.\n- The road is closed.\n"
    assert _found("The bridge is unsafe.", "The board denied the following:" + items) is None
    assert _found("The bridge is unsafe.", "The board listed its findings:" + items) is not None


def test_verbatim_and_rewritten() -> None:
    """Typography alone is verbatim; another form is not."""
    statements = Statements.of(Document.of(ARTICLE, language="en"))
    verbatim = statements.find(statements.read("the harbor board met on\u00a0Monday."))
    rewritten = statements.find(statements.read("The harbour board met on Monday."))
    assert verbatim is not None
    assert rewritten is not None
    assert (verbatim.verbatim, rewritten.verbatim) == (True, False)


@pytest.mark.parametrize(
    ("source", "claim", "stated"),
    [
        ("The club paid US$5 for it. It has US$9.", "The club paid $5 for it.", True),
        ("The club paid US$5 for it. It has A$9.", "The club paid $5 for it.", False),
        ("The club paid US$5 for it. It has $9.", "The club paid $5 for it.", False),
        ("The club paid A$5 for it. It has A$9.", "The club paid $5 for it.", False),
        ("The club paid $5 for it. It has $9.", "The club paid US$5 for it.", False),
        ("The club paid $5 for it. It has US$9.", "The club paid US$5 for it.", False),
    ],
)
def test_a_bare_sign_is_us_dollars_only_where_the_document_always_says_so(
    source: str, claim: str, *, stated: bool
) -> None:
    """A "$" in a claim is read as "US$" where the document writes no other dollar sign, and never the other way."""
    assert (_found(claim, source) is not None) is stated
