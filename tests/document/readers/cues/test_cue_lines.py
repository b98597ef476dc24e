"""Lines of cues without what is not said."""

from __future__ import annotations

import pytest

from summarizer.document.readers.cues.cue_lines import plain_lines, turns_of


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("<i>It</i> <font color='red'>rained</font>.", "It rained."),
        ("{\\an8}It rained.", "It rained."),
        ("so<00:00:01.000><c> today</c>", "so today"),
        ("It is 2 &lt; 3 &amp; more.", "It is 2 < 3 & more."),
        ("<ruby>東<rt>とう</rt></ruby>は", "東は"),
        ("[sighs] It rained.", "It rained."),
        ("It cost [inaudible] million.", "It cost [inaudible] million."),
        ("a < b and c > d", "a < b and c > d"),
        ("The board (of five) met.", "The board (of five) met."),
    ],
)
def test_what_is_said_stays(line: str, words: str) -> None:
    """Tags, positions and sounds go; signs that only look like tags, and what was not understood, stay."""
    assert plain_lines([line]) == [words]


@pytest.mark.parametrize(
    "line", ["[thunder]", "(applause)", "- [door slams]", "♪ la la la ♪", "Subtitles by Ada Bell", "<i></i>", " "]
)
def test_what_nobody_says_goes(line: str) -> None:
    """Sounds, music, and who made the subtitles."""
    assert plain_lines([line]) == []


def test_marks_of_another_speaker() -> None:
    """A dash or two arrows begin a turn; a minus before a figure does not."""
    assert turns_of(["- Where is it?", "- Over", "there."]) == [
        (True, ["Where is it?"]),
        (True, ["Over", "there."]),
    ]
    assert turns_of([">> It rained."]) == [(True, ["It rained."])]
    assert turns_of(["It is -5 degrees,", "-5 at most."]) == [(False, ["It is -5 degrees,", "-5 at most."])]
