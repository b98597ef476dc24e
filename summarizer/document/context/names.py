"""Finds the names of people and bodies that a document writes, by their capitals: where each stands, in which words.

names_of(document)  ->  [Name(words=("Mira", "Hanlon"), span=Span(0, 11), sentence=0, …), …]

A name is a run of words with capitals that comes with them inside a sentence too. Where every noun has a capital the
use of a word tells. Scripts without capitals have no names here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from summarizer.document.context.names_among_nouns import NamesAmongNouns
from summarizer.document.context.sentence_words import WORD, Word, no_names, sentence_words
from summarizer.document.document import Document
from summarizer.languages.registry import cached_by_records, language_of, languages, together
from summarizer.text.span import Span

# The full stop of "Mr. Roe" and "J. Roe", which does not part a name.
_DOT: Final = re.compile(r"\.\s{0,2}")
# A word that stands in small letters more than once for five times with a capital is a common noun or the like.
_MOSTLY_CAPITAL: Final = 0.2
_NO_PROSE: Final = frozenset(("heading", "table", "code"))  # they tell nothing of who somebody is


class Name(NamedTuple):
    """One mention of a name: its words, their place in the text, and the index of the sentence that it stands in.

    `opens` says that it stands where any word has a capital; `behind` is the word right before it, folded, "" where
    another sign stands between.
    """

    words: tuple[str, ...]
    span: Span
    sentence: int
    opens: bool
    behind: str


def names_of(document: Document) -> list[Name]:
    """Every mention of a name in running text, in order; linear in the length of the text.

    Args:
        document: whose headings, tables and code are passed over.
    """
    read = {
        sentence.index: sentence_words(sentence.body.of(document.text))
        for sentence in document.sentences
        if document.blocks[sentence.block].kind not in _NO_PROSE and not sentence.body.of(document.text).isupper()
    }
    record = language_of(document.language)
    if record.prose.capital_nouns:
        nouns = NamesAmongNouns(read.values(), language=document.language)
        return [
            _mention(run, words, index, document=document)
            for index, words in read.items()
            for run in nouns.names_of(words)
        ]
    reader = _CapitalReader(document)
    return reader.names(read.items())


def _mention(run: tuple[Word, ...], words: tuple[Word, ...], index: int, *, document: Document) -> Name:
    """The name that a run of words is, in the sentence with these words."""
    base = document.sentences[index].body.start
    before = next((word for word in reversed(words) if word.end <= run[0].start), None)
    return Name(
        words=tuple(word.text for word in run),
        span=Span(base + run[0].start, base + run[-1].end),
        sentence=index,
        opens=run[0].may_open,
        behind=before.text.casefold() if before is not None and run[0].is_beside else "",
    )


class _CapitalReader:
    """Reads names where nouns have small letters, by what a whole document writes with a capital inside a sentence."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._counts = Counter(WORD.findall(document.text))
        self._linking = language_of(document.language).vocabulary.linking_prepositions
        self._no_names = no_names(document.language)

    def names(self, sentences: Iterable[tuple[int, tuple[Word, ...]]]) -> list[Name]:
        """The names among the runs of all sentences."""
        read = {index: tuple(map(self._unshouted, words)) for index, words in sentences}
        runs = [(index, run) for index, words in read.items() for run in self._runs_of(words)]
        known = {tuple(word.text for word in run) for _, run in runs}
        found = [
            _mention(self._without_place(run, known=known), read[index], index, document=self._document)
            for index, run in runs
        ]
        inside = {name.words for name in found if not name.opens}
        return [name for name in found if self._is_name(name, inside=inside)]

    def _unshouted(self, word: Word) -> Word:
        """A word in capitals throughout as it stands elsewhere: the DANA that labels what she says is Dana."""
        usual = word.text.title()
        return word._replace(text=usual) if word.text.isupper() and self._counts[usual] else word

    def _without_place(self, run: tuple[Word, ...], *, known: set[tuple[str, ...]]) -> tuple[Word, ...]:
        """Who is known by two words without a place behind them is named without it: "Erik Lunn of Harke"."""
        for place, word in enumerate(run[2:], start=2):
            if word.text in self._linking and tuple(other.text for other in run[:place]) in known:
                return run[:place]
        return run

    def _runs_of(self, words: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
        """The runs of words with capitals in a sentence, words that are no part of a name taken off at both ends."""
        at = 0
        while at < len(words):
            if not words[at].text[0].isupper():
                at += 1
                continue
            end = self._run_end(words, at)
            run = self._trimmed(words[at:end])
            if run and not all(len(word.text) == 1 for word in run):
                yield run
            at = end

    def _run_end(self, words: tuple[Word, ...], at: int) -> int:
        """One past the last word of the run that begins at a word."""
        end = at + 1
        while end < len(words) and self._joins(words[end - 1], words[end]):
            if words[end].text[0].isupper():
                end += 1
            elif self._links(words, end):
                end += 2
            else:
                break
        return end

    def _joins(self, before: Word, word: Word) -> bool:
        """Whether nothing but a blank, or the full stop of "Mr." and "J.", stands between two words."""
        short = len(before.text) == 1 or before.text.casefold() in _short_titles()
        return word.is_beside or (short and _DOT.fullmatch(word.gap) is not None)

    def _links(self, words: tuple[Word, ...], at: int) -> bool:
        """Whether a word in small letters joins two words of one name: "Bank of England"."""
        if words[at].text not in self._linking or at + 1 >= len(words):
            return False
        return words[at + 1].is_beside and words[at + 1].has_capital

    def _trimmed(self, run: tuple[Word, ...]) -> tuple[Word, ...]:
        """A run without the words at its ends that are no part of a name: "The", "On Monday", "Construction of"."""
        first, last = 0, len(run)
        while first < last and self._is_no_part(run[first], alone=last - first == 1):
            first += 1
        while first < last and run[last - 1].text.casefold() in self._no_names:
            last -= 1
        return run[first:last]

    def _is_no_part(self, word: Word, *, alone: bool) -> bool:
        if word.text.casefold() in self._no_names or word.text in self._linking:
            return True
        if alone or not word.may_open or word.text.casefold() in _no_names_alone():
            return False
        return self._is_common(word.text)

    def _is_name(self, name: Name, *, inside: set[tuple[str, ...]]) -> bool:
        """Whether a run is a name, and no word that has its capital from its place, and no people or title."""
        if len(name.words) > 1:
            if all(word.isupper() for word in name.words):
                return False
            return not name.opens or name.words in inside or not all(map(self._is_common, name.words))
        word = name.words[0]
        if self._document.text[max(0, name.span.start - 2) : name.span.start].rstrip()[-1:].isdigit():
            return False  # a unit: "11.6 GWh"
        return word.casefold() not in _no_names_alone() and name.words in inside and not self._is_common(word)

    def _is_common(self, word: str) -> bool:
        """Whether a word, or its plural or singular, also stands in small letters."""
        small = word[0].lower() + word[1:]
        forms = {small, f"{small}s", small.removesuffix("s")}
        return sum(self._counts[form] for form in forms) > _MOSTLY_CAPITAL * self._counts[word]


@cached_by_records
def _short_titles() -> frozenset[str]:
    """What stands before a name with a full stop: "mr", "dr"."""
    return together("calendar.forms_of_address") | together("prose.titles")


@cached_by_records
def _no_names_alone() -> frozenset[str]:
    """Words that are no names where they stand alone: titles, peoples."""
    peoples = {people for language in languages() for people, _ in language.capitals.demonyms}
    return together("capitals.no_names") | together("calendar.forms_of_address") | peoples
