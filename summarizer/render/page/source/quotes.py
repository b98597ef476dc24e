"""A place of the source is quoted as it is read there, with the words in it marked that speak against a statement."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.fragments.elements import Html, tag, together
from summarizer.render.page.content import ShownSource
from summarizer.render.page.source.inline import pieces_of, set_piece
from summarizer.text.span import Evidence, Span


def quoted(place: Evidence, sources: Sequence[ShownSource], *, marks: Sequence[Span] = ()) -> Html:
    """The words of a place without markup.

    Args:
        place: where they stand.
        sources: the sources of the page; the place is in one of them.
        marks: places to mark in it, disjoint.
    """
    source = next(one for one in sources if one.start <= place.start <= one.end)
    span = Span(place.start - source.start, place.end - source.start)
    inside = [Span(mark.start - source.start, mark.end - source.start) for mark in marks if mark.overlaps(place.span)]
    edges = sorted({edge for mark in inside for edge in mark})
    found = []
    for piece in pieces_of(source.document, span, shown=source.document.text):
        for part in piece.cut([edge for edge in edges if piece.start < edge < piece.end]):
            is_marked = any(mark.start <= part.start < mark.end for mark in inside)
            found.append(tag("mark", set_piece(part)) if is_marked else set_piece(part))
    return together(found)
