"""Elements of HTML are made here alone, so that nothing that was written elsewhere is ever read as markup.

tag("p", "Fish & <chips>", class_="said")  ->  '<p class="said">Fish &amp; &lt;chips&gt;</p>'
address("javascript:alert(1)")             ->  ""
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from html import escape
from typing import Final, TypeAlias
from urllib.parse import urlsplit

from summarizer.fragments.harmless import harmless, one_line

_VOID: Final = frozenset({"br", "hr", "img", "input", "meta"})
_LEFTWARD: Final = frozenset({"R", "AL"})
_STRONG: Final = _LEFTWARD | {"L"}
_FOLLOWED: Final = frozenset({"http", "https"})


class Html(str):
    """Text that is HTML already; whatever else is a `str` is words."""

    __slots__ = ()


Content: TypeAlias = str | None
Value: TypeAlias = str | int | bool


def words(text: str) -> Html:
    """Words as HTML: what has a meaning there is escaped, what turns or hides letters is seen or gone."""
    # HTML reads a carriage return as a line feed; what it is shown as is the same.
    return Html(escape(harmless(text).replace("\r", "\n"), quote=False))


def tag(name: str, /, *content: Content, **attributes: Value | None) -> Html:
    """An element; its content is words, but what is `Html`.

    Args:
        name: of the element.
        content: what stands in it, one behind the other; None is nothing.
        attributes: their names with a low line for each hyphen, and one more where Python has the name for itself.
            True stands alone, None and False are left out.
    """
    said = "".join(
        _attribute(key, value) for key, value in attributes.items() if value is not None and value is not False
    )
    if name in _VOID:
        return Html(f"<{name}{said}>")
    return Html(f"<{name}{said}>{together(content)}</{name}>")


def together(content: Iterable[Content]) -> Html:
    """Some content, one behind the other."""
    return Html("".join(one if isinstance(one, Html) else words(one) for one in content if one is not None))


def address(url: str) -> str:
    """An address that a link may lead to, or "": a web page's, and nothing that runs."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    if parts.scheme not in _FOLLOWED or not parts.hostname or one_line(url) != url.strip():
        return ""
    return url.strip()


def link(url: str, /, *content: Content, **attributes: Value | None) -> Html:
    """A link to a web page, or its words alone where the address is no such."""
    goal = address(url)
    if not goal:
        return tag("span", *content, **attributes)
    return tag("a", *content, href=goal, rel="noopener noreferrer nofollow", **attributes)


def direction(text: str) -> str:
    """Which way a text runs, by its first letter that says so: "rtl", else "ltr"."""
    strong = (unicodedata.bidirectional(letter) for letter in text)
    return "rtl" if next((one for one in strong if one in _STRONG), "L") in _LEFTWARD else "ltr"


def unseen(text: str) -> Html:
    """Words for those who listen, and for nobody who looks."""
    return tag("span", text, class_="unseen")


def _attribute(key: str, value: Value) -> str:
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(one_line(str(value)))}"'
