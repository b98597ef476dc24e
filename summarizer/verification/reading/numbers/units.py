"""What stands beside a number: currencies, percent, units of measure, each by one name however it is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from summarizer.languages.record import Phrase, Quantities
from summarizer.languages.registry import cached_by_records, language_of, languages
from summarizer.text.fold import folded
from summarizer.verification.reading.lexemes import Lexeme, lexemes

# A bare "$" may be any dollar, so it equals "dollars" but neither "US$" nor "A$"; likewise "¥" and "kr".
SYMBOLS: Final[Mapping[str, str]] = {
    "$": "dollar",
    "£": "pound",
    "€": "EUR",
    "¥": "¥",
    "₹": "INR",
    "₩": "KRW",
    "₽": "RUB",
    "₺": "TRY",
    "₴": "UAH",
    "₪": "ILS",
    "₦": "NGN",
    "฿": "THB",
    "₫": "VND",
}
# Letters glued before "$" that say whose dollar it is.
DOLLARS: Final[Mapping[str, str]] = {
    "us": "USD",
    "a": "AUD",
    "au": "AUD",
    "c": "CAD",
    "ca": "CAD",
    "can": "CAD",
    "hk": "HKD",
    "nz": "NZD",
    "s": "SGD",
    "sg": "SGD",
    "nt": "TWD",
    "r": "BRL",
}
CODES: Final = frozenset(
    "usd eur gbp jpy cny rmb chf aud cad hkd nzd sgd inr krw rub brl mxn sek nok dkk pln czk huf zar ils thb "
    "twd".split()
)

ANY_DOLLAR: Final = "dollar"
# A sign on one side that may mean several currencies, and the currencies that it may mean.
_AMBIGUOUS: Final[Mapping[str, frozenset[str]]] = {
    "dollar": frozenset(DOLLARS.values()) - {"BRL"},
    "¥": frozenset(("JPY", "CNY")),
    "rupee": frozenset(("INR", "PKR", "LKR", "NPR")),
    "pounds": frozenset(("pound", "lb")),
}

# Symbols whose case tells a thousandth from a million or a bit from a byte: read only exactly so.
CASED_UNITS: Final[Mapping[str, str]] = {"MW": "mw", "kW": "kw", "MWh": "mwh", "GB": "gb", "MB": "mb", "TB": "tb"}
_CASED_WORDS: Final[Mapping[str, str]] = {
    "megawatt": "mw",
    "megawatts": "mw",
    "gigabyte": "gb",
    "gigabytes": "gb",
    "megabyte": "mb",
    "megabytes": "mb",
    "terabyte": "tb",
    "terabytes": "tb",
}


class Measure(NamedTuple):
    """How much a unit is of what it measures: 0 of the kind's own unit is `nought` of this one."""

    kind: str
    size: Decimal
    nought: Decimal = Decimal(0)


def _measures(kind: str, sizes: str) -> dict[str, Measure]:
    pairs = (pair.split(":") for pair in sizes.split())
    return {name: Measure(kind, Decimal(size)) for name, size in pairs}


# Legal sizes of units by the names that they are compared under (NIST SP 811); a year is twelve months of 30.44 days.
MEASURES: Final[Mapping[str, Measure]] = {
    **_measures("length", "km:1000 metre:1 cm:.01 mm:.001 mile:1609.344 foot:.3048 inch:.0254 yard:.9144"),
    **_measures("area", "km2:1e6 m2:1 ft2:.09290304 mile2:2589988 hectare:1e4 acre:4046.86"),
    **_measures("volume", "m3:1000 litre:1 ml:.001 gallon:3.785"),
    **_measures("weight", "kg:1 gram:.001 mg:1e-6 tonne:1000 ton:1000 lb:.45359237 pounds:.45359237 ounce:.02835"),
    **_measures("speed", "kmh:1 mph:1.609344"),
    **_measures("time", "second:1 minute:60 hour:3600 day:86400 week:604800 month:2630016 year:31560192"),
    **_measures("power", "kw:1 mw:1000 gw:1e6"),
    **_measures("energy", "kwh:1 mwh:1000 gwh:1e6"),
    **_measures("bytes", "mb:1 gb:1000 tb:1e6"),
    **_measures("money", "dollar:100 USD:100 EUR:100 AUD:100 CAD:100 pound:100 cent:1 pence:1"),
    "celsius": Measure("temperature", Decimal(1)),
    "fahrenheit": Measure("temperature", Decimal(5) / 9, Decimal(32)),
}
# Short for a unit in small letters alone: "HR" is a department, "FT" a paper, "ML" a million litres, "Mg" a tonne.
SMALL: Final = frozenset("hr hrs ft ml mg mm cm min mins mi yr yrs ha".split())
# What "pounds" behind a number are where the document writes "£": money, money from a thousand on ("lost 20 pounds" is
# mostly
# weight), or weight.
Pounds = Literal["money", "large", "weight"]
_WEIGHT: Final = frozenset(
    "lb lbs weigh weighs weighed weighing weight weights ounce ounces oz kg heavy heavier stone".split()
)
_MAYBE_WEIGHT: Final = frozenset(
    "lose loses lost losing gain gains gained gaining shed sheds shedding baby fish thinner".split()
)
LARGE_SUM: Final = 1000


def is_in_sterling(document: str) -> bool:
    """Whether a document speaks of sterling, so that its pounds may be money."""
    return "£" in document or "sterling" in document.casefold()


def pounds_in(sentence: str) -> Pounds:
    """What "pounds" are in a sentence of a document that speaks of sterling."""
    words = set(sentence.casefold().split())
    if words & _WEIGHT:
        return "weight"
    return "large" if words & _MAYBE_WEIGHT else "money"


def may_be_one(one: str, other: str) -> bool:
    """True if two currencies are one, or one is written with a sign that may mean the other.

    `may_be_one("dollar", "USD")`, but not `may_be_one("AUD", "USD")`.
    """
    return one == other or other in _AMBIGUOUS.get(one, ()) or one in _AMBIGUOUS.get(other, ())


def same_code(code: str) -> str:
    """A currency by its ISO 4217 code, upper case: `same_code("rmb") == "CNY"`; sterling has one name, "pound"."""
    upper = code.upper()
    return {"RMB": "CNY", "GBP": "pound"}.get(upper, upper)


@cached_by_records
def _phrases(code: str) -> Mapping[str, Mapping[tuple[str, ...], tuple[str, str]]]:
    """First word -> whole phrase -> (kind, name), in all languages that have a record and in that of the text.

    The words of one language stand in texts of others; those that CLDR alone has are read in their own language.
    """
    table: defaultdict[str, dict[tuple[str, ...], tuple[str, str]]] = defaultdict(dict)
    for language in (*languages(), language_of(code)):
        for kind, name, phrase in _named_by(language.quantities):
            pieces = tuple(lexeme.text for lexeme in lexemes(folded(" ".join(phrase))))
            table[pieces[0]][pieces] = (kind, name)
    for word, name in _CASED_WORDS.items():
        table[word][word,] = ("unit", name)
    return table


def unit_named(word: str) -> str:
    """The unit of measure that one word names, "" for any other: `unit_named("hour") == "hour"`."""
    kind, name = _phrases("").get(word, {}).get((word,), ("", ""))
    return name if kind == "unit" else ""


def _named_by(quantities: Quantities) -> Iterator[tuple[str, str, Phrase]]:
    """What a record says stands behind numbers: kind, name, and each phrase for it."""
    named = [("percent", "percent", quantities.percent), ("points", "points", quantities.percentage_points)]
    named += [("money", name, phrases) for name, phrases in quantities.money.items()]
    named += [("unit", name, phrases) for name, phrases in quantities.units.items()]
    for kind, name, phrases in named:
        for phrase in phrases:
            yield kind, name, phrase


def unit_at(found: Sequence[Lexeme], at: int, language: str) -> tuple[str, str, int] | None:
    """What unit stands at `found[at]`: its kind (money, percent, points, unit), its name, and the place behind it."""
    if at >= len(found):
        return None
    phrases = _phrases(language).get(found[at].text)
    if phrases is None:
        return None
    for length in (4, 3, 2, 1):
        pieces = tuple(lexeme.text for lexeme in found[at : at + length])
        if len(pieces) == length and pieces in phrases:
            kind, name = phrases[pieces]
            return kind, name, at + length
    return None
