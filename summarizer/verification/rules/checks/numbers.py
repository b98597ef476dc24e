"""Checks every number of a claim: its value must stand in the evidence, or fit what the evidence gives more exactly.

"up 4%"        beside "rose by four percent"   ->  found="in_span", passed=True
"nearly 550"   beside "547.126"                ->  found="in_span", passed=True, note="from 547.126"
"€5 million"   beside "$5 million"             ->  found="absent", passed=False, note="the source has 5 million dollar"
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from summarizer.text.terms import is_function, stem
from summarizer.verification.reading.amounts import AmountMatch, match_number
from summarizer.verification.reading.canonical_text import CanonicalText, Token
from summarizer.verification.reading.fact_index import FactIndex, is_range_word, spoken
from summarizer.verification.reading.likeness.open_values import open_note
from summarizer.verification.reading.values import Number, Ordinal
from summarizer.verification.rules.alignment.rivals import rival_of
from summarizer.verification.rules.checks.check_rule import CheckRule, make_check
from summarizer.verification.rules.checks.context import CheckContext
from summarizer.verification.verdict import Check

_NUMBERS: Final = frozenset(("number", "percent", "points", "money", "ordinal"))
_LIST_NUMBER: Final = re.compile(r"\s*\(?\d{1,2}[.)]\s+(?=[^\W\d_])")  # "1. " before a sentence counts nothing
_LEAD: Final = 3  # tokens before a number that may hedge it: "more than about 5"
_ONE: Final = Number.whole(1).key
_FIRST_TWO: Final = frozenset((Ordinal(1).key, Ordinal(2).key))
# Small numbers in words may count what the source lists ("three people"); this far a reader counts without figures.
_LEAST_COUNT, _MOST_COUNT = 2, 10
_COUNTS: Final = tuple(Number.whole(number).key for number in range(1, 21))


def check_numbers(claim: CanonicalText, context: CheckContext) -> list[Check]:
    """One check for every number, sum, percentage and ordinal of a claim."""
    return [_check_number(claim, place, context) for place in range(len(claim.tokens)) if _is_checked(claim, place)]


NUMBERS: Final = CheckRule(kinds=("number",), check=check_numbers)


def _check_number(claim: CanonicalText, place: int, context: CheckContext) -> Check:
    token = _in_full(claim, place)
    lead = claim.keys[max(0, place - _LEAD) : place]
    item = claim.words_of(place, _end_with_unit(claim, place))
    in_evidence, exact = match_number(token, lead, context.evidence)
    if in_evidence == "derived":
        return make_check("number", item, "absent", passed=True, note=f"from {exact}" if exact else "")
    if in_evidence in ("same", "rounded") or _is_known_year(token, context) or _is_quarter(token, context):
        return make_check("number", item, "in_span", passed=True, note=f"from {exact}" if exact else "")
    if _may_be_a_count(claim, place, context.document):
        return make_check("number", item, "absent", passed=True, note="may be counted from the source")
    in_document, elsewhere = match_number(token, lead, context.document)
    note = _note(in_evidence, in_document, exact or elsewhere)
    if in_document in ("same", "rounded"):
        return make_check("number", item, "in_document", passed=False, note=note)
    return _check_absent(token, item, claim, context, note=note or open_note(token, lead, context.document))


def _check_absent(token: Token, item: str, claim: CanonicalText, context: CheckContext, *, note: str) -> Check:
    """A number that stands nowhere: a question, or a conflict where the evidence has one other in its place."""
    rival = "" if note else rival_of(token, claim, context.sentences)
    said = f"the source says “{rival}”" if rival else note
    return make_check("number", item, "absent", passed=False, note=said, conflict=bool(rival))


def _note(in_evidence: AmountMatch, in_document: AmountMatch, figure: str) -> str:
    """What the source has instead of a number, in words."""
    if "other unit" in (in_evidence, in_document) and figure:
        return f"the source has {figure}"
    return f"may be worked out from {figure}" if in_document == "derived" else ""


def _is_checked(claim: CanonicalText, place: int) -> bool:
    """Whether a number is a fact of its own, and not a pronoun, part of a name, or part of a date."""
    if claim.tokens[place].kind not in _NUMBERS:
        return False
    if not place and _LIST_NUMBER.match(claim.text):
        return False
    return not (_is_plain_one(claim, place) or _is_code(claim, place) or _is_second_day(claim, place))


def _is_plain_one(claim: CanonicalText, place: int) -> bool:
    """Whether it is the word "one", mostly a pronoun, or "first" or "second", mostly an order in the telling."""
    token = claim.tokens[place]
    written = claim.text[token.start : token.end]
    if token.key == _ONE:
        return not written.isdecimal()
    return token.key in _FIRST_TWO and written.isalpha()


def _is_code(claim: CanonicalText, place: int) -> bool:
    """Whether it is part of a name, as the figure in "COVID-19" and "U-21"."""
    if place < 2 or claim.tokens[place - 1].key != "-":
        return False
    before, hyphen, token = claim.tokens[place - 2 : place + 1]
    return before.kind == "word" and before.end == hyphen.start and hyphen.end == token.start


def _is_second_day(claim: CanonicalText, place: int) -> bool:
    """Whether it is the second day of "October 20-21", which has neither month nor year of its own."""
    before = claim.tokens[place - 2 : place]
    return len(before) == 2 and before[0].kind == "date" and is_range_word(before[1].key)


def _in_full(claim: CanonicalText, place: int) -> Token:
    """A number with what its range writes once: the unit of "4-7%", the century of "2018-19"."""
    token = claim.tokens[place]
    number = token.value
    if not isinstance(number, Number) or number.unit or number.value is None:
        return token
    unit = _unit_of_range(claim, place)
    if unit:
        return token.meaning(replace(number, unit=unit))
    century = _century_of_range(claim, place)
    if 0 <= number.value < 100 and century and century[1] < number.value:
        return token.meaning(replace(number, value=century[0] + number.value))
    return token


def _unit_of_range(claim: CanonicalText, place: int) -> str:
    """The unit behind the second number of the range that a number begins, "" for none."""
    behind = claim.tokens[place + 1 : place + 3]
    return behind[1].unit if len(behind) == 2 and is_range_word(behind[0].key) else ""


def _century_of_range(claim: CanonicalText, place: int) -> tuple[Decimal, Decimal] | None:
    """The century and the year in it that begin the range that a number ends: (1900, 98) before the 99 of "1998-99"."""
    if place < 2 or claim.tokens[place - 1].key != "-":
        return None
    first = claim.tokens[place - 2].number
    if first is None or not 1000 <= first <= 2199:
        return None
    return first - first % 100, first % 100


def _end_with_unit(claim: CanonicalText, place: int) -> int:
    """The token behind a number and its unit."""
    behind = claim.tokens[place + 1 : place + 2]
    return place + 2 if behind and behind[0].kind == "unit" else place + 1


def _is_known_year(token: Token, context: CheckContext) -> bool:
    """Whether a number is a year of the evidence, or the year in which the document was published."""
    if token.kind != "number" or token.unit or token.number is None or not 1900 <= token.number <= 2100:
        return False
    published = context.published is not None and token.number == context.published.year
    return published or int(token.number) in context.evidence.years


def _is_quarter(token: Token, context: CheckContext) -> bool:
    """Whether an ordinal numbers a quarter that the source writes "Q3"."""
    return isinstance(token.value, Ordinal) and token.value.quarter.key in context.evidence.keys


def _may_be_a_count(claim: CanonicalText, place: int, document: FactIndex) -> bool:
    """Whether a small number in words may count what the source lists, as it does not count the same thing itself."""
    token = claim.tokens[place]
    if token.kind != "number" or token.unit or token.number is None:
        return False
    if not _LEAST_COUNT <= token.number <= _MOST_COUNT or not claim.text[token.start : token.end].isalpha():
        return False
    counted = list(spoken(claim.tokens[place + 1 : place + 4]))
    if not counted:
        return False
    things = [" ".join(counted[:2])]
    if not is_function(stem(counted[0])):
        things.append(counted[0])
    return not any(_is_counted(thing, document) for thing in things)


def _is_counted(thing: str, document: FactIndex) -> bool:
    """Whether the document itself says how many there are of a thing."""
    return any(f" {number} {thing} " in document.words for number in _COUNTS)
