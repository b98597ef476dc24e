"""SubRip files, as players write them and as people do."""

from __future__ import annotations

import pytest

import summarizer
from summarizer.document.document import Document
from summarizer.document.readers.cues.srt import SRT, is_srt, read_srt

CUES = """1
00:00:01,000 --> 00:00:04,000
The <i>Marlow</i> ferry sank on 3 May 2026

2
00:00:04,500 --> 00:00:07,000 X1:10 X2:20
with 40 people
on board.

3
00:00:08,000 --> 00:00:09,000
[thunder]

4
00:00:09,000 --> 00:00:12,000
Nobody was hurt, the harbour master said.
"""


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_sentences_go_on_from_cue_to_cue(end: str, mark: str) -> None:
    """Numbers, times, tags and sounds are stripped; each stretch keeps its time."""
    document = Document.of(mark + CUES.replace("\n", end))
    assert (document.format, document.title) == ("srt", None)
    assert [document.prose(sentence.span) for sentence in document.sentences] == [
        "The Marlow ferry sank on 3 May 2026 with 40 people on board.",
        "Nobody was hurt, the harbour master said.",
    ]
    assert [origin.label for origin in document.origins] == ["0:01–0:04", "0:04–0:07", "0:09–0:12"]


def test_a_fact_leads_back_to_the_cues() -> None:
    """Evidence over two cues has the times of both."""
    result = summarizer.summarize(CUES, model=None)
    fact = next(fact for fact in result.facts if "ferry sank" in fact.statement)
    assert [origin.label for origin in result.origins_of(fact.evidence[0])] == ["0:01–0:04", "0:04–0:07"]
    assert any("1 cue of sounds" in notice.message for notice in result.notices)


@pytest.mark.parametrize(
    "text",
    [
        "00:00:01,000 --> 00:00:04,000\nIt rained.\n00:00:05,000 --> 00:00:06,000\nAll day.",
        "1\n00:00:01.000 --> 00:00:04.000\nIt rained.\n2\n00:00:05.000 --> 00:00:06.000\nAll day.",
        "1 \n0:0:1.0 -> 0:0:4.0\nIt rained.\n\n\n\n3\n 0:0:5.0 -> 0:0:6.0\nAll day.\n\n",
    ],
)
def test_files_that_people_wrote(text: str) -> None:
    """Without numbers, without blank lines, with points, with wrong numbers."""
    assert is_srt(text)
    assert read_srt(text).text == "It rained. All day."


@pytest.mark.parametrize("text", ["", "1\n2\n3", "At 00:00:01 --> it rained", "1\nIt rained --> all day"])
def test_other_texts_are_none(text: str) -> None:
    """A number or an arrow alone is no cue."""
    assert not is_srt(text)


def test_a_cue_of_a_number_stays() -> None:
    """What is said may be a number; the number above the next time is none of it."""
    read = read_srt(
        "1\n00:00:01,000 --> 00:00:02,000\nIt was\n\n2\n00:00:02,000 --> 00:00:03,000\n1999\n\n"
        "3\n00:00:03,000 --> 00:00:04,000\nor so."
    )
    assert read.text == "It was 1999 or so."
    assert SRT.suffixes == (".srt",)
