"""Offsets counts the places of a text as other programs do: in bytes of UTF-8, or in units of UTF-16.

Offsets("2 €: ok").of(Span(2, 3), unit="utf-8")    ->  Span(2, 5)
Offsets("👍 ok").of(Span(2, 4), unit="utf-16")      ->  Span(3, 5)
Offsets("👍 ok").back(Span(3, 5), unit="utf-16")    ->  Span(2, 4)
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from itertools import accumulate
from typing import Final, Literal, TypeAlias, get_args

from summarizer.errors import ConfigError, MismatchError
from summarizer.text.span import Span

Unit: TypeAlias = Literal["code points", "utf-8", "utf-16"]
"""What places are counted in: code points (Python), bytes of UTF-8 (files, Rust), units of UTF-16 (browsers, Java)."""

# Code points from one mark to the next: a look-up encodes half as many, 1 µs, and marks of a megabyte are made in 1 ms.
_STEP: Final = 512
_CODECS: Final[Mapping[Unit, tuple[str, int]]] = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2)}


class Offsets:
    """The places of one text in any unit; made once for many look-ups, each of which takes the same short time."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._marks: dict[Unit, list[int]] = {}

    def of(self, span: Span, *, unit: Unit = "code points") -> Span:
        """A span counted in another unit: `text.encode("utf-8")[s.start:s.end].decode() == span.of(text)`.

        Args:
            span: Half-open, in code points.
            unit: What to count in; a unit of UTF-16 is two bytes, and a character beyond the first plane two units.

        Raises:
            ConfigError: There is no such unit.
            MismatchError: The span does not lie in the text.
        """
        _check_unit(unit)
        if not 0 <= span.start <= span.end <= len(self._text):
            raise MismatchError(
                f"{span.start}..{span.end} is no place in this text, which has {len(self._text)} code points; "
                "count it in the text that the span was cut from"
            )
        if unit == "code points" or self._text.isascii():
            return span
        return Span(self._place(span.start, unit), self._place(span.end, unit))

    def back(self, span: Span, *, unit: Unit) -> Span:
        """A span in code points again: `offsets.back(offsets.of(span, unit=u), unit=u) == span`.

        A place inside a character counts as its start, so that nothing is cut in two.

        Args:
            span: Half-open, counted in `unit`.
            unit: What it was counted in.

        Raises:
            ConfigError: There is no such unit.
            MismatchError: The span does not lie in the text.
        """
        _check_unit(unit)
        whole = self.of(Span(0, len(self._text)), unit=unit).end
        if not 0 <= span.start <= span.end <= whole:
            raise MismatchError(f"{span.start}..{span.end} is no place in this text, which has {whole} of {unit}")
        if unit == "code points" or self._text.isascii():
            return span
        return Span(self._code_point(span.start, unit), self._code_point(span.end, unit))

    def _place(self, offset: int, unit: Unit) -> int:
        near = offset // _STEP
        return self._marks_of(unit)[near] + _size(self._text[near * _STEP : offset], unit)

    def _code_point(self, place: int, unit: Unit) -> int:
        marks = self._marks_of(unit)
        near = min(bisect_right(marks, place), len(marks) - 1) - 1  # the last mark is the end
        codec, width = _CODECS[unit]
        piece = self._text[near * _STEP : (near + 1) * _STEP].encode(codec, "surrogatepass")
        return near * _STEP + len(piece[: (place - marks[near]) * width].decode(codec, "ignore"))

    def _marks_of(self, unit: Unit) -> list[int]:
        if unit not in self._marks:
            pieces = (self._text[at : at + _STEP] for at in range(0, len(self._text), _STEP))
            self._marks[unit] = list(accumulate((_size(piece, unit) for piece in pieces), initial=0))
        return self._marks[unit]


def _size(piece: str, unit: Unit) -> int:
    codec, width = _CODECS[unit]
    return len(piece.encode(codec, "surrogatepass")) // width


def _check_unit(unit: object) -> None:
    if unit not in get_args(Unit):
        raise ConfigError(f"a unit is one of {', '.join(map(repr, get_args(Unit)))}, not {unit!r}")
