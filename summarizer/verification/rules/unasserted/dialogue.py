"""Finds the sentences that a speaker's label makes somebody's words, in interviews, transcripts and plays.

"Smith: We are done.", "The bridge is closed.", "Jones: No."  ->  the second, in the turn of Smith
"SMITH: It is sad. The mayor lied."                          ->  the second, behind the label
"July 1960:", "The bridge was closed."                       ->  none: nobody is called July 1960
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from summarizer.document.document import Document
from summarizer.languages.registry import phrases_together, together
from summarizer.text.fold import folded
from summarizer.verification.rules.unasserted.not_asserted import NotAsserted
from summarizer.verification.rules.unasserted.patterns import as_title, pattern

_LABEL: Final = re.compile(
    r"[*_]{0,2}((?:[^\W\d_][\w.'’-]*\s){0,3}[^\W\d_][\w.'’-]*)\s?[*_]{0,2}[:：][*_]{0,2}(?:\s|$)"
)
_HAN_LABEL: Final = re.compile(r"([\u4e00-\u9fff·]{1,8})[:：]")
_ENDS: Final = tuple('.!?…。！？"”’')
_QUESTIONS: Final = ("?", "？")
_WORDS: Final = 3  # in a turn that is a sentence, and no value of a field such as "Attendance: 24,765."
_TURN: Final = 12  # sentences of one turn beyond which two labels have nothing to do with each other
_NEAR: Final = 5  # the same where each of them stands once
_REPEATED: Final = 2  # a label that stands so often is a speaker's, and no field's
_PARTICLE: Final = 3  # letters of a small word inside a name: "von", "de"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Turn:
    """A sentence that begins with a label, what stands behind the label, and whether it begins a line."""

    number: int
    label: str
    rest: str
    opens_line: bool

    @property
    def is_sentence(self) -> bool:
        """Whether what stands behind the label reads like one."""
        if not self.rest or self.rest.endswith(_QUESTIONS):
            return True
        words = len(self.rest.split()) if self.rest.isascii() or " " in self.rest else len(self.rest) - 1
        return words >= _WORDS and self.rest.endswith(_ENDS)


def sentences_by_labels(document: Document) -> Iterable[tuple[int, NotAsserted]]:
    """The indexes of the sentences in a speaker's turn behind its first, with the label."""
    found = (_turn_of(document, number) for number in range(len(document.sentences)))
    turns = [turn for turn in found if turn is not None]
    for place, turn in enumerate(turns):
        behind = turns[place + 1] if place + 1 < len(turns) else None
        if _is_speakers(turns, place, behind):
            why = NotAsserted("speaker", turn.label)
            yield from ((number, why) for number in range(turn.number + 1, _last_of(document, turn, behind)))


def _is_speakers(turns: Sequence[_Turn], place: int, behind: _Turn | None) -> bool:
    """Whether a label is a speaker's: it stands twice, or beside another in a dialogue, or before his own voice."""
    turn = turns[place]
    repeated = sum(other.label == turn.label and other.is_sentence for other in turns) >= _REPEATED
    answers = _answers(turns[place - 1] if place else None, turn) or _answers(turn, behind)
    return repeated or answers or _speaks_alone(turn)


def _answers(one: _Turn | None, other: _Turn | None) -> bool:
    """Whether two labels that stand once may be of a dialogue: near each other, each before a sentence in its line."""
    if one is None or other is None or other.number - one.number > _NEAR:
        return False
    return all(turn.opens_line and turn.rest and turn.is_sentence for turn in (one, other))


def _turn_of(document: Document, number: int) -> _Turn | None:
    place = document.sentences[number].body
    body = place.of(document.text)
    match = _LABEL.match(body) or _HAN_LABEL.match(body)
    if match is None or not _names_speaker(match[1]):
        return None
    opens_line = document.block_of(number).first == number or "\n" in document.text[place.start - 2 : place.start]
    return _Turn(number=number, label=match[1], rest=body[match.end() :].strip(), opens_line=opens_line)


def _names_speaker(label: str) -> bool:
    """Whether a label may be a name: with capitals, and no word for a note, a date, a claim or a verb of saying."""
    words = label.split()
    title = as_title(folded(label))
    if not together("unasserted.no_speakers").isdisjoint([title, folded(words[0])]):
        return False
    if pattern("topics").fullmatch(title) or pattern("settled").fullmatch(title):
        return False
    if any(_ends_in(title, verb) for verb in _speech_words()):
        return False
    return all(word[0].isupper() or not word[0].islower() or len(word) <= _PARTICLE for word in words) and (
        not words[0][0].islower()
    )


def _speech_words() -> frozenset[str]:
    return frozenset(phrase[-1] for phrase in phrases_together("cues.attribution"))


def _ends_in(title: str, verb: str) -> bool:
    return title.endswith(verb) if not title.isascii() and " " not in title else title.split()[-1:] == [verb]


def _speaks_alone(turn: _Turn) -> bool:
    """A label in capitals, or one before somebody's own voice, needs no second one beside it if it opens a line."""
    if not turn.opens_line or not turn.rest:
        return False
    if len(turn.label) > 1 and turn.label.isupper() and not turn.label.islower():
        return True
    words: Sequence[str] = re.findall(r"\w+", folded(turn.rest))
    return not together("anaphora.first_person").isdisjoint(words)


def _last_of(document: Document, turn: _Turn, behind: _Turn | None) -> int:
    """One past the last sentence of a turn: up to the next, else to the end of its paragraph if it opens a line."""
    own = document.block_of(turn.number)
    if behind is None or behind.number - turn.number > _TURN:
        return own.last if turn.opens_line else turn.number
    above = document.heading_above(behind.number)
    return own.last if above is not None and above.first > turn.number else behind.number
