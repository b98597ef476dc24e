"""What stands beside a number: currencies, percent, units of measure, each by one name however it is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, Literal

from summarizer.verification.reading.lexemes import Lexeme

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
}

# Phrases behind a number, folded. Each language's words mean the same unit; "pounds" is decided by context (see canon).
_MONEY: Final[Mapping[str, str]] = {
    "dollar": "dollar",
    "dollars": "dollar",
    "us dollar": "USD",
    "us dollars": "USD",
    "us-dollar": "USD",
    "australian dollars": "AUD",
    "canadian dollars": "CAD",
    "hong kong dollars": "HKD",
    "pounds sterling": "pound",
    "pound sterling": "pound",
    "pfund sterling": "pound",
    "livres sterling": "pound",
    "libras esterlinas": "pound",
    "euro": "EUR",
    "euros": "EUR",
    "yen": "JPY",
    "yuan": "CNY",
    "renminbi": "CNY",
    "swiss francs": "CHF",
    "schweizer franken": "CHF",
    "francs suisses": "CHF",
    "rouble": "RUB",
    "roubles": "RUB",
    "ruble": "RUB",
    "rubles": "RUB",
    "rubel": "RUB",
    "indian rupees": "INR",
    "dólares": "dollar",
    "欧元": "EUR",
    "歐元": "EUR",
    "美元": "USD",
    "日元": "JPY",
    "人民币": "CNY",
    "元": "CNY",
    "英镑": "pound",
    "港元": "HKD",
}
_PERCENT: Final = (
    "%",
    "percent",
    "per cent",
    "pct",
    "prozent",
    "pour cent",
    "por ciento",
    "por cento",
    "per cento",
    "procent",
)
_POINTS: Final = (
    "percentage points",
    "percentage point",
    "per centage points",
    "prozentpunkte",
    "prozentpunkten",
    "prozentpunkt",
    "points de pourcentage",
    "point de pourcentage",
    "puntos porcentuales",
    "punto porcentual",
    "个百分点",
    "個百分點",
)
_UNITS: Final[Mapping[str, str]] = {
    "km": "km|kilometre|kilometres|kilometer|kilometers|kilometern|kilomètre|kilomètres|kilómetro|kilómetros|千米|公里",
    "metre": "metre|metres|meter|meters|metern|mètre|mètres|metro|metros",
    "cm": "cm|centimetre|centimetres|centimeter|centimeters|zentimeter|zentimetern|centimètres|centímetros|厘米",
    "mm": "mm|millimetre|millimetres|millimeter|millimeters|millimetern|millimètres|milímetros|毫米",
    "mile": "mi|mile|miles|meile|meilen",
    "foot": "ft|foot|feet",
    "inch": "inch|inches",
    "yard": "yd|yard|yards",
    "km2": "km²|km2|sq km|square kilometre|square kilometres|square kilometer|square "
    "kilometers|quadratkilometer|quadratkilometern|平方公里",
    "m2": "m²|m2|sq m|square metre|square metres|square meter|square meters|quadratmeter|"
    "quadratmetern|mètres carrés|平方米",
    "m3": "m³|m3|cubic metre|cubic metres|cubic meter|cubic meters|kubikmeter|kubikmetern|立方米",
    "ft2": "sq ft|square foot|square feet",
    "mile2": "sq mi|sq miles|square mile|square miles",
    "hectare": "ha|hectare|hectares|hektar|公顷",
    "acre": "acre|acres",
    "kg": "kg|kgs|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes|kilogramm|公斤|千克",
    "gram": "gram|grams|gramme|grammes|gramm",
    "mg": "mg|milligram|milligrams|milligrammes|milligramm",
    "tonne": "tonne|tonnes|tonnen|metric ton|metric tons|吨",
    "ton": "ton|tons",
    "lb": "lb|lbs",
    "ounce": "oz|ounce|ounces",
    "litre": "litre|litres|liter|liters|litern|litro|litros|升",
    "ml": "ml|millilitre|millilitres|milliliter|milliliters",
    "kmh": "km/h|kph|kmh|kilometres per hour|kilometers per hour|kilometres an hour|kilometers an hour|kilometer "
    "pro stunde|stundenkilometer|stundenkilometern",
    "mph": "mph|miles per hour|miles an hour",
    "celsius": "°c|degrees celsius|degree celsius|grad celsius|degrés celsius|grados celsius|摄氏度",
    "fahrenheit": "°f|degrees fahrenheit|degree fahrenheit",
    "hour": "hr|hrs|hour|hours",
    "minute": "min|mins|minute|minutes",
    "year": "yr|yrs|year|years",
    "kwh": "kwh|kilowatt hours|kilowatt-hours|kilowatt hour",
    "kw": "kilowatt|kilowatts",
    "gwh": "gigawatt hours|gigawatt-hours|gwh",
    "mwh": "megawatt hours|megawatt-hours",
    "gw": "gw|gigawatt|gigawatts",
    "pence": "pence",
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


@cache
def _phrases() -> Mapping[str, Mapping[tuple[str, ...], tuple[str, str]]]:
    """First word -> whole phrase -> (kind, name)."""
    table: dict[str, dict[tuple[str, ...], tuple[str, str]]] = {}

    def enter(phrase: str, kind: str, name: str) -> None:
        pieces = tuple(piece for word in phrase.split() for piece in _pieces(word))
        table.setdefault(pieces[0], {})[pieces] = (kind, name)

    for phrase, name in _MONEY.items():
        enter(phrase, "money", name)
    for phrase in _PERCENT:
        enter(phrase, "percent", "percent")
    for phrase in _POINTS:
        enter(phrase, "points", "points")
    for name, phrases in _UNITS.items():
        for phrase in phrases.split("|"):
            enter(phrase, "unit", name)
    for phrase, name in _CASED_WORDS.items():
        enter(phrase, "unit", name)
    return table


def _pieces(word: str) -> list[str]:
    if not word.isascii() and any("\u4e00" <= char <= "\u9fff" for char in word):
        return list(word)
    out: list[str] = []
    for char in word:
        if out and char.isalnum() and out[-1].isalnum() and not (char.isdigit() and not out[-1][0].isalpha()):
            out[-1] += char
        else:
            out.append(char)
    return out


def unit_at(found: Sequence[Lexeme], at: int) -> tuple[str, str, int] | None:
    """What unit stands at `found[at]`: its kind (money, percent, points, unit), its name, and the place behind it."""
    if at >= len(found):
        return None
    phrases = _phrases().get(found[at].text)
    if phrases is None:
        return None
    for length in (4, 3, 2, 1):
        pieces = tuple(lexeme.text for lexeme in found[at : at + length])
        if len(pieces) == length and pieces in phrases:
            kind, name = phrases[pieces]
            return kind, name, at + length
    return None
