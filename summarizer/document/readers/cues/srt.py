r"""SubRip subtitles: numbered cues of a time and a few lines, with a blank line between.

SRT.recognizes("1\n00:00:01,000 --> 00:00:04,000\nIt rained")   ->  True
SRT.read(text).text                                            ->  "It rained all day."
"""

from __future__ import annotations

import re
from typing import Final

from summarizer.document.readers.cues.cue import CLOCK, Cue, seconds_of
from summarizer.document.readers.cues.subtitles import read_cues
from summarizer.document.readers.reader import Reader, ReadText, head_of, with_line_feeds

_TIMES: Final = re.compile(rf"^[ \t]*({CLOCK})[ \t]*-{{1,2}}>[ \t]*({CLOCK})(?:[ \t][^\n]*)?$", re.MULTILINE)
_FIRST: Final = re.compile(rf"\s*(?:\d{{1,6}}[ \t]*\n)?[ \t]*{CLOCK}[ \t]*-{{1,2}}>[ \t]*{CLOCK}(?:[ \t][^\n]*)?\n")
_NUMBER: Final = re.compile(r"\n[ \t]*\d{1,6}[ \t]*$")


def is_srt(text: str) -> bool:
    """True for a text that opens with the time of a cue, numbered or not.

    Args:
        text: Any text.
    """
    return _FIRST.match(head_of(text)) is not None


def read_srt(text: str) -> ReadText:
    """What the subtitles say, with the time of each cue; sentences go on from cue to cue.

    Args:
        text: The file.

    Raises:
        InputError: Nobody says anything in it.
    """
    return read_cues(cues_of(with_line_feeds(text)))


def cues_of(text: str) -> list[Cue]:
    """The cues that stand below a line of times; the number above that line is none of the cue before.

    Args:
        text: With line feeds at the ends of lines.
    """
    times = list(_TIMES.finditer(text))
    ends = [*(found.start() for found in times[1:]), len(text)] if times else []
    cues = []
    for number, (found, end) in enumerate(zip(times, ends, strict=True)):
        body = text[found.end() : end].rstrip(" \t\n")
        if number + 1 < len(times):
            body = _NUMBER.sub("", "\n" + body)
        lines = tuple(line for line in body.split("\n") if line.strip())
        cues.append(Cue(begins=seconds_of(found[1]), ends=seconds_of(found[2]), lines=lines))
    return cues


SRT = Reader(name="srt", suffixes=(".srt",), markdown=False, recognizes=is_srt, read=read_srt)
