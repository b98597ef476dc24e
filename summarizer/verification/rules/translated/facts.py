"""The values of a text that any language states alike: numbers, sums, percentages, dates, months, weekdays, times.

facts_in(canonicalize("Im März kamen 32.000 Gäste.", language="de"), language="de")
    ->  [Fact(value=Date(month=3), item="März", …), Fact(value=Number(32000), item="32.000", …)]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from summarizer.languages.registry import language_of, together
from summarizer.verification.reading.canonical_text import CanonicalText, Token
from summarizer.verification.reading.cues import cues_at
from summarizer.verification.reading.dates import month_named
from summarizer.verification.reading.values import Date, Number, Quantity, Time, Value, Weekday

# Tokens before a number in which a hedge or bound of it stands ("more than about 5"), and behind it (六十多个).
_LEAD: Final = 3
_TAIL: Final = 2
_NEXT: Final = 2  # tokens behind a number up to the other end of its range
_LEAST_SCALE: Final = 1000
# Written so, these months are common words as well: "may", "march".
_COMMON_WORDS: Final = frozenset(("may", "march"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A value at its place in a text.

    Attributes:
        token: What states it.
        value: What it is worth; the month for the name of one.
        item: How the text writes it, with its unit.
        lead: The keys of the few tokens before it.
        hedged: A word beside it says that the figure is not exact: "about", "nearly".
        bounded: One says that there is more or less: "more than", "at least".
        scaled: What it may be worth besides, as its scale may stand behind the next number: "1.1 to 1.3 million".
        in_figures: It is written in figures.
    """

    token: Token
    value: Value
    item: str
    lead: tuple[str, ...]
    hedged: bool
    bounded: bool
    scaled: tuple[Decimal, ...]
    in_figures: bool


def facts_in(text: CanonicalText, *, language: str) -> list[Fact]:
    """The values that a text states, in order; ordinals, and "one", are mostly words like others.

    Args:
        text: In canonical form.
        language: Its language, ISO 639-1.
    """
    quantities = language_of(language).quantities
    bounds = [
        "bound" in its or key in quantities.open_ended
        for its, key in zip(cues_at(text.keys, language), text.keys, strict=True)
    ]
    found: list[Fact] = []
    for place, token in enumerate(text.tokens):
        value = _value_of(token, place, text, language)
        if value is None:
            continue
        end = place + 2 if [one.kind for one in text.tokens[place + 1 : place + 2]] == ["unit"] else place + 1
        first, last = _beside(text, place, end)
        item = " ".join(text.words_of(place, end).split())
        found.append(
            Fact(
                token=token,
                value=value,
                item=item,
                lead=text.keys[first:place],
                hedged=not _hedges().isdisjoint(text.keys[first:last]),
                bounded=any(bounds[first:last]),
                scaled=_scaled(token, text.tokens[end : end + _NEXT], text=text.text),
                in_figures=any(map(str.isdecimal, item)),
            )
        )
    return found


def _beside(text: CanonicalText, place: int, end: int) -> tuple[int, int]:
    """From where to where a value at `place` may be hedged: not beyond the next one, and not before that."""
    first = place
    while first > max(0, place - _LEAD) and text.tokens[first - 1].kind in ("word", "mark"):
        first -= 1
    last = end
    while last < min(end + _TAIL, len(text.tokens)) and text.tokens[last].kind == "word":
        last += 1
    before_next = last < len(text.tokens) and text.tokens[last].kind not in ("word", "mark")
    return first, end if before_next else last


def _value_of(token: Token, place: int, text: CanonicalText, language: str) -> Value | None:
    """The value that a token states, None for a word."""
    value = token.value
    if isinstance(value, Number | Quantity):
        is_other_word = _is_article(token, text) or _is_in_word(place, text, language)
        return None if token.number is None or is_other_word else value
    if isinstance(value, Date | Weekday | Time):
        return value
    month = month_named(token.key, language) if token.kind == "word" else 0
    is_common_word = token.key in _COMMON_WORDS and (token.shape != "title" or not place)
    return Date(month=month) if month and not is_common_word else None


def _is_article(token: Token, text: CanonicalText) -> bool:
    """Whether it is the word "one", which is an article in most languages and a pronoun in English."""
    return token.key == Number.whole(1).key and not text.text[token.start : token.end].isdecimal()


def _is_in_word(place: int, text: CanonicalText, language: str) -> bool:
    """Whether a number of one character is part of a word of a script without blanks: 四 of 四川."""
    token, behind = text.tokens[place], text.tokens[place + 1 : place + 2]
    counters = language_of(language).quantities.counters
    if not counters or token.kind != "number" or token.end - token.start > 1:
        return False
    counts = any(one.kind == "unit" or one.key in counters for one in behind)
    return not counts and not text.text[token.start].isdecimal()


def _hedges() -> frozenset[str]:
    return together("quantities.about") | together("quantities.almost")


def _scaled(token: Token, behind: Sequence[Token], *, text: str) -> tuple[Decimal, ...]:
    """What a number is worth with the scale word of the next one, where it is small and that large and so near."""
    mine, theirs = token.number, _scaled_number(behind, text)
    if token.kind != "number" or token.unit or mine is None or not 0 < mine < _LEAST_SCALE <= theirs:
        return ()
    scales = (Decimal(10) ** power for power in (3, 6, 9, 12))
    return tuple(mine * scale for scale in scales if scale <= theirs < scale * _LEAST_SCALE)


def _scaled_number(tokens: Sequence[Token], text: str) -> Decimal:
    """The first number among tokens that is written with a word, 0 for none."""
    in_words = (one for one in tokens if any(map(str.isalpha, text[one.start : one.end])))
    return next((one.number for one in in_words if one.number is not None), Decimal(0))
