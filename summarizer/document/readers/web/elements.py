"""The elements of a page that the paragraphs of its article were, found again by their letters and figures.

element_origins("It rained.", elements_of(tree))[0].element  ->  "/html[1]/body[1]/p[1]"
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from summarizer.document.sources.origin import Origin

_BLOCKS: Final = frozenset(
    "p li dd dt blockquote figcaption h1 h2 h3 h4 h5 h6 pre td th div section article main body".split()
)
_UNSEEN: Final = frozenset({"script", "style", "noscript", "template", "head"})
_GROUP: Final = re.compile(r"[^\n]+(?:\n(?!\n)[^\n]+)*")
_LINE: Final = re.compile(r"[^\n]+")


def element_origins(text: str, elements: Mapping[str, Sequence[str]]) -> tuple[Origin, ...]:
    """Where paragraphs, headings and items stand in the page, in order; rows of tables are left to their cells.

    What cannot be told, because the reader changed its words, has no origin.

    Args:
        text: The article, as Markdown.
        elements: Those of the page, by `elements_of`.
    """
    places = {key: iter(paths) for key, paths in elements.items()}
    return tuple(_found(text, places))


def _found(text: str, places: Mapping[str, Iterator[str]]) -> Iterator[Origin]:
    last: dict[str, str] = {}
    for group in _GROUP.finditer(text):
        for part in _parts(text, group, places):
            key = _key(part[0])
            if key not in places:
                continue
            # An element that is said again is the next of its kind; where there is no more, the last of them.
            last[key] = next(places[key], last.get(key, ""))
            yield Origin(start=part.start(), end=part.end(), element=last[key])


def _parts(text: str, group: re.Match[str], places: Mapping[str, Iterator[str]]) -> Iterator[re.Match[str]]:
    """A group of lines as one where it is one element, else its lines; no rows of tables."""
    if not group[0].startswith("|") and _key(group[0]) in places:
        yield group
        return
    for line in _LINE.finditer(text, group.start(), group.end()):
        if not line[0].startswith("|"):
            yield line


def elements_of(tree: Any) -> dict[str, list[str]]:
    """The paths of elements by what stands in them, but in none of the blocks inside them; in one walk.

    Args:
        tree: The page as lxml parsed it, before anything in it is changed.
    """
    from lxml.etree import iterwalk  # type: ignore[import-untyped] # noqa: PLC0415 - with trafilatura

    found: defaultdict[str, list[str]] = defaultdict(list)
    words: list[list[str]] = [[]]  # of each open block
    paths, counts = [""], [Counter[str]()]  # of each open element, and how many of each name stand in it so far
    unseen = 0
    for event, element in iterwalk(tree, events=("start", "end", "comment", "pi")):
        name = element.tag
        if not isinstance(name, str):
            words[-1].append(element.tail or "")
            continue
        if event == "start":
            counts[-1][name] += 1
            paths.append(f"{paths[-1]}/{name}[{counts[-1][name]}]")
            counts.append(Counter())
            unseen += name in _UNSEEN
            if name in _BLOCKS:
                words.append([])
            if not unseen:
                words[-1].append(element.text or "")
            continue
        if name in _BLOCKS and (key := _key("".join(words.pop()))):
            found[key].append(paths[-1])
        paths.pop()
        counts.pop()
        unseen -= name in _UNSEEN
        if not unseen:
            words[-1].append(element.tail or "")
    return found


def _key(text: str) -> str:
    """Letters and figures alone: marks of Markdown and raised digits make no difference."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))
