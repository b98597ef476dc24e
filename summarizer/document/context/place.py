"""A sentence has a place in its document: under which headings it stands. And a document has an opening.

section_path(document, 40)  ->  ("Part two", "The harbour")
opening_of(document)        ->  (1, 2, 3), the first sentences of the article, about 400 characters
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

from summarizer.document.document import Document

# The kinds of block in which an article begins to tell; a table or a piece of code opens nothing.
_TELLING: Final = ("paragraph", "item", "quote")


def section_path(document: Document, sentence: int) -> tuple[str, ...]:
    """The titles of the headings above a sentence in its source, outermost first: each of a higher level than the next.

    A heading's own path ends with itself. Of several sources each path begins with the title of its source.
    `section_path(document, 0) == ()` for a text that opens with no heading.

    Args:
        document: whose headings they are.
        sentence: its index.
    """
    block = document.block_of(sentence)
    part = document.part_at(document.sentences[sentence].start)
    source = part.title if part and part.title and len(document.parts) > 1 else ""
    above = document.headings[: bisect_right(document.headings, block.index)]
    path: list[str] = []
    within: int | None = None  # the level of the heading found last
    for index in reversed(above[bisect_left(above, part.first_block if part else 0) :]):
        heading = document.blocks[index]
        if within is None or heading.level < within:
            path.append(document.prose(heading.span))
            within = heading.level
    if source and path[-1:] != [source]:
        path.append(source)
    return tuple(reversed(path))


def opening_of(document: Document, *, most: int = 400) -> tuple[int, ...]:
    """The indexes of the first sentences of the article, headings passed over: at least one where there is prose.

    Args:
        document: the article.
        most: code points at most, unless the first sentence alone has more. 400 is the first paragraph of a report.
    """
    found: list[int] = []
    room = most
    for block in document.blocks:
        if block.kind not in _TELLING:
            continue
        for sentence in document.sentences[block.first : block.last]:
            room -= sentence.end - sentence.start
            if found and room < 0:
                return tuple(found)
            found.append(sentence.index)
    return tuple(found)
