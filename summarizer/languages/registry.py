"""The registry finds the record of a language by its code, and joins what all records say of one thing.

language_of("de").calendar.months[2]     ->  ("märz", "mär")
language_of("xx").known                  ->  False: an empty record, so that the text is read by form alone
together("quantities.range_words")       ->  frozenset({"to", "bis", "à", …})
code_of("Deutsch"), name_of("de")        ->  "de", "German"
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from operator import attrgetter
from typing import Final, TypeVar

from summarizer.errors import ConfigError
from summarizer.languages.cldr import completed
from summarizer.languages.record import Language
from summarizer.languages.records.de import DE
from summarizer.languages.records.en import EN
from summarizer.languages.records.es import ES
from summarizer.languages.records.fr import FR
from summarizer.languages.records.it import IT
from summarizer.languages.records.nl import NL
from summarizer.languages.records.others import OTHERS
from summarizer.languages.records.pt import PT
from summarizer.languages.records.zh import ZH

# A language is one file, and one name here.
_RECORDS: Final = {record.code: record for record in (EN, DE, FR, ES, ZH, IT, PT, NL, *OTHERS)}
_caches: Final[list[Callable[[], None]]] = []
F = TypeVar("F", bound=Callable[..., object])


def cached_by_records(function: F) -> F:
    """The same function of few arguments, whose values are kept until another language is registered."""
    return cached_until_registered(maxsize=None)(function)


def cached_until_registered(*, maxsize: int | None) -> Callable[[F], F]:
    """The same for a function of many arguments: the values last asked for are kept, so many and no more."""

    def cached(function: F) -> F:
        kept = lru_cache(maxsize=maxsize)(function)
        _caches.append(kept.cache_clear)
        return kept  # type: ignore[return-value] # it takes and gives what the function does

    return cached


def register(language: Language) -> None:
    """Add a language, or put another record in the place of one; from then on every part knows it.

    For the start of a program: a text that was read before keeps what was read of it.

    Raises:
        ConfigError: it is no record, or its code is not written in small letters.
    """
    given: object = language
    if not isinstance(given, Language) or not given.code.isalpha() or not given.code.islower():
        raise ConfigError(f"register takes a Language with a code such as 'de', not {given!r:.80}")
    _RECORDS[language.code] = language
    for clear in _caches:
        clear()


def languages() -> tuple[Language, ...]:
    """Every record, those with cues and pronouns first."""
    return tuple(_RECORDS.values())


@cached_by_records
def language_of(code: str) -> Language:
    """The record of a language; where there is none, one with what CLDR says of it. "" is no language, and has none."""
    return completed(_RECORDS.get(code) or Language(code=code))


def language_or_english(code: str) -> Language:
    """The record of a language; that of English where the text did not tell which one it is in ("")."""
    return language_of(code or "en")


def code_of(name: str) -> str:
    """The code of a language by its name or code, "" for one without a record: `code_of("German") == "de"`."""
    return _codes().get(name.casefold(), "")


def name_of(code: str) -> str:
    """The English name of a language, "" where its record has none: `name_of("de") == "German"`."""
    names = language_of(code).names
    return names[0].capitalize() if names else ""


@cached_by_records
def _codes() -> Mapping[str, str]:
    named = [(name, record.code) for record in languages() for name in (record.code, *record.names)]
    return dict(reversed(named))  # of two languages that share a name the first is meant


@cached_by_records
def together(path: str) -> frozenset[str]:
    """The words of one field in all languages, so that "bis" is in `together("quantities.range_words")`.

    For parts that do not know whose words they read, such as the two ends of a range.
    """
    of = attrgetter(path)
    return frozenset(word for record in _RECORDS.values() for word in of(record))


@cached_by_records
def groups_together(path: str) -> Mapping[str, tuple[str, ...]]:
    """The groups of one field in all languages."""
    of = attrgetter(path)
    return {word: others for record in _RECORDS.values() for word, others in of(record).items()}


@cached_by_records
def phrases_together(path: str) -> frozenset[tuple[str, ...]]:
    """The phrases of one field in all languages."""
    of = attrgetter(path)
    return frozenset(phrase for record in _RECORDS.values() for phrase in of(record))


def alternatives(phrases: Iterable[Iterable[str]]) -> str:
    """Phrases as the inside of a regular expression, the longest first, with any white space between their words."""
    texts = sorted((" ".join(phrase) for phrase in phrases), key=lambda text: (-len(text), text))
    return "|".join(text.replace(" ", r"\s+") for text in texts)
