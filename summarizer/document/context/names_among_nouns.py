"""Tells names from nouns where every noun has a capital, as in German: by how a word is used in its document.

"Gregors Stimme", "Herr Brandt", "Brandt schweigt"  ->  Gregor, Brandt: hardly ever behind an article, used as names are
"die Stimme", "148 Millionen Euro"                   ->  nouns
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from summarizer.document.context.sentence_words import Word, no_names
from summarizer.languages.registry import language_of, together

# Of ten mentions of a name one may follow an article ("die Brandt"); of a noun most do, in one form or another.
_BEHIND_ARTICLE: Final = 0.1
# So often a word must open a sentence before a verb, or stand before what is somebody's, to be a name by that alone.
_USED: Final = 2
_ACRONYM: Final = 6  # letters at most


@dataclass(slots=True)
class _Use:
    """How often a word stands in a document, and in which company."""

    times: int = 0
    behind_article: int = 0
    behind_title: int = 0
    before_verb: int = 0
    before_noun: int = 0


class NamesAmongNouns:
    """What a document tells of its words with capitals: built from all its sentences, asked for each."""

    def __init__(self, sentences: Iterable[tuple[Word, ...]], *, language: str) -> None:
        record = language_of(language)
        self._no_names = no_names(language)
        possessives = record.anaphora.persons - record.anaphora.behind_verb
        self._articles = record.vocabulary.light_words | record.anaphora.demonstratives | possessives
        self._titles = together("calendar.forms_of_address") | together("prose.titles")
        self._uses: defaultdict[str, _Use] = defaultdict(_Use)
        read = list(sentences)
        self._small = Counter(word.text for word in chain.from_iterable(read) if word.text.islower())
        for words in read:
            self._count(words)
        self._ends: frozenset[str] = frozenset()
        self._runs: Counter[tuple[str, ...]] = Counter()
        for words in read:
            self._runs.update(tuple(word.text for word in run) for run in self._runs_of(words))
        self._ends = frozenset(self._surnames())

    def names_of(self, words: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
        """The runs of words in a sentence that are names, a genitive without its ending: of "Gregors Stimme" Gregor."""
        for run in self._runs_of(words):
            name = run
            if len(run) == 1 or self._runs[tuple(word.text for word in run)] < _USED:
                name = self._until_name(run)
            if name:
                last = name[-1]
                bare = self._without_genitive(last.text)
                yield (*name[:-1], Word(bare, last.start, last.start + len(bare), last.gap))

    def _until_name(self, run: tuple[Word, ...]) -> tuple[Word, ...]:
        """The words of a run up to the last that is used as names are: of "Gregor Gelegenheit" Gregor."""
        last = len(run)
        while last and not self._is_used_as_name(self._without_genitive(run[last - 1].text)):
            last -= 1
        return run[:last]

    def _count(self, words: tuple[Word, ...]) -> None:
        for place, word in enumerate(words):
            if not self._may_be_name(word):
                continue
            use = self._uses[word.text]
            use.times += 1
            if word.gap.rstrip()[-1:].isdigit():
                use.behind_article += 1
            elif place and word.is_beside:
                before = words[place - 1].text.casefold()
                use.behind_article += before in self._articles
                use.behind_title += before in self._titles
            behind = words[place + 1] if place + 1 < len(words) else None
            if behind is not None and behind.is_beside:
                use.before_verb += place == 0 and behind.text.islower()
                use.before_noun += behind.has_capital

    def _may_be_name(self, word: Word) -> bool:
        small = word.text.casefold()
        return word.has_capital and small not in self._no_names and not self._small[small]

    def _surnames(self) -> Iterator[str]:
        """The last words of runs that also stand without the first, which never stands alone: "Jörn Brandt"."""
        for run, times in self._runs.items():
            if len(run) == 2 and self._uses[run[0]].times == times < self._uses[run[1]].times:
                yield run[1]

    def _is_bare(self, word: str) -> bool:
        """Whether a word hardly ever follows an article, a possessive or a number."""
        use = self._uses.get(word)
        return use is not None and use.behind_article <= _BEHIND_ARTICLE * use.times

    def _is_used_as_name(self, word: str) -> bool:
        """Whether a word is used as names are: behind "Herr", before what is somebody's, before a verb."""
        if not self._is_bare(word) or word.casefold() in self._titles:
            return False
        use, genitive = self._uses[word], self._uses.get(f"{word}s", _Use())
        if word in self._ends or (1 < len(word) <= _ACRONYM and word.isupper()):
            return True
        return use.behind_title > 0 or max(use.before_verb, genitive.before_noun) >= _USED

    def _without_genitive(self, word: str) -> str:
        bare = word.removesuffix("s")
        return bare if bare != word and self._is_used_as_name(bare) else word

    def _runs_of(self, words: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
        """The stretches of words that may be names; one that owns what follows ends its stretch."""
        run: list[Word] = []
        for word in words:
            bare = self._without_genitive(word.text)
            may = self._may_be_name(word) and self._is_bare(bare)
            if run and not (may and word.is_beside):
                yield tuple(run)
                run = []
            if may:
                run.append(word)
            if may and bare != word.text:
                yield tuple(run)
                run = []
        if run:
            yield tuple(run)
