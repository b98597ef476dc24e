r"""Of a DOCX the text is read as Markdown: headings, lists, tables, footnotes; of each paragraph its heading is kept.

DOCX.read(data)  ->  ReadText(text="# Ferry\n\nIt sank …", title="Ferry", origins=(Origin(path="Ferry", …), …))
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Final

from summarizer.document.readers.opening.file_kinds import member_names
from summarizer.document.readers.reader import BytesReader, ReadText
from summarizer.document.readers.unused import Unused
from summarizer.document.readers.writing.counted import counted
from summarizer.document.readers.writing.draft import Draft, Place
from summarizer.document.readers.zipped.docx_styles import Style, Styles
from summarizer.document.readers.zipped.docx_words import words_of
from summarizer.document.readers.zipped.parts import Parts
from summarizer.document.readers.zipped.xml_tree import Node, tree_of
from summarizer.errors import InputError

_BODY: Final = "word/document.xml"
_CORE: Final = "docProps/core.xml"
_NOTES: Final = {"footnote": "word/footnotes.xml", "endnote": "word/endnotes.xml"}
_LOWEST: Final = 6  # the lowest heading of Markdown
_PATH_CHARS: Final = 80  # of a heading, as the place that a reader is told
_MOST_SPAN: Final = 100  # columns that one cell takes
# What holds blocks and is none: controls, what was inserted, tags of a template.
_AROUND: Final = frozenset({"w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "w:smartTag", "w:customXml", "mc:Choice"})
# A table whose cells are longer than this on average, or that has one column, holds prose side by side.
_PROSE_CELL: Final = 200


def is_docx(data: bytes) -> bool:
    """Whether bytes are a DOCX: an archive with the parts of one."""
    names = member_names(data)
    return _BODY in names or any(name.startswith("word/document") for name in names)


def read_docx(data: bytes) -> ReadText:
    """The text of a DOCX, without headers, footers, comments, and what was deleted.

    Args:
        data: All bytes of the file.

    Raises:
        InputError: It is damaged, encrypted, too large, or has no text.
    """
    parts = Parts(data)
    body = tree_of(parts.read(next((name for name in parts.names if name.startswith("word/document")), _BODY)))
    reader = _Body(parts)
    root = body.find("w:document", "w:body")
    if root is not None:
        reader.blocks(root)
    reader.notes()
    text, origins = reader.draft.finished()
    if not text.strip():
        raise InputError("it has no text; give one that has, or the text of its pictures")
    title, language = _core(parts)
    return ReadText(
        text=text, title=reader.title or title or None, language=language, origins=origins, unused=reader.unused()
    )


def _core(parts: Parts) -> tuple[str, str | None]:
    """The title and the language that the document states of itself."""
    if _CORE not in parts:
        return "", None
    core = tree_of(parts.read(_CORE))
    stated = {node.name: " ".join(node.words.split()) for node in core.all("title", "language")}
    language = stated.get("language", "")[:2].lower()
    return stated.get("title", ""), language if language.isalpha() and len(language) == 2 else None


class _Body:
    """Reads the blocks of a document, one after the other."""

    def __init__(self, parts: Parts) -> None:
        self.draft = Draft()
        self.title = ""
        self._parts = parts
        self._styles = Styles(parts)
        self._heading = ""
        self._in_list = False
        self._tables = self._pictures = self._charts = 0
        self._skipped_contents = False
        self._noted: dict[tuple[str, str], int] = {}

    def blocks(self, parent: Node) -> None:
        """Read the paragraphs and tables in an element."""
        for child in parent.elements():
            if child.name == "w:p":
                self._paragraph(child)
            elif child.name == "w:tbl":
                self._table(child)
            elif child.name == "w:sdt" and _is_contents(child):
                self._skipped_contents = True
            elif child.name in _AROUND or child.name == "mc:AlternateContent":
                self.blocks(child)

    def notes(self) -> None:
        """Read the notes that were referred to, in their order."""
        trees = {kind: tree_of(self._parts.read(name)) for kind, name in _NOTES.items() if name in self._parts}
        for (kind, note_id), number in list(self._noted.items()):
            tree = trees.get(kind)
            found = next((one for one in tree.all(f"w:{kind}") if one.get("id") == note_id), None) if tree else None
            words = " ".join("".join(p.words for p in words_of(found)).split()) if found else ""
            if words:
                self.draft.begin(f"[^{number}]: ")
                self.draft.add(words, Place(path=f"{kind} {number}"))

    def unused(self) -> tuple[Unused, ...]:
        """What was met and is no text."""
        found = []
        if self._pictures:
            found.append(Unused(what=counted(self._pictures, "picture")))
        if self._charts:
            found.append(Unused(what=counted(self._charts, "chart")))
        if self._skipped_contents:
            found.append(Unused(what="a table of contents"))
        return tuple(found)

    def _paragraph(self, paragraph: Node) -> None:
        style = self._styles.of(paragraph)
        self._count_pictures(paragraph)
        pieces = list(words_of(paragraph))
        words = " ".join("".join(piece.words for piece in pieces).split())
        if style.contents:
            self._skipped_contents = True
        elif words:
            self._write(paragraph, style, words)
        for box in _boxes(paragraph):
            self.blocks(box)

    def _write(self, paragraph: Node, style: Style, words: str) -> None:
        if style.title and not self.title:
            self.title = words
        level = 1 if style.title else style.heading and min(style.heading + bool(self.title), _LOWEST)
        if level:
            self._heading = words[:_PATH_CHARS]
        is_next_item = bool(style.mark) and self._in_list and not level
        self.draft.begin(_mark(style, level), behind="\n" if is_next_item else "\n\n")
        self._in_list = bool(style.mark)
        self._words(paragraph, Place(path=self._heading or None))

    def _words(self, parent: Node, place: Place) -> None:
        """Write the words of a paragraph, with a mark for each note."""
        said = ""
        for piece in words_of(parent):
            if piece.note is None:
                said += piece.words
                continue
            self._say(said, place)
            said = ""
            number = self._noted.setdefault(piece.note, len(self._noted) + 1)
            self.draft.mark(f"[^{number}]")
        self._say(said, place)

    def _say(self, words: str, place: Place) -> None:
        shown = " ".join(words.split())
        if shown:
            before = " " if words[:1].isspace() and not self.draft.line_begins else ""
            self.draft.add(before + shown + (" " if words[-1:].isspace() else ""), place)

    def _count_pictures(self, parent: Node) -> None:
        self._pictures += sum(1 for _ in parent.all("a:blip")) or sum(1 for _ in parent.all("v:imagedata"))
        self._charts += sum(1 for _ in parent.all("c:chart"))

    def _table(self, table: Node) -> None:
        rows = [_cells(row) for row in table.elements("w:tr")]
        texts = [list(map(_words_in, row)) for row in rows]
        filled = list(filter(None, chain.from_iterable(texts)))
        if not filled:
            return
        if max(map(len, rows)) == 1 or sum(map(len, filled)) > _PROSE_CELL * len(filled):
            for cell in filter(None, chain.from_iterable(rows)):
                self.blocks(cell)
        else:
            self._rows(texts)

    def _rows(self, texts: Sequence[Sequence[str]]) -> None:
        """Write the rows of a table of data."""
        self._tables += 1
        self._in_list = False
        width = max(map(len, texts))
        for number, row in enumerate(texts, start=1):
            path = f"table {self._tables}, row {number}"
            cells: list[tuple[str, Place | None]] = [
                (text, Place(path=f"{path}, column {at}")) for at, text in enumerate(row, start=1)
            ]
            self.draft.row([*cells, *[("", None)] * (width - len(cells))], first=number == 1)


def _mark(style: Style, level: int) -> str:
    """The mark of Markdown for a paragraph of a style; `level` is that of a heading, 0 for none."""
    if level:
        return "#" * level + " "
    if style.mark:
        return "  " * style.depth + style.mark
    return "> " if style.quote else ""


def _cells(row: Node) -> list[Node | None]:
    """The cells of a row; None where one goes on from above, or from the left."""
    found: list[Node | None] = []
    cells = (each.all("w:tc") if each.name == "w:sdt" else [each] for each in row.elements("w:tc", "w:sdt"))
    for cell in chain.from_iterable(cells):
        merged, span = cell.find("w:tcPr", "w:vMerge"), cell.find("w:tcPr", "w:gridSpan")
        goes_on = merged is not None and merged.get("val") != "restart"
        found.append(None if goes_on else cell)
        width = span.get("val") if span is not None else "1"
        found += [None] * (min(int(width), _MOST_SPAN) - 1 if width.isdigit() else 0)
    return found


def _words_in(cell: Node | None) -> str:
    """The words of a cell in one line."""
    if cell is None:
        return ""
    paragraphs = (
        " ".join("".join(piece.words for piece in words_of(paragraph)).split()) for paragraph in cell.all("w:p")
    )
    return " ".join(filter(None, paragraphs))


def _is_contents(control: Node) -> bool:
    """Whether a control is one that Word fills with the table of contents."""
    return any("table of contents" in one.get("val").casefold() for one in control.all("w:docPartGallery"))


def _boxes(paragraph: Node) -> list[Node]:
    """The text boxes that hang on a paragraph, each once."""
    found: list[Node] = []
    stack = [paragraph]
    while stack:
        node = stack.pop()
        if node.name == "w:txbxContent":
            found.append(node)
        elif node.name != "mc:Fallback":
            stack += reversed(list(node.elements()))
    return found


DOCX: Final = BytesReader(name="docx", suffixes=(".docx", ".docm"), markdown=True, recognizes=is_docx, read=read_docx)
