"""Lists of other articles: a heading that pages put above such lists, and the short lines below it.

"Most read", "Council tax to rise by 4 per cent", "Rail strike called off"  ->  these three lines
"Related projects", "The lane is tied to the rebuilding of the square …"    ->  none: prose follows
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from summarizer.document.surroundings.comments import may_head_comments
from summarizer.document.surroundings.line_words import is_one, key
from summarizer.document.surroundings.page_lines import PageLine
from summarizer.languages.scripts import is_unspaced

# A headline in such a list is no longer, and at least every second has so many words, or characters without blanks.
_MOST_LINK: Final = 140
_LINK_WORDS: Final = 3
_MOST_LINKS: Final = 80
_SECTION: Final = (
    2  # Markdown headings up to this level begin sections of a page, lower ones may be headlines in a list
)
_LINK_CHARACTERS: Final = 5
_STOPS: Final = (".", "。", ";", "；", ":", "：", ",", "，")


def related_lists(
    lines: Sequence[PageLine], *, taken: Callable[[int], bool], ends: Callable[[int], bool]
) -> list[range]:
    """The indexes of the lines of each list, its heading with it.

    Args:
        lines: All lines of the page.
        taken: Whether a line, by its index, is known to be something else around the article.
        ends: Whether nothing of the article stands from a line on.
    """
    found: list[range] = []
    for number, line in enumerate(lines):
        if (found and number < found[-1].stop) or line.kind == "other" or not is_one(line.words, "related"):
            continue
        stop = _stop_of(lines, number, taken)
        at_end = ends(stop)
        if not at_end:
            stop = _without_next_heading(lines, number, stop)
        if _is_list(lines[number + 1 : stop]) and (at_end or _is_plain(line, lines[number + 1 : stop])):
            found.append(range(number, stop))
    return found


def _stop_of(lines: Sequence[PageLine], heading: int, taken: Callable[[int], bool]) -> int:
    """One past the last line below a heading that may be a headline."""
    level = lines[heading].level or _SECTION
    stop = heading + 1
    end = min(len(lines), heading + 1 + _MOST_LINKS)
    while stop < end and not taken(stop) and _may_be_link(lines[stop], above=level):
        stop += 1
    return stop


def _may_be_link(line: PageLine, *, above: int) -> bool:
    if line.kind == "other" or 0 < line.level <= above or len(line.words) > _MOST_LINK:
        return False
    return not line.words.endswith(_STOPS) and not may_head_comments(line)


def _without_next_heading(lines: Sequence[PageLine], heading: int, stop: int) -> int:
    """The end of a list with the article behind it: a last line that blank lines set apart is the article's heading."""
    last = lines[stop - 1]
    apart = stop - 2 > heading and last.kind != "item" and lines[stop - 2].group != last.group
    return stop - 1 if apart or last.kind == "heading" else stop


def _is_list(links: Sequence[PageLine]) -> bool:
    telling = sum(_is_telling(link.words) for link in links)
    return bool(links) and 2 * telling >= len(links)


def _is_telling(words: str) -> bool:
    return len(words.split()) >= _LINK_WORDS or sum(map(is_unspaced, words)) >= _LINK_CHARACTERS


def _is_plain(heading: PageLine, links: Sequence[PageLine]) -> bool:
    """Whether a list inside an article is beside it: no section of its own, and its heading no common word."""
    words = key(heading.words)
    common = len(words) <= _LINK_CHARACTERS - 2 if is_unspaced(words[0]) else " " not in words
    return heading.kind == "text" and not common and all(link.kind != "heading" for link in links)
