"""Quantities by value: number, scale, sign and what stands beside it, read as one.

"-£5.5m"        ->  Quantity(text="-5500000", value=-5500000, unit="pound")
"5 km"          ->  Number(text="5", value=5, unit="km"), and behind it Unit("km")
"21st", "1990s" ->  Ordinal(21), Word("1990s")
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from summarizer.languages.registry import language_of, phrases_together, together
from summarizer.verification.reading.lexemes import Lexeme
from summarizer.verification.reading.numbers.chinese import NUMBER_CHARACTERS, chinese_number
from summarizer.verification.reading.numbers.currencies import currency_before, currency_behind
from summarizer.verification.reading.numbers.numerals import plain_text
from summarizer.verification.reading.numbers.scaled_numbers import GLYPHS, Figure, beside_unit, figure_at
from summarizer.verification.reading.numbers.units import CASED_UNITS, CODES, DOLLARS, SMALL, Pounds, unit_at
from summarizer.verification.reading.times import clock_at
from summarizer.verification.reading.values import PERCENT, POINTS, Number, Ordinal, Quantity, Unit, Value, word_value

_SPOKEN: Final = {"dollars": "dollar", "pounds": "pound", "euros": "EUR"}
_LONGEST_PHRASE: Final = 3  # words of a phrase that ends in a word for minus: "por lo menos"
_BEFORE_MINUS: Final = frozenset(("(", '"', "'", "$", "£", "€"))
# Behind these "m" is metres, in races always, in measures where nothing follows that the word could belong to ("3m high
# schools"). In German it always is: millions are "Mio.".
_RACES: Final = frozenset(
    "sprint hurdles freestyle backstroke breaststroke butterfly medley dash relay steeplechase".split()
)
_FEET: Final = frozenset(("ft", "foot", "feet"))
_LENGTHS: Final = frozenset("long wide high tall deep thick".split())


class Measured(NamedTuple):
    """A quantity that ends before lexeme `end`, and a unit of measure behind it, a token of its own, to `unit_end`."""

    value: Value
    end: int
    unit: Unit | None = None
    unit_end: int = 0


def quantity_at(
    found: Sequence[Lexeme], at: int, language: str, *, pounds: Pounds, cased: Callable[[Lexeme], str]
) -> Measured | None:
    """The quantity that starts at `found[at]`, or None.

    Args:
        found: The lexemes of the whole text.
        at: Where to look.
        language: Decides separators, scale words and number words.
        pounds: What "pounds" behind the number are.
        cased: A lexeme with its case, which tells "MW" from "mW".
    """
    start = _behind_minus(found, at)
    if start is None:
        return None
    currency, place = currency_before(found, start, cased)
    minus = start > at
    if currency and not minus:
        place = _behind_inner_minus(found, place)
        minus = found[place - 1].text == "-"
    if place >= len(found) or (currency and found[place].kind != "n"):
        return None
    special = _special(found, at, language) if place == at else None
    if special is not None:
        return special
    figure = figure_at(found, place, language, money=bool(currency))
    if figure is None:
        return None
    figure = figure.negative() if minus else figure
    if currency:
        return _sum(found, figure, currency)
    return _measured(found, figure, language, pounds=pounds, cased=cased)


def _behind_minus(found: Sequence[Lexeme], at: int) -> int | None:
    """The place behind a sign at `found[at]`, or `at` where none stands; None at a dash that is set apart."""
    if found[at].text in together("quantities.minus"):
        return at if _ends_other_phrase(found, at) else at + 1
    if found[at].text != "-" or (found[at].glued and found[at - 1].text not in _BEFORE_MINUS):
        return at
    return at + 1 if at + 1 < len(found) and found[at + 1].glued else None


def _ends_other_phrase(found: Sequence[Lexeme], at: int) -> bool:
    """Whether a word for minus is no sign: "al menos 5", "au moins 5" are "at least 5"."""
    before = tuple(lexeme.text for lexeme in found[max(0, at - _LONGEST_PHRASE + 1) : at + 1])
    phrases = phrases_together("quantities.no_minus")
    return any(before[start:] in phrases for start in range(len(before)))


def _behind_inner_minus(found: Sequence[Lexeme], at: int) -> int:
    """The place behind the sign in "$-5", or `at` where none stands."""
    minus = at + 1 < len(found) and found[at].text == "-" and found[at + 1].kind == "n"
    return at + 1 if minus else at


def quantity_starts() -> frozenset[str]:
    """The words, besides those of numbers, that a quantity may begin with."""
    return together("quantities.minus") | CODES | frozenset(DOLLARS) | frozenset(GLYPHS) | {"rs", "re"}


def _sum(found: Sequence[Lexeme], figure: Figure, currency: str) -> Measured:
    """The sum that a figure behind a currency is; the currency may be said again: "$5 dollars"."""
    again = figure.end < len(found) and _SPOKEN.get(found[figure.end].text) == currency
    return Measured(
        Quantity(text=figure.text, value=figure.value, unit=currency), figure.end + 1 if again else figure.end
    )


def _measured(
    found: Sequence[Lexeme], figure: Figure, language: str, *, pounds: Pounds, cased: Callable[[Lexeme], str]
) -> Measured:
    """A figure together with what stands behind it."""
    if figure.of_all:
        share = figure.value * 100
        return Measured(Quantity(text=plain_text(share), value=share, unit=PERCENT), figure.end)
    bare = Number(text=figure.text, value=figure.value)
    if figure.end >= len(found):
        return Measured(bare, figure.end)
    money = currency_behind(found, figure.end, figure.value, pounds=pounds, cased=cased)
    if money is not None:
        return Measured(Quantity(text=beside_unit(figure), value=figure.value, unit=money[0]), money[1])
    return _with_word(found, figure, language, cased) or Measured(bare, figure.end)


def _with_word(
    found: Sequence[Lexeme], figure: Figure, language: str, cased: Callable[[Lexeme], str]
) -> Measured | None:
    """A figure with the unit or the letters behind it; None where neither stands there."""
    following = found[figure.end]
    if following.text == "in" and _is_inch(found, figure):
        return _with_measure(figure, Unit("inch"), figure.end + 1)
    unit = unit_at(found, figure.end, language)
    capital = following.text in SMALL and cased(following) != following.text
    if unit is not None and not capital:
        return _with_unit(figure, *unit)
    metres = following.text == "m" and cased(following) == "m" and _is_metres(found, figure.end + 1, language)
    name = "metre" if metres else _cased_unit(cased(following), following.text)
    if name:
        return _with_measure(figure, Unit(name), figure.end + 1)
    return _with_letters(figure, following) if following.glued else None


def _is_inch(found: Sequence[Lexeme], figure: Figure) -> bool:
    """Whether the "in" behind a figure is inches: glued to it, or behind feet: "10in", "5 ft 10 in"."""
    if found[figure.end].glued:
        return True
    before = [lexeme.text for lexeme in found[max(0, figure.end - 3) : figure.end - 1] if lexeme.text != "."]
    return bool(before) and before[-1] in _FEET


def _with_unit(figure: Figure, kind: str, name: str, behind: int) -> Measured:
    """A figure with the unit that the tables name: a measure is a token of its own, any other is part of it."""
    if kind == "unit":
        return _with_measure(figure, Unit(name), behind)
    unit = {"percent": PERCENT, "points": POINTS}.get(kind, name)
    return Measured(Quantity(text=beside_unit(figure), value=figure.value, unit=unit), behind)


def _with_measure(figure: Figure, unit: Unit, behind: int) -> Measured:
    return Measured(Number(text=figure.text, value=figure.value, unit=unit.name), figure.end, unit, behind)


def _cased_unit(written: str, folded: str) -> str:
    """The name of a unit whose case counts ("MW", "mW"), "" for any other word."""
    if written in CASED_UNITS:
        return CASED_UNITS[written]
    return written if folded in CASED_UNITS.values() else ""


def _is_metres(found: Sequence[Lexeme], behind: int, language: str) -> bool:
    """True where the "m" before `found[behind]` can be nothing but metres: "100m sprint", "40 m long,"."""
    if language_of(language).quantities.m_is_metre:
        return True
    following = [lexeme.text for lexeme in found[behind : behind + 2]]
    if language not in ("en", "") or not following:
        return False
    if following[0] in _RACES:
        return True
    ends = len(following) == 1 or following[1] in (",", ".", ";", ")", "and", "by")
    return following[0] in _LENGTHS and ends


def _with_letters(figure: Figure, following: Lexeme) -> Measured:
    """As in "1990s", "3D", "5m": one letter may be a unit and is compared as written; more letters make it a word."""
    if following.kind != "w" or not following.text.isascii():
        return Measured(Number(text=figure.text, value=figure.value), figure.end)
    if len(following.text) == 1 and following.text != "s":
        return _with_measure(figure, Unit(following.text, "two_ways"), figure.end + 1)
    return Measured(word_value(figure.text + following.text), figure.end + 1)


def _special(found: Sequence[Lexeme], at: int, language: str) -> Measured | None:
    """A time of day, an ordinal or a Chinese percentage, which are read before other numbers."""
    time = clock_at(found, at, language)
    if time is not None:
        return Measured(*time)
    return _ordinal(found, at, language) or _chinese_percent(found, at) or _chinese_share(found, at)


def _ordinal(found: Sequence[Lexeme], at: int, language: str) -> Measured | None:
    """As in "21st"; French "1er", "2e"."""
    lexeme = found[at]
    if lexeme.kind != "n" or not lexeme.text.isdecimal() or at + 1 >= len(found) or not found[at + 1].glued:
        return None
    endings = language_of(language).quantities.ordinal_endings or language_of("en").quantities.ordinal_endings
    return Measured(Ordinal(int(lexeme.text)), at + 2) if found[at + 1].text in endings else None


def _chinese_share(found: Sequence[Lexeme], at: int) -> Measured | None:
    """四分之一, 三分之二, 一半."""
    if [lexeme.text for lexeme in found[at : at + 2]] == ["一", "半"]:
        return Measured(Quantity(text="50", value=Decimal(50), unit=PERCENT), at + 2)
    below = chinese_number(found, at) if found[at].text in NUMBER_CHARACTERS else None
    if below is None or [lexeme.text for lexeme in found[below[1] : below[1] + 2]] != ["分", "之"]:
        return None
    above = chinese_number(found, below[1] + 2)
    if above is None or not 0 < above[0] < below[0]:
        return None
    share = above[0] * 100 / below[0]
    return Measured(Quantity(text=plain_text(share), value=share, unit=PERCENT), above[1])


def _chinese_percent(found: Sequence[Lexeme], at: int) -> Measured | None:
    """百分之五, 百分之12.5."""
    if [lexeme.text for lexeme in found[at : at + 3]] != ["百", "分", "之"] or at + 3 >= len(found):
        return None
    figure = figure_at(found, at + 3, "zh", money=False)
    if figure is None:
        return None
    return Measured(Quantity(text=plain_text(figure.value), value=figure.value, unit=PERCENT), figure.end)
