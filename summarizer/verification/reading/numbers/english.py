"""English numbers in words by value: "three hundred and five" is 305, "half a million" is 500000.

Where two numbers may be meant ("between two hundred and five thousand", "twenty one-day matches") they are kept apart;
what is part of a longer number ("one hundred and" of "one hundred and first") has no value.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from summarizer.verification.reading.lexemes import Lexeme
from summarizer.verification.reading.numbers.english_parts import fraction_words

_UNITS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_FIRST_ORDINALS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TENTHS: Final = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()
# Powers of ten. The short ones stand behind figures and are never counted with "a".
SCALES: Final[Mapping[str, int]] = {
    "thousand": 3,
    "million": 6,
    "mn": 6,
    "mln": 6,
    "billion": 9,
    "bn": 9,
    "bln": 9,
    "trillion": 12,
    "trn": 12,
    "lakh": 5,
    "lakhs": 5,
    "crore": 7,
    "crores": 7,
}
_SHORT: Final = frozenset(("mn", "bn"))
_BETWEEN: Final = frozenset(("between", "both"))
_LARGE_ORDINALS: Final = frozenset(
    "hundredth hundredths thousandth thousandths millionth millionths billionth billionths".split()
)
ORDINALS: Final[Mapping[str, int]] = {word: value for value, word in enumerate(_FIRST_ORDINALS, start=1)} | {
    word: 20 + 10 * value for value, word in enumerate(_TENTHS)
}

_Kind = Literal["unit", "tens", "hundred"]
Number = tuple[Decimal, int]


class _Word(NamedTuple):
    kind: _Kind
    value: int


_WORDS: Final[Mapping[str, _Word]] = (
    {word: _Word("unit", value) for value, word in enumerate(_UNITS)}
    | {word: _Word("tens", 20 + 10 * value) for value, word in enumerate(_TENS)}
    | {"hundred": _Word("hundred", 100)}
)
STARTS: Final = frozenset(_WORDS) | frozenset(ORDINALS) | {"a", "half"}


def english_number(found: Sequence[Lexeme], at: int) -> Number | None:
    """The number that starts at `found[at]` in words, and the place behind it; None where none does.

    "a hundred" and "half a million" count, a bare "million" or "dozen" does not.
    """
    words = [lexeme.text for lexeme in found[at : at + 6]]
    if words[0] in ("a", "half"):
        return _with_article(found, at, words)
    return _Reader(found, at).read()


def english_ordinal(found: Sequence[Lexeme], at: int) -> tuple[int, int] | None:
    """The ordinal in words that starts at `found[at]`, and the place behind it: "third", "twenty-first".

    None at the end of a longer one, as at "first" in "one hundred and first".
    """
    words = [lexeme.text for lexeme in found[at : at + 3]]
    if _ends_hundreds(found, at) or _ends_tens(found, at):
        return None
    if words[0] in ORDINALS:
        return ORDINALS[words[0]], at + 1
    if words[0] not in _TENS or len(words) < 3 or words[1] != "-":
        return None
    unit = ORDINALS.get(words[2], 10)
    if unit > 9 or words[2] == "second":  # "a twenty-second delay"
        return None
    return _WORDS[words[0]].value + unit, at + 3


def _ends_hundreds(found: Sequence[Lexeme], at: int) -> bool:
    """Whether a hundred or a scale word stands before `found[at]`, "and" between or not."""
    if at and found[at - 1].text == "and":
        at -= 1
    return at > 0 and (found[at - 1].text == "hundred" or found[at - 1].text in SCALES)


def _ends_tens(found: Sequence[Lexeme], at: int) -> bool:
    """Whether a hyphen joins the ordinal at `found[at]` to the tens before it, as in "one hundred twenty-first"."""
    if at < 2 or found[at].text == "second":
        return False
    return found[at].glued and found[at - 1].text == "-" and found[at - 2].text in _TENS


def _with_article(found: Sequence[Lexeme], at: int, words: Sequence[str]) -> Number | None:
    """As in "a hundred and five", "half a million", "a quarter of a million"."""
    part, article = Decimal(1), 0
    if words[:2] == ["half", "a"]:
        part, article = Decimal("0.5"), 1
    elif words[:4] == ["a", "quarter", "of", "a"]:
        part, article = Decimal("0.25"), 3
    word = "".join(words[article + 1 : article + 2])
    if words[article] != "a" or word in _SHORT or not (word == "hundred" or word in SCALES):
        return None
    end = at + article + 2
    if end < len(found) and found[end].text == "-" and found[end].glued:  # "a million-dollar house"
        return None
    if part == 1:
        return _Reader(found, at + 1, counted=True).read()
    power = 2 if word == "hundred" else SCALES[word]
    return part * Decimal(10) ** power, end


class _Reader:
    """Reads one number, word after word, and stops before the word that does not continue it.

    Args:
        counted: An article stands before the first word, which is a hundred or a scale: "a thousand and one".
    """

    def __init__(self, found: Sequence[Lexeme], at: int, *, counted: bool = False) -> None:
        self._found, self._start = found, at
        self._total, self._scale = 0, 99
        self._last = "unit" if counted else ""
        self._group: int | None = 1 if counted else None

    def read(self) -> Number | None:
        at, before_and = self._start, None
        while at < len(self._found):
            if before_and is not None and self._starts_another(at):
                return before_and  # "one hundred and two hundred": two numbers
            if self._last and self._text(at) == "and" and self._may_join(at):
                before_and = (self._value, at)
                at += 1
            elif self._hyphen_between_tens(at):
                at += 1
            if not self._take(at):
                break
            at += 1
        return self._ended(at) if self._last else None

    def _ended(self, at: int) -> Number | None:
        """The number that ends before `at`, with the decimals, half or hundreds that follow it."""
        if self._is_cut(at):
            return None
        return self._behind_comma(at) or self._with_half(at) or self._with_point(at) or (self._value, at)

    @property
    def _value(self) -> Decimal:
        return Decimal(self._total + (self._group or 0))

    def _text(self, at: int) -> str:
        return self._found[at].text if 0 <= at < len(self._found) else ""

    def _starts_another(self, at: int) -> bool:
        """Whether the word at `at` belongs to a number of its own: it is as great as the one read."""
        word = self._text(at)
        if word in SCALES:
            return SCALES[word] >= self._scale
        return word == "hundred"

    def _take(self, at: int) -> bool:
        word = self._text(at)
        if word in SCALES:
            return self._take_scale(SCALES[word])
        entry = _WORDS.get(word)
        if entry is None or not self._continues(entry, at):
            return False
        before = self._group or 0
        self._group = before * 100 if entry.kind == "hundred" else before + entry.value
        self._last = entry.kind
        return True

    def _take_scale(self, power: int) -> bool:
        if self._group is None or power >= self._scale:
            return False
        self._total += self._group * 10**power
        self._group, self._last, self._scale = None, "scale", power
        return True

    def _continues(self, entry: _Word, at: int) -> bool:
        if entry.kind == "hundred":
            return self._group is not None and 0 < self._group < 100 and self._last in ("unit", "tens")
        if self._last == "tens":
            hyphenated = self._text(at - 1) == "-"
            return entry.kind == "unit" and 0 < entry.value < 10 and (hyphenated or not self._is_compound(at))
        if self._last in ("hundred", "scale") and entry.kind == "unit" and self._text(at - 1) != "and":
            return not self._is_compound(at)  # "a hundred two-year-olds"
        return self._last in ("", "hundred", "scale")

    def _is_compound(self, at: int) -> bool:
        """Whether a hyphen joins the word at `at` to the next: "one-day"."""
        return self._text(at + 1) == "-" and self._found[at + 1].glued

    def _may_join(self, at: int) -> bool:
        """Whether "and" at `at` may stand inside the number."""
        entry = _WORDS.get(self._text(at + 1))
        if entry is None or entry.kind == "hundred" or self._last not in ("hundred", "scale"):
            return False
        return self._text(self._start - 1) not in _BETWEEN or self._another_behind(at + 1)

    def _another_behind(self, at: int) -> bool:
        """Whether "and" and one more number follow the one at `at`: "between a hundred and ten and two hundred"."""
        number = _Reader(self._found, at).read()
        if number is None:
            return False
        return self._text(number[1]) == "and" and self._text(number[1] + 1) in (*_WORDS, "a")

    def _hyphen_between_tens(self, at: int) -> bool:
        if self._last != "tens" or self._text(at) != "-" or not self._found[at].glued:
            return False
        entry = _WORDS.get(self._text(at + 1))
        return entry is not None and entry.kind == "unit" and 0 < entry.value < 10 and self._found[at + 1].glued

    def _is_cut(self, at: int) -> bool:
        """Whether the number goes on with an ordinal or a fraction: "one hundred and first", "a millionth"."""
        word = self._text(at)
        if self._last == "hundred" and fraction_words(self._found, at):
            return True
        if word == "-" and self._found[at].glued:
            unit = self._text(at + 1)
            return unit in _LARGE_ORDINALS or (self._last == "tens" and unit in ORDINALS and unit != "second")
        if word in _LARGE_ORDINALS:
            return True
        if self._last not in ("hundred", "scale"):
            return False
        if word == "and":
            at += 1
        return self._text(at) in ORDINALS and not self._is_compound(at)

    def _behind_comma(self, at: int) -> Number | None:
        """The number with the hundreds that follow a comma: "one thousand, two hundred and five".

        None where more numbers follow, as in a list.
        """
        if self._last != "scale" or self._text(at) != "," or self._text(at + 1) not in _WORDS:
            return None
        rest = _Reader(self._found, at + 1).read()
        if rest is None or not 100 <= rest[0] < Decimal(10) ** self._scale:
            return None
        listed = self._text(rest[1]) in (",", "and", "or") and self._text(rest[1] + 1) in _WORDS
        return None if listed else (self._value + rest[0], rest[1])

    def _with_half(self, at: int) -> Number | None:
        """As in "two and a half", "one and a half million", "a million and a half"."""
        fraction = fraction_words(self._found, at)
        if fraction is None:
            return None
        more, end = fraction
        if self._last == "scale":
            return self._value + more * Decimal(10) ** self._scale, end
        return self._scaled(self._value + more, end)

    def _with_point(self, at: int) -> Number | None:
        """As in "three point two million": the words after "point" are digits."""
        if self._last == "scale" or self._text(at) != "point":
            return None
        digits, end = "", at + 1
        while (entry := _WORDS.get(self._text(end))) is not None and entry.kind == "unit" and entry.value < 10:
            digits, end = digits + str(entry.value), end + 1
        return self._scaled(Decimal(f"{self._value}.{digits}"), end) if digits else None

    def _scaled(self, value: Decimal, at: int) -> Number:
        power = SCALES.get(self._text(at), 0)
        return (value * Decimal(10) ** power, at + 1) if power else (value, at)
