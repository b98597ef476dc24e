"""A page is what a judge is shown of a source: numbered sentences around some places, or those closest to a claim.

    page_around([span], source=source)         ->  a short source whole; of a long one the sentence, two on either side
    page_around([span], …, chunk_id="c2")      ->  chunk c2 whole, and behind it what stands outside
    closest_page("A ferry sank.", source=…)    ->  the six sentences that speak of it most, in order

What a page leaves out is a line [...], at its ends too. No page is empty: where no place is named or found, it is the
opening of the document.
"""

from __future__ import annotations

import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from summarizer.document.chunks import Chunk, Unit
from summarizer.document.numbered_sentences import numbered, numbered_chunk, renumbered
from summarizer.languages.registry import together
from summarizer.languages.scripts import is_unspaced
from summarizer.text.fold import folded
from summarizer.text.span import Span
from summarizer.verification.judging.source import Source

# Sentences shown on either side of an evidence sentence: judges are context-bound, and a bare span doubles their false
# alarms (WiCE: .20 of good claims flagged against whole pages, .44 against the cited sentences alone). Run
# benchmarks/judge.py again when it moves.
NEIGHBOURS: Final = 2
# Sentences shown for a judgement by one word: a small model reads six well (a first look at Qwen2.5-Coder-1.5B ranked
# with an AUC of .80 to .90 over six). Run benchmarks/judge.py again when it moves.
CLOSEST: Final = 6
# From this share of a short source on, places are shown as the whole, whose words a server has kept from calls before.
_NEARLY_ALL: Final = 0.9
_END: Final = 3  # the last sentences of a text, of which a claim about it as a whole may speak


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a model is shown of a document: `opening + rest` is the listing, and `units[n - 1].number == n`.

    `opening` is what other calls about the same stretch begin with too.
    """

    opening: str
    rest: str
    units: tuple[Unit, ...]


def page_around(spans: Sequence[Span], *, source: Source, chunk_id: str = "", windows_only: bool = False) -> Page:
    """The page on which these spans stand, each with its neighbours: `page.units != ()`.

    Args:
        spans: what must be on it; the opening of the document is shown where there are none.
        source: what is shown.
        chunk_id: a chunk to be shown whole, as it was to the drafter; the rest follows it. "" shows windows alone.
        windows_only: show no more than that of a short source too, which else is shown whole.
    """
    if source.whole and not windows_only:
        return _whole_page(source)
    chunk = source.chunks.get(chunk_id)
    if chunk is not None:
        return _page_of_chunk(chunk, spans, source)
    units = window(spans, source=source) or _opening(source)
    if source.whole and len(units) >= _NEARLY_ALL * len(source.units):
        return _whole_page(source)
    return Page(opening=numbered(source.document, units, cut=True), rest="", units=units)


def _whole_page(source: Source) -> Page:
    """All of a source, with the words that a call about its one chunk begins with too."""
    units = renumbered(source.units)
    if len(source.chunks) == 1:
        (chunk,) = source.chunks.values()
        return Page(opening=numbered_chunk(source.document, chunk), rest="", units=renumbered(chunk.units))
    return Page(opening=numbered(source.document, units), rest="", units=units)


def _page_of_chunk(chunk: Chunk, spans: Sequence[Span], source: Source) -> Page:
    outside = [span for span in spans if span.start < chunk.start or chunk.end < span.end]
    shown = {unit.span for unit in chunk.units}
    more = [unit for unit in window(outside, source=source) if unit.span not in shown]
    units = renumbered([*chunk.units, *more])
    listing = numbered(source.document, units[len(chunk.units) :], titled=False)
    return Page(
        opening=numbered_chunk(source.document, chunk),
        rest=(f"\n[...]\n{listing}" if more else "") + ("\n[...]" if _ends_before(source, units) else ""),
        units=units,
    )


def frame(source: Source) -> tuple[Span, ...]:
    """What claims about a text as a whole need: its opening, its headings, its end."""
    headings = {s.index for s in source.document.sentences if source.document.blocks[s.block].kind == "heading"}
    framing = [*source.units[:CLOSEST], *(unit for unit in source.units if unit.sentence in headings)]
    return tuple(dict.fromkeys(unit.span for unit in (*framing, *source.units[-_END:])))


def speaks_of_text(claim: str) -> bool:
    """Whether a claim speaks of the text itself: "the article", "the author"; in any language that has a record."""
    said = folded(claim)
    return any(name in said if is_unspaced(name[0]) else name in said.split() for name in together("prose.text_names"))


def _ends_before(source: Source, units: Sequence[Unit]) -> bool:
    """Whether the source goes on behind the last of some units."""
    last = max(unit.span.end for unit in units)
    return bool(source.document.text[last:].strip())


def closest_page(claim: str, *, source: Source, wide: bool = False) -> Page:
    """The page of the few sentences that speak of a claim, in order: its evidence set, then what is most like it.

    Args:
        claim: what is spoken of; the opening of the document is shown where nothing speaks of it.
        source: what is shown.
        wide: twice as many.
    """
    index, most = source.rules.index, 2 * CLOSEST if wide else CLOSEST
    hits = [hit.sentence for hit in index.search(claim, limit=most)]
    found = list(dict.fromkeys((*index.evidence_set(claim), *hits)))[:most]
    units = renumbered([unit for unit in source.units if unit.sentence in found]) or _opening(source)
    return Page(opening=numbered(source.document, units, cut=True), rest="", units=units)


def window(spans: Sequence[Span], *, source: Source) -> tuple[Unit, ...]:
    """The units that hold the spans, each with its neighbours, in order and numbered from 1; none for no span.

    Args:
        spans: places in the source.
        source: what is shown.
    """
    starts = [unit.span.start for unit in source.units]
    shown: set[int] = set()
    for span in spans:
        first = max(bisect.bisect_right(starts, span.start) - 1, 0)
        last = max(bisect.bisect_left(starts, span.end), first + 1)
        shown.update(range(max(first - NEIGHBOURS, 0), min(last + NEIGHBOURS, len(source.units))))
    shown.update(_heads_of_tables([source.units[number] for number in sorted(shown)], source))
    return renumbered([source.units[number] for number in sorted(shown)])


def _heads_of_tables(units: Sequence[Unit], source: Source) -> list[int]:
    """Where the first rows of the tables stand that units are rows of: a row without its header says nothing."""
    blocks = [source.document.block_of(unit.sentence) for unit in units]
    tables = {block.first for block in blocks if block.kind == "table"}
    return [number for number, unit in enumerate(source.units) if unit.sentence in tables] if tables else []


def _opening(source: Source) -> tuple[Unit, ...]:
    """The first units of a source, as many as a judge of one word is shown."""
    return source.units[:CLOSEST]
