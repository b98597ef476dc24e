"""The words of a PDF's pages with their places, as PDFium finds them; no other module knows what opens the file.

pages_here(data)  ->  OpenedPdf(title="Annual report", pages=(PdfPage(number=1, words=(Word("Ferry", …), …), …), …))
"""

from __future__ import annotations

import ctypes
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final, NamedTuple
from unicodedata import bidirectional

from summarizer.errors import InputError, MissingExtra

# More than any article or book: the longest novels have two thousand pages and 3.5 million characters. A page of a
# newspaper has 20,000 characters. Beyond these a file is made to keep its reader busy.
MOST_PAGES: Final = 5_000
MOST_PAGE_CHARS: Final = 200_000
MOST_CHARS: Final = 5_000_000
_MOST_OBJECTS: Final = 2_000  # of a page, looked at for pictures; drawings have more, and no picture among them

_PICTURE_SHARE: Final = 0.04  # of the page: a logo or a rule is smaller
_BOLD: Final = re.compile(r"bold|black|heavy|semib|demi|(?:^|\+)(?:cmbx|cmssbx|sfbx)", re.IGNORECASE)
_BOLD_WEIGHT: Final = 600
_LIGATURES: Final = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "ft",
    "ﬆ": "st",
    # The places at which fonts of TeX have them that name no characters, in its two encodings.
    "\x1b": "ff",
    "\x1c": "fi",
    "\x1d": "fl",
    "\x1e": "ffi",
    "\x1f": "ffl",
    "\x0b": "ff",
    "\x0c": "fi",
    "\x0e": "ffi",
    "\x0f": "ffl",
    "\x10": "“",
    "\x11": "”",
    "\x15": "–",
    "\x16": "—",
}
_SAMPLED: Final = 8  # of the characters of ASCII, one in so many is asked for its meaning
# What PDFium puts where a word is hyphenated at a line's end, and a soft hyphen, which stands for the same.
_LINE_HYPHENS: Final = frozenset("\x02\ufffe\u00ad")
_SOFT: Final = "\u00ad"
_FROM_RIGHT: Final = frozenset({"R", "AL", "NSM"})  # how Unicode calls letters that run from right to left, and accents
# PDFium may be asked by one thread of a process at a time.
_ONE_AT_A_TIME: Final = threading.Lock()


class Word(NamedTuple):
    """A word in one size and its place on the page, in points from the left and the top.

    `base` is the line on which it stands, `raised` is how far above that of the line a small one stands.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    size: float
    bold: bool
    spaced: bool  # a space stands before it


class PdfPage(NamedTuple):
    """A page: its words in the order of the file, and what else is on it."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    pictures: int = 0
    nameless: bool = False  # its fonts name no characters, so that these may have no meaning


class OpenedPdf(NamedTuple):
    """What a PDF holds: the title that it states, "" for none, and its pages."""

    title: str
    pages: tuple[PdfPage, ...]


def pages_here(data: bytes) -> OpenedPdf:
    """The pages of a PDF, with their words, opened in this process.

    Args:
        data: All bytes of the file.

    Raises:
        InputError: It is damaged, encrypted, or larger than anything to read.
        MissingExtra: pypdfium2 (extra `pdf`) is not installed.
    """
    try:
        import pypdfium2  # noqa: PLC0415 - an extra, loaded where a file is a PDF
        import pypdfium2.raw as pdfium  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtra(what="reading a PDF", extra="pdf") from error
    with _ONE_AT_A_TIME, _opened(pypdfium2, data) as document:
        count = len(document)
        if count > MOST_PAGES:
            raise InputError(f"it has {count} pages, and at most {MOST_PAGES} are read; give a part of it")
        pages, chars = [], 0
        for index in range(count):
            page = _page_of(document, index, pdfium)
            chars += sum(len(word.text) for word in page.words)
            if chars > MOST_CHARS:
                raise InputError(f"it has more than {MOST_CHARS} characters; give a part of it")
            pages.append(page)
        title = str(document.get_metadata_value("Title") or "")
    return OpenedPdf(" ".join(title.replace("\0", " ").split()), tuple(pages))


@contextmanager
def _opened(pypdfium2: Any, data: bytes) -> Iterator[Any]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise InputError(
                "it is encrypted; save it without a password (qpdf --decrypt IN OUT), and give that"
            ) from error
        raise InputError("it is damaged, or no PDF; save or download it again") from error
    try:
        yield document
    finally:
        document.close()


def _page_of(document: Any, index: int, pdfium: Any) -> PdfPage:
    """One page; one that cannot be opened has no words."""
    raw = pdfium.FPDF_LoadPage(document.raw, index)
    if not raw:
        return PdfPage(index + 1, 0, 0, ())
    try:
        text = pdfium.FPDFText_LoadPage(raw)
        frame = _frame_of(raw, pdfium)
        if not text:
            return PdfPage(index + 1, frame.width, frame.height, ())
        try:
            return _read_page(raw, text, index + 1, frame, pdfium)
        finally:
            pdfium.FPDFText_ClosePage(text)
    finally:
        pdfium.FPDF_ClosePage(raw)


class _Frame(NamedTuple):
    """What of a page is seen, in its own coordinates, and how far it is turned clockwise, in quarters."""

    left: float
    bottom: float
    right: float
    top: float
    turned: int

    @property
    def width(self) -> float:
        return self.top - self.bottom if self.turned % 2 else self.right - self.left

    @property
    def height(self) -> float:
        return self.right - self.left if self.turned % 2 else self.top - self.bottom

    def shows(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether something of a box is on the page."""
        return right >= 0 and bottom >= 0 and left <= self.width and top <= self.height

    def seen(self, x: float, y: float) -> tuple[float, float]:
        """A point from the left and the top, as the page is seen."""
        if not self.turned:
            return x - self.left, self.top - y
        if self.turned == 1:
            return y - self.bottom, x - self.left
        return (self.right - x, y - self.bottom) if self.turned == 2 else (self.top - y, self.right - x)


def _frame_of(raw: Any, pdfium: Any) -> _Frame:
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(raw, box)
    return _Frame(box.left, box.bottom, box.right, box.top, pdfium.FPDFPage_GetRotation(raw) % 4)


def _read_page(raw: Any, text: Any, number: int, frame: _Frame, pdfium: Any) -> PdfPage:
    count = pdfium.FPDFText_CountChars(text)
    if count > MOST_PAGE_CHARS:
        raise InputError(f"page {number} has {count} characters, more than any page to read; give the other pages")
    reader = _CharReader(text, frame, pdfium)
    words = tuple(reader.words(max(count, 0)))
    return PdfPage(
        number,
        frame.width,
        frame.height,
        words,
        pictures=_pictures(raw, frame, pdfium),
        nameless=reader.mostly_unmapped,
    )


class _Style(NamedTuple):
    """How the characters of one stretch of the file are set."""

    size: float
    bold: bool
    turned: bool  # across the page


class _Char(NamedTuple):
    text: str
    left: float
    top: float
    right: float
    bottom: float
    base: float
    style: _Style


class _CharReader:
    """Reads the characters of a page and puts them into words."""

    def __init__(self, text: Any, frame: _Frame, pdfium: Any) -> None:
        self._text = text
        self._frame = frame
        self._pdfium = pdfium
        self._unmapped = self._mapped = 0
        self._bold_fonts: dict[bytes, bool] = {}
        self._nominal = -1.0
        self._style = _Style(0.0, bold=False, turned=False)
        # Filled by each call; a page has thousands.
        self._box, self._x, self._y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()

    @property
    def mostly_unmapped(self) -> bool:
        """Whether most of its characters have no meaning."""
        return self._unmapped > max(5, self._mapped / 2)

    def words(self, count: int) -> Iterator[Word]:
        """The words of the first so many characters, in the order of the file."""
        open_word: list[_Char] = []
        spaced = ended = True
        for index in range(count):
            code = self._pdfium.FPDFText_GetUnicode(self._text, index)
            character = chr(code) if 0 < code < 0x110000 else ""
            character = _LIGATURES.get(character, character)
            if not character or character.isspace() or code == 0x200B:
                yield from _word(open_word, spaced=spaced)
                open_word, ended = [], True
                continue
            found = self._char(index, character, begins=not open_word)
            if found is None:
                continue
            if open_word and _is_apart(open_word[-1], found):
                far = _is_far(open_word[-1], found)
                yield from _word(open_word, spaced=spaced)
                open_word, ended = [], far
            if not open_word:
                spaced, ended = ended, False
            open_word.append(found)
        yield from _word(open_word, spaced=spaced)

    def _char(self, index: int, character: str, *, begins: bool) -> _Char | None:
        """A character that is seen, with its place; None for one that stands across the page or outside of it."""
        if character in _LINE_HYPHENS:
            character = _SOFT if character == _SOFT else "-"
        elif index % _SAMPLED == 0 or character > "~":
            self._sample(index, character)
        style = self._style_of(index, begins=begins)
        if style.turned:
            return None
        box, frame = self._box, self._frame
        self._pdfium.FPDFText_GetLooseCharBox(self._text, index, box)
        self._pdfium.FPDFText_GetCharOrigin(self._text, index, self._x, self._y)
        left, top = frame.seen(box.left, box.top)
        right, bottom = frame.seen(box.right, box.bottom)
        if left > right:
            left, right = right, left
        if top > bottom:
            top, bottom = bottom, top
        base = frame.seen(self._x.value, self._y.value)[1]
        return (
            _Char(character, left, top, right, bottom, base, style) if frame.shows(left, top, right, bottom) else None
        )

    def _sample(self, index: int, character: str) -> None:
        """Count whether the file says what a character means."""
        nameless = _is_nobody(character) or self._pdfium.FPDFText_HasUnicodeMapError(self._text, index) == 1
        self._unmapped += nameless
        self._mapped += not nameless

    def _style_of(self, index: int, *, begins: bool) -> _Style:
        """The style of a character; inside a word it is that of the one before, unless its size is another."""
        nominal = self._pdfium.FPDFText_GetFontSize(self._text, index)
        if begins or nominal != self._nominal:
            self._nominal = nominal
            angle = round(self._pdfium.FPDFText_GetCharAngle(self._text, index) * 57.2958 - self._frame.turned * 90)
            self._style = _Style(self._size(index), self._is_bold(index), turned=10 < angle % 360 < 350)
        return self._style

    def _size(self, index: int) -> float:
        matrix = self._pdfium.FS_MATRIX()
        self._pdfium.FPDFText_GetMatrix(self._text, index, matrix)
        scale: float = (matrix.c**2 + matrix.d**2) ** 0.5
        return round(float(self._pdfium.FPDFText_GetFontSize(self._text, index)) * scale, 1)

    def _is_bold(self, index: int) -> bool:
        buffer, flags = ctypes.create_string_buffer(80), ctypes.c_int()
        self._pdfium.FPDFText_GetFontInfo(self._text, index, buffer, 80, flags)
        name = buffer.value
        if name not in self._bold_fonts:
            weight = self._pdfium.FPDFText_GetFontWeight(self._text, index)
            named = _BOLD.search(name.decode("utf-8", "replace")) is not None
            self._bold_fonts[name] = named or (weight >= _BOLD_WEIGHT and not name)
        return self._bold_fonts[name]


def _is_nobody(character: str) -> bool:
    """Whether a character has no meaning of its own: one for private use, or in place of one that is not known."""
    return "\ue000" <= character <= "\uf8ff" or character == "\ufffd" or character < " "


def _is_apart(last: _Char, here: _Char) -> bool:
    """Whether a character begins a word of its own, though no space stands before it."""
    size, other = here.style.size, last.style.size
    if size < 0.86 * other or other < 0.86 * size or last.style.bold != here.style.bold:
        return True
    return _is_far(last, here) or abs(last.base - here.base) > 0.2 * other


def _is_far(last: _Char, here: _Char) -> bool:
    """Whether there is a gap between two characters, or a line's end."""
    size = max(last.style.size, here.style.size, 1.0)
    beside = min(abs(here.left - last.right), abs(last.left - here.right))
    return beside > 0.35 * size or abs(last.base - here.base) > 0.6 * size


def _word(chars: list[_Char], *, spaced: bool) -> Iterator[Word]:
    if chars:
        ways = [bidirectional(one.text[0]) in _FROM_RIGHT for one in chars]
        if sum(ways) * 2 > len(ways):
            # Programs write these in either order; where they stand tells how they are read.
            chars = sorted(chars, key=lambda one: -one.right)
        yield Word(
            "".join(one.text for one in chars),
            min(one.left for one in chars),
            min(one.top for one in chars),
            max(one.right for one in chars),
            max(one.bottom for one in chars),
            chars[0].base,
            chars[0].style.size,
            chars[0].style.bold,
            spaced,
        )


def _pictures(raw: Any, frame: _Frame, pdfium: Any) -> int:
    """How many pictures of some size are on the page."""
    area = max(frame.width * frame.height, 1.0)
    found = 0
    for index in range(min(pdfium.FPDFPage_CountObjects(raw), _MOST_OBJECTS)):
        one = pdfium.FPDFPage_GetObject(raw, index)
        if pdfium.FPDFPageObj_GetType(one) != pdfium.FPDF_PAGEOBJ_IMAGE:
            continue
        sides = [ctypes.c_float() for _ in range(4)]
        if pdfium.FPDFPageObj_GetBounds(one, *sides):
            left, bottom, right, top = (side.value for side in sides)
            found += (right - left) * (top - bottom) > _PICTURE_SHARE * area
    return found
