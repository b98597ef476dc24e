r"""A text has a structure of blocks: headings, paragraphs, list items, quotes, tables, code, as spans of the text.

parts("# Ferry\n\nIt closes.\n- a\n- b", markdown=True)  ->  a heading, a paragraph and two items, each a `BlockPart`
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Literal

from summarizer.document import tables
from summarizer.document.headings import END_MARKS, ends_with_mark, heading_level
from summarizer.document.lines.line_paragraphs import BULLET, NUMBER, Line, is_wide, one_line_each
from summarizer.document.lines.short_lines import may_end_paragraph
from summarizer.document.title_and_date import front_matter
from summarizer.text.span import Span

BlockKind = Literal["heading", "paragraph", "item", "quote", "table", "code"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockPart:
    """A block before it is numbered.

    `body` is the part without its marks. `rows` are (whole, body) places where the structure itself says what a
    sentence is (rows of a table, lines of code, a heading); where there are none the body is still to be split.
    """

    kind: BlockKind
    level: int
    start: int
    end: int
    body: Span
    rows: tuple[tuple[Span, Span], ...] = ()


_PAGE_BREAKS = "\f\u2029"  # as a blank line does, they end what stands before them

_ATX = re.compile(r"(#{1,6})(?:[ \t]+|$)(.*?)(?:[ \t]+#+)?$")
_SETEXT = re.compile(r"(?:={3,}|-{3,})$")
_FENCE = re.compile(r"(`{3,}|~{3,})")
_RULE = re.compile(r"(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|(?:[=~•·]\s*){3,})$")
_QUOTE = re.compile(r"(?:>[ \t]?)+")
_FIELD = re.compile(r"[A-Z][\w-]*(?: [\w-]+){0,2}:\s")
_MARKS = frozenset("#>-*+|`~=_•‣◦▪●·(0123456789")


def parts(text: str, *, markdown: bool, spoken_from: int | None = None) -> list[BlockPart]:
    """The blocks of `text`, ordered and disjoint, with every non-space character in exactly one.

    Args:
        text: The document.
        markdown: Whether Markdown's own marks (`#`, `>`, fences) count; lists and tables are found in plain text too.
        spoken_from: From where on it is what somebody says, in which a short line is no heading; None for all else.

    Returns:
        The parts; plain text wrapped by hand gives paragraphs, not a part a line.
    """
    found: list[BlockPart] = []
    matter = front_matter(text)[0] if markdown else 0
    if matter:
        whole = Span(0, matter)
        found.append(BlockPart(kind="code", level=0, start=0, end=matter, body=whole, rows=((whole, whole),)))
    first = True
    groups = _groups(text, skip=matter, markdown=markdown)
    if not markdown:
        groups = one_line_each(list(groups))
    for group, after in pairwise(chain(groups, ([],))):
        if spoken_from is not None and len(group) == 1 and group[0].start >= spoken_from:
            found.append(_paragraph(group[0].start, group[0].end))
        else:
            found += _parts_of_group(group, after=after, first=first, markdown=markdown)
        first = False
    return _without_false_lists(text, found)


def _parts_of_group(group: list[Line], *, after: list[Line], first: bool, markdown: bool) -> list[BlockPart]:
    if markdown and _FENCE.match(group[0].words):
        return [_code(group)]
    if len(group) == 1 and not markdown:
        line = group[0]
        level = heading_level(line.words, after=[other.words for other in after], first=first)
        if level:
            return [_heading(line.start, line.end, Span(line.start, line.end), level)]
        if line.words[0] not in _MARKS:
            return [_paragraph(line.start, line.end)]
    return _Group(group, markdown=markdown).parts()


def _groups(text: str, *, skip: int, markdown: bool) -> Iterator[list[Line]]:
    """Runs of lines between blank ones; a fenced block is one run, with what is blank in it left out."""
    run = _Run(markdown=markdown)
    here = skip
    for raw in text[skip:].splitlines(keepends=True):
        words = raw.strip()
        if words:
            indent = 0 if raw[0] == words[0] else len(raw) - len(raw.lstrip())
            finished = run.take(Line(here + indent, here + indent + len(words), words, indent))
            if finished:
                yield finished
        if not run.fence and (not words or raw[-1] in _PAGE_BREAKS):
            finished = run.finish()
            if finished:
                yield finished
        here += len(raw)
    finished = run.finish()
    if finished:
        yield finished


class _Run:
    """The lines of a run that is not finished, and the fence that opened it if one did."""

    def __init__(self, *, markdown: bool) -> None:
        self.lines: list[Line] = []
        self.fence = ""
        self._markdown = markdown

    def take(self, line: Line) -> list[Line]:
        """Take a line in; what is returned is the run that the line finished, none in most cases."""
        if self.fence:
            self.lines.append(line)
            return self.finish() if self._closes_fence(line.words) else []
        fence = self._fence_of(line.words)
        finished = self.finish() if fence else []
        self.lines.append(line)
        self.fence = fence
        return finished

    def finish(self) -> list[Line]:
        """The lines so far, which are a run of their own; the next line begins another."""
        finished, self.lines, self.fence = self.lines, [], ""
        return finished

    def _closes_fence(self, words: str) -> bool:
        return words.startswith(self.fence) and not words.strip(self.fence[0])

    def _fence_of(self, words: str) -> str:
        """The fence that a line opens: three or more backticks or tildes; "" for other lines."""
        if not self._markdown or words[0] not in "`~":
            return ""
        fence = _FENCE.match(words)
        return fence[1] if fence and "`" not in words[fence.end() :] else ""


def _code(group: list[Line]) -> BlockPart:
    """A fenced block: each line is a sentence; the fences belong to the first and the last."""
    fence = group[0].words[:3]
    inner = group[1:]
    if inner and inner[-1].words.startswith(fence):
        inner = inner[:-1]
    whole = Span(group[0].start, group[-1].end)
    if not inner:
        return BlockPart(kind="code", level=0, start=whole.start, end=whole.end, body=whole, rows=((whole, whole),))
    rows = []
    for i, line in enumerate(inner):
        start = whole.start if i == 0 else line.start
        end = whole.end if i == len(inner) - 1 else line.end
        rows.append((Span(start, end), Span(line.start, line.end)))
    body = Span(inner[0].start, inner[-1].end)
    return BlockPart(kind="code", level=0, start=whole.start, end=whole.end, body=body, rows=tuple(rows))


def _heading(start: int, end: int, body: Span, level: int) -> BlockPart:
    return BlockPart(kind="heading", level=level, start=start, end=end, body=body, rows=((Span(start, end), body),))


def _paragraph(start: int, end: int) -> BlockPart:
    return BlockPart(kind="paragraph", level=0, start=start, end=end, body=Span(start, end))


class _Group:
    """The parts of one run of lines."""

    def __init__(self, lines: list[Line], *, markdown: bool) -> None:
        self.lines = lines
        self.markdown = markdown
        self.found: list[BlockPart] = []
        self.open: list[Line] = []  # lines of the paragraph not yet closed
        self.width = max(len(line.words) for line in lines)
        self.wrapped = not is_wide(lines)

    def parts(self) -> list[BlockPart]:
        """All parts of the run, in order."""
        at = 0
        while at < len(self.lines):
            at = self._table(at) or self._marked(at) or self._plain(at)
        self._close()
        return self.found

    def _close(self) -> None:
        """The open lines become paragraphs: one where they are wrapped, one each where lines are too long for that."""
        if not self.open:
            return
        start, previous = self.open[0].start, self.open[0]
        for line in self.open[1:]:
            if self._breaks(previous, line):
                self.found.append(_paragraph(start, previous.end))
                start = line.start
            previous = line
        self.found.append(_paragraph(start, previous.end))
        self.open = []

    def _breaks(self, previous: Line, line: Line) -> bool:
        """Whether a paragraph ends between two lines; in Markdown only where no writer wraps a line."""
        if self.markdown and not self.wrapped and ends_with_mark(previous.words):
            return True
        if may_end_paragraph(previous.words, line.words, width=self.width):
            return True
        if self.markdown:
            return False
        if line.indent >= previous.indent + 2 and ends_with_mark(previous.words):
            return True  # the first line of a paragraph is set in
        return bool(_FIELD.match(line.words) and _FIELD.match(self.open[0].words))

    def _table(self, at: int) -> int:
        rows = tables.rows(self.lines[at:], markdown=self.markdown) if at == 0 or "|" in self.lines[at].words else ()
        if not rows:
            return 0
        self._close()
        start, end = rows[0][0].start, rows[-1][0].end
        self.found.append(BlockPart(kind="table", level=0, start=start, end=end, body=Span(start, end), rows=rows))
        while at < len(self.lines) and self.lines[at].start < end:
            at += 1
        return at

    def _marked(self, at: int) -> int:
        """A line whose first sign says what it is; the index after it, 0 where it is an ordinary line."""
        line = self.lines[at]
        lead = line.words[0]
        if lead not in _MARKS:
            return 0
        if self.markdown and lead in "#>":
            return self._markdown_block(at)
        if self.open and lead in "=-" and _SETEXT.match(line.words):
            return self._underlined(at, 1 if lead == "=" else 2)
        return self._rule(at) if _RULE.match(line.words) else self._item(at)

    def _markdown_block(self, at: int) -> int:
        """A heading or a quote by Markdown's own sign for it; 0 for "#tag", which is none."""
        line = self.lines[at]
        if line.words[0] == ">":
            return self._quote(at)
        title = _ATX.match(line.words)
        if title is None or not title[2]:
            return 0
        self._close()
        body = Span(line.start + title.start(2), line.start + title.end(2))
        self.found.append(_heading(line.start, line.end, body, len(title[1])))
        return at + 1

    def _rule(self, at: int) -> int:
        """A line of dashes or stars between two paragraphs is one of its own."""
        self._close()
        start, end = self.lines[at].start, self.lines[at].end
        whole = Span(start, end)
        self.found.append(
            BlockPart(kind="paragraph", level=0, start=start, end=end, body=whole, rows=((whole, whole),))
        )
        return at + 1

    def _underlined(self, at: int, level: int) -> int:
        title, line = self.open[-1], self.lines[at]
        if self.markdown:
            title = self.open[0]._replace(end=self.open[-1].end)
            self.open = []
        elif len(self.open) > 1 or len(line.words) > 2 * len(title.words) + 2:
            self.open.append(line)
            return at + 1
        else:
            self.open = []
        self.found.append(_heading(title.start, line.end, Span(title.start, title.end), level))
        return at + 1

    def _quote(self, at: int) -> int:
        self._close()
        start, level = at, 0
        while at < len(self.lines) and (m := _QUOTE.match(self.lines[at].words)):
            level = level or m.group().count(">")
            at += 1
        first, last = self.lines[start], self.lines[at - 1]
        lead = _QUOTE.match(first.words)
        begin = first.start + (lead.end() if lead else 0)
        body = Span(begin, last.end) if begin < last.end else Span(first.start, last.end)
        self.found.append(BlockPart(kind="quote", level=level, start=first.start, end=last.end, body=body))
        return at

    def _item(self, at: int) -> int:
        line = self.lines[at]
        mark = BULLET.match(line.words) or NUMBER.match(line.words)
        if not mark or (self.open and not self._may_interrupt(mark, behind=line.words[mark.end() :])):
            return 0
        self._close()
        end = at + 1
        while end < len(self.lines) and self._continues(line, end):
            end += 1
        body = Span(line.start + mark.end(), self.lines[end - 1].end)
        self.found.append(BlockPart(kind="item", level=1 + line.indent // 2, start=line.start, end=body.end, body=body))
        return end

    def _may_interrupt(self, mark: re.Match[str], *, behind: str) -> bool:
        """A list may start inside a run of lines only after a line that ends; "am / 5. März" is no list."""
        before = self.open[-1].words
        if mark.re is NUMBER and mark[1] != "1":
            return False
        if ends_with_mark(before):
            return True
        return mark.re is BULLET and (self.markdown or may_end_paragraph(before, behind, width=self.width))

    def _continues(self, item: Line, at: int) -> bool:
        line = self.lines[at]
        if line.words[0] not in _MARKS:
            return True
        if self.markdown and line.words[0] in "#>":
            return False
        mark = BULLET.match(line.words)
        number = NUMBER.match(line.words)
        if number:
            return bool(line.indent > item.indent and not self.lines[at - 1].words.endswith(END_MARKS))
        return mark is None and not _RULE.match(line.words)

    def _plain(self, at: int) -> int:
        self.open.append(self.lines[at])
        return at + 1


def _without_false_lists(text: str, found: list[BlockPart]) -> list[BlockPart]:
    """Numbered items that stand alone become paragraphs again: "3. Oktober ist ein Feiertag." is no list."""
    numbers = _item_numbers(text, found)
    if not numbers:
        return found
    true: set[int] = set()
    last: dict[int, int] = {}  # the item before, by level
    for index, number in numbers.items():
        before = last.get(found[index].level)
        if before is not None and number == numbers[before] + 1:
            true |= {before, index}
        last[found[index].level] = index
    alone = numbers.keys() - true
    return [_paragraph(part.start, part.end) if index in alone else part for index, part in enumerate(found)]


def _item_numbers(text: str, found: list[BlockPart]) -> dict[int, int]:
    """The number of each numbered item, by its index."""
    numbers: dict[int, int] = {}
    for index, part in enumerate(found):
        number = NUMBER.match(text, part.start) if part.kind == "item" else None
        if number:
            numbers[index] = int(number[1])
    return numbers
