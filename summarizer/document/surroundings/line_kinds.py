"""What a line is by its own words: an advertisement's mark, a link to another article, the foot of a page.

sure_kind("Read more: What went wrong")                 ->  "related", wherever it stands
edge_kind("© 2025 Marlow Observer. All rights …")        ->  "legal", before or behind the article alone
"""

from __future__ import annotations

import re
from typing import Final

from summarizer.document.surroundings.line_words import (
    begins,
    entries,
    has_count,
    holds,
    is_one,
    key,
    without_count,
)
from summarizer.document.surroundings.page_lines import MOST_CHARS, PageLine
from summarizer.document.surroundings.surrounding import SurroundingKind
from summarizer.languages.scripts import is_unspaced

_BARS: Final = re.compile(r"\s*[|·•>»›<«/:：]\s*|\s+[-–—]\s+|\s{3,}")
_COLON: Final = re.compile(r"\s*[:：→►▶»]\s*|\s+[-–—|]\s+")
_COPYRIGHT: Final = re.compile(r"(?:©|\(c\)|copyright\s*(?:©|\(c\))?)\s*(?:\d{4}|[^\W\d_]|by\b)", re.IGNORECASE)
# A link to one article beside another is no longer than a headline, and the parts of a menu are words.
_MOST_LINK: Final = 160
_MOST_BUTTONS: Final = 80
_FULL_STOPS: Final = (".", "。")
_MOST_PART: Final = 40  # columns
_WIDE: Final = 4  # that a word of a menu takes for a character in scripts without blanks
_MOST_PART_WORDS: Final = 5
# A menu in one line has so many parts, of which this share is known.
_FEWEST_PARTS: Final = 2
_KNOWN: Final = 0.5


def sure_kind(line: PageLine) -> SurroundingKind | None:
    """What a line is wherever it stands; None where that depends on its place, or it is of the article.

    Args:
        line: Any line.
    """
    if line.kind in {"heading", "other"} or len(line.words) > MOST_CHARS:
        return None
    if is_one(line.words, "advertisement"):
        return "advertisement"
    if is_related_link(line.words):
        return "related"
    if line.kind == "text" and _offers_newsletter(line.words):
        return "newsletter"
    return None


def edge_kind(line: PageLine) -> SurroundingKind | None:
    """What a line is if nothing of the article stands before it, or nothing behind it.

    Args:
        line: Any line.
    """
    words = line.words
    if line.kind == "other" or len(words) > MOST_CHARS:
        return None
    if holds(words, "cookies"):
        return "cookies"
    if holds(words, "mailing") or _offers_newsletter(words):
        return "newsletter"
    if holds(words, "comment_calls"):
        return "comments"
    if _COPYRIGHT.match(words) or holds(words, "legal"):
        return "legal"
    if begins(words, "reported") and line.kind == "text":
        return "byline"
    return _menu_kind(words)


def link_kind(line: PageLine) -> SurroundingKind | None:
    """What a line is beside others of its kind: one word of a menu, a link to rules, a button.

    Args:
        line: Any line.
    """
    if line.kind == "other" or is_one(line.words, "cookie_buttons"):
        return "cookies" if line.kind != "other" else None
    if is_one(line.words, "legal_links"):
        return "legal"
    return "navigation" if is_one(line.words, "navigation") else None


def are_buttons(words: str) -> bool:
    """Whether a line is the buttons below a post: "Like (4) | Quote | Report", or one of them with its count.

    Args:
        words: The line.
    """
    if len(words) > _MOST_BUTTONS or not any(map(str.isalpha, words)):
        return False
    parts = [part for part in _BARS.split(words) if key(part)]
    known = [part for part in parts if without_count(part) in entries("buttons")]
    return len(known) == len(parts) and (len(parts) >= _FEWEST_PARTS or (has_count(words) and words.endswith(")")))


def is_related_link(words: str) -> bool:
    """Whether a line is a call to read on and the title of another article: "Read more: …"."""
    if len(words) > _MOST_LINK or words.endswith(_FULL_STOPS):
        return False
    call, *title = _COLON.split(words, maxsplit=1)
    return bool(title) and len(key(title[0])) > 1 and is_one(call, "related")


def _offers_newsletter(words: str) -> bool:
    return begins(words, "newsletter") and holds(words, "newsletter_names")


def _menu_kind(words: str) -> SurroundingKind | None:
    """Navigation or legal for several known words that bars divide, or for one of several words."""
    parts = [key(part) for part in _BARS.split(words) if key(part)]
    legal = sum(part in entries("legal_links") for part in parts)
    known = legal + sum(part in entries("navigation") for part in parts)
    if not known or not all(map(_is_short, parts)):
        return None
    kind: SurroundingKind = "legal" if 2 * legal > known else "navigation"
    if len(parts) >= _FEWEST_PARTS:
        return kind if known >= _KNOWN * len(parts) else None
    return kind if " " in parts[0] else None


def _is_short(part: str) -> bool:
    columns = sum(_WIDE if is_unspaced(character) else 1 for character in part)
    return columns <= _MOST_PART and len(part.split()) <= _MOST_PART_WORDS
