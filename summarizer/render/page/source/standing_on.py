"""Behind each sentence of a source stands who stands on it: the numbers of facts, and a sign for the rest.

StandingOn(statements).behind(Span(18, 51))  ->  '<a class="back" href="#f1" data-n="1" aria-label="Fact 1"></a>'
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Final

from summarizer.fragments.elements import Html, tag, together
from summarizer.render.page.content import Statement
from summarizer.render.page.source.cover import place_id
from summarizer.text.span import Span

# So many are shown behind a sentence; a click on it names them all.
_MOST: Final = 6
SUMMARY: Final = "S"
HOLDS: Final = "✓"


class StandingOn:
    """The statements by the ends of the places that they stand on."""

    def __init__(self, statements: Iterable[tuple[Statement, str]]) -> None:
        """Sort them.

        Args:
            statements: each with the sign that it has behind a sentence.
        """
        statements = list(statements)
        self.places = frozenset(place_id(place.span) for said, _ in statements for place in said.evidence)
        found = [(place.end, said.id, said.name, mark) for said, mark in statements for place in said.evidence]
        order = {one: number for number, one in enumerate(dict.fromkeys(found))}
        self._found = sorted(order, key=lambda one: (one[0], order[one]))

    def behind(self, sentence: Span) -> Html | None:
        """The signs of those that stand on a place which ends with or in this sentence, each a link to the first."""
        first = bisect_left(self._found, (sentence.start + 1,))
        last = bisect_left(self._found, (sentence.end + 1,))
        signs: dict[str, Html] = {}
        for _, said_id, name, mark in self._found[first:last]:
            signs.setdefault(mark, tag("a", class_="back", href=f"#{said_id}", data_n=mark, aria_label=f"To {name}"))
        if len(signs) > 1:
            signs.pop(SUMMARY, None)  # the summary tells the facts; where none stands, it stands for itself
        return together(list(signs.values())[:_MOST]) if signs else None
