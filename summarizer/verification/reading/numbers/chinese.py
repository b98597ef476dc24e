"""Numbers in Chinese characters by value: "三百二十" is 320, "二〇二六" is 2026, "三四百" is a guess and nothing."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from summarizer.verification.reading.lexemes import LONGEST_NUMERAL, Lexeme

_DIGITS: Final = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_STEPS: Final = {"十": 10, "百": 100, "千": 1000}
_SCALES: Final = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
# What a character behind figures multiplies by, as a power of ten: "3万".
POWERS: Final = {char: len(str(value)) - 1 for char, value in (_STEPS | _SCALES).items()}
NUMBER_CHARACTERS: Final = frozenset(_DIGITS) | frozenset(_STEPS) | frozenset(_SCALES)


def chinese_number(found: Sequence[Lexeme], at: int) -> tuple[Decimal, int] | None:
    """The number whose characters start at `found[at]`, and the place behind it; None where none is meant."""
    end = at
    last = min(len(found), at + LONGEST_NUMERAL + 1)
    while end < last and found[end].text in NUMBER_CHARACTERS and (end == at or found[end].glued):
        end += 1
    run = "".join(lexeme.text for lexeme in found[at:end])
    value = chinese_value(run) if run else None
    return None if value is None else (Decimal(value), end)


def chinese_value(run: str) -> int | None:
    """What a run of number characters is worth; None where it names no single number ("三四百", "万")."""
    if len(run) > LONGEST_NUMERAL:
        return None
    if all(char in _DIGITS for char in run):
        return int("".join(str(_DIGITS[char]) for char in run)) if len(run) != 2 else None
    return None if _is_short_for_more(run) else _by_place(run)


def _is_short_for_more(run: str) -> bool:
    """As "一百二", which is said for 120."""
    if len(run) < 3 or run[-1] not in _DIGITS or run[-2] == "十":
        return False
    return run[-2] in _STEPS or run[-2] in _SCALES


def _by_place(run: str) -> int | None:
    """What the sections before each 万 and 亿 and behind the last of them are worth together."""
    total, first, limit = 0, 0, 10**12
    for place, char in enumerate(run):
        if char not in _SCALES:
            continue
        section, scale = _section(run[first:place]), _SCALES[char]
        if not section or scale >= limit:
            return None
        total, first, limit = total + section * scale, place + 1, scale
    rest = _section(run[first:])
    return None if rest is None else total + rest


def _section(run: str) -> int | None:
    """What characters for less than ten thousand are worth, 0 for none."""
    total = 0
    digit: int | None = None
    for char in run:
        if char in _DIGITS:
            if digit:  # two digits side by side: "三四百" is three or four hundred
                return None
            digit = _DIGITS[char]
            continue
        if digit == 0 or (digit is None and char != "十"):
            return None
        total, digit = total + (1 if digit is None else digit) * _STEPS[char], None
    return total + (digit or 0)
