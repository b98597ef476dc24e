"""How much is written of a text: facts and sentences at most, by its length and the length asked for.

size_of(600, length="medium")   ->  SummarySize(sentences=11, sections=2)
most_facts(300)                 ->  5

These are the sizes that a model is asked for; those of the engine without a model are in extractive/summary_plan.py.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from summarizer.extractive.summary_plan import Length

__all__ = ["LENGTHS", "Length", "SummarySize", "most_facts", "size_of"]

# A quick summary is read in a minute (medium: about 14 sentences of a text of a thousand words, 250 words, as in the
# reference form); short is its lead, long two and a half times it.
_TIMES: Final[dict[Length, float]] = {"short": 0.4, "medium": 1.0, "long": 2.5}
LENGTHS: Final[tuple[Length, ...]] = tuple(_TIMES)
# Up to a thousand words the summary grows with the square root of the text, as it holds the same share of less and less
# detail; beyond that by a seventh for twice the words, so that a novel has two pages. Read benchmarks/recordings again
# when one of these moves.
_FULL_WORDS: Final = 1000
_FULL_SENTENCES: Final = 14
_GROWTH: Final = 0.2
# A summary of more than half of a text's sentences (about 17 words each) is the text again.
_WORDS_A_SENTENCE: Final = 34
_FEWEST_SENTENCES: Final = 2
# Read blind, summaries with 25 words a sentence were liked better than those with 33 that said as much.
_WORDS_A_WRITTEN_SENTENCE: Final = 25
# Three to four sentences a section. A lead of three and two sections of two take seven; read blind, eight sentences in
# one block were liked less than the same in parts.
_SENTENCES_A_SECTION: Final = 4
_FEWEST_WITH_SECTIONS: Final = 7
_FEWEST_SECTIONS: Final = 2
_MOST_SECTIONS: Final = 10
# Key facts by the square root of the words: a note of sixty has two, a news report of three hundred six, as in the
# reference form, a report of 2,300 fifteen; nobody takes in more than two dozen.
_FACTS_BY_ROOT: Final = 3.2
_FEWEST_FACTS: Final = 2
_MOST_FACTS: Final = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class SummarySize:
    """Counts of sentences and of sections, each at most."""

    sentences: int
    sections: int

    @property
    def words(self) -> int:
        """About how many words that is, in sentences that are read once."""
        return _WORDS_A_WRITTEN_SENTENCE * self.sentences

    @property
    def sections_in_words(self) -> str:
        """How many sections at most, as a prompt says it behind "and"."""
        if not self.sections:
            return "no titled section beside the lead"
        return f"at most {self.sections} titled sections behind the lead, each of two sentences or more"


def size_of(words: int, *, length: Length) -> SummarySize:
    """The size of a summary of a text: it grows with the text, and more slowly.

    Args:
        words: of the text.
        length: what was asked for.
    """
    if words <= _FULL_WORDS:
        full = _FULL_SENTENCES * math.sqrt(words / _FULL_WORDS)
    else:
        full = _FULL_SENTENCES * (words / _FULL_WORDS) ** _GROWTH
    carried = max(_FEWEST_SENTENCES, words // _WORDS_A_SENTENCE)
    sentences = max(_FEWEST_SENTENCES, min(carried, round(full * _TIMES[length])))
    wanted = max(_FEWEST_SECTIONS, (sentences - 1) // _SENTENCES_A_SECTION)
    sections = wanted if sentences >= _FEWEST_WITH_SECTIONS else 0
    return SummarySize(sentences=sentences, sections=min(_MOST_SECTIONS, sections))


def most_facts(words: int) -> int:
    """Key facts of a text of so many words, where nobody said how many: `2 <= result <= 24`."""
    return min(_MOST_FACTS, max(_FEWEST_FACTS, round(math.sqrt(words) / _FACTS_BY_ROOT)))
