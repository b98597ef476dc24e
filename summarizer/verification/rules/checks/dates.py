"""Checks every date, weekday and time of day of a claim: it must stand in the evidence, or say less than what does.

"March 12"  beside "12 March 2026"   ->  found="in_span", passed=True
"Thursday"  beside "12 March 2026"   ->  found="in_span", passed=True, as that day was one
"March 13"  beside "12 March 2026"   ->  found="absent", passed=False
"4 February 2025" beside "on Tuesday" in a text of 6 February 2025  ->  found="in_span", passed=True
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from summarizer.languages.registry import together
from summarizer.verification.reading.canonical_text import CanonicalText
from summarizer.verification.reading.dates import month_number
from summarizer.verification.reading.fact_index import FactIndex
from summarizer.verification.reading.likeness.kinship import kinship
from summarizer.verification.reading.likeness.open_values import NO_YEAR
from summarizer.verification.reading.values import Date, Value, Weekday
from summarizer.verification.rules.alignment.rivals import rival_of
from summarizer.verification.rules.checks.check_rule import CheckRule, make_check
from summarizer.verification.rules.checks.context import CheckContext
from summarizer.verification.verdict import Check, Found

_A_WEEK: Final = dt.timedelta(days=7)
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def check_dates(claim: CanonicalText, context: CheckContext) -> list[Check]:
    """One check for every date, month by name, weekday and time of day of a claim."""
    found: list[Check] = []
    for place in range(len(claim.tokens)):
        value = _date_at(claim, place, context.language)
        if value is not None:
            where = _where(value, claim.keys[place], context)
            if where != "in_span" and _is_named_by_weekday(value, context):
                where = "in_span"
            note = (_seen_from_another(value, context) or _less_exact(value, context)) if where == "absent" else ""
            item = claim.words_of(place, place + 1)
            is_nowhere = where == "absent" and not note
            rival = rival_of(claim.tokens[place], claim, context.sentences) if is_nowhere else ""
            said = f"the source says “{rival}”" if rival else note
            found.append(make_check("date", item, where, passed=where == "in_span", note=said, conflict=bool(rival)))
    return found


DATES: Final = CheckRule(kinds=("date",), check=check_dates)


def _date_at(claim: CanonicalText, place: int, language: str) -> Value | None:
    """The date, weekday or time that a token is; the month that a capitalized word inside a sentence names."""
    token = claim.tokens[place]
    if token.kind in ("date", "weekday", "time"):
        return token.value
    if token.kind != "word" or token.shape != "title" or not place:
        return None
    month = month_number(token.word, language)
    return Date(month=month) if month else None


def _where(value: Value, key: str, context: CheckContext) -> Found:
    if _holds(context.evidence, value, key, context):
        return "in_span"
    return "in_document" if _holds(context.document, value, key, context) else "absent"


def _holds(facts: FactIndex, value: Value, key: str, context: CheckContext) -> bool:
    """Whether a date is held, or another that says at least as much, or a day that falls on a weekday."""
    if key in facts.keys:
        return True
    if isinstance(value, Weekday):
        return value in {Weekday(_WEEKDAYS[day.weekday()]) for day in _days(facts, context.published)}
    if not isinstance(value, Date):
        return False
    published = {context.published.year} if context.published else set()
    return facts.has_date(value, years=context.document.years | published)


def _is_named_by_weekday(value: Value, context: CheckContext) -> bool:
    """Whether a sentence of the evidence names a day by its weekday alone, and it is that day of a week around a date.

    A sentence that gives a date of its own may tell two days; which of them the weekday is, no rule knows.
    """
    for day in _near_days(value, context):
        key = Weekday(_WEEKDAYS[day.weekday()]).key
        if any(key in sentence.keys and not _has_own_date(sentence) for sentence in context.sentences):
            return True
    return False


def _seen_from_another(value: Value, context: CheckContext) -> str:
    """What to say of a day that the evidence may give by its weekday, or as the next day of another; else ""."""
    near = together("calendar.near_days") | together("quantities.relative_times")
    for day in _near_days(value, context):
        names = {Weekday(_WEEKDAYS[day.weekday()]).key} | near
        if any(not names.isdisjoint(sentence.keys) for sentence in context.sentences):
            return "the source may give this day by its weekday, or as seen from another"
    return ""


def _near_days(value: Value, context: CheckContext) -> Iterator[dt.date]:
    """The days that a date may be, which lie within a week of one that the document gives."""
    if not isinstance(value, Date) or value.day is None:
        return
    given = _days(context.document, context.published)
    for known in (*given, context.published) if context.published else given:
        try:
            day = dt.date(value.year or known.year, value.month, value.day)
        except ValueError:  # 29 February
            continue
        if abs(day - known) <= _A_WEEK:
            yield day


def _has_own_date(sentence: CanonicalText) -> bool:
    return any(isinstance(token.value, Date) and token.value.day is not None for token in sentence.tokens)


def _less_exact(value: Value, context: CheckContext) -> str:
    """What the document has of a date that it does not give in full, in words."""
    if not isinstance(value, Date):
        return ""
    facts = context.document
    if any(kinship(value, held) for held in facts.dates):
        return "the source gives less of this date"
    if value.day is None and any(month_number(key, context.language) == value.month for key in facts.capitals):
        return "the source names the month alone"
    return NO_YEAR if value.year is not None and not facts.years and not facts.dates else ""


def _days(facts: FactIndex, published: dt.date | None) -> list[dt.date]:
    """The full dates held, a missing year taken from the day of publication."""
    days: list[dt.date] = []
    for date in facts.dates:
        year = published.year if date.year is None and published else date.year
        if year is None or date.day is None:
            continue
        try:
            days.append(dt.date(year, date.month, date.day))
        except ValueError:  # 30 February
            continue
    return days
