"""Whether a sentence reads alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.extractive.self_containedness import (
    ENDS,
    NO_STATEMENT,
    STANDS_ALONE,
    count_words,
    needs_context,
    self_containedness,
)

WHOLE = [
    ("en", "The council approved a budget of $4.2 million for the new library on Tuesday."),
    ("en", "In 2025 Merrow Water replaced 31 kilometers of pipe, according to its annual report."),
    ("en", "This year the harbor handled 1.3 million passengers, more than ever before."),
    ("en", "Residents said they had not been told about the closure of the bridge."),
    ("en", "All ferries to the outer islands have been cancelled until Saturday noon."),
    ("en", "The council will vote on the budget this autumn, in the first week of October."),
    ("en", "The first bus of the day leaves the market square at five in the morning."),
    ("en", 'The mayor called the plan "a start" and promised a second vote in the spring.'),
    ("de", "Das Land übernahm 62,5 Prozent der Kosten für den neuen Deich an der Nordseite."),
    ("de", "Das neue Gesetz gilt seit dem 1. März für alle Gemeinden im Landkreis."),
    ("fr", "La bibliothèque municipale a rouvert samedi après quatre ans de travaux."),
    ("es", "El ayuntamiento aprobó el martes un presupuesto de doce millones de euros."),
    ("zh", "北岛市交通局周一宣布，地铁三号线的通车时间将从今年九月推迟到明年三月。"),
    ("", "Rada města schválila v úterý rozpočet ve výši dvanácti milionů korun."),
]
NOT_WHOLE = [
    ("en", "He said that the budget would be presented to the council on Tuesday."),
    ("en", "However, the council did not approve the budget for the new library."),
    ("en", "This means that the library in the old town hall will stay closed."),
    ("en", "As she told the council on Tuesday, the library will stay closed for good."),
    ("en", "In this case the library in the old town hall would have to be closed."),
    ("en", "After studying physics in Oslo, she joined the Polar Institute in 1959."),
    ("en", "Today it belongs to walkers, cyclists and a few slow boats."),
    ("en", "All had slightly raised blood pressure and took no medicine for it."),
    ("en", "The authority takes this as proof that few people need the night buses."),
    ("en", "The oldest was made in 1687 and stands in the church of Ebersbach."),
    ("en", "Why did the council of Merrow approve the budget for the new library?"),
    ("en", '"We will build the library with or without the money," the mayor said.'),
    ("en", "“We will build the library with or without the money that was promised."),
    ("en", "Photo: The new library in the old town hall, seen from the market square."),
    ("en", "By Marta Lindqvist, 12 March 2026"),
    ("en", "A quiet town by the sea with a narrow lane and an old harbor."),
    ("en", "and a budget of $4.2 million for the new library in the old town hall."),
    ("en", "Read more about the library at https://library.example/budget."),
    ("en", "The budget for the new library in the old town hall of Merrow"),
    ("de", "Er sagte, dass der Haushalt am Dienstag im Rat vorgestellt werden soll."),
    ("de", "Das zeigen die Messungen an 24 Pegeln, die die Hochschule betreut."),
    ("de", "Diese Summe reicht nach Angaben der Verwaltung für drei weitere Jahre."),
    ("de", "Nach ihren Angaben sind bis zu 95 Hektar Grünland seit 2023 zu nass."),
    ("de", "Seit dem vergangenen kostet sie die Stadt 40 Millionen Euro im Jahr."),
    ("fr", "Elle avait fermé ses portes en septembre après un dégât des eaux."),
    ("fr", "Cependant, la Cour des comptes avait critiqué un retard de onze mois."),
    ("es", "Sin embargo, el ayuntamiento no aprobó el presupuesto de la biblioteca."),
]


@pytest.mark.parametrize(("language", "text"), WHOLE)
def test_whole_statements_stand_alone(language: str, text: str) -> None:
    """A whole statement that needs no neighbor is told as one, in any language."""
    assert self_containedness(text, kind="paragraph", language=language) >= STANDS_ALONE


@pytest.mark.parametrize(("language", "text"), NOT_WHOLE)
def test_what_is_no_statement_does_not(language: str, text: str) -> None:
    """Leaning sentences, questions, speech, captions, bylines, links and fragments never pass for whole statements."""
    assert self_containedness(text, kind="paragraph", language=language) < STANDS_ALONE


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Prices rose.", True),
        ("A quiet town by the sea with a narrow lane and an old harbor.", True),
        ("A quiet town by the sea with a narrow lane and an old harbor", False),
        ("Was the budget of the council approved?", False),
        ("It is not true that:", False),
        ("Costs", False),
        ("…", False),
    ],
)
def test_what_ends_as_a_sentence_does_is_told_from_what_does_not(text: str, ends: bool) -> None:  # noqa: FBT001
    """Of what states nothing, prose with a stop is at or above `ENDS`; a line, a question and a lead-in are below."""
    assert (ENDS <= self_containedness(text, kind="paragraph", language="en") <= NO_STATEMENT) is ends


@pytest.mark.parametrize("kind", ["heading", "table", "code"])
def test_kinds_without_prose_never_stand(kind: str) -> None:
    """The same words that stand alone as a paragraph do not as a heading, table row or code."""
    text = WHOLE[0][1]
    assert self_containedness(text, kind=kind, language="en") < 0.1  # type: ignore[arg-type]


def test_item_that_asks_is_no_fact() -> None:
    """A recommendation states nothing, though the same words in a paragraph may."""
    text = "Decide on the disputed sum by 30 September as announced, and publish the reasons."
    assert self_containedness(text, kind="item", language="en") < STANDS_ALONE


def test_length_is_best_between_8_and_45_words() -> None:
    """A sentence of 8 to 45 words is worth more than the same with 4 or with 90."""
    short = "The council voted today."
    good = "The council voted today for the budget of the new library."
    endless = "The council voted today for " + "the budget and " * 40 + "the library."
    at = [self_containedness(text, kind="paragraph", language="en") for text in (short, good, endless)]
    assert at[0] < at[1] > at[2]


def test_in_an_unlisted_language_no_sentence_needs_context() -> None:
    """Where no list is kept, an opening costs nothing, whatever word it is."""
    assert not needs_context("He is een woord.", "nl")
    assert needs_context("He is a word.", "en")


def test_speech_verb_keeps_the_pronoun_with_its_subject() -> None:
    """A pronoun that a name or subject before it explains needs no context; one in front of all names does."""
    assert not needs_context("In March Lena Morcambe said she had no fear of the boat.", "en")
    assert needs_context("By the time she had caught the boat, Lena Morcambe was late.", "en")


@given(text=st.text(max_size=300), language=st.sampled_from(["en", "de", "fr", "es", "ja", ""]))
def test_self_containedness_is_a_factor(text: str, language: str) -> None:
    """Any text in any language gets a factor above 0 and at most 1, and a size of at least 0."""
    assert 0 < self_containedness(text, kind="paragraph", language=language) <= 1
    assert count_words(text) >= 0
