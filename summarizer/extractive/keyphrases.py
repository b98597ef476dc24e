"""Key phrases: short runs of words of the article that can stand as a title."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from summarizer.document.document import Document
from summarizer.extractive.title_candidates import COMMON_WORTH, NAME_WORTH, Key, title_candidates
from summarizer.text.span import Span
from summarizer.text.words import Word, words

# Phrases are sought in this much text; a section says what it is about well before.
_READ_CHARS: Final = 40_000
# What is named once in all is seldom what a section is about.
_ONCE: Final = 0.5

# A place, the sentence that it lies in, and what the phrase is worth there.
Occurrence: TypeAlias = tuple[Span, int, float]


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
    # What the phrases must be found in is read first, so that it is read however long the group is.
    tables = [
        _occurrences(document, tuple(dict.fromkeys([*some, *group])))
        for group, some in zip(groups, within, strict=True)
    ]
    everywhere: Counter[Key] = Counter()
    for table in tables:
        everywhere.update({key: len(row) for key, row in table.items()})
    return tuple(
        _best(document, table, everywhere, within=frozenset(some), count=count)
        for table, some in zip(tables, within, strict=True)
    )


def _occurrences(document: Document, sentences: Sequence[int]) -> dict[Key, list[Occurrence]]:
    table: defaultdict[Key, list[Occurrence]] = defaultdict(list)
    for index, row in _read(document, sentences):
        for key, span, worth in title_candidates(document.text, row, document.language):
            table[key].append((span, index, worth))
    return table


def _best(
    document: Document,
    table: Mapping[Key, Sequence[Occurrence]],
    everywhere: Mapping[Key, int],
    *,
    within: frozenset[int],
    count: int,
) -> tuple[KeyPhrase, ...]:
    """The phrases of one group, best first: those said more than once and names, behind them nouns said once."""
    worths = {key: max(worth for _, _, worth in row) for key, row in table.items()}
    scored: list[tuple[float, int, Key]] = []
    for key, row in table.items():
        own = (len(row) / everywhere[key]) ** 0.5
        known = 1 + math.log(everywhere[key]) if len(key) > 1 else 1.0
        known *= _ONCE if everywhere[key] == 1 else 1.0
        scored.append((len(row) * own * known * worths[key] * (1 + 0.25 * (len(key) - 1)), row[0][0].start, key))
    named = {key for key, worth in worths.items() if worth == NAME_WORTH}
    # Said once, two common words side by side may be anything; one behind an article is a noun.
    ranked = [
        (not (everywhere[key] > 1 or key in named), -score, start, key)
        for score, start, key in scored
        if everywhere[key] > 1 or worths[key] != COMMON_WORTH
    ]
    found: list[KeyPhrase] = []
    taken: list[Key] = []
    for _, negative, _, key in sorted(ranked):
        if len(found) == count:
            break
        if not any(_within(key, other) or _within(other, key) for other in taken):
            phrase = _titled(document, [one for one in table[key] if one[1] in within], -negative)
            if phrase is not None:
                found.append(phrase)
                taken.append(key)
    return tuple(found)


def _read(document: Document, sentences: Sequence[int]) -> Iterator[tuple[int, tuple[Word, ...]]]:
    """The words of each sentence with offsets into the document, until enough is read."""
    left = _READ_CHARS
    for index in sentences:
        start, end = document.sentences[index].body
        end = min(end, start + left)
        left -= end - start
        yield index, tuple(Word(w.text, w.start + start, w.end + start) for w in words(document.text[start:end]))
        if left <= 0:
            return


def _within(inner: Key, outer: Key) -> bool:
    size = len(inner)
    return any(outer[first : first + size] == inner for first in range(len(outer) - size + 1))


def _titled(document: Document, places: Sequence[Occurrence], score: float) -> KeyPhrase | None:
    """The phrase in its shortest form ("Moorwald", not "Moorwalds") that is prose (a link's address is not)."""
    for span, index, _ in sorted(places, key=lambda place: (place[0].end - place[0].start, place[0].start)):
        text = document.prose(span)
        if text and text in document.prose(document.sentences[index].body):
            return KeyPhrase(text=capitalized(text), span=span, score=score)
    return None


def capitalized(text: str) -> str:
    """A phrase with a capital first, where its first word is all small and the capital is one letter."""
    first, capital = text.split(maxsplit=1)[0], text[0].upper()
    return capital + text[1:] if first.islower() and len(capital) == 1 and capital.lower() == text[0] else text
