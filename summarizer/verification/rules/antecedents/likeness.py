"""How alike two sentences are as antecedents: their words, their names, their dates.

repeats("Jones followed.", "Jones followed")                     ->  True
share("The council sat.", "The council met for hours.")          ->  0.5: of the content of the first
first_name("In May Smith resigned.", document)                   ->  ("smith",)
dates("In 2019 the bank lost 5 million in May.", "en")           ->  {"2019", "may"}
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from summarizer.document.document import Document
from summarizer.languages.registry import cached_by_records, language_of, languages, together
from summarizer.languages.scripts import is_unspaced
from summarizer.text.terms import Term, is_function, placed_terms, stem
from summarizer.text.words import words

_SENTENCE_START: Final = ".!?:“”\"'«»"
# A sentence that is only the end of another, or the other way round, has at least so many words in common with it.
_FEWEST_WORDS: Final = 3


def repeats(one: str, other: str) -> bool:
    """Whether two sentences have the same words, or one is the end of the other, cut at another place."""
    these, those = [word.text for word in words(one)], [word.text for word in words(other)]
    size = min(len(these), len(those))
    if size < _FEWEST_WORDS:
        return these == those
    return these[-size:] == those[-size:]


def share(one: str, other: str) -> float:
    """The share of the words of the first that say something and stand in the second; 0 where it has none."""
    content = [term.text for term in placed_terms(one) if _says_something(term)]
    if not content:
        return 0.0
    there = {term.text for term in placed_terms(other)}
    return sum(term in there for term in content) / len(content)


def figures(text: str) -> frozenset[str]:
    """The numbers of a text that are written in figures."""
    return frozenset(word.text for word in words(text) if word.text[0].isdecimal())


def dates(text: str, language: str) -> frozenset[str]:
    """The years, months and weekdays that a text names."""
    calendar = language_of(language).calendar
    names = {name: spelled[0] for spelled in (*calendar.months, *calendar.weekdays) for name in spelled}
    found = set()
    for word in words(text):
        if word.text in names:
            found.add(names[word.text])
        elif len(word.text) == 4 and word.text.isdecimal():
            found.add(word.text)
    return frozenset(found)


def has_capitals(text: str) -> bool:
    """Whether names can be told by their capitals: not in scripts without blanks."""
    return not any(is_unspaced(character) for character in text)


def first_name(text: str, document: Document) -> tuple[str, ...]:
    """The terms of the first name in a text that is not a place's; none if there is no name."""
    name: list[Term] = []
    for term in _candidates(text):
        if not _is_named(term, text, document) or is_place(term, text):
            continue
        if name and text[name[-1].end : term.start].strip():
            break
        name.append(term)
    return tuple(term.text for term in name)


def names(text: str, document: Document) -> frozenset[str]:
    """The terms of all names in a text."""
    return frozenset(term.text for term in _candidates(text) if _is_named(term, text, document))


def places(text: str, document: Document) -> frozenset[str]:
    """The terms of the names behind a preposition such as "in"."""
    found = [term for term in _candidates(text) if _is_named(term, text, document) and is_place(term, text)]
    return frozenset(term.text for term in found)


def content(text: str) -> frozenset[str]:
    """The terms of a text that say something, but months, weekdays and stretches of time."""
    return frozenset(term.text for term in _candidates(text))


def is_place(term: Term, text: str) -> bool:
    """Whether a preposition such as "in" stands before it."""
    word_before = text[: term.start].rstrip().rpartition(" ")[2]
    return word_before.casefold() in together("anaphora.place_prepositions")


def _candidates(text: str) -> Sequence[Term]:
    return [term for term in placed_terms(text) if _says_something(term) and term.text not in _calendar_stems()]


def _says_something(term: Term) -> bool:
    """Whether a term is none of the commonest words of any language: records of little have few function words."""
    return not is_function(term.text) and term.text not in together("detection")


def _is_named(term: Term, text: str, document: Document) -> bool:
    """Whether a word has a capital as a name; at the start of a sentence if the source never writes it without."""
    word = text[term.start : term.end]
    lead = text[: term.start].rstrip()
    opens = not lead or lead[-1] in _SENTENCE_START
    return word[:1].isupper() and not (opens and f" {word.casefold()}" in document.text)


@cached_by_records
def _calendar_stems() -> frozenset[str]:
    """The stems of months, weekdays and stretches of time in all languages: they are no subject."""
    found: set[str] = set()
    for language in languages():
        calendar = language.calendar
        spelled = (spellings[0] for spellings in (*calendar.months, *calendar.weekdays))
        found.update(stem(word) for word in (*spelled, *calendar.period_words))
    return frozenset(found)
