"""The head of a turn in a transcript says when it begins, or who speaks, or both, before or above what is said.

head_of_turn("[00:12] Anna: It rained.")   ->  TurnHead(begins=12, ends=None, speaker="Anna", words="It rained.")
head_of_turn("Speaker 1  00:00:12")        ->  TurnHead(begins=12, ends=None, speaker="Speaker 1", words="")
head_of_turn("09:00 Opening remarks")      ->  None: a time of day, as a programme has it
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from summarizer.document.readers.cues.cue import CLOCK, seconds_of
from summarizer.document.readers.cues.speaker_labels import NAME, is_name, label_of, may_be_speaker

_RANGE: Final = rf"(?P<begins>{CLOCK})(?:\s*(?:-{{1,2}}>|→|–|—|-|to)\s*(?P<ends>{CLOCK}))?"
_BRACKETED: Final = rf"[\[(<【]\s*{_RANGE}\s*[\])>】]"
# The time may stand in brackets or bare before a label; bare and alone it may stand on a line above what is said.
_TIME_FIRST: Final = re.compile(rf"(?P<bracketed>{_BRACKETED})\s*[-–—:|]?\s*(?P<rest>.*)", re.DOTALL)
_BARE_TIME_FIRST: Final = re.compile(rf"{_RANGE}(?=\s|$)\s*[-–—|]?\s*(?P<rest>.*)", re.DOTALL)
_NAME_FIRST: Final = re.compile(
    rf"(?P<name>{NAME})\s*[:,|–—-]?\s*(?:{_BRACKETED})\s*(?P<colon>[:：])?\s*(?P<rest>.*)", re.DOTALL
)
_BARE_NAME_FIRST: Final = re.compile(rf"(?P<name>{NAME})\s*[:,|·•–—-]?\s+{_RANGE}\s*[:：]?$")
_MOST_HEAD: Final = 120  # characters of a line in which a head is looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnHead:
    """Where a turn begins.

    Attributes:
        begins: When, in seconds.
        ends: When it ends; None where it does not say.
        speaker: Who speaks; None where it does not say.
        words: What is said behind it in its line.
        marked: Whether brackets or a label tell the time from one of the day.
    """

    begins: float
    ends: float | None
    speaker: str | None
    words: str
    marked: bool


def head_of_turn(line: str) -> TurnHead | None:
    """The head that a line is, or begins with; None where it has none with a time.

    Args:
        line: Without spaces around it.
    """
    if not any(map(str.isdigit, line[:_MOST_HEAD])):
        return None
    found = _TIME_FIRST.match(line)
    if found is not None:
        return _behind_time(found, marked=True)
    found = _BARE_TIME_FIRST.match(line)
    if found is not None:
        return _behind_time(found, marked=False)
    found = _NAME_FIRST.match(line[:_MOST_HEAD])
    if found is not None and may_be_speaker(found["name"]):
        rest = line[found.start("rest") :].strip()
        # "Anna (0:12)" stands above what is said; with words behind it, it needs its colon.
        return _head(found, speaker=found["name"], words=rest, marked=True) if found["colon"] or not rest else None
    found = _BARE_NAME_FIRST.fullmatch(line) if len(line) <= _MOST_HEAD else None
    if found is not None and may_be_speaker(found["name"]):
        return _head(found, speaker=found["name"], words="", marked=False)
    return None


def _behind_time(found: re.Match[str], *, marked: bool) -> TurnHead | None:
    """The head whose line begins with a time: a label behind it, or a name alone, or nothing, or words."""
    rest = found["rest"].strip()
    labelled = label_of(rest)
    if labelled is not None:
        return _head(found, speaker=labelled[0], words=labelled[1], marked=True)
    if rest and is_name(rest):
        return _head(found, speaker=rest, words="", marked=marked)
    if marked or not rest:
        return _head(found, speaker=None, words=rest, marked=marked)
    return None


def _head(found: re.Match[str], *, speaker: str | None, words: str, marked: bool) -> TurnHead:
    ends = found["ends"]
    return TurnHead(
        begins=seconds_of(found["begins"]),
        ends=seconds_of(ends) if ends else None,
        speaker=speaker,
        words=words,
        marked=marked,
    )
