"""Values as tokens."""

from __future__ import annotations

import pytest

from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.reading.tokens.draft import Draft
from summarizer.verification.reading.tokens.value_tokens import take_value


@pytest.mark.parametrize(
    ("language", "text", "keys"),
    [
        ("en", "12 March 2026, then", ("2026-03-12", "then")),
        ("en", "But 12 may die", ("but", "#12", "may", "die")),
        ("en", "On 5 May, 2000 soldiers left", ("on", "2000-05-05", "~", "soldiers", "left")),
        ("de", "Am 5. Mai 2000 Soldaten", ("am", "2000-05-05", "~", "soldaten")),
        ("de", "Am 5. Mai 2000 kam er", ("am", "2000-05-05", "kam", "er")),
        ("en", "on Sat, 12 March", ("on", "wd:saturday", "--03-12")),
        ("en", "on SAT scores", ("on", "sat", "scores")),
        ("en", "in 3Q", ("in", "q3")),
        ("en", "the twenty-first time", ("the", "o21", "time")),
        ("en", "the 1990s", ("the", "1990s")),
        ("en", "5G", ("#5", "u:g?")),
        ("en", "5 km away", ("#5", "u:km", "away")),
    ],
)
def test_values(language: str, text: str, keys: tuple[str, ...]) -> None:
    """Dates with the comma behind them, counts that look like years, weekdays, quarters, ordinals, units."""
    assert canonicalize(text, language=language).keys == keys


def test_no_value() -> None:
    """Nothing is put, and the place is 0."""
    draft = Draft("may come", language="en", pounds="weight")
    assert take_value(draft, 0) == 0
    assert draft.tokens == []


def test_letters_keep_their_case() -> None:
    """Because "5G" is no "5g"."""
    assert [token.shape for token in canonicalize("It is 5G", language="en").tokens] == [
        "title",
        "lower",
        "none",
        "title",
    ]
