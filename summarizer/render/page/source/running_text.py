"""Sentences of a source become running text: what the page points at lies in elements that say so, and nothing is lost.

<span class="s"><span id="e90-131"></span><span class="e" data-e="e90-131">The port <em>closes</em>.</span></span>
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from summarizer.document.document import Document, Sentence
from summarizer.fragments.elements import Html, tag, together
from summarizer.fragments.harmless import harmless
from summarizer.render.page.source.cover import Cover, place_id
from summarizer.render.page.source.inline import Piece, pieces_of, set_piece
from summarizer.text.span import Span


class RunningText:
    """Writes stretches of one document; each place that is pointed at gets one anchor, where its first words are."""

    def __init__(
        self,
        document: Document,
        *,
        start: int,
        support: Cover,
        against: Cover,
        behind: Callable[[Span], Html | None],
        held: frozenset[str],
    ) -> None:
        """Keep what is pointed at.

        Args:
            document: whose text is written.
            start: where it begins in the text that the places refer to.
            support: the places that statements stand on.
            against: the places of words that speak against one.
            behind: what stands behind a sentence, which is at this place: who stands on it.
            held: the names of those places that something stands on which holds.
        """
        self.document = document
        self._start = start
        self._support, self._against = support, against
        self._behind = behind
        self._held = held
        self._shown = harmless(document.text)
        self._anchored = 0

    def sentences(self, sentences: Sequence[Sentence], *, end: int) -> Html:
        """Sentences that read on, up to the end of the last one's words."""
        found = []
        for sentence, until in zip(sentences, [*(s.body.start for s in sentences[1:]), end], strict=True):
            found.append(self.sentence(sentence, Span(sentence.body.start, until)))
        return together(found)

    def sentence(self, sentence: Sentence, span: Span) -> Html:
        """A sentence at a span, with what stands behind it before the white space at its end."""
        pieces = pieces_of(self.document, span, shown=self._shown)
        tail = ""
        while pieces and pieces[-1].is_copy and not (kept := pieces[-1].text.rstrip()):
            tail = pieces.pop().text + tail
        if pieces and pieces[-1].is_copy and kept != pieces[-1].text:
            last = pieces.pop()
            pieces += last.cut([last.start + len(kept)])
            tail = pieces.pop().text + tail
        said = together(self._runs(pieces, span))
        return together(
            (tag("span", said, self.behind(sentence), class_="s", data_s=sentence.index), " " if tail else None)
        )

    def behind(self, sentence: Sentence) -> Html | None:
        """What stands behind a sentence: who stands on it."""
        return self._behind(Span(self._start + sentence.body.start, self._start + sentence.body.end))

    def stretch(self, span: Span) -> Html:
        """Words that are no whole sentence, such as a cell of a table."""
        return together(self._runs(pieces_of(self.document, span, shown=self._shown), span))

    def verbatim(self, span: Span) -> Html:
        """Words as they are written, as those of code."""
        piece = Piece(start=span.start, end=span.end, text=self._shown[span.start : span.end])
        return together(self._runs([piece], span))

    def anchors(self, *, end: int) -> Html:
        """The anchors of all places that begin before an offset and have none yet: nothing visible stands there."""
        return together(self._anchors(end))

    def _runs(self, pieces: Sequence[Piece], span: Span) -> Iterator[Html]:
        cut = [part for piece in pieces for part in piece.cut(self._cuts(piece))]
        for names, run in groupby(cut, key=self._names):
            listed = list(run)
            yield from self._anchors(listed[-1].end)
            said = together(map(set_piece, listed))
            support, against = names
            if support or against:
                kind = "e" + " x" * bool(against) + " doubted" * self._held.isdisjoint(support)
                yield tag("span", said, class_=kind, data_e=" ".join(support) or None, data_x=" ".join(against) or None)
            else:
                yield said
        yield from self._anchors(span.end)

    def _cuts(self, piece: Piece) -> list[int]:
        start, end = self._start + piece.start, self._start + piece.end
        cuts = sorted({*self._support.cuts(start, end), *self._against.cuts(start, end)})
        return [cut - self._start for cut in cuts]

    def _names(self, piece: Piece) -> tuple[tuple[str, ...], tuple[str, ...]]:
        place = self._start + piece.start
        return self._support.over(place), self._against.over(place)

    def _anchors(self, end: int) -> Iterator[Html]:
        """An anchor for each place that begins before `end`, once."""
        begin, until = self._start + self._anchored, self._start + end
        if until > begin:
            self._anchored = end
            for span in self._support.beginning(begin, until):
                yield tag("span", id=place_id(span), class_="anchor")
