"""Labels of speakers are told from other words before a colon."""

from __future__ import annotations

import pytest

from summarizer.document.readers.cues.cue import Cue
from summarizer.document.readers.cues.speaker_labels import is_name, label_of, speakers_among, with_names_above


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("ANNA: It rained.", "ANNA"),
        ("Dr. Anna de Bell: It rained.", "Dr. Anna de Bell"),
        ("Speaker 1: It rained.", "Speaker 1"),
        ("SPEAKER_00: It rained.", "SPEAKER_00"),
        ("Anna Bell (Mayor): It rained.", "Anna Bell (Mayor)"),
        ("王芳：下雨了。", "王芳"),
    ],
)
def test_a_label(line: str, label: str) -> None:
    """A name with a colon behind it, and words behind that."""
    found = label_of(line)
    assert found is not None
    assert found[0] == label


@pytest.mark.parametrize(
    "line",
    ["It rained.", "at 9:30 it rained", "it rained: a lot", "Note: it rained.", "10:30 It rained.", "http://a.b/c d"],
)
def test_no_label(line: str) -> None:
    """Times, addresses, notes and clauses are none."""
    assert label_of(line) is None


def test_who_is_a_speaker() -> None:
    """Who speaks twice, or stands in capitals."""
    assert speakers_among(["Anna", "Anna", "Costs", "BEN"]) == {"Anna", "BEN"}


def test_names_above_what_is_said() -> None:
    """A name alone in the first line of several cues is who speaks; one that stands once is a word."""
    assert is_name("Anna Bell")
    assert not is_name("It rained all day long in the whole town")
    cues = [
        Cue(begins=None, ends=None, lines=lines)
        for lines in (("Anna Bell", "It rained."), ("Ben Carr", "Yes."), ("Anna Bell", "No."), ("Anna Bell",))
    ]
    assert [(cue.speaker, cue.words) for cue in with_names_above(cues)] == [
        ("Anna Bell", "It rained."),
        (None, "Ben Carr Yes."),
        ("Anna Bell", "No."),
        (None, "Anna Bell"),
    ]
