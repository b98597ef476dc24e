"""The comments of readers below an article: from their heading to the last of them.

"Comments (2)", "riverman52", "2 hours ago", "They should …"  ->  a section that begins at the first of these lines

A heading alone is none, as a report may have a chapter of that name: behind it stand people with a time, and above it
an article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from summarizer.document.surroundings.line_kinds import edge_kind, sure_kind
from summarizer.document.surroundings.line_words import (
    begins,
    entries,
    has_count,
    holds,
    is_one,
    key,
    pattern_of,
    without_count,
)
from summarizer.document.surroundings.page_lines import PageLine
from summarizer.document.surroundings.time_stamps import stamp_at
from summarizer.languages.registry import cached_by_records, together

# So many columns of prose make an article above comments: a paragraph of two or three sentences.
_ARTICLE: Final = 150
# The first comment begins within so many lines below the heading, buttons and calls aside; the next one within so many
# below that. Run benchmarks/surroundings.py again when one of these moves.
_NEAR: Final = 3
_LOOKED_AT: Final = 12  # those with them
_NEXT: Final = 60
# The heading, and the name of who comments, are no longer.
_MOST_HEADING: Final = 100
_MOST_NAME: Final = 40
_MOST_NAME_WORDS: Final = 6
_QUOTED: Final = re.compile(r"[\"“”„«‘]")


def comment_sections(lines: Sequence[PageLine]) -> list[range]:
    """The indexes of the lines of each section of comments, in order and disjoint.

    Args:
        lines: All lines of the page.
    """
    found: list[range] = []
    heads: list[bool] = []
    prose = 0
    for number, line in enumerate(lines):
        if found and number < found[-1].stop:
            continue
        if prose >= _ARTICLE and may_head_comments(line):
            heads = heads or _heads(lines)
            if _first_head(lines, number, heads):
                found.append(range(number, _end_of(lines, number, heads)))
        elif line.body:
            prose += line.columns
    return found


def may_head_comments(line: PageLine) -> bool:
    """Whether a line may stand above comments, a number of them in it or not.

    Args:
        line: Any line.
    """
    if line.kind not in {"heading", "text"} or len(line.words) > _MOST_HEADING:
        return False
    words = without_count(line.words)
    if words in entries("comments") or holds(line.words, "comment_calls"):
        return True
    # "3 thoughts on “Barley soup”"
    return has_count(line.words) and begins(words, "comments") and _QUOTED.search(line.words) is not None


def _first_head(lines: Sequence[PageLine], heading: int, heads: Sequence[bool]) -> bool:
    """Whether the first comment begins close below a heading."""
    near = 0
    for number in range(heading + 1, min(heading + 1 + _LOOKED_AT, len(lines))):
        if heads[number]:
            return True
        near += not _is_aside(lines[number])
        if near >= _NEAR:
            return False
    return False


def _is_aside(line: PageLine) -> bool:
    """A button, a call to comment or the heading once more."""
    return is_one(line.words, "buttons") or holds(line.words, "comment_calls") or may_head_comments(line)


def _end_of(lines: Sequence[PageLine], heading: int, heads: Sequence[bool]) -> int:
    """One past the last line of a section: where the page's foot begins behind the last comment, or the text ends."""
    last = heading
    for number in range(heading + 1, len(lines)):
        if heads[number]:
            last = number
        elif number - last > _NEXT:
            break
    level = lines[heading].level
    for number in range(last + 2, len(lines)):
        line = lines[number]
        ends = 0 < line.level <= level or is_one(line.words, "related")
        if ends or sure_kind(line) or edge_kind(line) not in {None, "comments", "byline"}:
            return number
    return len(lines)


def _heads(lines: Sequence[PageLine]) -> list[bool]:
    """For each line whether a comment begins with it: a name and a time, in one line or two, or "NAME says:"."""
    stamps = [stamp_at(line.words) if line.kind != "other" else None for line in lines]
    found = [False] * len(lines)
    for number, line in enumerate(lines):
        behind = stamps[number + 1] if number + 1 < len(lines) else None
        if stamps[number]:
            found[number] = _is_name(line.words[: stamps[number]])
        elif stamps[number] is None:
            found[number] = _says(line) or (behind == 0 and _is_name(line.words))
    return found


def _is_name(words: str) -> bool:
    """Whether words before a time may be who comments: few, without a full stop among them, and no label of a date."""
    name = _says_pattern().sub("", words.strip(" ,·•|-–—:：()*@#/")).strip(" ,·•|-–—:：()")
    if not name or len(name) > _MOST_NAME or len(name.split()) > _MOST_NAME_WORDS:
        return False
    if name[:-1].rstrip(".").find(". ") > 2 or any(mark in name for mark in ",;:!?。，；：！？"):
        return False
    return not _is_label(key(name))


def _is_label(name: str) -> bool:
    """Whether it stands before the date of an article: "published", "by"."""
    words = name.split()
    labels = {" ".join(phrase) for phrase in together("calendar.date_labels")}
    return bool(words) and (words[0] in together("calendar.bylines") or words[0] in labels or name in labels)


def _says(line: PageLine) -> bool:
    """Whether a line is "NAME says:", whatever the verb and the language."""
    if not line.words.endswith((":", "：")) or len(line.words) > _MOST_NAME + _MOST_NAME // 2:
        return False
    rest = _says_pattern().sub("", line.words.rstrip(":： "))
    return rest != line.words.rstrip(":： ") and _is_name(rest)


@cached_by_records
def _says_pattern() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{pattern_of('says')})\s*[:：]?$", re.IGNORECASE)
