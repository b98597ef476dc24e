"""Subtitles of any format are read in one way: who speaks is found, what rolls is said once, and the rest is joined.

read_cues([Cue(begins=1, ends=4, lines=("ANNA: It rained",)), …]).text  ->  "ANNA: It rained all day."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from summarizer.document.readers.cues.cue import Cue
from summarizer.document.readers.cues.cue_lines import plain_lines, turns_of
from summarizer.document.readers.cues.rolling import unrolled
from summarizer.document.readers.cues.speaker_labels import label_of, speakers_among, with_names_above
from summarizer.document.readers.cues.spoken_text import spoken_text
from summarizer.document.readers.reader import ReadText
from summarizer.document.readers.unused import Unused
from summarizer.errors import InputError


def read_cues(cues: Sequence[Cue], *, title: str | None = None, language: str | None = None) -> ReadText:
    """What the cues of a subtitle file say, without sounds, tags and what is shown twice.

    Args:
        cues: As they stand in the file, their lines with tags.
        title: What the file calls the recording.
        language: What it says of its language.

    Raises:
        InputError: Nobody says anything in it.
    """
    plain = [replace(cue, lines=tuple(plain_lines(cue.lines))) for cue in cues]
    spoken = _with_speakers(list(_turns([cue for cue in plain if cue.lines])))
    if not spoken:
        raise InputError(
            "nothing is said in these subtitles: there are no cues in them, or none but of sounds and music"
        )
    text, origins = spoken_text(spoken)
    unsaid = sum(any(map(str.strip, cue.lines)) and not own.lines for cue, own in zip(cues, plain, strict=True))
    unused = (Unused(what=f"{unsaid} cue{'s' if unsaid > 1 else ''} of sounds, music or credits"),) if unsaid else ()
    return ReadText(text=text, title=title, language=language, origins=origins, unused=unused)


def _turns(cues: Sequence[Cue]) -> Iterator[Cue]:
    """The cues, one for each turn in them."""
    for cue in unrolled(with_names_above(cues)):
        for begins, lines in turns_of(cue.lines):
            yield replace(cue, lines=tuple(lines), turn=cue.turn or begins)


def _with_speakers(cues: Sequence[Cue]) -> list[Cue]:
    """The cues with the labels before their lines read as who speaks, where they are speakers'."""
    lines = chain.from_iterable(cue.lines for cue in cues)
    speakers = speakers_among(found[0] for found in map(label_of, lines) if found)
    return [one for cue in cues for one in _by_label(cue, speakers)]


def _by_label(cue: Cue, speakers: frozenset[str]) -> Iterator[Cue]:
    """A cue, or one for each speaker whose label begins a line of it."""
    open_ = replace(cue, lines=())
    for line in cue.lines:
        label, words = label_of(line) or ("", line)
        if label in speakers:
            if open_.lines:
                yield open_
            open_ = replace(cue, lines=(words,) if words else (), speaker=label, turn=True)
        else:
            open_ = replace(open_, lines=(*open_.lines, line))
    if open_.lines:
        yield open_
