r"""Blocks of a PDF become Markdown, each line with its page and box; words cut by lines are joined where that is sure.

written(blocks, sizes={1: (595, 842)})  ->  ("# Ferry sinks\\n\\nIt sank …", (Origin(page=1, box=…), …))
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from summarizer.document.readers.pdf.blocks import ITEM, Block
from summarizer.document.readers.pdf.lines import Line, joint
from summarizer.document.readers.pdf.page_words import Word
from summarizer.document.readers.writing.draft import Draft, Place
from summarizer.document.sources.origin import Origin
from summarizer.text.line_hyphens import other_readings, whole_words

_LOWEST: Final = 6  # the lowest heading of Markdown
_CUT: Final = re.compile(r"[^\W_]+[-‐]$")
_SECOND: Final = re.compile(r"[^\W_]+")
_SOFT: Final = "\u00ad"


def written(blocks: Sequence[Block], *, sizes: Mapping[int, tuple[float, float]]) -> tuple[str, tuple[Origin, ...]]:
    """The text of blocks, and where its lines stand.

    A word that a line cuts is one again where the text has it in one piece elsewhere; else it stands with its hyphen
    and the line's end, of which `summarizer.text.line_hyphens` keeps both readings open.

    Args:
        blocks: In reading order.
        sizes: Width and height of each page.
    """
    return _Writer(blocks, sizes).written()


class _Writer:
    def __init__(self, blocks: Sequence[Block], sizes: Mapping[int, tuple[float, float]]) -> None:
        self._blocks = blocks
        self._sizes = sizes
        self._draft = Draft()
        self._all = "\n".join(line.text for block in blocks for line in block.lines)
        has_title = any(block.kind == "title" for block in blocks)
        levels = sorted({block.level for block in blocks if block.kind == "heading"})
        self._marks = {level: "#" * min(n + has_title, _LOWEST) + " " for n, level in enumerate(levels, start=1)}
        self._tables = 0

    def written(self) -> tuple[str, tuple[Origin, ...]]:
        """The text and the origins."""
        last: Block | None = None
        for block in self._blocks:
            if block.table is not None:
                self._table(block)
            else:
                self._block(block, behind="\n" if last and last.kind == block.kind == "item" else "\n\n")
            last = block
        return self._draft.finished()

    def _block(self, block: Block, *, behind: str) -> None:
        mark, skipped = self._mark(block)
        self._draft.begin(mark, behind=behind)
        texts = [line.text for line in block.lines]
        texts[0] = texts[0][skipped:]
        one_line = block.kind in {"title", "heading"}
        for place, (line, text) in enumerate(zip(block.lines, texts, strict=True)):
            after = texts[place + 1] if place + 1 < len(texts) else ""
            self._draft.add(self._ended(text, after, one_line=one_line), self._place(line.page, line.words))

    def _mark(self, block: Block) -> tuple[str, int]:
        """The mark of a block, and how many characters of its first line that stands for."""
        if block.kind == "title":
            return "# ", 0
        if block.kind == "heading":
            return self._marks[block.level], 0
        found = ITEM.match(block.lines[0].text) if block.kind == "item" else None
        if found is None:
            return "", 0
        number = found["number"] or ""
        # Markdown counts by figures alone; other numbers stay words.
        if number[:-1].isdigit():
            return f"{number} ", found.end()
        return "- ", 0 if number else found.end()

    def _ended(self, text: str, after: str, *, one_line: bool) -> str:
        """The words of a line with what parts them from the next."""
        if not after:
            return text.rstrip(_SOFT)
        if text.endswith(_SOFT):
            return text.rstrip(_SOFT)
        first, second = _CUT.search(text), _SECOND.match(after)
        if first is None or second is None:
            return text + joint(text, after)
        cut = f"{first[0]}\n{second[0]}"
        whole = whole_words(cut, source=self._all)
        if whole == first[0][:-1] + second[0]:
            return text[:-1]
        return text if one_line or not other_readings(cut, source=self._all) else f"{text}\n"

    def _table(self, block: Block) -> None:
        self._tables += 1
        assert block.table is not None  # noqa: S101 - for type checkers: asked by the caller
        for number, (line, row) in enumerate(zip(block.lines, block.table.rows, strict=True), start=1):
            cells: list[tuple[str, Place | None]] = []
            for column, cell in enumerate(row, start=1):
                path = f"table {self._tables}, row {number}, column {column}"
                place = self._place(line.page, cell)._replace(path=path) if cell else None
                cells.append((Line(line.page, cell).text if cell else "", place))
            self._draft.row(cells, first=number == 1)

    def _place(self, page: int, words: Iterable[Word]) -> Place:
        """The page and the box that words stand in."""
        width, height = self._sizes[page]
        listed = list(words)
        box = (
            min(word.left for word in listed) / width,
            min(word.top for word in listed) / height,
            max(word.right for word in listed) / width,
            max(word.bottom for word in listed) / height,
        )
        left, top, right, bottom = (round(min(max(share, 0.0), 1.0), 4) for share in box)
        return Place(page=page, box=(left, top, right, bottom))
