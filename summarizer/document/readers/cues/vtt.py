r"""WebVTT subtitles: cues below a header, with settings behind their times, notes and styles between them.

VTT.recognizes("WEBVTT\n\n00:01.000 --> 00:04.000\n<v Anna>It rained")  ->  True
VTT.read(text).text                                                    ->  "Anna: It rained all day."
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Final

from summarizer.document.readers.cues.cue import CLOCK, Cue, seconds_of
from summarizer.document.readers.cues.subtitles import read_cues
from summarizer.document.readers.reader import Reader, ReadText, head_of, with_line_feeds

_HEADER: Final = re.compile(r"\s{0,20}WEBVTT(?:[ \t]+([^\n]*))?(?=\n|$)")
_TIMES: Final = re.compile(rf"[ \t]*({CLOCK})[ \t]*-->[ \t]*({CLOCK})(?:[ \t].*)?")
_BLOCK: Final = re.compile(r"\n\n+")  # a line with a blank in it is an empty one of a cue
_ASIDE: Final = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t]|\n|$)")
_LANGUAGE: Final = re.compile(r"^Language:[ \t]*([A-Za-z]{2})\b", re.MULTILINE)
_VOICE: Final = re.compile(r"<v(?:\.[^\s<>]*)?[ \t]+([^<>]{1,80})>")


def is_vtt(text: str) -> bool:
    """True for a text with the header of WebVTT.

    Args:
        text: Any text.
    """
    return _HEADER.match(head_of(text)) is not None


def read_vtt(text: str) -> ReadText:
    """What the subtitles say, with the time of each cue and who speaks.

    Args:
        text: The file.

    Raises:
        InputError: Nobody says anything in it.
    """
    plain = with_line_feeds(text)
    header, *blocks = _BLOCK.split(plain.strip())
    found = _HEADER.match(header)
    title = found[1].strip(" \t-–—") if found and found[1] else ""
    language = _LANGUAGE.search(header)
    cues = [cue for block in (header, *blocks) for cue in _cues_of(block)]
    return read_cues(cues, title=title or None, language=language[1].lower() if language else None)


def _cues_of(block: str) -> Iterator[Cue]:
    """The cues of a block: one in most, none of a note or style, and several where blank lines were forgotten."""
    if _ASIDE.match(block):
        return
    times: re.Match[str] | None = None
    body: list[str] = []
    lines = block.split("\n")
    for number, line in enumerate(lines):
        found = _TIMES.fullmatch(line)
        if found is None:
            named = number + 1 < len(lines) and _TIMES.fullmatch(lines[number + 1])
            if times is not None and not (named and (line.strip().isdecimal() or not lines[number - 1].strip())):
                body.append(line)
            continue
        if times is not None:
            yield from _by_voice(times, body)
        times, body = found, []
    if times is not None:
        yield from _by_voice(times, body)


def _by_voice(times: re.Match[str], body: list[str]) -> Iterator[Cue]:
    """A cue, or one for each voice in it."""
    begins, ends = seconds_of(times[1]), seconds_of(times[2])
    text = "\n".join(body)
    voices = list(_VOICE.finditer(text))
    first = voices[0].start() if voices else len(text)
    if text[:first].strip():
        yield Cue(begins=begins, ends=ends, lines=tuple(text[:first].split("\n")))
    stops = [*(one.start() for one in voices[1:]), len(text)] if voices else []
    for voice, end in zip(voices, stops, strict=True):
        speaker = " ".join(html.unescape(voice[1]).split())
        yield Cue(begins=begins, ends=ends, lines=tuple(text[voice.end() : end].split("\n")), speaker=speaker)


VTT = Reader(name="vtt", suffixes=(".vtt",), markdown=False, recognizes=is_vtt, read=read_vtt)
