r"""A feed is many articles: the items of RSS and Atom, each with its id, address, title and day.

is_feed("<?xml version='1.0'?><rss version='2.0'>…")  ->  True
items_of(feed)[0]  ->  FeedItem(text="<p>It sank.</p>", id="https://…", url="https://…", title="Ferry", date=…, …)
"""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime
from typing import Final
from xml.etree import ElementTree

from summarizer.document.readers.reader import Reader, ReadText, head_of
from summarizer.errors import InputError

_OPENING: Final = re.compile(
    r"\s*(?:<\?xml[^<>]{0,300}\?>\s*)?(?:(?:<!--(?:[^-]|-(?!->)){0,5000}-->|<\?xml-stylesheet[^<>]{0,500}\?>|"
    r"<!DOCTYPE\s+rss[^<>\[\]]{0,300}>)\s*){0,5}"
    r"<(?:rss\b|(?:\w{1,20}:)?RDF\b[^<>]{0,2000}purl\.org/rss|(?:\w{1,20}:)?feed\b[^<>]{0,2000}w3\.org/2005/Atom)",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30});")
_XML_NAMES: Final = frozenset({"amp", "lt", "gt", "quot", "apos"})
_LOOSE: Final = re.compile(r"&(?!#\d{1,7};|#x[0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,30};)")
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_MARKUP: Final = re.compile(
    r"</?(?:p|div|br|a|img|b|i|em|strong|ul|ol|li|h[1-6]|blockquote|table|span|figure)\b", re.IGNORECASE
)
# Where an item says what, best first.
_TEXTS: Final = ("encoded", "content", "description", "summary")
_DATES: Final = ("pubdate", "published", "date", "issued", "updated", "modified")
_MOST_NAMED: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """One item of a feed; what it does not state is "" or None.

    Attributes:
        text: The whole text where the feed has it, else the teaser, else the title; a page if `format` says so.
        id: What the feed calls it: unlike those of the others.
        url: Where it can be read.
        title: Its title.
        date: The day that it states.
        format: "html" or "plain".
    """

    text: str
    id: str
    url: str
    title: str
    date: dt.date | None
    format: str


def is_feed(text: str) -> bool:
    """True for RSS and Atom, told by how they start.

    Args:
        text: Any text.
    """
    return _OPENING.match(head_of(text)) is not None


def items_of(feed: str) -> list[FeedItem]:
    """The items of a feed, in its order; those without a word are left out, and ids that come twice are numbered.

    Args:
        feed: RSS 0.9 to 2.0, or Atom.

    Raises:
        InputError: It is none, or cannot be read.
    """
    if not is_feed(feed):
        raise InputError("this is no RSS or Atom feed: it does not begin with <rss>, <rdf:RDF> or <feed>")
    elements = (element for element in _parsed(feed).iter() if _name(element) in {"item", "entry"})
    return list(_with_own_ids(filter(None, map(_item, elements))))


def _parsed(feed: str) -> ElementTree.Element:
    """The feed as a tree; names of characters that XML does not know, and loose signs, are mended."""
    if re.search(r"<!ENTITY", feed, re.IGNORECASE):
        raise InputError("this feed declares entities of its own, which are not read: they can grow without bound")
    text = _CONTROLS.sub("", re.sub(r"\A\s*<\?xml[^<>]*\?>", "", feed.removeprefix("\ufeff")))
    try:
        return ElementTree.fromstring(text)  # noqa: S314 - see above
    except ElementTree.ParseError:
        mended = _LOOSE.sub("&amp;", _NAMED.sub(_character, text))
    try:
        return ElementTree.fromstring(mended)  # noqa: S314 - see above
    except ElementTree.ParseError as error:
        raise InputError(f"this feed is no well-formed XML: {error}; fetch it again, as it may be cut off") from error


def _character(match: re.Match[str]) -> str:
    if match[1] in _XML_NAMES:
        return match[0]
    known = html.unescape(match[0])
    return f"&amp;{match[1]};" if known == match[0] else known


def _item(element: ElementTree.Element) -> FeedItem | None:
    parts: dict[str, ElementTree.Element] = {}
    for child in element:
        parts.setdefault(_name(child), child)
    title = " ".join(html.unescape(re.sub(r"<[^<>]{1,200}>", "", _words(parts.get("title")))).split())
    text = max((_words(parts[name]) for name in _TEXTS if name in parts), key=len, default="") or title
    if not text:
        return None
    url = _url(element, parts)
    known = _words(parts.get("guid")) or _words(parts.get("id"))
    return FeedItem(
        text=text,
        id=known or url or title or text[:80],
        url=url,
        title=title,
        date=next(filter(None, (_date(_words(parts.get(name))) for name in _DATES)), None),
        format="html" if _MARKUP.search(text) else "plain",
    )


def _words(element: ElementTree.Element | None) -> str:
    """What an element holds: text, escaped HTML, or HTML as it is."""
    if element is None:
        return ""
    if len(element):
        inner = "".join(ElementTree.tostring(child, "unicode") for child in element)
        return re.sub(r"(</?)\w{1,20}:|\sxmlns(?::\w{1,20})?=\"[^\"]*\"", r"\1", (element.text or "") + inner).strip()
    return (element.text or "").strip()


def _url(element: ElementTree.Element, parts: dict[str, ElementTree.Element]) -> str:
    """The address of the item itself: the link that has no other purpose."""
    for child in element:
        if _name(child) == "link":
            address = child.get("href") or (child.text or "").strip()
            if address and child.get("rel", "alternate") == "alternate":
                return address
    guid = parts.get("guid")
    permanent = guid is not None and guid.get("isPermaLink", "true") == "true" and _words(guid).startswith("http")
    return _words(guid) if permanent else ""


def _date(stated: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(stated[:10])
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(stated).date()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _with_own_ids(items: Iterator[FeedItem]) -> Iterator[FeedItem]:
    seen: dict[str, int] = {}
    for item in items:
        count = seen[item.id] = seen.get(item.id, 0) + 1
        yield item if count == 1 else replace(item, id=f"{item.id} ({count})")


def _name(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def read_feed(text: str) -> ReadText:
    """Nothing: a feed is many articles, and the error says how to read them.

    Raises:
        InputError: always.
    """
    items = items_of(text)
    titles = [f"“{item.title}”" for item in items if item.title]
    some = f" ({', '.join(titles[:_MOST_NAMED])}{', …' if len(titles) > _MOST_NAMED else ''})" if titles else ""
    raise InputError(
        f"this is a feed of {len(items)} article{'' if len(items) == 1 else 's'}{some}; "
        "summarizer.feed_items(text) gives each as an Article: summarize one, or all with Summarizer.map"
    )


FEED = Reader(name="feed", suffixes=(".rss", ".atom"), markdown=False, recognizes=is_feed, read=read_feed)
