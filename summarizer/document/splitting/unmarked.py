"""Words without punctuation, as speech to text writes them, are cut into pieces that can be pointed at.

pieces_of("so today we talk about the bridge and " * 20)   ->  places of 20 to 45 words, each behind a line or clause
unmarked_among("…", spans, blocks)                         ->  the indexes of sentences that are such pieces
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from summarizer.languages.registry import cached_by_records, together
from summarizer.text.span import Span
from summarizer.text.terms import is_function

# No writer goes on for so many words without a comma: of 1,000 pages of novels none does, of speech to text all do.
_MOST_WORDS: Final = 60
_FEWEST_CHARS: Final = 100  # that so many words have in any script
# A piece has so many words: as long as a long sentence, and cut before a word that begins a clause if there is one.
_FEWEST: Final = 20
_MOST: Final = 40
_MARK: Final = re.compile(r"[.,;:!?](?=[\s\"'”’»)\]]|$)|[…—–()\[\]“”„«»|。，、；：！？؟،؛।]|\s-\s")
_LAST: Final = frozenset(
    ".,;:!?…—–()[]“”„«»|。，、；：！？؟،؛।\"'’‘"
)  # with one of these the last word of a sentence has a mark
_WORD: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\s\u3040-\u30ff\u3400-\u9fff]+")
_LETTERS: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")  # two of which are about a word
# Scripts whose sentences have no marks: Thai, Lao, Khmer, Burmese, Tibetan.
_MARKLESS: Final = re.compile(r"[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff]")


def pieces_of(text: str) -> list[int]:
    """The starts of the pieces of one sentence, but for the first; none where it is no longer than sentences are.

    Args:
        text: What a splitter took for one sentence, with its line ends.
    """
    if len(text) <= _FEWEST_CHARS:
        return []
    found: list[int] = []
    here = 0
    for mark in [*(match.end() for match in _MARK.finditer(text)), len(text)]:
        if mark - here > _MOST_WORDS and _is_long(text[here:mark]):
            found += (here + cut for cut in _cuts(text[here:mark]))
        here = mark
    return found


def unmarked_among(text: str, sentences: Sequence[Span], blocks: Sequence[range]) -> frozenset[int]:
    """The indexes of the sentences that stand side by side in one stretch without punctuation, cut by its length.

    Args:
        text: The document's text.
        sentences: The places of its sentences.
        blocks: Which of them each paragraph has.
    """
    found: set[int] = set()
    for block in blocks:
        for run in _runs(text, sentences, block):
            if _is_long(text[sentences[run.start].start : sentences[run.stop - 1].end]):
                found.update(run)
    return frozenset(found)


def count_words(text: str) -> int:
    """How many words a text has; of scripts without blanks two characters are one."""
    letters = len(_LETTERS.findall(text))
    return len(_WORD.findall(text)) - letters + letters // 2


def _runs(text: str, sentences: Sequence[Span], block: range) -> Iterator[range]:
    """The sentences of a paragraph, two at least, between which and in which there is no mark."""
    first = block.start
    for number in block:
        ends = number + 1 == block.stop or text[sentences[number].end - 1] in _LAST
        if not ends:
            continue
        if number > first:  # as in hardly any paragraph
            yield from _without_marks(text, sentences, range(first, number + 1))
        first = number + 1


def _without_marks(text: str, sentences: Sequence[Span], run: range) -> Iterator[range]:
    """The parts of a run, two sentences at least, in which there is no mark."""
    first = run.start
    for number in run:
        own = sentences[number].of(text)
        if _MARK.search(own, 0, len(own) - 1):
            if number - first > 1:
                yield range(first, number)
            first = number + 1
    if run.stop - first > 1:
        yield range(first, run.stop)


def _is_long(stretch: str) -> bool:
    return count_words(stretch) > _MOST_WORDS and _MARKLESS.search(stretch) is None


def _cuts(stretch: str) -> list[int]:
    """Where a long stretch is cut: at line ends where it has some, else before words that begin a clause."""
    words = list(_WORD.finditer(stretch))
    cuts: list[int] = []
    first = 0
    while len(words) - first > _MOST:
        first = _next_cut(stretch, words, first)
        cuts.append(words[first].start())
    return cuts


def _next_cut(stretch: str, words: Sequence[re.Match[str]], first: int) -> int:
    """The number of the word that begins the next piece: behind a line end, else before a conjunction, else any."""
    near = range(first + _FEWEST, min(first + _MOST, len(words) - 1) + 1)
    ends = [number for number in near if "\n" in stretch[words[number - 1].end() : words[number].start()]]
    clauses = [number for number in near if words[number].group().casefold() in _clause_words()]
    spaced = [number for number in near if words[number - 1].end() < words[number].start()]
    fair = [number for number in spaced if not is_function(words[number - 1].group().casefold())]
    return next((some[-1] for some in (ends, clauses, fair, spaced) if some), near[-1])


@cached_by_records
def _clause_words() -> frozenset[str]:
    return together("vocabulary.conjunctions")
