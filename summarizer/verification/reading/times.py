"""Times of day by value: "10:30", "10.30 pm", "3 p.m.", "14.30 Uhr"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from summarizer.verification.reading.lexemes import Lexeme

_CLOCK: Final = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)")
_HOURS: Final = "zero one two three four five six seven eight nine ten eleven twelve".split()


def clock_at(found: Sequence[Lexeme], at: int, language: str) -> tuple[str, int] | None:
    """The comparable key of the time that starts at `found[at]` and the place behind it, or None.

    With am or pm, before "Uhr", or from 13:00 on a time is compared by the minutes of the day, else as written. A full
    hour before "Uhr" is the number that it is without the minutes: "9.00 Uhr" gives "#9", as "9" and "neun" do.
    """
    lexeme = found[at]
    if language == "de" and lexeme.kind == "n" and _before_uhr(found, at):
        return _of_day(lexeme.text), at + 1
    half = found[at + 1].text if at + 1 < len(found) and found[at + 1].text in ("am", "pm") else ""
    if lexeme.kind != "n":
        hour = _HOURS.index(lexeme.text) if half and lexeme.text in _HOURS else 0
        return (f"t{hour % 12 * 60 + (720 if half == 'pm' else 0)}", at + 2) if hour else None
    match = _CLOCK.fullmatch(lexeme.text)
    if half and (match or (lexeme.text.isdecimal() and 1 <= int(lexeme.text) <= 12)):
        hour = int(match[1]) if match else int(lexeme.text)
        minutes = hour % 12 * 60 + (int(match[2]) if match else 0) + (720 if half == "pm" else 0)
        return f"t{lexeme.text}{half}" if hour > 12 else f"t{minutes}", at + 2
    if match is None or ":" not in lexeme.text:
        return None
    hour = int(match[1])
    return f"t{hour * 60 + int(match[2])}" if hour > 12 else f"t{lexeme.text}", at + 1


def _before_uhr(found: Sequence[Lexeme], at: int) -> bool:
    """True at "14.30" in "14.30 Uhr" and in "14.30 bis 16.30 Uhr"."""
    if not _CLOCK.fullmatch(found[at].text):
        return False
    behind = [lexeme.text for lexeme in found[at + 1 : at + 4]]
    spans = len(behind) == 3 and behind[0] in ("bis", "und", "-") and behind[2] == "uhr"
    return behind[:1] == ["uhr"] or (spans and _CLOCK.fullmatch(behind[1]) is not None)


def _of_day(text: str) -> str:
    hour, minutes = map(int, text.replace(".", ":").split(":"))
    return f"t{hour * 60 + minutes}" if minutes else f"#{hour}"
