"""Who made an article and its pictures: bylines below its title, captions beside its paragraphs.

is_caption("Water stands in Tanner Street. (Photo: Iris Bellamy)")   ->  True
authors_of("By Tessa Hollin and Mark Abara")                         ->  ("Tessa Hollin", "Mark Abara")
"""

from __future__ import annotations

import re
from typing import Final

from summarizer.document.surroundings.line_words import (
    alternatives_of,
    entries,
    pattern_of,
    start_of,
    telling_word,
    words_in,
)
from summarizer.document.surroundings.page_lines import PageLine
from summarizer.document.surroundings.time_stamps import stamp_at
from summarizer.languages.registry import cached_by_records, together
from summarizer.languages.scripts import UNSPACED, is_unspaced

# A caption is a line or two, a byline one.
_MOST_CAPTION: Final = 300
_MOST_BYLINE: Final = 130
_MOST_CREDIT: Final = 120
_MOST_CREDIT_WORDS: Final = 9

# The name of a person has so many words, small ones such as "von" among them; without blanks so many characters.
_NAME_WORDS: Final = range(2, 6)
_NAME_CHARACTERS: Final = range(2, 5)
_PARTICLE: Final = 4
_MOST_NOTE: Final = 70
_COLON: Final = re.compile(r"\s*[:：/|｜]\s*")
_MARKED: Final = re.compile(f"[©{UNSPACED}]")
_COPYRIGHT_NAME: Final = re.compile(r"(?:[.!?…。”\"»)]\s+|[(（])©\s*[^\W\d_][^.!?。]{1,60}[)）]?$")


def is_caption(line: PageLine) -> bool:
    """Whether a line ends in who made its picture, or says that it is a caption.

    Args:
        line: Any line.
    """
    words = line.words
    if line.kind != "text" or len(words) > _MOST_CAPTION or not _may_credit(words[-_MOST_CREDIT:]):
        return False
    if _caption_mark().match(words) or _COPYRIGHT_NAME.search(words) or _made_by().search(words):
        return True
    credit = _credit().search(words)
    return credit is not None and len((credit["name"] or "").split()) <= _MOST_CREDIT_WORDS


def authors_of(line: PageLine) -> tuple[str, ...]:
    """The names in a line that is nothing but a byline; none where it is another.

    Args:
        line: A line near the top of an article.
    """
    words = line.words
    if line.kind not in {"text", "heading"} or len(words) > _MOST_BYLINE:
        return ()
    stamp = stamp_at(words)
    bare = (words if stamp is None else words[:stamp]).strip(" ,·•|-–—()（）*_")
    start = _start_of_names(bare)
    found: list[str] = []
    for name in _between_names().split(bare[start:]) if start else ():
        if not _is_name(name):
            # Behind a name may stand what its bearer is, or when the article was written.
            return tuple(found) if found and len(name) <= _MOST_NOTE else ()
        found.append(name)
    return tuple(found)


def _start_of_names(words: str) -> int:
    """Where the names begin behind a word for who wrote; 0 where there is no such word, or it needs a colon."""
    end = start_of(words, "wrote")
    if not end:
        return 0
    lead, behind = words[:end].lower(), words[end:]
    colon = _COLON.match(behind)
    if colon is not None:
        inner = behind[colon.end() :]
        return end + colon.end() + (len(inner) - len(_without_by(inner)))
    needs_none = is_unspaced(lead[-1]) or " " in lead or lead in together("calendar.bylines")
    return end + len(behind) - len(behind.lstrip()) if needs_none else 0


def _without_by(words: str) -> str:
    """The words without a "by" at their start."""
    first, _, rest = words.partition(" ")
    return rest if first.lower() in together("calendar.bylines") else words


def _is_name(words: str) -> bool:
    """Whether words have the form of a person's name: capitals, small words among them alone."""
    if words and all(is_unspaced(character) or character == "·" for character in words):
        return len(words) in _NAME_CHARACTERS
    parts = words.split()
    if len(parts) not in _NAME_WORDS or not (parts[0][0].isupper() and parts[-1][0].isupper()):
        return False
    if any(map(str.isdigit, words)):
        return False
    return all(part[0].isupper() or len(part) <= _PARTICLE for part in parts)


@cached_by_records
def _between_names() -> re.Pattern[str]:
    words = alternatives_of(together("vocabulary.conjunctions"))
    return re.compile(rf"\s*[,，&/、|·•;(（]\s*(?:(?:{words})\s+)?|\s+[–—-]\s+|\s+(?:{words})\s+")


def _may_credit(end: str) -> bool:
    """Whether a line may be a caption, by the words near its end; a quick look that spares the patterns."""
    return _MARKED.search(end) is not None or not _telling().isdisjoint(words_in(end))


@cached_by_records
def _telling() -> frozenset[str]:
    return frozenset(telling_word(entry) for field in ("credits", "makers", "captions") for entry in entries(field))


@cached_by_records
def _credit() -> re.Pattern[str]:
    """A word for a picture, and a name behind it, where a sentence has ended or a bracket or bar opens."""
    words, by = pattern_of("credits"), alternatives_of(together("calendar.bylines"))
    return re.compile(
        rf"(?:^|[(（\[【|/•·]\s*|[–—-]\s+|[.!?…。”\"»’]\s+)(?i:(?:{words}))"
        rf"(?:\s*[:：/|©]\s*(?i:(?:{by})\s+)?|\s+(?i:{by})\s+)(?P<name>[^\W\d_a-z][^.!?。]{{1,80}}[^!?。]{{0,12}})[)）\]】.]?$"
        rf"|[(（|/]\s?(?i:{pattern_of('makers')})[)）]?$"
    )


@cached_by_records
def _made_by() -> re.Pattern[str]:
    """A name and a word behind it, where scripts have no blanks: 王芳 摄."""
    return re.compile(rf"(?:^|[\s。，（(/])[{UNSPACED}·]{{2,4}}\s?/?(?:{pattern_of('made')})[）)]?$")


@cached_by_records
def _caption_mark() -> re.Pattern[str]:
    return re.compile(rf"(?:{pattern_of('captions')})(?:\s*[:：]|(?<=[{UNSPACED}]))\s*\S", re.IGNORECASE)
