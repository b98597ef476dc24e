"""Marks as they are compared."""

from __future__ import annotations

import pytest

from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.reading.tokens.draft import Draft
from summarizer.verification.reading.tokens.mark_tokens import take_mark


@pytest.mark.parametrize(
    ("language", "text", "keys"),
    [
        ("en", "one – two", ("#1", "-", "#2")),
        ("en", "5 - 3", ("#5", " - ", "#3")),
        ("en", "Research & Development", ("research", "and", "development")),
        ("en", "R&D", ("r", "&", "d")),
        ("en", "So . . . what", ("so", "...", "what")),
        ("en", "So… what", ("so", "...", "what")),
        ("zh", "好，好", ("好", ",", "好")),
    ],
)
def test_marks(language: str, text: str, keys: tuple[str, ...]) -> None:
    """Dashes, signs, "and", ellipses, and marks of full width."""
    assert canonicalize(text, language=language).keys == keys


def test_the_comma_goes_behind_the_quotation_mark() -> None:
    """British and American style are one."""
    inside, outside = (canonicalize(text, language="en").keys for text in ("“No,” he said", "“No”, he said"))
    assert inside == outside == ('"', "no", '"', ",", "he", "said")


def test_an_apostrophe_is_no_quotation_mark() -> None:
    """Single marks quote only where they open, and close what they opened."""
    assert canonicalize("the boys' room", language="en").keys == ("the", "boys", "'", "room")
    assert canonicalize("he said 'no' twice", language="en").keys == ("he", "said", '"', "no", '"', "twice")


def test_one_lexeme_is_taken() -> None:
    """The place behind the mark is given."""
    draft = Draft("(a)", language="en", pounds="weight")
    assert take_mark(draft, 0) == 1
    assert [token.key for token in draft.tokens] == ["("]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("It used 40 trucks.[4][5]", ("it", "used", "#40", "trucks")),
        ("Trucks[12] came", ("trucks", "came")),
        ("Yan et al. [12] came", ("yan", "et", "al", "[", "#12", "]", "came")),
        ("x[a] came", ("x", "[", "a", "]", "came")),
    ],
)
def test_references_say_nothing(text: str, keys: tuple[str, ...]) -> None:
    """A number in brackets that is glued to a word or full stop is left out."""
    assert canonicalize(text, language="en").keys == keys
