"""The cast: who comes back in a document, and the sentence that says who they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.context.cast import Cast, cast_of
from summarizer.document.document import Document

HARBOUR = (
    "# The gate at Lund\n\n"
    "The gate at Lund stuck on Monday. Mira Hanlon closed it by hand. "
    "Mira Hanlon, the harbour master, had warned the Harbour Board in May.\n\n"
    "The Harbour Board did not answer. “I wrote twice,” Hanlon said. In Lund nobody was surprised. "
    "Hanlon's letter went to Tom Roe. A ship of Danish make waited outside. The engineer Tom Roe never saw it. "
    "Once, Ida Falk came by. The board paid in June."
)


def cast(text: str, **options: int) -> dict[str, str]:
    """The names of a text's cast, each with the sentence that introduces it, in order."""
    document = Document.of(text)
    return {one.name: document.prose(document.sentences[one.sentence].span) for one in cast_of(document, **options)}


def test_who_comes_back_is_introduced_by_the_sentence_that_says_who_they_are() -> None:
    """People and bodies are found, in the order of the text; a place, a people and who comes once are none of them."""
    assert cast(HARBOUR) == {
        "Mira Hanlon": "Mira Hanlon, the harbour master, had warned the Harbour Board in May.",
        "Harbour Board": "Mira Hanlon, the harbour master, had warned the Harbour Board in May.",
        "Tom Roe": "The engineer Tom Roe never saw it.",
    }


def test_only_who_was_introduced_before_a_sentence_is_shown() -> None:
    """With `until` the sentences from there on are not looked at, so that a later description does not count."""
    assert cast(HARBOUR, until=3) == {"Mira Hanlon": "Mira Hanlon closed it by hand."}


def test_of_many_those_stay_who_come_back_most() -> None:
    """`most` bounds the cast, and the order stays that of the text."""
    assert list(cast(HARBOUR, most=1)) == ["Mira Hanlon"]


def test_two_people_of_one_surname_stay_two() -> None:
    """A lone surname, or its plural, is no third person where two have it."""
    text = (
        "Ada Roe sailed north. Ben Roe stayed. At dawn Ada Roe turned. Then Ben Roe wept. "
        "At noon Roe sang. All the Roes came. So did Roe."
    )
    assert list(cast(text)) == ["Ada Roe", "Ben Roe"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It began late. My name is Piet Aske, and I was the cook. We sailed north.", "Piet Aske"),
        (
            "Es war spät. Ich heiße Jonas, und ich war der Koch. Wir fuhren nach Norden. Jonas lacht. Jonas geht.",
            "Jonas",
        ),
        (
            "I came late. I had run. We went in, and my coat was wet. “You are wet, Captain Roe,” said the cook.",
            "Captain Roe",
        ),
        (
            "I came late. I had run. We went in, and my coat was wet. “Captain Roe, you are wet,” said the cook.",
            "Captain Roe",
        ),
    ],
)
def test_a_narrator_is_named_once(text: str, name: str) -> None:
    """Who says their own name, or is only ever spoken to where an "I" tells the story, needs no second mention."""
    assert list(cast(text)) == [name]


def test_who_is_spoken_to_in_a_report_is_no_narrator() -> None:
    """Without an "I" that tells the story nobody is its narrator."""
    assert cast("The gate stuck. It rained all day. “You are wet, Captain Roe,” said the cook.") == {}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            (
                "Auf der Werft arbeitet Jörn Brandt. Die Werft baut ein Schiff. Brandt, 61, ist Schweißer. "
                "Das Schiff kostet 148 Millionen Euro. Die Kosten tragen Banken, 12 Millionen Euro zahlt das Land. "
                "Gestern kam Brandts Tochter."
            ),
            ["Jörn Brandt"],
        ),
        (
            (
                "La maire de Kermor s'appelle Anne Le Goff. Hier, Anne Le Goff a visité le phare. Lundi, Le Goff "
                "est repartie. La Société des Phares paiera. La Société des Phares l'a dit."
            ),
            ["Anne Le Goff", "Société des Phares"],
        ),
        ("港务局长韩米拉说,港口将关闭。韩米拉写了两封信。", []),
    ],
)
def test_other_languages(text: str, names: list[str]) -> None:
    """German nouns are no names though they have capitals; a script without capitals has no cast."""
    assert list(cast(text)) == names


@given(
    st.lists(
        st.sampled_from(["Mira Hanlon", "Tom Roe", "the gate", "Lund", "said", "and", "Hanlon's", "."]), min_size=1
    ),
    st.integers(0, 20),
    st.integers(1, 3),
)
def test_laws(words: list[str], until: int, most: int) -> None:
    """Bounded, in order, before `until`, each name one of the text's; and read once is the same as asked once."""
    document = Document.of("x " + " ".join(words))
    found = cast_of(document, until=until, most=most)
    assert found == Cast.of(document).before(until, most=most)
    assert len(found) <= most
    assert list(found) == sorted(found, key=lambda one: one.sentence)
    assert all(one.sentence < until for one in found)
    assert all(one.name.split()[-1] in document.text for one in found)
