"""What a stretch of text holds: its values with their units, dates, years, and words, ready to be asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from summarizer.languages.registry import together
from summarizer.verification.reading.values import CanonicalText, Token

# Between the two numbers of a range whose scale or unit is written once ("5 to 10 million", "5-10 %").
_DASHES: Final = frozenset(("-", " - "))


@dataclass(frozen=True, slots=True, kw_only=True)
class FactIndex:
    """The hard facts of some sentences.

    Attributes:
        keys: Keys of all tokens.
        values: Every numeric value, with the units that stand beside it ("" for none).
        dates: Keys of the calendar dates ("2026-03-12", "2026-03", "--03-12").
        years: Years, whether in a date or alone.
        words: The sentences' words, one space between and around, for looking up a quotation.
        capitals: Folded words that stand with a capital (or all capitals) inside a sentence.
        relative: Words such as "last" or "ago" stand in it, so that years may be meant that are not written.
    """

    keys: frozenset[str]
    values: Mapping[Decimal, frozenset[str]]
    dates: frozenset[str]
    years: frozenset[int]
    words: str
    capitals: frozenset[str]
    relative: bool

    @classmethod
    def of(cls, forms: Sequence[CanonicalText]) -> FactIndex:
        """What these sentences hold together."""
        keys: set[str] = set()
        values: defaultdict[Decimal, set[str]] = defaultdict(set)
        dates: set[str] = set()
        years: set[int] = set()
        capitals: set[str] = set()
        for form in forms:
            keys.update(form.keys)
            for token in form.tokens:
                if token.kind == "date":
                    dates.add(token.key)
                    years.update(_year_of(token.key))
                elif token.value is not None:
                    values[token.value].add(token.unit)
                    years.update(_year_in(token))
                elif token.kind == "word" and token.shape in ("title", "upper"):
                    capitals.add(token.key)
            for value, unit in (*_shared_scales(form.tokens), *_said_in_words(form.tokens)):
                values[value].add(unit)
        return cls(
            keys=frozenset(keys),
            values={value: frozenset(units) for value, units in values.items()},
            dates=frozenset(dates),
            years=frozenset(years),
            words=f" {' '.join(spoken(token for form in forms for token in form.tokens))} ",
            capitals=frozenset(capitals),
            relative=not together("quantities.relative_times").isdisjoint(keys),
        )

    def has_date(self, key: str, *, years: Collection[int]) -> bool:
        """True if a date is held that says the same; a year that it leaves out may be one of `years`."""
        wanted = _parts(key)
        for held in self.dates:
            theirs = _parts(held)
            if any(a is not None and b is not None and a != b for a, b in zip(wanted, theirs, strict=True)):
                continue
            if wanted[2] is not None and theirs[2] is None:
                continue
            if wanted[0] is None or theirs[0] is not None or wanted[0] in years:
                return True
        return False


def is_range_word(key: str) -> bool:
    """True for what stands between the two numbers of a range whose unit is written once: "5 to 10 million"."""
    return key in _DASHES or key in together("quantities.range_words")


def spoken(tokens: Iterable[Token]) -> Iterable[str]:
    """The keys of tokens that are said, marks and quotation marks left out."""
    return (token.key for token in tokens if token.kind not in ("mark", "quote"))


def _said_in_words(tokens: Sequence[Token]) -> Iterable[tuple[Decimal, str]]:
    """What "a dozen", "two dozen", "by half" and "half of" hold, which are no figures: 12, 24, 50 percent."""
    for place, token in enumerate(tokens):
        before = tokens[place - 1] if place else None
        after = tokens[place + 1].key if place + 1 < len(tokens) else ""
        if token.key == "dozen":
            yield (before.value if before is not None and before.value is not None else Decimal(1)) * 12, ""
        elif token.key == "half" and (after in ("of", "the") or (before is not None and before.key == "by")):
            yield Decimal(50), "percent"


def _parts(key: str) -> tuple[int | None, int | None, int | None]:
    if key.startswith("--"):
        month, _, day = key[2:].partition("-")
        return None, int(month), int(day) if day else None
    year, month, day = (*key.split("-"), "")[:3]
    return int(year), int(month), int(day) if day else None


def _year_of(key: str) -> tuple[int, ...]:
    return () if key.startswith("--") else (int(key[:4]),)


def _year_in(token: Token) -> tuple[int, ...]:
    value = token.value
    plain = token.kind == "number" and value is not None and value == int(value) and 1000 <= value <= 2199
    return (int(value),) if plain and value is not None else ()


def _shared_scales(tokens: Sequence[Token]) -> Iterable[tuple[Decimal, str]]:
    """The first number of a range with the scale and unit of the second: "5 to 10 million" holds five million."""
    for (first, between), (_, second) in pairwise(pairwise(tokens)):
        if not is_range_word(between.key) or first.value is None or second.value is None or not second.value:
            continue
        if first.unit in ("", second.unit):
            yield first.value, second.unit
            for power in (2, 3, 6, 9, 12):
                scaled = first.value * Decimal(10) ** power
                if second.value >= Decimal(10) ** power and Decimal("0.001") < scaled / second.value < 1000:
                    yield scaled, second.unit
