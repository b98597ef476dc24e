"""An origin says where a stretch of a document's text stands in the file that it was read from.

Origin(start=0, end=31, page=4).label               ->  "page 4"
Origin(start=0, end=31, begins=72.5, ends=75).label  ->  "1:12–1:15"
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.frozen import Frozen


class Origin(Frozen):
    """Where `document.text[start:end]` stands in the file that was read; what that kind of file does not have is None.

    Attributes:
        start: Where the stretch begins in the document's text, in code points.
        end: One past its last code point.
        page: The page, from 1.
        box: Left, top, right and bottom of the stretch on its page, as shares of the page's width and height, 0 to 1.
        begins: When a cue begins, in seconds from the start of the recording.
        ends: When it ends.
        speaker: Who speaks.
        path: The way to it inside the file: a chapter of a book, a cell "table 2, row 3, column 1".
        element: The XPath of its element in a web page; too long a word for people, so that `label` leaves it out.
    """

    start: int
    end: int
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    begins: float | None = None
    ends: float | None = None
    speaker: str | None = None
    path: str | None = None
    element: str | None = None

    @property
    def label(self) -> str:
        """What a reader is told of it, in a few words: "page 4", "1:12–1:15", "table 2, row 3, column 1"."""
        known = [f"page {self.page}" if self.page is not None else "", self.path or "", _time(self)]
        return ", ".join(filter(None, known))


def spoken_from(origins: Sequence[Origin]) -> int | None:
    """Where the first stretch begins that somebody says; None where nobody is known to say any.

    Args:
        origins: Of one text, in order.
    """
    return next((one.start for one in origins if one.begins is not None or one.speaker is not None), None)


def _time(origin: Origin) -> str:
    if origin.begins is None:
        return ""
    return "–".join(_clock(seconds) for seconds in (origin.begins, origin.ends) if seconds is not None)


def _clock(seconds: float) -> str:
    """Hours only where there are some: "1:12", "1:01:12"."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
