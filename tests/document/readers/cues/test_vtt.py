"""WebVTT files: headers, settings, voices, notes and styles."""

from __future__ import annotations

import pytest

from summarizer.document.document import Document
from summarizer.document.readers.cues.vtt import VTT, is_vtt, read_vtt

CUES = """WEBVTT - The bridge
Kind: captions
Language: de-CH

STYLE
::cue(.a) { color: red }

REGION
id:fred width:40%

NOTE a comment
00:00.000 --> in a comment

intro
00:01.000 --> 00:04.000 align:start position:0%
<v.loud Anna Bell>The <c.y>bridge</c> is &amp; was

00:04.000 --> 01:00:06.000
<v Anna Bell>closed.

NOTE

00:06.500 --> 00:08.000
<v Ben>Why?</v>
<v Anna Bell>Cracks.</v>
"""


def test_cues_of_several_voices() -> None:
    """Who speaks is in the text and in the origins; what is not shown is in neither."""
    read = read_vtt(CUES)
    assert read.text == "Anna Bell: The bridge is & was closed.\n\nBen: Why?\n\nAnna Bell: Cracks."
    assert (read.title, read.language) == ("The bridge", "de")
    assert [(origin.label, origin.speaker) for origin in read.origins] == [
        ("0:01–0:04", "Anna Bell"),
        ("0:04–1:00:06", "Anna Bell"),
        ("0:06–0:08", "Ben"),
        ("0:06–0:08", "Anna Bell"),
    ]


def test_rolling_captions() -> None:
    """Lines that scroll up are said once, and a line of a blank is no end of a cue."""
    lines = ["so today we talk", "about the bridge", "that was closed", "last week."]
    text = "WEBVTT\n\n"
    for number, line in enumerate(lines):
        above = lines[number - 1] if number else " "
        text += f"00:0{number}.000 --> 00:0{number}.900\n{above}\n{line.replace(' ', '<00:00:01.000><c> ', 1)}</c>\n\n"
        text += f"00:0{number}.900 --> 00:0{number + 1}.000\n{line}\n \n\n"
    read = read_vtt(text)
    assert read.text == "so today we talk about the bridge that was closed last week."
    assert read.origins[0].begins == 0


@pytest.mark.parametrize("head", ["WEBVTT", "\ufeffWEBVTT FILE\r", "WEBVTT\t- x"])
def test_a_header_tells_it(head: str) -> None:
    """With a mark, with words behind it."""
    assert is_vtt(f"{head}\n\n00:01.000 --> 00:02.000\nIt rained.")


@pytest.mark.parametrize("text", ["", "WEBVTTX", "It is in WEBVTT"])
def test_other_texts_are_none(text: str) -> None:
    """The word alone at the start."""
    assert not is_vtt(text)


def test_forgotten_blank_lines() -> None:
    """Cues without blank lines between them, numbered or not."""
    text = "WEBVTT\n1\n00:01.000 --> 00:02.000\nIt rained.\n2\n00:02.000 --> 00:03.000\nAll day.\n"
    assert read_vtt(text).text == "It rained. All day."
    assert Document.of(text).format == VTT.name
