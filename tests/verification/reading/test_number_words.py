"""Numbers in words by value."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.verification.reading.lexemes import lexemes
from summarizer.verification.reading.number_words import chinese_value, number_words, ordinals, scale_of

_UNITS = "one two three four five six seven eight nine".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


@pytest.mark.parametrize(
    ("language", "words", "value", "used"),
    [
        ("en", "three hundred and five men", 305, 4),
        ("en", "two hundred and five thousand", 205_000, 5),
        ("en", "twenty one-day matches", 20, 1),
        ("en", "twenty-one days", 21, 3),
        ("en", "one hundred and two hundred", 100, 2),
        ("en", "ten million and five million", 10_000_000, 2),
        ("en", "nineteen eighty-four", 19, 1),
        ("en", "two thousand and twenty", 2020, 4),
        ("en", "two two", 2, 1),
        ("de", "dreihundertfünf", 305, 1),
        ("de", "drei millionen", 3_000_000, 2),
        ("fr", "deux cent trente", 230, 3),
        ("es", "treinta y dos", 32, 3),
        ("zh", "一亿二千万", 120_000_000, 5),
    ],
)
def test_value_and_length(language: str, words: str, value: int, used: int) -> None:
    """The number is read as far as it goes and no further."""
    assert number_words(lexemes(words), 0, language) == (Decimal(value), used)


@pytest.mark.parametrize("words", ["million", "hundred", "a million-dollar house", "house", "dozen", "a house"])
def test_no_number(words: str) -> None:
    """A bare scale word or any other word starts no number."""
    assert number_words(lexemes(words), 0, "en") is None


def test_between_keeps_two_numbers_apart() -> None:
    """After "between", "and" joins two numbers, not the parts of one."""
    assert number_words(lexemes("between two hundred and five thousand"), 1, "en") == (Decimal(200), 3)


@given(st.integers(min_value=1, max_value=999))
def test_below_a_thousand_round_trip(number: int) -> None:
    """Every number below a thousand is read back from its English words."""
    hundreds, rest = divmod(number, 100)
    parts = [f"{_UNITS[hundreds - 1]} hundred"] if hundreds else []
    if rest >= 20:
        tens, unit = divmod(rest, 10)
        parts.append(_TENS[tens - 2] + (f"-{_UNITS[unit - 1]}" if unit else ""))
    elif rest >= 10:
        names = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
        parts.append(names[rest - 10])
    elif rest:
        parts.append(_UNITS[rest - 1])
    found = lexemes(" and ".join(parts))
    assert number_words(found, 0, "en") == (Decimal(number), len(found))


@pytest.mark.parametrize(("run", "value"), [("三百二十", 320), ("二〇二六", 2026), ("十五", 15), ("一百零二", 102)])
def test_chinese_values(run: str, value: int) -> None:
    """Chinese number characters, by place and digit by digit."""
    assert chinese_value(run) == value


@pytest.mark.parametrize("run", ["三四百", "万", "一百二", "三四"])
def test_chinese_runs_without_one_value(run: str) -> None:
    """What is a guess ("three or four hundred") or a way of speaking has no value."""
    assert chinese_value(run) is None


def test_scales_differ_by_language() -> None:
    """A German Billion is a thousand English billions."""
    assert (scale_of("billion", "en"), scale_of("billion", "de"), scale_of("house", "en")) == (9, 12, 0)


def test_ordinals_are_english_only() -> None:
    """Inflected ordinals of other languages are compared as written."""
    assert ordinals("en")["third"] == 3
    assert ordinals("de") == {}
