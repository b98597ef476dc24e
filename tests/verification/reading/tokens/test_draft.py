"""A text on its way to its canonical form."""

from __future__ import annotations

import pytest

from summarizer.verification.reading.canonical_text import Shape, Token
from summarizer.verification.reading.tokens.draft import Draft, shape_of
from summarizer.verification.reading.values import Number, mark_value


def draft(text: str, language: str = "en") -> Draft:
    """A draft without tokens."""
    return Draft(text, language=language, pounds="weight")


def test_tokens_are_placed_in_the_source() -> None:
    """Offsets are those of the text given, though folding makes one character of two or two of one."""
    text = "Ǳ  “Straße”"
    here = draft(text, "de")
    here.put_word("strasse", 2, 3)
    (token,) = here.tokens
    assert text[token.start : token.end] == "Straße"
    assert token == Token.of_word("strasse", token.start, token.end, "title")


def test_only_words_keep_their_shape() -> None:
    """A value has none unless it is asked for."""
    here = draft("Five")
    here.put(Number.whole(5), 0, 1)
    here.put(Number.whole(5), 0, 1, cased=True)
    assert [token.shape for token in here.tokens] == ["none", "title"]


@pytest.mark.parametrize(
    ("word", "shape"), [("NATO", "upper"), ("Nato", "title"), ("A", "title"), ("nato", "lower"), ("5", "none")]
)
def test_shapes(word: str, shape: Shape) -> None:
    """One capital letter is a title, several are an acronym."""
    assert shape_of(word) == shape


def test_a_text_in_one_case_has_no_case() -> None:
    """Then a lexeme is what is folded."""
    assert draft("IT ROSE").uniform
    assert draft("IT ROSE").cased(draft("IT ROSE").found[0]) == "it"
    assert draft("It rose").cased(draft("It rose").found[0]) == "It"


@pytest.mark.parametrize(
    ("text", "place"), [("Dr. Who", 2), ("J. Smith", 2), ("I. Then", 1), ("rose. Then", 1), ("Dr . Who", 1), ("Dr.", 1)]
)
def test_behind_the_dot_of_an_abbreviation(text: str, place: int) -> None:
    """A full stop that ends a sentence stays, one that ends the text too."""
    assert draft(text).behind_dot(0) == place


def test_numbers_set_apart_by_a_blank() -> None:
    """Two numbers where a name or "the" stands before them, one elsewhere."""
    assert len(draft("Of the 5 100 survived").found) == 5
    assert len(draft("carried 547 126 people").found) == 3


def test_the_final_full_stop_is_left_out() -> None:
    """It only says that the sentence is whole."""
    here = draft("It rose.")
    here.put_word("it", 0, 1)
    here.put(mark_value("."), 2, 3)
    form = here.done()
    assert (form.keys, form.closed) == (("it",), True)
