"""Quantities by value: number, scale, sign and what stands beside it, read as one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, Literal

from summarizer.verification.reading.lexemes import Lexeme
from summarizer.verification.reading.number_words import number_words, scale_of
from summarizer.verification.reading.numerals import plain_text, value_of
from summarizer.verification.reading.spelled_numbers.tables import NUMBER_WORDS
from summarizer.verification.reading.times import clock_at
from summarizer.verification.reading.units import (
    CASED_UNITS,
    CODES,
    DOLLARS,
    LARGE_SUM,
    SMALL,
    SYMBOLS,
    Pounds,
    same_code,
    unit_at,
)

_MONEY_SCALES: Final = {"m": 6, "b": 9, "k": 3, "t": 12, "tn": 12}
_ZH_SCALES: Final = {"十": 1, "百": 2, "千": 3, "万": 4, "萬": 4, "亿": 8, "億": 8}
# What is counted and never measured in metres: before these "m" is a million and "k" a thousand.
_COUNTED: Final = frozenset(
    "people men women children adults users customers voters members visitors viewers residents passengers tourists "
    "households homes jobs shares copies votes barrels vehicles cars accounts subscribers followers workers "
    "employees students pupils patients refugees migrants americans britons germans dollars pounds euros "
    "downloads".split()
)
_SPOKEN: Final = {"dollars": "dollar", "pounds": "pound", "euros": "EUR"}
_MINUS: Final = frozenset(("minus", "moins", "menos"))
# "1.200": in the language told it is one and a fifth, but should the language be told wrongly it is twelve hundred.
_EITHER: Final = re.compile(r"-?\d{1,3}[.,]\d{3}")
# Behind these "m" is metres, in races always, in measures where nothing follows that the word could belong to ("3m high
# schools"). In German it always is: millions are "Mio.".
_RACES: Final = frozenset(
    "sprint hurdles freestyle backstroke breaststroke butterfly medley dash relay steeplechase".split()
)
_LENGTHS: Final = frozenset("long wide high tall deep thick".split())
_PARTS: Final = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_WHOLES: Final = frozenset("the all its their his her our a an those these this that them us my your".split())
_GLYPHS: Final = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625", "⅞": "0.875"}
_POUNDS: Final = frozenset(("pound", "pounds", "quid", "pfund"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A quantity that ends before lexeme `end`; a unit of measure that follows is `measure`, up to `measure_end`.

    `key` is what is compared: the value with its currency or percent sign. The unit of measure is compared as a token
    of its own behind it.
    """

    key: str
    kind: Literal["number", "ordinal", "percent", "points", "money", "time", "word"]
    value: Decimal | None
    unit: str = ""
    end: int
    measure: str = ""
    measure_end: int = 0


def quantity_at(
    found: Sequence[Lexeme], at: int, language: str, *, pounds: Pounds, cased: Callable[[Lexeme], str]
) -> Quantity | None:
    """The quantity that starts at `found[at]`, or None.

    Args:
        found: The lexemes of the whole text.
        at: Where to look.
        language: Decides separators, scale words and number words.
        pounds: What "pounds" behind the number are.
        cased: A lexeme with its case, which tells "MW" from "mW".
    """
    place, sign = at, ""
    if found[at].text == "-" and (not found[at].glued or found[at - 1].text in ("(", '"', "'", "$", "£", "€")):
        place, sign = at + 1, "-"
        if place >= len(found) or not found[place].glued:
            return None
    elif found[at].text in _MINUS:
        place, sign = at + 1, "-"
    currency, place = _currency_before(found, place, cased)
    if place >= len(found):
        return None
    if currency and not sign and found[place].text == "-" and place + 1 < len(found) and found[place + 1].kind == "n":
        place, sign = place + 1, "-"
    if not (sign or currency):
        special = _time(found, at, language) or _ordinal(found, at, language) or _chinese_percent(found, at)
        if special is not None:
            return special
    if currency and found[place].kind != "n":
        return None
    read = _number(found, place, language, money=bool(currency))
    if read is None:
        return None
    value, text, end = read
    if sign:
        value, text = -value, f"-{text}"
    if currency:
        end = end + 1 if end < len(found) and _SPOKEN.get(found[end].text) == currency else end  # "$5 dollars"
        return Quantity(key=f"{currency}:{text}", kind="money", value=value, unit=currency, end=end)
    bare = Quantity(key=f"#{text}", kind="number", value=value, end=end)
    return _measured(found, bare, language, pounds=pounds, cased=cased)


def quantity_starts() -> frozenset[str]:
    """The words, besides those of numbers, that a quantity may begin with."""
    return _MINUS | CODES | frozenset(DOLLARS) | frozenset(_GLYPHS) | {"rs", "re"}


def _measured(
    found: Sequence[Lexeme], bare: Quantity, language: str, *, pounds: Pounds, cased: Callable[[Lexeme], str]
) -> Quantity:
    """The quantity together with what stands behind it."""
    if bare.end >= len(found) or bare.value is None:
        return bare
    money = _currency_behind(found, bare.end, bare.value, pounds=pounds, cased=cased)
    if money is not None:
        return replace(bare, key=f"{money[0]}:{_beside_unit(bare)}", kind="money", unit=money[0], end=money[1])
    unit = unit_at(found, bare.end)
    capital = found[bare.end].text in SMALL and cased(found[bare.end]) != found[bare.end].text
    if unit is not None and not capital:
        return _with_unit(bare, *unit)
    following = found[bare.end]
    metres = following.text == "m" and cased(following) == "m" and _is_metres(found, bare.end + 1, language)
    name = "metre" if metres else _cased_unit(cased(following), following.text)
    if name:
        return replace(bare, unit=name, measure=name, measure_end=bare.end + 1)
    return _with_letters(found, bare) if following.glued else bare


def _with_unit(bare: Quantity, kind: str, name: str, behind: int) -> Quantity:
    plain = _beside_unit(bare)
    if kind == "money":
        return replace(bare, key=f"{name}:{plain}", kind="money", unit=name, end=behind)
    if kind == "percent":
        return replace(bare, key=f"%:{plain}", kind="percent", unit="percent", end=behind)
    if kind == "points":
        return replace(bare, key=f"pp:{plain}", kind="points", unit="points", end=behind)
    return replace(bare, unit=name, measure=name, measure_end=behind)


def _beside_unit(bare: Quantity) -> str:
    """The comparable text of a number with its unit: the value, or as written where a separator may be either kind."""
    written = bare.key[1:]
    return written if bare.value is None or _EITHER.fullmatch(written) else plain_text(bare.value)


def _currency_behind(
    found: Sequence[Lexeme], at: int, value: Decimal, *, pounds: Pounds, cased: Callable[[Lexeme], str]
) -> tuple[str, int] | None:
    """The currency that a symbol, a code or the word "pounds" behind a number names, and the place behind it."""
    following = found[at]
    if following.text in SYMBOLS:
        return None if _starts_number(found, at + 1) else (SYMBOLS[following.text], at + 1)
    if following.text in CODES and cased(following).upper() == cased(following):
        return same_code(following.text), at + 1
    if following.text not in _POUNDS or pounds == "weight" or (pounds == "large" and abs(value) < LARGE_SUM):
        return None
    after = found[at + 1].text if at + 1 < len(found) else ""
    if after == "of" and abs(value) < LARGE_SUM:  # "2 pounds of flour"
        return None
    return "pound", at + 2 if after == "sterling" else at + 1


def _cased_unit(written: str, folded: str) -> str:
    """The name of a unit whose case counts ("MW", "mW"), "" for any other word."""
    if written in CASED_UNITS:
        return CASED_UNITS[written]
    return written if folded in CASED_UNITS.values() else ""


def _is_metres(found: Sequence[Lexeme], behind: int, language: str) -> bool:
    """True where the "m" before `found[behind]` can be nothing but metres: "100m sprint", "40 m long,"."""
    if language == "de":
        return True
    following = [lexeme.text for lexeme in found[behind : behind + 2]]
    if language not in ("en", "") or not following:
        return False
    if following[0] in _RACES:
        return True
    ends = len(following) == 1 or following[1] in (",", ".", ";", ")", "and", "by")
    return following[0] in _LENGTHS and ends


def _with_letters(found: Sequence[Lexeme], bare: Quantity) -> Quantity:
    """As in "1990s", "3D", "5m": one letter may be a unit and is compared as written; more letters make it a word."""
    following = found[bare.end]
    if following.kind != "w" or not following.text.isascii():
        return bare
    if len(following.text) == 1 and following.text != "s":
        return replace(bare, unit=following.text, measure=f"{following.text}?", measure_end=bare.end + 1)
    return replace(bare, key=bare.key[1:] + following.text, kind="word", value=None, end=bare.end + 1)


def _currency_before(found: Sequence[Lexeme], at: int, cased: Callable[[Lexeme], str]) -> tuple[str, int]:
    """The currency that stands before a number, "" for none, and where the number starts."""
    if at >= len(found):
        return "", at
    text = found[at].text
    if text in SYMBOLS:
        return SYMBOLS[text], at + 1
    following = found[at + 1] if at + 1 < len(found) else None
    if following is None:
        return "", at
    if text in DOLLARS and following.text == "$" and following.glued:
        return DOLLARS[text], at + 2
    if text in CODES and following.kind == "n" and cased(found[at]).upper() == cased(found[at]):
        return same_code(text), at + 1
    if text in ("rs", "re") and following.kind == "n":
        return "rupee", at + 1
    if text == "rs" and following.text == "." and at + 2 < len(found) and found[at + 2].kind == "n":
        return "rupee", at + 2
    return "", at


def _starts_number(found: Sequence[Lexeme], at: int) -> bool:
    return at < len(found) and found[at].kind == "n" and found[at].glued


def _number(found: Sequence[Lexeme], at: int, language: str, *, money: bool) -> tuple[Decimal, str, int] | None:
    """Value, comparable text and the place behind: numeral or number words with all scale words that follow."""
    lexeme = found[at]
    read = _numeral(found, at, language) if lexeme.kind == "n" else _in_words(found, at, language)
    if read is None:
        return None
    value, text, end = read
    part = _part_behind(found, value, end, language)
    if part is not None:
        return part
    scaled, end = _scaled(found, value, end, language, money=money)
    if scaled != value and lexeme.kind == "n" and (rest := _rest(found, end, language)) is not None:
        scaled, end = scaled + rest[0], rest[1]
    percent = unit_at(found, end)
    if scaled == value and value != int(value) and text == lexeme.text and _EITHER.fullmatch(text):
        return value, text, end
    if scaled != value or money or (percent is not None and percent[0] != "unit"):
        text = plain_text(scaled)
    return scaled, text, end


def _numeral(found: Sequence[Lexeme], at: int, language: str) -> tuple[Decimal, str, int] | None:
    """Such as "1,200", "3½", "2 and a half"."""
    text, end = found[at].text, at + 1
    value = value_of(text, language=language)
    if value is None:
        return None
    if end < len(found) and found[end].glued and found[end].text in _GLYPHS:
        value, end = value + Decimal(_GLYPHS[found[end].text]), end + 1
    elif language in ("en", "") and [lexeme.text for lexeme in found[end : end + 3]] == ["and", "a", "half"]:
        value, end = value + Decimal("0.5"), end + 3
    elif _trailing_zero(text, value):
        return value, text, end
    return value, plain_text(value), end


def _in_words(found: Sequence[Lexeme], at: int, language: str) -> tuple[Decimal, str, int] | None:
    glyph = _GLYPHS.get(found[at].text)
    if glyph is not None:
        return Decimal(glyph), glyph, at + 1
    read = number_words(found, at, language) or _part(found, at, language)
    return None if read is None else (read[0], plain_text(read[0]), read[1])


def _scaled(found: Sequence[Lexeme], value: Decimal, end: int, language: str, *, money: bool) -> tuple[Decimal, int]:
    """The value with all scale words that follow, and the place behind them and the dot of their abbreviation."""
    while end < len(found):
        power = _scale(found, end, language, money=money)
        if not power or not value:  # "2-0 million": nothing is left of a nought that is multiplied
            break
        value = value * Decimal(10) ** power
        dot = found[end].text in ("mio", "mrd", "tsd") and end + 1 < len(found) and found[end + 1].text == "."
        end += 2 if dot else 1
    return value, end


def _rest(found: Sequence[Lexeme], at: int, language: str) -> tuple[Decimal, int] | None:
    """What follows figures and a scale word within one number: "5 mil 400", "3 millions cinq cent mille".

    Below a thousand behind thousands, full thousands behind more; any other number is one of its own.
    """
    if at >= len(found) or language not in NUMBER_WORDS:
        return None
    if found[at].kind == "n":
        numeral = _numeral(found, at, language)
        if numeral is None:
            return None
        rest, end = _scaled(found, numeral[0], numeral[2], language, money=False)
    else:
        words = number_words(found[at:], 0, language)  # cut off, so that the scale word is not taken for its beginning
        if words is None:
            return None
        rest, end = words[0], at + words[1]
    power = scale_of(found[at - 1].text, language)
    least = 100 if power == 3 else 1000
    return (rest, end) if least <= rest < 10**power and (power == 3 or rest % least == 0) else None


def _trailing_zero(text: str, value: Decimal) -> bool:
    """As in "3.0" and "10.10" may be versions or clock times: without a scale or unit they are compared as written."""
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent < 0 and text.endswith("0")


def _scale(found: Sequence[Lexeme], at: int, language: str, *, money: bool) -> int:
    text = found[at].text
    if text in _ZH_SCALES and found[at].glued:
        return _ZH_SCALES[text] if language == "zh" else 0
    if text == "hundred" and language in ("en", ""):
        return 2
    power = scale_of(text, language)
    if power or not found[at].glued:
        return power
    # "3.2m people"; but in "the 100m women" they run.
    race = at > 1 and found[at - 2].text in ("the", "'s") and found[at + 1 : at + 2] != []
    race = race and found[at + 1].text in ("men", "women", "boys", "girls", "children")
    counted = text in ("m", "k") and not race and at + 1 < len(found) and found[at + 1].text in _COUNTED
    return _MONEY_SCALES.get(text, 0) if money or counted else 0


def _part(found: Sequence[Lexeme], at: int, language: str) -> tuple[Decimal, int] | None:
    """As in "a third of", "a quarter of"."""
    words = [lexeme.text for lexeme in found[at : at + 3]]
    part = language in ("en", "") and len(words) == 3 and words[0] == "a" and words[2] == "of" and words[1] in _PARTS
    if part and (words[1] != "quarter" or _whole_behind(found, at + 3)):
        return Decimal(1) / _PARTS[words[1]], at + 2
    return None


def _part_behind(found: Sequence[Lexeme], value: Decimal, end: int, language: str) -> tuple[Decimal, str, int] | None:
    """As in "two-thirds", "three quarters", "one third of": a number of parts."""
    if language not in ("en", "") or not 0 < value < 10 or end >= len(found):
        return None
    hyphen = found[end].text == "-" and found[end].glued
    place = end + 1 if hyphen else end
    name = found[place].text if place < len(found) else ""
    plural = value > 1 and name.endswith("s")
    size = _PARTS.get(name) or (_PARTS.get(name[:-1]) if plural else None)
    singular = value == 1 and (hyphen or (place + 1 < len(found) and found[place + 1].text == "of"))
    if size is None or not (plural or singular):
        return None
    share = value / size
    # "three quarters of losses" are nine months.
    if name.startswith("quarter") and not hyphen and (share >= 1 or not _whole_behind(found, place + 2)):
        return None
    return share, plain_text(share), place + 1


def _whole_behind(found: Sequence[Lexeme], at: int) -> bool:
    """True where what follows "of" is a whole that has parts: "a quarter of the voters", "three quarters of all"."""
    return at < len(found) and found[at].text in _WHOLES


def _time(found: Sequence[Lexeme], at: int, language: str) -> Quantity | None:
    read = clock_at(found, at, language)
    if read is None:
        return None
    key, end = read
    hour = Decimal(key[1:]) if key[0] == "#" else None
    return Quantity(key=key, kind="time" if hour is None else "number", value=hour, end=end)


def _ordinal(found: Sequence[Lexeme], at: int, language: str) -> Quantity | None:
    """As in "21st"; French "1er", "2e"."""
    lexeme = found[at]
    if lexeme.kind != "n" or not lexeme.text.isdecimal() or at + 1 >= len(found) or not found[at + 1].glued:
        return None
    endings = ("er", "ère", "e", "ème") if language == "fr" else ("st", "nd", "rd", "th")
    if found[at + 1].text not in endings:
        return None
    return Quantity(key=f"o{int(lexeme.text)}", kind="ordinal", value=None, end=at + 2)


def _chinese_percent(found: Sequence[Lexeme], at: int) -> Quantity | None:
    """百分之五, 百分之12.5."""
    if [lexeme.text for lexeme in found[at : at + 3]] != ["百", "分", "之"] or at + 3 >= len(found):
        return None
    read = _number(found, at + 3, "zh", money=False)
    if read is None:
        return None
    value, _, end = read
    return Quantity(key=f"%:{plain_text(value)}", kind="percent", value=value, unit="percent", end=end)
