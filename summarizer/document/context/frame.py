"""A frame tells a model that reads a part of a long text what the whole is: path, opening, and who is who so far.

framed(chunks, document)[3].frame
    ->  ("[path] Part two > The harbour", "[opening] The ferry stopped in May. …", "[who] Mira Hanlon: Mira Hanlon, …")
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from summarizer.document.chunks import Chunk
from summarizer.document.context.cast import Cast, Introduction
from summarizer.document.context.place import opening_of, section_path
from summarizer.document.document import Document

# Of a sentence that introduces somebody the head says who it is; a frame of twelve stays below 500 tokens.
_INTRODUCED_CHARS: Final = 160
# What is said of somebody behind the name, where the name stands further on: ", Director of Public Works".
_SAID_BEHIND: Final = 40


def framed(chunks: Sequence[Chunk], document: Document) -> tuple[Chunk, ...]:
    """The chunks, each but the first with lines that say what a reader of it must know of what stands before.

    A frame does not grow with the text: it has a path, an opening of some 400 characters, and a dozen names.

    Args:
        chunks: all chunks of the document, in order.
        document: whose they are.
    """
    if len(chunks) < 2:
        return tuple(chunks)
    cast = Cast.of(document)
    opening = " ".join(document.prose(document.sentences[index].body) for index in opening_of(document))
    first, *later = chunks
    return (first, *(_framed(chunk, document, cast=cast, opening=opening) for chunk in later))


def who_lines(introductions: Sequence[Introduction], document: Document) -> list[str]:
    """Who is who: a line for each sentence that introduces somebody, with their names before its head."""
    introduced: dict[int, list[str]] = {}
    for name, sentence in introductions:
        introduced.setdefault(sentence, []).append(name)
    lines: list[str] = []
    for sentence, names in introduced.items():
        told = document.prose(document.sentences[sentence].body)
        most = max(_INTRODUCED_CHARS, *(told.find(name) + len(name) + _SAID_BEHIND for name in names))
        head = told if len(told) <= most else f"{told[:most].rsplit(' ', 1)[0]} …"
        lines.append(f"[who] {', '.join(names)}: {head}")
    return lines


def _framed(chunk: Chunk, document: Document, *, cast: Cast, opening: str) -> Chunk:
    sentence = chunk.units[0].sentence
    path = [title for title in section_path(document, sentence) if title != document.title]
    lines = [f"[path] {' > '.join(path)}"] if len(path) > 1 else []
    lines += [f"[opening] {opening}"] if opening else []
    lines += who_lines(cast.before(sentence), document)
    return replace(chunk, frame=tuple(lines))
