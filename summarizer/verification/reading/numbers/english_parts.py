"""Parts of a whole in English words by value: "a third of" is 1/3, "two-thirds" 2/3, "three quarters of the" 3/4."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from summarizer.verification.reading.lexemes import Lexeme

_PARTS: Final = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_WHOLES: Final = frozenset("the all its their his her our a an those these this that them us my your".split())


# What comes in parts and is counted, so that "a quarter of" it is no quarter of a year.
_COUNTED: Final = frozenset(
    "voters people adults women men children households homes families residents respondents patients students pupils "
    "workers employees members users customers companies firms businesses schools countries seats votes jobs americans "
    "britons germans canadians australians europeans participants passengers teachers doctors nurses drivers".split()
)
# Before these "half" is no share of what follows: "the first half of 2020", "each half of the match".
_HALF_OF_TIME: Final = frozenset(
    "first second last latter other better back top bottom upper lower former early late one either each this that "
    "st nd rd th the its his her their 's eastern western northern southern".split()
)
_FRACTION_WORDS: Final[Mapping[tuple[str, ...], Decimal]] = {
    ("and", "a", "half"): Decimal("0.5"),
    ("and", "one", "half"): Decimal("0.5"),
    ("and", "a", "quarter"): Decimal("0.25"),
    ("and", "three", "quarters"): Decimal("0.75"),
}


def fraction_words(found: Sequence[Lexeme], at: int) -> tuple[Decimal, int] | None:
    """What "and a half", "and three quarters" at `found[at]` add to a number, and the place behind; None for others."""
    words = tuple(lexeme.text for lexeme in found[at : at + 3])
    more = _FRACTION_WORDS.get(words)
    return None if more is None else (more, at + 3)


def part_at(found: Sequence[Lexeme], at: int) -> tuple[Decimal, int] | None:
    """The part that starts at `found[at]`, and the place of the "of" behind it: "a third of", "half of"."""
    words = [lexeme.text for lexeme in found[at : at + 3]]
    if words[:2] == ["half", "of"]:
        before = found[at - 1].text if at else ""
        return None if before in _HALF_OF_TIME or before.isdecimal() else (Decimal("0.5"), at + 1)
    if len(words) < 3 or words[0] != "a" or words[1] not in _PARTS or words[2] != "of":
        return None
    if words[1] == "quarter" and not _is_whole(found, at + 3):
        return None
    return Decimal(1) / _PARTS[words[1]], at + 2


def parts_behind(found: Sequence[Lexeme], count: Decimal, at: int) -> tuple[Decimal, int] | None:
    """The share that a number and the parts behind it make: "two-thirds", "three quarters", "one third of".

    Args:
        found: The lexemes of the whole text.
        count: The number before `found[at]`.
        at: Where the parts may stand, or a hyphen before them.

    Returns:
        The share and the place behind the parts; None where no parts stand there.
    """
    if not 0 < count < 10 or at >= len(found):
        return None
    hyphen = found[at].text == "-" and found[at].glued
    place = at + 1 if hyphen else at
    name, *of = [lexeme.text for lexeme in found[place : place + 2]] or [""]
    size = _size(name, count, followed=hyphen or of == ["of"])
    if size is None or (not hyphen and _are_months(found, name, count / size, place + 2)):
        return None
    return count / size, place + 1


def _are_months(found: Sequence[Lexeme], name: str, share: Decimal, behind: int) -> bool:
    """Whether quarters are parts of a year: "three quarters of losses", "five quarters"."""
    return name.startswith("quarter") and (share >= 1 or not _is_whole(found, behind))


def _size(name: str, count: Decimal, *, followed: bool) -> int | None:
    """How many parts of this name make a whole: plural for more than one, for one only where hyphen or "of" stands."""
    if count > 1:
        return (_PARTS.get(name) or _PARTS.get(name[:-1])) if name.endswith("s") else None
    return _PARTS.get(name) if count == 1 and followed else None


def _is_whole(found: Sequence[Lexeme], at: int) -> bool:
    """Whether what follows "of" is a whole that has parts: "a quarter of the voters", "three quarters of all"."""
    return at < len(found) and (found[at].text in _WHOLES or found[at].text in _COUNTED)
