r"""Cues become a text of paragraphs, with where and when each stretch of it was said.

spoken_text([Cue(begins=0, ends=2, lines=("It rained",), speaker="Anna"), Cue(begins=2, ends=4, lines=("all day.",))])
    ->  SpokenText(text="Anna: It rained all day.", origins=(Origin(start=0, end=15, begins=0, …), Origin(start=16, …)))
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from summarizer.document.headings import CLOSERS, SENTENCE_ENDS
from summarizer.document.readers.cues.cue import Cue
from summarizer.document.sources.origin import Origin
from summarizer.languages.scripts import is_unspaced

# Behind a sentence a paragraph ends where nobody speaks for so long, in seconds, or where it is long enough to be read.
_PAUSE: Final = 3.0
_LONG: Final = 700
# A pause of so many seconds ends what has no full stop, as speech to text writes it.
_BREATH: Final = 0.8
# Speech to text without punctuation has next to no mark that ends a sentence; speech has one every 12 words or so.
_WORDS_A_MARK: Final = 60
_FEWEST_WORDS: Final = 40
# From this share of the cues on names are those of all who speak: in interviews one in five cues has one.
_NAMED: Final = 0.2


class SpokenText(NamedTuple):
    """A text, and when each stretch of it was said."""

    text: str
    origins: tuple[Origin, ...]


def spoken_text(cues: Sequence[Cue], *, before: str = "") -> SpokenText:
    """What cues say, one paragraph a turn, with the speaker's name at its start where it is known.

    Sentences go on from cue to cue. Where a recording has no punctuation, pauses end them.

    Args:
        cues: In order, without those that say nothing.
        before: What stands above them, such as a title.
    """
    spoken = _Spoken(before, unmarked=_is_unmarked(cues), carried=_are_carried(cues))
    for cue in cues:
        spoken.say(cue)
    return SpokenText("".join(spoken.pieces), tuple(spoken.origins))


class _Spoken:
    """What was said so far, and the paragraph that is open."""

    def __init__(self, before: str, *, unmarked: bool, carried: bool) -> None:
        self.pieces = [before]
        self.origins: list[Origin] = []
        self._length = len(before)
        self._started = 0  # where the open paragraph begins
        self._speaker: str | None = None
        self._last: Cue | None = None
        self._unmarked = unmarked
        self._carried = carried

    def say(self, cue: Cue) -> None:
        """Puts a cue behind the last one, or into a paragraph of its own."""
        speaker = self._speaker_of(cue)
        opens = self._opens(cue, speaker)
        if opens:
            between = "\n\n" if self._length else ""
            words = f"{speaker}: {cue.words}" if speaker else cue.words
        else:
            between, words = _between(self.pieces[-1], cue.words), cue.words
        start = self._length + len(between)
        self._length = start + len(words)
        self._started = start if opens else self._started
        self.pieces += [between, words]
        self.origins.append(Origin(start=start, end=self._length, begins=cue.begins, ends=cue.ends, speaker=speaker))
        self._speaker, self._last = speaker, cue

    def _speaker_of(self, cue: Cue) -> str | None:
        if cue.speaker or cue.turn or self._last is None:
            return cue.speaker
        return self._speaker if self._carried or not _ends(self._last, cue) else None

    def _opens(self, cue: Cue, speaker: str | None) -> bool:
        """Whether a cue begins a paragraph."""
        if self._last is None or cue.turn or speaker != self._speaker:
            return True
        if self._unmarked:
            return _pause(self._last, cue) >= _BREATH
        long = self._length - self._started > _LONG
        return (long or _pause(self._last, cue) >= _PAUSE) and _ends(self._last, cue)


def _ends(earlier: Cue, cue: Cue) -> bool:
    """Whether a sentence ends between two cues: with a mark, or in silence before a capital."""
    if earlier.words.rstrip(CLOSERS).endswith(SENTENCE_ENDS):
        return True
    return _pause(earlier, cue) >= _PAUSE and not cue.words[0].islower()


def _pause(earlier: Cue, cue: Cue) -> float:
    return cue.begins - earlier.ends if cue.begins is not None and earlier.ends is not None else 0.0


def _are_carried(cues: Sequence[Cue]) -> bool:
    """Whether who speaks goes on behind the end of a sentence, until somebody else is named.

    Where names are few, as in films, they stand before those who are not seen, and others speak behind them.
    """
    return sum(cue.speaker is not None for cue in cues) >= _NAMED * len(cues)


def _between(before: str, behind: str) -> str:
    return "" if is_unspaced(before[-1]) and is_unspaced(behind[0]) else " "


def _is_unmarked(cues: Sequence[Cue]) -> bool:
    words = sum(len(cue.words.split()) for cue in cues)
    marks = sum(cue.words.count(mark) for cue in cues for mark in SENTENCE_ENDS)
    return words >= _FEWEST_WORDS and words > _WORDS_A_MARK * marks
