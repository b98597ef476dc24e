"""Parts of a whole in English words by value: "a third of" is 1/3, "two-thirds" 2/3, "three quarters of the" 3/4."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from summarizer.verification.reading.lexemes import Lexeme

_PARTS: Final = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_WHOLES: Final = frozenset("the all its their his her our a an those these this that them us my your".split())


def part_at(found: Sequence[Lexeme], at: int) -> tuple[Decimal, int] | None:
    """The part that starts at `found[at]` with an article, and the place of the "of" behind it: "a third of"."""
    words = [lexeme.text for lexeme in found[at : at + 3]]
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
    return at < len(found) and found[at].text in _WHOLES
