"""Tells words that stand in each other's place and mean another thing: "may" for "will", "months" for "years".

contrast_between(("may",), ("will",), "en")     ->  "modality"
contrast_between(("may",), ("might",), "en")    ->  None: one may stand for the other
lone_turn(("former",), "en")                    ->  "qualifier": with it, or without it, another is meant

The words of a language are in its record (`languages/turns.py`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TypeAlias

from summarizer.languages.record import Phrase
from summarizer.languages.registry import cached_by_records, language_or_english
from summarizer.languages.turns import ContrastKind
from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.verdict import CheckKind

_Place: TypeAlias = tuple[int, int]  # the number of a contrast, and of a class of it


def contrast_between(one: tuple[str, ...], other: tuple[str, ...], language: str) -> ContrastKind | None:
    """Of which kind the contrast is that two stretches make; None where they make none.

    Args:
        one: The keys of what the claim says.
        other: The keys of what the sentence says in its place.
        language: ISO 639-1, of both.
    """
    kinds, places = _contrasts(language)
    these, those = places.get(_bare(one, language), ()), places.get(_bare(other, language), ())
    for number in {number for number, _ in these} & {number for number, _ in those}:
        classes = {place for its, place in these if its == number}
        if classes.isdisjoint(place for its, place in those if its == number):
            return kinds[number]
    return None


def is_backshift(one: tuple[str, ...], other: tuple[str, ...], language: str) -> bool:
    """True for two forms of one verb that differ as reported speech makes them: "will" and "would"."""
    return frozenset((one, other)) in _backshift(language)


def lone_turn(keys: tuple[str, ...], language: str) -> CheckKind | None:
    """Of which kind a stretch turns a statement that has it, beside one that has nothing in its place."""
    return _lone_turns(language).get(_bare(keys, language))


def is_reversal(keys: tuple[str, ...], language: str) -> bool:
    """True for an opening that turns a sentence against the one before it: "on the contrary"."""
    return _bare(keys, language) in _reversals(language)


def is_role_word(key: str, language: str) -> bool:
    """True for a word that tells the role of the noun behind it: "from", "by"; German "dem"."""
    return key in language_or_english(language).turns.role_words


def _bare(keys: tuple[str, ...], language: str) -> Phrase:
    """A stretch without the articles, commas and hyphens around it."""
    articles = language_or_english(language).vocabulary.bare_articles | {",", "-"}
    first, end = 0, len(keys)
    while end - first > 1 and keys[first] in articles:
        first += 1
    while end - first > 1 and keys[end - 1] in articles:
        end -= 1
    return keys[first:end]


@cached_by_records
def _contrasts(language: str) -> tuple[tuple[ContrastKind, ...], Mapping[Phrase, tuple[_Place, ...]]]:
    """The kind of each contrast, and for each phrase the classes that it is in."""
    places: defaultdict[Phrase, list[_Place]] = defaultdict(list)
    contrasts = language_or_english(language).turns.contrasts
    for number, contrast in enumerate(contrasts):
        for place, phrases in enumerate(contrast.classes):
            for spelled in {keys for phrase in phrases for keys in _spellings(phrase, contrast.kind, language)}:
                places[spelled].append((number, place))
    return tuple(one.kind for one in contrasts), {phrase: tuple(its) for phrase, its in places.items()}


@cached_by_records
def _backshift(language: str) -> frozenset[frozenset[Phrase]]:
    return frozenset(
        frozenset((_keys(one, language), _keys(other, language)))
        for one, other in language_or_english(language).turns.backshift
    )


@cached_by_records
def _reversals(language: str) -> frozenset[Phrase]:
    return frozenset(_keys(phrase, language) for phrase in language_or_english(language).turns.reversals)


@cached_by_records
def _lone_turns(language: str) -> Mapping[Phrase, CheckKind]:
    turns = language_or_english(language).turns
    lists: tuple[tuple[CheckKind, tuple[Phrase, ...]], ...] = (
        ("qualifier", turns.qualifiers),
        ("modality", turns.hedges),
        ("quantifier", turns.limits),
    )
    return {_keys(phrase, language): kind for kind, phrases in lists for phrase in phrases}


def _spellings(phrase: Phrase, kind: ContrastKind, language: str) -> tuple[Phrase, ...]:
    """The keys of a phrase, and of a unit those that it has behind a number."""
    if kind != "unit":
        return (_keys(phrase, language),)
    return _keys(phrase, language), canonicalize(f"3 {''.join(phrase)}", language=language).keys[1:]


def _keys(phrase: Phrase, language: str) -> Phrase:
    """A phrase by the keys that its words have in a text: "two" is a number there, and "years" may be a unit."""
    unspaced = len(phrase) > 1 and all(len(word) == 1 for word in phrase)
    return canonicalize(("" if unspaced else " ").join(phrase), language=language).keys
