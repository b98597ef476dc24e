"""A statement read for what it is about and what it says of it, so that two of different sources can be compared.

ReadStatement.of("About 17,500 vehicles use the Kessel Bridge.", language="en")
    ->  topic {"vehicl", "us", "kessel", "bridg"}, names ("kessel", "bridge"), values (17500,)
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from rapidfuzz.distance import Indel

from summarizer.languages.record import CueKind
from summarizer.text.terms import is_function, stem
from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.reading.canonical_text import CanonicalText, Token
from summarizer.verification.reading.cues import cues_at
from summarizer.verification.reading.names import name_tokens
from summarizer.verification.reading.numbers.units import pounds_in
from summarizer.verification.rules.alignment.alignment import align

# As in merge.py: below nine tenths in sequence the same words may say the reverse.
_SAME_ORDER: Final = 0.9
# Of the words of the longer of two statements at most one in three is its own, and two are of both: what shares less
# may be about something else. By the pairs of tests/facts/test_statements.py.
_NEARLY_ALL: Final = 0.8
_LEAST_WORDS: Final = 2
# What only says who says it, or how surely, tells nothing of what a statement is about.
_BESIDE_TOPIC: Final[frozenset[CueKind]] = frozenset(("attribution", "modality", "bound", "quantifier"))


@dataclass(frozen=True)  # with no slots, so that what is read can be kept
class ReadStatement:
    """A statement in canonical form, and what follows from it."""

    form: CanonicalText
    language: str

    @classmethod
    def of(cls, statement: str, *, language: str, sterling: bool = False) -> ReadStatement:
        """The reading of a statement.

        Args:
            statement: One sentence or two.
            language: Its language, ISO 639-1.
            sterling: Whether the document that it is about speaks of sterling.
        """
        pounds = pounds_in(statement) if sterling else "weight"
        return cls(canonicalize(statement, language=language, pounds=pounds), language)

    @cached_property
    def values(self) -> tuple[Token, ...]:
        """Its numbers, sums, dates, times and units, in order."""
        return tuple(token for token in self.form.tokens if token.kind not in ("word", "mark", "quote"))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The words of its names, in order."""
        return tuple(token.key for token in name_tokens(self.form))

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The stems of its words that say what it is about, in order."""
        found = []
        for token, kinds in zip(self.form.tokens, self._cues, strict=True):
            word = stem(token.word)
            if token.kind == "word" and not is_function(word) and not kinds & _BESIDE_TOPIC:
                found.append(word)
        return tuple(found)

    @cached_property
    def topic(self) -> frozenset[str]:
        """The same stems, each once."""
        return frozenset(self.words)

    @cached_property
    def _cues(self) -> tuple[frozenset[CueKind], ...]:
        return tuple(cues_at(self.form.keys, self.language))

    @cached_property
    def turns(self) -> Counter[CueKind]:
        """How often each kind of cue stands in it: what denies, hedges, bounds or attributes."""
        found: Counter[CueKind] = Counter()
        for kinds in self._cues:
            found.update(kinds)
        return found

    def says_no_more_than(self, other: ReadStatement) -> bool:
        """Whether another statement has all words of this one in their order, few more, and equal values and turns.

        So a place that states the other states this one too, but for what a word such as "old" may restrict. Articles,
        and the order in which dates and places come, may differ. A statement that names nothing and has no value may be
        about anything: it is no part of any.

        Args:
            other: A statement of another source.
        """
        if not self._is_about_the_same(other) or not self._has_equal_values(other):
            return False
        theirs = [word for word in other.words if word in self.topic]
        if Indel.normalized_similarity(self.words, theirs) < _SAME_ORDER:
            return False
        return align(self.form, other.form, language=self.language).exchanged is None

    def _is_about_the_same(self, other: ReadStatement) -> bool:
        if not (self.names or self.values) or not self.topic <= other.topic:
            return False
        return self.topic == other.topic or (len(self.topic) >= _LEAST_WORDS and self.likeness(other) >= _NEARLY_ALL)

    def _has_equal_values(self, other: ReadStatement) -> bool:
        mine, theirs = (Counter(token.key for token in one.values) for one in (self, other))
        return mine == theirs and self.turns == other.turns

    def likeness(self, other: ReadStatement) -> float:
        """How much two statements are about the same: twice the stems that they share, of all; 0..1."""
        together = len(self.topic) + len(other.topic)
        return 2 * len(self.topic & other.topic) / together if together else 0.0
