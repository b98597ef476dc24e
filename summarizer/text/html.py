"""The article inside an HTML page, as Markdown, with the title, date and language that the page states."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from summarizer.errors import InputError, MissingExtra

_LANG = re.compile(r"<html\b[^<>]{0,500}?\slang\s*=\s*[\"']?([A-Za-z]{2})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """What an HTML page holds: its article as Markdown, and what its metadata says."""

    text: str
    title: str | None
    date: dt.date | None
    language: str


def extract(page: str) -> Extracted:
    """The article of an HTML page, without menus, scripts and footers; nothing is fetched.

    Args:
        page: The source of the page, decoded.

    Returns:
        The article and the page's own title, date and language ("" if it names none).

    Raises:
        MissingExtra: If trafilatura (extra `html`) is not installed.
        InputError: If the page holds no article text.
    """
    try:
        from trafilatura import extract as article_of  # noqa: PLC0415 - heavy, and an extra
        from trafilatura import extract_metadata as metadata_of  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtra(what="reading HTML", extra="html") from error
    # NUL and other controls make lxml refuse a page; HTML gives them no meaning.
    clean = re.sub(r"[\x00-\x08\x0b\x0e-\x1f\x7f]", "", page)
    text = article_of(
        clean,
        output_format="markdown",
        include_formatting=True,
        include_links=False,
        include_images=False,
        include_comments=False,
        with_metadata=False,
    )
    text = (text or "").strip()
    if not text:
        raise InputError(
            "no article text was found in this HTML page; give the article's own text, "
            "or pass format='plain' to use the source as it is"
        )
    # Only a date that the page states in its metadata or markup; no guess from the numbers in its text.
    stated = metadata_of(clean, date_config={"extensive_search": False, "original_date": True})
    language = _LANG.search(clean[:5000])
    return Extracted(
        text=text,
        title=stated.title or None,
        date=_date(stated.date),
        language=language[1].lower() if language else "",
    )


def _date(stated: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat((stated or "")[:10])
    except ValueError:
        return None
