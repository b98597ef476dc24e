"""The head of a turn in its many forms."""

from __future__ import annotations

import pytest

from summarizer.document.readers.cues.turn_heads import head_of_turn


@pytest.mark.parametrize(
    ("line", "begins", "speaker", "words"),
    [
        ("[00:12] Anna: It rained.", 12, "Anna", "It rained."),
        ("(0:12) Anna Bell: It rained.", 12, "Anna Bell", "It rained."),
        ("00:12 - Anna: It rained.", 12, "Anna", "It rained."),
        ("[00:00:12.500 --> 00:00:15.000]  It rained.", 12.5, None, "It rained."),
        ("Anna Bell (00:12): It rained.", 12, "Anna Bell", "It rained."),
        ("Anna [00:12]:", 12, "Anna", ""),
        ("Speaker 1  00:00:12", 12, "Speaker 1", ""),
        ("00:00:12 Speaker 1", 12, "Speaker 1", ""),
        ("00:00:12 SPEAKER_00", 12, "SPEAKER_00", ""),
        ("Anna Bell • 0:12", 12, "Anna Bell", ""),
        ("0:12", 12, None, ""),
        ("0:0:12.0 --> 0:0:15.0", 12, None, ""),
    ],
)
def test_a_head(line: str, begins: float, speaker: str | None, words: str) -> None:
    """When a turn begins, who speaks, and what is said in the same line."""
    head = head_of_turn(line)
    assert head is not None
    assert (head.begins, head.speaker, head.words) == (begins, speaker, words)


@pytest.mark.parametrize(
    "line",
    [
        "It rained.",
        "09:00 Opening remarks by the mayor of the town",
        "10:30 it rained",
        "It rained at (10:30) on Monday",
        "Anna Bell (10:30) won the race.",
        "Psalm 23:4",
    ],
)
def test_no_head(line: str) -> None:
    """Times of day in prose and programmes."""
    assert head_of_turn(line) is None
