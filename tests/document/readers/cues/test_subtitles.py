"""What all subtitles have in common."""

from __future__ import annotations

import pytest

from summarizer.document.readers.cues.cue import Cue
from summarizer.document.readers.cues.subtitles import read_cues
from summarizer.errors import InputError


def _cue(*lines: str) -> Cue:
    return Cue(begins=0, ends=1, lines=lines)


def test_labels_before_lines_are_speakers() -> None:
    """Two speakers in one cue are two turns; the names stay in the text, and in the origins."""
    read = read_cues([_cue("ANNA: It rained.", "BEN: All day?"), _cue("ANNA: All", "day.")])
    assert read.text == "ANNA: It rained.\n\nBEN: All day?\n\nANNA: All day."
    assert [origin.speaker for origin in read.origins] == ["ANNA", "BEN", "ANNA"]


def test_what_is_not_said_is_counted() -> None:
    """Sounds and music are no text, and the result says so; empty cues are nothing."""
    read = read_cues([_cue("[thunder]"), _cue("It rained."), _cue("♪ la ♪"), _cue("")])
    assert read.text == "It rained."
    assert [one.line for one in read.unused] == ["2 cues of sounds, music or credits"]


def test_where_nobody_speaks_there_is_no_article() -> None:
    """An error that says so."""
    with pytest.raises(InputError, match="nothing is said"):
        read_cues([_cue("[thunder]")])
    with pytest.raises(InputError, match="no cues"):
        read_cues([])
