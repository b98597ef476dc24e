"""Verdicts, checks and assertions as values."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from summarizer.text.span import Evidence, Span
from summarizer.verification.verdict import Assertion, Check, CheckedClaim

CLAIM = CheckedClaim(
    id="q1",
    statement="The bridge is closed.",
    verdict="supported",
    evidence=(Evidence.cut("The bridge is closed.", Span(0, 21)),),
    checks=(Check(kind="name", item="Brenta", found="in_span", passed=True),),
    assertions=(Assertion(text="it is closed", relation="entailed"),),
    decided_by="judge",
    reason="every assertion is entailed",
    score=0.75,
)


def test_a_claim_survives_json() -> None:
    """A checked claim is the same after a round trip, evidence and checks included."""
    assert CheckedClaim.model_validate_json(CLAIM.model_dump_json()) == CLAIM


@pytest.mark.parametrize(
    ("field", "value"),
    [("score", 1.01), ("score", -0.01), ("verdict", "true"), ("decided_by", "me"), ("evidence", None), ("extra", 1)],
)
def test_a_value_outside_of_its_range_is_refused(field: str, value: object) -> None:
    """Scores are in 0..1, verdicts and authors are of the lists, and there is no other field."""
    with pytest.raises(ValidationError, match=field):
        CheckedClaim.model_validate(CLAIM.model_dump() | {field: value})


def test_a_check_has_a_note_only_where_something_is_known() -> None:
    """The note is empty unless given; kind and place are of the lists."""
    assert CLAIM.checks[0].note == ""
    with pytest.raises(ValidationError, match="kind"):
        Check.model_validate({"kind": "feeling", "item": "x", "found": "absent", "passed": False})
    with pytest.raises(ValidationError, match="found"):
        Check.model_validate({"kind": "name", "item": "x", "found": "near", "passed": False})
