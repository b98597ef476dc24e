"""A document shows itself as it was read: what is known of it, its first blocks, and what was set aside.

shown_document(document).html()  ->  <div class="summarizer-1f0c… …">…<p class="summarizer-block">The bridge is shut.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple, Protocol, TypeAlias

from summarizer.fragments.brief import counted
from summarizer.fragments.cell import cell
from summarizer.fragments.elements import Html, tag
from summarizer.fragments.markdown_signs import for_notebook, inline, opening
from summarizer.fragments.places import shortened
from summarizer.fragments.shown import Shown

# Enough to see whether a page was read as one: a headline, a byline, the first paragraphs.
_BLOCKS: Final = 14
_BLOCK: Final = 700
_TITLE: Final = 200
_ALL: Final = "document.text"


class ShownStretch(Protocol):
    """Where something stands in the text."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """One past its end."""


class ShownBlock(ShownStretch, Protocol):
    """What is shown of a block."""

    @property
    def kind(self) -> str:
        """What it is, such as "heading"."""


class ShownOrigin(ShownStretch, Protocol):
    """Where a stretch stands in the file that was read."""

    @property
    def label(self) -> str:
        """What a reader is told of it."""


class ShownSurrounding(Protocol):
    """Sentences that stand beside the article."""

    @property
    def kind(self) -> str:
        """What they are."""

    @property
    def first(self) -> int:
        """The first of them."""

    @property
    def last(self) -> int:
        """One past the last."""


class ShownDocument(Protocol):
    """What is shown of a document; a `Document` is one."""

    @property
    def text(self) -> str:
        """Its text."""

    @property
    def title(self) -> str | None:
        """Its title."""

    @property
    def date(self) -> dt.date | None:
        """When it was published."""

    @property
    def language(self) -> str:
        """Its language."""

    @property
    def format(self) -> str:
        """The reader that read it."""

    @property
    def blocks(self) -> Sequence[ShownBlock]:
        """Its blocks, in order."""

    @property
    def sentences(self) -> Sequence[ShownStretch]:
        """Its sentences."""

    @property
    def parts(self) -> Sequence[object]:
        """The sources that it is joined of."""

    @property
    def origins(self) -> Sequence[ShownOrigin]:
        """Where stretches of it stand in the file that was read."""

    @property
    def surroundings(self) -> Sequence[ShownSurrounding]:
        """What stands around the article."""


Words: TypeAlias = Callable[[int, int], str]
"""The readable words of a stretch, from its start to its end."""


class _Block(NamedTuple):
    """A block as it is shown: its words, what it is, where it stands, and whether it is beside the article."""

    words: str
    kind: str
    label: str
    is_aside: bool


def shown_document(document: ShownDocument, *, words: Words) -> Shown:
    """How a notebook shows a document.

    Args:
        document: any.
        words: what reads its text.
    """
    return Shown(
        markdown=lambda: _markdown(document, words), html=lambda: _html(document, words), all_of_it=f"print({_ALL})"
    )


def _html(document: ShownDocument, words: Words) -> Html:
    blocks = [_block_html(block) for block in _first_blocks(document, words)]
    return cell(
        tag(
            "div",
            tag("p", tag("strong", _title(document)), class_="summarizer-title", dir="auto"),
            tag("p", " · ".join(_known(document)), class_="summarizer-facts-of"),
            class_="summarizer-head",
        ),
        tag("div", *blocks, class_="summarizer-read"),
        *(tag("p", line, class_="summarizer-foot") for line in _below(document)),
    )


def _block_html(block: _Block) -> Html:
    sign = {"item": "• ", "quote": "“ "}.get(block.kind, "")
    said = tag("strong", block.words) if block.kind == "heading" else block.words
    label = tag("small", block.label, class_="summarizer-label") if block.label else None
    kind = f"summarizer-block{' summarizer-aside' if block.is_aside else ''}"
    return tag("p", sign, said, label and " ", label, class_=kind, dir="auto")


def _markdown(document: ShownDocument, words: Words) -> str:
    lines = [f"**{inline(_title(document))}**", inline(" · ".join(_known(document)))]
    for block in _first_blocks(document, words):
        line = f"**{inline(block.words)}**" if block.kind == "heading" else opening(inline(block.words))
        lines.append(f"{line} ({inline(block.label)})" if block.label else line)
    lines += [f"*{inline(line)}*" for line in _below(document)]
    return for_notebook(lines)


def _title(document: ShownDocument) -> str:
    return shortened(document.title or "", most=_TITLE) or "A document without a title"


def _known(document: ShownDocument) -> Iterator[str]:
    yield document.format
    if document.language:
        yield document.language
    if document.date:
        yield document.date.isoformat()
    yield counted(len(document.text), "character")
    yield counted(len(document.sentences), "sentence")
    if document.parts:
        yield counted(len(document.parts), "source")


def _first_blocks(document: ShownDocument, words: Words) -> Iterator[_Block]:
    aside = [
        (document.sentences[one.first].start, document.sentences[one.last - 1].end) for one in document.surroundings
    ]
    for block in document.blocks[:_BLOCKS]:
        seen = min(block.end, block.start + 2 * _BLOCK)
        labels = (one.label for one in document.origins if one.start < block.end and block.start < one.end)
        yield _Block(
            words=shortened(words(block.start, seen) + ("…" if seen < block.end else ""), most=_BLOCK),
            kind=block.kind,
            label=shortened(next(filter(None, labels), ""), most=_TITLE),
            is_aside=any(start <= block.start < end for start, end in aside),
        )


def _below(document: ShownDocument) -> Iterator[str]:
    if (left := len(document.blocks) - _BLOCKS) > 0:
        yield f"and {counted(left, 'block')} more: {_ALL}"
    aside = Counter[str]()
    for one in document.surroundings:
        aside[one.kind] += one.last - one.first
    if aside:
        yield "Set aside, and in no fact: " + ", ".join(
            f"{counted(n, 'sentence')} of {kind}" for kind, n in aside.items()
        )
