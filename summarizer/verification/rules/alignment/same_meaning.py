"""Tells whether two stretches may mean one thing though their keys differ, and whether they were understood at all.

"$5" beside "US$5"            ->  one sum
"9 a.m." beside "21:30"       ->  not one time; beside "09:00" one
"US" beside "United States"   ->  may be one name
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from summarizer.languages.registry import groups_together
from summarizer.verification.reading.canonical_text import Token
from summarizer.verification.reading.likeness.kinship import kinship
from summarizer.verification.reading.names import aliases, plain_letters
from summarizer.verification.reading.values import Value


def is_understood(tokens: Sequence[Token]) -> bool:
    """False where a letter or figures stand that may mean several things: "5m", "4/7/2020", "09.00".

    A time that leaves half a day open is understood as far as it goes: `show_same_clock` compares the hands.
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


def may_be_one_name(one: Sequence[Token], other: Sequence[Token]) -> bool:
    """True for two spellings of one name, and for a name and its initials, an alias or a short title."""
    these, those = [token.word for token in one], [token.word for token in other]
    if [plain_letters(word) for word in these] == [plain_letters(word) for word in those]:
        return True
    return _is_short_for(these, those) or _is_short_for(those, these)


def _is_short_for(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether one word is the initials, an alias or the short title of a name."""
    if len(short) != 1:
        return False
    if "".join(word[:1] for word in long) == short[0] or not set(long).isdisjoint(aliases(short[0])):
        return True
    return len(long) == 1 and long[0] in groups_together("capitals.short_titles").get(short[0], ())
