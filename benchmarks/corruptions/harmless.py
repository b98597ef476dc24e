"""Changes of form alone, after which a sentence says the same; a verifier that refuses them cries wolf."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Mapping

from corruptions.material import MONTH, MONTHS, WEEKDAYS, Change, Material, everywhere, substituted

_SMALL = "two three four five six seven eight nine".split()
_ORDINAL = {
    "first": "1st",
    "second": "2nd",
    "third": "3rd",
    "fourth": "4th",
    "fifth": "5th",
    "sixth": "6th",
    "tenth": "10th",
}
_SHORT = {
    "is not": "isn't", "are not": "aren't", "was not": "wasn't", "were not": "weren't", "do not": "don't",
    "does not": "doesn't",
    "did not": "didn't", "will not": "won't", "would not": "wouldn't", "could not": "couldn't", "cannot": "can't",
    "have not": "haven't", "has not": "hasn't", "had not": "hadn't", "should not": "shouldn't",
}  # fmt: skip
_FULL = {short: full for full, short in _SHORT.items()}
_BRITISH = {
    "organization": "organisation", "organized": "organised", "realize": "realise", "recognized": "recognised",
    "color": "colour",
    "center": "centre", "labor": "labour", "favorite": "favourite", "neighbor": "neighbour", "honor": "honour",
    "theater": "theatre",
    "defense": "defence", "traveled": "travelled", "canceled": "cancelled", "program": "programme", "gray": "grey",
    "behavior": "behaviour", "analyze": "analyse", "license": "licence", "toward": "towards", "percent": "per cent",
    "apologized": "apologised", "criticized": "criticised", "rumors": "rumours", "harbor": "harbour",
    "meters": "metres",
    "kilometers": "kilometres", "adviser": "advisor", "judgment": "judgement", "fueled": "fuelled",
    "modeling": "modelling",
    "skeptical": "sceptical", "aging": "ageing", "fulfill": "fulfil", "offense": "offence", "maneuver": "manoeuvre",
}  # fmt: skip
_AMERICAN = {british: american for american, british in _BRITISH.items()}
_OPENERS = (
    "However|Meanwhile|Moreover|Furthermore|In addition|Additionally|Indeed|In fact|Nevertheless|Therefore|As a result"
    "|For example"
)
_UNITS = {
    "kilometres": "km", "kilometers": "km", "kilograms": "kg", "centimetres": "cm", "millimetres": "mm",
    "square miles": "sq miles",
    "miles per hour": "mph", "minutes": "mins", "hours": "hrs", "km": "kilometres", "kg": "kilograms",
    "mph": "miles per hour",
    "square feet": "sq ft", "feet": "ft", "years": "yrs", "degrees Celsius": "°C",
}  # fmt: skip
_PRICE = r"[£€$](\d(?:[\d,.]*\d)?(?: (?:million|billion))?)(?! (?:million|billion)|[\d,.]*\d|[-–])(?= [a-z]|\.$)"
_POWERS = {"million": 6, "billion": 9}


def _whole(text: str) -> Change:
    """Not a place but the whole sentence."""
    return lambda material, _: text.format(material.sentence)


def _in_figures(match: re.Match[str]) -> str | None:
    whole, _, decimals = match[1].replace(",", "").partition(".")
    power = _POWERS[match[2]]
    if len(decimals) > power:
        return None
    return f"{int(whole + decimals) * 10 ** (power - len(decimals)):,}"


def _in_millions(match: re.Match[str]) -> str | None:
    value = int(match[0].replace(",", ""))
    if value % 10_000:
        return None
    return f"{value / 1_000_000:.2f}".rstrip("0").rstrip(".") + " million"


def _first_lower(material: Material, _: random.Random) -> str | None:
    text = material.sentence
    return text[0].lower() + text[1:] if text[1:2].islower() else None


def spaces(material: Material, rng: random.Random) -> str:
    """Other white space between two words."""
    words = material.sentence.split(" ")
    place = rng.randrange(1, len(words))
    return " ".join(words[:place]) + rng.choice(("  ", "\n", " \n  ", "\t")) + " ".join(words[place:])


def hidden(char: str) -> Change:
    """A character that prints nothing inside a word."""

    def change(material: Material, rng: random.Random) -> str | None:
        places = [m.start() + 3 for m in re.finditer(r"[a-z]{6,}", material.sentence)]
        if not places:
            return None
        place = rng.choice(places)
        return material.sentence[:place] + char + material.sentence[place:]

    return change


def _without_opener(material: Material, _: random.Random) -> str | None:
    match = re.match(
        rf"(?:{_OPENERS}), (?=\w)|(?:But|And) (?=[a-z])(?!for |if |then |so |yet |when )", material.sentence
    )
    return material.sentence[match.end()].upper() + material.sentence[match.end() + 1 :] if match else None


def two_sentences(material: Material, _: random.Random) -> str | None:
    """The sentence together with the next one."""
    ends = material.sentence.endswith(".") and material.following[:1].isupper() and material.following.endswith(".")
    return f"{material.sentence} {material.following}" if ends and len(material.following.split()) > 4 else None


def decomposed(material: Material, _: random.Random) -> str | None:
    """Accents apart from their letters."""
    text = unicodedata.normalize("NFD", material.sentence)
    return text if text != material.sentence else None


def lower(material: Material, _: random.Random) -> str:
    """All in lower case."""
    return material.sentence.lower()


def without_final_stop(material: Material, _: random.Random) -> str | None:
    """Without the full stop at the end."""
    return material.sentence[:-1] if material.sentence.endswith((".", "。")) else None


def _table(table: Mapping[str, str]) -> Change:
    pattern = r"\b(?:" + "|".join(sorted(map(re.escape, table), key=len, reverse=True)) + r")\b"
    return substituted(pattern, lambda match: table.get(match[0].replace("’", "'")))


def _day_first(match: re.Match[str]) -> str:
    year = f" {match[3]}" if match[3] else ""
    return f"{match[2]} {match[1]}{year}"


def _month_first(match: re.Match[str]) -> str:
    year = f", {match[3]}" if match[3] else ""
    return f"{match[2]} {match[1]}{year}"


def _iso(match: re.Match[str]) -> str:
    return f"{match[3]}-{MONTHS.index(match[1]) + 1:02d}-{int(match[2]):02d}"


def _clock(match: re.Match[str]) -> str:
    return f"{match[1]}{match[2]}m" if match[3] == "." else f"{match[1]} {match[2]}.m."


def wide(match: re.Match[str]) -> str:
    """Full-width figures."""
    return "".join(chr(ord(digit) + 0xFEE0) for digit in match[0])


def _swapped_quotes(material: Material, _: random.Random) -> str | None:
    text = material.sentence
    if text.count('"') == 2 and "'" not in text:
        return text.replace('"', "'")
    if text.count("“") == text.count("”") == 1 and "’" not in text and "'" not in text:
        return text.replace("“", "‘").replace("”", "’")
    return None


def _curly(match: re.Match[str]) -> str:
    if match[0] == "'":
        return "’"
    opens = match.end() < len(match.string) and match.string[match.end()].isalnum()
    return "“" if opens else "”"


def _percent(match: re.Match[str]) -> str:
    return {"%": " per cent", " percent": "%", " per cent": " percent"}[match[1]]


def _money_words(match: re.Match[str]) -> str:
    return f"{match[1]} {({'£': 'pounds', '€': 'euros', '$': 'dollars'})[match[0][0]]}"


def _money_code(match: re.Match[str]) -> str | None:
    code = {"£": "GBP", "€": "EUR"}.get(match[0][0])
    return f"{code} {match[1]}" if code else None


def _stop_outside(material: Material, _: random.Random) -> str | None:
    text = material.sentence
    return text[:-2] + text[-1] + "." if text.endswith(('."', ".”")) else None


def _weekday(match: re.Match[str]) -> str | None:
    return None if match[0] in ("Sunday", "Wednesday") else match[0][:3]


def _dots(match: re.Match[str]) -> str:
    return match[0].replace(".", "") if "." in match[0] else match[0] + "."


HARMLESS: Mapping[str, Change] = {
    "as it stands": _whole("{}"),
    "curly quotes": everywhere(r"(?<!\w)\"(?=\w)|\"|'", _curly),
    "straight quotes": everywhere(r"[“”‘’]", lambda m: '"' if m[0] in "“”" else "'"),
    "single for double quotes": _swapped_quotes,
    "no-break space": everywhere(r" (?=\d)|(?<=\d) ", lambda _: "\u00a0"),
    "dash kind": everywhere(r" [-–—] |—|–", lambda m: " — " if m[0].strip() == "-" else " – " if " " in m[0] else "-"),
    "no-break hyphen": everywhere(r"(?<=[a-z])-(?=[a-z])", lambda _: "\u2011"),
    "first letter lower": _first_lower,
    "all lower case": lower,
    "white space": spaces,
    "soft hyphen": hidden("\u00ad"),
    "zero-width space": hidden("\u200b"),
    "ligature": everywhere(r"f[il]", lambda m: "ﬁ" if m[0] == "fi" else "ﬂ"),
    "decomposed accents": decomposed,
    "full-width digits": everywhere(r"(?<![\w.,])\d+(?![\w.,])", wide),
    "number in figures": substituted(r"(?<![\w.])(\d[\d,]*(?:\.\d+)?) (million|billion)\b", _in_figures),
    "number with scale word": substituted(r"(?<![\w.,])\d{1,3},\d{3},\d{3}(?![\w,.]\w)", _in_millions),
    "scale abbreviated": substituted(
        r"(?<=[$£€])(\d[\d,.]*) (m|b)illion\b", lambda m: m[1] + {"m": "m", "b": "bn"}[m[2]]
    ),
    "thousands separator": substituted(r"(?<![\w.,])(\d{1,3}),(\d{3})(?![\w,.]\w)", lambda m: m[1] + m[2]),
    "thin space separator": substituted(r"(?<![\w.,])(\d{1,3}),(\d{3})(?![\w,.]\w)", lambda m: f"{m[1]}\u202f{m[2]}"),
    "percent spelling": substituted(r"(?<=\d)(%| percent\b| per cent\b)", _percent),
    "contraction": _table(_SHORT),
    "contraction in full": substituted(r"\b\w+n['’]t\b", lambda m: _FULL.get(m[0].replace("’", "'"))),
    "day before month": substituted(rf"\b({MONTH}) (\d{{1,2}})(?:, (\d{{4}}))?(?!\w|-|–|,\d| \d)", _day_first),
    "month before day": substituted(rf"(?<![\d-])\b(\d{{1,2}}) ({MONTH})(?: (\d{{4}}))?\b", _month_first),
    "ISO date": substituted(rf"\b({MONTH}) (\d{{1,2}}), (\d{{4}})\b", _iso),
    "month abbreviated": substituted(
        rf"\b(?:{MONTH})\b(?= \d)|(?<=\d )(?:{MONTH})\b", lambda m: m[0][:3] if len(m[0]) > 4 else None
    ),
    "weekday abbreviated": substituted(rf"(?<=\b[Oo]n )(?:{'|'.join(WEEKDAYS)})\b", _weekday),
    "British spelling": _table(_BRITISH),
    "American spelling": _table(_AMERICAN),
    "opener dropped": _without_opener,
    "final stop dropped": without_final_stop,
    "stop outside quotes": _stop_outside,
    "currency word": substituted(rf"(?<![A-ZÂ]){_PRICE}", _money_words),
    "currency code": substituted(rf"(?<![A-Z$Â]){_PRICE}", _money_code),
    "small number in figures": substituted(
        rf"(?<=[a-z] )(?:{'|'.join(_SMALL)})(?= [a-z])", lambda m: str(_SMALL.index(m[0]) + 2)
    ),
    "small number in words": substituted(
        r"(?<=[a-z] )(?<!y )(?<!r )(?<!t )(?<!h )[2-9](?= [a-z]{3,})", lambda m: _SMALL[int(m[0]) - 2]
    ),
    "ordinal in figures": _table(_ORDINAL),
    "unit spelled otherwise": substituted(r"(?<=\d) (" + "|".join(_UNITS) + r")\b", lambda m: f" {_UNITS[m[1]]}"),
    "abbreviation dots": substituted(r"\b(?:U\.S\.(?= [a-z])|Mr\.|Mrs\.|Dr\.|Mr|Mrs|Dr)(?= )", _dots),
    "a.m. and p.m.": substituted(r"(\d) ?([ap])(\.?)m\b\.?(?! ?$)", _clock),
    "ellipsis": everywhere(r"\.\.\.|…", lambda m: "…" if m[0] == "..." else "..."),
    "two sentences": two_sentences,
}
