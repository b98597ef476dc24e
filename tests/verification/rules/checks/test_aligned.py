"""Words that turn a sentence, where a claim nearly repeats it."""

from __future__ import annotations

import pytest
from checking import failed


def test_negation_is_checked_against_a_matching_sentence() -> None:
    """A claim that otherwise says what a sentence says fails where only one of them negates."""
    (check,) = failed("The board did set a date.")
    assert (check.kind, check.item, check.found) == ("negation", "not", "in_span")
    assert check.note == "the source says “not”"


@pytest.mark.parametrize(
    ("claim", "kind"),
    [
        ("Ivo Kral and Lena Brandt will send Tom Okoro and the World Harbour Union to the third meeting.", None),
        (
            "The World Harbour Union will perhaps send Tom Okoro, Lena Brandt and Ivo Kral to the third meeting.",
            "modality",
        ),
        ("All boards agree that a date was never set.", None),
    ],
)
def test_only_near_copies_are_compared(claim: str, kind: str | None) -> None:
    """A hedge that only the claim has fails in a near copy; in other wording it is no finding."""
    found = {check.kind for check in failed(claim)}
    assert (kind in found) if kind else found.isdisjoint({"modality", "negation", "quantifier"})


def test_who_did_it_to_whom_is_compared() -> None:
    """Names in each other's place are a conflict of order; a list in another order is none."""
    claim = "Tom Okoro will send the World Harbour Union, Lena Brandt and Ivo Kral to the third meeting."
    assert {(check.kind, check.outcome) for check in failed(claim)} == {("order", "conflict")}
    listed = "The World Harbour Union will send Lena Brandt, Tom Okoro and Ivo Kral to the third meeting."
    assert failed(listed) == []
