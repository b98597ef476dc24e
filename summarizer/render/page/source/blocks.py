"""A source becomes an article to read: headings, paragraphs, lists, quotations, tables and code, none of it raw.

source_html(document, running, note=…)  ->  "<h3>…</h3><p>…</p><table>…</table>"
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Final

from summarizer.document.document import Block, Document
from summarizer.fragments.elements import Html, tag, together
from summarizer.render.page.source.cells import cells_of, is_number
from summarizer.render.page.source.running_text import RunningText
from summarizer.text.span import Span

# Headings of the source stand below the page's own.
_ABOVE: Final = 2
_NUMBERED: Final = re.compile(r"\(?(\d{1,3})[.)]")
_DEEPEST: Final = 6


def source_html(document: Document, running: RunningText, *, note: Callable[[Span], Html | None]) -> Html:
    """All blocks of a document, in order.

    Args:
        document: what is shown.
        running: writes its sentences.
        note: what stands above a block at this place: where that is in the file, what it is beside the article.
    """
    written = _Blocks(document, running, note)
    found: list[Html] = []
    for kind, group in groupby(document.blocks, key=lambda block: block.kind):
        blocks = list(group)
        found += written.items(blocks) if kind == "item" else map(written.block, blocks)
    found.append(running.anchors(end=len(document.text) + 1))
    return together(found)


class _Blocks:
    def __init__(self, document: Document, running: RunningText, note: Callable[[Span], Html | None]) -> None:
        self._document = document
        self._running = running
        self._note = note

    def block(self, block: Block) -> Html:
        """One block, with the note above it."""
        made = {"table": self._table, "code": self._code, "quote": self._quote}.get(block.kind, self._prose)
        return together((self._note(block.span), made(block)))

    def items(self, blocks: Sequence[Block]) -> Iterator[Html]:
        """Items that follow each other, as one list; a numbered one has its own number."""
        listed: list[Html] = []
        for block in blocks:
            if note := self._note(block.span):
                if listed:
                    yield tag("ul", *listed)
                    listed = []
                yield note
            listed.append(self._item(block))
        yield tag("ul", *listed)

    def _item(self, block: Block) -> Html:
        number = _NUMBERED.match(self._document.text, block.start, self._document.body_of(block).start)
        sign = tag("span", number.group(), class_="number") if number else None
        level = min(block.level, _DEEPEST)
        kind = f"level{level}" + (" numbered" if number else "")
        return tag("li", sign, " " if sign else None, self._sentences(block), class_=kind)

    def _prose(self, block: Block) -> Html:
        said = self._sentences(block)
        if not self._document.prose(block.span):
            return together((tag("hr"), self._running.anchors(end=block.end)))
        if block.kind == "heading":
            return tag(f"h{min(_ABOVE + block.level, 6)}", said)
        return tag("p", said)

    def _quote(self, block: Block) -> Html:
        return tag("blockquote", tag("p", self._sentences(block)))

    def _code(self, block: Block) -> Html:
        """Lines as they are written: each is a sentence."""
        running, body = self._running, self._document.body_of(block)
        lines, here = [], body.start
        for sentence in self._document.sentences[block.first : block.last]:
            lines.append(running.verbatim(Span(here, sentence.body.start)))
            lines.append(tag("span", running.verbatim(sentence.body), class_="s", data_s=sentence.index))
            here = sentence.body.end
        return tag("pre", tag("code", *lines), dir="ltr", tabindex=0)

    def _table(self, block: Block) -> Html:
        """Rows of cells; the first is their heading where a line is drawn below it."""
        rows = self._document.sentences[block.first : block.last]
        cells = [cells_of(self._document.text, row.body) for row in rows]
        drawn = self._document.text[rows[0].body.end : rows[0].end]
        width = max(map(len, cells))
        made = []
        for row, spans in zip(rows, cells, strict=True):
            is_head = row is rows[0] and bool(drawn.strip())
            written = [
                self._cell(span, self._running.behind(row) if span is spans[-1] else None, is_head=is_head)
                for span in spans
            ]
            blank = [tag("td")] * (width - len(spans))
            made.append(tag("tr", *written, *blank, class_="s", data_s=row.index))
        head = tag("thead", made.pop(0)) if drawn.strip() else None
        table = tag("table", head, tag("tbody", *made) if made else None)
        return tag("div", table, class_="wide", tabindex=0, role="group", aria_label="Table")

    def _cell(self, span: Span, behind: Html | None, *, is_head: bool) -> Html:
        said = self._running.stretch(span)
        if is_head:
            return tag("th", said, behind, scope="col")
        return tag("td", said, behind, class_="figure" if is_number(span.of(self._document.text)) else None)

    def _sentences(self, block: Block) -> Html:
        sentences = self._document.sentences[block.first : block.last]
        return self._running.sentences(sentences, end=self._document.body_of(block).end)
