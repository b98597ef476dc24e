"""Why two values that are not equal may mean one thing all the same: rounded, in another unit, or less exact.

kinship(Quantity 3 %, Quantity 3.1 %)              ->  "rounded"
kinship(Number 10 miles, Number 16 km)             ->  "in another unit"
kinship(Number 1933, Date 1 September 1933)        ->  "less exact"
kinship(Quantity 3 %, Quantity 4 %)                ->  "": they cannot both be meant

Where there is a reason, the two are a question and no contradiction.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from summarizer.verification.reading.numbers.numerals import plain_text
from summarizer.verification.reading.numbers.units import MEASURES, may_be_one
from summarizer.verification.reading.values import PERCENT, Date, Number, Quantity, Time, Value

# A figure with a hedge may stray from the exact one by this share: "some 200" for 214, "about 10 kg" for 23 pounds.
_HEDGED: Final = Decimal("0.1")
# A converted figure is mostly rounded again, to no more than two figures: "16 km" for 10 miles, "27 °C" for 80 °F.
_CONVERTED: Final = Decimal("0.03")
_IN_WORDS: Final = 10**6  # from here on a figure is written with a scale word and decimals: "4.2 billion"
_SCALES: Final = tuple(Decimal(10) ** power for power in (0, 3, 6, 9, 12))
_ONE_DEGREE: Final = Decimal(1)
_FIRST_YEAR, _LAST_YEAR = 1000, 2199


def kinship(one: Value, other: Value, *, hedged: bool = False) -> str:
    """Why two values may mean one thing, "" where they cannot; the same either way round.

    Args:
        one: A value.
        other: Another.
        hedged: A word such as "about" or "nearly" stands before one of them.

    Returns:
        A few words for a note. Values that were not understood may mean anything.
    """
    if one.key == other.key and one.unit == other.unit:
        return "the same"
    if not (_is_read(one) and _is_read(other)):
        return "in another reading"
    mine, theirs = type(one), type(other)
    if mine is theirs and mine in _SAME:
        return _SAME[mine](one, other)
    if {mine, theirs} == {Number, Date}:
        return _of_year(one, other) if mine is Number else _of_year(other, one)
    if {mine, theirs} <= {Number, Quantity}:
        return _of_numbers(one, other, hedged=hedged)
    return "" if mine is theirs else "of another kind"


def _is_read(value: Value) -> bool:
    """A time that leaves half a day open is read as far as it goes."""
    return value.certainty == "whole" or isinstance(value, Time)


def _of_dates(one: Value, other: Value) -> str:
    agree = isinstance(one, Date) and isinstance(other, Date) and one.agrees_with(other)
    return "less exact" if agree else ""


def _of_times(one: Value, other: Value) -> str:
    if not (isinstance(one, Time) and isinstance(other, Time)) or one.on_dial != other.on_dial:
        return ""
    return "less exact" if one.written or other.written else ""  # "9 a.m." is not "9 p.m."


_SAME: Final[Mapping[type[Value], Callable[[Value, Value], str]]] = {Date: _of_dates, Time: _of_times}


def _of_year(number: Value, date: Value) -> str:
    """Why a number may be one with a date: as its year."""
    value = number.number
    if value is None or number.unit or not _FIRST_YEAR <= value <= _LAST_YEAR:
        return "of another kind"
    return "less exact" if isinstance(date, Date) and date.year in (None, int(value)) else ""


def _of_numbers(one: Value, other: Value, *, hedged: bool) -> str:
    mine, theirs = one.number, other.number
    if mine is None or theirs is None:
        return "in another reading"
    if len(one.unit) == 1 or len(other.unit) == 1:
        return _of_letters(one, other)
    if _are_one_unit(one, other):
        return _of_sizes(mine, theirs, hedged=hedged)
    if {one.unit, other.unit} == {"", PERCENT}:
        share, percent = (mine, theirs) if other.unit == PERCENT else (theirs, mine)
        return "as a share" if 0 < share < 1 and _of_sizes(share * 100, percent, hedged=hedged) else ""
    return _of_measures(one, other, hedged=hedged)


def _of_letters(one: Value, other: Value) -> str:
    """Why "5m" may be another value: the letter may be a scale ("5 million") or a unit ("5 metres")."""
    mine, theirs = one.number, other.number
    if not mine or not theirs:
        return ""
    return "in another reading" if max(mine / theirs, theirs / mine) in _SCALES else ""


def _are_one_unit(one: Value, other: Value) -> bool:
    if one.unit == other.unit:
        return True
    return isinstance(one, Quantity) and isinstance(other, Quantity) and may_be_one(one.unit, other.unit)


def _of_sizes(mine: Decimal, theirs: Decimal, *, hedged: bool) -> str:
    """Why two sizes in one unit may be one."""
    if mine == theirs:
        return "the same"
    if (mine < 0) != (theirs < 0):
        return ""
    low, high = sorted((abs(mine), abs(theirs)))
    if (hedged and high - low <= _HEDGED * high) or is_rounding(low, high) or is_rounding(high, low):
        return "rounded"
    return ""


def is_rounding(rounded: Decimal, exact: Decimal) -> bool:
    """Whether a figure is another with fewer decimals or millions, or with noughts for two or more of its last figures.

    `is_rounding(Decimal(3), Decimal("3.1"))`, `is_rounding(Decimal(12_000), Decimal(12_345))`, but 210 is not said for
    214 without a word such as "about".
    """
    if not rounded:
        return False
    step = _step(rounded)
    finer = _step(exact)
    if finer >= step or (1 < step < _IN_WORDS and finer * 100 > step):
        return False
    return (exact / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step == rounded


def _step(value: Decimal) -> Decimal:
    """What the last figure of a value that is no nought counts: `_step(Decimal(1200)) == 100`."""
    text = plain_text(value)
    if "." in text:
        return Decimal(1).scaleb(-len(text.partition(".")[2]))
    return Decimal(1).scaleb(len(text) - len(text.rstrip("0")))


def _of_measures(one: Value, other: Value, *, hedged: bool) -> str:
    """Why two sizes in units of one kind may be one: "24 months" and "2 years", "23 pounds" and "about 10 kg"."""
    mine, theirs = in_base(one), in_base(other)
    if mine is None or theirs is None or mine[0] != theirs[0]:
        return ""
    if mine[0] == "money" and not {one.unit, other.unit} & {"cent", "pence"}:
        return ""
    low, high = sorted((mine[1], theirs[1]))
    strays = (_HEDGED if hedged else _CONVERTED) * max(abs(low), abs(high))
    if mine[0] == "temperature":
        strays = max(strays, _ONE_DEGREE)
    return "in another unit" if high - low <= strays else ""


def in_base(value: Value) -> tuple[str, Decimal] | None:
    """What a value measures and how much of it there is in one unit for all: ("time", seconds) for "2 years"."""
    measure = MEASURES.get(value.unit)
    if measure is None or value.number is None:
        return None
    return measure.kind, (value.number - measure.nought) * measure.size
