"""Numbers written in words by value: "three hundred and five", "zweiundzwanzig", "quatre-vingt-dix", "三百二十"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

from summarizer.verification.reading.lexemes import Lexeme

_EN_UNITS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_EN_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_EN_ORDINALS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_EN_TENTHS: Final = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()
_DE_UNITS: Final = (
    "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn "
    "siebzehn achtzehn neunzehn"
).split()
_DE_TENS: Final = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
_FR_UNITS: Final = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept "
    "dix-huit dix-neuf"
).split()
_FR_TENS: Final = "vingt trente quarante cinquante soixante".split()
_ES_UNITS: Final = (
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete "
    "dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete "
    "veintiocho veintinueve"
).split()
_ES_TENS: Final = "treinta cuarenta cincuenta sesenta setenta ochenta noventa".split()

# What a scale word multiplies by. "Billion" is a million millions in German, French and Spanish.
_SCALES: Final[Mapping[str, Mapping[str, int]]] = {
    "en": {"thousand": 3, "million": 6, "mn": 6, "mln": 6, "billion": 9, "bn": 9, "bln": 9, "trillion": 12, "trn": 12}
    | {"lakh": 5, "lakhs": 5, "crore": 7, "crores": 7},
    "de": {"tausend": 3, "tsd": 3, "million": 6, "millionen": 6, "mio": 6, "milliarde": 9, "milliarden": 9, "mrd": 9}
    | {"billion": 12, "billionen": 12},
    "fr": {"mille": 3, "million": 6, "millions": 6, "milliard": 9, "milliards": 9, "billion": 12, "billions": 12},
    "es": {"mil": 3, "millón": 6, "millones": 6, "billón": 12, "billones": 12},
}
_AND: Final[Mapping[str, str]] = {"en": "and", "de": "und", "es": "y", "fr": "et"}
_ZH_DIGITS: Final = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_ZH_STEPS: Final = {"十": 10, "百": 100, "千": 1000}
_ZH_SCALES: Final = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
ZH_NUMBER: Final = frozenset(_ZH_DIGITS) | frozenset(_ZH_STEPS) | frozenset(_ZH_SCALES)


class _Word(NamedTuple):
    kind: str  # unit, tens, hundred, whole (a compound such as "zweiundzwanzig")
    value: int


@cache
def _table(language: str) -> Mapping[str, _Word]:
    if language == "de":
        return _german()
    if language == "fr":
        return (
            {w: _Word("unit", v) for v, w in enumerate(_FR_UNITS) if "-" not in w and v != 1}
            | {w: _Word("tens", 20 + 10 * v) for v, w in enumerate(_FR_TENS)}
            | {"cent": _Word("hundred", 100), "cents": _Word("hundred", 100)}
        )
    if language == "es":
        return (
            {w: _Word("unit", v) for v, w in enumerate(_ES_UNITS) if v != 1}
            | {w: _Word("tens", 30 + 10 * v) for v, w in enumerate(_ES_TENS)}
            | {"cien": _Word("hundred", 100), "ciento": _Word("hundred", 100)}
        )
    return (
        {w: _Word("unit", v) for v, w in enumerate(_EN_UNITS)}
        | {w: _Word("tens", 20 + 10 * v) for v, w in enumerate(_EN_TENS)}
        | {"hundred": _Word("hundred", 100)}
    )


def _german() -> dict[str, _Word]:
    """German writes numbers below a million as one word: all of them up to 999, and the round thousands."""
    below = dict(zip(_DE_UNITS, range(20), strict=True))
    stems = ["", "ein", *_DE_UNITS[2:10]]
    for ten, word in enumerate(_DE_TENS, start=2):
        below[word] = 10 * ten
        below |= {f"{stems[unit]}und{word}": 10 * ten + unit for unit in range(1, 10)}
    for spelled in list(below):
        if "dreißig" in spelled:
            below[spelled.replace("ß", "ss")] = below[spelled]  # folding turns ß into ss
    table = {word: _Word("unit" if value < 20 else "whole", value) for word, value in below.items()}
    for hundred in range(1, 10):
        for start in {stems[hundred] + "hundert", *(["hundert"] if hundred == 1 else [])}:
            table |= {start + word: _Word("whole", 100 * hundred + value) for word, value in below.items() if value}
            table[start] = _Word("whole", 100 * hundred)
    table |= {w + "tausend": _Word("whole", 1000 * v) for w, v in list(below.items()) if v > 1}
    return table | {"eintausend": _Word("whole", 1000)}


@cache
def ordinals(language: str) -> Mapping[str, int]:
    """Ordinals in words by value, English alone: other languages inflect them and are compared as written."""
    if language not in ("en", ""):
        return {}
    table = {word: value for value, word in enumerate(_EN_ORDINALS, start=1)}
    return table | {word: 20 + 10 * value for value, word in enumerate(_EN_TENTHS)}


@cache
def number_starts(language: str) -> frozenset[str]:
    """The words that a number or ordinal in words may begin with."""
    language = language or "en"
    if language == "zh":
        return ZH_NUMBER
    if language not in _SCALES:
        return frozenset()
    scales = frozenset() if language == "en" else frozenset(_SCALES[language])
    return frozenset(_table(language)) | frozenset(ordinals(language)) | scales | {"a", "half"}


def tens_of(word: str) -> int:
    """20 for "twenty" and so on, 0 for any other word."""
    return 20 + 10 * _EN_TENS.index(word) if word in _EN_TENS else 0


def scale_of(word: str, language: str) -> int:
    """The power of ten that a scale word stands for, 0 for any other word: `scale_of("bn", "en") == 9`."""
    return _SCALES.get(language or "en", {}).get(word, 0)


def number_words(found: Sequence[Lexeme], at: int, language: str) -> tuple[Decimal, int] | None:
    """The number that starts at `found[at]` in words, and the place behind it; None where none starts.

    "a hundred" and "half a million" count, a bare "million" or "dozen" does not. Where two numbers may be meant
    ("between two hundred and five thousand", "twenty one-day matches"), they are kept apart.
    """
    if language == "zh":
        return _chinese(found, at)
    language = language or "en"
    if language not in _SCALES:
        return None
    if language == "en":
        led = _with_article(found, at)
        if led is not None:
            return led
    return _Reader(found, at, language).read()


class _Reader:
    """Reads one number, word after word, and stops before the word that does not continue it."""

    def __init__(self, found: Sequence[Lexeme], at: int, language: str) -> None:
        self._found, self._start, self._language = found, at, language
        self._table, self._and = _table(language), _AND[language]
        self._total, self._last, self._scale = 0, "", 99
        self._group: int | None = None

    def read(self) -> tuple[Decimal, int] | None:
        at, before_and = self._start, None
        while at < len(self._found):
            word = self._found[at].text
            if (
                before_and is not None
                and (word in self._table or scale_of(word, self._language))
                and not self._fits(at)
            ):
                return before_and  # "one hundred and two hundred": two numbers
            if self._last and word == self._and and self._may_join(at):
                before_and = (Decimal(self._total + (self._group or 0)), at)
                at += 1
            elif self._hyphen_between_tens(at):
                at += 1
            if not self._take(at):
                break
            at += 1
        if not self._last:
            return None
        value = Decimal(self._total + (self._group or 0))
        return self._with_point(value, at) if self._language == "en" else (value, at)

    def _fits(self, at: int) -> bool:
        word = self._found[at].text
        scale = scale_of(word, self._language)
        if scale:
            return scale < self._scale
        return self._table[word].kind != "hundred"

    def _take(self, at: int) -> bool:
        if at >= len(self._found):
            return False
        word = self._found[at].text
        scale = scale_of(word, self._language)
        if scale:
            alone = self._language in ("es", "fr", "de") and not self._last and scale == 3
            if (self._group is None and not alone) or scale >= self._scale:
                return False
            self._total += (1 if self._group is None else self._group) * 10**scale
            self._group, self._last, self._scale = None, "scale", scale
            return True
        entry = self._table.get(word)
        if entry is None or not self._continues(entry, at):
            return False
        if entry.kind == "hundred":
            self._group = (self._group or 1) * 100
        else:
            self._group = (self._group or 0) + entry.value
        self._last = entry.kind
        return True

    def _continues(self, entry: _Word, at: int) -> bool:
        if entry.kind == "hundred":
            bare = self._language in ("fr", "es") and self._group is None
            return bare or (self._group is not None and 0 < self._group < 100 and self._last in ("unit", "tens"))
        if self._last == "tens":
            compound = at + 1 < len(self._found) and self._found[at + 1].text == "-" and self._found[at + 1].glued
            hyphenated = self._found[at - 1].text == "-"
            return entry.kind == "unit" and 0 < entry.value < 10 and (hyphenated or not compound)
        return self._last in ("", "hundred", "scale")

    def _may_join(self, at: int) -> bool:
        following = self._found[at + 1].text if at + 1 < len(self._found) else ""
        before = self._found[self._start - 1].text if self._start else ""
        entry = self._table.get(following)
        if entry is None or entry.kind == "hundred" or before in ("between", "zwischen", "entre", "both"):
            return False
        if self._language == "en":
            return self._last in ("hundred", "scale")
        return self._language == "es" and self._last == "tens"

    def _hyphen_between_tens(self, at: int) -> bool:
        if self._last != "tens" or self._found[at].text != "-" or not self._found[at].glued:
            return False
        entry = self._table.get(self._found[at + 1].text) if at + 1 < len(self._found) else None
        return entry is not None and entry.kind == "unit" and 0 < entry.value < 10 and self._found[at + 1].glued

    def _with_point(self, value: Decimal, at: int) -> tuple[Decimal, int]:
        """As in "three point two million": the words after "point" are digits."""
        if self._last not in ("unit", "tens") or at >= len(self._found) or self._found[at].text != "point":
            return value, at
        digits, end = "", at + 1
        while end < len(self._found):
            entry = self._table.get(self._found[end].text)
            if entry is None or entry.kind != "unit" or entry.value > 9:
                break
            digits, end = digits + str(entry.value), end + 1
        if not digits:
            return value, at
        value = Decimal(f"{int(value)}.{digits}")
        scale = scale_of(self._found[end].text, "en") if end < len(self._found) else 0
        return (value * Decimal(10) ** scale, end + 1) if scale else (value, end)


def _with_article(found: Sequence[Lexeme], at: int) -> tuple[Decimal, int] | None:
    """As in "a hundred", "half a million", "a quarter of a million", "one and a half million"."""
    words = [lexeme.text for lexeme in found[at : at + 6]]
    part, length = Decimal(1), 0
    if words[:2] == ["half", "a"]:
        part, length = Decimal("0.5"), 1
    elif words[:4] == ["a", "quarter", "of", "a"]:
        part, length = Decimal("0.25"), 3
    if words[length : length + 1] == ["a"] and len(words) > length + 1:
        word = words[length + 1]
        power = 2 if word == "hundred" else scale_of(word, "en")
        hyphen = words[length + 2 : length + 3] == ["-"] and found[at + length + 2].glued
        if power and not hyphen and word not in ("mn", "bn"):
            end = at + length + 2
            return part * Decimal(10) ** power, end
    half = words[1:4] == ["and", "a", "half"] and words[0] in _EN_UNITS
    if half:
        value = Decimal(_EN_UNITS.index(words[0])) + Decimal("0.5")
        power = scale_of(words[4], "en") if len(words) > 4 else 0
        return value * Decimal(10) ** power, at + (5 if power else 4)
    return None


def _chinese(found: Sequence[Lexeme], at: int) -> tuple[Decimal, int] | None:
    end = at
    while end < len(found) and found[end].text in ZH_NUMBER and (end == at or found[end].glued):
        end += 1
    run = "".join(lexeme.text for lexeme in found[at:end])
    value = chinese_value(run) if run else None
    return None if value is None else (Decimal(value), end)


def chinese_value(run: str) -> int | None:
    """What a run of Chinese number characters is worth; None where it names no single number ("三四百", "万")."""
    if all(char in _ZH_DIGITS for char in run):
        return int("".join(str(_ZH_DIGITS[char]) for char in run)) if len(run) != 2 else None
    total = section = 0
    digit: int | None = None
    limit = 10**12
    if len(run) > 2 and run[-1] in _ZH_DIGITS and run[-2] in _ZH_STEPS | _ZH_SCALES and run[-2] != "十":
        return None  # "一百二" is said for 120
    for char in run:
        if char in _ZH_DIGITS:
            if digit:  # two digits side by side: "三四百" is three or four hundred
                return None
            digit = _ZH_DIGITS[char]
        elif char in _ZH_STEPS:
            step = _ZH_STEPS[char]
            if digit == 0 or (digit is None and step != 10):
                return None
            section, digit = section + (1 if digit is None else digit) * step, None
        else:
            scale = _ZH_SCALES[char]
            section += digit or 0
            if not section or scale >= limit:
                return None
            total, section, digit, limit = total + section * scale, 0, None, scale
    return total + section + (digit or 0)
