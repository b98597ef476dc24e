"""Whether a number of a claim follows from the numbers of its source: the same, rounded as it says, or worked out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations
from typing import Final, Literal

from summarizer.languages.registry import together
from summarizer.verification.reading.canonical_text import Token
from summarizer.verification.reading.fact_index import FactIndex
from summarizer.verification.reading.numbers.numerals import plain_text, written
from summarizer.verification.reading.numbers.units import ANY_DOLLAR, may_be_one
from summarizer.verification.reading.values import PERCENT, Unit

# A hedged figure may stray from the exact one by this share: "about 550" for 547.126 strays half a percent; the widest
# that annotators let pass among false alarms on supported claims was "almost £550bn".
_HEDGED_STRAY: Final = Decimal("0.06")
# No hedge and no rounding lets a figure stray further: "more than 400" reaches to 500. Spares the look at all others.
_FURTHEST: Final = Decimal("0.25")
_AT_MOST: Final = ({"less", "than"}, {"fewer", "than"}, {"up", "to"})
_MONEY: Final = frozenset(("dollar", "pound", "¥", "rupee"))
AmountMatch = Literal["same", "rounded", "derived", "other unit", "absent"]


def match_number(token: Token, before: Iterable[str], held: FactIndex) -> tuple[AmountMatch, str]:
    """How a number of a claim stands to what some text holds, and the source's own figure in words.

    Args:
        token: A number, percent, points or money token with its value.
        before: Keys of the few tokens before it, which may hedge or bound it.
        held: What the evidence (or the document) holds.
    """
    value = token.number
    if token.key in held.keys and not token.unit:
        return "same", ""
    if value is None:
        return ("same" if token.key in held.keys else "absent"), ""
    found = _as_it_is(value, token.unit, held, falls=not together("quantities.falling").isdisjoint(before))
    if found is None:
        found = _rounded(value, token.unit, set(before), held)
    if found is not None:
        return found
    worked = _worked_out(token, held.values)
    return ("derived", worked) if worked else ("absent", "")


def compatible(mine: str, theirs: str, held: FactIndex) -> bool:
    """True if a number in unit `mine` may be the source's number in unit `theirs`; "" is none written."""
    if may_be_one(mine, theirs):  # "A$5" says more than "$5", which says US dollars where it says whose they are
        return theirs != ANY_DOLLAR or mine in (ANY_DOLLAR, "USD")
    if not mine:
        return theirs.isupper() or theirs in _MONEY or len(theirs) == 1
    if mine == "year" and not theirs:  # "aged 24", "24-year-old"
        return True
    if len(theirs) > 1:
        return False
    return Unit(mine).key in held.keys or any(mine in units for units in held.values.values())


def _as_it_is(value: Decimal, unit: str, held: FactIndex, *, falls: bool) -> tuple[AmountMatch, str] | None:
    """Whether the source has the number, in the same unit or another; a fall may be written with a minus."""
    for candidate in (value, -value):
        units = held.values.get(candidate)
        turned = candidate != value and value
        if units is None or (turned and not falls and held.keys.isdisjoint(together("quantities.falling"))):
            continue
        if any(compatible(unit, theirs, held) for theirs in units):
            return "same", ""
        return "other unit", _named(candidate, min(units))
    return None


def _rounded(value: Decimal, unit: str, lead: set[str], held: FactIndex) -> tuple[AmountMatch, str] | None:
    """The first number of the source that the value may be a rounding of."""
    low, high = sorted((value * (1 - _FURTHEST), value * (1 + _FURTHEST)))
    for exact, units in held.values.items():
        if not low <= exact <= high or not _rounds(value, exact, lead):
            continue
        if any(compatible(unit, theirs, held) for theirs in units):
            return "rounded", _named(exact, min(units))
    return None


def _named(value: Decimal, unit: str) -> str:
    return f"{written(value)} {unit}".strip() if unit != PERCENT else f"{written(value)} %"


def _rounds(mine: Decimal, exact: Decimal, lead: set[str]) -> bool:
    """Whether "about 550", "nearly 550", "more than 540" fits 547.126; without a hedge only a rounded figure."""
    if not mine or not exact or (mine < 0) != (exact < 0):
        return False
    stray, below = abs(mine - exact), abs(exact) <= abs(mine)
    if stray <= _HEDGED_STRAY * abs(exact) and _is_hedged(lead, below=below):
        return True
    if _is_over(lead) and abs(exact) >= abs(mine) and stray <= Decimal("0.2") * abs(exact):
        return True
    if any(phrase <= lead for phrase in _AT_MOST):
        return below and stray <= Decimal("0.1") * abs(mine)
    return _rounded_form(mine, exact)


def _is_hedged(lead: set[str], *, below: bool) -> bool:
    """Whether the words before a figure say that it is about right: "about", or "nearly" where the source has less."""
    return not together("quantities.about").isdisjoint(lead) or (
        below and not together("quantities.almost").isdisjoint(lead)
    )


def _is_over(lead: set[str]) -> bool:
    """Whether the words before a figure say that there is more: "over", "more than", "at least"."""
    return not together("quantities.over").isdisjoint(lead) or "least" in lead or {"more", "than"} <= lead


def _rounded_form(mine: Decimal, exact: Decimal) -> bool:
    """4.2 billion for 4,213,000,000: at least two figures, the last of them rounded, fewer than the source gives."""
    digits, finer = figures(mine), figures(exact)
    if digits < 2 or finer <= digits:
        return False
    text = plain_text(mine)
    if "." not in text and abs(mine) < 10**6:
        return False
    step = Decimal(1).scaleb(abs(mine).adjusted() - digits + 1)
    return (abs(exact) / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step == abs(mine)


def figures(value: Decimal) -> int:
    """How many figures a value is given to: `figures(Decimal(4200)) == 2`."""
    return len(plain_text(abs(value)).replace(".", "").strip("0")) or 1


def _worked_out(token: Token, values: Mapping[Decimal, frozenset[str]]) -> str:
    """The two numbers whose sum, difference or ratio the claim's number is, in words; "" if there are none.

    Small counts follow from nearly anything and large sets of numbers from each other, so only figures above ten are
    looked at, against at most sixteen numbers.
    """
    value = token.number
    percent = token.kind == "percent"
    if value is None or (abs(value) <= 10 and not percent) or len(values) > 16:
        return ""
    for one, other in combinations(values, 2):
        low, high = sorted((one, other))
        if _is_share(value, low, high) if percent else value in (low + high, high - low):
            return f"{written(low)} and {written(high)}"
    return ""


def _is_share(percent: Decimal, low: Decimal, high: Decimal) -> bool:
    """Whether one number is so many percent of another, or so many more or less."""
    if low <= 0:
        return False
    shares = ((high - low) / low * 100, (high - low) / high * 100, low / high * 100)
    return any(abs(share - percent) <= Decimal("0.51") for share in shares)
