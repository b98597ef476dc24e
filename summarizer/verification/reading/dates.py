"""Calendar dates by value: "12 March 2026", "March 12, 2026", "2026-03-12", "12. März 2026", "2026年3月12日".

date_at(lexemes("12 march 2026"), 0, "en")  ->  Dated(date=Date(year=2026, month=3, day=12), end=3)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from summarizer.languages.registry import cached_by_records, language_of, language_or_english, together
from summarizer.text.fold import folded
from summarizer.verification.reading.figure_dates import Dated, chinese_date, date_in_figures, dated, short_year
from summarizer.verification.reading.lexemes import Lexeme, lexemes
from summarizer.verification.reading.numbers.chinese import NUMBER_CHARACTERS
from summarizer.verification.reading.numbers.number_words import number_words, ordinal_words

_LAST_DAY: Final = 31
_LONGEST_ABBREVIATION: Final = len("thurs")
_SUFFIXES: Final = frozenset(("st", "nd", "rd", "th", "er", "º", "°"))


@cached_by_records
def _spellings(language: str) -> tuple[tuple[str, ...], ...]:
    """How each month is spelled, folded; as in English where the language's own months are not known."""
    months = language_or_english(language).calendar.months or language_of("en").calendar.months
    return tuple(tuple(folded(name) for name in spellings) for spellings in months)


@cached_by_records
def _months(language: str) -> Mapping[str, int]:
    return {name: number for number, names in enumerate(_spellings(language), start=1) for name in names}


@cached_by_records
def month_names(language: str) -> frozenset[str]:
    """The names of the months and their abbreviations, folded."""
    return frozenset(_months(language))


@cached_by_records
def date_starts(language: str) -> frozenset[str]:
    """The words that a date or weekday may begin with."""
    names = frozenset(_months(language)) | frozenset(weekdays(language)) | frozenset(_weekdays_in_pieces(language))
    return names | frozenset(_days(language)) | {"the"}


@cached_by_records
def _days(language: str) -> Mapping[str, int]:
    """The words that number a day, folded."""
    return {folded(word): day for word, day in language_of(language).calendar.days.items()}


@cached_by_records
def weekdays(language: str) -> Mapping[str, str]:
    """The weekdays of a language and their abbreviations, by one English name each, in which languages are compared."""
    english = [spellings[0] for spellings in language_of("en").calendar.weekdays]
    own = language_or_english(language).calendar.weekdays
    return {folded(name): english[day] for day, spellings in enumerate(own) for name in spellings}


@cached_by_records
def _full_weekdays(language: str) -> frozenset[str]:
    """The names of the days without their abbreviations: "samstag" and "sonnabend", but no "thurs"."""
    full: set[str] = set()
    for names in language_or_english(language).calendar.weekdays:
        full.update(folded(name) for name in names if not _is_short_for(name, names[0]))
    return frozenset(full)


@cached_by_records
def _weekdays_in_pieces(language: str) -> Mapping[str, Mapping[tuple[str, ...], str]]:
    """The weekdays of several lexemes by their first, then by all: 星期一, "segunda-feira"."""
    table: defaultdict[str, dict[tuple[str, ...], str]] = defaultdict(dict)
    for name, weekday in weekdays(language).items():
        pieces = tuple(lexeme.text for lexeme in lexemes(name))
        if len(pieces) > 1:
            table[pieces[0]][pieces] = weekday
    return table


def weekday_in_pieces(found: Sequence[Lexeme], at: int, language: str) -> tuple[str, int] | None:
    """The weekday of several lexemes that starts at `found[at]`, and the place behind it, or None."""
    for pieces, weekday in _weekdays_in_pieces(language).get(found[at].text, {}).items():
        end = at + len(pieces)
        if tuple(lexeme.text for lexeme in found[at:end]) == pieces:
            return weekday, end
    return None


def _is_short_for(name: str, full: str) -> bool:
    return name != full and len(name) <= _LONGEST_ABBREVIATION and full.startswith(name)


def date_at(found: Sequence[Lexeme], at: int, language: str) -> Dated | None:
    """The date that starts at `found[at]`, or None.

    Day and month in figures alone ("12/03/2026") are read only where the language or the day fixes their order.
    A month alone is no date; it is compared as a word.
    """
    first = found[at]
    if first.kind == "n":
        return date_in_figures(found, at, language, months=_months(language)) or _day_first(found, at, language)
    if first.text in _months(language):
        return _month_first(found, at, language)
    if first.text == "the" and at + 1 < len(found):
        return _day_first(found, at + 1, language, article=True)
    return chinese_date(found, at) if first.text in NUMBER_CHARACTERS else _day_first(found, at, language)


def month_alone(found: Sequence[Lexeme], at: int, language: str) -> str | None:
    """The full name of an abbreviated English month that stands alone after a word such as "in" or "since"."""
    number = _months(language).get(found[at].text)
    if number is None or not at:
        return None
    leads = language_or_english(language).calendar.month_leads
    return _spellings(language)[number - 1][0] if found[at - 1].text in leads else None


def month_named(word: str, language: str) -> int:
    """1 to 12 for a month's full name, 0 for any other word: `month_named("märz", "de") == 3`."""
    number = _months(language).get(word, 0)
    return number if number and _spellings(language)[number - 1][0] == word else 0


def month_number(word: str, language: str) -> int:
    """1 to 12 for a month's full name, 0 for any other word (and for those that are common words in English)."""
    return 0 if word in ("may", "march") else month_named(word, language)


def weekday_at(found: Sequence[Lexeme], at: int, language: str) -> str | None:
    """The weekday that `found[at]` names; an abbreviation counts only beside a date or in phrases such as "on Mon"."""
    name = weekdays(language).get(found[at].text)
    if name is None or found[at].text in _full_weekdays(language):
        return name
    day_leads = language_or_english(language).calendar.day_leads
    # "on Sun" is mostly the star or a newspaper.
    leads = at > 0 and found[at - 1].text in day_leads and found[at].text not in ("sun", "wed")
    return name if leads or _dates_behind(found, at + 1, language) else None


def _dates_behind(found: Sequence[Lexeme], at: int, language: str) -> bool:
    """Whether a part of the day stands at `found[at]`, or a date there or behind a comma or full stop."""
    following = at
    while following < len(found) and found[following].text in (".", ","):
        following += 1
    if following >= len(found):
        return False
    tail = following == at and found[following].text in language_or_english(language).calendar.day_tails
    return tail or date_at(found, following, language) is not None


# With the name of the month -------------------------------------------------------------------------------------------


def _day_first(found: Sequence[Lexeme], at: int, language: str, *, article: bool = False) -> Dated | None:
    """12 March 2026, 12th of March 2026, the fifth of March, 12. März 2026, 1er mars, cinco de marzo de 2026."""
    day, behind_day, plain = _day_at(found, at, language)
    if day is None:
        return None
    place = behind_day + 1 if _text(found, behind_day) in together("calendar.day_links") else behind_day
    of = place > behind_day
    # "The 5 March" needs its "of", and in English "5 of March" its "th".
    plain = plain and language_or_english(language).calendar.month_first
    month = None if (plain if of else article and plain) else _months(language).get(_text(found, place))
    if month is None:
        return None
    place = _behind_month(found, place, language)
    year, end = _year_of(found, place, language) or (None, place)
    return dated(year, month, day, end)


def _day_at(found: Sequence[Lexeme], at: int, language: str) -> tuple[int | None, int, bool]:
    """The day at `found[at]`, the place behind it and its ending, and whether it is a bare figure."""
    day = _day(found[at])
    if day is not None:
        behind = _behind_suffix(found, at + 1, language)
        return day, behind, behind == at + 1
    if found[at].kind != "w":
        return None, at, False
    named = _days(language).get(found[at].text)
    if named is not None:
        return named, at + 1, False
    read = ordinal_words(found, at, language)
    if read is None and not language_or_english(language).calendar.month_first:
        number = number_words(found, at, language)  # "le cinq septembre"
        read = None if number is None else (int(number[0]), number[1])
    return (None, at, False) if read is None or not 1 <= read[0] <= _LAST_DAY else (*read, False)


def _year_of(found: Sequence[Lexeme], at: int, language: str) -> tuple[int, int] | None:
    """The year behind day and month, and the place behind it: "2026", ", 2026", in Spanish "de 2026"."""
    if _text(found, at) in language_or_english(language).calendar.year_links:
        return _year(found, at + 1)
    return _year(found, at) or _year_behind_comma(found, at)


def _behind_suffix(found: Sequence[Lexeme], at: int, language: str) -> int:
    """The place behind what makes an ordinal of the day before `found[at]`: "th", "er", the German dot."""
    text = _text(found, at)
    if text in _SUFFIXES and found[at].glued:
        return at + 1
    return at + 1 if text == "." and language_of(language).calendar.day_dot else at


def _month_first(found: Sequence[Lexeme], at: int, language: str) -> Dated | None:
    """March 12, 2026; March 12th; March 2026; marzo de 2026."""
    month = _months(language)[found[at].text]
    place = _behind_month(found, at, language)
    year = _year(found, place)
    if year is None and _text(found, place) in language_or_english(language).calendar.year_links:
        year = _year(found, place + 1)
    month_first = language_or_english(language).calendar.month_first
    day, behind_day = None, place
    if place < len(found) and month_first:
        day, behind_day, _ = _day_at(found, place, language)
    if year is None and day is None:
        year = _year_behind_comma(found, place)
    if year is not None:
        return dated(year[0], month, None, year[1])
    return None if day is None else _with_day(found, behind_day, month, day)


def _with_day(found: Sequence[Lexeme], at: int, month: int, day: int) -> Dated | None:
    """The date of a month and a day that ends before `found[at]`, with the year behind."""
    place = at + 1 if _text(found, at) in _SUFFIXES and found[at].glued else at
    year, end = _year_behind_comma(found, place) or _year(found, place) or (None, place)
    return dated(year, month, day, end)


def _behind_month(found: Sequence[Lexeme], at: int, language: str) -> int:
    """Behind the month at `at`, and behind the dot if it is abbreviated ("Mar. 12")."""
    names = _spellings(language)[_months(language)[found[at].text] - 1]
    abbreviated = found[at].text != names[0] or len(names) == 1
    dot = at + 2 < len(found) and found[at + 1].text == "." and found[at + 1].glued
    return at + 2 if abbreviated and dot else at + 1


def _text(found: Sequence[Lexeme], at: int) -> str:
    return found[at].text if at < len(found) else ""


def _day(lexeme: Lexeme) -> int | None:
    if lexeme.kind != "n" or not lexeme.text.isdecimal() or len(lexeme.text) > 2:
        return None
    return int(lexeme.text) if 1 <= int(lexeme.text) <= 31 else None


def _year(found: Sequence[Lexeme], at: int) -> tuple[int, int] | None:
    """The year at `found[at]`, where no sign, unit or letter makes a quantity of it, and the place behind it."""
    text = _text(found, at)
    if text == "'":
        return short_year(found, at)
    if len(text) != 4 or not text.isdecimal() or not 1000 <= int(text) <= 2199:
        return None
    following = found[at + 1] if at + 1 < len(found) else None
    if following is not None and (following.text in ("%", "°") or (following.glued and following.kind == "w")):
        return None
    return int(text), at + 1


def _year_behind_comma(found: Sequence[Lexeme], at: int) -> tuple[int, int] | None:
    return _year(found, at + 1) if _text(found, at) == "," else None
