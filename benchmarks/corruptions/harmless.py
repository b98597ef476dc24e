"""Changes of form alone, after which an English sentence says the same; a verifier that refuses them cries wolf.

`HARMLESS["day before month"]` makes "3 May 2026" of "May 3, 2026".
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Mapping

from corruptions.material import MONTH, MONTHS, WEEKDAYS, Change, Material, any_word_of, replace_all, replace_one

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


def _rewrite_whole(text: str) -> Change:
    """Not a place but the whole sentence."""
    return lambda material, _: text.format(material.sentence)


def _write_figures(match: re.Match[str]) -> str | None:
    whole, _, decimals = match[1].replace(",", "").partition(".")
    power = _POWERS[match[2]]
    if len(decimals) > power:
        return None
    return f"{int(whole + decimals) * 10 ** (power - len(decimals)):,}"


def _write_millions(match: re.Match[str]) -> str | None:
    value = int(match[0].replace(",", ""))
    if value % 10_000:
        return None
    millions = f"{value / 1_000_000:.2f}".rstrip("0").rstrip(".")
    return f"{millions} million"


def _lower_first(material: Material, _: random.Random) -> str | None:
    text = material.sentence
    return text[0].lower() + text[1:] if text[1:2].islower() else None


def change_space(material: Material, rng: random.Random) -> str:
    """Other white space between two words."""
    words = material.sentence.split(" ")
    place = rng.randrange(1, len(words))
    space = rng.choice(("  ", "\n", " \n  ", "\t"))
    return " ".join(words[:place]) + space + " ".join(words[place:])


def insert_hidden(char: str) -> Change:
    """A character that prints nothing inside a word."""

    def change(material: Material, rng: random.Random) -> str | None:
        places = [match.start() + 3 for match in re.finditer(r"[a-z]{6,}", material.sentence)]
        if not places:
            return None
        place = rng.choice(places)
        return material.sentence[:place] + char + material.sentence[place:]

    return change


def _drop_opener(material: Material, _: random.Random) -> str | None:
    match = re.match(
        rf"(?:{_OPENERS}), (?=\w)|(?:But|And) (?=[a-z])(?!for |if |then |so |yet |when )", material.sentence
    )
    if not match:
        return None
    rest = material.sentence[match.end() :]
    return rest[0].upper() + rest[1:]


def add_next_sentence(material: Material, _: random.Random) -> str | None:
    """The sentence together with the next one."""
    following = material.following
    if not material.sentence.endswith("."):
        return None
    if not following[:1].isupper() or not following.endswith(".") or len(following.split()) <= 4:
        return None
    return f"{material.sentence} {following}"


def decompose_accents(material: Material, _: random.Random) -> str | None:
    """Accents apart from their letters."""
    text = unicodedata.normalize("NFD", material.sentence)
    return text if text != material.sentence else None


def lower_case(material: Material, _: random.Random) -> str:
    """All in lower case."""
    return material.sentence.lower()


def drop_final_stop(material: Material, _: random.Random) -> str | None:
    """Without the full stop at the end."""
    return material.sentence[:-1] if material.sentence.endswith((".", "。")) else None


def _replace_by_table(table: Mapping[str, str]) -> Change:
    return replace_one(any_word_of(table), lambda match: table.get(match[0].replace("’", "'")))


def _put_day_first(match: re.Match[str]) -> str:
    year = f" {match[3]}" if match[3] else ""
    return f"{match[2]} {match[1]}{year}"


def _put_month_first(match: re.Match[str]) -> str:
    year = f", {match[3]}" if match[3] else ""
    return f"{match[2]} {match[1]}{year}"


def _write_iso_date(match: re.Match[str]) -> str:
    return f"{match[3]}-{MONTHS.index(match[1]) + 1:02d}-{int(match[2]):02d}"


def _respace_clock(match: re.Match[str]) -> str:
    return f"{match[1]}{match[2]}m" if match[3] == "." else f"{match[1]} {match[2]}.m."


def widen_digits(match: re.Match[str]) -> str:
    """Full-width figures."""
    return "".join(chr(ord(digit) + 0xFEE0) for digit in match[0])


def _swap_quotes(material: Material, _: random.Random) -> str | None:
    text = material.sentence
    if text.count('"') == 2 and "'" not in text:
        return text.replace('"', "'")
    if text.count("“") == text.count("”") == 1 and "’" not in text and "'" not in text:
        return text.replace("“", "‘").replace("”", "’")
    return None


def _curl_quote(match: re.Match[str]) -> str:
    if match[0] == "'":
        return "’"
    opens = match.end() < len(match.string) and match.string[match.end()].isalnum()
    return "“" if opens else "”"


def _other_dash(match: re.Match[str]) -> str:
    if match[0].strip() == "-":
        return " — "
    return " – " if " " in match[0] else "-"


def _spell_percent(match: re.Match[str]) -> str:
    return {"%": " per cent", " percent": "%", " per cent": " percent"}[match[1]]


def _spell_currency(match: re.Match[str]) -> str:
    currency = {"£": "pounds", "€": "euros", "$": "dollars"}[match[0][0]]
    return f"{match[1]} {currency}"


def _code_currency(match: re.Match[str]) -> str | None:
    code = {"£": "GBP", "€": "EUR"}.get(match[0][0])
    return f"{code} {match[1]}" if code else None


def _move_stop_outside(material: Material, _: random.Random) -> str | None:
    text = material.sentence
    return text[:-2] + text[-1] + "." if text.endswith(('."', ".”")) else None


def _shorten_weekday(match: re.Match[str]) -> str | None:
    return None if match[0] in ("Sunday", "Wednesday") else match[0][:3]


def _toggle_dots(match: re.Match[str]) -> str:
    return match[0].replace(".", "") if "." in match[0] else match[0] + "."


HARMLESS: Mapping[str, Change] = {
    "as it stands": _rewrite_whole("{}"),
    "curly quotes": replace_all(r"(?<!\w)\"(?=\w)|\"|'", _curl_quote),
    "straight quotes": replace_all(r"[“”‘’]", lambda m: '"' if m[0] in "“”" else "'"),
    "single for double quotes": _swap_quotes,
    "no-break space": replace_all(r" (?=\d)|(?<=\d) ", lambda _: "\u00a0"),
    "dash kind": replace_all(r" [-–—] |—|–", _other_dash),
    "no-break hyphen": replace_all(r"(?<=[a-z])-(?=[a-z])", lambda _: "\u2011"),
    "first letter lower": _lower_first,
    "all lower case": lower_case,
    "white space": change_space,
    "soft hyphen": insert_hidden("\u00ad"),
    "zero-width space": insert_hidden("\u200b"),
    "ligature": replace_all(r"f[il]", lambda m: "ﬁ" if m[0] == "fi" else "ﬂ"),
    "decomposed accents": decompose_accents,
    "full-width digits": replace_all(r"(?<![\w.,])\d+(?![\w.,])", widen_digits),
    "number in figures": replace_one(r"(?<![\w.])(\d[\d,]*(?:\.\d+)?) (million|billion)\b", _write_figures),
    "number with scale word": replace_one(r"(?<![\w.,])\d{1,3},\d{3},\d{3}(?![\w,.]\w)", _write_millions),
    "scale abbreviated": replace_one(
        r"(?<=[$£€])(\d[\d,.]*) (m|b)illion\b", lambda m: m[1] + {"m": "m", "b": "bn"}[m[2]]
    ),
    "thousands separator": replace_one(r"(?<![\w.,])(\d{1,3}),(\d{3})(?![\w,.]\w)", lambda m: m[1] + m[2]),
    "thin space separator": replace_one(r"(?<![\w.,])(\d{1,3}),(\d{3})(?![\w,.]\w)", lambda m: f"{m[1]}\u202f{m[2]}"),
    "percent spelling": replace_one(r"(?<=\d)(%| percent\b| per cent\b)", _spell_percent),
    "contraction": _replace_by_table(_SHORT),
    "contraction in full": replace_one(r"\b\w+n['’]t\b", lambda m: _FULL.get(m[0].replace("’", "'"))),
    "day before month": replace_one(rf"\b({MONTH}) (\d{{1,2}})(?:, (\d{{4}}))?(?!\w|-|–|,\d| \d)", _put_day_first),
    "month before day": replace_one(rf"(?<![\d-])\b(\d{{1,2}}) ({MONTH})(?: (\d{{4}}))?\b", _put_month_first),
    "ISO date": replace_one(rf"\b({MONTH}) (\d{{1,2}}), (\d{{4}})\b", _write_iso_date),
    "month abbreviated": replace_one(
        rf"\b(?:{MONTH})\b(?= \d)|(?<=\d )(?:{MONTH})\b", lambda m: m[0][:3] if len(m[0]) > 4 else None
    ),
    "weekday abbreviated": replace_one(rf"(?<=\b[Oo]n )(?:{'|'.join(WEEKDAYS)})\b", _shorten_weekday),
    "British spelling": _replace_by_table(_BRITISH),
    "American spelling": _replace_by_table(_AMERICAN),
    "opener dropped": _drop_opener,
    "final stop dropped": drop_final_stop,
    "stop outside quotes": _move_stop_outside,
    "currency word": replace_one(rf"(?<![A-ZÂ]){_PRICE}", _spell_currency),
    "currency code": replace_one(rf"(?<![A-Z$Â]){_PRICE}", _code_currency),
    "small number in figures": replace_one(
        rf"(?<=[a-z] )(?:{'|'.join(_SMALL)})(?= [a-z])", lambda m: str(_SMALL.index(m[0]) + 2)
    ),
    "small number in words": replace_one(
        r"(?<=[a-z] )(?<!y )(?<!r )(?<!t )(?<!h )[2-9](?= [a-z]{3,})", lambda m: _SMALL[int(m[0]) - 2]
    ),
    "ordinal in figures": _replace_by_table(_ORDINAL),
    "unit spelled otherwise": replace_one(r"(?<=\d) (" + "|".join(_UNITS) + r")\b", lambda m: f" {_UNITS[m[1]]}"),
    "abbreviation dots": replace_one(r"\b(?:U\.S\.(?= [a-z])|Mr\.|Mrs\.|Dr\.|Mr|Mrs|Dr)(?= )", _toggle_dots),
    "a.m. and p.m.": replace_one(r"(\d) ?([ap])(\.?)m\b\.?(?! ?$)", _respace_clock),
    "ellipsis": replace_all(r"\.\.\.|…", lambda m: "…" if m[0] == "..." else "..."),
    "two sentences": add_next_sentence,
}
