"""Finds the sentences that only go on with the one before, where a splitter took something else for an end.

    "They hired approx. | seven men here."   ->  the second: the full stop is of an abbreviation
    "The bridge over | the river is closed"  ->  the second, in the next paragraph: a page broke the sentence
    "The plan of Option B. | Its cost rose"  ->  none

Neither part says what the whole says, so neither states a claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from summarizer.document.document import Document, Sentence
from summarizer.languages.registry import together
from summarizer.text.terms import is_function
from summarizer.verification.reading.canonical_text import CanonicalText, Token

_WORD: Final = 5  # letters beyond which a lower-case word before a full stop is no abbreviation


def fragment_sentences(document: Document, sentences: Sequence[CanonicalText]) -> Iterable[int]:
    """The indexes of the sentences that go on with the one before.

    Args:
        document: The source.
        sentences: Its sentences in canonical form.
    """
    cased = document.text != document.text.lower()
    openings = {part.first for part in document.parts}  # no source goes on with another
    for one, two in pairwise(document.sentences):
        if two.index in openings:
            continue
        before, after = sentences[one.index], sentences[two.index]
        if not before.tokens or not after.tokens:
            continue
        seam = _Seam(before=before, first=after.tokens[0], new_line="\n" in document.text[one.end : two.start])
        if one.block != two.block:
            goes_on = _are_paragraphs(document, one, two) and seam.breaks_off
        else:
            goes_on = seam.is_behind_abbreviation or (cased and seam.goes_on_small) or seam.is_open
        if goes_on:
            yield two.index


def _are_paragraphs(document: Document, one: Sentence, two: Sentence) -> bool:
    return document.blocks[one.block].kind == document.blocks[two.block].kind == "paragraph"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seam:
    """Where one sentence ends and the next begins: the first of the two, the first token of the second."""

    before: CanonicalText
    first: Token
    new_line: bool

    @property
    def last(self) -> Token:
        """The last token before it, which is not the full stop."""
        return self.before.tokens[-1]

    @property
    def breaks_off(self) -> bool:
        """Between paragraphs: without a mark on one side, without a capital on the other."""
        ends = self.before.closed or self.last.kind not in ("word", "number")
        return not ends and self.first.shape == "lower"

    @property
    def is_behind_abbreviation(self) -> bool:
        """As in "Dr. | Smith", "George W. | Bush" and "No. | 5"; a lone "Ms." takes nothing with it."""
        if not self.before.closed or len(self.before.tokens) == 1:
            return False
        if self.last.key in together("prose.titles"):
            return True
        return not self.new_line and (self._is_initial or self._is_rank)

    @property
    def _is_initial(self) -> bool:
        """As in "George W. | Bush"; but "under Option B. | Its cost" are two sentences."""
        single = self.last.shape == "title" and len(self.last.key) == 1 and self.last.key != "i"
        return single and not is_function(self.first.key)

    @property
    def _is_rank(self) -> bool:
        return self.last.key == "no" and self.first.kind == "number"

    @property
    def goes_on_small(self) -> bool:
        """Without a capital, where nothing before says that the sentence is at its end."""
        if self.first.shape != "lower" or self.last.kind == "quote":
            return False
        long_word = self.last.shape == "lower" and len(self.last.key) > _WORD
        return not (self.before.closed and (self.new_line or long_word))

    @property
    def is_open(self) -> bool:
        """Without any mark at the end, and on the same line."""
        if self.before.closed or self.new_line or self.last.kind in ("mark", "quote"):
            return False
        return self.last.key.isascii()
