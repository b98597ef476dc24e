"""Dates, weekdays, quarters, ordinals and quantities become tokens.

take_value(draft, 2)  ->  the place behind the date, quantity, … that starts at lexeme 2, and 0 where none does
"""

from __future__ import annotations

from typing import Final

from summarizer.languages.registry import language_of, together
from summarizer.verification.reading.dates import date_at, weekday_at, weekday_in_pieces
from summarizer.verification.reading.figure_dates import Dated, short_year, unordered_date
from summarizer.verification.reading.numbers.hundredths import with_hundredths
from summarizer.verification.reading.numbers.number_words import ordinal_words
from summarizer.verification.reading.numbers.quantities import quantity_at
from summarizer.verification.reading.tokens.draft import Draft
from summarizer.verification.reading.values import MAY_BE_COUNTED, Number, Ordinal, Quarter, Weekday, Word

_COUNTED: Final = frozenset("people men women children police staff".split())
_LONGEST_SHORT_UNIT: Final = 3  # letters of "lbs."
_COMMON_WORDS: Final = frozenset(("may", "march", "mar"))


def take_value(draft: Draft, at: int) -> int:
    """Puts the value that starts at `at`; the place behind it, 0 where none does."""
    if draft.found[at].text == "'":
        return _take_short_year(draft, at)
    end = 0
    if draft.found[at].kind != "m":
        end = _take_date(draft, at) or _take_weekday(draft, at) or _take_unordered_date(draft, at)
    if not end and draft.english:
        end = _take_quarter(draft, at) or _take_ordinal(draft, at)
    return end or _take_quantity(draft, at)


def _take_short_year(draft: Draft, at: int) -> int:
    """As in "the summer of '96" and "the '90s", where no quotation ends behind it."""
    year = short_year(draft.found, at)
    if year is None or draft.quoted or any(lexeme.text == "'" and lexeme.glued for lexeme in draft.found[at + 1 :]):
        return 0
    following = draft.text_at(year[1])
    if following == "s" and draft.found[year[1]].glued:
        draft.put_word(f"{year[0]}s", at, year[1] + 1)
        return year[1] + 1
    draft.put(Number.whole(year[0]), at, year[1])
    return year[1]


def _take_date(draft: Draft, at: int) -> int:
    dated = date_at(draft.found, at, draft.language)
    if dated is None or not _is_month_name(draft, at, dated.end):
        return 0
    draft.put(dated.date, at, dated.end)
    if _may_be_counted(draft, dated):
        draft.put(MAY_BE_COUNTED, dated.end - 1, dated.end)
    return draft.behind_comma(dated.end)


def _take_unordered_date(draft: Draft, at: int) -> int:
    unordered = unordered_date(draft.found, at) if draft.found[at].kind == "n" else None
    if unordered is None:
        return 0
    text, end = unordered
    draft.put(Number(text=text, value=None, certainty="two_ways"), at, end)
    return end


def _may_be_counted(draft: Draft, dated: Dated) -> bool:
    """Whether the year of a date may be the number of what follows: "In March 2000 people left"."""
    following = draft.found[dated.end] if dated.end < len(draft.found) else None
    if dated.date.year is None or following is None:
        return False
    if following.kind != "w" or draft.found[dated.end - 1].kind != "n":
        return False
    if language_of(draft.language).prose.capital_nouns:
        return draft.shape_of(following) == "title"
    word = following.text
    return word in _COUNTED or (len(word) > 3 and word.endswith("s") and word not in together("quantities.no_plurals"))


def _is_month_name(draft: Draft, at: int, end: int) -> bool:
    """Without a year these months need their capital: "12 may die", "troops march 12 miles"."""
    if draft.uniform:
        return True
    month = next((lexeme for lexeme in draft.found[at:end] if lexeme.text in _COMMON_WORDS), None)
    if month is None or draft.shape_of(month) != "lower":
        return True
    return draft.found[end - 1].text.isdecimal() and end - at > 2


def _take_weekday(draft: Draft, at: int) -> int:
    in_pieces = weekday_in_pieces(draft.found, at, draft.language)
    if in_pieces is not None:
        draft.put(Weekday(in_pieces[0]), at, in_pieces[1])
        return in_pieces[1]
    lexeme = draft.found[at]
    weekday = weekday_at(draft.found, at, draft.language)
    if weekday is None or (lexeme.text != weekday and _is_shouted(draft, at)):
        return 0
    end = draft.behind_dot(at)
    # Where every noun has a capital a weekday is one noun among others, and may be put in the place of one.
    draft.put(Weekday(weekday), at, end, cased=language_of(draft.language).prose.capital_nouns)
    comma = draft.behind_comma(end)
    dated = date_at(draft.found, comma, draft.language) if comma < len(draft.found) else None
    return comma if dated is not None else end


def _is_shouted(draft: Draft, at: int) -> bool:
    """An abbreviation in capitals is another word: "SAT" is a test, "FT" a paper."""
    return not draft.uniform and draft.shape_of(draft.found[at]) == "upper"


def _take_quarter(draft: Draft, at: int) -> int:
    """As in "4Q" is Q4."""
    quarter, *behind = draft.found[at : at + 2]
    if quarter.text not in ("1", "2", "3", "4") or not behind or behind[0].text != "q" or not behind[0].glued:
        return 0
    if draft.cased(behind[0]) == "q" and not draft.uniform:
        return 0
    draft.put(Quarter.numbered(int(quarter.text)), at, at + 2, cased=True)
    return at + 2


def _take_ordinal(draft: Draft, at: int) -> int:
    ordinal = ordinal_words(draft.found, at, draft.language)
    if ordinal is None:
        return 0
    value, end = ordinal
    draft.put(Ordinal(value), at, end)
    return end


def _take_quantity(draft: Draft, at: int) -> int:
    measured = quantity_at(draft.found, at, draft.language, pounds=draft.pounds, cased=draft.cased)
    if measured is None:
        return 0
    measured = with_hundredths(draft.found, measured, draft.language)
    draft.put(measured.value, at, measured.end, cased=isinstance(measured.value, Word))
    if measured.unit is None:
        return measured.end
    draft.put(measured.unit, measured.end, measured.unit_end, cased=measured.unit.certainty == "two_ways")
    return _behind_unit(draft, measured.unit_end)


def _behind_unit(draft: Draft, end: int) -> int:
    """The place behind a unit and the dot of its abbreviation, where the sentence goes on: "5 ft. 10 in. tall"."""
    found = draft.found
    if end + 1 >= len(found) or found[end].text != "." or not found[end].glued or found[end + 1].glued:
        return end
    short = len(found[end - 1].text) <= _LONGEST_SHORT_UNIT
    return end + 1 if short and draft.shape_of(found[end + 1]) not in ("title", "upper") else end
