"""Opposites: whether a word of a claim stands where its source has the contrary."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from typing import Final

from summarizer.languages.registry import cached_by_records, cached_until_registered, languages
from summarizer.text.terms import stem

_PREFIXES: Final = ("un", "in", "im", "dis", "non", "ir", "il", "mis")
_LEAST: Final = 4  # letters behind a prefix: "under" is no opposite of "der"


def has_antonym_in(term: str, held: Collection[str]) -> bool:
    """True when some terms lack a term and have its opposite: from the list, or by a prefix such as "un".

    Promise: `has_antonym_in(t, held)` implies `t not in held`.
    """
    return term not in held and not _contraries(term).isdisjoint(held)


@cached_until_registered(maxsize=1 << 12)
def _contraries(term: str) -> frozenset[str]:
    listed = _opposites().get(term, frozenset())
    if len(term) < _LEAST:
        return listed
    bare = (term.removeprefix(prefix) for prefix in _PREFIXES if term.startswith(prefix))
    return listed.union((prefix + term for prefix in _PREFIXES), (rest for rest in bare if len(rest) >= _LEAST))


@cached_by_records
def _opposites() -> dict[str, frozenset[str]]:
    """The stems of all pairs of antonyms. A hint for the score, never a verdict: "lost" beside "won" is often true."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for language in languages():
        for one, other in language.antonyms:
            first, second = stem(one), stem(other)
            found[first].add(second)
            found[second].add(first)
    return {term: frozenset(others) for term, others in found.items()}
