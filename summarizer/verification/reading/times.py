"""Times of day by value: "10:30", "10.30 pm", "3 p.m.", "14.30 Uhr", "7 h 42", 7点42分.

clock_at(lexemes("3 pm"), 0, "en")   ->  Time(hour=15, minute=0), which ends before lexeme 2
clock_at(lexemes("10:30"), 0, "en")  ->  Time(hour=10, minute=30, written="10:30"): morning or evening
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from summarizer.languages.registry import language_of, together
from summarizer.verification.reading.lexemes import Lexeme
from summarizer.verification.reading.values import Number, Time

_CLOCK: Final = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)")
_HOURS: Final = "zero one two three four five six seven eight nine ten eleven twelve".split()
_NOON: Final = 12


def clock_at(found: Sequence[Lexeme], at: int, language: str) -> tuple[Time | Number, int] | None:
    """The time that starts at `found[at]` and the place behind it, or None.

    With am or pm, before "Uhr", or from 13:00 on a time is certain, else it is compared as written. A full hour before
    "Uhr" is the number that it is without the minutes: "9.00 Uhr" is 9, as in "9 Uhr" and "neun Uhr".
    """
    lexeme = found[at]
    hour_word = language_of(language).calendar.hour_word
    if hour_word and lexeme.kind == "n" and _before_hour_word(found, at, hour_word):
        return _of_day(lexeme.text), at + 1
    marked = _marked(found, at, language)
    if marked is not None:
        return marked
    half = found[at + 1].text if at + 1 < len(found) else ""
    if half in ("am", "pm"):
        time = _with_half(lexeme, half)
        return None if time is None else (time, at + 2)
    match = _CLOCK.fullmatch(lexeme.text) if lexeme.kind == "n" and ":" in lexeme.text else None
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2])
    return Time(hour=hour, minute=minute, written="" if hour > _NOON else lexeme.text), at + 1


def _marked(found: Sequence[Lexeme], at: int, language: str) -> tuple[Time, int] | None:
    """The time at "7 h 42" and 7点42分, and the place behind it, or None."""
    calendar = language_of(language).calendar
    hour, *behind = found[at : at + 4]
    if len(behind) < 2 or behind[0].text not in calendar.hour_marks:
        return None
    match = _CLOCK.fullmatch(f"{hour.text}:{behind[1].text}")
    if match is None:
        return None
    marked = len(behind) > 2 and behind[2].text in calendar.minute_marks
    written = "" if int(match[1]) > _NOON else match[0]
    return Time(hour=int(match[1]), minute=int(match[2]), written=written), at + (4 if marked else 3)


def _with_half(lexeme: Lexeme, half: str) -> Time | None:
    """The time of a numeral or word before "am" or "pm"; "13:30 pm" stays as it is written."""
    match = _CLOCK.fullmatch(lexeme.text)
    if match is not None:
        hour, minute = int(match[1]), int(match[2])
    else:
        hour, minute = _full_hour(lexeme), 0
        if not hour:
            return None
    if hour > _NOON:
        return Time(hour=hour, minute=minute, written=f"{lexeme.text}{half}")
    return Time(hour=hour % _NOON + (_NOON if half == "pm" else 0), minute=minute)


def _full_hour(lexeme: Lexeme) -> int:
    """1 to 12 as a numeral or word, 0 for anything else."""
    if lexeme.text in _HOURS:
        return _HOURS.index(lexeme.text)
    hour = int(lexeme.text) if lexeme.kind == "n" and lexeme.text.isdecimal() else 0
    return hour if hour <= _NOON else 0


def _before_hour_word(found: Sequence[Lexeme], at: int, word: str) -> bool:
    """True at "14.30" in "14.30 Uhr" and in "14.30 bis 16.30 Uhr"."""
    if not _CLOCK.fullmatch(found[at].text):
        return False
    behind = [lexeme.text for lexeme in found[at + 1 : at + 4]]
    if behind[:1] == [word]:
        return True
    spans = (
        len(behind) == 3 and (behind[0] == "-" or behind[0] in together("quantities.range_words")) and behind[2] == word
    )
    return spans and _CLOCK.fullmatch(behind[1]) is not None


def _of_day(text: str) -> Time | Number:
    hour, minute = map(int, text.replace(".", ":").split(":"))
    return Time(hour=hour, minute=minute) if minute else Number.whole(hour)
