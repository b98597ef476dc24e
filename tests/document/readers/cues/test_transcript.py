"""Transcripts with times, with names, and what only looks like one."""

from __future__ import annotations

import pytest

import summarizer
from summarizer.document.document import Document
from summarizer.document.readers.cues.transcript import TRANSCRIPT, is_transcript, read_transcript

SAID = "Anna Bell: It rained. The bridge closed.\n\nBen Carr: All day?\n\nAnna Bell: All day."


@pytest.mark.parametrize(
    "text",
    [
        "[00:02] Anna Bell: It rained. The bridge closed.\n[00:05] Ben Carr: All day?\n[00:07] Anna Bell: All day.",
        "Anna Bell  0:02\nIt rained.\nThe bridge closed.\n\nBen Carr  0:05\nAll day?\n\nAnna Bell  0:07\nAll day.\n",
        "Anna Bell (00:02):\nIt rained. The bridge closed.\nBen Carr (00:05):\nAll day?\nAnna Bell (00:07):\nAll day.",
        "00:02 Anna Bell\nIt rained. The bridge closed.\n00:05 Ben Carr\nAll day?\n00:07 Anna Bell\nAll day.",
        "[0:02]\nAnna Bell: It rained. The bridge closed.\n[0:05]\nBen Carr: All day?\n[0:07]\nAnna Bell: All day.",
    ],
)
def test_forms_of_a_transcript(text: str) -> None:
    """Times are stripped and kept with what is said; names stay in the text."""
    assert is_transcript(text)
    read = read_transcript(text)
    assert read.text == SAID
    assert [(origin.begins, origin.ends, origin.speaker) for origin in read.origins] == [
        (2, 5, "Anna Bell"),
        (5, 7, "Ben Carr"),
        (7, None, "Anna Bell"),
    ]


def test_segments_of_speech_to_text() -> None:
    """Times without names: sentences go on from one to the next; a title above them stays one."""
    text = "The bridge\n\n[00:00.000 --> 00:04.000]  It rained all\n[00:04.000 --> 00:08.000]  day in\n"
    text += "[00:08.000 --> 00:09.000]  Marlow."
    document = Document.of(text)
    assert (document.format, document.title) == ("transcript", "The bridge")
    assert document.text == "The bridge\n\nIt rained all day in Marlow."
    assert (
        read_transcript("0:00\nhello and\n0:04\nwelcome to\n0:08\nthe show.").text == "hello and welcome to the show."
    )


def test_names_without_times() -> None:
    """The text stays to the letter, each turn has its speaker, and none of it is a heading."""
    text = "ANNA: Good evening\n\nBEN: It rained all day, the mayor said.\nANNA: All day?\nBEN: All day."
    document = Document.of(text)
    assert (document.format, document.text, document.title) == ("transcript", text, None)
    assert [(text[o.start : o.end].split(":", maxsplit=1)[0], o.speaker) for o in document.origins] == [
        (name, name) for name in ("ANNA", "BEN", "ANNA", "BEN")
    ]
    assert {block.kind for block in document.blocks} == {"paragraph"}


def test_who_said_it_is_verified() -> None:
    """A claim that names the wrong speaker is not supported."""
    text = "Anna Bell: The bridge opens in May.\nBen Carr: It will cost four million.\nAnna Bell: No.\nBen Carr: Yes."
    right, wrong = summarizer.verify(
        ["Anna Bell: The bridge opens in May.", "Ben Carr: The bridge opens in May."], text
    )
    assert right.verdict == "supported"
    assert wrong.verdict != "supported"


@pytest.mark.parametrize(
    "text",
    [
        "It rained.",
        "09:00 Opening remarks\n09:30 Anna Bell\nBridges\n10:15 Ben Carr\nPiers\n13:00 Lunch",
        "From: a@b.c\nTo: c@d.e\nSubject: x\nDate: 3 May 2026\n\nHello there.",
        "Serves: 4\nTime: 20 minutes\n\nBoil the rice. Add salt.",
        "The mayor spoke at 10:30 and again at 11:45. The bridge, she said, opens at 12:15.",
        "Warning: it rains.\nNote: it rains.\nWarning: it pours.\nNote: it pours.",
        "Anna: It rained.\n\nThe mayor did not answer. The bridge stays closed.\n\nBen: All day.",
    ],
)
def test_other_texts_are_none(text: str) -> None:
    """Programmes, fields, notes, prose with times and one quotation each."""
    assert not is_transcript(text)
    assert TRANSCRIPT.name == "transcript"
