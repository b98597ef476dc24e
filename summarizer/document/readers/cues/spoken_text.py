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
    unmarked = _is_unmarked(cues)
    pieces, origins = [before] if before else [], []
    length = len(before)
    speaker: str | None = None
    started = 0  # where the open paragraph begins
    for number, cue in enumerate(cues):
        earlier = cues[number - 1] if number else None
        own = cue.speaker or (None if cue.turn else speaker)
        opens = earlier is None or own != speaker or cue.turn
        if not opens and earlier is not None:
            opens = _breaks(earlier, cue, long=length - started > _LONG, unmarked=unmarked)
        speaker = own
        between = "\n\n" if opens and length else ("" if opens else _between(pieces[-1], cue.words))
        words = f"{own}: {cue.words}" if opens and own else cue.words
        start = length + len(between)
        started = start if opens else started
        pieces += [between, words]
        length = start + len(words)
        origins.append(Origin(start=start, end=length, begins=cue.begins, ends=cue.ends, speaker=own))
    return SpokenText("".join(pieces), tuple(origins))


def _breaks(earlier: Cue, cue: Cue, *, long: bool, unmarked: bool) -> bool:
    """Whether a paragraph ends between two cues of one turn."""
    pause = cue.begins - earlier.ends if cue.begins is not None and earlier.ends is not None else 0.0
    if unmarked:
        return pause >= _BREATH
    return (pause >= _PAUSE or long) and earlier.words.rstrip(CLOSERS).endswith(SENTENCE_ENDS)


def _between(before: str, behind: str) -> str:
    return "" if is_unspaced(before[-1]) and is_unspaced(behind[0]) else " "


def _is_unmarked(cues: Sequence[Cue]) -> bool:
    words = sum(len(cue.words.split()) for cue in cues)
    marks = sum(cue.words.count(mark) for cue in cues for mark in SENTENCE_ENDS)
    return words >= _FEWEST_WORDS and words > _WORDS_A_MARK * marks
