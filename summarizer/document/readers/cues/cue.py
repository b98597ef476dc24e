"""A cue is a few words that are shown, or said, at a time: of a subtitle file, or of a line of a transcript.

seconds_of("00:01:12,500")                           ->  72.5
Cue(begins=1.0, ends=4.0, lines=("It rained",))      ->  without a speaker, in the turn of the one before
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

CLOCK: Final = r"(?:(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?(?!\d)|\d{1,2}:\d{1,2}:\d{1,2}\.\d{1,3})"
"""A time in a recording as a regular expression: "1:02", "00:01:02,345"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """What is shown at a time.

    Attributes:
        begins: In seconds from the start of the recording; None where it is not known.
        ends: Likewise.
        lines: Its lines, without tags; each that begins a turn of another speaker begins a cue of its own.
        speaker: Who speaks; None where it does not say.
        turn: Whether somebody else begins to speak, named or not.
    """

    begins: float | None
    ends: float | None
    lines: tuple[str, ...]
    speaker: str | None = None
    turn: bool = False

    @property
    def words(self) -> str:
        """Its lines as one."""
        return " ".join(self.lines)


def seconds_of(clock: str) -> float:
    """The seconds that a time like "1:02", "00:01:02.345" or "00:01:02,345" is from the start.

    Args:
        clock: What `CLOCK` matches.
    """
    seconds = 0.0
    for part in clock.replace(",", ".").split(":"):
        seconds = 60 * seconds + float(part)
    return seconds
