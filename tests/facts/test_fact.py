"""Facts as values."""

from __future__ import annotations

import dataclasses

import pytest
from made import evidence, fact
from pydantic import ValidationError

from summarizer.document.document import Document
from summarizer.facts.fact import CheckedFact, DraftedFact
from summarizer.text.span import Span
from summarizer.verification.verdict import CheckedClaim

FACT = fact("c1.1", "The mill closed.", evidence(Document.of("The mill closed."), "The mill closed."))


def test_a_checked_fact_is_a_checked_claim_that_survives_json() -> None:
    """A fact has all of a claim, and is the same after a round trip."""
    assert isinstance(FACT, CheckedClaim)
    assert CheckedFact.model_validate_json(FACT.model_dump_json()) == FACT


@pytest.mark.parametrize(("field", "value"), [("importance", 1.2), ("importance", -0.1), ("outcome", "lost")])
def test_a_value_outside_of_its_range_is_refused(field: str, value: object) -> None:
    """Importance is in 0..1, and an outcome is one of the four."""
    with pytest.raises(ValidationError, match=field):
        CheckedFact.model_validate(FACT.model_dump() | {field: value})


def test_a_drafted_fact_never_changes() -> None:
    """What was drafted stays as it was; a later stage makes a new value."""
    drafted = DraftedFact(id="c1.1", chunk_id="c1", statement="x", cited=(Span(0, 1),), importance=0.2)
    with pytest.raises(dataclasses.FrozenInstanceError):
        drafted.statement = "y"  # type: ignore[misc]
