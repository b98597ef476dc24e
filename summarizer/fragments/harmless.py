r"""Text from elsewhere is made harmless before it is shown: what drives, turns or hides is seen as such, or gone.

harmless("a\x1b[2J")     ->  "a\ufffd[2J"
one_line(" a\x00\n b ")  ->  "a\ufffd b"
"""

from __future__ import annotations

import re
from typing import Final

_REPLACED: Final = "\N{REPLACEMENT CHARACTER}"
_UNSEEN: Final = "\N{ZERO WIDTH SPACE}"
# Controls could drive a terminal (ESC) or spoil a page (NUL); a lone surrogate cannot be encoded. Overrides show
# letters in another order, and invisible operators hide that there are two figures. Each is one U+FFFD.
_UNFIT: Final = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u202d\u202e\u2061-\u2064\u206a-\u206f\ufff9-\ufffb\ud800-\udfff]"
)
# Embeddings and isolates set the order of what they hold; what is left of a text when they go is read as it is stored.
# Tags are seen in the flags of regions alone, fillers never, and a second selector of one form selects nothing: all
# three carry what nobody sees. More than four marks on one letter climb over the lines above; no language writes five.
_TURNING: Final = re.compile(
    "(\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f)"
    "|[\u202a-\u202c\u2066-\u2069\U000e0000-\U000e007f\u034f\u115f\u1160\u17b4\u17b5\u180e\u2065\u3164\uffa0]"
    "|(?<=[\ufe00-\ufe0f\U000e0100-\U000e01ef])[\ufe00-\ufe0f\U000e0100-\U000e01ef]"
    "|(?<=[\u0300-\u034e\u0350-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4})"
    "[\u0300-\u034e\u0350-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
# Of no width, and in a line of no use: a place to break at, or where none is. Joiners shape the letters of some scripts
# and join emoji; behind a Latin letter, a figure or another joiner they do nothing.
_OF_NO_WIDTH: Final = re.compile("[\xad\u200b\u2060\ufeff]+|(?:(?<![^\x00-\u02ff\u200c\u200d])|^)[\u200c\u200d]+")
# Marks of direction belong to a text that runs to the left; elsewhere they turn what stands beside them.
_LEFTWARD_MARKS: Final = re.compile("[\u200e\u200f\u061c]")
_LEFTWARD_LETTER: Final = re.compile(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def harmless(text: str) -> str:
    """The text as it may be shown: `len(harmless(t)) == len(t)`.

    Each control character, lone surrogate, override of direction and invisible operator is U+FFFD; an embedding, an
    isolate, a tag, a filler, a mark beyond the fourth on one letter, and a mark of direction where no text runs to
    the left, is a zero-width space. Tab, line feed, form feed and carriage return stay.
    """
    return _shown(text, unseen=_UNSEEN)


def one_line(text: str) -> str:
    """The text in one line: runs of whitespace are one space, none at the ends; of the rest `harmless`, in fewer.

    What takes no room and shapes no letter is gone.
    """
    return " ".join(_shown(" ".join(text.split()), unseen="").split())


def _shown(text: str, *, unseen: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    seen = _UNFIT.sub(_REPLACED, text)
    seen = _TURNING.sub(lambda match: match[1] or unseen, seen)
    if not unseen:
        seen = _OF_NO_WIDTH.sub("", seen)
    return seen if _LEFTWARD_LETTER.search(seen) else _LEFTWARD_MARKS.sub(unseen, seen)
