"""Names of a claim beside those that its source knows."""

from __future__ import annotations

import pytest
from checking import checks, failed, items

from summarizer.document.document import Document
from summarizer.verification.evidence.search import Index
from summarizer.verification.rules.ruling import Rules


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


@pytest.mark.parametrize(
    ("source", "claim"),
    [
        ("Die Stadt will 120 neue Bäume pflanzen.", "Die Stadt plant die Pflanzung von 120 neuen Bäumen."),
        ("Die Polizei nahm einen Mann fest.", "Die Polizei meldete die Festnahme eines Mannes."),
    ],
)
def test_a_german_noun_is_no_name(source: str, claim: str) -> None:
    """Every noun has a capital there."""
    checked = Rules.of(Index.of(Document.of(source, language="de"))).rule_on(claim)
    assert [check for check in checked.checks if check.kind == "name"] == []
    assert checked.verdict == "unchecked"


def test_what_may_be_a_name_of_the_source_is_a_question() -> None:
    """A short form fails with a note that says what it may stand for, and nothing is certain."""
    document = Document.of("He landed at Los Angeles International Airport in July.", language="en")
    ruling = Rules.of(Index.of(document)).rule_on("He was seen at LAX with friends that summer.")
    assert [check.note for check in ruling.checks] == ["may be short for what the source has in full"]
    assert ruling.verdict == "unchecked"
