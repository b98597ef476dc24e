"""Words of a page become lines in the order in which people read them: column after column where there are some.

regions_of(page.words)  ->  (Region(lines=(Line("The bridge is shut …"), …)), …)
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, pairwise
from statistics import median
from typing import Final

from summarizer.document.markup import small_digits
from summarizer.document.readers.pdf.page_words import Word
from summarizer.languages.scripts import is_unspaced

# In sizes of the type: as far apart words of one line stand above each other at most (a raised number is 0.4 above its
# line, and lines are at least 1 apart); as wide a gap between columns is at least (LaTeX's is 1, a space 0.3).
_SAME_LINE: Final = 0.5
_GUTTER: Final = 0.7
_CLEAR: Final = 0.55  # of a line that is not level with that in which the gap was found
# Both sides of a gap have so many lines beside each other before they are columns, and so much of the width.
_LEAST_ROWS: Final = 3
_LEAST_SHARE: Final = 0.18
# The lines of a column fill so much of it, and have so many words; cells of a table do not.
_FILLED: Final = 0.6
_WORDS_A_ROW: Final = 2.5
_LETTERS_A_ROW: Final = 12
_FIRST_LETTER: Final = 1.8  # a letter so much larger than the text stands beside several lines
# In sizes of the type: so far apart are lines of columns beside each other nowhere; as far from a column's edge begins
# no line of it.
_APART: Final = 1.8
_EDGE: Final = 0.4
_SET_IN: Final = 4.0  # items and quotations
_NOWHERE: Final = 1e9
_MOST_GUTTERS: Final = 8  # tried for a page, those first that most lines have
_MOST_CUTS: Final = 6  # one within the other


@dataclass(frozen=True)
class Line:
    """Words beside each other on a page, from left to right."""

    page: int
    words: tuple[Word, ...]

    @cached_property
    def left(self) -> float:
        """Where its first word begins."""
        return min(word.left for word in self.words)

    @cached_property
    def right(self) -> float:
        """Where its last word ends."""
        return max(word.right for word in self.words)

    @cached_property
    def top(self) -> float:
        """The upper edge of its highest word."""
        return min(word.top for word in self.words)

    @cached_property
    def bottom(self) -> float:
        """The lower edge of its lowest word."""
        return max(word.bottom for word in self.words)

    @cached_property
    def size(self) -> float:
        """The size of most of its characters."""
        return _most((word.size, len(word.text)) for word in self.words)

    @cached_property
    def base(self) -> float:
        """What most of its characters stand on."""
        return _most((word.base, len(word.text)) for word in self.words if word.size == self.size)

    @cached_property
    def bold(self) -> bool:
        """Whether all its words are bold, but for small ones and signs."""
        letters = [word.bold for word in self.words if any(map(str.isalpha, word.text))]
        return bool(letters) and all(letters)

    @cached_property
    def text(self) -> str:
        """Its words, with raised and low digits as small characters."""
        words = _in_reading_order(self.words)
        pieces = [self._shown(words[0])]
        for last, here in pairwise(words):
            gap = max(here.left - last.right, last.left - here.right)
            pieces.append(" " if gap > 0.12 * self.size and (here.spaced or gap > 0.2 * self.size) else "")
            pieces.append(self._shown(here))
        return "".join(pieces)

    def _shown(self, word: Word) -> str:
        if word.size < 0.86 * self.size and any(map(str.isdigit, word.text)):
            if word.base < self.base - 0.15 * self.size:
                return small_digits(word.text, level="sup")
            if word.base > self.base + 0.08 * self.size:
                return small_digits(word.text, level="sub")
        return word.text


@dataclass(frozen=True)
class Region:
    """Lines below each other, in one column."""

    lines: tuple[Line, ...]

    @cached_property
    def left(self) -> float:
        """Where most of its lines begin, or some of them before that."""
        return min(line.left for line in self.lines)

    @cached_property
    def right(self) -> float:
        """Where its longest line ends."""
        return max(line.right for line in self.lines)


def lines_of(words: Iterable[Word], *, page: int) -> list[Line]:
    """The lines that words stand in, across the whole width, from the top down.

    Args:
        words: Of one page.
        page: Its number.
    """
    rows: list[tuple[float, float, list[Word]]] = []  # base, size, words
    for word in sorted(_with_first_letters(list(words)), key=lambda word: (word.base, word.left)):
        if rows:
            base, size, row = rows[-1]
            # A raised number stands above its line and comes before it; what is larger says where the line is.
            if word.base - base <= _SAME_LINE * max(size, word.size):
                row.append(word)
                if word.size > size:
                    rows[-1] = (word.base, word.size, row)
                continue
        rows.append((word.base, word.size, [word]))
    return [Line(page, tuple(sorted(row, key=lambda word: word.left))) for _, _, row in rows]


def _with_first_letters(words: list[Word]) -> list[Word]:
    """The same words, where a letter as high as several lines belongs to the first of them."""
    size = _most((word.size, len(word.text)) for word in words)
    for place, letter in enumerate(words):
        if letter.size < _FIRST_LETTER * size or len(letter.text) > 1 or not letter.text.isalpha():
            continue
        beside = [word for word in words if word is not letter and _is_beside(word, letter, size)]
        if len({round(word.base) for word in beside}) > 1:
            first = min(beside, key=lambda word: (word.base, word.left))
            words[place] = first._replace(text=letter.text, left=letter.left, right=first.left, spaced=letter.spaced)
    return words


def _is_beside(word: Word, letter: Word, size: float) -> bool:
    """Whether a word stands right of a large letter, on a line that it is as high as."""
    is_near = -size / 2 <= word.left - letter.right <= size
    return is_near and letter.top <= word.base <= letter.base + size / 2


def regions_of(words: Sequence[Word], *, page: int, depth: int = _MOST_CUTS) -> list[Region]:
    """The columns, and what stands above, between and below them, in reading order.

    Args:
        words: Of one page, without what is no part of the text.
        page: Its number.
        depth: How often a part may be cut once more.
    """
    if not words:
        return []
    lines = lines_of(words, page=page)
    cut = _best_cut(lines) if depth else None
    if cut is None:
        return [Region(tuple(lines))]
    at, first, last = cut
    inside = lines[first:last]
    columns = [[word for line in inside for word in _side(line, at, right=right)] for right in (False, True)]
    if _runs_from_right(chain.from_iterable(columns)):
        columns.reverse()
    order = [_words_in(lines[:first]), *columns, _words_in(lines[last:])]
    return [region for part in order for region in regions_of(part, page=page, depth=depth - 1)]


def _words_in(lines: Sequence[Line]) -> list[Word]:
    return [word for line in lines for word in line.words]


def _best_cut(lines: Sequence[Line]) -> tuple[float, int, int] | None:
    """Where a gap parts two columns, with the first line beside it and one past the last; the one of most lines."""
    size = _most((line.size, len(line.words)) for line in lines)
    # A column begins where many stretches of text do; the gap is right before it.
    places = Counter(
        round((stretch[0].left - _GUTTER * size / 2) / 2) for line in lines for stretch in _stretches(line)
    )
    best: tuple[int, float, int, int] | None = None
    for place, count in places.most_common(_MOST_GUTTERS):
        if count < _LEAST_ROWS:
            break
        for run in _runs(lines, place * 2.0, size):
            first, last = _trimmed(lines, run, at=place * 2.0)
            beside = _beside(lines[first:last], place * 2.0)
            if beside >= _LEAST_ROWS and (best is None or beside > best[0]):
                best = (beside, place * 2.0, first, last)
    return best[1:] if best else None


def _stretches(line: Line) -> list[list[Word]]:
    """The words of a line, parted at gaps that are wide enough to part columns."""
    found: list[list[Word]] = [[line.words[0]]]
    for word in line.words[1:]:
        if word.left - found[-1][-1].right >= _GUTTER * line.size:
            found.append([])
        found[-1].append(word)
    return found


def _runs(lines: Sequence[Line], at: float, size: float) -> list[tuple[int, int]]:
    """The stretches of lines that leave a place free."""
    runs, start = [], None
    for index, line in enumerate([*lines, None]):
        is_free = line is not None and _leaves_free(line, at, size)
        if is_free and start is None:
            start = index
        elif not is_free and start is not None:
            runs.append((start, index))
            start = None
    return runs


def _trimmed(lines: Sequence[Line], run: tuple[int, int], *, at: float) -> tuple[int, int]:
    """A run without what stands apart below its columns and is the rest of none: a table, a picture's words."""
    bounds = [run[0]]
    for index in range(run[0] + 1, run[1]):
        above, below = lines[index - 1], lines[index]
        if below.base - above.base > _APART * max(above.size, below.size):
            bounds.append(index)
    bounds.append(run[1])
    columns = [_beside(lines[first:last], at) > 0 for first, last in pairwise(bounds)]
    if not any(columns):
        return run
    last = len(columns) - columns[::-1].index(True)
    while last < len(columns) and _goes_on(lines[bounds[last] : bounds[last + 1]], lines[run[0] : bounds[last]], at):
        last += 1
    return run[0], bounds[last]


def _goes_on(part: Sequence[Line], columns: Sequence[Line], at: float) -> bool:
    """Whether lines below columns are the rest of one or of both: they begin where those begin, and are no table."""
    size = part[0].size
    for right in (False, True):
        rows = list(filter(None, (_side(line, at, right=right) for line in part)))
        shift = min((row[0].left for row in rows), default=_NOWHERE) - _left(columns, at, right=right)
        if rows and not -_EDGE * size <= shift <= _SET_IN * size:
            return False
        if _are_cells(rows):
            return False
    return True


def _are_cells(rows: Sequence[list[Word]]) -> bool:
    """Whether most of several rows have wide gaps in them."""
    wide = sum(len(_stretches(Line(0, tuple(row)))) > 1 for row in rows)
    return len(rows) > 1 and 2 * wide > len(rows)


def _left(lines: Sequence[Line], at: float, *, right: bool) -> float:
    """Where lines begin on one side of a place."""
    words = (word.left for line in lines for word in _side(line, at, right=right))
    return min(words, default=_NOWHERE)


def _leaves_free(line: Line, at: float, size: float) -> bool:
    """Whether no word stands at a place, and the words beside it are further apart than those of one line."""
    left = max((word.right for word in _side(line, at, right=False)), default=at - size)
    right = min((word.left for word in _side(line, at, right=True)), default=at + size)
    return right - left >= _CLEAR * size


def _beside(lines: Sequence[Line], at: float) -> int:
    """How many lines on either side of a place have others beside them, where both sides are columns of prose."""
    left, right = (list(filter(None, (_side(line, at, right=one) for line in lines))) for one in (False, True))
    if not left or not right:
        return 0
    beside, sides = min(_level(left, right), _level(right, left)), (left, right)
    width = max(line.right for line in lines) - min(line.left for line in lines)
    return beside if beside >= _LEAST_ROWS and all(_is_column(side, width) for side in sides) else 0


def _level(rows: Sequence[Sequence[Word]], others: Sequence[Sequence[Word]]) -> int:
    """How many rows are as high as the first or the last of others, or between."""
    low, high = others[0][0].base - others[0][0].size, others[-1][0].base + others[-1][0].size
    return sum(low <= row[0].base <= high for row in rows)


def _side(line: Line, at: float, *, right: bool) -> list[Word]:
    return [word for word in line.words if (word.left + word.right > 2 * at) == right]


def _is_column(rows: Sequence[Sequence[Word]], width: float) -> bool:
    """Whether rows of words are running text: wide, filled, and of several words each."""
    spans = [max(word.right for word in row) - min(word.left for word in row) for row in rows]
    widest = max(row[-1].right for row in rows) - min(row[0].left for row in rows)
    letters = sum(len(word.text) for row in rows for word in row)
    # Text without spaces has few words in a line, and many characters.
    enough = sum(map(len, rows)) >= _WORDS_A_ROW * len(rows) or letters >= _LETTERS_A_ROW * len(rows)
    return widest >= _LEAST_SHARE * width and median(spans) >= _FILLED * widest and enough


def _most(counted: Iterable[tuple[float, int]]) -> float:
    """The value that counts most; 0 for none."""
    counts: Counter[float] = Counter()
    for value, count in counted:
        counts[value] += count
    return max(counts, key=lambda value: counts[value]) if counts else 0.0


def _runs_from_right(words: Iterable[Word]) -> bool:
    """Whether most letters are of a script that is written from right to left."""
    letters = filter(str.isalpha, chain.from_iterable(word.text for word in words))
    ways = Counter(map(unicodedata.bidirectional, letters))
    return ways["R"] + ways["AL"] > ways["L"]


def _in_reading_order(words: Sequence[Word]) -> Sequence[Word]:
    return sorted(words, key=lambda word: -word.right) if _runs_from_right(words) else words


def joint(last: str, first: str) -> str:
    """What stands between the words of two lines that are one paragraph: nothing in text without spaces.

    Args:
        last: The line above.
        first: The line below.
    """
    return "" if last and first and is_unspaced(last[-1]) and is_unspaced(first[0]) else " "
