"""Finds the words of a claim that stand in the source though no sentence states the claim, and says why it does not.

"He denied that the mayor lied."   claim "The mayor lied."  ->  the source has these words only inside “He denied …”
"“The mayor lied,” said Smith."    the same                 ->  the source has these words in a quotation, …
"## Myths", "The mayor lied."      the same                 ->  the source has these words under “Myths” …
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from summarizer.languages.scripts import UNSPACED
from summarizer.text.fold import folded
from summarizer.verification.reading.canonical_text import CanonicalText
from summarizer.verification.rules.statements.statement_index import StatementIndex
from summarizer.verification.rules.unasserted.not_asserted import NotAsserted, quoted

# Single quotation marks, which are told from apostrophes by what stands on either side.
_OPENED: Final = re.compile(r"(?<![^\s(:-])'(?=\w)")
_CLOSED: Final = re.compile(r"(?<=[.!?,…])'(?!\w)")
_INSIDE_WORD: Final = re.compile(f"[^\\W_{UNSPACED}]{{2}}")
_STOPS: Final = " .!?…。！？,;:\"'"
_MANY: Final = 8  # places that are looked at: a claim of one frequent word stands at hundreds


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatedWords:
    """The folded words of a document, sentence after sentence.

    Attributes:
        statements: The document by its statements.
        text: All of its sentences, folded, with a space between.
        starts: Where each of them begins in it.
    """

    statements: StatementIndex
    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, statements: StatementIndex) -> RepeatedWords:
        """The words of a document's sentences."""
        parts = [folded(sentence.text).strip() for sentence in statements.reading.sentences]
        starts: list[int] = []
        at = 0
        for part in parts:
            starts.append(at)
            at += len(part) + 1
        return cls(statements=statements, text=" ".join(parts), starts=tuple(starts))

    def why_not_stated(self, claim: CanonicalText) -> str:
        """Why the source does not state a claim whose words it has in a row; "" where it does not have them.

        Args:
            claim: From `reading.read`, one that no sentence states.
        """
        why = self.statements.why_not_asserted(claim)
        if why is not None:
            return why.reason
        words = folded(claim.text).strip(_STOPS)
        reasons = [self._reason_at(place, place + len(words)) for place in self._places(words)]
        # A sentence that is cut or written otherwise says more about the claim than one that holds it as a part.
        return min(reasons, key=lambda reason: reason[0])[1] if reasons else ""

    def _places(self, words: str) -> Iterator[int]:
        """The first places at which these words stand, whole."""
        found = 0
        place = self.text.find(words) if words else -1
        while place >= 0 and found < _MANY:
            if self._is_whole(place, place + len(words)):
                found += 1
                yield place
            place = self.text.find(words, place + 1)

    def _is_whole(self, start: int, end: int) -> bool:
        """Whether no word is cut at either end; scripts without blanks have no such ends."""
        left, right = self.text[max(0, start - 1) : start + 1], self.text[end - 1 : end + 1]
        return _INSIDE_WORD.fullmatch(left) is None and _INSIDE_WORD.fullmatch(right) is None

    def _reason_at(self, start: int, end: int) -> tuple[int, str]:
        """Why these words are not stated at a place, behind how little that says: 0 for most."""
        number = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, end - 1) - 1
        why = self.statements.unasserted.get(number)
        if why is not None:
            return 1, why.reason
        sentence = self._shown(number)
        before, behind = self.text[self.starts[number] : start], self.text[end : self._end(last)]
        if before.count('"') % 2 or len(_OPENED.findall(before)) > len(_CLOSED.findall(before)):
            return 1, NotAsserted("quotation", sentence).reason
        shown = quoted(sentence)
        if before.strip(_STOPS) or behind.strip(_STOPS):
            return (
                2,
                f"the source has these words only inside {shown}; read what the rest of it does to them",
            )
        if {number, last + 1} & self.statements.fragments:
            return (
                0,
                f"the source has these words where a sentence may be cut, in {shown}; read what is around them",
            )
        return (
            0,
            f"the source writes these words otherwise, {shown}, which may mean another thing; compare the two",
        )

    def _end(self, number: int) -> int:
        return self.starts[number + 1] - 1 if number + 1 < len(self.starts) else len(self.text)

    def _shown(self, number: int) -> str:
        document = self.statements.reading.document
        return document.prose(document.sentences[number].body)
