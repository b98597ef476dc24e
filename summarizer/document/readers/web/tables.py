"""Tables of a page are told apart: one that only lays the page out becomes its prose, one of data becomes a plain grid.

settle_tables(tree)   the article inside `<table><tr><td><p>…` stands in `<div>`s; in a table of data `rowspan`,
                      `colspan`, several rows of heads and a caption are gone, and every cell has its words
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from typing import Any, Final

# Elements that stand in cells which hold a part of a page, and in none of data.
_PARTS: Final = ("table", "h1", "h2", "h3", "article", "section", "form", "nav", "header", "footer", "aside", "main")
_PROSE: Final = ("p", "blockquote", "h4", "h5", "h6", "pre")
# A cell of data has a few words; one with so many characters beside hardly any others is an article.
_LONG_CELL: Final = 250
_SHARE: Final = 0.7
_FEWEST_ROWS: Final = 2
_FEWEST_COLUMNS: Final = 2
_FEWEST_PARAGRAPHS: Final = 2
_BREAKS: Final = 2
_MOST_SPAN: Final = 100
_MOST_CELLS: Final = 50_000
_HEADS: Final = ("caption", "thead", "th")
_IN_LINE: Final = frozenset("a b i em strong span font u small big sup sub abbr cite code q mark time img".split())


def settle_tables(tree: Any) -> None:
    """Makes prose of the tables that only lay a page out, and a grid of each that holds data.

    Args:
        tree: The page, which is changed.
    """
    for table in list(tree.iter("table")):
        if _lays_out(table):
            _free_prose(table)
    for table in list(tree.iter("table")):
        if table.getparent() is not None:
            _take_out_caption(table)
            _make_grid(table)


def _free_prose(table: Any) -> None:
    """Makes a table divisions, and the bare text in its cells paragraphs."""
    for element in list(_own(table, "table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption")):
        if element.tag in {"td", "th"}:
            _make_paragraphs(element)
        element.tag = "div"
        for name in ("width", "height", "align", "valign", "bgcolor", "border"):
            element.attrib.pop(name, None)


def _own(table: Any, *tags: str) -> Iterator[Any]:
    """The elements of a table that belong to no other table inside it."""
    for element in table.iter(*tags):
        if element is table or next(element.iterancestors("table"), None) is table:
            yield element


def _lays_out(table: Any) -> bool:
    """Whether a table only says where on the page things stand."""
    if (table.get("role") or "").lower() in {"presentation", "none"}:
        return True
    if any(next(cell.iter(*_PARTS), None) is not None for cell in _own(table, "td")):
        return True
    if next(_own(table, *_HEADS), None) is not None:
        return False
    cells = list(_own(table, "td"))
    if any(sum(1 for _ in cell.iter(*_PROSE)) >= _FEWEST_PARAGRAPHS for cell in cells):
        return True
    lengths = [len(" ".join(cell.text_content().split())) for cell in cells]
    return max(lengths, default=0) > max(_LONG_CELL, _SHARE * sum(lengths))


def _make_paragraphs(cell: Any) -> None:
    """Wraps the bare text of a cell in paragraphs, which two line breaks divide."""
    from lxml.etree import strip_tags  # type: ignore[import-untyped] # noqa: PLC0415 - with trafilatura

    strip_tags(cell, "font", "center")
    if not any((text or "").strip() for text in (cell.text, *(child.tail for child in cell))):
        return
    paragraphs = _Paragraphs(cell)
    for child in paragraphs.children:
        paragraphs.take(child)


class _Paragraphs:
    """The paragraphs that a cell's text becomes, child by child."""

    def __init__(self, cell: Any) -> None:
        self.children = list(cell)
        self._cell = cell
        self._breaks = 0  # that stand side by side
        text = cell.text
        for child in self.children:
            cell.remove(child)
        cell.text = None
        self._open(text or "")

    def take(self, child: Any) -> None:
        """Puts a child, and the text behind it, where it belongs."""
        tail, child.tail = child.tail or "", None
        if child.tag == "br":
            self._breaks += 1
            if self._breaks >= _BREAKS:
                self._open("")
            _add_text(self._last, " ")
        elif child.tag in _IN_LINE:
            self._last.append(child)
            self._breaks = 0
        else:
            self._cell.append(child)
            self._open("")
        if tail.strip():
            self._breaks = 0
        _add_text(self._last, tail)

    def _open(self, text: str) -> None:
        self._last = self._cell.makeelement("p", {})
        self._last.text = text
        self._cell.append(self._last)
        self._breaks = 0


def _add_text(element: Any, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _take_out_caption(table: Any) -> None:
    """Puts a caption in front of its table as a paragraph."""
    for caption in list(_own(table, "caption")):
        words = " ".join(caption.text_content().split())
        caption.getparent().remove(caption)
        if words:
            paragraph = table.makeelement("p", {})
            paragraph.text = words if words.endswith((".", ":", "!", "?")) else f"{words}:"
            table.addprevious(paragraph)


def _make_grid(table: Any) -> None:
    rows = [cells for row in _own(table, "tr") if (cells := [cell for cell in row if cell.tag in {"td", "th"}])]
    if len(rows) < _FEWEST_ROWS or sum(map(len, rows)) > _MOST_CELLS:
        return
    grid = _spread(rows)
    width = max(map(len, grid))
    if width >= _FEWEST_COLUMNS:
        grid, headed = _with_one_head(table, grid, _rows_of_heads(rows), width=width)
        _rebuild(table, grid, heads=int(headed), width=width)


def _with_one_head(table: Any, grid: list[list[Any]], heads: int, *, width: int) -> tuple[list[list[Any]], bool]:
    """The grid with the heads of its columns in one row, and whether it has any."""
    if not heads and all(row[0].tag == "th" for row in grid):
        return grid, False  # each row has its own head
    if heads > 1:
        joined = [_joined([row[column] for row in grid[:heads] if column < len(row)], table) for column in range(width)]
        return [joined, *grid[heads:]], True
    return grid, heads == 1 or _looks_headed(grid)


def _spread(rows: list[list[Any]]) -> list[list[Any]]:
    """Each cell in every place that it spans."""
    grid: list[list[Any]] = []
    below: dict[tuple[int, int], Any] = {}
    for number, row in enumerate(rows):
        line: list[Any] = []
        cells = iter(row)
        cell = next(cells, None)
        while cell is not None or (number, len(line)) in below:
            taken = below.pop((number, len(line)), None)
            if taken is not None:
                line.append(taken)
                continue
            for _ in range(_span(cell, "colspan")):
                for more in range(1, _span(cell, "rowspan")):
                    below[number + more, len(line)] = cell
                line.append(cell)
            cell = next(cells, None)
        grid.append(line)
    return grid


def _span(cell: Any, name: str) -> int:
    value = (cell.get(name) or "").strip()
    return min(max(int(value), 1), _MOST_SPAN) if value.isascii() and value.isdigit() else 1


def _rows_of_heads(rows: list[list[Any]]) -> int:
    """How many rows at the top hold heads of columns alone."""
    count = 0
    for row in rows:
        in_head = next(row[0].iterancestors("thead"), None) is not None
        if not (in_head or all(cell.tag == "th" for cell in row)):
            break
        count += 1
    return min(count, len(rows) - 1)


def _looks_headed(grid: list[list[Any]]) -> bool:
    """Whether the first row holds words over columns of figures, or is set in bold."""
    first, rest = grid[0], grid[1:]
    if all(next(cell.iter("b", "strong"), None) is not None for cell in first if cell.text_content().strip()):
        return True
    figures = [row[column] for row in rest for column in range(1, min(len(row), len(first)))]
    with_digits = sum(any(map(str.isdigit, cell.text_content())) for cell in figures)
    plain = not any(any(map(str.isdigit, cell.text_content())) for cell in first[1:])
    return plain and bool(figures) and with_digits > len(figures) / 2


def _joined(cells: list[Any], table: Any) -> Any:
    """One head of several above each other: "Cost" over "Steel" is "Cost Steel"."""
    words = dict.fromkeys(" ".join(cell.text_content().split()) for cell in cells)
    head = table.makeelement("th", {})
    head.text = " ".join(filter(None, words))
    return head


def _rebuild(table: Any, grid: list[list[Any]], *, heads: int, width: int) -> None:
    """Fills a table anew; a cell that spans several places is said in each of them."""
    for child in list(table):
        table.remove(child)
    table.text = None
    for number, line in enumerate(grid):
        row = table.makeelement("tr", {})
        for cell in [*line, *[table.makeelement("td", {})] * (width - len(line))]:
            own = copy(cell)
            own.tail = None
            own.tag = "th" if number < heads else "td"
            for name in ("colspan", "rowspan"):
                own.attrib.pop(name, None)
            row.append(own)
        table.append(row)
