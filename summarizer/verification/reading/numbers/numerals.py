"""Numerals by value: what "1,200.50", "1.200,50" or "3 200 000" is worth in a given language."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from summarizer.languages.registry import language_of

_DIGITS: Final = re.compile(r"\d+")
_GROUPED: Final = {sign: re.compile(rf"\d{{1,3}}(?:{re.escape(sign)}\d{{3}})+") for sign in (",", ".", " ", "'")}
_INDIAN: Final = re.compile(r"\d{1,2}(?:,\d{2})*,\d{3}")
# Three groups of three digits are a number whichever sign parts them: "1.000.000" is no version, as "1.000" may be.
_THREE_GROUPS: Final = re.compile(r"[1-9]\d{0,2}(?:(?:\.\d{3}){2,}(?P<comma>,\d+)?|(?:,\d{3}){2,}(?P<point>\.\d+)?)")
_ADDRESS: Final = re.compile(r"(?:(?:[1-9]|1\d|2[0-4])?\d|1\d\d|2[0-4]\d|25[0-5])(?:\.(?:1\d\d|2[0-4]\d|25[0-5])){3}")
_HALVES_AND_THIRDS: Final = {"1/2": (1, 2), "1/3": (1, 3), "2/3": (2, 3), "1/4": (1, 4), "3/4": (3, 4)}
_FRACTION: Final = re.compile(r"([1-9]\d?)/(2|3|4|5|8|16|32)")


def value_of(numeral: str, *, language: str) -> Decimal | None:
    """What a numeral is worth, or None where it is no plain number: `value_of("1.200", language="de") == 1200`.

    None for a version ("1.2.3"), a clock time ("10:30"), a date ("12/03/2026"), a number with leading zeros ("007") and
    any grouping that the language does not use: such numerals are compared as they are written.

    Args:
        numeral: Digits with their inner separators, as the lexer cut them.
        language: ISO 639-1 code; "" is read the English way.

    Returns:
        The exact value.
    """
    if _DIGITS.fullmatch(numeral):
        return None if numeral[0] == "0" and len(numeral) > 1 else Decimal(int(numeral))
    if numeral in _HALVES_AND_THIRDS:
        above, below = _HALVES_AND_THIRDS[numeral]
        return Decimal(above) / below
    if numeral[0] == ".":
        return Decimal(f"0.{int_text(numeral[1:])}")
    return _three_groups(numeral) or _with_separators(numeral, language)


def _with_separators(numeral: str, language: str) -> Decimal | None:
    """The value of a numeral whose separators are those of the language."""
    point, comma = (",", ".") if language_of(language).quantities.decimal_comma else (".", ",")
    whole, found, decimals = numeral.partition(point)
    if found and not _DIGITS.fullmatch(decimals):
        return None
    plain = _ungrouped(whole, comma)
    if plain is None or (plain[0] == "0" and len(plain) > 1):
        return None
    return Decimal(f"{int(plain)}.{int_text(decimals)}") if found else Decimal(int(plain))


def fraction_of(numeral: str) -> Decimal | None:
    """What stands behind a whole number in "3 1/2", less than one: `fraction_of("3/8") == Decimal("0.375")`."""
    match = _FRACTION.fullmatch(numeral)
    if match is None or int(match[1]) >= int(match[2]):
        return None
    return Decimal(int(match[1])) / int(match[2])


def _three_groups(numeral: str) -> Decimal | None:
    """The value of "1.000.000" and "1,000,000.50" in any language; none of what may be a network address."""
    match = _THREE_GROUPS.fullmatch(numeral)
    if match is None or _ADDRESS.fullmatch(numeral):
        return None
    decimals = match["comma"] or match["point"] or ""
    whole = numeral.removesuffix(decimals) if decimals else numeral
    return Decimal(whole.replace(".", "").replace(",", "") + decimals.replace(",", "."))


def _ungrouped(whole: str, comma: str) -> str | None:
    if _DIGITS.fullmatch(whole):
        return whole
    for sign in (comma, " ", "'"):
        if _GROUPED[sign].fullmatch(whole) and whole[0] != "0":
            return whole.replace(sign, "")
    if comma == "," and _INDIAN.fullmatch(whole) and whole[0] != "0":
        return whole.replace(",", "")
    return None


def int_text(digits: str) -> str:
    """The digits of any script as ASCII, leading zeros kept."""
    return "".join(str(int(digit)) for digit in digits)


def plain_text(value: Decimal) -> str:
    """A value the one way it is compared: no exponent, no trailing zeros behind the point."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def written(value: Decimal) -> str:
    """A value as a person reads it in a reason: `written(Decimal(4200000000)) == "4.2 billion"`."""
    for power, name in ((12, "trillion"), (9, "billion"), (6, "million")):
        if abs(value) >= Decimal(10) ** power:
            scaled = value / Decimal(10) ** power
            if len(plain_text(scaled)) <= 7:
                return f"{plain_text(scaled)} {name}"
    text = plain_text(value)
    whole, dot, decimals = text.partition(".")
    return f"{int(whole):,}{dot}{decimals}" if len(whole.lstrip("-")) > 4 else text
