"""Lines become blocks: headings by their type, paragraphs across lines, columns and pages, items, notes and tables.

blocks_of(regions)  ->  [Block(kind="heading", level=2, lines=(…)), Block(kind="paragraph", lines=(…)), …]
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from statistics import median
from typing import Final, Literal

from summarizer.document.readers.pdf.lines import Line, Region
from summarizer.document.readers.pdf.tables import Table, table_at

# Sizes that differ by less are one size; type so much larger than the text's is a heading; so much smaller, a note.
_SAME_SIZE: Final = 0.06
_HEADING: Final = 1.12
_TITLE: Final = 1.2
_NOTE: Final = 0.91
# A heading is short: three lines of a newspaper's column, or a paper's title.
_HEADING_CHARS: Final = 220
_BOLD_CHARS: Final = 120
# A gap above the usual by so much parts two paragraphs (a blank line adds 1, looser lines 0.1).
_GAP: Final = 1.3
_MOST_LEADING: Final = 2.5  # sizes between lines of one paragraph; double spacing is 2.4
_SET_IN: Final = 0.7  # sizes that a first line is set in by, at least; usual are 1 to 2
_SHORT: Final = 0.3  # of the column's width: as much room is left by no line that goes on
_END: Final = re.compile(r"[.!?:;…。！？؟][\"'”’»)\]\d⁰¹²³⁴-⁹]*$")
ITEM: Final = re.compile(
    r"(?P<bullet>[•‣◦▪●○■□–—*·\uf0b7-])\s+(?=\S)|(?P<number>\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+(?=\S)"
)
_NUMBERED: Final = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[A-Z]\.|[IVX]{1,5}\.)\s+(?=[^\W\d_])")
_CUT: Final = re.compile(r"\w[-\u00ad]$")
# What stands below a title and is no heading, though nothing else tells: a date, an address, "by …".
_CREDIT: Final = re.compile(r"@|\b(?:19|20)\d\d\b|^(?:by|von|par|por|di|door)\s", re.IGNORECASE)
# A line of a table of contents: dots that lead to a page's number.
_LEADER: Final = re.compile(r"(?:\s?[.…·]){4,}\s*(?:\d{1,4}|[ivxlc]{1,7})\s*$")

BlockKind = Literal["title", "heading", "paragraph", "item", "note", "table", "contents"]


@dataclass(slots=True)
class Block:
    """Lines that belong together; a table has rows of cells besides."""

    kind: BlockKind
    lines: list[Line]
    level: int = 0
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Type:
    """The type of a document: the size of its text, the distance of its lines in sizes, those of its headings."""

    size: float
    leading: float
    headings: tuple[float, ...] = field(default=())

    @classmethod
    def of(cls, regions: Sequence[Region]) -> Type:
        """The type that most of the text is set in."""
        counts: Counter[float] = Counter()
        for line in chain.from_iterable(region.lines for region in regions):
            counts[line.size] += len(line.text)
        size = max(counts, key=lambda one: counts[one]) if counts else 10.0
        pairs = chain.from_iterable(pairwise(region.lines) for region in regions)
        every = ((below.base - above.base) / size for above, below in pairs if above.size == below.size == size)
        steps = [step for step in every if 0 < step < _MOST_LEADING]
        larger = {one for one in counts if one >= _HEADING * size}
        return cls(size, median(steps) if steps else 1.2, tuple(sorted(larger, reverse=True)))


def blocks_of(regions: Sequence[Region]) -> list[Block]:
    """The blocks of a document, in reading order.

    Args:
        regions: Of all pages, in reading order.
    """
    type_ = Type.of(regions)
    blocks: list[Block] = []
    for region in regions:
        found = _blocks_in(region, type_)
        notes = _take_notes(found, type_)
        if blocks and found and _goes_on(blocks, found[0]):
            last = next(block for block in reversed(blocks) if block.kind in {"paragraph", "item"})
            last.lines += found.pop(0).lines
        blocks += [*found, *notes]
    _find_title(blocks, type_)
    return blocks


def _blocks_in(region: Region, type_: Type) -> list[Block]:
    """The blocks of one column."""
    blocks: list[Block] = []
    lines = region.lines
    at = 0
    while at < len(lines):
        table = table_at(lines, at)
        if table is not None:
            blocks.append(Block("table", list(lines[at : at + len(table.rows)]), table=table))
            at += len(table.rows)
            continue
        line = lines[at]
        after = lines[at + 1] if at + 1 < len(lines) else None
        kind, level = _kind_of(line, type_)
        last = blocks[-1] if blocks else None
        if last is None or _parts(last, line, kind=kind, level=level, region=region, after=after, type_=type_):
            blocks.append(Block(kind, [line], level))
        else:
            last.lines.append(line)
        at += 1
    return [_settled(block, type_) for block in blocks]


def _kind_of(line: Line, type_: Type) -> tuple[BlockKind, int]:
    """What a line is by itself; the level of a heading is larger for smaller type."""
    if _LEADER.search(line.text):
        return "contents", 0
    if line.size >= _HEADING * type_.size:
        return "heading", 1 + next(n for n, size in enumerate(type_.headings) if size <= line.size)
    if line.bold and any(map(str.isalpha, line.text)):
        return "heading", 1 + len(type_.headings)
    return ("item" if ITEM.match(line.text) else "paragraph"), 0


def _parts(
    block: Block, line: Line, *, kind: BlockKind, level: int, region: Region, after: Line | None, type_: Type
) -> bool:
    """Whether a line begins a block of its own below another."""
    last = block.lines[-1]
    if block.kind in {"table", "contents"} or kind == "contents":
        return block.kind != kind
    if kind == "heading" or block.kind == "heading":
        return (kind, level) != (block.kind, block.level) or _is_far(last, line, type_) or _is_numbered(line, block)
    if abs(line.size - last.size) > _SAME_SIZE * last.size or kind == "item" or _is_far(last, line, type_):
        return True
    return _begins(block, line, region=region, after=after)


def _is_far(last: Line, line: Line, type_: Type) -> bool:
    size = max(last.size, line.size)
    return line.base - last.base > _GAP * max(type_.leading, 1.0) * size or line.base < last.base


def _is_numbered(line: Line, block: Block) -> bool:
    """Whether a line of a heading is a heading of its own, as its number says."""
    return _NUMBERED.match(line.text) is not None and _NUMBERED.match(block.lines[0].text) is not None


def _begins(block: Block, line: Line, *, region: Region, after: Line | None) -> bool:
    """Whether a line begins a paragraph, as its own start or the end of the line above says."""
    first, last, indent = block.lines[0], block.lines[-1], _SET_IN * line.size
    if _CUT.search(last.text):
        return False
    ended = _END.search(last.text) is not None
    hanging = len(block.lines) > 1 and block.lines[1].left - first.left > indent
    if block.kind == "item" or (hanging and ended):
        return line.left < last.left - indent and line.left <= first.left + indent
    if line.left - last.left > indent and (after is None or line.left - after.left > indent):
        # Beside the first letter of a newspaper lines are set in too.
        return line.left - region.left > indent and (ended or not line.text[:1].islower())
    return _ended_early(last, line, region=region, ended=ended)


def _ended_early(last: Line, line: Line, *, region: Region, ended: bool) -> bool:
    """Whether the first word of a line would have had room on the one above, which ended on purpose."""
    room = region.right - last.right - (line.words[0].right - line.words[0].left) - 1.5 * line.size
    is_short = room > _SHORT * (region.right - region.left) and not line.text[:1].islower()
    return room > 0 and (is_short or ended)


def _settled(block: Block, type_: Type) -> Block:
    """A block of larger or bold type that reads as running text is a paragraph."""
    if block.kind != "heading":
        return block
    text = " ".join(line.text for line in block.lines)
    is_large = block.lines[0].size >= _HEADING * type_.size
    # A sentence in bold is one of the text; a large one may be a title.
    too_long = len(text) > (_HEADING_CHARS if is_large else _BOLD_CHARS)
    if too_long or not any(map(str.isalpha, text)) or (not is_large and text.endswith((".", ",", ";"))):
        return Block("paragraph", block.lines)
    return block


def _take_notes(blocks: list[Block], type_: Type) -> list[Block]:
    """The notes in small type at the foot of a column, taken out of its blocks."""
    notes: list[Block] = []
    while len(blocks) > 1 and blocks[-1].kind in {"paragraph", "item"} and _is_small(blocks[-1], type_):
        block = blocks.pop()
        notes.insert(0, Block("note", block.lines))
    return notes


def _is_small(block: Block, type_: Type) -> bool:
    return all(line.size <= _NOTE * type_.size for line in block.lines)


def _goes_on(blocks: Sequence[Block], first: Block) -> bool:
    """Whether the first block of a column goes on with the last paragraph of the one before."""
    last = next((block for block in reversed(blocks) if block.kind not in {"note", "table"}), None)
    if last is None or last.kind not in {"paragraph", "item"} or first.kind != "paragraph":
        return False
    above, below = last.lines[-1], first.lines[0]
    if abs(above.size - below.size) > _SAME_SIZE * above.size:
        return False
    if below.text[:1].islower():
        return True
    # Columns and pages go on at their top; what is below on the same page is something else.
    return _END.search(above.text) is None and (below.page != above.page or below.base < above.base)


def _find_title(blocks: list[Block], type_: Type) -> None:
    """Marks the heading in the largest type of the first pages as the title, where it stands out."""
    candidates = [block for block in blocks if block.kind == "heading" and block.lines[0].page <= 2]
    if not candidates:
        return
    largest = max(block.lines[0].size for block in candidates)
    alike = [block for block in candidates if block.lines[0].size >= largest * (1 - _SAME_SIZE)]
    if largest >= _TITLE * type_.size and alike[0].lines[0].page == alike[-1].lines[0].page:
        alike[0].kind = "title"
        _unmark_credits(blocks, blocks.index(alike[0]))


def _unmark_credits(blocks: list[Block], title: int) -> None:
    """What stands between a title and the first heading, in type that no heading has elsewhere, is authors and date."""
    below = title + 1
    while below < len(blocks) and blocks[below].kind == "heading" and not blocks[below].lines[0].bold:
        block = blocks[below]
        elsewhere = any(other.level == block.level for other in blocks[below + 1 :] if other.lines[0].page > 1)
        is_last = below + 1 == len(blocks) or blocks[below + 1].kind != "heading"
        if elsewhere or (is_last and not _CREDIT.search(block.lines[0].text)):
            break
        block.kind = "paragraph"
        below += 1
