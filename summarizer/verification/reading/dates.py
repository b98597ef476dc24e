"""Calendar dates by value: "12 March 2026", "March 12, 2026", "2026-03-12", "12. März 2026", "2026年3月12日"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from summarizer.languages.registry import cached_by_records, language_of, language_or_english
from summarizer.text.fold import folded
from summarizer.verification.reading.lexemes import Lexeme
from summarizer.verification.reading.spelled_numbers.chinese import NUMBER_CHARACTERS, chinese_value

_DOTTED: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_SUFFIXES: Final = frozenset(("st", "nd", "rd", "th"))


class Dated(NamedTuple):
    """A date read at some place: its comparable key ("2026-03-12", "2026-03", "--03-12"), and the place behind it."""

    key: str
    end: int


@cached_by_records
def _spellings(language: str) -> tuple[tuple[str, ...], ...]:
    """How each month is spelled, folded; as in English where the language's own months are not known."""
    months = language_or_english(language).calendar.months or language_of("en").calendar.months
    return tuple(tuple(folded(name) for name in spellings) for spellings in months)


@cached_by_records
def _months(language: str) -> Mapping[str, int]:
    return {name: number for number, names in enumerate(_spellings(language), start=1) for name in names}


@cached_by_records
def date_starts(language: str) -> frozenset[str]:
    """The words that a date or weekday may begin with."""
    return frozenset(_months(language)) | frozenset(weekdays(language)) | {"the"}


@cached_by_records
def weekdays(language: str) -> Mapping[str, str]:
    """The weekdays of a language and their abbreviations, by one English name each, in which languages are compared."""
    english = [spellings[0] for spellings in language_of("en").calendar.weekdays]
    own = language_or_english(language).calendar.weekdays
    return {folded(name): english[day] for day, spellings in enumerate(own) for name in spellings}


def date_at(found: Sequence[Lexeme], at: int, language: str) -> Dated | None:
    """The date that starts at `found[at]`, or None.

    Day and month in figures alone ("12/03/2026") are read only where the language fixes their order (German dots).
    A month alone is no date; it is compared as a word.
    """
    first = found[at]
    if first.kind == "n":
        return _iso(found, at) or _dotted(first, at, language) or _chinese(found, at) or _day_first(found, at, language)
    if first.text in _months(language):
        return _month_first(found, at, language)
    if first.text == "the" and at + 1 < len(found) and found[at + 1].kind == "n":
        return _day_first(found, at + 1, language, article=True)
    return _chinese(found, at) if first.text in NUMBER_CHARACTERS else None


def month_alone(found: Sequence[Lexeme], at: int, language: str) -> str | None:
    """The full name of an abbreviated English month that stands alone after a word such as "in" or "since"."""
    if not at or found[at - 1].text not in language_or_english(language).calendar.month_leads:
        return None
    number = _months(language).get(found[at].text)
    return None if number is None else _spellings(language)[number - 1][0]


def weekday_at(found: Sequence[Lexeme], at: int, language: str) -> str | None:
    """The weekday that `found[at]` names; an abbreviation counts only beside a date or in phrases such as "on Mon"."""
    name = weekdays(language).get(found[at].text)
    if name is None or found[at].text in _full_weekdays(language):
        return name
    calendar = language_or_english(language).calendar
    # "on Sun" is mostly the star or a newspaper.
    leads = at > 0 and found[at - 1].text in calendar.day_leads and found[at].text not in ("sun", "wed")
    following = at + 1
    while following < len(found) and found[following].text in (".", ","):
        following += 1
    tails = following < len(found) and (
        date_at(found, following, language) is not None
        or (following == at + 1 and found[following].text in calendar.day_tails)
    )
    return name if leads or tails else None


@cached_by_records
def _full_weekdays(language: str) -> frozenset[str]:
    return frozenset(folded(spellings[0]) for spellings in language_or_english(language).calendar.weekdays)


def _iso(found: Sequence[Lexeme], at: int) -> Dated | None:
    parts = [lexeme.text for lexeme in found[at : at + 5]]
    glued = all(lexeme.glued for lexeme in found[at + 1 : at + 5])
    if len(parts) < 5 or not glued or parts[1] != "-" or parts[3] != "-":
        return None
    year, month, day = parts[0], parts[2], parts[4]
    if len(year) != 4 or len(month) != 2 or len(day) != 2 or not (year + month + day).isdecimal():
        return None
    return _dated(int(year), int(month), int(day), at + 5)


def _dotted(first: Lexeme, at: int, language: str) -> Dated | None:
    match = _DOTTED.fullmatch(first.text) if language_of(language).calendar.dotted_dates else None
    return None if match is None else _dated(int(match[3]), int(match[2]), int(match[1]), at + 1)


def _chinese(found: Sequence[Lexeme], at: int) -> Dated | None:
    """2026年3月12日, 2026年3月, 3月12日, in either kind of figures."""
    parts: list[tuple[int, str]] = []
    place = at
    while place < len(found) and len(parts) < 3:
        number, end = _chinese_number(found, place)
        if number is None or end >= len(found) or found[end].text not in ("年", "月", "日", "号"):
            break
        parts.append((number, found[end].text))
        place = end + 1
    marks = "".join(mark for _, mark in parts).replace("号", "日")
    numbers = [number for number, _ in parts]
    if marks == "年月日":
        return _dated(numbers[0], numbers[1], numbers[2], place)
    if marks == "年月":
        return _dated(numbers[0], numbers[1], None, place)
    return _dated(None, numbers[0], numbers[1], place) if marks == "月日" else None


def _chinese_number(found: Sequence[Lexeme], at: int) -> tuple[int | None, int]:
    if found[at].kind == "n":
        return (int(found[at].text), at + 1) if found[at].text.isdecimal() else (None, at)
    end = at
    while end < len(found) and found[end].text in NUMBER_CHARACTERS:
        end += 1
    run = "".join(lexeme.text for lexeme in found[at:end])
    return (chinese_value(run) if run else None), end


def _day_first(found: Sequence[Lexeme], at: int, language: str, *, article: bool = False) -> Dated | None:
    """12 March 2026, 12th of March 2026, 12. März 2026, 1er mars, 12 de marzo de 2026."""
    day = _day(found[at])
    if day is None:
        return None
    place, ordinal, of = at + 1, False, False
    if place < len(found) and found[place].glued and found[place].text in (*_SUFFIXES, "er"):
        place, ordinal = place + 1, True
    elif language_of(language).calendar.day_dot and place < len(found) and found[place].text == ".":
        place += 1
    if place < len(found) and found[place].text in ("of", "de"):
        place, of = place + 1, True
    if (article and not of) or (language in ("en", "") and of and not ordinal) or place >= len(found):
        return None
    month = _months(language).get(found[place].text)
    if month is None:
        return None
    place = _behind_dot(found, place, language)
    if language == "es" and place + 1 < len(found) and found[place].text in ("de", "del") and _year(found, place + 1):
        place += 1
    year = _year(found, place) or _year_behind_comma(found, place)
    return _dated(year[0] if year else None, month, day, year[1] if year else place)


def _month_first(found: Sequence[Lexeme], at: int, language: str) -> Dated | None:
    """March 12, 2026; March 12th; March 2026."""
    month = _months(language)[found[at].text]
    place = _behind_dot(found, at, language)
    year = _year(found, place)
    if year is None and language == "es" and place < len(found) and found[place].text == "de":
        year = _year(found, place + 1)
    if year is not None:
        return _dated(year[0], month, None, year[1])
    day = _day(found[place]) if place < len(found) and language in ("en", "") else None
    if day is None:
        behind = _year_behind_comma(found, place)
        return None if behind is None else _dated(behind[0], month, None, behind[1])
    place += 1
    if place < len(found) and found[place].glued and found[place].text in _SUFFIXES:
        place += 1
    year = _year_behind_comma(found, place) or _year(found, place)
    return _dated(year[0] if year else None, month, day, year[1] if year else place)


def _behind_dot(found: Sequence[Lexeme], at: int, language: str) -> int:
    """Behind the month at `at`, and behind the dot if it is abbreviated ("Mar. 12")."""
    number = _months(language)[found[at].text]
    names = _spellings(language)[number - 1]
    abbreviated = found[at].text != names[0] or len(names) == 1
    dot = at + 2 < len(found) and found[at + 1].text == "." and found[at + 1].glued
    return at + 2 if abbreviated and dot else at + 1


def _day(lexeme: Lexeme) -> int | None:
    if lexeme.kind != "n" or not lexeme.text.isdecimal() or len(lexeme.text) > 2:
        return None
    return int(lexeme.text) if 1 <= int(lexeme.text) <= 31 else None


def _year(found: Sequence[Lexeme], at: int) -> tuple[int, int] | None:
    if at >= len(found) or found[at].kind != "n" or len(found[at].text) != 4 or not found[at].text.isdecimal():
        return None
    unit = at + 1 < len(found) and (
        found[at + 1].text in ("%", "°") or (found[at + 1].glued and found[at + 1].kind == "w")
    )
    return None if unit or not 1000 <= int(found[at].text) <= 2199 else (int(found[at].text), at + 1)


def _year_behind_comma(found: Sequence[Lexeme], at: int) -> tuple[int, int] | None:
    return _year(found, at + 1) if at < len(found) and found[at].text == "," else None


def _dated(year: int | None, month: int, day: int | None, end: int) -> Dated | None:
    if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    left = "-" if year is None else f"{year:04d}"
    return Dated(f"{left}-{month:02d}" + ("" if day is None else f"-{day:02d}"), end)


def month_number(word: str, language: str) -> int:
    """1 to 12 for a month's full name, 0 for any other word (and for those that are common words in English)."""
    number = _months(language).get(word, 0)
    full = number and _spellings(language)[number - 1][0]
    return number if full == word and word not in ("may", "march") else 0
