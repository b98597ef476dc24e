"""A short line of plain text that blank lines set apart is a heading, or it is none.

heading_level("Ways around", after=["A ferry carries walkers until then."], first=False)    ->  2
heading_level("2.1 Methods", after=["We measured the bridge for a year."], first=False)     ->  3
heading_level("“Stay here,” he said.", after=["She stayed."], first=False)                  ->  0
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from summarizer.document.title_and_date import stated_date
from summarizer.languages.registry import alternatives, cached_by_records, together

# What may stand behind the last word of a line, and the signs that end a sentence or a clause there.
CLOSERS: Final = "\"'”’»)]」』*_"
END_MARKS: Final = tuple(".!?…:;,。！？；，、؟।")
SENTENCE_ENDS: Final = tuple(".!?…。！？؟।")
_DASHES: Final = "-–—"

_MOST_CHARS: Final = 90
_MOST_WORDS: Final = 14
# "1. What is a bridge?" is a heading in spite of its mark; a longer line is a sentence.
_MOST_CHARS_WITH_MARK: Final = 60

# "Author: Lewis Carroll" is a field, not a heading.
_META: Final = re.compile(
    r"(?:titles?|authors?|editors?|translators?|languages?|dates?|sources?|subjects?|by|from|to)\s*:", re.IGNORECASE
)
_BYLINE: Final = re.compile(r"[Bb]y [A-Z]\S*(?: [A-Z]\S*){1,3}$")
_DEPTH: Final = re.compile(r"\d{1,2}((?:\.\d{1,2}){0,3})")


def ends_with_mark(words: str) -> bool:
    """True for a line that ends in punctuation, closing quotation marks and brackets aside: `He said “no.”`."""
    return words.rstrip(CLOSERS)[-1:] in END_MARKS


def heading_level(words: str, *, after: Sequence[str], first: bool) -> int:
    """The level of a heading of plain text, 0 for what is none.

    A short line set apart is a heading only before something that reads like prose; a line of dialogue or verse ends in
    punctuation, opens with a quotation mark or a dash, or is followed by another short line.

    Args:
        words: The line, without spaces around it.
        after: The lines up to the next blank one, behind the blank line that follows this line; none at the text's end.
        first: Whether nothing stands before it.
    """
    if not after or not _is_short(words) or not _begins_like_heading(words):
        return 0
    numbered = _numbered_heading().match(words) is not None
    if not _ends_like_heading(words, numbered=numbered) or _is_field(words):
        return 0
    if numbered and (_reads_like_prose(after) or not words[0].isdigit()):
        return _level_of_number(words)
    if first:
        return 1 if _may_follow_title(words, after) else 0
    return 2 if _may_follow_heading(words, after) else 0


def _is_short(words: str) -> bool:
    return len(words) <= _MOST_CHARS and words.count(" ") < _MOST_WORDS


def _is_field(words: str) -> bool:
    """True for a line that says who wrote the text, when, or in which language."""
    return bool(_META.match(words) or _BYLINE.match(words) or stated_date([words]))


def _begins_like_heading(words: str) -> bool:
    return words[0].isalnum() and not words[0].islower()


def _ends_like_heading(words: str, *, numbered: bool) -> bool:
    last = words.rstrip(CLOSERS + _DASHES)[-1:]
    if numbered and len(words) < _MOST_CHARS_WITH_MARK and last in tuple(".?!"):
        return True
    return last != "" and last not in END_MARKS


def _reads_like_prose(lines: Sequence[str]) -> bool:
    if len(lines) > 1 or len(lines[0]) > _MOST_CHARS:
        return True
    return lines[0].rstrip(CLOSERS)[-1:] in SENTENCE_ENDS


def _may_follow_title(words: str, after: Sequence[str]) -> bool:
    return _is_shouted(words) or len(after) == 1 or _reads_like_prose(after)


def _may_follow_heading(words: str, after: Sequence[str]) -> bool:
    """Anything behind a line in capitals; behind another what reads like prose and is longer than the line."""
    if _is_shouted(words) or len(after) > 1:
        return True
    return len(after[0]) > len(words) and _reads_like_prose(after)


def _is_shouted(words: str) -> bool:
    return words.isupper() and len(words) > 3


def _level_of_number(words: str) -> int:
    depth = _DEPTH.match(words)
    return 2 + (depth[1].count(".") if depth else 0)


@cached_by_records
def _numbered_heading() -> re.Pattern[str]:
    """The start of a heading with a number: "Chapter 3", "Kapitel IV", "2.1 Methods"."""
    parts = alternatives([word] for word in together("prose.part_headings"))
    return re.compile(
        rf"(?:(?:{parts})\s+(?:\d{{1,3}}|[ivxlc]{{1,7}}|one|two|three|four|five|six|seven|eight|nine|ten)\b|"
        r"(?-i:[IVXLC]{1,7}\.?$|[IVXLC]{1,7}\.\s+\S)|\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+\S)",
        re.IGNORECASE,
    )
