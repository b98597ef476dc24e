"""Live captions roll: each cue shows the words of the one before again, with new ones behind; those are kept.

unrolled([Cue("so today we"), Cue("so today we open the bridge")])  ->  Cue("so today we"), Cue("open the bridge")
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from summarizer.document.readers.cues.cue import Cue

# So many of the cues begin with words of the one before where captions roll; elsewhere next to none does, but for a
# word that is said twice.
_SHARE: Final = 0.3
_FEWEST: Final = 3
_FEWEST_WORDS: Final = 2
_MOST_WORDS: Final = 60  # that are shown at once


def unrolled(cues: Sequence[Cue]) -> list[Cue]:
    """The cues without what they repeat of those before, where the captions of a recording roll; else as they are.

    Cues that say the same at the same time, as layers of one subtitle do, are one.

    Args:
        cues: In order.
    """
    cues = _once(cues)
    if len(cues) < _FEWEST:
        return cues
    words = [cue.words.split() for cue in cues]
    rolls = sum(_rolls(before, own) for before, own in pairwise(words))
    if rolls < _FEWEST or rolls < _SHARE * len(cues):
        return cues
    found: list[Cue] = []
    shown: list[str] = []
    for cue, own in zip(cues, words, strict=True):
        new = own[_shared(shown, own) :]
        shown = [*shown, *new][-_MOST_WORDS:] if _shared(shown, own) else own
        if new:
            found.append(replace(cue, lines=(" ".join(new),)))
        elif found and cue.ends is not None:
            found[-1] = replace(found[-1], ends=cue.ends)
    return found


def _once(cues: Sequence[Cue]) -> list[Cue]:
    found: list[Cue] = []
    for cue in cues:
        if not (found and (cue.begins, cue.ends, cue.words) == (found[-1].begins, found[-1].ends, found[-1].words)):
            found.append(cue)
    return found


def _rolls(before: Sequence[str], own: Sequence[str]) -> bool:
    """Whether a cue begins with words of the one before: two at least, or all that one of them has."""
    count = _shared(before, own)
    return count >= _FEWEST_WORDS or 0 < count == min(len(before), len(own))


def _shared(before: Sequence[str], own: Sequence[str]) -> int:
    """How many words the end of what was shown and the beginning of a cue have in common."""
    for count in range(min(len(before), len(own)), 0, -1):
        if before[-1] == own[count - 1] and list(before[-count:]) == list(own[:count]):
            return count
    return 0
