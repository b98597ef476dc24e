"""The forms of a name: who is meant by "Captain Roe", "Roe" and "the Roes", where "Ada Roe" and "Ben Roe" are named.

NameForms(names, text=text).meant_by(("Roe",))  ->  [("Ada", "Roe"), ("Ben", "Roe")]: it is not told which of them
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from summarizer.document.context.names import Name
from summarizer.document.context.sentence_words import WORD
from summarizer.languages.registry import cached_by_records, together

# A longer form of a name is the name if one in so many mentions has it: not "Information About the Harbour Board".
_LONGER_FORM: Final = 10
# More than three things that share a word are no family: it is a name of its own, as "Rent" beside "Initial Rent".
_MOST_OF_ONE_NAME: Final = 3
# How far behind a full name a title may stand: "Marcus Devereux, Director of Public Works".
_REACH: Final = 30


class NameForms:
    """The forms of all names of a document: who is meant by each."""

    def __init__(self, names: Sequence[Name], *, text: str, titles: Collection[str] = ()) -> None:
        """Read the forms of all names.

        Args:
            names: every mention of one.
            text: that they stand in.
            titles: words that are titles in this text, in small letters, beside those of every text.
        """
        self._titles = _titles() | frozenset(titles)
        self._ranks = self._ranks_of_full_names(names, text)
        self._counts = Counter(self.core_of(name.words) for name in names)
        self._whole = self._longest()
        self._by_last: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
        self._by_first: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
        for core in self._whole.values():
            self._by_last[core[-1]].add(core)
            self._by_first[core[0]].add(core)

    def core_of(self, words: Sequence[str]) -> tuple[str, ...]:
        """A name without the titles before it: "Mrs Mira Hanlon" is "Mira Hanlon", "Order of Captain Roe" is "Roe".

        A rank before a lone surname stays where whoever is named in full with this surname is never said to have it:
        beside Nathaniel Thorne, who is always Mr Thorne, Captain Thorne is another.
        """
        core = self._without_titles(words)
        rank = words[-2] if len(core) == 1 and len(words) > 1 else ""
        known = self._ranks.get(core[0])
        if rank and known is not None and rank.casefold() in _ranks() - known:
            return (rank, *core)
        return core

    def meant_by(self, core: tuple[str, ...]) -> Sequence[tuple[str, ...]]:
        """The whole name of who is meant by a form of it; of all who may be, where it is not told.

        A single word belongs to the one longer name that ends or begins with it. Where two people have it, or both are
        meant at once ("the Halvorsens"), it is not told which of them it is.
        """
        if len(core) > 1:
            return [self._whole[core]]
        word = core[0]
        if word not in self._by_last and word.removesuffix("s") in self._by_last:
            return self._likely(core, self._by_last[word.removesuffix("s")])
        surnames = self._likely(core, self._by_last.get(word, set()))
        first_names = self._likely(core, self._by_first.get(word, set()))
        found = [*surnames, *first_names]
        return found if 0 < len(found) <= _MOST_OF_ONE_NAME else [core]

    def _likely(self, core: tuple[str, ...], wholes: set[tuple[str, ...]]) -> list[tuple[str, ...]]:
        """The names that a single word may stand for: of several those that are not very rare beside it."""
        if len(wholes) < 2:
            return list(wholes)
        return sorted(whole for whole in wholes if self._counts[whole] * _LONGER_FORM >= self._counts[core])

    def _longest(self) -> dict[tuple[str, ...], tuple[str, ...]]:
        """The whole name that each name of several words is the end of, itself where there is none."""
        by_end: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
        for core in self._counts:
            if len(core) > 1:
                by_end[core[-2:]].append(core)
        found: dict[tuple[str, ...], tuple[str, ...]] = {}
        for alike in by_end.values():
            total = sum(self._counts[core] for core in alike)
            common = [core for core in alike if self._counts[core] * _LONGER_FORM >= total]
            longest = max(common or alike, key=len)
            for core in alike:
                is_form = _ends_with(longest, core) or _ends_with(core, longest)
                found[core] = longest if is_form else core
        return found

    def _without_titles(self, words: Sequence[str]) -> tuple[str, ...]:
        """The words of a name behind its last title."""
        first = max((place + 1 for place, word in enumerate(words[:-1]) if word.casefold() in self._titles), default=0)
        return tuple(words[first:])

    def _ranks_of_full_names(self, names: Sequence[Name], text: str) -> Mapping[str, frozenset[str]]:
        """The words before and right behind the full names that end in a surname: titles are among them."""
        found: dict[str, frozenset[str]] = {}
        for name in names:
            core = self._without_titles(name.words)
            if len(core) > 1:
                behind = WORD.findall(text[name.span.end : name.span.end + _REACH])
                around = frozenset(word.casefold() for word in (*name.words[: -len(core)], *behind))
                found[core[-1]] = found.get(core[-1], frozenset()) | around
        return found


def _ends_with(name: tuple[str, ...], end: tuple[str, ...]) -> bool:
    return name[-len(end) :] == end


@cached_by_records
def _titles() -> frozenset[str]:
    """Words before a name that are no part of it: "mr", "captain"."""
    return together("capitals.no_names") | together("calendar.forms_of_address") | together("prose.titles")


@cached_by_records
def _ranks() -> frozenset[str]:
    """The titles that few have: "captain", not "mr"."""
    return together("capitals.no_names") - together("calendar.forms_of_address") - together("prose.titles")
