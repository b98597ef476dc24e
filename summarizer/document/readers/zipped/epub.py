r"""Of an EPUB the chapters are read in their order, as Markdown; of each paragraph its chapter is kept.

EPUB.read(data)  ->  ReadText(text="# One\n\nIt rained …", title="The Ferry", origins=(Origin(path="One", …), …))
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from summarizer.document.readers.opening.decoding import text_of
from summarizer.document.readers.opening.file_kinds import member_names
from summarizer.document.readers.reader import BytesReader, ReadText
from summarizer.document.readers.unused import Unused
from summarizer.document.readers.writing.counted import counted
from summarizer.document.readers.writing.draft import Draft
from summarizer.document.readers.zipped.chapter import Chapter
from summarizer.document.readers.zipped.parts import Parts, beside
from summarizer.document.readers.zipped.xml_tree import Node, tree_of
from summarizer.errors import InputError

_CONTAINER: Final = "META-INF/container.xml"
_ENCRYPTION: Final = "META-INF/encryption.xml"
# Ways of making fonts unreadable that protect no text.
_FONTS_ALONE: Final = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_TEXTS: Final = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})


def is_epub(data: bytes) -> bool:
    """Whether bytes are an EPUB: an archive that says where its book is."""
    return _CONTAINER in member_names(data)


def read_epub(data: bytes) -> ReadText:
    """The text of an EPUB, chapter after chapter, without tables of contents.

    Args:
        data: All bytes of the file.

    Raises:
        InputError: It is damaged, protected, too large, or has no text.
    """
    parts = Parts(data)
    _check_open(parts)
    package_name = next((one.get("full-path") for one in tree_of(parts.read(_CONTAINER)).all("rootfile")), "")
    package = tree_of(parts.read(package_name))
    draft = Draft()
    chapter = Chapter(draft)
    missing = 0
    for name in _chapters(package, package_name):
        if name not in parts:
            missing += 1
            continue
        source = parts.read(name)
        if source.strip():
            chapter.read(text_of(source, name=f"its part {name!r}"))
    chapter.notes()
    text, origins = draft.finished()
    if not text.strip():
        raise InputError("it has no text; its pages are pictures, or it is damaged")
    stated = {one.name: " ".join(one.words.split()) for one in reversed(list(package.all("title", "language", "date")))}
    language = stated.get("language", "")[:2].lower()
    return ReadText(
        text=text,
        title=stated.get("title") or None,
        date=_date(stated.get("date", "")),
        language=language if language.isalpha() and len(language) == 2 else None,
        origins=origins,
        unused=tuple(_unused(chapter.pictures, missing)),
    )


def _check_open(parts: Parts) -> None:
    """Raises InputError for a book whose text is protected against copying."""
    if _ENCRYPTION not in parts:
        return
    methods = (one.get("Algorithm") for one in tree_of(parts.read(_ENCRYPTION)).all("EncryptionMethod"))
    if any(method not in _FONTS_ALONE for method in methods):
        raise InputError("it is protected against copying (DRM); give a copy without it")


def _chapters(package: Node, package_name: str) -> Iterator[str]:
    """The names of the parts that are read one after the other."""
    items = {one.get("id"): one for one in package.all("item")}
    for reference in package.all("itemref"):
        item = items.get(reference.get("idref"))
        is_read = item is not None and reference.get("linear") != "no" and "nav" not in item.get("properties").split()
        if item is not None and is_read and item.get("media-type") in _TEXTS:
            yield beside(package_name, unquote(item.get("href")))


def _unused(pictures: int, missing: int) -> Iterator[Unused]:
    if pictures:
        yield Unused(what=counted(pictures, "picture"))
    if missing:
        yield Unused(what=counted(missing, "chapter"), where="named in the book and not in its archive")


def _date(stated: str) -> dt.date | None:
    """The day that a book states; a year alone is none."""
    try:
        return dt.date.fromisoformat(stated[:10])
    except ValueError:
        return None


EPUB: Final = BytesReader(name="epub", suffixes=(".epub",), markdown=True, recognizes=is_epub, read=read_epub)
