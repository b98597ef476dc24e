"""The blocks of a text: headings, paragraphs, list items, quotes, tables and code, as spans of the untouched text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from summarizer.document import tables
from summarizer.document.title_and_date import front_matter, stated_date
from summarizer.languages.registry import alternatives, cached_by_records, together
from summarizer.text.span import Span

BlockKind = Literal["heading", "paragraph", "item", "quote", "table", "code"]


class Line(NamedTuple):
    """A line that is not blank, without its outer spaces: `text[start:end] == words`."""

    start: int
    end: int
    words: str
    indent: int


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


# Nobody wraps lines by hand beyond this width; a group with a longer line has a paragraph on every line.
_WRAP = 120
_HEADING_CHARS = 90
_HEADING_WORDS = 14
_NUMBERED_CHARS = 60

_ATX = re.compile(r"(#{1,6})(?:[ \t]+|$)(.*?)(?:[ \t]+#+)?$")
_SETEXT = re.compile(r"(?:={3,}|-{3,})$")
_FENCE = re.compile(r"(`{3,}|~{3,})")
_RULE = re.compile(r"(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|(?:[=~•·]\s*){3,})$")
_QUOTE = re.compile(r"(?:>[ \t]?)+")
_BULLET = re.compile(r"[-*+•‣◦▪●]\s+(?:\[[ xX]\]\s+)?(?=\S)")
_NUMBER = re.compile(r"\(?(\d{1,3})[.)]\s+(?=\S)")
_FIELD = re.compile(r"[A-Z][\w-]*(?: [\w-]+){0,2}:\s")
# "Author: Lewis Carroll" is a field, not a heading.
_META = re.compile(
    r"(?:titles?|authors?|editors?|translators?|languages?|dates?|sources?|subjects?|by|from|to)\s*:", re.IGNORECASE
)
_BYLINE = re.compile(r"[Bb]y [A-Z]\S*(?: [A-Z]\S*){1,3}$")
_DEPTH = re.compile(r"\d{1,2}((?:\.\d{1,2}){0,3})")
_ENDS = ".!?…:;,。！？；，、؟।"
_CLOSERS = "\"'”’»)]」』*_"
_MARKS = frozenset("#>-*+|`~=_•‣◦▪●·(0123456789")


def parts(text: str, *, markdown: bool) -> list[BlockPart]:
    """The blocks of `text`, ordered and disjoint, with every non-space character in exactly one.

    Args:
        text: The document.
        markdown: Whether Markdown's own marks (`#`, `>`, fences) count; lists and tables are found in plain text too.

    Returns:
        The parts; plain text wrapped by hand gives paragraphs, not a part a line.
    """
    found: list[BlockPart] = []
    matter = front_matter(text)[0] if markdown else 0
    if matter:
        whole = Span(0, matter)
        found.append(BlockPart(kind="code", level=0, start=0, end=matter, body=whole, rows=((whole, whole),)))
    groups = list(_groups(text, skip=matter, markdown=markdown))
    for index, group in enumerate(groups):
        if markdown and _FENCE.match(group[0].words):
            found.append(_code(group))
            continue
        if len(group) == 1 and not markdown:
            line = group[0]
            after = groups[index + 1] if index + 1 < len(groups) else None
            level = _heading_level(line.words, after=after, first=index == 0)
            if level:
                found.append(_heading(line.start, line.end, Span(line.start, line.end), level))
                continue
            if line.words[0] not in _MARKS:
                found.append(_paragraph(line.start, line.end))
                continue
        found += _Group(group, markdown=markdown).parts()
    return _true_lists(text, found)


def _groups(text: str, *, skip: int, markdown: bool) -> Iterator[list[Line]]:
    """Runs of lines between blank ones; a fenced block is one run, with what is blank in it left out."""
    group: list[Line] = []
    fence = ""
    here = skip
    for raw in text[skip:].splitlines(keepends=True):
        words = raw.strip()
        if words:
            indent = 0 if raw[0] == words[0] else len(raw) - len(raw.lstrip())
            line = Line(here + indent, here + indent + len(words), words, indent)
            if fence:
                group.append(line)
                if words.startswith(fence) and not words.strip(fence[0]):
                    yield group
                    group, fence = [], ""
            elif markdown and words[0] in "`~" and (m := _FENCE.match(words)) and "`" not in words[m.end() :]:
                if group:
                    yield group
                group, fence = [line], m[1]
            else:
                group.append(line)
        if group and not fence and (not words or raw[-1] in "\f\u2029"):
            yield group
            group = []
        here += len(raw)
    if group:
        yield group


def _code(group: list[Line]) -> BlockPart:
    """A fenced block: each line is a sentence; the fences belong to the first and the last."""
    fence = group[0].words[:3]
    inner = [line for i, line in enumerate(group) if i and not (i == len(group) - 1 and line.words.startswith(fence))]
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


def _is_field(words: str) -> bool:
    """True for a line that says who wrote the text, when, or in which language."""
    return bool(_META.match(words) or _BYLINE.match(words) or stated_date([words]))


def _heading_level(words: str, *, after: list[Line] | None, first: bool) -> int:
    """The level of a heading of plain text, 0 for what is none.

    A short line set apart is a heading only before something that reads like prose; a line of dialogue or verse ends in
    punctuation, opens with a quotation mark or a dash, or is followed by another short line.
    """
    if len(words) > _HEADING_CHARS or after is None or words.count(" ") >= _HEADING_WORDS or _is_field(words):
        return 0
    numbered = _numbered_heading().match(words)
    bare = words.rstrip(_CLOSERS + "-–—")
    if not bare or (bare[-1] in _ENDS and not (numbered and len(words) < _NUMBERED_CHARS and bare[-1] in ".?!")):
        return 0
    lead = words[0]
    if not (lead.isalnum() and not lead.islower()):
        return 0
    prose = (
        len(after) > 1
        or len(after[0].words) > _HEADING_CHARS
        or after[0].words.rstrip(_CLOSERS)[-1:] in tuple(".!?…。！？؟।")
    )
    if numbered and (prose or not lead.isdigit()):
        depth = _DEPTH.match(words)
        return 2 + (depth[1].count(".") if depth else 0)
    shouted = words.isupper() and len(words) > 3
    if first and (prose or shouted or len(after) == 1):
        return 1
    return 2 if shouted or (prose and (len(after) > 1 or len(after[0].words) > len(words))) else 0


class _Group:
    """The parts of one run of lines."""

    def __init__(self, lines: list[Line], *, markdown: bool) -> None:
        self.lines = lines
        self.markdown = markdown
        self.found: list[BlockPart] = []
        self.open: list[Line] = []  # lines of the paragraph not yet closed
        longest = max(len(line.words) for line in lines)
        self.wrapped = longest <= (_WRAP if ord(lines[0].words[0]) < 0x2E80 else _WRAP // 2)

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
            if not self.markdown and self._breaks(previous, line):
                self.found.append(_paragraph(start, previous.end))
                start = line.start
            previous = line
        self.found.append(_paragraph(start, previous.end))
        self.open = []

    def _breaks(self, previous: Line, line: Line) -> bool:
        if not self.wrapped:
            return True
        if line.indent >= previous.indent + 2 and previous.words.rstrip(_CLOSERS)[-1:] in tuple(_ENDS):
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
        if self.open and lead in "=-" and _SETEXT.match(line.words):
            return self._underlined(at, 1 if lead == "=" else 2)
        if self.markdown and lead == "#" and (m := _ATX.match(line.words)) and m[2]:
            self._close()
            body = Span(line.start + m.start(2), line.start + m.end(2))
            self.found.append(_heading(line.start, line.end, body, len(m[1])))
            return at + 1
        if _RULE.match(line.words):
            self._close()
            whole = Span(line.start, line.end)
            self.found.append(
                BlockPart(kind="paragraph", level=0, start=line.start, end=line.end, body=whole, rows=((whole, whole),))
            )
            return at + 1
        if self.markdown and lead == ">":
            return self._quote(at)
        return self._item(at)

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
        mark = _BULLET.match(line.words) or _NUMBER.match(line.words)
        if not mark or (self.open and not self._may_interrupt(mark)):
            return 0
        self._close()
        end = at + 1
        while end < len(self.lines) and self._continues(line, end):
            end += 1
        body = Span(line.start + mark.end(), self.lines[end - 1].end)
        self.found.append(BlockPart(kind="item", level=1 + line.indent // 2, start=line.start, end=body.end, body=body))
        return end

    def _may_interrupt(self, mark: re.Match[str]) -> bool:
        """A list may start inside a run of lines only after a line that ends; "am / 5. März" is no list."""
        before = self.open[-1].words
        if mark.re is _NUMBER and mark[1] != "1":
            return False
        return before.rstrip(_CLOSERS)[-1:] in tuple(_ENDS) or (self.markdown and mark.re is _BULLET)

    def _continues(self, item: Line, at: int) -> bool:
        line = self.lines[at]
        if line.words[0] not in _MARKS:
            return True
        if self.markdown and line.words[0] in "#>":
            return False
        mark = _BULLET.match(line.words)
        number = _NUMBER.match(line.words)
        if number:
            return bool(line.indent > item.indent and not self.lines[at - 1].words.endswith(tuple(_ENDS)))
        return mark is None and not _RULE.match(line.words)

    def _plain(self, at: int) -> int:
        self.open.append(self.lines[at])
        return at + 1


def _true_lists(text: str, found: list[BlockPart]) -> list[BlockPart]:
    """Numbered items that stand alone become paragraphs again: "3. Oktober ist ein Feiertag." is no list."""
    numbered = [
        (i, int(m[1]), part.level)
        for i, part in enumerate(found)
        if part.kind == "item" and (m := _NUMBER.match(text, part.start))
    ]
    if not numbered:
        return found
    true: set[int] = set()
    last: dict[int, tuple[int, int]] = {}  # by level: index, number
    for i, number, level in numbered:
        before = last.get(level)
        if before and number == before[1] + 1:
            true |= {before[0], i}
        last[level] = (i, number)
    alone = {i for i, _, _ in numbered} - true
    return [_paragraph(part.start, part.end) if i in alone else part for i, part in enumerate(found)]


@cached_by_records
def _numbered_heading() -> re.Pattern[str]:
    """The start of a heading with a number: "Chapter 3", "Kapitel IV", "2.1 Methods"."""
    parts = alternatives([word] for word in together("prose.part_headings"))
    return re.compile(
        rf"(?:(?:{parts})\s+(?:\d{{1,3}}|[ivxlc]{{1,7}}|one|two|three|four|five|six|seven|eight|nine|ten)\b|"
        r"(?-i:[IVXLC]{1,7}\.?$|[IVXLC]{1,7}\.\s+\S)|\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+\S)",
        re.IGNORECASE,
    )
