"""A place of the source is quoted as it is read there, with the words in it marked that speak against a statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.fragments.elements import Html, tag, together
from summarizer.render.page.content import ShownSource
from summarizer.render.page.source.inline import Piece, pieces_of, set_piece
from summarizer.text.span import Evidence, Span


def quoted(place: Evidence, sources: Sequence[ShownSource], *, marks: Sequence[Span] = ()) -> Html:
    """The words of a place without markup.

    Args:
        place: where they stand.
        sources: the sources of the page; the place is in one of them.
        marks: places to mark in it, disjoint.
    """
    source = next(one for one in sources if one.start <= place.start <= one.end)
    span = _own(place.span, source)
    inside = [_own(mark, source) for mark in marks if mark.overlaps(place.span)]
    pieces = pieces_of(source.document, span, shown=source.document.text)
    return together(part for piece in pieces for part in _marked(piece, inside))


def _marked(piece: Piece, marks: Sequence[Span]) -> Iterator[Html]:
    """A piece in parts, each of which is marked or not."""
    edges = sorted({edge for mark in marks for edge in mark})
    for part in piece.cut([edge for edge in edges if piece.start < edge < piece.end]):
        is_marked = any(mark.start <= part.start < mark.end for mark in marks)
        yield tag("mark", set_piece(part)) if is_marked else set_piece(part)


def _own(span: Span, source: ShownSource) -> Span:
    """A span as a place in the source's own text."""
    return Span(span.start - source.start, span.end - source.start)
