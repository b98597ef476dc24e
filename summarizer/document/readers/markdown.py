r"""Markdown is read as it is; its front matter may state the article's title and date.

MARKDOWN.recognizes("# Ferry\n\nIt **sank** in a **storm**.")           ->  True
MARKDOWN.read("---\ntitle: Ferry\n---\n\nIt sank.").title  ->  "Ferry"
"""

from __future__ import annotations

import re

from summarizer.document.readers.reader import Reader, ReadText, head_of
from summarizer.document.title_and_date import front_matter, stated_date

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


def is_markdown(text: str) -> bool:
    """True for a text with several signs of Markdown that plain prose does not show.

    Args:
        text: Any text; its first 50,000 code points are looked at.
    """
    head = head_of(text)
    score = 0
    for pattern, points, most in _SIGNS:
        score += _points(pattern, head, points=points, most=most)
        if score >= _ENOUGH:
            return True
    return False


def _points(pattern: re.Pattern[str], head: str, *, points: int, most: int) -> int:
    """What one sign counts in a text, looked for no further than needed."""
    gained = 0
    for _ in pattern.finditer(head):
        gained += points
        if gained >= most:
            break
    return gained


def read_markdown(text: str) -> ReadText:
    """The text as it is, with the title and date of its front matter."""
    _, fields = front_matter(text)
    return ReadText(text=text, title=fields.get("title") or None, date=stated_date([fields.get("date", "")]))


MARKDOWN = Reader(
    name="markdown", suffixes=(".md", ".markdown"), markdown=True, recognizes=is_markdown, read=read_markdown
)
