"""The index of what a document states finds the sentences that a claim equals, token for token.

index.find(reading.read("The harbour board met on Monday"))  ->  StatedAt(first=0, last=0, verbatim=False)
index.find(reading.read("The board met"))                    ->  None: part of a sentence says less than the whole
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from summarizer.text.fold import folded
from summarizer.verification.reading.canonical_text import CanonicalText
from summarizer.verification.reading.casing import same_case
from summarizer.verification.rules.statements.discourse_markers import discourse_marker, list_number
from summarizer.verification.rules.statements.document_reading import DocumentReading
from summarizer.verification.rules.statements.fragments import fragment_sentences
from summarizer.verification.rules.statements.run_on_sentences import further_sentences
from summarizer.verification.rules.unasserted.not_asserted import NotAsserted
from summarizer.verification.rules.unasserted.sentences import unasserted_sentences

_ENDS: Final = frozenset(("?", "!", '"', "..."))  # of a sentence, but a full stop, as tokens
_MOST: Final = 12  # sentences in one claim; a longer text is no claim, and each start costs a comparison


class StatedAt(NamedTuple):
    """Sentences `first` to `last` (inclusive) of the document say what the claim says; `verbatim` once folded."""

    first: int
    last: int
    verbatim: bool


class _Beginning(NamedTuple):
    """A sentence, and the token of it with which a claim may begin: its first, or the one behind "However,"."""

    sentence: int
    token: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementIndex:
    """Where each statement of a document begins and ends.

    Attributes:
        reading: The document with its sentences in canonical form.
        beginnings: Where statements begin, by the key of their first token.
        further: For each sentence the tokens with which a further one begins inside it, that the splitter did not see.
        fragments: The sentences that only go on with the one before.
        unasserted: The sentences that the document does not say itself, and why.
    """

    reading: DocumentReading
    beginnings: Mapping[str, Sequence[_Beginning]]
    further: tuple[tuple[int, ...], ...]
    fragments: frozenset[int]
    unasserted: Mapping[int, NotAsserted]

    @classmethod
    def of(cls, reading: DocumentReading) -> StatementIndex:
        """The index of a document's reading."""
        further = tuple(further_sentences(sentence) for sentence in reading.sentences)
        return cls(
            reading=reading,
            beginnings=_beginnings(reading.sentences, further, reading.document.language),
            further=further,
            fragments=frozenset(fragment_sentences(reading.document, reading.sentences)),
            unasserted=unasserted_sentences(reading.document, reading.sentences),
        )

    def find(self, claim: CanonicalText, *, first: Sequence[int] = ()) -> StatedAt | None:
        """The first of the places that `find_all` gives; None if there is none."""
        return next(self.find_all(claim, first=first), None)

    def find_all(self, claim: CanonicalText, *, first: Sequence[int] = ()) -> Iterator[StatedAt]:
        """The sentences that state the claim, whole sentences and one after the other, wherever they stand.

        Args:
            claim: From `reading.read`.
            first: Indexes of sentences to prefer, such as those that a model cited.
        """
        beginnings = self.beginnings.get(claim.keys[0], ()) if claim.keys else ()
        preferred = set(first)
        for begin in sorted(beginnings, key=lambda begin: begin.sentence not in preferred):
            last = self._last(claim, begin) if self._is_whole(begin) else None
            if last is not None and self._says_it(begin.sentence, last):
                yield StatedAt(begin.sentence, last, self._is_verbatim(claim, begin.sentence, last))

    def why_not_asserted(self, claim: CanonicalText) -> NotAsserted | None:
        """Why the document does not say what it has word for word; None where it has the claim nowhere as a sentence.

        Args:
            claim: From `reading.read`, one that `find` did not find.
        """
        for begin in self.beginnings.get(claim.keys[0], ()) if claim.keys else ():
            last = self._last(claim, begin)
            why = None if last is None else self._not_asserted(begin.sentence, last)
            if why is not None:
                return why
        return None

    def _says_it(self, first: int, last: int) -> bool:
        """Whether the document says these sentences itself, and as they are read."""
        misread = self.reading.misread
        seen = not misread or not any(number in misread for number in range(first, last + 1))
        return seen and self._not_asserted(first, last) is None

    def _not_asserted(self, first: int, last: int) -> NotAsserted | None:
        """Why sentences are not asserted: for the first of them, or for the last where it is taken back behind it."""
        behind = self.unasserted.get(last)
        return self.unasserted.get(first) or (behind if behind and behind.kind == "taken_back" else None)

    def _is_whole(self, begin: _Beginning) -> bool:
        """Whether a statement begins there, and not the second part of one."""
        return begin.sentence not in self.fragments or begin.token in self.further[begin.sentence]

    def _last(self, claim: CanonicalText, begin: _Beginning) -> int | None:
        """The last of the sentences that the claim equals, token for token; None if it does not."""
        done, place = 0, begin.token
        sentences = self.reading.sentences
        for number in range(begin.sentence, min(begin.sentence + _MOST, len(sentences))):
            sentence = sentences[number]
            length = self._length(number, place, left=len(claim.keys) - done)
            if not _equal(claim, done, sentence, place, length):
                return None
            done += length
            if done == len(claim.keys):
                ends_inside = place + length < len(sentence.keys)
                return number if ends_inside or number + 1 not in self.fragments else None
            stop = _stop_between(claim, done, sentence)
            if stop is None:
                return None
            done, place = done + stop, 0
        return None

    def _length(self, number: int, place: int, *, left: int) -> int:
        """How many tokens to compare: all behind a place, or fewer where the claim ends before a further sentence."""
        length = len(self.reading.sentences[number].keys) - place
        return left if left < length and place + left + 1 in self.further[number] else length

    def _is_verbatim(self, claim: CanonicalText, first: int, last: int) -> bool:
        if first == last and self.reading.sentences[first].text == claim.text:
            return True
        there = self.reading.span(first, last).of(self.reading.document.text)
        return folded(there).strip() == folded(claim.text).strip()


def _beginnings(
    sentences: Sequence[CanonicalText], further: Sequence[Sequence[int]], language: str
) -> Mapping[str, Sequence[_Beginning]]:
    found: defaultdict[str, list[_Beginning]] = defaultdict(list)
    for number, sentence in enumerate(sentences):
        for start in (0, *further[number]):
            behind_marker = start + discourse_marker(sentence.keys[start:], language)
            behind_number = start + list_number(sentence.tokens[start:], language)
            for place in dict.fromkeys((start, behind_marker, behind_number)):
                if place < len(sentence.keys):
                    found[sentence.keys[place]].append(_Beginning(number, place))
    return found


def _equal(claim: CanonicalText, done: int, sentence: CanonicalText, place: int, length: int) -> bool:
    """Whether so many tokens of claim and sentence mean the same, and are written in the same case."""
    if claim.keys[done : done + length] != sentence.keys[place : place + length]:
        return False
    return same_case(claim, done, sentence, place, length)


def _stop_between(claim: CanonicalText, done: int, sentence: CanonicalText) -> int | None:
    """How many tokens of the claim are the stop behind a sentence, 0 or 1; None where the sentences do not part alike.

    What ends a sentence is no ornament: "Smith knew. The mayor lied." is not "Smith knew the mayor lied."
    """
    if sentence.closed:
        return 1 if claim.keys[done] == "." else None
    return 0 if sentence.keys and sentence.keys[-1] in _ENDS else None
