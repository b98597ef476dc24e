"""Finds key phrases: short runs of words of the article that can stand as a title.

`key_phrases(document, range(20), count=2)` is `(KeyPhrase(text="Merrow Water", …), KeyPhrase(text="Ferry fares", …))`.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from summarizer.document.document import Document
from summarizer.extractive.title_candidates import COMMON_WORTH, NAME_WORTH, Key, title_candidates
from summarizer.text.span import Span
from summarizer.text.words import Word, words

# Phrases are sought in this much text; a section says what it is about well before.
_READ_CHARS: Final = 40_000
# What is named once in all is seldom what a section is about.
_NAMED_ONCE: Final = 0.5
# What each word beyond the first adds to a phrase: of "water" and "water prices" said as often the longer says more.
_FURTHER_WORD: Final = 0.25


class _Occurrence(NamedTuple):
    """A place of a phrase, the sentence that it lies in, and what the phrase is worth there."""

    span: Span
    sentence: int
    worth: float


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPhrase:
    """A phrase and a place of it: `folded(phrase.text) == folded(document.prose(phrase.span))`.

    `text` may differ from the article's words in the capital of its first letter alone. `score` is above zero.
    """

    text: str
    span: Span
    score: float


def key_phrases(document: Document, sentences: Sequence[int], *, count: int) -> tuple[KeyPhrase, ...]:
    """The phrases that say best what some sentences are about, best first: `len(key_phrases(d, s, count=n)) <= n`.

    Runs of capitalised words (names), pairs and triples of content words said more than once, single names said more
    than once, single nouns behind an article; in scripts without spaces, repeated runs of characters. None begins or
    ends with a function word, a number or an English verb, and none holds another of the result.

    Args:
        document: The document.
        sentences: Indexes of sentences to read; only the first 40,000 characters of them are.
        count: How many phrases at most.

    Returns:
        Distinct phrases, each with a place in those sentences; empty if nothing there reads like a title.
    """
    return phrases_by_group(document, [sentences], within=[sentences], count=count)[0]


def phrases_by_group(
    document: Document, groups: Sequence[Sequence[int]], *, within: Sequence[Sequence[int]], count: int
) -> tuple[tuple[KeyPhrase, ...], ...]:
    """The key phrases of each of several groups of sentences; what other groups say too counts less.

    Args:
        document: The document.
        groups: Groups of sentence indexes: what is said often there counts.
        within: For each group the sentences of it that a phrase must be found in.
        count: How many phrases at most for each.

    Returns:
        Phrases for each group, in the order of the groups, each with a place in the sentences of `within`.
    """
    tables = []
    for group, some in zip(groups, within, strict=True):
        # What the phrases must be found in is read first, so that it is read however long the group is.
        tables.append(_occurrences(document, tuple(dict.fromkeys([*some, *group]))))
    everywhere: Counter[Key] = Counter()
    for table in tables:
        everywhere.update({key: len(occurrences) for key, occurrences in table.items()})
    found = []
    for table, some in zip(tables, within, strict=True):
        found.append(_best_phrases(document, table, everywhere, within=frozenset(some), count=count))
    return tuple(found)


def _occurrences(document: Document, sentences: Sequence[int]) -> dict[Key, list[_Occurrence]]:
    table: defaultdict[Key, list[_Occurrence]] = defaultdict(list)
    for index, row in _read_sentences(document, sentences):
        for key, span, worth in title_candidates(document.text, row, document.language):
            table[key].append(_Occurrence(span, index, worth))
    return table


def _read_sentences(document: Document, sentences: Sequence[int]) -> Iterator[tuple[int, tuple[Word, ...]]]:
    """The words of each sentence with offsets into the document, until enough is read."""
    left = _READ_CHARS
    for index in sentences:
        start, end = document.sentences[index].body
        end = min(end, start + left)
        left -= end - start
        row = words(document.text[start:end])
        yield index, tuple(Word(word.text, word.start + start, word.end + start) for word in row)
        if left <= 0:
            return


def _best_phrases(
    document: Document,
    table: Mapping[Key, Sequence[_Occurrence]],
    everywhere: Mapping[Key, int],
    *,
    within: frozenset[int],
    count: int,
) -> tuple[KeyPhrase, ...]:
    """The phrases of one group, best first; none that lies within another of them, or has it within."""
    found: list[KeyPhrase] = []
    taken: list[Key] = []
    for key, score in _ranked_phrases(table, everywhere):
        if len(found) == count:
            break
        if any(_lies_within(key, other) or _lies_within(other, key) for other in taken):
            continue
        places = [one for one in table[key] if one.sentence in within]
        phrase = _shortest_form(document, places, score)
        if phrase is not None:
            found.append(phrase)
            taken.append(key)
    return tuple(found)


def _ranked_phrases(
    table: Mapping[Key, Sequence[_Occurrence]], everywhere: Mapping[Key, int]
) -> list[tuple[Key, float]]:
    """The phrases with their scores, best first: those said more than once and names, behind them nouns said once."""
    ranked = []
    for key, occurrences in table.items():
        worth = max(one.worth for one in occurrences)
        repeated = everywhere[key] > 1
        # Said once, two common words side by side may be anything; one behind an article is a noun.
        if not repeated and worth == COMMON_WORTH:
            continue
        score = _phrase_score(key, len(occurrences), everywhere[key], worth)
        behind = not repeated and worth != NAME_WORTH
        first_place = occurrences[0].span.start
        ranked.append((behind, -score, first_place, key))
    ranked.sort()
    return [(key, -negative) for _, negative, _, key in ranked]


def _phrase_score(key: Key, here: int, everywhere: int, worth: float) -> float:
    """Higher for what is said often, more here than elsewhere, of several words, and worth more as a title."""
    own: float = (here / everywhere) ** 0.5
    known = 1 + math.log(everywhere) if len(key) > 1 else 1.0
    if everywhere == 1:
        known *= _NAMED_ONCE
    return here * own * known * worth * (1 + _FURTHER_WORD * (len(key) - 1))


def _lies_within(inner: Key, outer: Key) -> bool:
    size = len(inner)
    starts = range(len(outer) - size + 1)
    return any(outer[start : start + size] == inner for start in starts)


def _shortest_form(document: Document, places: Sequence[_Occurrence], score: float) -> KeyPhrase | None:
    """The phrase in its shortest form ("Moorwald", not "Moorwalds") that is prose (a link's address is not)."""
    for place in sorted(places, key=_by_length):
        text = document.prose(place.span)
        if text and text in document.prose(document.sentences[place.sentence].body):
            return KeyPhrase(text=capitalized(text), span=place.span, score=score)
    return None


def _by_length(place: _Occurrence) -> tuple[int, int]:
    """The order of the shortest first, ties by what stands first."""
    start, end = place.span
    return end - start, start


def capitalized(text: str) -> str:
    """A phrase with a capital first, where its first word is all small and the capital is one letter."""
    capital = text[0].upper()
    if not text.split(maxsplit=1)[0].islower():
        return text
    # "ß" has two letters as a capital, and some letters do not come back as they were.
    if len(capital) != 1 or capital.lower() != text[0]:
        return text
    return capital + text[1:]
