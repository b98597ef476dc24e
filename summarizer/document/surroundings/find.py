"""Finds what stands around the article of a text: sentences of one kind that stand side by side.

surroundings_of(text, parts=…, sentences=…, markdown=False)
    ->  (Surrounding(kind="byline", first=1, last=2, …), Surrounding(kind="comments", first=9, last=20, …))
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from summarizer.document.structure import BlockPart
from summarizer.document.surroundings.comments import comment_sections
from summarizer.document.surroundings.credits import authors_of, is_caption
from summarizer.document.surroundings.line_kinds import are_buttons, edge_kind, link_kind, sure_kind
from summarizer.document.surroundings.page_lines import MOST_CHARS, PageLine, page_lines
from summarizer.document.surroundings.related import related_lists
from summarizer.document.surroundings.surrounding import Surrounding, SurroundingKind
from summarizer.document.surroundings.time_stamps import stamp_at
from summarizer.text.span import Span

# A byline stands among the first lines, before the second paragraph ends. Run benchmarks/surroundings.py again when one
# of these moves.
_TOP_LINES: Final = 14
_TOP_PROSE: Final = 3
# A line without a stop that stands in a menu is no longer.
_MOST_LABEL: Final = 60
_FEWEST_SENTENCES: Final = 2


def surroundings_of(
    text: str, *, parts: Sequence[BlockPart], sentences: Sequence[Span], markdown: bool
) -> tuple[Surrounding, ...]:
    """What stands around an article, in order and disjoint; at least one sentence with words is in none of it.

    Args:
        text: The text.
        parts: Its blocks.
        sentences: The places of its sentences.
        markdown: Whether it is Markdown.
    """
    if len(sentences) < _FEWEST_SENTENCES:
        return ()
    lines = page_lines(text, parts, markdown=markdown)
    kinds = _Page(lines).kinds()
    if not any(kinds) or not any(line.body and not kind for line, kind in zip(lines, kinds, strict=True)):
        return ()
    return _joined(sentences, _of_sentences(sentences, lines, kinds))


class _Page:
    """The lines of a page, and what each was found to be so far."""

    def __init__(self, lines: Sequence[PageLine]) -> None:
        self._lines = lines
        self._kinds: list[SurroundingKind | None] = [None] * len(lines)
        self._authors: set[str] = set()

    def kinds(self) -> list[SurroundingKind | None]:
        """The kind of each line; None for those of the article."""
        self._sure_lines()
        self._bylines()
        for section in comment_sections(self._lines):
            self._take(section, "comments")
        self._buttons()
        for links in related_lists(self._lines, taken=self._is_taken, ends=self._only_edge_from()):
            self._take(links, "related")
        self._edges()
        self._notes_on_authors()
        return self._kinds

    def _take(self, numbers: Iterable[int], kind: SurroundingKind) -> None:
        for number in numbers:
            self._kinds[number] = kind

    def _is_taken(self, number: int) -> bool:
        return self._kinds[number] is not None

    def _sure_lines(self) -> None:
        for number, line in enumerate(self._lines):
            if len(line.words) <= MOST_CHARS:
                self._kinds[number] = sure_kind(line) or ("caption" if is_caption(line) else None)

    def _buttons(self) -> None:
        """Below posts that are no readers' comments, as in a forum."""
        found = (n for n, line in enumerate(self._lines) if not self._is_taken(n) and are_buttons(line.words))
        self._take(found, "navigation")

    def _bylines(self) -> None:
        prose = 0
        for number, line in enumerate(self._lines[:_TOP_LINES]):
            prose += line.prose
            names = authors_of(line) if prose < _TOP_PROSE else ()
            self._authors.update(names)
            # One that says when the article was written bears out its dates.
            if names and stamp_at(line.words) is None:
                self._kinds[number] = "byline"

    def _only_edge_from(self) -> Callable[[int], bool]:
        """Whether nothing of the article stands from a line on, by what is known so far."""
        last = len(self._lines) - 1
        while last >= 0 and not self._goes_on(last, self._lines[last]):
            last -= 1
        return lambda number: number > last

    def _goes_on(self, number: int, line: PageLine) -> bool:
        """Whether a line is the article's: no item, as a list at the end may be one of links."""
        return self._kinds[number] is None and line.body and line.prose and edge_kind(line) is None

    def _edges(self) -> None:
        """What stands before the first line of the article's body, and behind the last."""
        top = self._edge(range(len(self._lines)))
        self._label(top, backwards=True)
        foot = self._edge(range(len(self._lines) - 1, -1, -1))
        self._label(foot[::-1], backwards=False)

    def _edge(self, numbers: Iterable[int]) -> list[int]:
        """The lines of one edge, from the outside in; each that is told by itself is taken."""
        found: list[int] = []
        for number in numbers:
            line = self._lines[number]
            if self._kinds[number] is None:
                self._kinds[number] = edge_kind(line)
            if self._kinds[number] is None and line.body and link_kind(line) is None:
                break
            found.append(number)
        return found

    def _label(self, edge: Sequence[int], *, backwards: bool) -> None:
        """Takes the lines of an edge that are told by those beside them: two words of a menu, a word in its midst."""
        links = [number for number in edge if self._kinds[number] is None and link_kind(self._lines[number])]
        beside = {n for n in links if {n - 1, n + 1} & {*links, *(m for m in edge if self._is_menu(m))}}
        for number in sorted(beside):
            self._kinds[number] = link_kind(self._lines[number])
        for group in _groups(edge, self._lines):
            self._fill(group[::-1] if backwards else group)

    def _is_menu(self, number: int) -> bool:
        return self._kinds[number] in {"navigation", "legal", "cookies"}

    def _fill(self, group: Sequence[int]) -> None:
        """Takes short lines behind one of a menu, in the order given, where at least half of their group is one."""
        if 2 * sum(map(self._is_menu, group)) < len(group):
            return
        before: SurroundingKind | None = None
        for number in group:
            line = self._lines[number]
            if self._is_menu(number):
                before = self._kinds[number]
            elif before and self._kinds[number] is None and len(line.words) <= _MOST_LABEL and not line.ends:
                self._kinds[number] = before

    def _notes_on_authors(self) -> None:
        """The last line of the article's body is a note on its author if it begins with a name of the byline."""
        body = [n for n, line in enumerate(self._lines) if line.body and self._kinds[n] is None]
        for number in reversed(body[_TOP_PROSE - 1 :]):
            if not any(self._lines[number].words.startswith(name) for name in self._authors):
                break
            self._kinds[number] = "byline"


def _groups(numbers: Sequence[int], lines: Sequence[PageLine]) -> list[list[int]]:
    """Some lines by the blank ones between them."""
    found: dict[int, list[int]] = {}
    for number in numbers:
        found.setdefault(lines[number].group, []).append(number)
    return list(found.values())


def _of_sentences(
    sentences: Sequence[Span], lines: Sequence[PageLine], kinds: Sequence[SurroundingKind | None]
) -> list[SurroundingKind | None]:
    """The kind of each sentence: that of the lines on which it stands, where they have one."""
    found: list[SurroundingKind | None] = []
    first = 0
    for sentence in sentences:
        while first + 1 < len(lines) and lines[first].span.end <= sentence.start:
            first += 1
        number, on = first, set()
        while number < len(lines) and lines[number].span.start < sentence.end:
            on.add(kinds[number])
            number += 1
        found.append(on.pop() if len(on) == 1 else None)
    return found


def _joined(sentences: Sequence[Span], kinds: Sequence[SurroundingKind | None]) -> tuple[Surrounding, ...]:
    """Sentences of one kind side by side as one."""
    found: list[Surrounding] = []
    first = 0
    for number in range(1, len(kinds) + 1):
        if number < len(kinds) and kinds[number] == kinds[first]:
            continue
        kind = kinds[first]
        if kind is not None:
            span = Span(sentences[first].start, sentences[number - 1].end)
            found.append(Surrounding(kind=kind, first=first, last=number, span=span))
        first = number
    return tuple(found)
