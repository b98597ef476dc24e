"""Cues and their times."""

from __future__ import annotations

import re

import pytest

from summarizer.document.readers.cues.cue import CLOCK, Cue, seconds_of


@pytest.mark.parametrize(
    ("clock", "seconds"),
    [("1:02", 62), ("00:01:02,500", 62.5), ("01:02:03.25", 3723.25), ("0:0:4.5", 4.5), ("100:00:00", 360_000)],
)
def test_a_time_is_seconds_from_the_start(clock: str, seconds: float) -> None:
    """With hours or without, with a comma or a point."""
    assert re.fullmatch(CLOCK, clock)
    assert seconds_of(clock) == seconds


def test_the_lines_of_a_cue_are_one() -> None:
    """For whoever reads on."""
    assert Cue(begins=0, ends=1, lines=("with 40 people", "on board")).words == "with 40 people on board"
