"""Differences between a claim and a sentence."""

from __future__ import annotations

import pytest

from summarizer.verification.canon import canon
from summarizer.verification.compare import compare

SOURCE = "On Monday Norland beat Sudland by three goals and about 40% of the fans left early."


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("three", "four", "number"),
        ("40%", "40 percentage points", "number"),
        ("Monday", "Friday", "date"),
        ("Sudland", "Westland", "name"),
        ("early", "late", None),
        ("left", "did not left", None),
        ("fans left", "fans never left", "negation"),
    ],
)
def test_kinds(old: str, new: str, kind: str | None) -> None:
    """The first difference has its kind, and equal texts have none."""
    claim = canon(SOURCE.replace(old, new), language="en")
    differences = compare(claim, canon(SOURCE, language="en"), language="en").differences
    assert differences
    if kind is not None:
        assert differences[0].kind == kind
        assert differences[0].hard


def test_swapped_roles() -> None:
    """Two names that changed places are a difference of order."""
    claim = canon("On Monday Sudland beat Norland by three goals.", language="en")
    source = canon("On Monday Norland beat Sudland by three goals.", language="en")
    assert {d.kind for d in compare(claim, source, language="en").differences} == {"order"}


def test_equal_texts() -> None:
    """A text differs in nothing from itself."""
    form = canon(SOURCE, language="en")
    one = compare(form, form, language="en")
    assert (one.covered, one.whole, one.differences) == (1.0, 1.0, ())
