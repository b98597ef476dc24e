"""What a token means: a number, quantity, ordinal, date, weekday, time of day, unit, quarter, word or mark.

    "$3.2m"     ->  Quantity(text="3200000", value=Decimal(3200000), unit="dollar")
    "12 March"  ->  Date(month=3, day=12)
    "10:30"     ->  Time(hour=10, minute=30, written="10:30")

Two values mean the same exactly when their keys are equal. A key is made here alone, for equality and look-ups; whoever
wants to know a year, a unit or whether a time is certain asks the value.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal

Kind = Literal[
    "word", "number", "ordinal", "percent", "points", "money", "unit", "date", "weekday", "time", "quote", "mark"
]
# "whole": read whole; "two_ways": it may mean several things ("5m", "4/7/2020", a time before or after noon);
# "not_understood": compared as it is written.
Certainty = Literal["whole", "two_ways", "not_understood"]

PERCENT: Final = "percent"
POINTS: Final = "points"
_PREFIXES: Final = {PERCENT: "%", POINTS: "pp"}
_NOON: Final = 12
_MEMO: Final = 8192  # words remembered, so that each is made once


class Value(ABC):
    """What every value can be asked."""

    __slots__ = ()

    @property
    @abstractmethod
    def kind(self) -> Kind:
        """What it is."""

    @property
    @abstractmethod
    def key(self) -> str:
        """What is compared: equal for two values that mean the same."""

    @property
    def number(self) -> Decimal | None:
        """What it is worth; None for what is no number or was not understood."""
        return None

    @property
    def unit(self) -> str:
        """The currency or measure of a number, "" for none."""
        return ""

    @property
    def certainty(self) -> Certainty:
        """How sure the reading is."""
        return "whole"


@dataclass(frozen=True, slots=True)
class Word(Value):
    """A word as it is compared: folded, in one spelling, without contraction."""

    text: str

    @property
    def kind(self) -> Kind:
        """A word."""
        return "word"

    @property
    def key(self) -> str:
        """The word itself."""
        return self.text


@dataclass(frozen=True, slots=True)
class Quarter(Word):
    """A quarter of a year: "Q3" and "3Q"."""

    @classmethod
    def numbered(cls, number: int) -> Quarter:
        """The first to the fourth: `Quarter.numbered(3) == Quarter("q3")`."""
        return cls(f"q{number}")

    @property
    def ordinal(self) -> Ordinal:
        """The ordinal that names it as well: "the third quarter"."""
        return Ordinal(int(self.text[1:]))


@dataclass(frozen=True, slots=True)
class Mark(Value):
    """A punctuation mark or sign; the quotation mark is told from all others."""

    text: str

    @property
    def kind(self) -> Kind:
        """A mark, or a quotation mark."""
        return "quote" if self.text == '"' else "mark"

    @property
    def key(self) -> str:
        """The mark itself."""
        return self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Value):
    """A number without currency or percent sign.

    Attributes:
        text: What is compared: the value, or the numeral as written where it is no plain number or its separator may be
            of either kind ("1.200").
        value: What it is worth, None where it was not understood.
        unit: The measure that stands behind it as a token of its own, "" for none.
    """

    text: str
    value: Decimal | None
    unit: str = ""
    certainty: Certainty = "whole"

    @classmethod
    def whole(cls, value: int) -> Number:
        """A whole number: `Number.whole(5).number == 5`."""
        return cls(text=str(value), value=Decimal(value))

    @property
    def kind(self) -> Kind:
        """A number."""
        return "number"

    @property
    def key(self) -> str:
        """The text behind a number sign."""
        return f"#{self.text}"

    @property
    def number(self) -> Decimal | None:
        """What it is worth."""
        return self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity(Value):
    """A sum of money, a percentage or a number of percentage points.

    Attributes:
        text: What is compared, as for a number.
        value: What it is worth.
        unit: A currency by its name ("EUR", "dollar"), `PERCENT` or `POINTS`.
    """

    text: str
    value: Decimal
    unit: str
    certainty: Certainty = "whole"

    @property
    def kind(self) -> Kind:
        """Percent, points or money."""
        if self.unit == PERCENT:
            return "percent"
        return "points" if self.unit == POINTS else "money"

    @property
    def key(self) -> str:
        """The unit and the text."""
        return f"{_PREFIXES.get(self.unit, self.unit)}:{self.text}"

    @property
    def number(self) -> Decimal | None:
        """What it is worth."""
        return self.value


@dataclass(frozen=True, slots=True)
class Ordinal(Value):
    """A place in an order: "third", "21st"."""

    value: int

    @property
    def quarter(self) -> Quarter:
        """The quarter of a year that it may be the number of."""
        return Quarter.numbered(self.value)

    @property
    def kind(self) -> Kind:
        """An ordinal."""
        return "ordinal"

    @property
    def key(self) -> str:
        """The number behind an o."""
        return f"o{self.value}"


@dataclass(frozen=True, slots=True)
class Unit(Value):
    """A unit of measure behind a number.

    Attributes:
        name: Its name ("km"), or the one letter that may stand for several ("m").
        certainty: "two_ways" for such a letter.
    """

    name: str
    certainty: Certainty = "whole"

    @property
    def kind(self) -> Kind:
        """A unit."""
        return "unit"

    @property
    def key(self) -> str:
        """The name, with a question mark where it is a letter."""
        return f"u:{self.name}" if self.certainty == "whole" else f"u:{self.name}?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Date(Value):
    """A date, without what the text leaves out."""

    year: int | None = None
    month: int
    day: int | None = None

    @property
    def kind(self) -> Kind:
        """A date."""
        return "date"

    @property
    def key(self) -> str:
        """As ISO 8601 writes it: "2026-03-12", "2026-03", "--03-12"."""
        left = "-" if self.year is None else f"{self.year:04d}"
        return f"{left}-{self.month:02d}" + ("" if self.day is None else f"-{self.day:02d}")

    def agrees_with(self, other: Date) -> bool:
        """Whether nothing that both say differs."""
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        return not any(one is not None and two is not None and one != two for one, two in pairs)


@dataclass(frozen=True, slots=True)
class Weekday(Value):
    """A day of the week by its English name, in small letters."""

    name: str

    @property
    def kind(self) -> Kind:
        """A weekday."""
        return "weekday"

    @property
    def key(self) -> str:
        """The name."""
        return f"wd:{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Time(Value):
    """A time of day.

    Attributes:
        hour: 0..24, or as on a dial where half a day is left open.
        minute: 0..59.
        written: How it is written where that is not certain: "10:30" may be before or after noon. "" where it is.
    """

    hour: int
    minute: int
    written: str = ""

    @property
    def kind(self) -> Kind:
        """A time."""
        return "time"

    @property
    def key(self) -> str:
        """The minutes of the day, or as written."""
        return f"t{self.written or self.hour * 60 + self.minute}"

    @property
    def certainty(self) -> Certainty:
        """Whether the half of the day is known."""
        return "two_ways" if self.written else "whole"

    @property
    def on_dial(self) -> tuple[int, int]:
        """Hour and minute as the hands of a clock show them: 9 in the morning and 21:00 are one."""
        return self.hour % _NOON, self.minute


QUOTATION_MARK: Final = Mark('"')
RANK_SIGN: Final = Word("№")  # the "No." of "No. 1", which is not the word "no"
# Behind a date whose year may be a count: "On 5 May, 2000 soldiers left."
MAY_BE_COUNTED: Final = Mark("~")


@lru_cache(_MEMO)
def word_value(text: str) -> Word:
    """The value of a word: a quarter for "q3", else the word."""
    quarter = len(text) == 2 and text[0] == "q" and text[1] in "1234"
    return Quarter(text) if quarter else Word(text)


@lru_cache(_MEMO)
def mark_value(text: str) -> Mark:
    """The value of a mark."""
    return Mark(text)
