"""Pack what Unicode CLDR says of further languages for the wheel: `python benchmarks/pack_cldr.py`.

Needs Babel, which carries CLDR and which the library does not need. Written is `summarizer/languages/cldr.json`: by
language code the names of months and weekdays, the signs that part decimals and groups of digits, and the names of the
commonest currencies. A language with a record of its own takes from it what the record leaves empty.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from babel import Locale
from babel.numbers import get_currency_name

TARGET: Final = Path(__file__).parent.parent / "summarizer" / "languages" / "cldr.json"
# Languages of which articles are met; those written without blanks, or with other digits, are not read by these means.
LOCALES: Final = (
    "af az be bg bs ca cs cy da de el en es et eu fi fil fr ga gl hr hu hy id is it ka kk lb lt lv mk ms nb nl nn pl "
    "pt ro ru sk sl sq sr sv sw tr uk uz vi"
).split()
# CLDR's codes where this library uses another, and the names that currencies are compared under.
CODES: Final = {"nb": "no"}
CURRENCIES: Final = {
    "USD": "USD",
    "EUR": "EUR",
    "GBP": "pound",
    "JPY": "JPY",
    "CNY": "CNY",
    "CHF": "CHF",
    "INR": "INR",
    "RUB": "RUB",
}
_COUNTS: Final = (1, 2, 5, 0.5)  # one of each plural form of most languages


def entry(name: str) -> dict[str, Any]:
    """What CLDR says of one language."""
    locale = Locale(name)
    symbols = locale.number_symbols
    latin = symbols.get("latn", symbols)
    return {
        "months": _whole([_spellings(locale.months, ("wide", "abbreviated"), number) for number in range(1, 13)]),
        "weekdays": _whole([_spellings(locale.days, ("wide",), number) for number in range(7)]),
        "decimal": latin["decimal"],
        "group": latin["group"],
        "money": {ours: _names_of(code, name) for code, ours in CURRENCIES.items()},
    }


def _spellings(table: Any, widths: tuple[str, ...], number: int) -> list[str]:
    """The spellings of a month or day, the full one first; alone and inside a date it may have two forms."""
    found: list[str] = []
    for width in widths:
        forms = (table[context][width][number] for context in ("format", "stand-alone"))
        found.extend(str(form).lower().rstrip(".") for form in forms)
    return [spelling for spelling in dict.fromkeys(found) if spelling.isalpha()]


def _whole(names: list[list[str]]) -> list[list[str]]:
    """The names as they are, or none where one is no single word: "tháng 1" is read as its number."""
    return names if all(names) else []


def _names_of(code: str, locale: str) -> list[str]:
    names = (get_currency_name(code, count, locale=locale).lower() for count in _COUNTS)
    return [name for name in dict.fromkeys(names) if name != code.lower()]


def packed() -> dict[str, dict[str, Any]]:
    """All languages by the code that this library uses."""
    return {CODES.get(name, name): entry(name) for name in LOCALES}


if __name__ == "__main__":
    lines = [f'"{code}": {json.dumps(data, ensure_ascii=False, sort_keys=True)}' for code, data in packed().items()]
    TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    print(f"{TARGET}: {len(lines)} languages, {TARGET.stat().st_size:,} bytes")
