r"""The page of a mail as plain text: its blocks as paragraphs, without the mail that it quotes.

page_text("<p>It rained.</p><blockquote type='cite'>Did it?</blockquote>")  ->  PageText("It rained.", quoted=1)
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final, NamedTuple

_BLOCKS: Final = frozenset(
    "p div tr table ul ol li h1 h2 h3 h4 h5 h6 blockquote section article header footer center hr pre dl dt dd".split()
)
_APART: Final = frozenset("p table ul ol h1 h2 h3 h4 h5 h6 blockquote hr pre".split())  # with a blank line around them
_UNSEEN: Final = frozenset("head style script title noscript template".split())
_VOID: Final = frozenset("br hr img input meta link area base col embed source track wbr".split())
# How mail programs mark what they quote, and what stands above it.
_QUOTES: Final = re.compile(
    r"gmail_quote|gmail_attr|yahoo_quoted|moz-cite-prefix|protonmail_quote|zmail_extra|x_?divRplyFwdMsg|^divRplyFwdMsg|"
    r"appendonsend|OLK_SRC_BODY_SECTION|reply-intro|mail-quote-collapse|AppleMailQuote"
)
_REST_IS_QUOTED: Final = re.compile(r"divRplyFwdMsg|appendonsend")
_HIDDEN: Final = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|max-height\s*:\s*0|font-size\s*:\s*0(?:px|pt)?\s*(?:;|$)"
)


class PageText(NamedTuple):
    """The words of a page, and how many stretches of quoted mail are not among them."""

    text: str
    quoted: int


def page_text(page: str) -> PageText:
    """What a reader sees of a mail's page, one paragraph a block; quoted mail is left out where programs mark it.

    Args:
        page: HTML, whole or a fragment.
    """
    reader = _Reader()
    reader.feed(page)
    reader.close()
    lines = [" ".join(line.split()) for line in "".join(reader.pieces).split("\n")]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return PageText(text, reader.quoted)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.quoted = 0
        self._open: list[tuple[str, bool]] = []  # elements that are open, and whether they are left out
        self._ended = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._break(tag)
        if tag in _VOID:
            return
        values = {name: value or "" for name, value in attrs}
        inside = self._left_out()
        quoted = self._is_quote(tag, values)
        self.quoted += quoted and not inside
        self._open.append((tag, quoted or tag in _UNSEEN or _HIDDEN.search(values.get("style", "")) is not None))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - as it is called
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        names = [name for name, _ in self._open]
        if tag in names:
            del self._open[len(names) - 1 - names[::-1].index(tag) :]
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if not self._left_out():
            self.pieces.append(re.sub(r"\s+", " ", data))

    def _left_out(self) -> bool:
        return self._ended or any(left_out for _, left_out in self._open)

    def _break(self, tag: str) -> None:
        if tag in _BLOCKS or tag == "br":
            self.pieces.append("\n\n" if tag in _APART else "\n")
        elif tag in {"td", "th"}:
            self.pieces.append(" ")

    def _is_quote(self, tag: str, values: dict[str, str]) -> bool:
        names = f"{values.get('class', '')} {values.get('id', '')}".strip()
        if tag == "blockquote" and (values.get("type") == "cite" or "cite" in names):
            return True
        if not _QUOTES.search(names):
            return False
        # Outlook marks the head of what it quotes, and lets the rest stand behind it.
        self._ended = self._ended or _REST_IS_QUOTED.search(names) is not None
        return True
