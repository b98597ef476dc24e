"""What the styles and numberings of a DOCX mean: which paragraphs are headings or titles, and how lists are marked.

Styles(parts).of(paragraph)  ->  Style(heading=2, …)
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final, NamedTuple

from summarizer.document.readers.zipped.parts import Parts
from summarizer.document.readers.zipped.xml_tree import Node, tree_of

_STYLES: Final = "word/styles.xml"
_NUMBERING: Final = "word/numbering.xml"
_HEADING: Final = re.compile(r"heading ([1-9])", re.IGNORECASE)
_CONTENTS: Final = re.compile(r"(?:toc \d|toc heading|table of figures|contents .*)", re.IGNORECASE)
_NO_LEVEL: Final = 9  # the outline level of running text
_MOST_STYLES: Final = 20  # one based on the other
_BULLETS: Final = frozenset({"bullet", "none", ""})


class Style(NamedTuple):
    """What a paragraph is: `heading` is its level, 0 for none; `mark` is that of its item, "" for none."""

    title: bool = False
    heading: int = 0
    contents: bool = False
    mark: str = ""
    depth: int = 0
    quote: bool = False


class Styles:
    """The styles of a document, and how far its lists are counted."""

    def __init__(self, parts: Parts) -> None:
        styles = tree_of(parts.read(_STYLES)) if _STYLES in parts else Node("")
        numbering = tree_of(parts.read(_NUMBERING)) if _NUMBERING in parts else Node("")
        self._styles = {one.get("styleId"): one for one in styles.all("w:style")}
        abstract = {one.get("abstractNumId"): one for one in numbering.all("w:abstractNum")}
        self._lists = {one.get("numId"): abstract.get(_value(one, "w:abstractNumId")) for one in numbering.all("w:num")}
        self._counts: dict[str, list[int]] = defaultdict(lambda: [0] * 10)

    def of(self, paragraph: Node) -> Style:
        """What a paragraph is; those of a list are counted, so that each is asked about once, in order.

        Args:
            paragraph: A `w:p`.
        """
        own = paragraph.find("w:pPr")
        chain = self._chain(_value(own, "w:pStyle") if own else "")
        names = [_value(style, "w:name") for style in chain]
        properties = [one for one in (own, *(style.find("w:pPr") for style in chain)) if one is not None]
        if any(_CONTENTS.fullmatch(name) for name in names[:1]):
            return Style(contents=True)
        if "title" in map(str.casefold, names):
            return Style(title=True)
        level = self._level(names, properties)
        if level:
            return Style(heading=level)
        mark, depth = self._item(properties)
        return Style(mark=mark, depth=depth, quote=any("quote" in name.casefold() for name in names))

    def _chain(self, style_id: str) -> list[Node]:
        """A style and those that it is based on."""
        chain: list[Node] = []
        while style_id in self._styles and len(chain) < _MOST_STYLES:
            chain.append(self._styles[style_id])
            style_id = _value(chain[-1], "w:basedOn")
        return chain

    def _level(self, names: list[str], properties: list[Node]) -> int:
        for name in names:
            found = _HEADING.fullmatch(name)
            if found:
                return int(found[1])
        levels = (_value(one, "w:outlineLvl") for one in properties)
        level = next((_number(one, _NO_LEVEL) for one in levels if one), _NO_LEVEL)
        return level + 1 if level < _NO_LEVEL else 0

    def _item(self, properties: list[Node]) -> tuple[str, int]:
        """The mark of an item and its depth, from 0."""
        numbered = next((one for one in (each.find("w:numPr") for each in properties) if one is not None), None)
        listing = self._lists.get(_value(numbered, "w:numId")) if numbered else None
        if numbered is None or listing is None:
            return "", 0
        depth = min(_number(_value(numbered, "w:ilvl"), 0), 9)
        level = next((one for one in listing.elements("w:lvl") if one.get("ilvl") == str(depth)), None)
        if level is None or _value(level, "w:numFmt") in _BULLETS:
            return "- ", depth
        counts = self._counts[_value(numbered, "w:numId")]
        counts[depth] = counts[depth] + 1 if counts[depth] else _number(_value(level, "w:start"), 1)
        counts[depth + 1 :] = [0] * (9 - depth)
        return f"{counts[depth]}. ", depth


def _number(value: str, default: int) -> int:
    return int(value) if value.isdecimal() and len(value) < 9 else default


def _value(node: Node | None, child: str) -> str:
    """The value of a property: `<w:pStyle w:val="Title"/>`."""
    found = node.find(child) if node is not None else None
    return found.get("val") if found is not None else ""
