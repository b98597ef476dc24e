r"""A word that a line's end cuts is read as one word, or with the hyphen that stands there.

whole_words("a well-\nknown evalu-\nation", source="… the evaluation …")  ->  "a well-known evaluation"

A hyphen at a line's end has two readings ("re-" and "sign" are "re-sign" or "resign"), and nothing in the line tells
which is meant. So a word is joined only where the same text has it joined elsewhere; else its hyphen stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple
from unicodedata import normalize

from summarizer.text.fold import folded

_LINE_END: Final = r"[ \t]*\\?(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029])"
# A letter or digit, an accent that is a character of its own, or a character that prints nothing.
_LETTER: Final = r"(?:[^\W_]|[\u0300-\u036f\u00ad\u200b-\u200f\u2060])"
_SILENT: Final = re.compile("[\u00ad\u200b-\u200f\u2060]")
# A hyphen and the line's end. Most texts have none, and this tells so without a look at each of their words.
_END_HYPHEN: Final = re.compile(rf"(?P<hyphen>[-\u2010\u00ad]){_LINE_END}")
_FIRST_HALF: Final = re.compile(rf"{_LETTER}+\Z")
_SECOND_HALF: Final = re.compile(rf"[ \t]*(?P<letters>[^\W_]{_LETTER}*)")
_LONGEST_HALF: Final = 60
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_KEPT: Final = 8  # sources whose words are kept: one is asked about sentence after sentence

# What a page's end puts between the halves: blank lines, a line with a page number ("12", "- 12 -", "Page 12"), and a
# running head, which is short, is no sentence and has a blank line or a page number on either side.
_LINE: Final = re.compile(rf"(?P<words>.{{0,200}}?){_LINE_END}")
_PAGE_NUMBER: Final = re.compile(r"[^\w\n]{0,4}(?:[^\W\d_]{1,6}\.?[ \t]*)?\d{1,4}[^\w\n]{0,4}")
_HEAD_CHARS: Final = 70
_SENTENCE_END: Final = tuple(".!?:;,…。！？-\u2010\u00ad")
_MOST_LINES: Final = 8


class _Halves(NamedTuple):
    """The first half of a cut word, and where its second half may stand.

    The half is `text[begin:start]`, `first` without what prints nothing; then come perhaps blanks (`blank`), the
    hyphen, which may be a soft one (`soft`), and the line's end up to `next_line`.
    """

    first: str
    begin: int
    start: int
    next_line: int
    blank: bool
    soft: bool


class _Cut(NamedTuple):
    """A word that a line's end cuts: `text[start:end]` stands between its halves, and is to read as `reads`.

    `joined` is the word without a hyphen.
    """

    start: int
    end: int
    reads: str
    joined: str


def whole_words(text: str, *, source: str) -> str:
    """The text with each word in one piece that a line's end cuts; everything else stays as it is.

    Promise: `whole_words(t, source=s) == t` where no line of `t` ends in a hyphen behind a letter or digit.

    Args:
        text: Some stretch of the source, or a claim about it.
        source: The whole text, whose other words decide.
    """
    if not is_cut(text):
        return text
    pieces: list[str] = []
    at = 0
    for cut in _cuts(text, source):
        pieces += [text[at : cut.start], cut.reads]
        at = cut.end
    return "".join([*pieces, text[at:]])


def is_cut(text: str) -> bool:
    """False only where no word of a text is cut: no line of it ends in a hyphen."""
    return _END_HYPHEN.search(text) is not None


def without_page_ends(text: str) -> str:
    r"""The text with blanks and one line's end in place of what a page's end puts into a word.

    Promise: `len(without_page_ends(t)) == len(t)`, and every place outside of a cut word holds what it held.

    Only words are meant that the text has in one piece elsewhere: without that nothing tells a cut word from two lines
    that have nothing to do with each other.

    Args:
        text: The whole text.
    """
    if not is_cut(text):
        return text
    pieces: list[str] = []
    at = 0
    for halves in _first_halves(text):
        cut = _across_page(text, halves, text) if halves.start >= at else None
        if cut is not None:
            pieces += [text[at : cut.start], " " * (cut.end - cut.start - 1), "\n"]
            at = cut.end
    return "".join([*pieces, text[at:]])


def other_readings(text: str, *, source: str) -> tuple[str, ...]:
    """The words that a text may mean where it is read with a hyphen: "resign" for "re-" and "sign".

    Args:
        text: Some stretch of the source.
        source: The whole text, whose other words decide.
    """
    if not is_cut(text):
        return ()
    cuts = _cuts(text, source)
    return tuple(dict.fromkeys(cut.joined for cut in cuts if cut.reads and cut.joined.isalpha()))


def _cuts(text: str, source: str) -> Iterator[_Cut]:
    """Every cut word of a text, in order, with its reading."""
    last = 0
    for halves in _first_halves(text):
        if halves.start < last:
            continue  # a line of a page's end that has a hyphen itself: "- 12 -"
        cut = _across_page(text, halves, source) or _across_line(text, halves, source)
        if cut is not None:
            yield cut
            last = cut.end


def _first_halves(text: str) -> Iterator[_Halves]:
    """Every line of a text that ends in letters or digits and a hyphen."""
    for found in _END_HYPHEN.finditer(text):
        start = found.start()
        while start and text[start - 1] in " \t":
            start -= 1
        half = _FIRST_HALF.search(text, max(0, start - _LONGEST_HALF), start)
        first = _SILENT.sub("", normalize("NFC", half[0])) if half is not None else ""
        if half is not None and first:
            soft = found["hyphen"] == "\u00ad"
            yield _Halves(first, half.start(), start, found.end(), blank=start < found.start(), soft=soft)


def _across_line(text: str, halves: _Halves, source: str) -> _Cut | None:
    """The word whose second half opens the next line; None where that line opens otherwise."""
    half = _SECOND_HALF.match(text, halves.next_line)
    if half is None:
        return None
    first, second, end = halves.first, half["letters"], half.start("letters")
    reads = _reading(first, second, source)
    if halves.soft:
        reads = ""  # it is there for the line's end alone
    elif reads and (halves.blank or (first[-1].isalpha() and _is_page_number(text, halves.next_line))):
        reads = text[halves.start : end]  # a dash between two words, or two lines that have nothing to do with it
    return _Cut(halves.start, end, reads, first + second)


def _across_page(text: str, halves: _Halves, source: str) -> _Cut | None:
    """The word whose second half stands behind a page's end; None where no known word comes of any line there."""
    for place in _behind_page_end(text, halves.next_line):
        half = _SECOND_HALF.match(text, place)
        if half is None or _is_sure(halves.first, half["letters"]):
            continue
        first, second = halves.first, half["letters"]
        # The words of the source are asked for no earlier: hardly any text has such a place, and to fold it takes time.
        if not _words_of(source).isdisjoint((folded(first + second), folded(f"{first}-{second}"))):
            reads = _reading(first, second, source)
            return _Cut(halves.start, half.start("letters"), reads, first + second)
    return None


def _behind_page_end(text: str, start: int) -> Iterator[int]:
    """The starts of lines before which, from `start` on, stands nothing but what a page's end puts there."""
    place = start
    set_apart = False  # a blank line or a page number stands right before
    in_head = False
    for _ in range(_MOST_LINES):
        line = _LINE.match(text, place)
        words = text[place : place + _HEAD_CHARS + 1] if line is None else line["words"]
        words = words.strip()
        if words and place > start and not in_head:
            yield place
        if line is None:
            return
        if words and not _PAGE_NUMBER.fullmatch(words):
            if not set_apart or not _may_be_head(words):
                return
            set_apart, in_head = False, True
        else:
            set_apart, in_head = True, False
        place = line.end()


def _may_be_head(words: str) -> bool:
    return len(words) <= _HEAD_CHARS and not words.endswith(_SENTENCE_END)


def _is_page_number(text: str, place: int) -> bool:
    """Whether the line that starts at a place holds nothing but a page number."""
    line = _LINE.match(text, place)
    return line is not None and _PAGE_NUMBER.fullmatch(line["words"].strip()) is not None


def _reading(first: str, second: str, source: str) -> str:
    """What stands between two halves: "" where the word is known in one piece only without hyphen, else "-"."""
    if _is_sure(first, second):
        return "-"
    known, joined, hyphenated = _words_of(source), folded(first + second), folded(f"{first}-{second}")
    return "" if joined in known and hyphenated not in known else "-"


def _is_sure(first: str, second: str) -> bool:
    """Whether a hyphen stays in any case: beside a figure, and before a capital in a word of small letters."""
    if not (first[-1].isalpha() and second[0].isalpha()):
        return True  # "2019-2021", "10-year"
    return first[-1].islower() and second[0].isupper()  # "Anglo-American"


@lru_cache(maxsize=_KEPT)
def _words_of(source: str) -> frozenset[str]:
    """The words that a text has in one piece, folded; compounds with their hyphens are words too."""
    pieces: list[str] = []
    at = 0
    for halves in _first_halves(source):
        second = _SECOND_HALF.match(source, halves.next_line)
        pieces.append(source[at : halves.begin])
        at = halves.next_line if second is None else second.end()
    return frozenset(_WORD.findall(folded(" ".join([*pieces, source[at:]]))))
