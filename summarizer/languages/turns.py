"""What turns a statement when it is exchanged, added or left out: "may" for "will", "months" for "years", "former".

TURNS = Turns(contrasts=(contrast("unit", "year years|month months"),), qualifiers=phrases("former|deputy"))

Two near copies that differ in such a word say two things, whatever a judge makes of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from summarizer.languages.record_text import Phrase, phrases

ContrastKind: TypeAlias = Literal["unit", "modality", "quantifier", "bound", "tense", "person", "direction"]
"""Of which kind the difference is that such words make."""


class Contrast(NamedTuple):
    """Classes of words of one kind: words of one class may stand for each other, words of two may not."""

    kind: ContrastKind
    classes: tuple[tuple[Phrase, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turns:
    """Words that turn a statement.

    Attributes:
        contrasts: Words that stand in each other's place and mean another thing: "may" and "will", "he" and "she".
        hedges: Words without which a statement is surer than it was: "reportedly".
        qualifiers: Words without which, or with which, another is meant: "former", "second" before "largest".
        limits: Words that leave out all else: "only".
        reversals: Openings that turn a sentence against the one before it: "on the contrary".
        conditions: Words that make what stands beside them depend on something: "if".
        role_words: Words before a noun that tell its role, so that it keeps it wherever it stands: "from", "by";
            where a language has cases, its articles too.
        backshift: Pairs that reported speech makes of each other: "will" and "would".
    """

    contrasts: tuple[Contrast, ...] = ()
    hedges: tuple[Phrase, ...] = ()
    qualifiers: tuple[Phrase, ...] = ()
    limits: tuple[Phrase, ...] = ()
    reversals: tuple[Phrase, ...] = ()
    conditions: tuple[Phrase, ...] = ()
    role_words: frozenset[str] = frozenset()
    backshift: tuple[tuple[Phrase, Phrase], ...] = ()


def contrast(kind: ContrastKind, classes: str) -> Contrast:
    """A contrast of classes between bars, each of words between blanks, "_" for a blank inside one.

    `contrast("modality", "may might|will going_to")` has a class of two words, and one of a word and a phrase.
    """
    return Contrast(kind, tuple(_class(some) for some in classes.split("|")))


def backshifts(pairs: str) -> tuple[tuple[Phrase, Phrase], ...]:
    """Pairs as `"will:would has:had"`."""
    found = []
    for pair in pairs.split():
        one, _, other = pair.partition(":")
        found.append((_class(one)[0], _class(other)[0]))
    return tuple(found)


def _class(words: str) -> tuple[Phrase, ...]:
    return tuple(phrases(word.replace("_", " "))[0] for word in words.split())
