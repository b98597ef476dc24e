"""Words as they are compared."""

from __future__ import annotations

import pytest

from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.reading.tokens.draft import Draft
from summarizer.verification.reading.tokens.word_tokens import take_word


@pytest.mark.parametrize(
    ("language", "text", "keys"),
    [
        ("en", "It didn't", ("it", "did", "not")),
        ("en", "cannot go", ("can", "not", "go")),
        ("en", "colour", ("color",)),
        ("en", "a per cent sign", ("a", "percent", "sign")),
        ("en", "no one came", ("no one", "came")),
        ("en", "no-one came", ("no one", "came")),
        ("en", "No. 1 hit", ("№", "#1", "hit")),
        ("en", "no 1 hit", ("no", "#1", "hit")),
        ("en", "World War II ended", ("ww2", "ended")),
        ("en", "WWII ended", ("ww2", "ended")),
        ("en", "the world war I lost", ("the", "world", "war", "i", "lost")),
        ("en", "Friday's game", ("wd:friday", "'s", "game")),
        ("en", "in Jan. it", ("in", "january", "it")),
        ("en", "J. K. Rowling", ("jk", "rowling")),
        ("en", "J.K. Rowling", ("jk", "rowling")),
        ("de", "z. B. so", ("zb", "so")),
        ("de", "z.B. so", ("zb", "so")),
        ("en", "version 1.2.3", ("version", "#1.2.3")),
        ("en", "1:2:3 km", ("#1:2:3", "u:km")),
    ],
)
def test_words(language: str, text: str, keys: tuple[str, ...]) -> None:
    """Contractions in full, one spelling, joined words and initials, numerals that are no number as written."""
    assert canonicalize(text, language=language).keys == keys


def test_the_parts_of_a_contraction_have_one_shape() -> None:
    """The capital belongs to the first of them."""
    assert [token.shape for token in canonicalize("Didn't", language="en").tokens] == ["title", "none"]


def test_the_place_behind() -> None:
    """All lexemes that are one word are taken."""
    draft = Draft("per cent", language="en", pounds="weight")
    assert take_word(draft, 0) == 2
