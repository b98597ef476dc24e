"""What a stretch of text holds: its values with their units, dates, years, and words, ready to be asked for.

facts = FactIndex.of([canonicalize("It cost $5 million on 12 March 2026.", language="en")])
facts.values[Decimal(5_000_000)] == {"dollar"}
facts.has_date(Date(month=3, day=12), years=())
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from summarizer.languages.registry import cached_by_records, languages, together
from summarizer.verification.reading.canonical_text import CanonicalText, Token
from summarizer.verification.reading.numbers.units import unit_named
from summarizer.verification.reading.tokens.spans import range_words
from summarizer.verification.reading.values import PERCENT, Date, Number, Time, Value

_ARTICLES: Final = frozenset(("a", "an"))
_DIGITS: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True, kw_only=True)
class FactIndex:
    """The hard facts of some sentences.

    Attributes:
        keys: Keys of all tokens.
        values: Every numeric value, with the units that stand beside it ("" for none).
        dates: The calendar dates.
        years: Years, whether in a date or alone.
        words: The sentences' words, one space between and around, for looking up a quotation.
        capitals: Folded words that stand with a capital (or all capitals) inside a sentence.
        relative: Words such as "last" or "ago" stand in it, so that years may be meant that are not written.
        two_ways: A time of day stands in it, or a date in figures whose order nobody knows.
        shouted: Those of them that are in capitals throughout.
        letters: The first letters of the words, one space between and around, for looking up an acronym.
        joined: Words with and without a hyphen, and pairs of words, by their letters: "tech-crunch" under "techcrunch".
        unread: What is written in figures and was not understood, by each row of digits in it: "10" of "5'10".
    """

    keys: frozenset[str]
    values: Mapping[Decimal, frozenset[str]]
    dates: frozenset[Date]
    years: frozenset[int]
    words: str
    capitals: frozenset[str]
    relative: bool
    two_ways: bool
    unread: Mapping[str, str]
    shouted: frozenset[str]
    letters: str
    joined: Mapping[str, str]

    @classmethod
    def of(cls, forms: Sequence[CanonicalText]) -> FactIndex:
        """What these sentences hold together."""
        keys = frozenset[str]().union(*(form.keys for form in forms))
        tokens = [token for form in forms for token in form.tokens]
        facts = [token.value for token in tokens if token.kind != "word"]
        return cls(
            keys=keys,
            values=_numbers(forms),
            dates=frozenset(fact for fact in facts if isinstance(fact, Date)),
            years=frozenset(filter(None, map(_year_of, facts))),
            words=f" {' '.join(spoken(tokens))} ",
            capitals=_capitals(tokens),
            relative=not together("quantities.relative_times").isdisjoint(keys),
            two_ways=any(map(_is_read_two_ways, facts)) or not together("calendar.named_times").isdisjoint(keys),
            unread=_unread(tokens),
            shouted=frozenset(token.key for token in tokens if token.shape == "upper"),
            letters=_letters(tokens),
            joined=_joined(forms),
        )

    def has_date(self, wanted: Date, *, years: Collection[int]) -> bool:
        """True if a date is held that says the same; a year that it leaves out may be one of `years`."""
        for held in self.dates:
            if not wanted.agrees_with(held) or (wanted.day is not None and held.day is None):
                continue
            if wanted.year is None or held.year is not None or wanted.year in years:
                return True
        return False


def is_range_word(key: str) -> bool:
    """True for what stands between the two numbers of a range whose unit is written once: "5 to 10 million"."""
    return key in range_words()


def spoken(tokens: Iterable[Token]) -> Iterable[str]:
    """The keys of tokens that are said, marks and quotation marks left out."""
    return (token.key for token in tokens if token.kind not in ("mark", "quote"))


def _numbers(forms: Iterable[CanonicalText]) -> Mapping[Decimal, frozenset[str]]:
    """Every number held by its value, with its units, in the order of the text."""
    values: defaultdict[Decimal, set[str]] = defaultdict(set)
    for form in forms:
        for token in form.tokens:
            if token.kind != "word" and token.number is not None:
                values[token.number].add(token.unit)
        for value, unit in (*_shared_scales(form.tokens), *_said_in_words(form.tokens)):
            values[value].add(unit)
    return {value: frozenset(units) for value, units in values.items()}


def _said_in_words(tokens: Sequence[Token]) -> Iterable[tuple[Decimal, str]]:
    """What "a dozen", "two dozen", "by half" and "half of" hold, which are no figures: 12, 24, 50 percent."""
    shares, dozens, amounts = _shares(), together("quantities.dozens"), _amounts()
    for place, token in enumerate(tokens):
        for phrase, percent in shares.get(token.key, ()):
            if tuple(one.key for one in tokens[place : place + len(phrase)]) == phrase:
                yield percent, PERCENT
        yield from amounts.get(token.key, ())
        if token.key in _ARTICLES and place + 1 < len(tokens):
            yield from _one_of(tokens, place)
        if token.key in dozens:
            count = tokens[place - 1].number if place else None
            yield (Decimal(1) if count is None else count) * 12, ""
        elif token.key == "half" and _is_half_of_all(tokens, place):
            yield Decimal(50), PERCENT


def _one_of(tokens: Sequence[Token], place: int) -> Iterable[tuple[Decimal, str]]:
    """What "an hour", "half an hour" and "an hour and a half" hold."""
    unit = unit_named(tokens[place + 1].word)
    if not unit:
        return
    before, behind = tokens[place - 1].key if place else "", [token.key for token in tokens[place + 2 : place + 5]]
    if before == "half":
        yield Decimal("0.5"), unit
    else:
        yield Decimal(1) + (Decimal("0.5") if behind == ["and", "a", "half"] else 0), unit


@cached_by_records
def _amounts() -> Mapping[str, Sequence[tuple[Decimal, str]]]:
    """Words that are a number with its unit: "decade" is ten years."""
    amounts: defaultdict[str, list[tuple[Decimal, str]]] = defaultdict(list)
    for language in languages():
        for amount, named in language.quantities.amounts.items():
            number, _, unit = amount.partition(" ")
            for word in named:
                amounts[word].append((Decimal(number), unit))
    return amounts


@cached_by_records
def _shares() -> Mapping[str, Sequence[tuple[tuple[str, ...], Decimal]]]:
    """Words for shares by their first word: "hälfte" is 50 percent, "zwei drittel" two thirds."""
    shares: defaultdict[str, list[tuple[tuple[str, ...], Decimal]]] = defaultdict(list)
    for language in languages():
        for percent, phrases in language.quantities.shares.items():
            for phrase in phrases:
                shares[phrase[0]].append((phrase, Decimal(percent)))
    return shares


def _is_half_of_all(tokens: Sequence[Token], place: int) -> bool:
    """Whether "half" at a place is a share: "half of", "half the", "by half"."""
    after = tokens[place + 1].key if place + 1 < len(tokens) else ""
    return after in ("of", "the") or (place > 0 and tokens[place - 1].key == "by")


def _letters(tokens: Iterable[Token]) -> str:
    """The first letters of the words in order, a "#" for what is none."""
    letters = (token.word[:1] or "#" for token in tokens if token.kind not in ("mark", "quote"))
    return f" {' '.join(letters)} "


def _capitals(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(token.key for token in tokens if token.shape != "lower" and token.capitalized)


def _joined(forms: Iterable[CanonicalText]) -> Mapping[str, str]:
    """Capitalized words with what stands behind them, without the blank or hyphen between, by the letters of both."""
    found: dict[str, str] = {}
    for form in forms:
        for place, token in enumerate(form.tokens):
            if token.kind != "word" or token.shape == "lower":
                continue
            found.setdefault(token.key, form.words_of(place, place + 1))
            hyphen = 1 if form.keys[place + 1 : place + 2] == ("-",) else 0
            behind = form.keys[place + 1 + hyphen : place + 2 + hyphen]
            if behind:
                found.setdefault(token.key + behind[0], form.words_of(place, place + 2 + hyphen))
    return found


def _unread(tokens: Iterable[Token]) -> Mapping[str, str]:
    """Each row of digits of what was not understood, or is a word: "5'10", "10in", "4/7/2020"."""
    found: dict[str, str] = {}
    for token in tokens:
        if isinstance(token.value, Number) and token.value.value is None:
            text = token.value.text
        elif token.kind == "word" and not token.key.isalpha():
            text = token.key
        else:
            continue
        found.setdefault(text.replace(",", "."), text)  # "1,5" in an English text
        for digits in _DIGITS.findall(text):
            found.setdefault(digits.lstrip("0") or "0", text)
    return found


def _is_read_two_ways(fact: Value) -> bool:
    """A time of day, or a date such as "4/7/2020"."""
    return isinstance(fact, Time) or (isinstance(fact, Number) and fact.certainty == "two_ways")


def _year_of(fact: Value) -> int | None:
    """The year of a date, or the one that a number may be."""
    if isinstance(fact, Date):
        return fact.year
    value = fact.number if isinstance(fact, Number) else None
    if value is None or value != int(value) or not 1000 <= value <= 2199:
        return None
    return int(value)


def _shared_scales(tokens: Sequence[Token]) -> Iterable[tuple[Decimal, str]]:
    """The first number of a range with the scale and unit of the second: "5 to 10 million" holds five million."""
    between_ends = range_words()
    for (first, between), (_, second) in pairwise(pairwise(tokens)):
        if between.key not in between_ends or first.unit not in ("", second.unit):
            continue
        if first.number is None or not second.number:
            continue
        yield first.number, second.unit
        for power in (2, 3, 6, 9, 12):
            scaled = first.number * Decimal(10) ** power
            if second.number >= Decimal(10) ** power and Decimal("0.001") < scaled / second.number < 1000:
                yield scaled, second.unit
