"""The checks of a claim: each of its hard facts compared by value with the evidence, then with the whole document."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from summarizer.verify.amounts import Match, match_number
from summarizer.verify.canon import Canon, Token
from summarizer.verify.compare import Comparison
from summarizer.verify.dates import month_number
from summarizer.verify.holdings import Holdings, spoken
from summarizer.verify.names import acronym_known, knows, name_tokens
from summarizer.verify.polarity import roles_of
from summarizer.verify.verdict import Check, CheckKind, Found

_NUMBERS: Final = frozenset(("number", "percent", "points", "money", "ordinal"))
_LEAD: Final = 3  # tokens before a number that may hedge it: "more than about 5"
# How much of claim and sentence must be equal, in order, for a difference in a small word to be read as a change of meaning and
# not as other wording. From benchmarks/corruption.py and the supported claims of the verification sets: lower values start to
# flag paraphrase. Run both again when it moves.
MATCHING: Final = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a claim is checked against: its evidence sentences first, then all of the document."""

    span: Holdings
    document: Holdings
    initials: frozenset[str]
    language: str
    published: dt.date | None
    nearest: Comparison | None


def checks_of(claim: Canon, around: Surroundings) -> tuple[Check, ...]:
    """One check for every number, date, name and quotation of a claim, and for each word of weight that its source has not.

    Args:
        claim: In canonical form.
        around: What it is checked against.

    Returns:
        In the order number, date, name, quotation, then the rest; a check fails where the claim may not be ticked because of it.
    """
    return (
        *_numbers(claim, around),
        *_dates(claim, around),
        *_names(claim, around),
        *_quotations(claim, around),
        *_weights(claim, around),
    )


def _numbers(claim: Canon, around: Surroundings) -> list[Check]:
    found: list[Check] = []
    for place, token in enumerate(claim.tokens):
        if token.kind not in _NUMBERS or _is_plain_one(claim, place):
            continue
        if place >= 2 and claim.tokens[place - 1].key == "-" and _is_code(claim, place):
            continue
        lead = claim.keys[max(0, place - _LEAD) : place]
        item = claim.words_of(place, _with_unit(claim, place))
        in_span, note = match_number(token, lead, around.span)
        if in_span in ("same", "rounded", "derived") or _is_known_year(token, around.span, around):
            text = f"from {note}" if note else ""
            found.append(_check("number", item, "absent" if in_span == "derived" else "in_span", passed=True, note=text))
            continue
        anywhere, other = match_number(token, lead, around.document)
        where: Found = "in_document" if anywhere in ("same", "rounded") else "absent"
        found.append(_check("number", item, where, passed=False, note=_number_note(in_span, anywhere, note or other)))
    return found


def _number_note(in_span: Match, anywhere: Match, note: str) -> str:
    if "other unit" in (in_span, anywhere) and note:
        return f"the source has {note}"
    if anywhere == "derived":
        return f"may be worked out from {note}"
    return ""


def _is_plain_one(claim: Canon, place: int) -> bool:
    """The word "one" is mostly a pronoun, "first" and "second" mostly an order in the telling."""
    token = claim.tokens[place]
    written = claim.text[token.start : token.end]
    return token.key == "#1" and not written.isdecimal() or (token.key in ("o1", "o2") and written.isalpha())


def _is_code(claim: Canon, place: int) -> bool:
    """The figure in "COVID-19" and "U-21" is part of a name."""
    before, hyphen, token = claim.tokens[place - 2 : place + 1]
    return before.kind == "word" and before.end == hyphen.start and hyphen.end == token.start


def _with_unit(claim: Canon, place: int) -> int:
    return place + 2 if place + 1 < len(claim.tokens) and claim.tokens[place + 1].kind == "unit" else place + 1


def _is_known_year(token: Token, held: Holdings, around: Surroundings) -> bool:
    if token.kind != "number" or token.value is None or token.unit or not 1900 <= token.value <= 2100:
        return False
    return int(token.value) in held.years or (around.published is not None and token.value == around.published.year)


def _dates(claim: Canon, around: Surroundings) -> list[Check]:
    found: list[Check] = []
    for place, token in enumerate(claim.tokens):
        key = token.key
        if token.kind == "word":
            month = month_number(key, around.language) if token.shape == "title" and place else 0
            if not month:
                continue
            key = f"--{month:02d}"
        elif token.kind not in ("date", "weekday", "time"):
            continue
        item = claim.words_of(place, place + 1)
        if _holds_date(key, token, around.span, around):
            found.append(_check("date", item, "in_span", passed=True))
        else:
            known = _holds_date(key, token, around.document, around)
            found.append(_check("date", item, "in_document" if known else "absent", passed=False))
    return found


def _holds_date(key: str, token: Token, held: Holdings, around: Surroundings) -> bool:
    if token.key in held.keys:
        return True
    if token.kind == "weekday":
        return any(f"wd:{_WEEKDAYS[day.weekday()]}" == key for day in _days(held, around))
    if token.kind == "time":
        return False
    return held.has_date(key, published=around.published)


_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _days(held: Holdings, around: Surroundings) -> list[dt.date]:
    """The full dates held, a missing year taken from the day of publication."""
    days: list[dt.date] = []
    for key in held.dates:
        text = f"{around.published.year}-{key[2:]}" if key.startswith("--") and around.published else key
        try:
            days.append(dt.date.fromisoformat(text))
        except ValueError:  # a month without a day, or 30 February
            continue
    return days


def _names(claim: Canon, around: Surroundings) -> list[Check]:
    found: list[Check] = []
    for token in name_tokens(claim):
        item = claim.text[token.start : token.end]
        if knows(token.key, around.span):
            found.append(_check("name", item, "in_span", passed=True))
        elif knows(token.key, around.document) or acronym_known(token.key, around.initials):
            found.append(_check("name", item, "in_document", passed=True))
        else:
            found.append(_check("name", item, "absent", passed=False))
    return found


def _quotations(claim: Canon, around: Surroundings) -> list[Check]:
    found: list[Check] = []
    marks = [place for place, token in enumerate(claim.tokens) if token.kind == "quote"]
    for first, last in list(pairwise(marks))[::2]:
        said = " ".join(spoken(claim.tokens[first + 1 : last]))
        if not said:
            continue
        item = claim.words_of(first + 1, last)
        if f" {said} " in around.span.words:
            found.append(_check("quotation", item, "in_span", passed=True))
        else:
            known = f" {said} " in around.document.words
            found.append(_check("quotation", item, "in_document" if known else "absent", passed=False))
    return found


def _weights(claim: Canon, around: Surroundings) -> list[Check]:
    """Negations, quantifiers, hedges, bounds, attributions, directions, and who did what to whom."""
    nearest = around.nearest
    found: list[Check] = []
    if nearest is not None and min(nearest.covered, nearest.whole) >= MATCHING:
        for one in nearest.differences:
            if one.kind is None or one.kind in ("number", "date", "quotation", "name"):
                continue
            note = f"the source says “{one.meant}”" if one.meant else "the source says it without these words"
            found.append(_check(one.kind, one.said or one.meant, "in_span" if not one.said else "absent", passed=False, note=note))
    for place, token in enumerate(claim.tokens):
        kind = _weight_kind(token, around.language)
        if kind is not None and token.key in around.span.keys:
            found.append(_check(kind, claim.words_of(place, place + 1), "in_span", passed=True))
    return found


def _weight_kind(token: Token, language: str) -> CheckKind | None:
    roles = roles_of(token.key, language)
    if "negation" in roles:
        return "negation"
    return "quantifier" if "quantifier" in roles else None


def _check(kind: CheckKind, item: str, found: Found, *, passed: bool, note: str = "") -> Check:
    return Check(kind=kind, item=" ".join(item.split()), found=found, passed=passed, note=note)


def failed_kinds(checks: Sequence[Check]) -> frozenset[CheckKind]:
    """The kinds of the checks that failed."""
    return frozenset(check.kind for check in checks if not check.passed)
