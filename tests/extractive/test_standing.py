"""How well sentences stand alone among others."""

from __future__ import annotations

from summarizer.document.document import Document
from summarizer.extractive.self_containedness import BARE, NEEDS_CONTEXT, NO_PROSE, STANDS_ALONE
from summarizer.extractive.standing import Standing, rate_standing


def standings(text: str, title: frozenset[str] = frozenset()) -> list[Standing]:
    document = Document.of(text, language="en")
    heads = [document.prose(sentence.body) for sentence in document.sentences]
    return list(rate_standing(document, heads, title=title, longest=2_000))


def test_a_bare_noun_is_introduced_by_the_title_or_by_being_first() -> None:
    """As in "The trial was long", in a text on a trial or as its first words."""
    first, second = standings("The trial was held in the town of Merrow. The effect was smaller in most of the men.")
    assert first.worth >= STANDS_ALONE
    assert second == Standing(BARE, leans=False)
    told = standings("Rain fell on the town. The effect was smaller in most of the men.", title=frozenset({"effect"}))
    assert told[1].worth >= STANDS_ALONE


def test_a_label_hides_no_opening() -> None:
    """What somebody says goes on from another sentence, though a name stands before it."""
    alone, leaning = standings(
        "CARVALHO: The ministry pays 210,000 euros a year.\n\nCARVALHO: Because a variety that is lost stays lost."
    )
    assert alone.worth >= STANDS_ALONE
    assert leaning.leans


def test_what_hangs_needs_context() -> None:
    """It is no fact, and may follow the sentence before it."""
    assert standings("A ring was seen by many people. Satellites confirmed it in 1971.")[1] == Standing(
        NEEDS_CONTEXT, leans=True
    )


def test_verse_states_nothing() -> None:
    """No sentence of a poem is a fact."""
    poem = "The tide has gone and left the sand\nWith ribs of silver in the light;\nA heron like an idle hand\nPoints."
    assert {one.worth for one in standings(poem)} == {NO_PROSE}
