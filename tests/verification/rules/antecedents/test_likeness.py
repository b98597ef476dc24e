"""How alike two sentences are to what follows them."""

from __future__ import annotations

from summarizer import Document
from summarizer.verification.rules.antecedents.likeness import (
    content,
    dates,
    figures,
    first_name,
    has_capitals,
    names,
    places,
    repeats,
    share,
)

DOCUMENT = Document.of("In May Smith resigned in Rome. Jones followed. The council sat.", language="en")


def test_a_sentence_repeats_another_however_it_was_cut() -> None:
    """The same words, or the end of the other; two words are too few for an end."""
    assert repeats("Jones followed him.", "jones followed him")
    assert repeats("On Monday Jones followed him.", "Jones followed him.")
    assert not repeats("Jones followed.", "Smith thought that Jones followed.")
    assert not repeats("Smith followed him.", "Jones followed him.")


def test_share_is_of_what_the_first_says() -> None:
    """Small words count for nothing, in any language."""
    assert share("The council sat.", "The council met for hours.") == 0.5
    assert share("De kade in het noorden.", "De bank in het zuiden.") == 0.0
    assert share("It was.", "It was.") == 0.0


def test_names_and_places_are_told_apart() -> None:
    """The first name that is no place's; a first word is a name where the source never writes it small."""
    assert first_name("In May Smith resigned in Rome.", DOCUMENT) == ("smith",)
    assert places("In May Smith resigned in Rome.", DOCUMENT) == {"rom"}
    assert names("Jones went to Rome.", DOCUMENT) == {"jon", "rom"}
    assert first_name("The council sat.", DOCUMENT) == ()
    assert "may" not in content("In May Smith resigned.")


def test_dates_are_years_months_and_weekdays() -> None:
    """Other figures are none; short forms are their month."""
    assert dates("In Dec 2019 it lost 5 million on a Monday.", "en") == {"december", "2019", "monday"}
    assert figures("In 2019 it lost 5 million.") == {"2019", "5"}


def test_scripts_without_blanks_have_no_capitals() -> None:
    """Their names are told by nothing."""
    assert has_capitals("Smith left.")
    assert not has_capitals("王明离开。")
