"""Why a number of a claim that a document does not have may stand in it all the same, in words for a check's note.

"10 miles"  where the document has "16 km"   ->  "the source has 16 km, which may be the same in another unit"
"10 inches" where it has "5'10"              ->  "the source has “5'10”, which code cannot read"
"5%"        where it has neither             ->  ""
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from summarizer.languages.registry import together
from summarizer.verification.reading.canonical_text import Token
from summarizer.verification.reading.fact_index import FactIndex
from summarizer.verification.reading.likeness.kinship import kinship
from summarizer.verification.reading.numbers.numerals import plain_text, written
from summarizer.verification.reading.values import PERCENT, POINTS, Number, Quantity, Value

# A text that names no year has its own from elsewhere, as a page from its title.
NO_YEAR: Final = "the source names no year"
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_HEDGES: Final = ("quantities.about", "quantities.almost", "quantities.over")


def open_note(token: Token, lead: Iterable[str], document: FactIndex) -> str:
    """What in a document may be a number of a claim, in words; "" where nothing may.

    Args:
        token: The number, which the document does not have.
        lead: The tokens before it, which may hedge it.
        document: What the document holds.
    """
    if token.value.certainty != "whole" or token.number is None:
        return "" if token.kind == "ordinal" else "it may be read in several ways"
    size = abs(token.number)
    unread = document.unread.get(plain_text(size)) or document.unread.get(written(size).split()[0])
    if unread:
        return f"the source has “{unread}”, which code cannot read"
    if not document.years and not token.unit and _FIRST_YEAR <= size <= _LAST_YEAR:
        return NO_YEAR
    return _kin_note(token, document, hedged=is_hedged(lead))


def _kin_note(token: Token, document: FactIndex, *, hedged: bool) -> str:
    """The first number of a document that may be that of a claim."""
    for number, units in document.values.items():
        for unit in units:
            value = _value_of(number, unit)
            kin = kinship(token.value, value, hedged=hedged) if value.key != token.key else ""
            if kin:
                sign = "%" if unit == PERCENT else unit
                return f"the source has {f'{written(number)} {sign}'.strip()}, which may be the same {kin}"
    return ""


def _value_of(number: Decimal, unit: str) -> Value:
    text = plain_text(number)
    if unit in (PERCENT, POINTS) or unit.isupper():
        return Quantity(text=text, value=number, unit=unit)
    return Number(text=text, value=number, unit=unit)


def is_hedged(lead: Iterable[str]) -> bool:
    """Whether one of the words before a number says that it is not exact: "about", "nearly", "over"."""
    words = set(lead)
    return any(not words.isdisjoint(together(path)) for path in _HEDGES)
