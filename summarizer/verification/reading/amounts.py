"""Whether a number of a claim follows from the numbers of its source: the same, rounded as it says, or worked out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from itertools import combinations
from typing import Final, Literal

from summarizer.languages.registry import together
from summarizer.verification.reading.fact_index import FactIndex
from summarizer.verification.reading.numerals import plain_text, written
from summarizer.verification.reading.units import ANY_DOLLAR, may_be_one
from summarizer.verification.reading.values import Token

# A hedged figure may stray from the exact one by this share: "about 550" for 547.126 strays half a percent; the widest
# that annotators let pass among false alarms on supported claims was "almost £550bn".
_HEDGED_STRAY: Final = Decimal("0.06")
# No hedge and no rounding lets a figure stray further: "more than 400" reaches to 500. Spares the look at all others.
_FURTHEST: Final = Decimal("0.25")
AmountMatch = Literal["same", "rounded", "derived", "other unit", "absent"]


def match_number(token: Token, before: Iterable[str], held: FactIndex) -> tuple[AmountMatch, str]:
    """How a number of a claim stands to what some text holds, and the source's own figure in words.

    Args:
        token: A number, percent, points or money token with its value.
        before: Keys of the few tokens before it, which may hedge or bound it.
        held: What the evidence (or the document) holds.
    """
    value = token.value
    if token.key in held.keys and not token.unit:
        return "same", ""
    if value is None:
        return ("same" if token.key in held.keys else "absent"), ""
    for candidate in (value, -value):
        units = held.values.get(candidate)
        if units is None or (
            candidate != value and value and held.keys.isdisjoint(together("quantities.falling")) and not _falls(before)
        ):
            continue
        if any(compatible(token.unit, unit, held) for unit in units):
            return "same", ""
        return "other unit", _named(candidate, min(units))
    lead = set(before)
    low, high = sorted((value * (1 - _FURTHEST), value * (1 + _FURTHEST)))
    for held_value, units in held.values.items():
        if (
            low <= held_value <= high
            and _rounds(value, held_value, lead)
            and any(compatible(token.unit, unit, held) for unit in units)
        ):
            return "rounded", _named(held_value, min(units))
    worked = _worked_out(token, held.values)
    return ("derived", worked) if worked else ("absent", "")


def compatible(mine: str, theirs: str, held: FactIndex) -> bool:
    """True if a number in unit `mine` may be the source's number in unit `theirs`; "" is none written."""
    if may_be_one(mine, theirs):  # "A$5" says more than "$5", which says US dollars where it says whose they are
        return theirs != ANY_DOLLAR or mine in (ANY_DOLLAR, "USD")
    if not mine:
        return theirs.isupper() or theirs in ("dollar", "pound", "¥", "rupee") or len(theirs) == 1
    if mine == "year" and not theirs:  # "aged 24", "24-year-old"
        return True
    if not theirs or len(theirs) == 1:
        return f"u:{mine}" in held.keys or any(mine in units for units in held.values.values())
    return False


def _falls(before: Iterable[str]) -> bool:
    return not together("quantities.falling").isdisjoint(before)


def _named(value: Decimal, unit: str) -> str:
    return f"{written(value)} {unit}".strip() if unit != "percent" else f"{written(value)} %"


def _rounds(mine: Decimal, exact: Decimal, lead: set[str]) -> bool:
    """Whether "about 550", "nearly 550", "more than 540" fits 547.126; without a hedge only a rounded figure."""
    if not mine or not exact or (mine < 0) != (exact < 0):
        return False
    near = abs(mine - exact) <= _HEDGED_STRAY * abs(exact)
    if near and not together("quantities.about").isdisjoint(lead):
        return True
    if near and not together("quantities.almost").isdisjoint(lead) and abs(exact) <= abs(mine):
        return True
    over = not together("quantities.over").isdisjoint(lead) or ("than" in lead and "more" in lead) or ("least" in lead)
    if over and abs(exact) >= abs(mine) and abs(exact - mine) <= Decimal("0.2") * abs(exact):
        return True
    if {"less", "than"} <= lead or {"fewer", "than"} <= lead or {"up", "to"} <= lead:
        return abs(exact) <= abs(mine) and abs(exact - mine) <= Decimal("0.1") * abs(mine)
    return _rounded_form(mine, exact)


def _rounded_form(mine: Decimal, exact: Decimal) -> bool:
    """4.2 billion for 4,213,000,000: at least two figures, the last of them rounded, fewer than the source gives."""
    digits, finer = _figures(mine), _figures(exact)
    if digits < 2 or finer <= digits:
        return False
    text = plain_text(mine)
    if "." not in text and abs(mine) < 10**6:
        return False
    step = Decimal(1).scaleb(abs(mine).adjusted() - digits + 1)
    return (abs(exact) / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step == abs(mine)


def _figures(value: Decimal) -> int:
    """How many figures a value is given to: `_figures(Decimal(4200)) == 2`."""
    return len(plain_text(abs(value)).replace(".", "").strip("0")) or 1


def _worked_out(token: Token, values: Mapping[Decimal, frozenset[str]]) -> str:
    """The two numbers whose sum, difference or ratio the claim's number is, in words; "" if there are none.

    Small counts follow from nearly anything and large sets of numbers from each other, so only figures above ten are
    looked at, against at most sixteen numbers.
    """
    value = token.value
    if value is None or (abs(value) <= 10 and token.kind != "percent") or len(values) > 16:
        return ""
    for one, other in combinations(values, 2):
        low, high = sorted((one, other))
        if token.kind == "percent":
            if low > 0 and any(
                abs(share - value) <= Decimal("0.51")
                for share in ((high - low) / low * 100, (high - low) / high * 100, low / high * 100)
            ):
                return f"{written(low)} and {written(high)}"
        elif value in (low + high, high - low):
            return f"{written(low)} and {written(high)}"
    return ""
