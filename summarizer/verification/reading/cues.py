"""Finds the cues in a sentence: words and phrases that deny, hedge, bound, attribute or condition what it says.

    cue_spans(("sales", "may", "not", "rise"), "en")  ->  (CueSpan(1, 2, {"modality"}), CueSpan(2, 3, {"negation"}), …)

The cues of a language are in its record. They say what a difference between two sentences is; nothing is accepted
because a cue is missing from them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from summarizer.languages.record import CueKind, Phrase
from summarizer.languages.registry import cached_by_records, cached_until_registered, language_or_english, languages
from summarizer.text.fold import folded
from summarizer.verification.reading.canonical import canonicalize

_KEPT: Final = 4096  # sentences whose cues are kept: a claim is compared with several, and they with several claims
_NONE: Final[frozenset[CueKind]] = frozenset()


class CueSpan(NamedTuple):
    """A cue: the tokens from `start` up to and without `end`, and what they do to the sentence."""

    start: int
    end: int
    kinds: frozenset[CueKind]


@cached_until_registered(maxsize=_KEPT)
def cue_spans(keys: tuple[str, ...], language: str) -> tuple[CueSpan, ...]:
    """The cues of a sentence in order: disjoint, the longest where several begin at one token.

    Args:
        keys: The keys of its tokens.
        language: ISO 639-1; "" is read as English, and a language without a record has no cues.
    """
    by_first, elided = _phrases(language)
    found: list[CueSpan] = []
    place = 0
    while place < len(keys):
        span = _cue_at(keys, place, by_first.get(keys[place], ())) or _elided_at(keys, place, elided)
        if span is None:
            place += 1
            continue
        if span.kinds:
            found.append(span)
        place = span.end
    return tuple(found)


@cached_until_registered(maxsize=_KEPT)
def cues_at(keys: tuple[str, ...], language: str) -> tuple[frozenset[CueKind], ...]:
    """For each token what the cue that it belongs to does: `len(result) == len(keys)`; empty for plain words."""
    kinds = [_NONE] * len(keys)
    for span in cue_spans(keys, language):
        kinds[span.start : span.end] = [span.kinds] * (span.end - span.start)
    return tuple(kinds)


def negations(keys: Sequence[str], language: str) -> int:
    """How many cues of negation there are."""
    return sum("negation" in span.kinds for span in cue_spans(tuple(keys), language))


def is_negation(keys: tuple[str, ...], language: str) -> bool:
    """True for a cue that denies, wherever it stands: 不 in a word of a script without blanks too."""
    return keys in language_or_english(language).cues.negation


def opposite(one: str, other: str) -> bool:
    """True for words that say the contrary of each other: `opposite("rose", "fell")`."""
    return other in _opposites().get(one, frozenset())


class _Entry(NamedTuple):
    phrase: Phrase
    kinds: frozenset[CueKind]  # empty for what holds a cue and is none


def _cue_at(keys: Sequence[str], place: int, entries: Sequence[_Entry]) -> CueSpan | None:
    """The first of the entries, which stand longest first, that the tokens from `place` on spell."""
    for phrase, kinds in entries:
        end = place + len(phrase)
        if tuple(keys[place:end]) == phrase:
            return CueSpan(place, end, kinds)
    return None


def _elided_at(keys: Sequence[str], place: int, elided: Mapping[str, frozenset[CueKind]]) -> CueSpan | None:
    """A word that begins with a cue that ends in an apostrophe: French "n'est"."""
    head, apostrophe, rest = keys[place].partition("'")
    kinds = elided.get(head + apostrophe) if rest else None
    return None if kinds is None else CueSpan(place, place + 1, kinds)


@cached_by_records
def _phrases(language: str) -> tuple[Mapping[str, tuple[_Entry, ...]], Mapping[str, frozenset[CueKind]]]:
    """The cues of a language by their first word, the longest first; and those that end in an apostrophe."""
    cues = language_or_english(language).cues
    kinds: defaultdict[Phrase, set[CueKind]] = defaultdict(set)
    for kind, phrases in cues.by_kind().items():
        for phrase in phrases:
            kinds[_keys_of(phrase, language)].add(kind)
    by_first: defaultdict[str, list[_Entry]] = defaultdict(list)
    for phrase, its_kinds in kinds.items():
        by_first[phrase[0]].append(_Entry(phrase, frozenset(its_kinds)))
    for phrase in cues.no_cues:
        keys = _keys_of(phrase, language)
        by_first[keys[0]].append(_Entry(keys, _NONE))
    longest_first = {
        first: tuple(sorted(entries, key=lambda entry: -len(entry.phrase))) for first, entries in by_first.items()
    }
    elided = {phrase[0]: frozenset(its) for phrase, its in kinds.items() if phrase[0].endswith("'")}
    return longest_first, elided


def _keys_of(phrase: Phrase, language: str) -> Phrase:
    """A phrase by the keys that its words have in a text: "tous les deux" is "tous les" and the number 2."""
    if phrase[-1].endswith("'"):
        return tuple(folded(word) for word in phrase)
    return canonicalize(" ".join(phrase), language=language).keys


@cached_by_records
def _opposites() -> Mapping[str, frozenset[str]]:
    """The keys of each word of all pairs of antonyms with those of its contraries."""
    table: defaultdict[str, set[str]] = defaultdict(set)
    for language in languages():
        for pair in language.antonyms:
            one, other = (" ".join(_keys_of((word,), language.code)) for word in pair)
            table[one].add(other)
            table[other].add(one)
    return {word: frozenset(others) for word, others in table.items()}
