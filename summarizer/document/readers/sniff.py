"""Which format a text is in: plain, Markdown or HTML, from signs that plain prose does not show."""

from __future__ import annotations

import re
from typing import Literal

Format = Literal["plain", "markdown", "html"]

# Only the beginning is looked at: a format shows early, and the whole of a long book need not be searched.
_LOOK = 50_000
_HTML = re.compile(
    r"(?:\ufeff?\s{0,1000}(?:<\?xml[^<>]{0,200}\?>|<!--(?:[^-]|-(?!->)){0,5000}-->)){0,5}\ufeff?\s{0,1000}"
    r"<(?:!doctype\s+html|html|head|body|article|main)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_HTML_BLOCK = re.compile(r"<(?:p|h[1-6]|div|article|section)\b[^<>]{0,500}>", re.IGNORECASE)
_HTML_CLOSE = re.compile(r"</(?:p|h[1-6]|div|article|section)>\s*$", re.IGNORECASE)

# Sign, what it counts, at most how much. Two points make Markdown: one heading or fence alone could be a shell script
# or a remark.
_SIGNS: tuple[tuple[re.Pattern[str], int, int], ...] = tuple(
    (re.compile(pattern, re.MULTILINE), points, most)
    for pattern, points, most in (
        (r"\A---[ \t]*\n(?:[A-Za-z_][\w-]*:.*\n){1,60}---", 2, 2),  # front matter
        (r"^#{1,6} +\S", 1, 2),  # a heading
        (r"\A\s*# +\S", 1, 1),  # it opens with one
        (r"^#{2,6} +\S", 1, 1),  # a heading of a lower level is no comment
        (r"^(?:`{3,}|~{3,})[\w+-]*[ \t]*$", 1, 2),  # a fence
        (r"(?<![\w*])\*\*(?=[^\s*])[^*\n]{1,200}(?<=[^\s*])\*\*(?![\w*])", 1, 2),  # strong emphasis
        (r"(?<!!)\[[^\[\]\n]{1,200}\]\((?:https?://|/|#|\.|mailto:)[^()\s]{0,500}\)", 2, 2),  # a link
        (r"!\[[^\[\]\n]{0,200}\]\([^()\s]{1,500}\)", 2, 2),  # an image
        (r"^\|?[ \t]*:?-{3,}:?[ \t]*\|[-| \t:]*$", 2, 2),  # the second line of a table
        (r"^> +\S", 1, 1),  # a quotation
        (r"^[ ]{0,3}[-*+] +\S.*\n[ ]{0,6}[-*+] +\S", 1, 1),  # a list
        (r"^\[\^[^\[\]\s]{1,40}\]: ", 2, 2),  # a footnote
    )
)
_ENOUGH = 2


def sniff(text: str) -> Format:
    """The format that a text shows: "html" by how it starts, "markdown" by several signs, else "plain".

    Args:
        text: The text; its first 50,000 code points are looked at.
    """
    if _HTML.match(text):
        return "html"
    # Only for looking: the signs know one kind of line end, and a byte order mark is none.
    head = text[:_LOOK].removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    block = _HTML_BLOCK.match(head.lstrip())
    if block and _HTML_CLOSE.search(text[-200:]):
        return "html"
    score = 0
    for pattern, points, most in _SIGNS:
        gained = 0
        for _ in pattern.finditer(head):
            gained += points
            if gained >= most:
                break
        score += gained
        if score >= _ENOUGH:
            return "markdown"
    return "plain"
