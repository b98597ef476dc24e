"""The words that failed are found in the statement and in its evidence."""

from __future__ import annotations

import pytest
from shown_pages import places

import summarizer
from summarizer.render.page.content import Statement
from summarizer.render.page.failed_words import failed_words
from summarizer.verification.verdict import Assertion, Verdict

TEXT = (
    "Shares in Brennvik Yard fell 6.3 percent to $14.20 on Thursday. The Kittiwake entered service on 2 June 2025 and "
    "cost $31.5 million."
)


@pytest.mark.parametrize(
    ("claim", "said", "instead"),
    [
        ("Shares in Brennvik Yard fell 6.8 percent to $14.20 on Thursday.", ["6.8 percent"], ["6.3 percent"]),
        ("Shares in Brennvik Yard rose 6.3 percent to $14.20 on Thursday.", ["rose"], ["fell"]),
        (
            "The Kittiwake entered service on 3 June 2025 and cost €31.5 million.",
            ["3 June 2025", "€31.5 million"],
            ["2 June 2025", "31.5"],
        ),
        ("Shares in Brennvik Yard fell 6.3 percent to $14.20 on Thursday.", [], []),
        ("The mayor danced.", [], []),
    ],
)
def test_both_sides_of_what_checks_found(claim: str, said: list[str], instead: list[str]) -> None:
    """The item of each check that failed, and the words that its note says the source has."""
    found = summarizer.verify([claim], TEXT)[0]
    failed = failed_words(Statement.of_claim(found, name="", id_="s1", why=found.reason))
    assert [span.of(claim) for span in failed.said] == said
    assert [span.of(TEXT) for span in failed.instead] == instead


def stated(verdict: Verdict, *assertions: Assertion) -> Statement:
    """A statement without checks."""
    evidence = places(TEXT, "The Kittiwake entered service on 2 June 2025")
    text = "The Kittiwake entered service in fog on 2 June 2025."
    return Statement(id="s1", text=text, verdict=verdict, evidence=evidence, assertions=assertions)


def test_where_no_check_failed_the_judge_tells() -> None:
    """The words of what it did not find entailed that stand in no evidence; none of what it found."""
    known = Assertion(text="The Kittiwake entered service on 2 June 2025", relation="entailed")
    missed = Assertion(text="The Kittiwake entered service in fog", relation="not_stated")
    found = stated("partly_supported", known, missed)
    assert [span.of(found.text) for span in failed_words(found).said] == ["in", "fog"]
    assert failed_words(stated("supported", missed)) == ((), ())


def test_a_check_of_the_whole_marks_nothing() -> None:
    """Where all of a statement failed, no word of it did more than another."""
    check = summarizer.Check(kind="splice", item="A b c.", found="absent", passed=False, conflict=True, note="“x”")
    assert failed_words(Statement(id="s", text="A b c.", verdict="contradicted", checks=(check,))).said == ()
