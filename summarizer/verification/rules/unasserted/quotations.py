"""Finds the sentences that stand inside a quotation that opened before them.

"Smith said: ‘It’s sad. The mayor lied. We lost.’"    ->  the second and third
"“It is sad.", "“Nobody cared. We lost,” said Smith."  ->  what stands inside the quotation of two paragraphs
"> The mayor lied."                                   ->  it, in a block that is a quotation
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from summarizer.document.document import Block, Document
from summarizer.text.span import Span
from summarizer.verification.rules.unasserted.not_asserted import NotAsserted

# A quotation in single marks that closes behind the end of a sentence; apostrophes stand inside words.
_SINGLE: Final = re.compile(r"(?:(?<=[\s(:—–])|^)[‘'](?=\w)(?:[^“”\"‘’'\n]|(?<=\w)[’'](?=\w)){1,1500}[.!?…,][’'](?!\w)")
_DOUBLE: Final = re.compile('["“”„«»「」『』]')
_OPENS_ALWAYS: Final = frozenset("„「『")
_OPENING: Final = frozenset("\"“„«»「『‘'")
_CLOSES_ALWAYS: Final = frozenset("」』")
# How many paragraphs a quotation that nobody closes may run on: a stray mark is more likely than a longer one.
_PARAGRAPHS: Final = 6
_BESIDE: Final = 80  # characters in which it is looked for who speaks


class _Mark(NamedTuple):
    """A double quotation mark: its place in the document, and whether it opens."""

    at: int
    opens: bool


def sentences_in_quotations(document: Document) -> Iterable[tuple[int, NotAsserted]]:
    """The indexes of the sentences inside a quotation, with the words beside it that say who speaks, or its first."""
    for block in document.blocks:
        body = document.body_of(block)
        for match in _SINGLE.finditer(document.text, *body):
            yield from _between(document, Span(match.start(), match.end() - 1))
    for quotation in _double(document):
        yield from _between(document, quotation)


def _between(document: Document, quotation: Span) -> Iterable[tuple[int, NotAsserted]]:
    """The sentences that begin behind the mark that opens a quotation and before the one that closes it.

    One that has an opening mark of its own, or says behind the closing one who speaks, shows that it is quoted, and so
    does a claim that equals it.
    """
    inside = [n for n in document.sentences_in(quotation) if _begins_inside(document, n, quotation)]
    if inside:
        why = NotAsserted("quotation", _who_speaks(document, quotation))
        yield from ((number, why) for number in inside)


def _begins_inside(document: Document, number: int, quotation: Span) -> bool:
    start, end = document.sentences[number].body
    if not quotation.start < start < quotation.end or document.text[start] in _OPENING:
        return False
    return end <= quotation.end + 1 or not any(map(str.isalpha, document.text[quotation.end : end]))


def _who_speaks(document: Document, quotation: Span) -> str:
    """The words beside a quotation, before or behind it in its sentence; the first words in it where none are."""
    first = document.sentences[document.sentence_at(quotation.start)].body.start
    last = document.sentences[document.sentence_at(quotation.end - 1)].body.end
    before = document.text[max(first, quotation.start - _BESIDE) : quotation.start]
    behind = document.text[quotation.end + 1 : min(last, quotation.end + _BESIDE)]
    for words in (before, behind):
        if sum(map(str.isalpha, words)) > 1:
            return words.strip(" ,.;")
    return document.text[quotation.start : min(quotation.end, quotation.start + _BESIDE)]


def _double(document: Document) -> Iterator[Span]:
    """The quotations in double marks, from mark to mark, those of several paragraphs whole."""
    marks = [_marks_of(document, block) for block in document.blocks]
    for index, own in enumerate(marks):
        open_at: int | None = None
        for mark in own:
            if not mark.opens and open_at is not None:
                yield Span(open_at, mark.at)
            open_at = mark.at if mark.opens else None
        end = None if open_at is None else _end_behind(document, marks, index)
        if open_at is not None and end is not None:
            yield Span(open_at, end)


def _end_behind(document: Document, marks: list[list[_Mark]], index: int) -> int | None:
    """Where a quotation ends that a paragraph leaves open: each further one opens it anew, and the last closes it."""
    for further in range(index + 1, min(index + 1 + _PARAGRAPHS, len(marks))):
        own = marks[further]
        if not own:
            continue
        if not own[0].opens:
            return own[0].at
        anew = own[0].at <= document.body_of(document.blocks[further]).start
        if not anew:
            return None
        if len(own) > 1:
            return own[1].at
    return None


def _marks_of(document: Document, block: Block) -> list[_Mark]:
    """The double marks of a block in order, each by its form and by what stands before it."""
    start, end = document.body_of(block)
    found: list[_Mark] = []
    for match in _DOUBLE.finditer(document.text, start, end):
        before = document.text[match.start() - 1] if match.start() > start else " "
        apart = before.isspace() or before in "([{—–-:"
        sign = match[0]
        opens = sign in _OPENS_ALWAYS or (apart and sign not in _CLOSES_ALWAYS and sign != "”")
        found.append(_Mark(match.start(), opens))
    return found
