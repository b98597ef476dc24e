"""A chunk holds whole sentences of a document under a token budget, and ends where the document itself pauses.

chunk(document, policy=ChunkPolicy(max_tokens=2000), counter=counter)  ->  (Chunk(id="c1", …), Chunk(id="c2", …))
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from summarizer.document.document import Block, Document
from summarizer.document.splitting.cuts import cut_places
from summarizer.document.splitting.joints import Joints, joints_between
from summarizer.document.splitting.split_long import split_span
from summarizer.document.surroundings.asides import Asides
from summarizer.document.surroundings.surrounding import Surrounding
from summarizer.document.tokens import TokenCounter, counts_of
from summarizer.errors import ConfigError
from summarizer.text.span import Span

# What a unit costs beyond its words when it is shown as a numbered line: "[", up to two groups of three digits, "]",
# and the line's end; the space before the words is part of their first token (o200k).
LINE_TOKENS = 5

_SMALLEST_BUDGET = 64

# How full a chunk must be before it is cut at a better place than after the last sentence that fits. Measured on two
# books (305,000 characters, 29 headings) with a budget of 1500: as here 67 chunks, of which 96 % start at a block and
# 12 at a heading; paragraphs only from 0.85: 65 chunks, 88 %; headings only from 0.67: 65 chunks, 9 at a heading; never
# early: 63 chunks, 51 %. Count chunks and where they start again, on long texts with headings, when one of these moves.
_FULL_FOR_HEADING = 0.5
_FULL_FOR_PARAGRAPH = 0.67
_FULL_FOR_SENTENCE = 0.5

# Headings above a sentence that is too long may take this share of its chunk; beyond it they make a chunk of their own.
_MOST_HEADING = 0.75


@dataclass(frozen=True, slots=True, kw_only=True)
class ChunkPolicy:
    """How large chunks are: `2 * policy.lead_tokens < policy.max_tokens`.

    Attributes:
        max_tokens: Most tokens of the numbered lines of a chunk (`Chunk.tokens`), from 64. A sentence of news takes
            about 30: enough must fit for pronouns to resolve, and few enough for a model to cite the right ones. With
            2000, an article of the length of a news report is one chunk, by the estimate of an unknown model too.
        lead_tokens: Most tokens of the sentences shown before a chunk, on top of `max_tokens`, from 0. 150 is about
            five sentences.

    Raises:
        ConfigError: A number is out of its range.
    """

    max_tokens: int = 2000
    lead_tokens: int = 150

    def __post_init__(self) -> None:
        for name, value in (("max_tokens", self.max_tokens), ("lead_tokens", self.lead_tokens)):
            if not isinstance(value, int) or isinstance(value, bool):
                raise ConfigError(f"{name} must be a whole number, not {value!r}")
        if self.max_tokens < _SMALLEST_BUDGET:
            raise ConfigError(f"max_tokens must be at least {_SMALLEST_BUDGET}, not {self.max_tokens}")
        if not 0 <= self.lead_tokens * 2 < self.max_tokens:
            raise ConfigError(
                f"lead_tokens must be 0 up to below half of max_tokens ({self.max_tokens}), not {self.lead_tokens}"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A numbered line of a chunk: `document.text[u.span.start:u.span.end]`, a sentence or a piece of one.

    Attributes:
        number: Its number inside the chunk, from 1.
        sentence: Index into `document.sentences`.
        span: The sentence, or the piece of it where the whole exceeds the budget.
    """

    number: int
    sentence: int
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """A stretch of a document: `chunk.start == units[0].span.start and chunk.end == units[-1].span.end`.

    Attributes:
        id: "c1", "c2" and so on in document order.
        start: First code point.
        end: One past the last.
        units: Its numbered lines, in order, with nothing but white space and `asides` between them.
        lead: Indexes of the sentences right before it under the same heading, to be shown but not to be cited.
        heading: The title of the section it starts in, "" if there is none.
        tokens: Tokens of `text[start:end]`, with a line for each aside in it, plus `LINE_TOKENS` for each unit.
        asides: What is left out between its units, right behind them, and before those of the first chunk.
        frame: Lines that say what the whole text is, shown before the chunk beside its budget; see context/frame.py.
    """

    id: str
    start: int
    end: int
    units: tuple[Unit, ...]
    lead: tuple[int, ...]
    heading: str
    tokens: int
    frame: tuple[str, ...] = ()
    asides: tuple[Surrounding, ...] = ()


def chunk(
    document: Document, *, policy: ChunkPolicy, counter: TokenCounter, article_only: bool = False
) -> tuple[Chunk, ...]:
    """Pack the sentences of a document: `all(c.tokens <= policy.max_tokens for c in chunks)` as `counter` counts.

    Every non-space character of the document is in exactly one unit of one chunk, or in an aside. A chunk is filled
    with whole sentences and then cut at the last good place in it: before a heading if it is half full there, else
    between blocks if it is two thirds full, else after a sentence. A source, or a new top section (a heading of the
    highest level that occurs more than once), starts a new chunk if the present one is half full and cannot hold all
    that is left. A chunk ends with a heading only where the document does, or where headings alone nearly fill it. A
    sentence beyond the budget becomes several units.

    Args:
        document: What to cut; it has at least one sentence.
        policy: The budgets.
        counter: What counts. With an estimate the budget holds for the estimate.
        article_only: Leave `document.surroundings` out: no unit is of them, and each is an aside of one chunk.

    Returns:
        The chunks in document order, at least one.

    Raises:
        ConfigError: The counter does not return one count a text.
    """
    left_out = document.surroundings if article_only else ()
    packer = _Packer(document, policy, counter, Asides(left_out, text=document.text, prose=document.prose))
    chunks: list[Chunk] = []
    first = 0
    while first < len(packer.spans):
        last, tokens = packer.cut_after(first)
        chunks.append(packer.chunk(first, last, number=len(chunks) + 1, tokens=tokens))
        first = last
    return tuple(chunks)


class _Packer:
    """The units of a document, counted from 0, with what each costs, and the choice of where a chunk ends."""

    def __init__(self, document: Document, policy: ChunkPolicy, counter: TokenCounter, asides: Asides) -> None:
        self._document = document
        self._policy = policy
        self._counter = counter
        self._asides = asides
        self._shown = [sentence for sentence in document.sentences if sentence.index not in asides.sentences]
        spans = [sentence.span for sentence in self._shown]
        self._own = counts_of([document.text[start:end] for start, end in spans], counter)
        self._place = {sentence.index: place for place, sentence in enumerate(self._shown)}
        self._openings = self._first_of_sources()
        joints = self._joints(spans)
        lines = self._lines(spans, joints)
        self._sentence = [sentence for sentence, _, _ in lines]
        self.spans = [span for _, span, _ in lines]
        if len(lines) > len(spans):
            joints = self._joints(self.spans)
        self._before = [0, *joints.costs]  # what each unit costs more behind the one before
        costs = (joint + cost + LINE_TOKENS for joint, (_, _, cost) in zip(self._before, lines, strict=True))
        self._until = [0, *accumulate(costs)]
        self._guessed = [0, 0, *accumulate(not exact for exact in joints.exact)]
        self._cuts = cut_places(document, self._sentence, openings=self._openings)
        self._titles: dict[int, str] = {}  # of headings, by block

    def _joints(self, spans: Sequence[Span]) -> Joints:
        """What stands between neighbours costs, asides too."""
        if not self._asides.sentences:
            return joints_between(self._document.text, spans, self._counter)
        gaps = [self._asides.text(Span(one.end, other.start)) for one, other in pairwise(spans)]
        return joints_between(self._document.text, spans, self._counter, gaps=gaps)

    def _lines(self, spans: Sequence[Span], joints: Joints) -> list[tuple[int, Span, int]]:
        """(sentence, span, tokens) of each unit; sentences too long for a chunk are cut."""
        text, most = self._document.text, self._policy.max_tokens - LINE_TOKENS
        lines: list[tuple[int, Span, int]] = []
        headings = 0  # what the headings right above cost
        for index, span, own, joint in zip(self._place, spans, self._own, (0, *joints.costs), strict=True):
            room = most - headings - joint if headings and headings + joint <= most * _MOST_HEADING else most
            if own <= room:
                lines.append((index, span, own))
            else:
                parts = split_span(text, span, limit=room, counter=self._counter)
                counts = counts_of([part.of(text) for part in parts], self._counter)
                lines += [(index, part, count) for part, count in zip(parts, counts, strict=True)]
            if not self._is_heading(index):
                headings = 0
            elif headings:
                headings += joint + own + LINE_TOKENS
            else:
                headings = own + LINE_TOKENS
        return lines

    def _first_of_sources(self) -> frozenset[int]:
        """The first sentence of each source that is shown, and of the document."""
        starts = (0, *(part.first for part in self._document.parts))
        shown = [sentence.index for sentence in self._shown]
        return frozenset(shown[bisect_left(shown, start)] for start in starts if start <= shown[-1])

    def cut_after(self, first: int) -> tuple[int, int]:
        """One past the last unit of the chunk that starts at `first`, and the chunk's tokens."""
        fit = self._fit(first)
        while True:
            last = self._best_cut(first, fit)
            tokens = self._tokens(first, last)
            if tokens <= self._policy.max_tokens or last == first + 1:
                return last, tokens
            fit = last - 1  # the whole counts more than its parts: the last unit goes to the next chunk

    def _tokens(self, first: int, last: int) -> int:
        """The tokens of a chunk: the sum of its parts where that is exact, else as its slice is counted."""
        if self._guessed[last] == self._guessed[first + 1]:
            return self._until[last] - self._until[first] - self._before[first]
        slice_ = self._asides.text(Span(self.spans[first].start, self.spans[last - 1].end))
        return counts_of([slice_], self._counter)[0] + LINE_TOKENS * (last - first)

    def chunk(self, first: int, last: int, *, number: int, tokens: int) -> Chunk:
        stretch = zip(self._sentence[first:last], self.spans[first:last], strict=True)
        units = tuple(
            Unit(number=number, sentence=sentence, span=span)
            for number, (sentence, span) in enumerate(stretch, start=1)
        )
        return Chunk(
            id=f"c{number}",
            start=units[0].span.start,
            end=units[-1].span.end,
            units=units,
            lead=self._lead(units[0]),
            heading=self._heading(units[0].sentence),
            tokens=tokens,
            asides=self._asides.within(self._reach(first, last)),
        )

    def _reach(self, first: int, last: int) -> Span:
        """From a chunk's first unit, or the document's start, up to the next chunk or the document's end."""
        start = self.spans[first].start if first else 0
        end = self.spans[last].start if last < len(self.spans) else len(self._document.text)
        return Span(start, end)

    def _fit(self, first: int) -> int:
        """One past the last unit that fits by the sum of the parts, at least one."""
        spent = self._until[first] + self._before[first]
        return max(first + 1, bisect_right(self._until, self._policy.max_tokens + spent) - 1)

    def _best_cut(self, first: int, fit: int) -> int:
        """The best place up to `fit`, if the chunk is full enough there: a top section, heading, block or sentence."""
        if fit == len(self.spans):
            return fit
        cuts, half = self._cuts, self._filled_from(first, _FULL_FOR_HEADING)
        top = bisect_left(cuts.top_sections, half)
        if top < len(cuts.top_sections) and cuts.top_sections[top] <= fit:
            return cuts.top_sections[top]
        for places, least in (
            (cuts.headings, half),
            (cuts.blocks, self._filled_from(first, _FULL_FOR_PARAGRAPH)),
            (cuts.sentences, self._filled_from(first, _FULL_FOR_SENTENCE)),
            (cuts.units, first + 1),
        ):
            last = bisect_right(places, fit) - 1
            if last >= 0 and places[last] >= least:
                return places[last]
        return fit

    def _filled_from(self, first: int, share: float) -> int:
        """The first place behind a unit at which the chunk that starts with it is full to a share."""
        spent = self._until[first] + self._before[first]
        return max(first + 1, bisect_left(self._until, share * self._policy.max_tokens + spent))

    def _is_heading(self, sentence: int) -> bool:
        return self._document.block_of(sentence).kind == "heading"

    def _lead(self, unit: Unit) -> tuple[int, ...]:
        """The sentences right before a unit that starts a sentence, back to the heading, within the budget."""
        if unit.span.start != self._document.sentences[unit.sentence].start or self._is_heading(unit.sentence):
            return ()
        room = self._policy.lead_tokens
        here = first = self._place[unit.sentence]
        while self._shown[first].index not in self._openings and not self._is_heading(self._shown[first - 1].index):
            room -= self._own[first - 1] + LINE_TOKENS
            if room < 0:
                break
            first -= 1
        return tuple(sentence.index for sentence in self._shown[first:here])

    def _heading(self, sentence: int) -> str:
        block = self._document.block_of(sentence)
        above = block if block.kind == "heading" else self._shown_heading(sentence)
        if above is None:
            return ""
        if above.index not in self._titles:
            self._titles[above.index] = self._document.prose(above.span)
        return self._titles[above.index]

    def _shown_heading(self, sentence: int) -> Block | None:
        """The nearest heading above a sentence that is not left out."""
        above = self._document.heading_above(sentence)
        while above is not None and above.first not in self._place:
            above = self._document.heading_above(above.first)
        return above
