"""The currency that stands before or behind a number: "US$5", "EUR 5", "Rs. 5", "5 €", "5 pounds"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Final

from summarizer.verification.reading.lexemes import Lexeme
from summarizer.verification.reading.numbers.units import CODES, DOLLARS, LARGE_SUM, SYMBOLS, Pounds, same_code

_POUNDS: Final = frozenset(("pound", "pounds", "quid", "pfund"))


def currency_before(found: Sequence[Lexeme], at: int, cased: Callable[[Lexeme], str]) -> tuple[str, int]:
    """The currency that stands at `found[at]` before a number, "" for none, and where the number starts."""
    if at >= len(found):
        return "", at
    text = found[at].text
    if text in SYMBOLS:
        return SYMBOLS[text], at + 1
    following = found[at + 1] if at + 1 < len(found) else None
    if following is None:
        return "", at
    if text in DOLLARS and following.text == "$" and following.glued:
        return DOLLARS[text], at + 2
    if text in CODES and following.kind == "n" and _is_upper(cased(found[at])):
        return same_code(text), at + 1
    return _rupees_before(found, at)


def _rupees_before(found: Sequence[Lexeme], at: int) -> tuple[str, int]:
    """As in "Rs 5", "Re 1", "Rs. 5"."""
    if found[at].text not in ("rs", "re"):
        return "", at
    place = at + 2 if found[at].text == "rs" and found[at + 1].text == "." else at + 1
    return ("rupee", place) if place < len(found) and found[place].kind == "n" else ("", at)


def currency_behind(
    found: Sequence[Lexeme], at: int, value: Decimal, *, pounds: Pounds, cased: Callable[[Lexeme], str]
) -> tuple[str, int] | None:
    """The currency that a symbol, a code or the word "pounds" behind a number names, and the place behind it."""
    following = found[at]
    if following.text in SYMBOLS:
        return None if _starts_number(found, at + 1) else (SYMBOLS[following.text], at + 1)
    if following.text in CODES and _is_upper(cased(following)):
        return same_code(following.text), at + 1
    if following.text not in _POUNDS or not _may_be_money(value, pounds):
        return None
    after = found[at + 1].text if at + 1 < len(found) else ""
    if after == "of" and abs(value) < LARGE_SUM:  # "2 pounds of flour"
        return None
    return "pound", at + 2 if after == "sterling" else at + 1


def _may_be_money(value: Decimal, pounds: Pounds) -> bool:
    """Whether so many pounds are a sum where the document says what its pounds are."""
    return pounds == "money" or (pounds == "large" and abs(value) >= LARGE_SUM)


def _is_upper(written: str) -> bool:
    return written.upper() == written


def _starts_number(found: Sequence[Lexeme], at: int) -> bool:
    return at < len(found) and found[at].kind == "n" and found[at].glued
