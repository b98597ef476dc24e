"""Typed tokens that compare by value, and a text as their sequence."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

Kind = Literal[
    "word", "number", "ordinal", "percent", "points", "money", "unit", "date", "weekday", "time", "quote", "mark"
]
Shape = Literal["lower", "title", "upper", "none"]


class Token(NamedTuple):
    """One unit of comparison: tokens mean the same exactly when their keys are equal (and `CASED` words agree in case).

    `start` and `end` are offsets into the text given to `canon`. `value` is set for numbers, money and percent,
    `unit` names the currency or measure beside the number, "" for none.
    """

    key: str
    kind: Kind
    start: int
    end: int
    shape: Shape
    value: Decimal | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CanonicalText:
    """A text in canonical form: `keys[i] == tokens[i].key`.

    Attributes:
        uniform: The letters have one case throughout, so that case tells nothing.
        closed: The text ends in a full stop, which is not among the tokens.
    """

    text: str
    tokens: tuple[Token, ...]
    keys: tuple[str, ...]
    uniform: bool
    closed: bool

    def words_of(self, first: int, last: int) -> str:
        """The source text from token `first` up to and without token `last`, "" for none."""
        if first >= last:
            return ""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]
