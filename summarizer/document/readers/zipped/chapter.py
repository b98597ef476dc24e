"""A chapter of a book is read from its XHTML into Markdown: headings, paragraphs, items, quotations, tables, notes.

Chapter(draft).read("<h1>One</h1><p>It rained.</p>")
"""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

from summarizer.document.markup import small_digits
from summarizer.document.readers.writing.draft import Draft, Place
from summarizer.errors import InputError

_PATH_CHARS: Final = 80  # of a heading, as the place that a reader is told
_MOST_DEPTH: Final = 300  # elements inside one another; those of books are 20 deep
_SKIPPED: Final = frozenset("script style head nav svg math audio video template rt rp del s".split())
_BLOCKS: Final = frozenset(
    "p div section article aside header footer main body figure figcaption blockquote li ul ol dl dt dd table tr td th "
    "thead tbody tfoot caption h1 h2 h3 h4 h5 h6 pre hr address center".split()
)
_VOID: Final = frozenset("br img hr input link meta wbr col".split())
_SMALL: Final = {"sup": "sup", "sub": "sub"}
# What a part of a book calls itself that is no text of it.
_NO_TEXT: Final = frozenset({"toc", "landmarks", "page-list", "loi", "lot", "index", "pagebreak"})
_NOTES: Final = frozenset({"footnote", "endnote", "rearnote", "note"})
_HOLD_NOTES: Final = frozenset({"aside", "section", "div", "li", "p"})
_PRE: Final = "pre"


class Chapter(HTMLParser):
    """Writes chapters into a draft, one after the other; notes wait until `notes`.

    Attributes:
        path: The heading under which the text stands.
        pictures: How many pictures were passed over.
    """

    def __init__(self, draft: Draft) -> None:
        super().__init__(convert_charrefs=True)
        self.path = ""
        self.pictures = 0
        self._draft = draft
        self._tables = 0
        self._kept_notes: list[tuple[int, str, str]] = []
        self._note_count = 0
        self._begin_chapter()

    def read(self, xhtml: str) -> None:
        """Write a chapter.

        Args:
            xhtml: Its source.
        """
        self.reset()
        self._begin_chapter()
        self.feed(xhtml)
        self.close()
        self._end_block()

    def notes(self) -> None:
        """Write the notes of all chapters that were read."""
        for number, place, words in self._kept_notes:
            self._draft.begin(f"[^{number}]: ")
            self._draft.add(words, Place(path=place))
        self._kept_notes = []

    def _begin_chapter(self) -> None:
        self._open: list[tuple[str, str]] = []  # tag, what it is to the reader
        self._words: list[str] = []
        self._lists: list[int | None] = []
        self._mark = ""
        self._rows: list[list[str]] = []
        self._cell: list[str] | None = None
        self._note: list[str] | None = None
        self._tight = False

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Read `<a/>`, which opens nothing."""
        if tag in _VOID:
            self.handle_starttag(tag, attrs)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Read what opens."""
        given = {name: value or "" for name, value in attrs}
        if tag in _VOID:
            self._void(tag)
            return
        if len(self._open) >= _MOST_DEPTH:
            raise InputError("its chapters are nested deeper than those of any book; save it anew")
        role = _role(tag, given)
        if tag in _BLOCKS and not self._inside("skipped"):
            self._end_block()
            self._open_block(tag)
        self._open.append((tag, role))
        if role == "note" and self._note is None:
            self._note = []

    def handle_endtag(self, tag: str) -> None:
        """Read what closes, and all in it that was left open."""
        if not any(opened == tag for opened, _ in self._open):
            return
        while self._open:
            opened, role = self._open.pop()
            if opened in _BLOCKS and not self._inside("skipped") and role != "skipped":
                self._end_block(closing=opened)
            if role == "note" and not self._inside("note"):
                self._end_note()
            if opened == tag:
                return

    def handle_data(self, data: str) -> None:
        """Read words."""
        if self._inside("skipped"):
            return
        if self._inside("noteref"):
            words = data.strip(" []()*†‡")
            self._words.append(small_digits(words, level="sup") if words.isdigit() else "")
            return
        level = next((_SMALL[tag] for tag, _ in reversed(self._open) if tag in _SMALL), "")
        if level and any(map(str.isdigit, data)):
            data = small_digits(data, level="sup" if level == "sup" else "sub")
        self._words.append(data)

    def _inside(self, role: str) -> bool:
        return any(one == role for _, one in self._open)

    def _void(self, tag: str) -> None:
        if tag == "br":
            self._words.append("\n" if self._in(_PRE) else " ")
        elif tag == "img" and not self._inside("skipped"):
            self.pictures += 1
        elif tag == "hr":
            self._end_block()

    def _in(self, *tags: str) -> bool:
        return any(tag in tags for tag, _ in self._open)

    def _open_block(self, tag: str) -> None:
        if tag in {"ul", "ol"}:
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            count = self._lists[-1] if self._lists else None
            if count is not None:
                self._lists[-1] = count + 1
            depth = max(len(self._lists) - 1, 0)
            self._mark = "  " * depth + ("- " if count is None else f"{count + 1}. ")
        elif tag == "table" and not self._in("table"):
            self._rows = []
        elif tag == "tr":
            self._rows.append([])
        elif tag in {"td", "th"}:
            self._cell = []

    def _end_block(self, *, closing: str = "") -> None:
        """Write the words so far as a block of the elements that are open."""
        raw = "".join(self._words)
        self._words = []
        words = " ".join(raw.split())
        if closing in {"ul", "ol"} and self._lists:
            self._lists.pop()
        if self._in("table") or closing == "table":
            self._table_words(words, closing=closing)
        elif words and self._note is not None:
            self._note.append(words)
        elif words:
            self._write(words, raw, closing=closing)

    def _table_words(self, words: str, *, closing: str) -> None:
        if words and self._cell is not None:
            self._cell.append(words)
        elif words:
            self._write(words, words, closing="p")  # a caption
        if closing in {"td", "th"} and self._rows and self._cell is not None:
            self._rows[-1].append(" ".join(self._cell))
            self._cell = None
        if closing == "table" and not self._in("table"):
            self._write_table()

    def _write_table(self) -> None:
        rows = [row for row in self._rows if any(row)]
        self._rows = []
        if not rows:
            return
        width = max(map(len, rows))
        if width == 1:
            for row in rows:
                self._write(row[0], row[0], closing="p")
            return
        self._tables += 1
        for number, row in enumerate(rows, start=1):
            path = f"table {self._tables}, row {number}"
            cells: list[tuple[str, Place | None]] = [
                (text, Place(path=f"{path}, column {at}")) for at, text in enumerate(row, start=1)
            ]
            self._draft.row([*cells, *[("", None)] * (width - len(cells))], first=number == 1)
        self._tight = False

    def _write(self, words: str, raw: str, *, closing: str) -> None:
        tags = [closing, *(tag for tag, _ in reversed(self._open))]
        heading = next((int(tag[1]) for tag in tags if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()), 0)
        if heading:
            self.path = words[:_PATH_CHARS]
            self._begin(f"{'#' * heading} ", tight=False)
        elif _PRE in tags:
            self._write_lines(raw)
            return
        elif self._mark:
            self._begin(self._mark, tight=self._tight)
            self._mark, self._tight = "", True
            self._draft.add(words, Place(path=self.path or None))
            return
        else:
            self._begin("> " if "blockquote" in tags else "", tight=False)
        self._draft.add(words, Place(path=self.path or None))

    def _begin(self, mark: str, *, tight: bool) -> None:
        self._draft.begin(mark, behind="\n" if tight else "\n\n")
        self._tight = False

    def _write_lines(self, raw: str) -> None:
        """Write the lines of a poem or a listing as lines."""
        first = True
        for line in filter(str.strip, raw.splitlines()):
            self._draft.begin(behind="\n\n" if first else "\n")
            self._draft.add(line.strip(), Place(path=self.path or None))
            first = False

    def _end_note(self) -> None:
        self._end_block()
        words = " ".join(self._note or ())
        self._note = None
        if words:
            self._note_count += 1
            self._kept_notes.append((self._note_count, f"{self.path}, note" if self.path else "note", words))


def _role(tag: str, given: dict[str, str]) -> str:
    """What an element is to the reader: "skipped", "note", "noteref", or "" for one like any other."""
    kinds = set(f"{given.get('epub:type', '')} {given.get('role', '').replace('doc-', '')}".split())
    if tag == "a" and "noteref" in kinds:
        return "noteref"
    if kinds & _NOTES and tag in _HOLD_NOTES:
        return "note"
    return "skipped" if tag in _SKIPPED or kinds & _NO_TEXT or "hidden" in given else ""
