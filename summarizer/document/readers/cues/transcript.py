r"""Transcripts: what several people say, with who speaks, or when, before or above each turn.

TRANSCRIPT.recognizes("[00:02] Anna: It rained.\n[00:05] Ben: All day?\n[00:07] Anna: All day.")  ->  True
TRANSCRIPT.read(text).origins[1]  ->  Origin(start=…, end=…, begins=5.0, ends=7.0, speaker="Ben")
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from summarizer.document.readers.cues.cue import Cue
from summarizer.document.readers.cues.cue_lines import plain_lines
from summarizer.document.readers.cues.rolling import unrolled
from summarizer.document.readers.cues.speaker_labels import label_of, with_names_above
from summarizer.document.readers.cues.spoken_text import spoken_text
from summarizer.document.readers.cues.turn_heads import TurnHead, head_of_turn
from summarizer.document.readers.reader import Reader, ReadText, head_of, with_line_feeds
from summarizer.document.sources.origin import Origin
from summarizer.errors import InputError

# Three heads with a time show the form, one after the other in time, in one of so many lines at least.
_FEWEST_HEADS: Final = 3
_LINES_A_HEAD: Final = 12
_TOP_LINES: Final = 15  # within which the first stands
# A bare time is one of a recording where the first is of its first minutes; a programme begins in the morning.
_FIRST_MINUTES: Final = 120.0
# Without times, two people who speak twice each, in most of the lines that open a paragraph.
_FEWEST_TURNS: Final = 2
_FEWEST_SPEAKERS: Final = 2
_SHARE: Final = 0.6
_CREDIT: Final = re.compile(r"\s*Transcribed by https?://\S+\s*$")


def is_transcript(text: str) -> bool:
    """True where turns have times before or above them, or where two people or more take turns behind their names.

    Args:
        text: Any text; its first 50,000 code points are looked at.
    """
    head = head_of(text)
    if ":" not in head and "：" not in head:
        return False
    lines = [line.strip() for line in head.split("\n") if line.strip()]
    return _has_times(lines) or _has_labels(lines)


def read_transcript(text: str) -> ReadText:
    """What is said, with when and by whom; names stay in the text before what is said, times do not.

    Where turns have names and no times, the text stays as it is.

    Args:
        text: The transcript.

    Raises:
        InputError: Nobody says anything in it.
    """
    plain = with_line_feeds(text)
    lines = [line.strip() for line in plain.split("\n")]
    if not _has_times([line for line in lines if line]):
        return ReadText(text=text, origins=tuple(_origins_by_label(text)))
    before, cues = _timed_cues(lines)
    spoken = [replace(cue, lines=tuple(plain_lines(cue.lines))) for cue in cues]
    spoken = unrolled([cue for cue in spoken if cue.lines])
    if not spoken:
        raise InputError("nothing is said in this transcript: it holds times and names, and no words")
    said, origins = spoken_text(spoken, before=before)
    return ReadText(text=said, origins=origins)


def _has_times(lines: Sequence[str]) -> bool:
    """Whether the lines have heads with times, in the order of a recording."""
    heads = [(number, head) for number, line in enumerate(lines) if (head := head_of_turn(line))]
    if len(heads) < max(_FEWEST_HEADS, len(lines) / _LINES_A_HEAD) or heads[0][0] > _TOP_LINES:
        return False
    back = sum(one.begins > other.begins for (_, one), (_, other) in pairwise(heads))
    if back > len(heads) / 10:
        return False
    marked = sum(head.marked for _, head in heads)
    return marked > len(heads) / 2 or (heads[0][1].begins <= _FIRST_MINUTES and _have_words(heads))


def _have_words(heads: Sequence[tuple[int, TurnHead]]) -> bool:
    """Whether what is said stands behind most heads, or below: not the next time, as in a table of times."""
    bare = sum(other == one + 1 for (one, head), (other, _) in pairwise(heads) if not head.words)
    return bare < len(heads) / 2


def _has_labels(lines: Sequence[str]) -> bool:
    """Whether most of the lines that open a paragraph begin with a label, and two of these at least come back."""
    labels = [found[0] if (found := label_of(line)) and found[1] else None for line in lines]
    turns = Counter(label for label in labels if label is not None)
    speakers = {label for label, count in turns.items() if count >= _FEWEST_TURNS}
    return len(speakers) >= _FEWEST_SPEAKERS and sum(turns[label] for label in speakers) >= _SHARE * len(lines)


def _timed_cues(lines: Sequence[str]) -> tuple[str, list[Cue]]:
    """What stands above the first head, and a cue for each turn."""
    before: list[str] = []
    cues: list[Cue] = []
    head: TurnHead | None = None
    body: list[str] = []
    for line in lines:
        found = head_of_turn(line) if line else None
        if found is None:
            (before if head is None else body).append(line)
            continue
        if head is not None:
            cues.append(_cue(head, body))
        head, body = found, [found.words] if found.words else []
    if head is not None:
        while body and (not body[-1] or _CREDIT.match(body[-1])):
            body.pop()
        cues.append(_cue(head, body))
    return "\n".join(before).strip(), _with_ends(with_names_above(cues))


def _cue(head: TurnHead, body: Sequence[str]) -> Cue:
    """The cue of a turn; where the head has no name, the label before its first words is one."""
    lines = [line for line in body if line]
    labelled = label_of(lines[0]) if lines and head.speaker is None else None
    if labelled is not None:
        lines[0] = labelled[1]
    speaker = head.speaker or (labelled[0] if labelled else None)
    return Cue(begins=head.begins, ends=head.ends, lines=tuple(filter(None, lines)), speaker=speaker)


def _with_ends(cues: Sequence[Cue]) -> list[Cue]:
    """The cues with the beginning of the next for an end, where none is stated."""
    found = list(cues)
    for number, (cue, behind) in enumerate(pairwise(cues)):
        if cue.ends is None and behind.begins is not None and cue.begins is not None and behind.begins >= cue.begins:
            found[number] = replace(cue, ends=behind.begins)
    return found


def _origins_by_label(text: str) -> Iterator[Origin]:
    """The turns of a transcript without times, each up to the next label."""
    heads = []
    here = 0
    for raw in text.splitlines(keepends=True):
        words = raw.strip()
        found = label_of(words)
        if found is not None:
            heads.append((here + len(raw) - len(raw.lstrip()), found[0]))
        here += len(raw)
    ends = [*(start for start, _ in heads[1:]), len(text)] if heads else []
    for (start, speaker), end in zip(heads, ends, strict=True):
        yield Origin(start=start, end=start + len(text[start:end].rstrip()), speaker=speaker)


TRANSCRIPT = Reader(name="transcript", suffixes=(), markdown=False, recognizes=is_transcript, read=read_transcript)
