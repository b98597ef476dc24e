"""A text in canonical form: a sequence of tokens, each a typed value at its place.

form = canonicalize("It rose 5%.", language="en")
form.keys         ->  ("it", "rose", "%:5")
form.tokens[2]    ->  Token(value=Quantity(...), start=8, end=10, shape="none", key="%:5", kind="percent")
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from summarizer.text.terms import is_function, stem
from summarizer.verification.reading.values import Kind, Mark, Value, Word, word_value

# From so many words on a text of which none but the smallest has a small letter is a headline.
_LEAST_HEADLINE: Final = 4
Shape = Literal["lower", "title", "upper", "none"]


class Token(NamedTuple):
    """A value at its place: tokens mean the same exactly when their keys are equal (and `CASED` words agree in case).

    `start` and `end` are offsets into the text given to `canonicalize`; `key` and `kind` are those of the value.
    """

    value: Value
    start: int
    end: int
    shape: Shape
    key: str
    kind: Kind

    @classmethod
    def of(cls, value: Value, start: int, end: int, shape: Shape) -> Token:
        """A token with the key and kind of its value."""
        return cls(value, start, end, shape, value.key, value.kind)

    @classmethod
    def of_word(cls, text: str, start: int, end: int, shape: Shape) -> Token:
        """The same for a word, as most tokens are, without asking the value."""
        return cls(word_value(text), start, end, shape, text, "word")

    def meaning(self, value: Value) -> Token:
        """The same place with another value."""
        return Token.of(value, self.start, self.end, self.shape)

    @property
    def number(self) -> Decimal | None:
        """What the value is worth in figures, None for what is no number or was not understood."""
        return self.value.number

    @property
    def unit(self) -> str:
        """The currency or measure beside the number, "" for none."""
        return self.value.unit

    @property
    def capitalized(self) -> bool:
        """Whether it is a word with a capital, or in capitals throughout."""
        return self.kind == "word" and self.shape in ("title", "upper")

    @property
    def word(self) -> str:
        """The word or mark itself, "" for other values."""
        return self.value.text if isinstance(self.value, Word | Mark) else ""


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

    @classmethod
    def of(cls, text: str, tokens: Sequence[Token], *, uniform: bool, closed: bool) -> CanonicalText:
        """A text with these tokens."""
        keys = tuple([token.key for token in tokens])
        return cls(text=text, tokens=tuple(tokens), keys=keys, uniform=uniform, closed=closed)

    @property
    def headline(self) -> bool:
        """Whether every word but the smallest has a capital, so that a capital makes no name."""
        words = [token for token in self.tokens if token.kind == "word" and token.key.isalpha()]
        large = sum(token.capitalized for token in words)
        small = [token for token in words if token.shape == "lower"]
        telling = any(not is_function(stem(token.key)) for token in small)
        return large >= max(_LEAST_HEADLINE, 2 * len(small)) and not telling

    def with_tokens(self, tokens: Iterable[Token]) -> CanonicalText:
        """The same text read otherwise."""
        read = tuple(tokens)
        return replace(self, tokens=read, keys=tuple([token.key for token in read]))

    def words_of(self, first: int, last: int) -> str:
        """The source text from token `first` up to and without token `last`, "" for none."""
        if first >= last:
            return ""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]
