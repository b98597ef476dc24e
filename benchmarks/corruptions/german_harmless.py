"""Changes of form alone, after which a German sentence says the same.

`GERMAN_HARMLESS["date in figures"]` makes "3.5.2026" of "3. Mai 2026".
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping

from corruptions.harmless import (
    add_next_sentence,
    change_space,
    decompose_accents,
    drop_final_stop,
    insert_hidden,
    lower_case,
)
from corruptions.material import Change, Material, replace_all, replace_one
from corruptions.reports import MONTHS

_MONTH = "|".join(MONTHS)
_DATE = rf"\b(\d{{1,2}})\. ({_MONTH}) (\d{{4}})\b"
_WORDS = "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split()
_UNITS = {
    "Quadratmetern": "m²",
    "Kilometer": "km",
    "Kilogramm": "kg",
    "Grad Celsius": "°C",
    "Stundenkilometern": "km/h",
}


def _spell_swiss(material: Material, _: random.Random) -> str | None:
    """With "ss" for every "ß", where no word becomes another one by it ("Maße", "Masse")."""
    text = material.sentence
    if "ß" not in text or re.search(r"[Mm]aß|[Bb]uße", text):
        return None
    return text.replace("ß", "ss")


def _write_figures(match: re.Match[str]) -> str:
    whole, _, decimals = match[1].partition(",")
    power = {"Mio.": 6, "Millionen": 6, "Mrd.": 9, "Milliarden": 9}[match[2]]
    return f"{int(whole + decimals) * 10 ** (power - len(decimals)):,}".replace(",", ".")


def _write_numeric_date(separator: str, *, padded: bool) -> Change:
    def replacement(match: re.Match[str]) -> str:
        day, month = int(match[1]), MONTHS.index(match[2]) + 1
        if separator == "-":
            return f"{match[3]}-{month:02d}-{day:02d}"
        return f"{day:02d}.{month:02d}.{match[3]}" if padded else f"{day}.{month}.{match[3]}"

    return replace_one(_DATE, replacement)


GERMAN_HARMLESS: Mapping[str, Change] = {
    "as it stands": lambda material, _: material.sentence,
    "straight quotes": replace_all(r"[„“»«]", lambda _: '"'),
    "other quotes": replace_all(r"[„“»«]", lambda m: {"„": "»", "“": "«", "»": "„", "«": "“"}[m[0]]),
    "thousands dot dropped": replace_one(r"(?<![\w.,])(\d{1,3})\.(\d{3})(?![\w.,]\w)", lambda m: m[1] + m[2]),
    "thousands by thin space": replace_one(
        r"(?<![\w.,])(\d{1,3})\.(\d{3})(?![\w.,]\w)", lambda m: f"{m[1]}\u202f{m[2]}"
    ),
    "date in figures": _write_numeric_date(".", padded=False),
    "date in padded figures": _write_numeric_date(".", padded=True),
    "ISO date": _write_numeric_date("-", padded=True),
    "month abbreviated": replace_one(
        r"(?<=\d\. )(Januar|Februar|August|September|Oktober|November|Dezember)\b", lambda m: f"{m[1][:3]}."
    ),
    "percent sign": replace_one(r"(?<=\d) Prozent\b(?!punkt)", lambda m: (" %", "%")[len(m.string) % 2]),
    "euro sign": replace_one(r"(?<=\d )Euro\b|(?<=Millionen |illiarden )Euro\b", lambda _: "€"),
    "currency code": replace_one(r"(?<=\d )Euro\b|(?<=Millionen |illiarden )Euro\b", lambda _: "EUR"),
    "scale abbreviated": replace_one(
        r"(?<=\d )M(?:illionen|illiarden)\b", lambda m: {"o": "Mio.", "a": "Mrd."}[m[0][5]]
    ),
    "scale in full": replace_one(r"(?<=\d )M(?:io|rd)\.", lambda m: {"Mio.": "Millionen", "Mrd.": "Milliarden"}[m[0]]),
    "number in figures": replace_one(r"\b(\d+(?:,\d)?) (Millionen|Milliarden|Mio\.|Mrd\.)", _write_figures),
    "number word in figures": replace_one(rf"\b(?:{'|'.join(_WORDS)})\b", lambda m: str(_WORDS.index(m[0]) + 2)),
    "unit abbreviated": replace_one("|".join(rf"(?<=\d ){unit}\b" for unit in _UNITS), lambda m: _UNITS[m[0]]),
    "clock with colon": replace_one(r"\b(\d{1,2})\.(\d\d)(?= Uhr)", lambda m: f"{m[1]}:{m[2]}"),
    "minus sign": replace_one(r"\bminus (?=\d)", lambda m: ("-", "\u2212")[len(m.string) % 2]),
    "full hour": replace_one(r"(?<![\d.])(\d{1,2})(?=,? Uhr)", lambda m: f"{m[1]}.00"),
    "Swiss spelling": _spell_swiss,
    "final stop dropped": drop_final_stop,
    "spaced abbreviation": replace_all(r"z\. B\.|u\. a\.|d\. h\.", lambda m: m[0].replace(" ", "")),
    "decomposed umlauts": decompose_accents,
    "no-break space": replace_all(r" (?=\d)|(?<=\d) ", lambda _: "\u00a0"),
    "dash kind": replace_all(r" [-–—] |—|–", lambda m: " — " if m[0] != " — " else " – "),
    "white space": change_space,
    "soft hyphen": insert_hidden("\u00ad"),
    "zero-width space": insert_hidden("\u200b"),
    "ligature": replace_all(r"f[il]", lambda m: "ﬁ" if m[0] == "fi" else "ﬂ"),
    "all lower case": lower_case,
    "two sentences": add_next_sentence,
}
