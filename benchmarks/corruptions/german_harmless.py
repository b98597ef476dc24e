"""Changes of form alone, after which a German sentence says the same."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping

from corruptions.harmless import decomposed, hidden, lower, spaces, two_sentences, without_final_stop
from corruptions.material import Change, Material, everywhere, substituted
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


def _swiss(material: Material, _: random.Random) -> str | None:
    """With "ss" for every "ß", where no word becomes another one by it ("Maße", "Masse")."""
    text = material.sentence
    return text.replace("ß", "ss") if "ß" in text and not re.search(r"[Mm]aß|[Bb]uße", text) else None


def _in_figures(match: re.Match[str]) -> str:
    whole, _, decimals = match[1].partition(",")
    power = {"Mio.": 6, "Millionen": 6, "Mrd.": 9, "Milliarden": 9}[match[2]]
    return f"{int(whole + decimals) * 10 ** (power - len(decimals)):,}".replace(",", ".")


def _numeric(separator: str, *, padded: bool) -> Change:
    def replacement(match: re.Match[str]) -> str:
        day, month = int(match[1]), MONTHS.index(match[2]) + 1
        if separator == "-":
            return f"{match[3]}-{month:02d}-{day:02d}"
        return f"{day:02d}.{month:02d}.{match[3]}" if padded else f"{day}.{month}.{match[3]}"

    return substituted(_DATE, replacement)


GERMAN_HARMLESS: Mapping[str, Change] = {
    "as it stands": lambda material, _: material.sentence,
    "straight quotes": everywhere(r"[„“»«]", lambda _: '"'),
    "other quotes": everywhere(r"[„“»«]", lambda m: {"„": "»", "“": "«", "»": "„", "«": "“"}[m[0]]),
    "thousands dot dropped": substituted(r"(?<![\w.,])(\d{1,3})\.(\d{3})(?![\w.,]\w)", lambda m: m[1] + m[2]),
    "thousands by thin space": substituted(
        r"(?<![\w.,])(\d{1,3})\.(\d{3})(?![\w.,]\w)", lambda m: f"{m[1]}\u202f{m[2]}"
    ),
    "date in figures": _numeric(".", padded=False),
    "date in padded figures": _numeric(".", padded=True),
    "ISO date": _numeric("-", padded=True),
    "month abbreviated": substituted(
        r"(?<=\d\. )(Januar|Februar|August|September|Oktober|November|Dezember)\b", lambda m: f"{m[1][:3]}."
    ),
    "percent sign": substituted(r"(?<=\d) Prozent\b(?!punkt)", lambda m: (" %", "%")[len(m.string) % 2]),
    "euro sign": substituted(r"(?<=\d )Euro\b|(?<=Millionen |illiarden )Euro\b", lambda _: "€"),
    "currency code": substituted(r"(?<=\d )Euro\b|(?<=Millionen |illiarden )Euro\b", lambda _: "EUR"),
    "scale abbreviated": substituted(
        r"(?<=\d )M(?:illionen|illiarden)\b", lambda m: {"o": "Mio.", "a": "Mrd."}[m[0][5]]
    ),
    "scale in full": substituted(r"(?<=\d )M(?:io|rd)\.", lambda m: {"Mio.": "Millionen", "Mrd.": "Milliarden"}[m[0]]),
    "number in figures": substituted(r"\b(\d+(?:,\d)?) (Millionen|Milliarden|Mio\.|Mrd\.)", _in_figures),
    "number word in figures": substituted(rf"\b(?:{'|'.join(_WORDS)})\b", lambda m: str(_WORDS.index(m[0]) + 2)),
    "unit abbreviated": substituted("|".join(rf"(?<=\d ){unit}\b" for unit in _UNITS), lambda m: _UNITS[m[0]]),
    "clock with colon": substituted(r"\b(\d{1,2})\.(\d\d)(?= Uhr)", lambda m: f"{m[1]}:{m[2]}"),
    "minus sign": substituted(r"\bminus (?=\d)", lambda m: ("-", "\u2212")[len(m.string) % 2]),
    "full hour": substituted(r"(?<![\d.])(\d{1,2})(?=,? Uhr)", lambda m: f"{m[1]}.00"),
    "Swiss spelling": _swiss,
    "final stop dropped": without_final_stop,
    "spaced abbreviation": everywhere(r"z\. B\.|u\. a\.|d\. h\.", lambda m: m[0].replace(" ", "")),
    "decomposed umlauts": decomposed,
    "no-break space": everywhere(r" (?=\d)|(?<=\d) ", lambda _: "\u00a0"),
    "dash kind": everywhere(r" [-–—] |—|–", lambda m: " — " if m[0] != " — " else " – "),
    "white space": spaces,
    "soft hyphen": hidden("\u00ad"),
    "zero-width space": hidden("\u200b"),
    "ligature": everywhere(r"f[il]", lambda m: "ﬁ" if m[0] == "fi" else "ﬂ"),
    "all lower case": lower,
    "two sentences": two_sentences,
}
