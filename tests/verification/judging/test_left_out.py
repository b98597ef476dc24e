"""What of a claim its assertions leave out."""

from __future__ import annotations

import pytest

from summarizer.document.document import Document
from summarizer.verification.judging.left_out import left_out
from summarizer.verification.rules.statements.document_reading import DocumentReading
from summarizer.verification.verdict import Assertion

READING = DocumentReading.of(Document.of("The detour adds 17 kilometers.", language="en"))


def passed_over(statement: str, *asserted: str) -> str:
    """What the assertions leave out of a statement."""
    assertions = [Assertion(text=text, relation="entailed") for text in asserted]
    return left_out(statement, assertions, reading=READING)


@pytest.mark.parametrize(
    ("asserted", "missing"),
    [
        (["The detour adds 17 kilometers."], ""),
        (["It is 17 kilometers.", "Detours add something."], ""),
        (["It is 17."], "detour, adds, kilometers"),
        (["The detour adds kilometers."], "17"),
        (["The detour adds 17.0 kilometers."], "17"),
        ([], "detour, adds, 17, kilometers"),
    ],
)
def test_half_of_the_words_and_every_number_must_be_asserted(asserted: list[str], missing: str) -> None:
    """Any number of assertions cover a statement together; forms of a word are one."""
    assert passed_over("The detour adds 17 kilometers.", *asserted) == missing


def test_a_negation_may_not_be_left_out() -> None:
    """As many negations as the statement has must be asserted."""
    assert passed_over("The detour never adds kilometers.", "The detour adds kilometers.") == "a negation"
    assert passed_over("The detour never adds kilometers.", "The detour does not add kilometers.") == ""


def test_a_statement_without_a_word_is_left_out_whole() -> None:
    """Nothing can be said of it."""
    assert passed_over("…", "Anything.") == "“…”, which holds no word"


@pytest.mark.parametrize(
    ("asserted", "missing"),
    [
        (["The detour makes the way to school 17 kilometers longer."], ""),
        (["The detour lengthens the way to school."], "17 Kilometer"),
        (["It was 17 and that was it."], "more than half of it"),
        (["绕道使上学的路增加了17公里。"], ""),
    ],
)
def test_assertions_in_another_language_must_say_as_much(asserted: list[str], missing: str) -> None:
    """Every value, and half of the words by their number."""
    statement = "Der Umweg verlängert den Weg zur Schule um 17 Kilometer."
    assertions = [Assertion(text=text, relation="entailed") for text in asserted]
    assert left_out(statement, assertions, reading=READING, language="de") == missing
