r"""Whether each line of a plain text is a paragraph of its own, as extractors write them, or lines are wrapped.

lines_are_paragraphs([["Bridge closes", "The bridge closed on Monday.", "Nobody was hurt, the mayor said."]])  ->  True
lines_are_paragraphs([["The bridge over the old canal", "closed on Monday."]])                             ->  False
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import Final, Literal, NamedTuple

from summarizer.document import tables
from summarizer.document.headings import CLOSERS, SENTENCE_ENDS
from summarizer.text.terms import is_function

_Joint = Literal["ends", "goes on", "filled", "open"]
# Of the ends of wrapped lines about a seventh fall on the end of a sentence, and behind most others the next line goes
# on in small letters; of lines that are paragraphs all but headings and labels end one, and next to none is gone on
# with. Both bounds lie far from either; a text between them is read as wrapped, and by the length of its lines.
_ENDED: Final = 0.5
_GONE_ON: Final = 0.1
_FEWEST_ENDED: Final = 1
_RUN_ON: Final = 0.15
_GOES_ON: Final = tuple(",，、-‐&/(（[«“„")
_OPENERS: Final = "\"'“”‘’«„([（「『¿¡—–- "


# Nobody wraps lines by hand beyond this width; a group with a longer line has a paragraph on every line, unless
# sentences run on from one to the next.
_WRAP: Final = 120
_DRAWS: Final = frozenset("=-_~*+|")  # with these begins a line that underlines the one above, or frames a table
BULLET: Final = re.compile(r"[-*+•‣◦▪●]\s+(?:\[[ xX]\]\s+)?(?=\S)")
NUMBER: Final = re.compile(r"\(?(\d{1,3})[.)]\s+(?=\S)")


class Line(NamedTuple):
    """A line that is not blank, without its outer spaces: `text[start:end] == words`."""

    start: int
    end: int
    words: str
    indent: int

    @property
    def is_item(self) -> bool:
        """Whether it begins as an item of a list does."""
        return bool(BULLET.match(self.words) or NUMBER.match(self.words))


def is_wide(lines: Sequence[Line]) -> bool:
    """Whether lines that stand together are too long to be wrapped by hand."""
    width = max(len(line.words) for line in lines)
    return width > (_WRAP if ord(lines[0].words[0]) < 0x2E80 else _WRAP // 2)


def one_line_each(groups: Sequence[list[Line]]) -> Iterator[list[Line]]:
    """The groups of a plain text, with each paragraph that is a line by itself as a group of its own.

    Tables, lists and underlined headings stay together.

    Args:
        groups: The lines that stand together without a blank one between.
    """
    if all(len(group) == 1 for group in groups):
        return iter(groups)
    prose = [[line.words for line in group if not line.is_item] for group in groups]
    several = [lines for lines in prose if len(lines) > 1]
    if len(groups) - len(several) > sum(map(len, several)):  # blank lines part its paragraphs: a group tells of itself
        every = [lines_are_paragraphs([lines]) for lines in prose]
    else:
        every = [lines_are_paragraphs(several)] * len(groups)
    return chain.from_iterable(_divided(group, every=one) for group, one in zip(groups, every, strict=True))


def _divided(group: list[Line], *, every: bool) -> list[list[Line]]:
    """A group cut between its paragraphs, where its lines are some."""
    if len(group) == 1 or not (every or (is_wide(group) and not lines_are_wrapped([one.words for one in group]))):
        return [group]
    found = [[group[0]]]
    table = len(tables.rows(group, markdown=False))
    for number, (line, behind) in enumerate(pairwise(group), start=1):
        if number < table or _stays_with(line, behind, first=found[-1][0]):
            found[-1].append(behind)
        else:
            found.append([behind])
    return found


def _stays_with(line: Line, behind: Line, *, first: Line) -> bool:
    """Whether a line belongs to the one before: an underline, the next item of a list, or the rest of an item."""
    if behind.words[0] in _DRAWS and not BULLET.match(behind.words):
        return True
    if behind.is_item:
        return line.is_item or (first.is_item and line.indent > first.indent)
    return first.is_item and behind.indent > first.indent


def lines_are_paragraphs(groups: Iterable[Sequence[str]]) -> bool:
    """True where line ends fall on sentence ends, and are not gone on with; told by all groups of a text together.

    Args:
        groups: The lines that stand together without a blank one between, without the spaces around them.
    """
    joints: Counter[_Joint] = Counter()
    for lines in groups:
        width = max(map(len, lines), default=0)
        joints.update(_joint(line, behind, width=width) for line, behind in pairwise(lines))
    every = joints.total()
    if joints["ends"] < _FEWEST_ENDED or joints["goes on"] > _GONE_ON * every:
        return False
    # A line that stops where the next word would have fitted was not wrapped there; one that is full may have been.
    return joints["ends"] >= _ENDED * every and joints["filled"] <= joints["ends"] / 2


def lines_are_wrapped(lines: Sequence[str]) -> bool:
    """True where sentences run on from line to line, however long the lines are.

    Scripts without small letters show too little of it, and are not wrapped by it.

    Args:
        lines: The lines of one group, without the spaces around them.
    """
    width = max(map(len, lines), default=0)
    joints = Counter(_joint(line, behind, width=width) for line, behind in pairwise(lines))
    return joints["goes on"] > _RUN_ON * joints.total()


def _joint(line: str, behind: str, *, width: int) -> _Joint:
    """What a line's end is to the next line.

    "ends" a sentence; it "goes on" in small letters or behind a comma; it is "filled", so that it may have been wrapped
    there; or "open", as behind a heading.
    """
    if line.rstrip(CLOSERS).endswith(SENTENCE_ENDS):
        return "ends"
    begins = behind.lstrip(_OPENERS)[:1]
    if begins.islower() or line.endswith(_GOES_ON):
        return "goes on"
    # "…, signed by the" was wrapped there; "Accept all", a button among long lines, was not.
    if len(line) * 2 > width and is_function(line.rsplit(maxsplit=1)[-1].casefold()):
        return "goes on"
    first = behind.split(maxsplit=1)[0]
    unspaced = not first.isascii() and len(first) == len(behind)
    return "filled" if len(line) + 1 + (1 if unspaced else len(first)) > width else "open"
