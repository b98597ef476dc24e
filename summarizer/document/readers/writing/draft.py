r"""A draft grows block by block into a text of Markdown, and keeps where each piece of it comes from.

draft = Draft()
draft.begin("# ")
draft.add("Ferry sinks", Place(page=1))
draft.finished()  ->  ("# Ferry sinks", (Origin(start=2, end=13, page=1),))
"""

from __future__ import annotations

from typing import NamedTuple

from summarizer.document.readers.writing.escaping import escaped, escaped_start
from summarizer.document.sources.origin import Origin


class Place(NamedTuple):
    """Where a piece stands in the file; see `Origin`."""

    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    path: str | None = None


class Draft:
    """A text that grows; `line_begins` says that its last line has no words yet."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._origins: list[Origin] = []
        self._at = 0
        self.line_begins = True

    def begin(self, mark: str = "", *, behind: str = "\n\n") -> None:
        """Begin a block: what comes next stands behind its mark.

        Args:
            mark: What Markdown calls it by: "# ", "- ", "".
            behind: What parts it from the block before.
        """
        if self._pieces:
            self._put(behind)
        self._put(mark)
        self.line_begins = not mark

    def add(self, words: str, place: Place | None = None) -> None:
        """Add words to the open block; they are escaped.

        Args:
            words: Plain words of one line, with the space that parts them from those before.
            place: Where they stand in the file.
        """
        text = escaped(words)
        if self.line_begins and text:
            text = escaped_start(text)
            self.line_begins = False
        start = self._at + len(text) - len(text.lstrip())
        self._put(text)
        if place is not None and start < self._at:
            self._note(start, place)

    def mark(self, mark: str) -> None:
        """Add a mark of Markdown as it is, such as that of a footnote.

        Args:
            mark: "[^2]".
        """
        self._put(mark)

    def row(self, cells: list[tuple[str, Place | None]], *, first: bool) -> None:
        """Add a row of a table; the first has a line behind it that makes it one.

        Args:
            cells: The words of each cell, with its place.
            first: Whether it is the first of its table.
        """
        self.begin(behind="\n\n" if first else "\n")
        self.line_begins = False
        self._put("|")
        for words, place in cells:
            self._put(" ")
            self.add(" ".join(words.split()).replace("|", "/"), place)
            self._put(" |")
        if first:
            self._put("\n|" + " --- |" * len(cells))

    @property
    def empty(self) -> bool:
        """Whether nothing was written yet."""
        return not self._pieces

    def finished(self) -> tuple[str, tuple[Origin, ...]]:
        """The text, and where its pieces come from, in order and disjoint."""
        return "".join(self._pieces), tuple(self._origins)

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        self._at += len(text)

    def _note(self, start: int, place: Place) -> None:
        """Keep where the last piece comes from; one that goes on at the same place is one with it."""
        last = self._origins[-1] if self._origins else None
        if last is not None and (last.page, last.box, last.path) == place and start <= last.end + 1:
            self._origins[-1] = last.model_copy(update={"end": self._at})
            return
        origin = Origin(start=start, end=self._at, page=place.page, box=place.box, path=place.path)
        self._origins.append(origin)
