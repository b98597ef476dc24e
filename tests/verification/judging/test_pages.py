"""Pages: which sentences a judge is shown, around a place or closest to a claim."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judging import BRIDGE, SENTENCES, source_of

from summarizer.document.document import Document
from summarizer.document.numbered_sentences import numbered_chunk
from summarizer.errors import InputError
from summarizer.text.span import Span
from summarizer.verification.judging.pages import (
    CLOSEST,
    NEIGHBOURS,
    closest_page,
    frame,
    page_around,
    speaks_of_text,
    window,
)
from summarizer.verification.judging.source import Source

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
    assert [unit.sentence for unit in window(span_of(*named), source=SOURCE)] == shown
    assert NEIGHBOURS == 2


def test_a_window_is_numbered_from_one() -> None:
    """Numbers are those of the window, not of the chunk, and places stay what they were."""
    shown = window(span_of(8, 0), source=SOURCE)
    assert [unit.number for unit in shown] == [1, 2, 3, 4, 5, 6]
    assert [unit.span.of(BRIDGE) for unit in shown] == [SENTENCES[i] for i in (0, 1, 2, 6, 7, 8)]


def test_a_span_over_several_sentences_shows_all_of_them() -> None:
    """A place may run over sentences and may end inside one."""
    span = Span(SOURCE.units[3].span.start + 4, SOURCE.units[5].span.start + 1)
    assert [unit.sentence for unit in window([span], source=SOURCE)] == [1, 2, 3, 4, 5, 6, 7]


def test_a_place_inside_one_sentence_shows_that_one_alone_with_its_neighbours() -> None:
    """Half a sentence is that sentence."""
    start = SOURCE.units[4].span.start
    assert [unit.sentence for unit in window([Span(start + 2, start + 5)], source=SOURCE)] == [2, 3, 4, 5, 6]


def test_a_sentence_in_pieces_is_shown_in_pieces() -> None:
    """Where a sentence is split into units, a place in it shows the units around it and not the whole sentence."""
    pieces = [unit for unit in SPLIT.units if unit.sentence == 1]
    assert len(pieces) > 2 * NEIGHBOURS + 1
    middle = pieces[len(pieces) // 2]
    shown = window([Span(middle.span.start, middle.span.start + 1)], source=SPLIT)
    assert len(shown) == 2 * NEIGHBOURS + 1
    assert middle.span == shown[NEIGHBOURS].span
    whole = SPLIT.document.sentences[1]
    assert {unit.span for unit in pieces} <= {
        unit.span for unit in window([Span(whole.start, whole.end)], source=SPLIT)
    }


def test_a_page_without_a_chunk_is_its_window() -> None:
    """Claims that no chunk was read for are shown the sentences around their places, numbered from 1."""
    page = page_around(span_of(0, 8), source=SOURCE)
    assert page.units == window(span_of(0, 8), source=SOURCE)
    assert page.opening.splitlines() == [
        *(f"[{n}] {SENTENCES[i]}" for n, i in ((1, 0), (2, 1), (3, 2))),
        "[...]",
        *(f"[{n}] {SENTENCES[i]}" for n, i in ((4, 6), (5, 7), (6, 8))),
    ]
    assert page.rest == ""
    assert page_around(span_of(0, 8), source=SOURCE, chunk_id="unknown") == page


def test_a_page_of_a_chunk_begins_with_the_whole_chunk() -> None:
    """What the drafter read comes first and in the same words; a place elsewhere follows, numbered on."""
    source = source_of(max_tokens=70)
    first, second = source.chunks["c1"], source.chunks["c2"]
    inside = page_around([first.units[0].span], source=source, chunk_id="c1")
    assert (inside.units, inside.rest) == (first.units, "\n[...]")
    assert inside.opening == numbered_chunk(source.document, first)
    last = source.units[-1].span
    both = page_around([first.units[0].span, last], source=source, chunk_id="c1")
    assert both.opening == inside.opening
    assert both.units[: len(first.units)] == first.units
    assert [u.number for u in both.units] == list(range(1, len(both.units) + 1))
    assert last in {u.span for u in both.units}
    assert both.rest.startswith("\n[...]\n")
    assert f"[{len(both.units)}] {SENTENCES[-1]}" in both.rest
    assert page_around([second.units[0].span], source=source, chunk_id="c2").opening != inside.opening


def test_a_short_source_is_shown_whole() -> None:
    """Where it fits the budget every page is all of it, in the words of its one chunk; titles see places alone."""
    short = source_of(whole_tokens=6000)
    (only,) = short.chunks.values()
    page = page_around(span_of(0), source=short)
    assert page.opening == numbered_chunk(short.document, only)
    assert [short.document.text[u.span.start : u.span.end] for u in page.units] == list(SENTENCES)
    assert page_around([], source=short) == page
    assert page_around(span_of(0), source=short, windows_only=True).units == window(span_of(0), source=short)
    parts = page_around(span_of(0), source=source_of(max_tokens=70, whole_tokens=6000))
    assert [unit.number for unit in parts.units] == list(range(1, len(SENTENCES) + 1))


def test_what_is_left_out_is_said_at_both_ends() -> None:
    """A window in the middle has a line before and one behind it; one at the start has only the second."""
    assert page_around(span_of(4), source=SOURCE).opening.splitlines()[0] == "[...]"
    assert page_around(span_of(4), source=SOURCE).opening.splitlines()[-1] == "[...]"
    opening = page_around(span_of(0), source=SOURCE).opening.splitlines()
    assert (opening[0][:3], opening[-1]) == ("[1]", "[...]")


@pytest.mark.parametrize(
    ("claim", "speaks"),
    [
        ("The article praises the mayor.", True),
        ("Der Artikel lobt sie.", True),
        ("这篇文章批评市长。", True),
        ("It sank.", False),
    ],
)
def test_claims_about_the_text_are_told(claim: str, *, speaks: bool) -> None:
    """They need its opening, its headings and its end."""
    assert speaks_of_text(claim) is speaks


def test_the_frame_of_a_text() -> None:
    """The first sentences, every heading, and the last ones, in no place twice."""
    source = source_of("# Top\n\n" + "A ferry came. " * 20 + "\n\n## Middle\n\n" + "A bus left. " * 20)
    shown = [source.document.text[span.start : span.end] for span in frame(source)]
    assert any("Middle" in words for words in shown)
    assert len(shown) == len(set(frame(source))) < len(source.units)


def test_no_sentence_stands_twice_on_a_page() -> None:
    """A place just outside the chunk has its neighbours inside it, which are not shown again."""
    source = source_of(max_tokens=70)
    edge = source.chunks["c2"].units[0].span
    page = page_around([edge], source=source, chunk_id="c1")
    spans = [unit.span for unit in page.units]
    assert edge in spans
    assert len(set(spans)) == len(spans)


def test_a_place_over_the_edge_of_a_chunk_is_shown_whole() -> None:
    """A span that begins in the chunk and ends behind it has all of its sentences on the page."""
    source = source_of(max_tokens=70)
    one, two = source.chunks["c1"].units[-1].span, source.chunks["c2"].units[0].span
    assert {one, two} <= {
        unit.span for unit in page_around([Span(one.start, two.end)], source=source, chunk_id="c1").units
    }


def test_a_source_that_was_not_cut_can_be_shown() -> None:
    """No place is on the page of no span, so that its opening is shown."""
    source = Source.of(Document.of(BRIDGE))
    assert window([], source=source) == ()
    assert page_around([], source=source).units == source.units[:CLOSEST]


@given(st.lists(st.integers(0, len(LONG) - 1), min_size=1, max_size=4))
def test_a_window_holds_every_place_given(starts: list[int]) -> None:
    """Whatever places are given, each visible character of them is in a unit that is shown."""
    spans = [Span(start, min(start + 60, len(LONG))) for start in starts]
    units = window(spans, source=SPLIT)
    shown = {offset for unit in units for offset in range(unit.span.start, unit.span.end)}
    assert all(offset in shown or LONG[offset].isspace() for span in spans for offset in range(span.start, span.end))
    assert [unit.number for unit in units] == list(range(1, len(units) + 1))


def test_the_closest_sentences_are_few_and_in_order() -> None:
    """The evidence set is among them; a wide page shows more of the same; numbers are those of the page."""
    claim = "A ferry carries walkers until work begins in September."
    found = SOURCE.rules.index.evidence_set(claim)
    page = closest_page(claim, source=SOURCE)
    shown = [unit.sentence for unit in page.units]
    assert shown == sorted(shown)
    assert len(shown) <= CLOSEST
    assert set(found) <= set(shown)
    assert [unit.number for unit in page.units] == list(range(1, len(shown) + 1))
    assert set(shown) <= {unit.sentence for unit in closest_page(claim, source=SOURCE, wide=True).units}


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
            page_around([], source=source),
            closest_page(claim, source=source),
            closest_page(claim, source=source, wide=True),
            page_around(source.places(claim), source=source),
            page_around(source.places(claim), source=source, chunk_id="c1"),
        ]
        for page in pages:
            assert page.units
            assert [unit.number for unit in page.units] == list(range(1, len(page.units) + 1))
            assert f"[{page.units[-1].number}] " in page.opening + page.rest
