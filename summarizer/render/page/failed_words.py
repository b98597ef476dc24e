"""The words of a refused statement that failed, and the words that the source has in their place.

failed_words(statement).said     ->  (Span(31, 42),): "6.8 percent" in "Shares in Brennvik Yard fell by 6.8 percent."
failed_words(statement).instead  ->  (Span(310, 321),): "6.3 percent" in the source
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from summarizer.render.page.content import Statement
from summarizer.text.span import Evidence, Span

_QUOTED: Final = re.compile(r"“([^“”]+)”")
_FIGURE: Final = re.compile(r"the source has (\d[\d.,]*\d|\d)")
_WORD: Final = re.compile(r"\w[\w'’.,%-]*\w|\w")


class FailedWords(NamedTuple):
    """Places in the statement, and places in the source; each in order, none over another."""

    said: tuple[Span, ...]
    instead: tuple[Span, ...]


def failed_words(statement: Statement) -> FailedWords:
    """What failed in a statement: the items of its checks that did not pass, else what the judge found in no sentence.

    A statement that is supported has none: what a check asked of it, a judge has settled.
    """
    if statement.verdict == "supported":
        return FailedWords((), ())
    failed = [check for check in statement.checks if not check.passed]
    said = [span for check in failed for span in _places(check.item, statement.text)]
    said = [span for span in said if span.end - span.start < len(statement.text.strip())]
    if not said:
        said = list(_not_found(statement))
    instead = [
        Span(place.start + span.start, place.start + span.end)
        for place in statement.evidence
        for span in _all_places(_instead_of(check.note for check in failed), place)
    ]
    return FailedWords(_disjoint(said), _disjoint(instead))


def _instead_of(notes: Iterable[str]) -> set[str]:
    """The words of the source that the notes of checks name."""
    found: set[str] = set()
    for note in notes:
        found.update(_QUOTED.findall(note))
        found.update(_FIGURE.findall(note))
    return found


def _all_places(wanted: Iterable[str], place: Evidence) -> Iterator[Span]:
    for one in wanted:
        yield from _places(one, place.text)


def _places(wanted: str, text: str) -> list[Span]:
    """Where some words stand in a text by themselves, whatever white space and case they are written in."""
    pieces = [re.escape(piece) for piece in wanted.split()]
    if not pieces:
        return []
    written = r"\s+".join(pieces)
    found = re.finditer(rf"(?<!\w){written}(?!\w)", text, re.IGNORECASE)
    return [Span(*match.span()) for match in found]


def _not_found(statement: Statement) -> Iterator[Span]:
    """The words of what a judge found not entailed that stand in none of the evidence."""
    known = {word.group().casefold() for place in statement.places() for word in _WORD.finditer(place.text)}
    for assertion in statement.assertions:
        if assertion.relation == "entailed":
            continue
        asserted = {word.group().casefold() for word in _WORD.finditer(assertion.text)} - known
        for word in _WORD.finditer(statement.text):
            if word.group().casefold() in asserted:
                yield Span(*word.span())


def _disjoint(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch or overlap as one."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)
