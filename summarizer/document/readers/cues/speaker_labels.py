"""Who speaks may stand before what is said: "ANNA: It rained.", "Dr. Smith: Yes."

label_of("Anna Bell: It rained.")     ->  ("Anna Bell", "It rained.")
speakers_among(["Anna", "Note"])      ->  none: each stands once
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

from summarizer.languages.registry import together
from summarizer.text.fold import folded

# A name of up to five words with a capital, "Speaker 1", "SPEAKER_00", "Q"; a colon, and no figure behind it as in "9:30".
NAME: Final = r"(?:[^\W\d_][\w.'’&/-]*|#?\d{1,3})(?:[ \t](?:[^\W\d_][\w.'’&/-]*|#?\d{1,3}|\([^\W\d_][^()\n]{0,40}\))){0,5}"
_LABEL: Final = re.compile(rf"({NAME})\s?[:：](?:\s+(?=\S)|\s*$|(?<=：))")
_FEWEST_TURNS: Final = 2
_MOST_CHARS: Final = 60
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
