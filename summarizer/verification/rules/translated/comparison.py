"""Compares a value of a claim with those of a source in another language: it agrees, it conflicts, or it is a question.

"32.000 Mitarbeiter"  beside "its 32,000 staff"   ->  agrees
"35.000 Mitarbeiter"  beside "its 32,000 staff"   ->  conflicts with "32,000", which the claim has nowhere
"am 15. März"         beside "in mid-March"       ->  a question
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from summarizer.verification.reading.amounts import figures, match_number
from summarizer.verification.reading.canonical_text import CanonicalText
from summarizer.verification.reading.fact_index import FactIndex
from summarizer.verification.reading.numbers.units import may_be_one
from summarizer.verification.reading.values import Date, Ordinal, Time, Weekday
from summarizer.verification.rules.translated.facts import Fact, facts_in

_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
# Those of `amounts.py`: how far an "about" may stray from the exact figure, and a "more than" reach.
_HEDGED: Final = Decimal("0.06")
_BOUNDED: Final = Decimal("0.25")
# So many things a reader counts by himself, where the source names them.
_MOST_COUNTED: Final = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The values of some sentences of a source, as claims in other languages are compared with them.

    Attributes:
        facts: What the sentences state, in order.
        index: The same, to be asked by value.
        days: The full dates among them, a missing year taken from the day of publication.
        loose: Numbers that are written as something else: ordinals, the parts of dates and times.
    """

    facts: tuple[Fact, ...]
    index: FactIndex
    days: frozenset[dt.date]
    loose: frozenset[Decimal]

    @classmethod
    def read(cls, texts: Sequence[tuple[CanonicalText, str]], *, published: dt.date | None) -> Held:
        """What some texts hold together.

        Args:
            texts: Each in canonical form, with its language.
            published: The day of the source, None if unknown.
        """
        facts = tuple(fact for text, language in texts for fact in facts_in(text, language=language))
        index = FactIndex.of([text for text, _ in texts])
        return cls(
            facts=facts,
            index=index,
            days=frozenset(_days(facts, published)),
            loose=frozenset(_loose(facts, index)),
        )

    def has(self, fact: Fact) -> bool:
        """Whether a value is held in some form: as it is, as part of a date, or worked out from others."""
        if self.states(fact):
            return True
        number = fact.token.number
        if number is None:
            return False
        loose = not fact.token.unit and number in self.loose
        # No year is a share of anything.
        held = replace(self.index, values=self._no_years) if fact.token.kind == "percent" else self.index
        return loose or match_number(fact.token, fact.lead, held)[0] == "derived"

    @property
    def _no_years(self) -> Mapping[Decimal, frozenset[str]]:
        years = set(map(Decimal, self.index.years))
        return {value: units for value, units in self.index.values.items() if value not in years or any(units)}

    def states(self, fact: Fact) -> bool:
        """Whether a value is held as it is, or as a finer one that it is rounded from."""
        value = fact.value
        if isinstance(value, Weekday):
            named = {_WEEKDAYS[day.weekday()] for day in self.days}
            return value.name in named or value.key in self.index.keys
        if isinstance(value, Date):
            return any(_may_be_one_date(value, one.value) for one in self.facts)
        if isinstance(value, Time):
            return any(_may_be_one_time(value, one) for one in self.facts)
        return self._states_number(fact)

    def _states_number(self, fact: Fact) -> bool:
        number = fact.token.number
        if number is None:
            return False
        for written in (number, -number, *fact.scaled):
            units = self.index.values.get(written, frozenset())
            if any(_may_be_one_unit(fact.token.unit, unit) for unit in units):
                return True
        return match_number(fact.token, fact.lead, self.index)[0] in ("same", "rounded")


def rival(fact: Fact, *, claim: Held, evidence: Held) -> Fact | None:
    """What the evidence says in the place of a value of the claim that it does not hold, None where that is not sure.

    Both sides read, of one kind and unit, and neither side has the other's: what is left over on both is one place of
    the statement, however the two languages order it.

    Args:
        fact: Of the claim; the source holds it nowhere.
        claim: All that the claim holds.
        evidence: What the sentences hold that the claim rests on.
    """
    left = [one for one in evidence.facts if _is_in_place_of(one, fact) and not claim.states(one)]
    if not left or not _may_be_counted(fact):
        return next(iter(left), None)
    # Small numbers come from anywhere: "both", a couple, a list. One on either side may be one place.
    unsaid = [one for one in claim.facts if _may_be_counted(one) and not evidence.states(one)]
    return left[0] if len(left) == len(unsaid) == 1 else None


def _is_in_place_of(other: Fact, fact: Fact) -> bool:
    one, two = fact.value, other.value
    if isinstance(one, Date):
        return isinstance(two, Date) and not one.agrees_with(two)
    if isinstance(one, Weekday):
        return isinstance(two, Weekday)
    if isinstance(one, Time):
        return isinstance(two, Time) and _is_other_time(one, two)
    return _are_of_one_kind(fact, other) and _is_other_number(fact, other)


def _is_other_time(one: Time, two: Time) -> bool:
    """Whether the hands of a clock stand otherwise; a full hour may be a round one."""
    return one.on_dial != two.on_dial and bool(one.minute and two.minute)


def _are_of_one_kind(fact: Fact, other: Fact) -> bool:
    """Whether two values are of one kind; a sum may go without its currency: "of 450,000 euros 120,000 were paid"."""
    kinds = {fact.token.kind, other.token.kind}
    return len(kinds) == 1 or kinds == {"number", "money"}


def _is_other_number(fact: Fact, other: Fact) -> bool:
    mine, theirs = fact.token.number, other.token.number
    if mine is None or theirs is None or fact.scaled:
        return False
    if mine == theirs:  # in another currency or measure, or it would have been found
        return True
    if not _are_comparable(fact, other):
        return False
    return not _may_be_rounded(fact, mine, theirs)


def _are_comparable(fact: Fact, other: Fact) -> bool:
    """Whether two numbers may count the same: in one unit, both years or both none, both small or both large."""
    mine, theirs = fact.token.unit, other.token.unit
    kinds = ((test(fact), test(other)) for test in (_is_year, _may_be_counted, _is_decimal))
    if not all(one == two for one, two in kinds):
        return False
    if mine == theirs or may_be_one(mine, theirs):
        return True
    if mine and theirs:
        return False  # may be worked out
    # A measure that was not read is none. Of decimals and sums there are few, so that two are of one place.
    return _is_decimal(fact) or _is_large_sum(fact) or _is_large_sum(other)


def _is_large_sum(fact: Fact) -> bool:
    return fact.token.kind == "money" and fact.token.number is not None and fact.token.number > _MOST_COUNTED


def _is_decimal(fact: Fact) -> bool:
    number = fact.token.number
    return number is not None and number != int(number)


def _is_year(fact: Fact) -> bool:
    number = fact.token.number
    whole = number is not None and number == int(number) and _FIRST_YEAR <= number <= _LAST_YEAR
    return whole and fact.token.kind == "number" and not fact.token.unit


def _may_be_counted(fact: Fact) -> bool:
    number = fact.token.number
    return number is not None and abs(number) <= _MOST_COUNTED and fact.token.kind == "number"


def _may_be_rounded(fact: Fact, mine: Decimal, theirs: Decimal) -> bool:
    """Whether a figure may stand for one that is near and finer, or near and hedged."""
    stray = abs(mine - theirs)
    if fact.bounded and not fact.hedged:
        return stray <= _BOUNDED * max(abs(mine), abs(theirs))
    if fact.hedged:
        return stray <= _HEDGED * abs(theirs)
    # The last figure that is given may be rounded up or down.
    return figures(mine) < figures(theirs) and stray <= Decimal(1).scaleb(abs(mine).adjusted() - figures(mine) + 1) / 2


def _may_be_one_unit(mine: str, theirs: str) -> bool:
    """Whether two units may be one; a unit that was not read may be any."""
    return not mine or not theirs or may_be_one(mine, theirs)


def _may_be_one_date(mine: Date, theirs: object) -> bool:
    """Whether a date says what another says, or less."""
    if not isinstance(theirs, Date) or not mine.agrees_with(theirs):
        return False
    return mine.day is None or theirs.day is not None


def _may_be_one_time(mine: Time, other: Fact) -> bool:
    if isinstance(other.value, Time):
        return mine.on_dial == other.value.on_dial
    return not mine.minute and other.token.number in (mine.on_dial[0], mine.hour)


def _loose(facts: Iterable[Fact], index: FactIndex) -> Iterable[Decimal]:
    """The numbers that are written as something else."""
    yield from map(Decimal, index.years)
    for number in range(1, 32):
        if Ordinal(number).key in index.keys:
            yield Decimal(number)
    for fact in facts:
        if isinstance(fact.value, Time):
            yield from map(Decimal, (fact.value.hour, fact.value.on_dial[0], fact.value.minute))
        elif isinstance(fact.value, Date) and fact.value.day is not None:
            yield Decimal(fact.value.day)


def _days(facts: Iterable[Fact], published: dt.date | None) -> Iterable[dt.date]:
    for fact in facts:
        if not isinstance(fact.value, Date) or fact.value.day is None:
            continue
        year = published.year if fact.value.year is None and published else fact.value.year
        try:
            yield dt.date(year or 0, fact.value.month, fact.value.day)
        except ValueError:  # no year is known, or 30 February
            continue
