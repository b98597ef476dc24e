"""A line that ends long before its right margin, though the next word would have fitted, ends its paragraph.

may_end_paragraph("Read more", "The harbour opened on Monday, the board said.", width=80)    ->  True: a label
may_end_paragraph("The board denied that", "Smith had left it in the spring.", width=32)     ->  False: it goes on
"""

from __future__ import annotations

from typing import Final

from summarizer.languages.registry import cached_by_records, phrases_together
from summarizer.text.terms import is_function

# How much of the width of its neighbours a line and the next line's first word may fill and still be no wrapped line.
# Writers that wrap by hand leave at most a long word, a tenth to a fifth; labels, dates and headings of web pages fill
# less than half (benchmarks/verbatim.py, run again when it moves).
_FILLED: Final = 0.7
_LEADS: Final = (":", "：")  # a sentence behind such a line is one of its own, wherever the margin is
_GOES_ON: Final = tuple(",，、-‐&/(（[«“„")
_OPENERS: Final = "\"'“”‘’«„([（「『"


def may_end_paragraph(line: str, behind: str, *, width: int) -> bool:
    """Whether a line without a blank one behind it is a paragraph of its own: a label, date, heading or short answer.

    False wherever the next line may go on with it: in small letters or with figures, behind a comma or a word such as
    "that".

    Args:
        line: Its words, without the spaces around them.
        behind: Those of the next line.
        width: The longest of the lines around them.
    """
    if not may_be_short(line, width=width):
        return False
    begins = behind.lstrip(_OPENERS)[:1]
    if not begins.isalpha() or begins.islower():
        return False
    if line.endswith(_LEADS):
        return True
    first = behind.split(maxsplit=1)[0]
    if len(line) + 1 + len(first) > _FILLED * width:
        return False
    last = line.rsplit(maxsplit=1)[-1].casefold()
    return not line.endswith(_GOES_ON) and not is_function(last) and last not in _speech_words()


def may_be_short(line: str, *, width: int) -> bool:
    """False for a line that fills its width, whatever stands in the next one, and does not lead up to it.

    Args:
        line: Its words, without the spaces around them.
        width: The longest of the lines around it.
    """
    return len(line) + 2 <= _FILLED * width or line.endswith(_LEADS)


@cached_by_records
def _speech_words() -> frozenset[str]:
    """Words behind which what is said may follow in the next line: "said"."""
    return frozenset(phrase[-1] for phrase in phrases_together("cues.attribution"))
