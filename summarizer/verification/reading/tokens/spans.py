"""What a span writes once for both of its ends is given to each of them.

"2012–13"               ->  2012, "-", 2013
"January 2-5, 2020"     ->  2020-01-02, "-", 2020-01-05
"25–28 September 2021"  ->  2021-09-25, "-", 2021-09-28
"$5-10 million"         ->  $5,000,000, "-", $10,000,000
"5-10%"                 ->  5 %, "-", 10 %
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from summarizer.languages.registry import cached_by_records, together
from summarizer.verification.reading.canonical_text import Token
from summarizer.verification.reading.numbers.numerals import plain_text, value_of
from summarizer.verification.reading.values import Date, Number, Quantity, Value

_SIGNS: Final = frozenset(("-", " - ", "/"))
_JOINING: Final = frozenset(("and", "or"))  # what stands between two things that are counted as well
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_CENTURY, _LAST_DAY = 100, 31
_LEADING: Final = re.compile(r"[^\w.]*\s?(\d[\d.,]*)\s?[^\W\d]")  # the figures of "$10 million"
_SCALES: Final = frozenset(Decimal(10) ** power for power in (3, 6, 9, 12))


@cached_by_records
def range_words() -> frozenset[str]:
    """What stands between the two ends of a span: "to", "bis", a dash."""
    return together("quantities.range_words") | {"-", " - "}


def with_whole_ends(tokens: Sequence[Token], text: str, *, language: str) -> list[Token]:
    """The tokens with both ends of each span in full; those of a text without spans as they are.

    Args:
        tokens: In order.
        text: The text that they are placed in.
        language: ISO 639-1 code, for its decimal sign.
    """
    done = list(tokens)
    place = 0
    while place + 2 < len(done):
        first, link, second = done[place : place + 3]
        if link.key in _SIGNS or link.key in range_words():
            glued = not _gap(text, first, link) and not _gap(text, link, second)
            _complete(done, place, text, language, glued=glued)
        place += 1
    return done


def _gap(text: str, before: Token, behind: Token) -> str:
    """What stands between two tokens, without soft hyphens and the like, which nobody sees."""
    if before.end == behind.start:
        return ""
    return "".join(one for one in text[before.end : behind.start] if unicodedata.category(one) != "Cf")


def _complete(done: list[Token], place: int, text: str, language: str, *, glued: bool) -> None:
    """Completes the ends of the span whose first end is at a place, where they are known."""
    first, link, second = done[place : place + 3]
    sure = link.key in _SIGNS or (link.key not in _JOINING and _ends(done, place + 3))
    if isinstance(first.value, Date):
        _complete_dates(done, place, sure=sure)
    elif isinstance(second.value, Date):
        if link.key not in _JOINING:
            done[place] = _with_month(first, second.value)
    elif sure and (year := _year(first, second, text)):
        done[place + 2] = second.meaning(Number.whole(year))
    elif glued and link.key == "-":
        done[place], done[place + 2] = _in_one_unit(first, second, text, language)
    elif link.key not in _SIGNS:
        done[place] = _with_scale_or_without(first, second, text, language)


def _with_scale_or_without(first: Token, second: Token, text: str, language: str) -> Token:
    """The 5 of "5 to 10 million", which may be five or five million."""
    value = first.value
    if not isinstance(value, Number | Quantity) or value.number is None or second.number is None:
        return first
    scale = _scale(text[second.start : second.end], second.number, language)
    both = scale > 1 and value.number * scale < second.number and text[first.start : first.end][-1:].isdecimal()
    return first.meaning(replace(value, certainty="two_ways")) if both else first


def _with_month(token: Token, end: Date) -> Token:
    """The day before "–28 September" with month and year."""
    day = _day(token)
    return token.meaning(replace(end, day=day)) if day and end.day is not None and day < end.day else token


def _ends(done: Sequence[Token], place: int) -> bool:
    """Whether a span ends its clause, so that nothing is counted by its second number: "to 13 ships"."""
    return place >= len(done) or done[place].kind in ("mark", "quote")


def _complete_dates(done: list[Token], place: int, *, sure: bool) -> None:
    """The day behind "January 2-", and the year behind both."""
    first, _, second = done[place : place + 3]
    date, day = first.value, _day(second)
    if not isinstance(date, Date) or date.day is None or date.year is not None or not sure:
        return
    if not day or day <= date.day:
        return
    year = _year_behind(done, place + 3)
    if year:
        date = replace(date, year=year)
        done[place + 2] = second._replace(end=done[place + 4].end)
        comma = 1 if [token.key for token in done[place + 5 : place + 6]] == [","] else 0  # as behind any date
        del done[place + 3 : place + 5 + comma]
    done[place] = first.meaning(date)
    done[place + 2] = done[place + 2].meaning(replace(date, day=day))


def _year_behind(done: Sequence[Token], place: int) -> int:
    """The year behind a comma at a place, 0 for none."""
    behind = done[place : place + 2]
    year = _plain(behind[1]) if len(behind) == 2 and behind[0].key == "," else None
    return int(year) if year is not None and _FIRST_YEAR <= year <= _LAST_YEAR else 0


def _plain(token: Token) -> Decimal | None:
    """What a number without a unit is worth."""
    value = token.value
    return value.value if isinstance(value, Number) and not value.unit and value.certainty == "whole" else None


def _day(token: Token) -> int:
    value = _plain(token)
    return int(value) if value is not None and value == int(value) and 1 <= value <= _LAST_DAY else 0


def _year(first: Token, second: Token, text: str) -> int:
    """The year that two figures behind a year are short for, 0 for none."""
    start, short = _plain(first), text[second.start : second.end]
    if start is None or start != int(start) or not _FIRST_YEAR <= start <= _LAST_YEAR:
        return 0
    if second.kind != "number" or second.unit or len(short) != 2 or not short.isdecimal():
        return 0
    return int(start - start % _CENTURY) + int(short) if int(short) > start % _CENTURY else 0


def _in_one_unit(first: Token, second: Token, text: str, language: str) -> tuple[Token, Token]:
    """Both ends in the currency, percent or scale that one of them has."""
    one, two = first.value, second.value
    if _is_decimal(one) or _is_decimal(two):  # no versions and no clock times, so that "13.0" is 13
        return _by_value(first), _by_value(second)
    if one.number is None or two.number is None or not _may_share(one, two):
        return first, second
    scale = _scale(text[second.start : second.end], two.number, language)
    if one.number * scale >= two.number:  # "5 millions-10 millions d'euros"
        scale = Decimal(1)
    if _may_be_short(one, two, text[second.start : second.end]):
        either = f"{plain_text(two.number)}/{plain_text(one.number - one.number % _CENTURY + two.number)}"
        return first, second.meaning(Number(text=either, value=None, certainty="two_ways"))
    if one.number >= two.number or (scale == 1 and isinstance(one, Quantity) is isinstance(two, Quantity)):
        return first, second
    unit = one.unit or two.unit
    return _sized(first, one.number * scale, unit, of=two), _sized(second, two.number, unit, of=one)


def _may_be_short(one: Value, two: Value, written: str) -> bool:
    """Whether two figures may be short for more: "pages 120-25", which may be a score as well."""
    if one.unit or two.unit or len(written) != 2:
        return False
    if one.number is None or two.number is None:
        return False
    return one.number > two.number > one.number % _CENTURY and one.number >= _CENTURY


def _may_share(one: Value, two: Value) -> bool:
    """Whether two ends are numbers with one unit at most between them."""
    return {type(one), type(two)} <= {Number, Quantity} and (one.unit == two.unit or "" in (one.unit, two.unit))


def _is_decimal(value: Value) -> bool:
    return isinstance(value, Number) and value.value is not None and value.value != int(value.value)


def _by_value(token: Token) -> Token:
    """A number with its noughts behind the point left out."""
    value = token.value
    if not isinstance(value, Number) or value.value is None:
        return token
    return token.meaning(replace(value, text=plain_text(value.value)))


def _sized(token: Token, size: Decimal, unit: str, *, of: Value) -> Token:
    """A number with a size and a unit, a sum or share where one end of the span is one."""
    if isinstance(token.value, Quantity) or isinstance(of, Quantity):
        return token.meaning(Quantity(text=plain_text(size), value=size, unit=unit))
    return token.meaning(Number(text=plain_text(size), value=size, unit=unit))


def _scale(written: str, value: Decimal | None, language: str) -> Decimal:
    """What the word behind figures multiplies by: 1,000,000 in "$10 million", else 1."""
    figures = _LEADING.match(written)
    number = value_of(figures[1].rstrip(".,"), language=language) if figures else None
    if not number or value is None:
        return Decimal(1)
    return value / number if value / number in _SCALES else Decimal(1)
