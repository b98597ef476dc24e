"""What stands behind a sum or a measure and belongs to it: "four dollars and ninety cents", "two hours and a half".

with_hundredths(lexemes("$4 and 90 cents"), <$4>, "en")  ->  $4.90, which ends behind "cents"
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from summarizer.languages.registry import language_of
from summarizer.verification.reading.lexemes import Lexeme
from summarizer.verification.reading.numbers.english_parts import fraction_words
from summarizer.verification.reading.numbers.numerals import plain_text
from summarizer.verification.reading.numbers.phrase import behind_half
from summarizer.verification.reading.numbers.quantities import Measured
from summarizer.verification.reading.numbers.scaled_numbers import figure_at
from summarizer.verification.reading.numbers.units import unit_at
from summarizer.verification.reading.values import Number, Quantity

_HALF: Final = Decimal("0.5")
_HUNDREDTHS: Final = frozenset(("cent", "pence"))


def with_hundredths(found: Sequence[Lexeme], measured: Measured, language: str) -> Measured:
    """A sum with the cents behind it, a measure with the half behind it; any other as it is.

    Args:
        found: The lexemes of the whole text.
        measured: What was read.
        language: ISO 639-1 code.
    """
    value = measured.value
    if isinstance(value, Quantity) and value.kind == "money" and value.value == int(value.value):
        return _with_cents(found, measured, value, language)
    if measured.unit is not None and isinstance(value, Number) and value.value is not None:
        return _with_half(found, measured, value, language)
    return measured


def _with_cents(found: Sequence[Lexeme], measured: Measured, value: Quantity, language: str) -> Measured:
    english = language in ("en", "")
    link = "and" if english else language_of(language).numbers.conjunction
    place = measured.end + 1 if measured.end < len(found) and found[measured.end].text == link else measured.end
    if place >= len(found):
        return measured
    figure = figure_at(found, place, language, money=False)
    unit = unit_at(found, figure.end, language) if figure is not None else None
    if figure is None or unit is None or unit[1] not in _HUNDREDTHS or not 0 < figure.value < 100:
        return measured
    size = value.value + (figure.value / 100 if value.value >= 0 else -figure.value / 100)
    return Measured(replace(value, text=plain_text(size), value=size), unit[2])


def _with_half(found: Sequence[Lexeme], measured: Measured, value: Number, language: str) -> Measured:
    """Value and half stand on either side of the unit, which is the last token of both."""
    if value.value is None or value.value != int(value.value):
        return measured
    if language in ("en", ""):
        words = fraction_words(found, measured.unit_end)
        more, end = words or (None, 0)
    else:
        end = behind_half(found, measured.unit_end, language)
        more = _HALF if end else None
    if more is None:
        return measured
    size = value.value + more
    return measured._replace(value=replace(value, text=plain_text(size), value=size), unit_end=end)
