r"""The lines of a page are what a reader of its layout sees: short lines one by one, a paragraph as a whole.

"Home\nNews\n\nThe port of Lund closes on 3 May, the harbour board said."  ->  two short lines, one of prose
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from summarizer.document.headings import CLOSERS
from summarizer.document.structure import BlockPart
from summarizer.languages.scripts import UNSPACED
from summarizer.text.span import Span

LineKind: TypeAlias = Literal["heading", "text", "item", "other"]

# No line of a page's frame is longer; of a longer one, which is the article's, no more is read.
MOST_CHARS: Final = 320
# A line that ends as a sentence does is prose from so many columns on, and one without a stop from so many. Run
# benchmarks/surroundings.py again when one of these moves.
_PROSE: Final = 40
_LONG: Final = 140
# A paragraph is wrapped by hand if it is so wide, and all of its lines but the last fill this share of the width.
_WRAPPED: Final = 50
_FILLED: Final = 0.6
_STOPS: Final = tuple(".!?…。！？؟।")
_LINK: Final = re.compile(r"!?\[([^\[\]]{0,200})\]\([^()\s]{0,500}\)")
_EMPHASIS: Final = re.compile(r"(?<!\w)[*_]{1,3}|[*_]{1,3}(?!\w)|`")
_MARKED: Final = frozenset("[*_`")
_WIDE: Final = re.compile(f"[{UNSPACED}]")
_BLANK_LINE: Final = re.compile(r"[\n\r][^\S\n\r]*[\n\r]")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLine:
    """A line, or a paragraph that is wrapped by hand: its place, and its words without marks.

    Attributes:
        kind: "heading" in Markdown alone; "item" for one of a list; "other" for tables, code and quotations, which are
            the article's.
        level: Of a heading, else 0.
        span: Its place in the text.
        group: Lines without a blank one between them have one number.
        words: Its first words, in one line; at most `MOST_CHARS` and one more.
        columns: How wide those are; a character of a script without blanks takes two.
        ends: Whether they end in a full stop, or another mark that ends a sentence.
    """

    kind: LineKind
    level: int
    span: Span
    group: int
    words: str
    columns: int
    ends: bool

    @property
    def prose(self) -> bool:
        """Whether it reads like a sentence, or more than one; or is no line at all, as a table is none."""
        return self.kind == "other" or self.columns > _LONG or (self.columns >= _PROSE and self.ends)

    @property
    def body(self) -> bool:
        """Whether an article goes on with it: prose, or an item of a list."""
        return self.kind == "item" or (self.kind != "heading" and self.prose)


def page_lines(text: str, parts: Sequence[BlockPart], *, markdown: bool) -> list[PageLine]:
    """The lines of a text, in order; each lies within one of its blocks, and together they hold all words.

    Args:
        text: The text.
        parts: Its blocks.
        markdown: Whether emphasis and links in it are marks.
    """
    found: list[PageLine] = []
    group = 0
    for part in parts:
        for span in _spans(text, part):
            if found and _BLANK_LINE.search(text, found[-1].span.end, span.start):
                group += 1
            found.append(_line(text, part, span, group=group, markdown=markdown))
    return found


def _spans(text: str, part: BlockPart) -> Iterator[Span]:
    """The places of the lines of a block: one for all of a paragraph that is wrapped by hand, and of other blocks."""
    whole = Span(part.start, part.end)
    if part.kind != "paragraph":
        yield whole
        return
    rows = list(_rows(text, whole))
    if len(rows) < 2 or _is_wrapped(text, rows):
        yield whole
    else:
        yield from rows


def _rows(text: str, whole: Span) -> Iterator[Span]:
    here = whole.start
    for raw in whole.of(text).splitlines(keepends=True):
        words = raw.strip()
        if words:
            start = here + len(raw) - len(raw.lstrip())
            yield Span(start, start + len(words))
        here += len(raw)


def _is_wrapped(text: str, rows: Sequence[Span]) -> bool:
    widths = [_columns(row.of(text)) for row in rows]
    widest = max(widths)
    return widest >= _WRAPPED and min(widths[:-1]) >= _FILLED * widest


def _line(text: str, part: BlockPart, span: Span, *, group: int, markdown: bool) -> PageLine:
    kind: LineKind = "text" if part.kind == "paragraph" else "other"
    body = span
    if part.kind == "item":
        kind, body = "item", part.body
    elif part.kind == "heading":  # in plain text a short line is told a heading by those around it, which may be links
        kind, body = ("heading" if markdown else "text"), part.body
    words = " ".join(text[body.start : min(body.end, body.start + MOST_CHARS + 1)].split())
    if markdown and not _MARKED.isdisjoint(words):
        words = _EMPHASIS.sub("", _LINK.sub(r"\1", words)).strip()
    return PageLine(
        kind=kind,
        level=part.level if kind == "heading" else 0,
        span=span,
        group=group,
        words=words,
        columns=_columns(words),
        ends=words.rstrip(CLOSERS).endswith(_STOPS),
    )


def _columns(words: str) -> int:
    return len(words) if words.isascii() else len(words) + len(_WIDE.findall(words))
