"""Tells whether two stretches may mean one thing though their keys differ, and whether they were understood at all.

"$5" beside "US$5"            ->  one sum
"9 a.m." beside "21:30"       ->  not one time; beside "09:00" one
"US" beside "United States"   ->  may be one name
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.languages.registry import groups_together
from summarizer.verification.reading.canonical_text import Token
from summarizer.verification.reading.names import aliases, plain_letters
from summarizer.verification.reading.numbers.units import may_be_one
from summarizer.verification.reading.values import Time


def is_understood(tokens: Sequence[Token]) -> bool:
    """False where a letter or figures stand that may mean several things: "5m", "4/7/2020", "09.00".

    A time that leaves half a day open is understood as far as it goes: `show_same_clock` compares the hands.
    """
    return all(token.kind == "time" or token.value.certainty == "whole" for token in tokens)


def are_same_sums(one: Sequence[Token], other: Sequence[Token]) -> bool:
    """True where values are equal, but that the sign of a sum may mean the currency of the other."""
    return len(one) == len(other) and all(map(_is_same_sum, one, other))


def _is_same_sum(one: Token, other: Token) -> bool:
    if one.key == other.key:
        return True
    if one.kind != "money" or other.kind != "money":
        return False
    return one.number == other.number and may_be_one(one.unit, other.unit)


def show_same_clock(one: Sequence[Token], other: Sequence[Token]) -> bool:
    """True where the hands of a clock stand alike: half past nine in the morning and in the evening."""
    hands = _hands(one)
    return bool(hands) and hands == _hands(other)


def _hands(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """What a clock shows at each time among the tokens."""
    return [token.value.on_dial for token in tokens if isinstance(token.value, Time)]


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
