"""Who speaks may stand before what is said, as in "ANNA: It rained." or "Dr. Smith: Yes.", with a colon between.

label_of("Anna Bell: It rained.")     ->  ("Anna Bell", "It rained.")
speakers_among(["Anna", "Note"])      ->  none: each stands once
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from summarizer.document.readers.cues.cue import Cue
from summarizer.languages.registry import together
from summarizer.text.fold import folded

# A name of up to five words with a capital, "Speaker 1", "SPEAKER_00", "Q".
NAME: Final = (
    r"(?:[^\W\d_][\w.'’&/-]*|#?\d{1,3})(?:[ \t](?:[^\W\d_][\w.'’&/-]*|#?\d{1,3}|\([^\W\d_][^()\n]{0,40}\))){0,5}"
)
_LABEL: Final = re.compile(rf"({NAME})\s?[:：](?:\s+(?=\S)|\s*$|(?<=：))")
_FEWEST_TURNS: Final = 2
_MOST_CHARS: Final = 60
_MOST_NAME_WORDS: Final = 6
_PARTICLE: Final = 3  # letters of a small word inside a name: "von", "de"


def label_of(line: str) -> tuple[str, str] | None:
    """The label that a line begins with, and what stands behind it; None where it begins with none.

    Args:
        line: Without spaces around it.
    """
    found = _LABEL.match(line[: _MOST_CHARS + 20])
    if found is None or len(found[1]) > _MOST_CHARS or not may_be_speaker(found[1]):
        return None
    return found[1], line[found.end() :]


def may_be_speaker(label: str) -> bool:
    """Whether words may be who speaks: capitals but for small words among them, and no word for a note or a date.

    Args:
        label: Without the colon.
    """
    bare = re.sub(r"\s*\([^()]*\)", "", label)
    words = bare.split()
    if not words or not words[0][0].isalpha():
        return False
    if not together("unasserted.no_speakers").isdisjoint([folded(bare), folded(words[0])]):
        return False
    if not any(word[0].isupper() for word in words):
        return words[0][0] >= "\u2e80"  # scripts without capitals
    return all(not word[0].islower() or len(word) <= _PARTICLE for word in words[1:]) and not words[0][0].islower()


def speakers_among(labels: Iterable[str]) -> frozenset[str]:
    """The labels of a recording that are speakers': those that stand twice, and those in capitals.

    Args:
        labels: Of every line that begins with one.
    """
    counts = Counter(labels)
    return frozenset(
        label
        for label, count in counts.items()
        if count >= _FEWEST_TURNS or (len(label) > 1 and label.isupper() and label.lower() != label)
    )


def is_name(words: str) -> bool:
    """Whether words alone in a line are who speaks: a name of more than one word, or one with a number.

    Args:
        words: Without spaces around them.
    """
    parts = words.split()
    if len(parts) == 1:
        return re.fullmatch(r"[A-Z]+_\d{1,3}", words) is not None
    if not parts or len(parts) > _MOST_NAME_WORDS or re.fullmatch(NAME, words) is None:
        return False
    return may_be_speaker(words) and all(part[0].isupper() or part[0].isdigit() for part in parts)


def with_names_above(cues: Sequence[Cue]) -> list[Cue]:
    """The cues with a name that stands alone on a line above what is said, more than once, as who speaks.

    Args:
        cues: Of one recording, in order.
    """
    open_ = [cue for cue in cues if cue.speaker is None and len(cue.lines) > 1 and is_name(cue.lines[0])]
    counts = Counter(cue.lines[0] for cue in open_)
    return [_below_name(cue, counts) for cue in cues]


def _below_name(cue: Cue, counts: Counter[str]) -> Cue:
    """A cue without the name above what is said, where it is one."""
    if cue.speaker is not None or len(cue.lines) < 2 or counts[cue.lines[0]] < _FEWEST_TURNS:
        return cue
    return replace(cue, lines=cue.lines[1:], speaker=cue.lines[0])
