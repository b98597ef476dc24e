r"""Of an HTML page the article is read, as Markdown, with the title, date and language that the page states.

HTML.recognizes("<!DOCTYPE html><html>…")  ->  True
HTML.read(page)  ->  ReadText(text="# Ferry sinks\n\nIt sank …", title="Ferry sinks", date=…, language="en")
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from summarizer.document.markup import small_digits
from summarizer.document.readers.reader import Reader, ReadText, head_of
from summarizer.document.readers.web.cells import cell_origins
from summarizer.document.readers.web.elements import element_origins, elements_of
from summarizer.document.readers.web.json_ld import fuller_text, stated_article
from summarizer.document.readers.web.tables import settle_tables
from summarizer.errors import InputError, MissingExtra

if TYPE_CHECKING:
    from collections.abc import Iterator

_LANG = re.compile(r"<html\b[^<>]{0,500}?\slang\s*=\s*[\"']?([A-Za-z]{2})\b", re.IGNORECASE)

# Where running text stands: what is in one of these is a word of it, whatever its own element.
_PROSE = frozenset({"p", "li", "td", "th", "dd", "dt", "blockquote", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6"})
_WORDS, _GONE = "x-words", "x-gone"  # names for elements that come apart, or go, when all are seen
# Parts of formulas that have no reading in one line.
_LAID_OUT = ("mtable", "mroot", "msqrt", "munder", "mover", "munderover", "msubsup", "mmultiscripts")


_PAGE = re.compile(
    r"(?:\ufeff?\s{0,1000}(?:<\?xml[^<>]{0,200}\?>|<!--(?:[^-]|-(?!->)){0,5000}-->)){0,5}\ufeff?\s{0,1000}"
    r"<(?:!doctype\s+html|html|head|body|article|main)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_BLOCK = re.compile(r"<(?:p|h[1-6]|div|article|section)\b[^<>]{0,500}>", re.IGNORECASE)
_BLOCK_END = re.compile(r"</(?:p|h[1-6]|div|article|section)>\s*$", re.IGNORECASE)
_TAIL_CHARS = 200  # as far from the end as the closing tag of a fragment is looked for


def is_html(text: str) -> bool:
    """True for a page, told by how it starts, and for a fragment that opens and closes with a block.

    Args:
        text: Any text.
    """
    if _PAGE.match(text):
        return True
    return bool(_BLOCK.match(head_of(text).lstrip()) and _BLOCK_END.search(text[-_TAIL_CHARS:]))


def read_html(page: str) -> ReadText:
    """The article of an HTML page, without menus, scripts and footers; nothing is fetched.

    What the page strikes out is not in it; raised digits, and low ones beside a digit, are small characters ("12³");
    `<q>` is in quotation marks; dates and short forms in running text are kept whatever their element.

    Args:
        page: The source of the page, decoded.

    Returns:
        The article, and the page's own title, date and language.

    Raises:
        MissingExtra: If trafilatura (extra `html`) is not installed.
        InputError: If the page holds no article text.
    """
    try:
        from trafilatura import extract as article_of  # noqa: PLC0415 - heavy, and an extra
        from trafilatura import extract_metadata as metadata_of  # noqa: PLC0415
        from trafilatura import load_html  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtra(what="reading HTML", extra="html") from error
    # NUL and other controls make lxml refuse a page; HTML gives them no meaning.
    clean = re.sub(r"[\x00-\x08\x0b\x0e-\x1f\x7f]", "", page)
    # Of a tree, not by regular expressions; the metadata is read from the page itself, whose dates stay where they are.
    tree = load_html(clean)
    elements = {} if tree is None else elements_of(tree)
    if tree is not None:
        settle_tables(tree)
        _make_readable(tree)
    text = article_of(
        clean if tree is None else tree,
        output_format="markdown",
        include_formatting=True,
        include_links=False,
        include_images=False,
        include_comments=False,
        with_metadata=False,
    )
    stated = stated_article(clean)
    text = fuller_text((text or "").strip(), stated)
    if not text:
        raise InputError(
            "no article text was found in this HTML page; give the article's own text, "
            "or pass format='plain' to use the source as it is"
        )
    # Only a date that the page states in its metadata or markup; no guess from the numbers in its text.
    meta = metadata_of(clean, date_config={"extensive_search": False, "original_date": True})
    language = _LANG.search(clean[:5000]) or _LANG.search(f'<html lang="{stated.language}">')
    return ReadText(
        text=text,
        title=meta.title or stated.headline or None,
        date=_date(meta.date) or _date(stated.published),
        language=language[1].lower() if language else None,
        origins=tuple(sorted((*cell_origins(text), *element_origins(text, elements)), key=lambda origin: origin.start)),
    )


def _make_readable(tree: Any) -> None:
    """Turns the inline elements that the extraction drops, glues or cuts out into plain words of their sentence."""
    from lxml.etree import strip_elements, strip_tags  # type: ignore[import-untyped] # noqa: PLC0415 - with trafilatura

    # Each of these moves every node once; taking elements out one by one copies the text behind them each time.
    strip_elements(tree, "del", "s", "strike", "annotation", "annotation-xml", with_tail=False)
    for element in _inner(tree, "q"):
        _wrap(element, "“", "”")
    for element in _inner(tree, "math"):
        _write_out(element)
    for element in _inner(tree, "sup", "sub"):
        _make_small(element)
    for element in _inner(tree, "time", "label", "abbr", "acronym"):
        if _in_prose(element):
            element.tag = _WORDS
    strip_elements(tree, _GONE, with_tail=False)
    strip_tags(tree, _WORDS)


def _inner(tree: Any, *tags: str) -> Iterator[Any]:
    """The elements of these names that have a parent, found before any of them is changed."""
    return (element for element in list(tree.iter(*tags)) if element.getparent() is not None)


def _in_prose(element: Any) -> bool:
    """True where an element stands in running text, not alone in a box of the page's frame."""
    beside = (_text_before(element) + (element.tail or "")).strip()
    return bool(beside) or any(parent.tag in _PROSE for parent in element.iterancestors())


def _text_before(element: Any) -> str:
    """The text right before an element, with that of an element right before it."""
    before = element.getprevious()
    if before is None:
        return element.getparent().text or ""
    # A comment is no text, and its tag is not a name.
    return (before.text_content() if isinstance(before.tag, str) else "") + (before.tail or "")


def _wrap(element: Any, left: str, right: str) -> None:
    """Puts text before and behind what an element holds, and makes it a plain part of its sentence."""
    element.tag = _WORDS
    element.text = left + (element.text or "")
    if len(element):
        element[-1].tail = (element[-1].tail or "") + right
    else:
        element.text += right


def _make_small(element: Any) -> None:
    """Writes the digits of `<sup>`, and of a `<sub>` that touches a digit, as small characters."""
    level = element.tag
    words = element.text_content().strip().strip("[]").strip()
    element.tag = _WORDS
    if not re.search(r"[0-9]", words):
        return
    if level == "sub":
        after = element.getnext()
        behind = element.tail or (after.text_content() if after is not None and isinstance(after.tag, str) else "")
        if not (_text_before(element)[-1:].isdigit() or behind[:1].isdigit()):
            return
    _set_text(element, small_digits(words, level="sup" if level == "sup" else "sub"))


def _write_out(formula: Any) -> None:
    """Makes a formula in one line of MathML a part of its sentence: powers are raised, fractions have a slash."""
    parts = list(formula.iter("msup", "msub", "mfrac"))
    # A base and its power, or the two halves of a fraction; other layouts have no reading in one line.
    if next(formula.iter(*_LAID_OUT), None) is not None or any(len(part) != 2 for part in parts):
        formula.tag = _GONE
        return
    for part in parts:
        if part.tag == "mfrac":
            part[0].tail = "/"
            if _text_before(part)[-1:].isdigit():
                part.text = " " + (part.text or "")  # "3 1/2", not "31/2"
        else:
            part[1].tag = part.tag[1:]
    _make_words(formula)


def _make_words(formula: Any) -> None:
    """Leaves of a formula its words, with the raised and low digits small."""
    for element in _inner(formula, "sup", "sub"):
        words = element.text_content().strip()
        _set_text(element, small_digits(words, level="sup" if element.tag == "sup" else "sub"))
    words = " ".join(formula.text_content().split())
    formula.tag = _WORDS
    _set_text(formula, words)


def _set_text(element: Any, text: str) -> None:
    for child in list(element):
        element.remove(child)
    element.text = text


def _date(stated: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat((stated or "")[:10])
    except ValueError:
        return None


HTML = Reader(name="html", suffixes=(".html", ".htm"), markdown=True, recognizes=is_html, read=read_html)
