"""Windows: which sentences a judge is shown around a place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judging import BRIDGE, SENTENCES, source_of

from summarizer.document.document import Document
from summarizer.document.listing import numbered_chunk
from summarizer.errors import InputError
from summarizer.text.span import Span
from summarizer.verification.judging.source import CLOSEST, NEIGHBOURS, Source

SOURCE = source_of()
# One sentence far beyond the smallest budget, between two short ones.
LONG = "The dam held. " + ", ".join(f"the gate of lock {n} was opened by hand" for n in range(40)) + ". Nobody slept."
SPLIT = source_of(LONG, max_tokens=64)


def span_of(*numbers: int) -> list[Span]:
    """The places of sentences, counted from 0."""
    return [SOURCE.units[number].span for number in numbers]


@pytest.mark.parametrize(
    ("named", "shown"),
    [
        ([4], [2, 3, 4, 5, 6]),
        ([0], [0, 1, 2]),
        ([8], [6, 7, 8]),
        ([1], [0, 1, 2, 3]),
        ([0, 8], [0, 1, 2, 6, 7, 8]),
        ([3, 4], [1, 2, 3, 4, 5, 6]),
        ([4, 4], [2, 3, 4, 5, 6]),
        ([], []),
    ],
)
def test_a_window_is_the_named_sentences_with_two_on_either_side(named: list[int], shown: list[int]) -> None:
    """Neighbours are shown as far as the document goes, each sentence once, in order."""
    window = SOURCE.window(span_of(*named))
    assert [unit.sentence for unit in window] == shown
    assert NEIGHBOURS == 2


def test_a_window_is_numbered_from_one() -> None:
    """Numbers are those of the window, not of the chunk, and places stay what they were."""
    window = SOURCE.window(span_of(8, 0))
    assert [unit.number for unit in window] == [1, 2, 3, 4, 5, 6]
    assert [unit.span.of(BRIDGE) for unit in window] == [SENTENCES[i] for i in (0, 1, 2, 6, 7, 8)]


def test_a_span_over_several_sentences_shows_all_of_them() -> None:
    """A place may run over sentences and may end inside one."""
    span = Span(SOURCE.units[3].span.start + 4, SOURCE.units[5].span.start + 1)
    assert [unit.sentence for unit in SOURCE.window([span])] == [1, 2, 3, 4, 5, 6, 7]


def test_a_place_inside_one_sentence_shows_that_one_alone_with_its_neighbours() -> None:
    """Half a sentence is that sentence."""
    start = SOURCE.units[4].span.start
    assert [unit.sentence for unit in SOURCE.window([Span(start + 2, start + 5)])] == [2, 3, 4, 5, 6]


def test_a_sentence_in_pieces_is_shown_in_pieces() -> None:
    """Where a sentence is split into units, a place in it shows the units around it and not the whole sentence."""
    pieces = [unit for unit in SPLIT.units if unit.sentence == 1]
    assert len(pieces) > 2 * NEIGHBOURS + 1
    middle = pieces[len(pieces) // 2]
    window = SPLIT.window([Span(middle.span.start, middle.span.start + 1)])
    assert len(window) == 2 * NEIGHBOURS + 1
    assert middle.span == window[NEIGHBOURS].span
    whole = SPLIT.document.sentences[1]
    assert {unit.span for unit in pieces} <= {unit.span for unit in SPLIT.window([Span(whole.start, whole.end)])}


def test_units_follow_each_other_over_chunks() -> None:
    """The units of all chunks, numbered in one row, hold every character that is not white space."""
    source = source_of(BRIDGE * 8, max_tokens=64)
    assert [unit.number for unit in source.units] == list(range(1, len(source.units) + 1))
    held = "".join(unit.span.of(source.document.text) for unit in source.units)
    assert "".join(held.split()) == "".join(source.document.text.split())


def test_a_page_without_a_chunk_is_its_window() -> None:
    """Claims that no chunk was read for are shown the sentences around their places, numbered from 1."""
    page = SOURCE.page(span_of(0, 8))
    assert page.units == SOURCE.window(span_of(0, 8))
    assert page.opening.splitlines() == [
        *(f"[{n}] {SENTENCES[i]}" for n, i in ((1, 0), (2, 1), (3, 2))),
        "[...]",
        *(f"[{n}] {SENTENCES[i]}" for n, i in ((4, 6), (5, 7), (6, 8))),
    ]
    assert page.rest == ""
    assert SOURCE.page(span_of(0, 8), chunk_id="unknown") == page


def test_a_page_of_a_chunk_begins_with_the_whole_chunk() -> None:
    """What the drafter read comes first and in the same words; a place elsewhere follows, numbered on."""
    source = source_of(max_tokens=70)
    first, second = source.chunks["c1"], source.chunks["c2"]
    inside = source.page([first.units[0].span], chunk_id="c1")
    assert (inside.units, inside.rest) == (first.units, "")
    assert inside.opening == numbered_chunk(source.document, first)
    last = source.units[-1].span
    both = source.page([first.units[0].span, last], chunk_id="c1")
    assert both.opening == inside.opening
    assert both.units[: len(first.units)] == first.units
    assert [u.number for u in both.units] == list(range(1, len(both.units) + 1))
    assert last in {u.span for u in both.units}
    assert both.rest.startswith("\n[...]\n")
    assert f"[{len(both.units)}] {SENTENCES[-1]}" in both.rest
    assert source.page([second.units[0].span], chunk_id="c2").opening != inside.opening


def test_no_sentence_stands_twice_on_a_page() -> None:
    """A place just outside the chunk has its neighbours inside it, which are not shown again."""
    source = source_of(max_tokens=70)
    edge = source.chunks["c2"].units[0].span
    page = source.page([edge], chunk_id="c1")
    spans = [unit.span for unit in page.units]
    assert edge in spans
    assert len(set(spans)) == len(spans)


def test_a_place_over_the_edge_of_a_chunk_is_shown_whole() -> None:
    """A span that begins in the chunk and ends behind it has all of its sentences on the page."""
    source = source_of(max_tokens=70)
    one, two = source.chunks["c1"].units[-1].span, source.chunks["c2"].units[0].span
    assert {one, two} <= {unit.span for unit in source.page([Span(one.start, two.end)], chunk_id="c1").units}


def test_without_chunks_each_sentence_is_a_unit() -> None:
    """A document that was not cut for a model can be shown all the same; no place is on the page of no span."""
    source = Source.of(Document.of(BRIDGE))
    assert [unit.span.of(BRIDGE) for unit in source.units] == list(SENTENCES)
    assert source.window([]) == ()
    assert source.page([]).units == source.units[:CLOSEST]


@given(st.lists(st.integers(0, len(LONG) - 1), min_size=1, max_size=4))
def test_a_window_holds_every_place_given(starts: list[int]) -> None:
    """Whatever places are given, each visible character of them is in a unit that is shown."""
    spans = [Span(start, min(start + 60, len(LONG))) for start in starts]
    window = SPLIT.window(spans)
    shown = {offset for unit in window for offset in range(unit.span.start, unit.span.end)}
    assert all(offset in shown or LONG[offset].isspace() for span in spans for offset in range(span.start, span.end))
    assert [unit.number for unit in window] == list(range(1, len(window) + 1))


def test_the_closest_sentences_are_few_and_in_order() -> None:
    """The evidence set is among them; a wide page shows more of the same; numbers are those of the page."""
    claim = "A ferry carries walkers until work begins in September."
    found = SOURCE.rules.index.evidence_set(claim)
    page = SOURCE.closest(claim)
    shown = [unit.sentence for unit in page.units]
    assert shown == sorted(shown)
    assert len(shown) <= CLOSEST
    assert set(found) <= set(shown)
    assert [unit.number for unit in page.units] == list(range(1, len(shown) + 1))
    assert set(shown) <= {unit.sentence for unit in SOURCE.closest(claim, wide=True).units}


def test_places_are_sentences_of_the_document_best_first() -> None:
    """The first one is what the search finds first."""
    places = SOURCE.places("A ferry carries walkers.")
    assert places[0].of(SOURCE.document.text) == SENTENCES[4]
    assert len(set(places)) == len(places)


def test_a_place_is_in_the_chunk_that_holds_it() -> None:
    """Every sentence is in one; what lies outside is in none."""
    source = source_of(max_tokens=64)
    for chunk in source.chunks.values():
        assert all(source.chunk_at(unit.span) == chunk.id for unit in chunk.units)
    assert source.chunk_at(Span(10_000, 10_001)) == ""


TEXTS = st.sampled_from(["***", "A b.", BRIDGE, "# Title", "x\n\ny"]) | st.text(min_size=1).filter(str.strip)


@given(claim=st.sampled_from(["", "quite another thing", "中文", "?", "1,234"]) | st.text(), text=TEXTS)
def test_no_page_is_empty(claim: str, text: str) -> None:
    """Whatever is asked about whatever text, a judge is shown something: the opening where nothing is found."""
    try:
        cut = source_of(text)
    except InputError:  # lone surrogates, a page of HTML without an article
        return
    for source in (cut, Source.of(cut.document)):
        pages = [
            source.page([]),
            source.closest(claim),
            source.closest(claim, wide=True),
            source.page(source.places(claim)),
            source.page(source.places(claim), chunk_id="c1"),
        ]
        for page in pages:
            assert page.units
            assert [unit.number for unit in page.units] == list(range(1, len(page.units) + 1))
            assert f"[{page.units[-1].number}] " in page.opening + page.rest
