"""Corrections: whether they are the small edit that was asked for."""

from __future__ import annotations

import pytest
from judging import BRIDGE
from made import check

from summarizer.text.words import words
from summarizer.verification.judging.content_words import stem_of
from summarizer.verification.judging.corrections import is_edit, is_smallest
from summarizer.verification.verdict import Assertion, Check, Relation

STEMS = frozenset(stem_of(word.text) for word in words(BRIDGE))
SAID = "The mayor said repairs would cost 9 million euros and begin in May."


def assertion(text: str, relation: Relation) -> Assertion:
    """One finding of a judge."""
    return Assertion(text=text, relation=relation)


FOUND = (
    assertion("The mayor said repairs would cost", "entailed"),
    assertion("9 million euros", "contradicted"),
    assertion("repairs begin in May", "not_stated"),
)


def smallest(correction: str, *, found: tuple[Assertion, ...] = FOUND, checks: tuple[Check, ...] = ()) -> bool:
    """Whether a correction of the mayor's sentence is held to be the smallest edit."""
    return is_smallest(correction, of=SAID, assertions=found, checks=checks, source_stems=STEMS)


@pytest.mark.parametrize(
    ("correction", "edit"),
    [
        ("The mayor said repairs would cost 4.2 million euros.", True),
        (SAID, False),
        (SAID.upper(), False),
        ("", False),
        ("The mayor.", False),
        ("Cars take the road over Fossa since Monday.", False),
    ],
)
def test_an_edit_keeps_half_and_changes_something(correction: str, *, edit: bool) -> None:
    """Another claim, a stump and the same words are no edit."""
    assert is_edit(correction, of=SAID) == edit


def test_replacing_and_removing_what_was_not_entailed_is_the_smallest_edit() -> None:
    """The wrong number becomes the right one and the unstated part goes."""
    assert smallest("The mayor said repairs would cost 4.2 million euros.")


def test_what_was_entailed_may_not_go() -> None:
    """A correction that throws away most of what held is another claim."""
    assert not smallest("In May 4.2 million euros.")


def test_an_entailed_number_may_never_go() -> None:
    """Numbers are what a reader comes for."""
    found = (assertion("repairs would cost 9 million euros", "entailed"), assertion("begin in May", "not_stated"))
    assert not smallest("The mayor said repairs would cost million euros.", found=found)


def test_a_number_that_a_check_refused_is_not_entailed() -> None:
    """Whatever the judge said of it, the rules found that the source has another one."""
    found = (assertion(SAID, "entailed"),)
    assert not smallest(SAID.replace("9", "4.2"), found=found)
    assert smallest(SAID.replace("9", "4.2"), found=found, checks=(check("number", "9 million euros", passed=False),))


def test_an_added_number_must_stand_in_the_source() -> None:
    """A correction brings no number of its own."""
    assert not smallest("The mayor said repairs would cost 8 million euros.")


def test_added_words_must_mostly_stand_in_the_source() -> None:
    """A stray word is let pass, a new claim in its place is not."""
    assert smallest("The mayor announced repairs would cost 4.2 million euros.")
    assert not smallest("The mayor said repairs would bankrupt proud villages whose treasury lacks every reserve.")


def test_another_language_is_not_held_against_the_source() -> None:
    """A German statement about an English source shares no words with it; its numbers must, where it is told."""
    said = "Laut Bürgermeisterin kostet die Reparatur 9 Millionen Euro und beginnt bald."
    found = (assertion("9 Millionen Euro", "contradicted"), assertion("beginnt bald", "not_stated"))
    kept = {"assertions": found, "checks": (), "source_stems": STEMS}
    assert is_smallest("Laut Bürgermeisterin kostet die Instandsetzung 4.2 Millionen Euro.", of=said, **kept)  # type: ignore[arg-type]
    assert not is_smallest("Laut Bürgermeisterin kostet die Reparatur 5 Millionen Euro.", of=said, **kept)  # type: ignore[arg-type]
    untold = {**kept, "source_stems": None}
    assert is_smallest("Laut Bürgermeisterin kostet die Reparatur 4,2 Millionen Euro.", of=said, **untold)  # type: ignore[arg-type]
