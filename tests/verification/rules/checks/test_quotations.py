"""Quotations of a claim beside the words of its source."""

from __future__ import annotations

import pytest
from checking import checks, failed


@pytest.mark.parametrize(
    "claim",
    [
        'Ruiz said the company had "waited for this day".',
        'Ruiz said: "We have waited for this day … a very long time."',
    ],
)
def test_words_of_the_source_pass(claim: str) -> None:
    """A part of what was said passes, and parts with a gap between them that is shown."""
    assert [check.passed for check in checks(claim) if check.kind == "quotation"] == [True]
    assert failed(claim) == []


def test_an_edited_quotation_fails() -> None:
    """One other word makes it a quotation that nobody said."""
    (check,) = failed('Ruiz said: "We have waited for that day for a long time."')
    assert (check.kind, check.found) == ("quotation", "absent")


def test_a_term_may_stand_anywhere_in_the_document() -> None:
    """A few words in quotation marks are named, not said; of a sentence somebody said, another place will not do."""
    (term,) = checks('It lost its "Jamaican route".', cited="passengers")
    assert (term.found, term.passed, term.note) == ("in_document", True, "a title or term")
    (said, *_) = checks('It said: "The board did not set a date."', cited="passengers")
    assert (said.found, said.passed) == ("in_document", False)
