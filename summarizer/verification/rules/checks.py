"""The checks of a claim: each of its hard facts compared by value with the evidence, then with the whole document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from summarizer.languages.record import CueKind
from summarizer.text.terms import is_function, stem
from summarizer.verification.reading.amounts import AmountMatch, match_number
from summarizer.verification.reading.cues import cues_at
from summarizer.verification.reading.dates import month_number
from summarizer.verification.reading.fact_index import FactIndex, is_range_word, spoken
from summarizer.verification.reading.names import acronym_known, knows, name_runs, spelled_out
from summarizer.verification.reading.values import CanonicalText, Date, Number, Ordinal, Token, Value, Weekday
from summarizer.verification.rules.alignment import Comparison
from summarizer.verification.verdict import Check, CheckKind, Found

_NUMBERS: Final = frozenset(("number", "percent", "points", "money", "ordinal"))
_SAID: Final = 4  # words from which on a quotation is what somebody said, not a term in quotation marks
_ONE: Final = Number.whole(1).key
_FIRST_TWO: Final = frozenset((Ordinal(1).key, Ordinal(2).key))
_COUNTS: Final = [Number.whole(number).key for number in range(1, 21)]
_LEAD: Final = 3  # tokens before a number that may hedge it: "more than about 5"
# How much of claim and sentence must be equal, in order, for a difference in a small word to be read as a change of
# meaning and
# not as other wording. From benchmarks/corruption.py and the supported claims of the verification sets: lower values
# start to
# flag paraphrase. Run both again when it moves.
MATCHING: Final = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckContext:
    """What a claim is checked against: its evidence sentences first, then all of the document."""

    span: FactIndex
    document: FactIndex
    initials: frozenset[str]
    stems: AbstractSet[str]
    language: str
    published: dt.date | None
    nearest: Comparison | None


def checks_of(claim: CanonicalText, around: CheckContext) -> tuple[Check, ...]:
    """One check for every number, date, name and quotation of a claim, and for each word of weight that differs.

    Args:
        claim: In canonical form.
        around: What it is checked against.

    Returns:
        In the order number, date, name, quotation, then the rest; a check fails where the claim may not be ticked
        because of it.
    """
    return (
        *_numbers(claim, around),
        *_dates(claim, around),
        *_names(claim, around),
        *_quotations(claim, around),
        *_weights(claim, around),
    )


def _numbers(claim: CanonicalText, around: CheckContext) -> list[Check]:
    found: list[Check] = []
    for place, token in enumerate(claim.tokens):
        if token.kind not in _NUMBERS or _is_plain_one(claim, place) or _is_code(claim, place) or _is_day(claim, place):
            continue
        meant = _in_range(claim, place)
        lead = claim.keys[max(0, place - _LEAD) : place]
        item = claim.words_of(place, _with_unit(claim, place))
        in_span, note = match_number(meant, lead, around.span)
        if (
            in_span in ("same", "rounded", "derived")
            or _is_known_year(meant, around.span, around)
            or _is_quarter(token, around)
        ):
            text = f"from {note}" if note else ""
            found.append(
                _check("number", item, "absent" if in_span == "derived" else "in_span", passed=True, note=text)
            )
            continue
        if _may_be_a_count(claim, place, around.document):
            found.append(_check("number", item, "absent", passed=True, note="may be counted from the source"))
            continue
        anywhere, other = match_number(meant, lead, around.document)
        where: Found = "in_document" if anywhere in ("same", "rounded") else "absent"
        found.append(_check("number", item, where, passed=False, note=_number_note(in_span, anywhere, note or other)))
    return found


def _in_range(claim: CanonicalText, place: int) -> Token:
    """The first number of a range with the unit of the second ("4-7%"), the short year of "2018-19" in full."""
    tokens, token = claim.tokens, claim.tokens[place]
    number = token.value
    if not isinstance(number, Number) or number.unit or number.value is None:
        return token
    if place + 2 < len(tokens) and is_range_word(tokens[place + 1].key) and tokens[place + 2].unit:
        return token.meaning(replace(number, unit=tokens[place + 2].unit))
    if place >= 2 and tokens[place - 1].key == "-" and 0 <= number.value < 100:
        first = tokens[place - 2].number
        if first is not None and 1000 <= first <= 2199 and first % 100 < number.value:
            return token.meaning(replace(number, value=first - first % 100 + number.value))
    return token


def _is_day(claim: CanonicalText, place: int) -> bool:
    """The second day of "October 20-21" is checked with neither month nor year, so it is left to the date before it."""
    before = claim.tokens[place - 2 : place]
    return len(before) == 2 and before[0].kind == "date" and is_range_word(before[1].key)


def _is_quarter(token: Token, around: CheckContext) -> bool:
    """Whether an ordinal numbers a quarter that the source writes "Q3"."""
    return isinstance(token.value, Ordinal) and token.value.quarter.key in around.span.keys


def _may_be_a_count(claim: CanonicalText, place: int, held: FactIndex) -> bool:
    """A small number in words may count what the source lists, unless the source counts the same thing differently."""
    token = claim.tokens[place]
    if token.kind != "number" or token.unit or token.number is None or not 2 <= token.number <= 10:
        return False
    if not claim.text[token.start : token.end].isalpha():
        return False
    counted = list(spoken(claim.tokens[place + 1 : place + 4]))
    things = [" ".join(counted[:2])] + ([counted[0]] if counted and not is_function(stem(counted[0])) else [])
    return bool(counted) and not any(f" {number} {thing} " in held.words for number in _COUNTS for thing in things)


def _number_note(in_span: AmountMatch, anywhere: AmountMatch, note: str) -> str:
    if "other unit" in (in_span, anywhere) and note:
        return f"the source has {note}"
    if anywhere == "derived":
        return f"may be worked out from {note}"
    return ""


def _is_plain_one(claim: CanonicalText, place: int) -> bool:
    """The word "one" is mostly a pronoun, "first" and "second" mostly an order in the telling."""
    token = claim.tokens[place]
    written = claim.text[token.start : token.end]
    return (token.key == _ONE and not written.isdecimal()) or (token.key in _FIRST_TWO and written.isalpha())


def _is_code(claim: CanonicalText, place: int) -> bool:
    """The figure in "COVID-19" and "U-21" is part of a name."""
    if place < 2 or claim.tokens[place - 1].key != "-":
        return False
    before, hyphen, token = claim.tokens[place - 2 : place + 1]
    return before.kind == "word" and before.end == hyphen.start and hyphen.end == token.start


def _with_unit(claim: CanonicalText, place: int) -> int:
    return place + 2 if place + 1 < len(claim.tokens) and claim.tokens[place + 1].kind == "unit" else place + 1


def _is_known_year(token: Token, held: FactIndex, around: CheckContext) -> bool:
    if token.kind != "number" or token.number is None or token.unit or not 1900 <= token.number <= 2100:
        return False
    return int(token.number) in held.years or (around.published is not None and token.number == around.published.year)


def _dates(claim: CanonicalText, around: CheckContext) -> list[Check]:
    found: list[Check] = []
    for place, token in enumerate(claim.tokens):
        value = token.value
        if token.kind == "word":
            month = month_number(token.word, around.language) if token.shape == "title" and place else 0
            if not month:
                continue
            value = Date(month=month)
        elif token.kind not in ("date", "weekday", "time"):
            continue
        item = claim.words_of(place, place + 1)
        if _holds_date(value, token, around.span, around):
            found.append(_check("date", item, "in_span", passed=True))
        else:
            known = _holds_date(value, token, around.document, around)
            found.append(_check("date", item, "in_document" if known else "absent", passed=False))
    return found


def _holds_date(value: Value, token: Token, held: FactIndex, around: CheckContext) -> bool:
    """Whether a date, or the month that a word is, is held, or a weekday that a date held falls on."""
    if token.key in held.keys:
        return True
    if isinstance(value, Weekday):
        return any(Weekday(_WEEKDAYS[day.weekday()]) == value for day in _days(held, around))
    if not isinstance(value, Date):
        return False
    years = around.document.years | ({around.published.year} if around.published else set())
    return held.has_date(value, years=years)


_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _days(held: FactIndex, around: CheckContext) -> list[dt.date]:
    """The full dates held, a missing year taken from the day of publication."""
    days: list[dt.date] = []
    for date in held.dates:
        year = around.published.year if date.year is None and around.published else date.year
        if year is None or date.day is None:
            continue
        try:
            days.append(dt.date(year, date.month, date.day))
        except ValueError:  # 30 February
            continue
    return days


def _names(claim: CanonicalText, around: CheckContext) -> list[Check]:
    found: list[Check] = []
    for run in name_runs(claim):
        whole = spelled_out(run, around.document)
        states: list[tuple[Token, Found]] = []
        for token in run:
            if knows(token.key, around.span):
                states.append((token, "in_span"))
            elif whole or _known(token, around):
                states.append((token, "in_document"))
            else:
                states.append((token, "absent"))
        partly = any(state != "absent" for _, state in states)
        for token, state in states:
            note = "the source has only a part of the name" if state == "absent" and partly else ""
            item = claim.text[token.start : token.end]
            found.append(_check("name", item, state, passed=state != "absent", note=note))
    return found


def _known(token: Token, around: CheckContext) -> bool:
    stems = {stem(part) for part in token.word.split("-")}
    return knows(token.key, around.document) or acronym_known(token.key, around.initials) or stems <= around.stems


def _quotations(claim: CanonicalText, around: CheckContext) -> list[Check]:
    found: list[Check] = []
    marks = [place for place, token in enumerate(claim.tokens) if token.kind == "quote"]
    for first, last in list(pairwise(marks))[::2]:
        tokens = claim.tokens[first + 1 : last]
        parts = _parts(tokens)
        if not parts:
            continue
        item = claim.words_of(first + 1, last)
        if all(f" {part} " in around.span.words for part in parts):
            found.append(_check("quotation", item, "in_span", passed=True))
            continue
        known = all(f" {part} " in around.document.words for part in parts)
        # A title or a single term is named, not quoted: it may stand anywhere in the document.
        named = sum(len(part.split()) for part in parts) < _SAID or _is_title(tokens)
        note = "a title or term" if named else ""
        found.append(_check("quotation", item, "in_document" if known else "absent", passed=known and named, note=note))
    return found


def _parts(tokens: Sequence[Token]) -> list[str]:
    """The words of a quotation, cut where it leaves something out ("…", "[...]")."""
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.key == "...":
            parts.append([])
        else:
            parts[-1].append(token)
    return [said for part in parts if (said := " ".join(spoken(part)))]


def _is_title(tokens: Sequence[Token]) -> bool:
    named = [token.shape in ("title", "upper") for token in tokens if token.kind == "word" and len(token.word) > 3]
    return bool(named) and all(named)


def _weights(claim: CanonicalText, around: CheckContext) -> list[Check]:
    """Negations, quantifiers, hedges, bounds, attributions, directions, and who did what to whom."""
    nearest = around.nearest
    found: list[Check] = []
    if nearest is not None and min(nearest.covered, nearest.whole) >= MATCHING:
        for one in nearest.differences:
            if one.kind is None or one.kind in ("number", "date", "quotation", "name"):
                continue
            note = f"the source says “{one.meant}”" if one.meant else "the source says it without these words"
            found.append(
                _check(
                    one.kind, one.said or one.meant, "in_span" if not one.said else "absent", passed=False, note=note
                )
            )
    for place, (token, cues) in enumerate(zip(claim.tokens, cues_at(claim.keys, around.language), strict=True)):
        kind = _weight_kind(cues)
        if kind is not None and token.key in around.span.keys:
            found.append(_check(kind, claim.words_of(place, place + 1), "in_span", passed=True))
    return found


def _weight_kind(cues: AbstractSet[CueKind]) -> CheckKind | None:
    if "negation" in cues:
        return "negation"
    return "quantifier" if "quantifier" in cues else None


def _check(kind: CheckKind, item: str, found: Found, *, passed: bool, note: str = "") -> Check:
    return Check(kind=kind, item=" ".join(item.split()), found=found, passed=passed, note=note)
