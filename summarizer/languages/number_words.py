"""How a language writes numbers in words: a record's `numbers`, and what such a table is put together from.

    FR.numbers.conjunction                                 ->  "et"
    re.fullmatch(FR.numbers.below_million, "dix et deux")  ->  None, for it is not one number

`below_million` is stricter than text2num, which reads "dix et deux" as 12: only what it matches is handed on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """How a language writes numbers in words. All words are folded, all patterns are matched whole.

    An empty one is legal: number words then have no value. Numbers are read by text2num, which must know the language;
    one that it does not know gives its commonest number words in `alone`, with their first letters in `begins`.

    Attributes:
        begins: The first two letters of all words that a number begins with: most words of a text are told by them.
        word: Pattern of a lexeme that a number below a million is made of.
        below_million: Pattern of a number below a million, one blank between its lexemes.
        thousand: The word for a thousand.
        scales: Words for a million and more, by their power of ten.
        scales_behind_figures: What multiplies figures alone: "3,2 Mio.", "20 mila".
        conjunction: The "and" that may stand inside a number.
        articles: Words for one that are articles or pronouns as well: alone they are no number.
        never_alone: Number words that alone mean something else: the "ciento" of "por ciento".
        per: The "per" of "per cento", behind which a bare hundred is no number.
        between: Words after which the conjunction joins two numbers: "zwischen zweihundert und dreihundert".
        going_on: Pattern of a lexeme that makes another number of the one before it: "tiers", "douzaines".
        going_on_joined: The same where the conjunction stands between: "et demi", "y pico".
        decimal: Pattern of the word between a whole number and its decimals.
        hyphens: Words of a number may be joined by hyphens.
        commas: A comma may stand behind a thousand or a million inside a number.
        conjunction_behind_scale: The conjunction may stand behind a million: "un milione e duecentomila".
        scale_link: What may stand between two scale words: "5 millones de millones".
        half: Pattern of the half before or behind a scale word: "medio millón", "un million et demi".
        spelled_otherwise: Patterns in a word and what to put there, so that text2num reads it.
        alone: Words that are a number of their own and part of no other: "anderthalb".
    """

    begins: frozenset[str] = frozenset()
    word: str = ""
    below_million: str = ""
    thousand: str = ""
    scales: Mapping[str, int] = field(default_factory=dict)
    scales_behind_figures: Mapping[str, int] = field(default_factory=dict)
    conjunction: str = ""
    articles: frozenset[str] = frozenset()
    never_alone: frozenset[str] = frozenset()
    per: str = ""
    between: frozenset[str] = frozenset()
    going_on: str = ""
    going_on_joined: str = ""
    decimal: str = ""
    hyphens: bool = False
    commas: bool = False
    conjunction_behind_scale: bool = False
    scale_link: str = ""
    half: str = ""
    spelled_otherwise: Mapping[str, str] = field(default_factory=dict)
    alone: Mapping[str, Decimal] = field(default_factory=dict)


def either(words: str) -> str:
    """`either("a b") == "(?:a|b)"`."""
    return f"(?:{'|'.join(words.split())})"


def any_word(*texts: str) -> str:
    """A pattern of every word that stands in some texts: `any_word("a b", "c") == "(?:a|b|c)"`."""
    return either(" ".join(texts))


def first_letters(*texts: str) -> frozenset[str]:
    """The first two letters of every word that stands in some texts."""
    return frozenset(word[:2] for text in texts for word in text.split())
