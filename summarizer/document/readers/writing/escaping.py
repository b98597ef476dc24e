r"""Words are escaped where Markdown would take them for marks, so that they read as what they are.

escaped("a * b")                 ->  "a \\* b"
escaped_start("1. Not a list")   ->  "1\\. Not a list"
"""

from __future__ import annotations

import re
from typing import Final

# What may be a mark wherever it stands, by itself or in company: stars, code, tags, entities, links, footnotes. An
# underscore inside a word is none.
_MARK: Final = re.compile(
    r"\\(?=[!-/:-@\[-`{-~])|[*`]|~~|(?<!\w)_|_(?!\w)|<(?=[A-Za-z/!])|&(?=#?\w{1,30};)|\[(?=\^)|\[(?=[^\[\]]{0,500}\][(\[])"
)
# What is one at the start of a line: a heading, a quotation, an item, a rule, a fence.
_START: Final = re.compile(r"(?:(?=[#>+|=~-])|(?P<number>\(?\d{1,3})(?=[.)](?:\s|$)))")


def escaped(text: str) -> str:
    """Words in the middle of a line: `strip_markup(escaped(t)).text == t` but at the start of a line.

    Args:
        text: Plain words.
    """
    return _MARK.sub(lambda found: f"\\{found[0]}" if found[0] != "~~" else "\\~\\~", text)


def escaped_start(text: str) -> str:
    """Words at the start of a line, that are no heading, quotation or item.

    Args:
        text: What stands in the line, escaped but for its start.
    """
    found = _START.match(text)
    if not found:
        return text
    place = found.end("number") if found["number"] else 0
    return f"{text[:place]}\\{text[place:]}"
