"""Finds the runs of words in a sentence that may be a title.

"The council raised the price of water in Merrow Bay." has "price of water" (two nouns joined), "council" and "price"
(a noun behind an article) and "Merrow Bay" (a name).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from summarizer.languages.registry import cached_by_records, cached_until_registered, language_of, languages, together
from summarizer.languages.scripts import is_han, is_hiragana
from summarizer.text.span import Span
from summarizer.text.terms import is_function, stem
from summarizer.text.words import Word

_LONGEST_NAME: Final = 4
_LONGEST_PHRASE: Final = 3
_LONGEST_CHARACTERS: Final = 6
# Names say more of a section than common words do, and several words more than one. Set by reading the titles that the
# example articles got; look at them again (examples/) when one moves.
NAME_WORTH: Final = 1.5
COMMON_WORTH: Final = 1.0
_SINGLE_NAME_WORTH: Final = 0.4
_SINGLE_NOUN_WORTH: Final = 0.4
_JOINED_NOUNS_WORTH: Final = 0.9
_CHARACTERS_WORTH: Final = 0.4
# Every German noun has a capital, and alone it makes a fair title.
_GERMAN_NOUN_WORTH: Final = 0.9
# Who speaks is seldom what a section is about.
_SPEAKER: Final = 0.5
# An article has fewer different words than this, and each is asked about several times.
_WORDS_KEPT: Final = 1 << 14
# What may stand between two words of a phrase.
_GAPS: Final = frozenset((" ", "-", "\n", "\u00a0"))

# A phrase as the stems of its words, so that its forms count together.
Key: TypeAlias = tuple[str, ...]
# A phrase, its place, and what it is worth there.
Candidate: TypeAlias = tuple[Key, Span, float]


def title_candidates(text: str, row: tuple[Word, ...], language: str) -> Iterator[Candidate]:
    """The phrases of one sentence that may be a title: their stems, their place, and what one occurrence is worth.

    Args:
        text: The document's text.
        row: The words of the sentence, with offsets into `text`.
        language: ISO 639-1, or "".

    Returns:
        Each occurrence of each phrase; the same words may come more than once with different worth.
    """
    capital_nouns = language_of(language).prose.capital_nouns
    for run in _unbroken_runs(text, row):
        if _is_unspaced(run[0]):
            yield from _character_phrases(run)
            continue
        opens = run[0] is row[0]
        # The capital of a German noun tells something only where no sentence begins.
        named = run[1:] if capital_nouns and opens else run
        yield from _names(text, named, opens=opens, language=language)
        yield from _nouns(run)
        yield from _common_phrases(text, run, language)


def _unbroken_runs(text: str, row: tuple[Word, ...]) -> Iterator[list[Word]]:
    """Runs of words with nothing but a space between them, or nothing in scripts without spaces."""
    run: list[Word] = []
    for word in row:
        if run and not _is_joined(text, run[-1], word):
            yield run
            run = []
        run.append(word)
    if run:
        yield run


def _is_joined(text: str, before: Word, word: Word) -> bool:
    gap = text[before.end : word.start]
    if _is_unspaced(before) != _is_unspaced(word):
        return False
    return not gap if _is_unspaced(word) else gap in _GAPS


def _is_unspaced(word: Word) -> bool:
    """True for a character of a script without spaces, which is a word of its own."""
    return len(word.text) == 1 and not word.text.isascii()


def _names(text: str, run: Sequence[Word], *, opens: bool, language: str) -> Iterator[Candidate]:
    """Runs of capitalized words; the first word of a sentence only counts beside another."""
    single = _GERMAN_NOUN_WORTH if language_of(language).prose.capital_nouns else _SINGLE_NAME_WORTH
    for name, end in _capitalized_runs(text, run):
        if len(name) == 1 and opens and name[0] is run[0]:
            continue
        worth = NAME_WORTH if len(name) > 1 else single
        if _is_speaker(run, end - len(name), end):
            worth *= _SPEAKER
        yield _stems(name), _place(name), worth


def _capitalized_runs(text: str, run: Sequence[Word]) -> Iterator[tuple[list[Word], int]]:
    """Capitalized words side by side, and the place in the run where they were seen to end; a possessive ends them."""
    name: list[Word] = []
    for place, word in enumerate(run):
        if _is_capitalized(text, word) and len(name) < _LONGEST_NAME:
            name.append(word)
            if not word.text.endswith("'s"):
                continue
        if name:
            yield name, place
        name = []
    if name:
        yield name, len(run)


def _is_capitalized(text: str, word: Word) -> bool:
    if not text[word.start].isupper() or not _is_content(word.text):
        return False
    return word.text not in _calendar_words() and word.text not in together("prose.verbs")


def _is_speaker(run: Sequence[Word], start: int, end: int) -> bool:
    """True for a name with a word of saying before or behind it."""
    around = []
    if start > 0:
        around.append(run[start - 1].text)
    if end < len(run):
        around.append(run[end].text)
    return not together("anaphora.speech_words").isdisjoint(around)


def _nouns(run: Sequence[Word]) -> Iterator[Candidate]:
    """Nouns told by their neighbors: one word behind an article ("the cable"), or two joined ("price of cable")."""
    for place in range(1, len(run)):
        if not _may_be_noun(run[place]) or not _ends_phrase(run, place):
            continue
        before = run[place - 1].text
        if before in together("anaphora.articles"):
            noun = run[place : place + 1]
            yield _stems(noun), _place(noun), _SINGLE_NOUN_WORTH
        elif before in together("vocabulary.linking_prepositions") and place > 1 and _may_be_noun(run[place - 2]):
            joined = run[place - 2 : place + 1]
            yield _stems(joined), _place(joined), _JOINED_NOUNS_WORTH


def _may_be_noun(word: Word) -> bool:
    return _is_content(word.text) and _may_end(word.text)


def _ends_phrase(run: Sequence[Word], place: int) -> bool:
    """True where no word behind belongs to this one: "the cable broke" but not "the cable company"."""
    if place + 1 == len(run):
        return True
    after = run[place + 1].text
    return not _is_content(after) or after.startswith("d'")


def _common_phrases(text: str, run: Sequence[Word], language: str) -> Iterator[Candidate]:
    """Pairs and triples of content words."""
    capital_nouns = language_of(language).prose.capital_nouns
    content = [_is_content(word.text) for word in run]
    for size in range(2, _LONGEST_PHRASE + 1):
        for first in range(len(run) - size + 1):
            if not all(content[first : first + size]):
                continue
            phrase = run[first : first + size]
            if not _may_end(phrase[-1].text) or not _may_begin(phrase[0].text):
                continue
            if not capital_nouns or _is_german_noun_phrase(text, phrase):
                yield _stems(phrase), _place(phrase), COMMON_WORTH


def _is_german_noun_phrase(text: str, phrase: Sequence[Word]) -> bool:
    """German writes nouns with a capital, and an adjective that can open a title ends in -e ("nasse Wälder")."""
    if not text[phrase[-1].start].isupper():
        return False
    return all(text[word.start].isupper() or word.text.endswith("e") for word in phrase[:-1])


def _character_phrases(run: Sequence[Word]) -> Iterator[Candidate]:
    """Runs of characters in scripts without spaces: of Chinese those of an even number, as most words have two."""
    for size in range(2, _LONGEST_CHARACTERS + 1):
        for first in range(len(run) - size + 1):
            phrase = run[first : first + size]
            if _joins_words(phrase[0]) or _joins_words(phrase[-1]):
                continue
            if size % 2 == 0 or not all(is_han(word.text[0]) for word in phrase):
                yield tuple(word.text for word in phrase), _place(phrase), _CHARACTERS_WORTH


def _joins_words(word: Word) -> bool:
    """True for a character that joins or ends words, as hiragana do."""
    return word.text in together("vocabulary.joining_characters") or is_hiragana(word.text[0])


@cached_until_registered(maxsize=_WORDS_KEPT)
def _is_content(word: str) -> bool:
    bare = word.removesuffix("'s")
    if len(bare) <= 2 or bare[0].isdigit():
        return False
    if bare in together("anaphora.articles") or bare in together("vocabulary.vague_words"):
        return False
    return not is_function(stem(bare))


@cached_until_registered(maxsize=_WORDS_KEPT)
def _may_begin(word: str) -> bool:
    return word not in together("prose.verbs") and word not in _calendar_words() and not word.endswith(("ly", "ed"))


def _may_end(word: str) -> bool:
    return _may_begin(word) and not word.endswith("ing")


def _stems(phrase: Sequence[Word]) -> Key:
    return tuple(stem(word.text) for word in phrase)


def _place(phrase: Sequence[Word]) -> Span:
    """From the first word to the last, without the "'s" of a possessive."""
    end = phrase[-1].end
    if phrase[-1].text.endswith("'s"):
        end -= 2
    return Span(phrase[0].start, end)


@cached_by_records
def _calendar_words() -> frozenset[str]:
    """Months, weekdays, days and forms of address: capitals alone make no title of them."""
    found: set[str] = set()
    for language in languages():
        calendar = language.calendar
        found.update(spellings[0] for spellings in (*calendar.months, *calendar.weekdays))
        found.update(calendar.day_words, calendar.forms_of_address)
    return frozenset(found)
