"""Key phrases: short runs of words of the article that can stand as a title."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from summarizer.extractive.lexicon import ARTICLES, CALENDAR, JOINING, OF, SAYING, VAGUE, VERBS_EN
from summarizer.text.document import Document
from summarizer.text.span import Span
from summarizer.text.words import Word, words
from summarizer.verify.terms import is_function, stem

# Phrases are sought in this much text; a section says what it is about well before.
_READ_CHARS: Final = 40_000
_LONGEST_WORDS: Final = 4
_LONGEST_RUN: Final = 6
# Names say more of a section than common words do, and several words more than one. Set by reading the titles that the
# example articles got; look at them again (examples/) when one moves.
_NAME_WORTH: Final = 1.5
_COMMON_WORTH: Final = 1.0
_SINGLE_WORTH: Final = 0.4
_HEAD_WORTH: Final = 0.3
_JOINED_WORTH: Final = 0.9
# Every German noun has a capital, and alone it makes a fair title.
_NOUN_WORTH: Final = 0.9
# Who speaks is seldom what a section is about.
_SPEAKER: Final = 0.5

_Key: TypeAlias = tuple[str, ...]
_Occurrence: TypeAlias = tuple[Span, int, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPhrase:
    """A phrase and its first place: `folded(phrase.text) == folded(document.prose(phrase.span))`.

    `text` may differ from the article's words in the capital of its first letter alone. `score` is above zero.
    """

    text: str
    span: Span
    score: float


def key_phrases(document: Document, sentences: Sequence[int], *, count: int) -> tuple[KeyPhrase, ...]:
    """The phrases that say best what some sentences are about, best first: `len(key_phrases(d, s, count=n)) <= n`.

    Runs of capitalised words (names), pairs and triples of content words said more than once, single names said more
    than once; in scripts without spaces, repeated runs of characters. None begins or ends with a function word, a
    number or an English verb, and none holds another of the result.

    Args:
        document: The document.
        sentences: Indexes of sentences to read; only the first 40,000 characters of them are.
        count: How many phrases at most.

    Returns:
        Distinct phrases with their first place in those sentences; empty if nothing there reads like a title.
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
        Phrases for each group, in the order of the groups, with their first place in the sentences of `within`.
    """
    tables = [_occurrences(document, group) for group in groups]
    everywhere: Counter[_Key] = Counter()
    for table in tables:
        everywhere.update({key: len(row) for key, row in table.items()})
    return tuple(
        _best(document, _told(table, frozenset(some)), everywhere, count)
        for table, some in zip(tables, within, strict=True)
    )


def _told(table: Mapping[_Key, Sequence[_Occurrence]], some: frozenset[int]) -> dict[_Key, list[_Occurrence]]:
    """The phrases found in some sentences, with those occurrences first."""
    found: dict[_Key, list[_Occurrence]] = {}
    for key, row in table.items():
        inside = [one for one in row if one[1] in some]
        if inside:
            found[key] = inside + [one for one in row if one[1] not in some]
    return found


def _occurrences(document: Document, sentences: Sequence[int]) -> dict[_Key, list[_Occurrence]]:
    table: defaultdict[_Key, list[_Occurrence]] = defaultdict(list)
    for index, row in _read(document, sentences):
        for key, span, worth in _candidates(document.text, row, document.language):
            table[key].append((span, index, worth))
    return table


def _best(
    document: Document, table: Mapping[_Key, Sequence[_Occurrence]], everywhere: Mapping[_Key, int], count: int
) -> tuple[KeyPhrase, ...]:
    """The phrases of one group, best first: those said more than once, and names; any only where there are no such."""
    worths = {key: max(worth for _, _, worth in row) for key, row in table.items()}
    scored: list[tuple[float, int, _Key]] = []
    for key, row in table.items():
        own = (len(row) / everywhere[key]) ** 0.5
        known = 1 + math.log(everywhere[key]) if len(key) > 1 else 1.0
        scored.append((len(row) * own * known * worths[key] * (1 + 0.25 * (len(key) - 1)), row[0][0].start, key))
    named = {key for key, worth in worths.items() if worth == _NAME_WORTH}
    proven = [one for one in scored if everywhere[one[2]] > 1 or one[2] in named]
    # Said once, two common words side by side may be anything; one behind an article is a noun.
    nouns = [one for one in scored if worths[one[2]] != _COMMON_WORTH]
    found: list[KeyPhrase] = []
    taken: list[_Key] = []
    for score, _, key in sorted(proven or nouns, key=lambda item: (-item[0], item[1])):
        if len(found) == count:
            break
        if not any(_within(key, other) or _within(other, key) for other in taken):
            phrase = _titled(document, table[key], score)
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


def _candidates(text: str, row: tuple[Word, ...], language: str) -> Iterator[tuple[_Key, Span, float]]:
    """Phrases of one sentence: their stems, their place, and what one occurrence is worth."""
    for run in _touching(text, row):
        if len(run[0].text) == 1 and not run[0].text.isascii():
            yield from _unspaced(run)
            continue
        yield from _names(
            text, run[1:] if language == "de" and run[0] is row[0] else run, opens=run[0] is row[0], language=language
        )
        yield from _headed(run)
        for size in range(2, _LONGEST_WORDS):
            for first in range(len(run) - size + 1):
                part = run[first : first + size]
                if (
                    all(_is_content(word.text) for word in part)
                    and _may_end(part[-1].text)
                    and _may_begin(part[0].text)
                    and (language != "de" or _is_german_noun_phrase(text, part))
                ):
                    yield _stems(part), _place(part), _COMMON_WORTH


def _headed(run: Sequence[Word]) -> Iterator[tuple[_Key, Span, float]]:
    """Nouns told by their neighbors: one word behind an article ("the cable"), or two joined ("price of cable")."""
    for place in range(1, len(run)):
        ends = place + 1 == len(run) or not _is_content(run[place + 1].text)
        if not ends or not _may_end(run[place].text) or not _is_content(run[place].text):
            continue
        if run[place - 1].text in ARTICLES:
            yield _stems(run[place : place + 1]), _place(run[place : place + 1]), _HEAD_WORTH
        elif (
            place > 1
            and run[place - 1].text in OF
            and _is_content(run[place - 2].text)
            and _may_end(run[place - 2].text)
        ):
            yield _stems(run[place - 2 : place + 1]), _place(run[place - 2 : place + 1]), _JOINED_WORTH


def _is_german_noun_phrase(text: str, part: Sequence[Word]) -> bool:
    """German writes nouns with a capital, and an adjective that can open a title ends in -e ("nasse Wälder")."""
    return text[part[-1].start].isupper() and all(
        text[word.start].isupper() or word.text.endswith("e") for word in part[:-1]
    )


def _touching(text: str, row: tuple[Word, ...]) -> Iterator[list[Word]]:
    """Runs of words with nothing but a space between them, or nothing in scripts without spaces."""
    run: list[Word] = []
    for word in row:
        if run:
            unspaced = [len(one.text) == 1 and not one.text.isascii() for one in (run[-1], word)]
            gap = text[run[-1].end : word.start]
            joined = not gap if all(unspaced) else gap in {" ", "-", "\n", "\u00a0"} and not any(unspaced)
            if not joined:
                yield run
                run = []
        run.append(word)
    if run:
        yield run


def _names(text: str, run: Sequence[Word], *, opens: bool, language: str) -> Iterator[tuple[_Key, Span, float]]:
    """Maximal runs of capitalised words; the first word of a sentence only counts beside another."""
    part: list[Word] = []
    single = _NOUN_WORTH if language == "de" else _SINGLE_WORTH
    for place, word in enumerate([*run, None]):
        name = (
            word is not None
            and text[word.start].isupper()
            and _is_content(word.text)
            and word.text not in CALENDAR
            and word.text not in VERBS_EN
        )
        if word is not None and name and len(part) < _LONGEST_WORDS:
            part.append(word)
            if not word.text.endswith("'s"):
                continue
        if len(part) > 1 or (part and not (opens and part[0] is run[0])):
            around = [run[place - len(part) - 1].text] if place > len(part) else []
            around += [word.text] if word is not None else []
            said = not SAYING.isdisjoint(around)
            worth = _NAME_WORTH if len(part) > 1 else single
            yield _stems(part), _place(part), worth * (_SPEAKER if said else 1.0)
        part = []


def _unspaced(run: list[Word]) -> Iterator[tuple[_Key, Span, float]]:
    for size in range(2, _LONGEST_RUN + 1):
        for first in range(len(run) - size + 1):
            part = run[first : first + size]
            if part[0].text in JOINING or part[-1].text in JOINING or _is_hiragana(part):
                continue
            if size % 2 == 0 or not all("\u4e00" <= word.text[0] <= "\u9fff" for word in part):
                yield tuple(word.text for word in part), _place(part), _SINGLE_WORTH


def _is_hiragana(part: Sequence[Word]) -> bool:
    return any("\u3041" <= part[end].text[0] <= "\u309f" for end in (0, -1))


def _is_content(word: str) -> bool:
    bare = word.removesuffix("'s")
    return (
        len(bare) > 2
        and bare not in ARTICLES
        and bare not in VAGUE
        and not is_function(stem(bare))
        and not bare[0].isdigit()
    )


def _may_begin(word: str) -> bool:
    return word not in VERBS_EN and word not in CALENDAR and not word.endswith(("ly", "ed"))


def _may_end(word: str) -> bool:
    return _may_begin(word) and not word.endswith("ing")


def _stems(part: Sequence[Word]) -> _Key:
    return tuple(stem(word.text) for word in part)


def _place(part: Sequence[Word]) -> Span:
    """From the first word to the last, without the "'s" of a possessive."""
    end = part[-1].end
    return Span(part[0].start, end - 2 if part[-1].text.endswith("'s") else end)


def _within(inner: _Key, outer: _Key) -> bool:
    size = len(inner)
    return any(outer[first : first + size] == inner for first in range(len(outer) - size + 1))


def _titled(document: Document, places: Sequence[_Occurrence], score: float) -> KeyPhrase | None:
    """The phrase at its first place that is readable prose (in HTML, words of a tag are not)."""
    for span, index, _ in places:
        text = document.prose(span)
        if text and text in document.prose(document.sentences[index].body):
            return KeyPhrase(text=capitalized(text), span=span, score=score)
    return None


def capitalized(text: str) -> str:
    """A phrase with a capital first, where its first word is all small and the capital is one letter."""
    first, capital = text.split(maxsplit=1)[0], text[0].upper()
    return capital + text[1:] if first.islower() and len(capital) == 1 and capital.lower() == text[0] else text
