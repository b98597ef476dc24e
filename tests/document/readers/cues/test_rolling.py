"""Captions that roll are said once."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.readers.cues.cue import Cue
from summarizer.document.readers.cues.rolling import unrolled


def _cues(*lines: str) -> list[Cue]:
    return [Cue(begins=number, ends=number + 1, lines=(words,)) for number, words in enumerate(lines)]


def _said(cues: list[Cue]) -> list[str]:
    return [cue.words for cue in unrolled(cues)]


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=5), min_size=16, max_size=60, unique=True), st.integers(2, 4))
def test_rolling_lines_are_said_once(words: list[str], size: int) -> None:
    """Each cue shows the line before and a new one; the words come out as they were said."""
    lines = [" ".join(words[at : at + size]) for at in range(0, len(words), size)]
    rolled = _cues(lines[0], *(f"{one} {other}" for one, other in pairwise(lines)))
    assert " ".join(_said(rolled)).split() == words


def test_cues_that_grow_word_by_word() -> None:
    """Painted captions show the whole cue again with a word more."""
    assert _said(_cues("so", "so today", "so today we", "so today we open", "the bridge")) == [
        "so",
        "today",
        "we",
        "open",
        "the bridge",
    ]


def test_others_are_left() -> None:
    """A word that is said twice, and a few cues, are no rolling."""
    lines = ["No.", "No.", "It rained all day.", "Nobody was hurt.", "The bridge is closed.", "It opens in May."]
    assert _said(_cues(*lines)) == lines
    assert unrolled([]) == []


def test_layers_of_one_cue_are_one() -> None:
    """The same words at the same time."""
    cue = Cue(begins=0, ends=1, lines=("It rained.",))
    assert unrolled([cue, cue]) == [cue]
