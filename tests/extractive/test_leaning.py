"""Which sentences lean on what stands before them."""

from __future__ import annotations

import pytest

from summarizer.document.document import Document
from summarizer.extractive.leaning import bare_noun, hangs, is_short_answer, is_verse


@pytest.mark.parametrize(
    ("language", "prose"),
    [
        ("en", "Satellites confirmed it in 1971."),
        ("en", "In the winter of 2019 to 2020 it did not freeze over completely."),
        ("en", "Trout and char live in it, as well as a shrimp."),
        ("en", "Dr. Falk said the animals in that study had been kept in a room."),
        ("en", "Tomatoes made up 610 kilograms of that."),
        ("en", "The calls also became shorter."),
        ("en", "A plan to raise this to five metres was given up."),
        ("en", "Councillor Webb voted against because one quotation was missing."),
        ("de", "Nach Angaben der Stadt kostet sie 148 Millionen Euro."),
        ("de", "Mit der Bahn sollen es 17 Minuten sein."),
        ("de", "Die Stadt will dafür 120 neue Bäume pflanzen, allerdings an anderen Orten."),
        ("fr", "L'an dernier, environ 1 900 visiteurs l'ont rejointe en bateau."),
    ],
)
def test_what_points_back_inside_the_first_clause_hangs(language: str, prose: str) -> None:
    """A pronoun whose clause cannot hold what it means, and words that stand for what was told."""
    assert hangs(prose, language)


@pytest.mark.parametrize(
    ("language", "prose"),
    [
        ("en", "The company said it had followed the drawings."),
        ("en", "Varna won the cup when it beat Lisk."),
        ("en", "The bridge, which the council closed, is old, and it will stay shut."),
        ("en", "People came because others were waiting for them."),
        ("en", "The firm sold its plant in Brod."),
        ("de", "Die Bürger sind dafür, dass die Stadt baut."),
        ("de", "Katrin Seidel sagte, sie werde klagen."),
        ("xx", "Satellites confirmed it in 1971."),
    ],
)
def test_what_a_clause_before_explains_does_not(language: str, prose: str) -> None:
    """Behind a clause a pronoun may mean what that names; of other languages nothing is known."""
    assert not hangs(prose, language)


@pytest.mark.parametrize(
    ("language", "prose", "noun"),
    [
        ("en", "The effect was smaller in men.", "effect"),
        ("en", "The county council raised the price.", ""),
        ("en", "The balance on April 30 was 28,914 pounds.", ""),
        ("en", "The Aske was deep.", ""),
        ("en", "A ring was found.", ""),
        ("de", "Die Strecke ist 6,4 Kilometer lang.", "streck"),
        ("xx", "The effect was smaller.", ""),
    ],
)
def test_a_bare_noun_opens_a_sentence(language: str, prose: str, noun: str) -> None:
    """A definite article, a word that is no name, a verb."""
    assert bare_noun(prose, language)[:6] == noun[:6]


def test_an_answer_of_a_few_words_leans_on_its_question() -> None:
    """The first sentence behind a question, where it is short."""
    document = Document.of("How many seeds do you keep?\n\nA little more than 14,000. Most are beans.\n\nWe dry them.")
    answers = [one.index for one in document.sentences if is_short_answer(document, one, document.prose(one.body))]
    assert answers == [1]


def test_lines_of_a_poem_are_verse() -> None:
    """Each opens with a capital, and most end no sentence; prose that is wrapped by hand is none."""
    poem = "The tide has gone and left the sand\nWith ribs of silver in the light;\nA heron like an idle hand\nPoints."
    prose = "The tide has gone and left the sand\nwith ribs of silver in the light;\na heron like an idle hand\npoints."
    for text, verse in ((poem, True), (prose, False)):
        document = Document.of(text)
        assert [is_verse(document, block) for block in document.blocks] == [verse]
