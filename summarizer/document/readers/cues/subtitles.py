"""Subtitles of any format are read in one way: who speaks is found, what rolls is said once, and the rest is joined.

read_cues([Cue(begins=1, ends=4, lines=("ANNA: It rained",)), …]).text  ->  "ANNA: It rained all day."
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from summarizer.document.readers.cues.cue import Cue
from summarizer.document.readers.cues.cue_lines import plain_lines, turns_of
from summarizer.document.readers.cues.rolling import unrolled
from summarizer.document.readers.cues.speaker_labels import label_of, speakers_among
from summarizer.document.readers.cues.spoken_text import spoken_text
from summarizer.document.readers.reader import ReadText
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
    spoken = _with_speakers(list(_turns(cues)))
    if not spoken:
        raise InputError("nothing is said in these subtitles: they hold no words but sounds, notes or styles")
    text, origins = spoken_text(spoken)
    return ReadText(text=text, title=title, language=language, origins=origins)


def _turns(cues: Iterable[Cue]) -> Iterator[Cue]:
    """The cues in plain words, one for each turn in them."""
    plain = [replace(cue, lines=tuple(plain_lines(cue.lines))) for cue in cues]
    for cue in unrolled([cue for cue in plain if cue.lines]):
        for begins, lines in turns_of(cue.lines):
            yield replace(cue, lines=tuple(lines), turn=cue.turn or begins)


def _with_speakers(cues: Sequence[Cue]) -> list[Cue]:
    """The cues with the labels before their lines read as who speaks, where they are speakers'."""
    labels = [found[0] for cue in cues for line in cue.lines if (found := label_of(line))]
    speakers = speakers_among(labels)
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
