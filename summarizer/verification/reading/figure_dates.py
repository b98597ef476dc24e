"""Dates in figures by value: "2026-03-12", "1996-04", "04/1996", "12.03.2026", "5-Sep-2021", "2026年3月12日".

date_in_figures(lexemes("2003.06.11"), 0, "en", months={})  ->  Dated(date=Date(year=2003, month=6, day=11), end=1)

Day and month in figures are told apart by the language, or by a number that no month has; else the date is not read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from summarizer.languages.registry import language_of
from summarizer.verification.reading.lexemes import LONGEST_NUMERAL, Lexeme
from summarizer.verification.reading.numbers.chinese import NUMBER_CHARACTERS, chinese_value
from summarizer.verification.reading.values import Date

_YEAR_FIRST: Final = re.compile(r"(\d{4})([./-])(\d{1,2})\2(\d{1,2})")
_YEAR_LAST: Final = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_YEAR_AND_MONTH: Final = re.compile(r"(\d{4})[-/](\d\d)")
_MONTH_AND_YEAR: Final = re.compile(r"(\d{1,2})/(\d{4})")
_UNORDERED: Final = re.compile(r"\d{1,2}([./-])\d{1,2}\1\d{4}|\d{1,2}([./])\d{1,2}\2\d{2}")
_RUN: Final = re.compile(r"(?:19|20)\d\d(\d\d)(\d\d)")
_MONTHS: Final = 12
# Behind an apostrophe '40 to '99 are of the last century, '00 to '29 of this one; others may be of either.
_LAST_CENTURY, _THIS_CENTURY = 40, 30


class Dated(NamedTuple):
    """A date read at some place, and the place behind it."""

    date: Date
    end: int


def dated(year: int | None, month: int, day: int | None, end: int) -> Dated | None:
    """A date that ends before lexeme `end`; None where no calendar has it."""
    if not 1 <= month <= _MONTHS or (day is not None and not 1 <= day <= 31):
        return None
    return Dated(Date(year=year, month=month, day=day), end)


def date_in_figures(found: Sequence[Lexeme], at: int, language: str, *, months: Mapping[str, int]) -> Dated | None:
    """The date in figures that starts at `found[at]`, a month's name between hyphens among them; None where none does.

    Args:
        found: The lexemes of the whole text.
        at: Where to look.
        language: ISO 639-1 code, which may fix the order of day and month.
        months: The number of each month by its names.
    """
    text, end = _joined(found, at)
    whole = _year_first(text, end) or _year_last(text, end, language) or _without_day(text, end)
    return whole or _named(found, at, months) or chinese_date(found, at)


def _joined(found: Sequence[Lexeme], at: int) -> tuple[str, int]:
    """Figures with hyphens or slashes and no blank between them, as they stand from `found[at]` on."""
    end = at + 1
    while end + 1 < len(found) and found[end].glued and found[end].text in ("-", "/"):
        if not found[end + 1].glued or found[end + 1].kind != "n":
            break
        end += 2
    return "".join(lexeme.text for lexeme in found[at:end]), end


def _year_first(text: str, end: int) -> Dated | None:
    """2026-03-12, 2026/3/12, 2026.03.12."""
    match = _YEAR_FIRST.fullmatch(text)
    return None if match is None else dated(int(match[1]), int(match[3]), int(match[4]), end)


def _year_last(text: str, end: int, language: str) -> Dated | None:
    """In German 12.03.2026, in French 12/03/2026, in any language 13/03/2026 and 03/13/2026."""
    match = _YEAR_LAST.fullmatch(text)
    if match is None:
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if first > _MONTHS or first == second or language_of(language).calendar.dotted_dates:
        return dated(year, second, first, end)
    return dated(year, first, second, end) if second > _MONTHS else None


def _without_day(text: str, end: int) -> Dated | None:
    """1996-04, 04/1996; "2012-13" and "2007-08" are spans of years."""
    match = _MONTH_AND_YEAR.fullmatch(text)
    if match is not None:
        return dated(int(match[2]), int(match[1]), None, end)
    match = _YEAR_AND_MONTH.fullmatch(text)
    if match is None or int(match[2]) > int(match[1]) % 100:
        return None
    return dated(int(match[1]), int(match[2]), None, end)


def _named(found: Sequence[Lexeme], at: int, months: Mapping[str, int]) -> Dated | None:
    """5-Sep-2021."""
    parts = found[at : at + 5]
    if len(parts) < 5 or [part.text for part in parts[1::2]] != ["-", "-"] or not all(part.glued for part in parts[1:]):
        return None
    day, month, year = (part.text for part in parts[::2])
    if month not in months or not (day + year).isdecimal() or (len(day), len(year)) not in ((1, 4), (2, 4)):
        return None
    return dated(int(year), months[month], int(day), at + 5)


def unordered_date(found: Sequence[Lexeme], at: int) -> tuple[str, int] | None:
    """A date in figures that nobody can tell the order of, as it is written, and the place behind it: "4/7/2020".

    "20210905" is one as well: it may be a number.
    """
    text, end = _joined(found, at)
    if _UNORDERED.fullmatch(text):
        return text, end
    run = _RUN.fullmatch(text)
    is_date = run is not None and dated(None, int(run[1]), int(run[2]), end) is not None
    return (text, end) if is_date else None


def short_year(found: Sequence[Lexeme], at: int) -> tuple[int, int] | None:
    """The year that "'96" at `found[at]` is, and the place behind it: 1996; None where it may be of either century."""
    if found[at].text != "'" or at + 1 == len(found) or (at and found[at].glued):
        return None
    figures = found[at + 1]
    if not figures.glued or len(figures.text) != 2 or not figures.text.isdecimal():
        return None
    year = int(figures.text)
    if _THIS_CENTURY <= year < _LAST_CENTURY:
        return None
    return (1900 if year >= _LAST_CENTURY else 2000) + year, at + 2


def chinese_date(found: Sequence[Lexeme], at: int) -> Dated | None:
    """2026年3月12日, 2026年3月, 3月12日, 3月, in either kind of figures."""
    numbers: list[int] = []
    marks, place = "", at
    while place < len(found) and len(marks) < 3:
        number, end = _chinese_number(found, place)
        if number is None or end >= len(found) or found[end].text not in ("年", "月", "日", "号"):
            break
        numbers.append(number)
        marks += "日" if found[end].text == "号" else found[end].text
        place = end + 1
    if marks == "年月日":
        return dated(numbers[0], numbers[1], numbers[2], place)
    if marks == "年月":
        return dated(numbers[0], numbers[1], None, place)
    if marks == "月":
        return dated(None, numbers[0], None, place)
    return dated(None, numbers[0], numbers[1], place) if marks == "月日" else None


def _chinese_number(found: Sequence[Lexeme], at: int) -> tuple[int | None, int]:
    if found[at].kind == "n":
        return (int(found[at].text), at + 1) if found[at].text.isdecimal() else (None, at)
    end = at
    last = min(len(found), at + LONGEST_NUMERAL + 1)
    while end < last and found[end].text in NUMBER_CHARACTERS:
        end += 1
    run = "".join(lexeme.text for lexeme in found[at:end])
    return (chinese_value(run) if run else None), end
