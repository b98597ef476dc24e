"""Tells whether two stretches may mean one thing though their keys differ, and whether they were understood at all.

"$5" beside "US$5"            ->  one sum
"9 a.m." beside "21:30"       ->  not one time; beside "09:00" one
"US" beside "United States"   ->  may be one name
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product
from typing import Final

from summarizer.languages.registry import groups_together
from summarizer.verification.reading.canonical_text import Token
from summarizer.verification.reading.likeness.kinship import kinship
from summarizer.verification.reading.names import aliases, is_form_of, plain_letters
from summarizer.verification.reading.numbers.units import ANY_DOLLAR, may_be_one
from summarizer.verification.reading.values import Value
from summarizer.verification.rules.alignment.difference import Stretch

_LONGEST_ACRONYM: Final = 6  # letters; a longer word is a name of its own
_FIGURES: Final = re.compile(r"[0-9]+")


def is_understood(tokens: Sequence[Token]) -> bool:
    """False where a letter or figures stand that may mean several things: "5m", "4/7/2020", "09.00".

    A time that leaves half a day open is understood as far as it goes: `kinship` compares the hands.
    """
    return all(token.kind == "time" or token.value.certainty == "whole" for token in tokens)


def are_other_values(one: Sequence[Token], other: Sequence[Token], *, hedged: bool = False) -> bool:
    """Whether no reading makes the values of two stretches one: each is of one kind with the one in its place.

    A range beside a number, or a year beside a weekday, are no contradiction.

    Args:
        one: Values, with what links them.
        other: Those of the other side.
        hedged: A word such as "about" stands before one of them.
    """
    for of in (_values, _units):
        mine, theirs = of(one), of(other)
        if mine and theirs:
            if len(mine) != len(theirs):
                return not any(kinship(value, another, hedged=hedged) for value, another in product(mine, theirs))
            pairs = zip(mine, theirs, strict=True)
            return any(not kinship(value, another, hedged=hedged) for value, another in pairs)
    return False


def _values(tokens: Sequence[Token]) -> list[Value]:
    return [token.value for token in tokens if token.kind not in ("word", "mark", "quote", "unit")]


def _units(tokens: Sequence[Token]) -> list[Value]:
    return [token.value for token in tokens if token.kind == "unit"]


def names_other_dollar(one: Sequence[Token], other: Sequence[Token]) -> bool:
    """True where the claim says whose dollars they are, and not those of the USA, and the source does not say it."""
    if len(one) != 1 or len(other) != 1 or one[0].number != other[0].number:
        return False
    mine, theirs = one[0].unit, other[0].unit
    return theirs == ANY_DOLLAR and mine not in (ANY_DOLLAR, "USD") and may_be_one(mine, ANY_DOLLAR)


def leaves_out_currency(one: Sequence[Token], other: Sequence[Token]) -> bool:
    """True where the claim has the figure of a sum without its currency: "5 million" beside "£5 million"."""
    if len(one) != 1 or len(other) != 1 or other[0].kind != "money" or one[0].kind == "money":
        return False
    mine, theirs = _FIGURES.findall(one[0].key), _FIGURES.findall(other[0].key)
    return one[0].kind == "number" and "".join(mine).rstrip("0") == "".join(theirs).rstrip("0")


def differ_in_every_reading(claim: Stretch, source: Stretch) -> bool:
    """True for figures written in one form, whatever it means, that have not the same parts: "2:1" beside "2:0"."""
    mine, theirs = (_FIGURES.findall(stretch.words) for stretch in (claim, source))
    same_form = _FIGURES.sub("0", claim.words) == _FIGURES.sub("0", source.words)
    return same_form and len(mine) > 1 and sorted(map(int, mine)) != sorted(map(int, theirs))


def may_be_one_name(one: Sequence[Token], other: Sequence[Token]) -> bool:
    """True for two spellings of one name, and for a name and its initials, an alias or a short title."""
    these, those = [token.word for token in one], [token.word for token in other]
    if "".join(map(plain_letters, these)) == "".join(map(plain_letters, those)):  # "Tech Crunch", "TechCrunch"
        return True
    if len(these) == len(those) and all(map(is_form_of, these, those)):
        return True
    return _is_short_for(these, those) or _is_short_for(those, these)


def _may_be_acronym(word: str, name: Sequence[str]) -> bool:
    """Whether a word begins as a name does and may be made of its letters, as "lax" of "Los Angeles … Airport"."""
    letters = iter("".join(name))
    return len(word) <= _LONGEST_ACRONYM and word[:1] == name[0][:1] and all(letter in letters for letter in word[:2])


def _is_short_for(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether it is a part of a name, or one word its initials, alias or short title."""
    if len(short) < len(long) and set(short) <= {word.removesuffix("'s") for word in long}:
        return True
    if len(short) != 1:
        return False
    if len(long) > 1 and _may_be_acronym(short[0], long):
        return True
    if "".join(word[:1] for word in long) == short[0] or not set(long).isdisjoint(aliases(short[0])):
        return True
    return len(long) == 1 and long[0] in groups_together("capitals.short_titles").get(short[0], ())
