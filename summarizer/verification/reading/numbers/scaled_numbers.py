"""A number in figures or words with all scale words that follow: "3.2 million", "2 and a half", "5 mil 400".

figure_at(lexemes("3.2 million"), 0, "en", money=False)  ->  Figure(value=3200000, text="3200000", end=2)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from summarizer.languages.registry import language_of
from summarizer.verification.reading.lexemes import Lexeme
from summarizer.verification.reading.numbers.chinese import POWERS
from summarizer.verification.reading.numbers.english_parts import fraction_words, part_at, parts_behind
from summarizer.verification.reading.numbers.number_words import number_words, scale_of
from summarizer.verification.reading.numbers.numerals import fraction_of, plain_text, value_of
from summarizer.verification.reading.numbers.units import unit_at

_THIRDS: Final = {"⅓": str(Decimal(1) / 3), "⅔": str(Decimal(2) / 3)}
GLYPHS: Final = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625", "⅞": "0.875"} | _THIRDS
_MONEY_SCALES: Final = {"m": 6, "b": 9, "k": 3, "t": 12, "tn": 12}
_DOTTED: Final = frozenset(("mio", "mrd", "tsd"))
# What is counted and never measured in metres: before these "m" is a million and "k" a thousand.
_COUNTED: Final = frozenset(
    "people men women children adults users customers voters members visitors viewers residents passengers tourists "
    "households homes jobs shares copies votes barrels vehicles cars accounts subscribers followers workers "
    "employees students pupils patients refugees migrants americans britons germans dollars pounds euros "
    "downloads".split()
)
_RUNNERS: Final = frozenset("men women boys girls children".split())
# No version or clock time has as much before its point: "2470.30" is a number.
_NO_VERSION: Final = 1000
# "1.200": in the language told it is one and a fifth, but should the language be told wrongly it is twelve hundred.
_EITHER: Final = re.compile(r"-?\d{1,3}[.,]\d{3}")


class Figure(NamedTuple):
    """A number that ends before lexeme `end`: its value, and the text by which it is compared.

    `of_all` says that it is a share of what follows: "a quarter of" the voters.
    """

    value: Decimal
    text: str
    end: int
    of_all: bool = False

    def negative(self) -> Figure:
        """The same number with a minus before it."""
        return Figure(-self.value, f"-{self.text}", self.end)


def figure_at(found: Sequence[Lexeme], at: int, language: str, *, money: bool) -> Figure | None:
    """The number that starts at `found[at]` in figures or words.

    Args:
        found: The lexemes of the whole text.
        at: Where to look.
        language: Decides separators, scale words and number words.
        money: A currency stands before it, so that "m" is a million.

    Returns:
        None where no plain number stands there.
    """
    numeral = found[at].kind == "n"
    figure = _numeral(found, at, language) if numeral else _in_words(found, at, language)
    if figure is None:
        return None
    if 0 < figure.value < 1 and (found[at].text in GLYPHS or "/" in found[at].text):  # "2/3 of"
        return _share(found, (figure.value, figure.end))
    share = parts_behind(found, figure.value, figure.end) if language in ("en", "") else None
    if share is not None:
        return _share(found, share)
    scaled, end = _scaled(found, figure.value, figure.end, language, money=money)
    if scaled == figure.value:
        return _unscaled(found, figure, found[at].text, language, money=money)
    rest = _rest(found, end, language) if numeral else None
    if rest is not None:
        scaled, end = scaled + rest[0], rest[1]
    return Figure(scaled, plain_text(scaled), end)


def _share(found: Sequence[Lexeme], share: tuple[Decimal, int]) -> Figure:
    """The share of a whole that parts make; of a million it is a number: "three quarters of a million"."""
    value, end = share
    of = [lexeme.text for lexeme in found[end : end + 3]]
    if of[:2] == ["of", "a"] and len(of) == 3 and (power := scale_of(of[2], "en")):
        scaled = value * Decimal(10) ** power
        return Figure(scaled, plain_text(scaled), end + 3)
    return Figure(value, plain_text(value), end, of_all=of[:1] == ["of"] and of[1:2] != ["an"])


def beside_unit(figure: Figure) -> str:
    """The text by which a number with a unit is compared: by value, or as written where a separator may be either."""
    return figure.text if _EITHER.fullmatch(figure.text) else plain_text(figure.value)


def _unscaled(found: Sequence[Lexeme], figure: Figure, written: str, language: str, *, money: bool) -> Figure:
    """A number without scale word: beside a currency or percent sign "3.0" is 3, alone it is compared as written."""
    either = figure.value != int(figure.value) and figure.text == written and _EITHER.fullmatch(written)
    unit = unit_at(found, figure.end, language)
    beside = money or (unit is not None and unit[0] != "unit")
    return figure._replace(text=plain_text(figure.value)) if beside and not either else figure


def _numeral(found: Sequence[Lexeme], at: int, language: str) -> Figure | None:
    """Such as "1,200", "3½", "2 and a half"."""
    text, end = found[at].text, at + 1
    value = value_of(text, language=language)
    if value is None:
        return None
    fraction = _fraction_behind(found, end, language) if value == int(value) else None
    if fraction is not None:
        value, end = value + fraction[0], fraction[1]
    elif _trailing_zero(text, value):
        return Figure(value, text, end)
    return Figure(value, plain_text(value), end)


def _fraction_behind(found: Sequence[Lexeme], at: int, language: str) -> tuple[Decimal, int] | None:
    """What a whole number has behind it: "3½", "3 1/2", "3-1/2", "3 and a half"."""
    if at >= len(found):
        return None
    if found[at].text in GLYPHS:
        return Decimal(GLYPHS[found[at].text]), at + 1
    if language in ("en", "") and (words := fraction_words(found, at)):
        return words
    place = at + 1 if found[at].text == "-" and found[at].glued else at
    if place >= len(found) or found[place].kind != "n" or found[place].glued is (place == at):
        return None
    fraction = fraction_of(found[place].text)
    return None if fraction is None else (fraction, place + 1)


def _trailing_zero(text: str, value: Decimal) -> bool:
    """As in "3.0" and "10.10" may be versions or clock times: without a scale or unit they are compared as written."""
    if abs(value) >= _NO_VERSION:
        return False
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent < 0 and text.endswith("0")


def _in_words(found: Sequence[Lexeme], at: int, language: str) -> Figure | None:
    glyph = GLYPHS.get(found[at].text)
    if glyph is not None:
        return Figure(Decimal(glyph), glyph, at + 1)
    read = number_words(found, at, language)
    if read is None and language in ("en", ""):
        part = part_at(found, at)
        return None if part is None else _share(found, part)
    return None if read is None else Figure(read[0], plain_text(read[0]), read[1])


def _scaled(found: Sequence[Lexeme], value: Decimal, end: int, language: str, *, money: bool) -> tuple[Decimal, int]:
    """The value with all scale words that follow, and the place behind them and the dot of their abbreviation."""
    while end < len(found) and value:  # "2-0 million": nothing is left of a nought that is multiplied
        power = _scale(found, end, language, money=money)
        if not power:
            link = language_of(language).numbers.scale_link
            scaled = scale_of(found[end - 1].text, language) and found[end].text == link and end + 1 < len(found)
            if not scaled or not scale_of(found[end + 1].text, language):
                break
            end += 1
            continue
        value = value * Decimal(10) ** power
        dot = found[end].text in _DOTTED and end + 1 < len(found) and found[end + 1].text == "."
        end += 2 if dot else 1
    return value, end


def _scale(found: Sequence[Lexeme], at: int, language: str, *, money: bool) -> int:
    """The power of ten that the word at `at` multiplies by, 0 for none."""
    text, glued = found[at].text, found[at].glued
    if text in POWERS and glued:
        measured = unit_at(found, at, language) is not None  # 千 is no thousand in 5千米
        return POWERS[text] if language == "zh" and not measured else 0
    if text == "hundred" and language in ("en", ""):
        return 2
    power = scale_of(text, language)
    if power or not glued:
        return power
    return _MONEY_SCALES.get(text, 0) if money or _counts(found, at) else 0


def _counts(found: Sequence[Lexeme], at: int) -> bool:
    """Whether the letter at `at` is a million or a thousand of what follows: "3.2m people", not "the 100m women"."""
    if found[at].text not in ("m", "k") or at + 1 >= len(found):
        return False
    following = found[at + 1].text
    race = at > 1 and found[at - 2].text in ("the", "'s") and following in _RUNNERS
    return following in _COUNTED and not race


def _rest(found: Sequence[Lexeme], at: int, language: str) -> tuple[Decimal, int] | None:
    """What follows figures and a scale word within one number: "5 mil 400", "3 millions cinq cent mille".

    Below a thousand behind thousands, full thousands behind more; any other number is one of its own.
    """
    if at < len(found) and language == "zh":
        return _chinese_rest(found, at)
    if at >= len(found) or not language_of(language).numbers.thousand:
        return None
    read = _rest_in_figures(found, at, language) if found[at].kind == "n" else _rest_in_words(found, at, language)
    if read is None:
        return None
    power = scale_of(found[at - 1].text, language)
    if not (100 if power == 3 else 1000) <= read[0] < 10**power:
        return None
    return read if power == 3 or read[0] % 1000 == 0 else None


def _chinese_rest(found: Sequence[Lexeme], at: int) -> tuple[Decimal, int] | None:
    """The 2000万 behind 3亿."""
    if found[at].kind != "n" or found[at - 1].text not in POWERS:
        return None
    read = _rest_in_figures(found, at, "zh")
    scaled = read is not None and found[read[1] - 1].text in POWERS
    return read if scaled and read is not None and read[0] < 10 ** POWERS[found[at - 1].text] else None


def _rest_in_figures(found: Sequence[Lexeme], at: int, language: str) -> tuple[Decimal, int] | None:
    numeral = _numeral(found, at, language)
    return None if numeral is None else _scaled(found, numeral.value, numeral.end, language, money=False)


def _rest_in_words(found: Sequence[Lexeme], at: int, language: str) -> tuple[Decimal, int] | None:
    words = number_words(found[at:], 0, language)  # cut off, so that the scale word is not taken for its beginning
    return None if words is None else (words[0], at + words[1])
