r"""A word that a line's end cuts is read as one word, or with the hyphen that stands there.

whole_words("a well-\nknown evalu-\nation", source="… the evaluation …")  ->  "a well-known evaluation"

A hyphen at a line's end has two readings ("re-" and "sign" are "re-sign" or "resign"), and nothing in the line tells
which is meant. So a word is joined only where the same text has it joined elsewhere; else its hyphen stays.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from summarizer.text.fold import folded

_BREAK: Final = r"[ \t]*\\?(?:\r\n|\r|\n)"
# Most sentences have no hyphen at a line's end, and this tells so without a look at each of their words.
_END_HYPHEN: Final = re.compile(rf"[-\u2010\u00ad]{_BREAK}")
# A word, perhaps a blank, a hyphen, the line's end, perhaps a line with nothing but a page number, and a word.
_BROKEN: Final = re.compile(
    rf"(?P<before>[^\W_]+)(?P<blank>[ \t]?)(?P<hyphen>[-\u2010\u00ad]){_BREAK}"
    rf"(?P<page>(?:[ \t]*\d{{1,4}}{_BREAK})?)[ \t]*(?P<after>[^\W_]+)"
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_KEPT: Final = 8  # sources whose words are kept: one is asked about sentence after sentence


def whole_words(text: str, *, source: str) -> str:
    """The text with each word in one piece that a line's end cuts; everything else stays as it is.

    Promise: `whole_words(t, source=s) == t` where no line of `t` ends in a hyphen behind a letter.

    Args:
        text: Some stretch of the source.
        source: The whole text, whose other words decide.
    """
    if _END_HYPHEN.search(text) is None:
        return text
    known = _words_of(source)
    return _BROKEN.sub(lambda broken: _read(broken, known), text)


def _read(broken: re.Match[str], known: frozenset[str]) -> str:
    before, after = broken["before"], broken["after"]
    if broken["hyphen"] == "\u00ad" and not broken["page"]:
        return before + after  # a soft hyphen is there for the line's end alone
    if before[-1].isdigit() or after[0].isdigit():
        return broken[0] if broken["blank"] or broken["page"] else f"{before}-{after}"  # "2019-2021", "10-year"
    joined, hyphenated = folded(before + after), folded(f"{before}-{after}")
    if joined in known and hyphenated not in known:
        return before + after
    if broken["blank"] or broken["page"]:
        return broken[0]  # a dash between two words, or two lines that have nothing to do with each other
    return f"{before}-{after}"


@lru_cache(maxsize=_KEPT)
def _words_of(source: str) -> frozenset[str]:
    """The words that a text has in one piece, folded; compounds with their hyphens are words too."""
    unbroken = _END_HYPHEN.sub(" ", _BROKEN.sub(" ", source))
    return frozenset(_WORD.findall(folded(unbroken)))
