"""Names of a claim beside those that its source knows."""

from __future__ import annotations

import pytest
from checking import checks, failed, items


@pytest.mark.parametrize(
    "claim",
    [
        "The WHU will send Okoro to the 3rd meeting.",
        "The route to Jamaica was lost because of COVID-19.",
        "Okoro and Brandt will represent the World Harbour Union.",
    ],
)
def test_other_forms_of_a_name_pass(claim: str) -> None:
    """An acronym, the place that people are named for, and a surname alone pass."""
    assert failed(claim) == []


def test_a_name_that_is_not_there_fails() -> None:
    """A wrong surname fails behind a right first name, with a note that says so."""
    (check,) = failed("The new boats were ordered by Ana Kessel.")
    assert (check.kind, check.item, check.found) == ("name", "Kessel", "absent")
    assert check.note == "the source has only a part of the name"


def test_a_name_of_another_sentence_is_found_in_the_document() -> None:
    """It passes, as a name may be carried over, and the check says where it stands."""
    found = {check.item: check.found for check in checks("Tom Okoro is a passenger.", cited="passengers")}
    assert found["Okoro"] == "in_document"


def test_each_word_of_a_name_has_a_check() -> None:
    """First name and surname are two."""
    assert items("It was said by Ana Ruiz.", "name") == ["Ana", "Ruiz"]
