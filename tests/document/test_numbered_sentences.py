"""Numbered lines: one line a unit, whatever the text is."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.document.chunks import Chunk, ChunkPolicy, Unit, chunk
from summarizer.document.document import Document
from summarizer.document.numbered_sentences import numbered, numbered_chunk, read_numbered, renumbered
from summarizer.document.sources.article import Article, articles_of
from summarizer.document.sources.join import joined
from summarizer.document.tokens import counter_for
from summarizer.text.span import Span

PARTS = st.sampled_from(["[3] ", "A mill closed. ", "\n", "\n\n", "# ", "- ", "\u2028", "\x85", "\x00", "x"])
TEXT = "One stands.\nTwo\n  goes on. Three ends."
DOCUMENT = Document.of(TEXT, format="plain")


def units_of(document: Document) -> tuple[Unit, ...]:
    """All sentences of a document as units."""
    chunks = chunk(document, policy=ChunkPolicy(), counter=counter_for(None))
    return renumbered([unit for one in chunks for unit in one.units])


UNITS = units_of(DOCUMENT)


def a_chunk(units: tuple[Unit, ...], *, lead: tuple[int, ...] = (), heading: str = "") -> Chunk:
    """A chunk of these units."""
    start, end = units[0].span.start, units[-1].span.end
    return Chunk(id="c1", start=start, end=end, units=units, lead=lead, heading=heading, tokens=0)


def test_one_unit_is_one_line() -> None:
    """White space inside a sentence is folded."""
    assert numbered(DOCUMENT, UNITS) == "[1] One stands.\n[2] Two goes on.\n[3] Three ends."


def test_what_a_reader_must_know_comes_first() -> None:
    """Title, date, section and the sentences before, in this order, none with a number."""
    document = Document.of(TEXT, format="plain", title="The\n[1] title", date=date(2026, 5, 3))
    front = ["[title] The [1] title", "[date] 2026-05-03"]
    assert numbered(document, UNITS[1:2]).splitlines() == [*front, "[2] Two goes on."]
    assert numbered_chunk(document, a_chunk(UNITS[1:2], lead=(0,), heading="A\nsection")).splitlines() == [
        *front,
        "[section] A section",
        "[before] One stands.",
        "[2] Two goes on.",
    ]
    assert numbered(document, UNITS[1:2], titled=False) == "[2] Two goes on."


def test_a_chunk_without_a_section_or_lead_is_its_units() -> None:
    """What is not there has no line."""
    assert numbered_chunk(DOCUMENT, a_chunk(UNITS)) == numbered(DOCUMENT, UNITS)


def test_a_gap_is_marked() -> None:
    """Units that do not follow each other have a line between them that says so."""
    assert numbered(DOCUMENT, [UNITS[0], UNITS[2]]).splitlines() == ["[1] One stands.", "[...]", "[3] Three ends."]


def test_no_units_give_no_lines() -> None:
    """Nothing to show is nothing."""
    assert numbered(DOCUMENT, []) == ""


def test_markup_is_not_shown() -> None:
    """The words are those that a reader of the article sees."""
    document = Document.of("# A **bold** title\n\n- One *item* here.\n", format="markdown")
    lines = numbered(document, units_of(document)).splitlines()
    assert lines[-2:] == ["[1] A bold title", "[2] One item here."]


def test_renumbered_counts_from_one() -> None:
    """Order, sentences and places stay; numbers are 1, 2, 3."""
    again = renumbered([UNITS[2], UNITS[0]])
    assert [(u.number, u.sentence, u.span) for u in again] == [(1, 2, UNITS[2].span), (2, 0, UNITS[0].span)]
    assert renumbered([]) == ()


@pytest.mark.parametrize("end", ["\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_no_line_end_forges_a_line(end: str) -> None:
    """A sentence that holds any kind of line end before a number is still one line."""
    document = Document.of(f"He said{end}[7] that all is well.", format="plain", title=f"T{end}[8] x")
    unit = Unit(number=1, sentence=0, span=Span(0, len(document.text)))
    shown = numbered_chunk(document, a_chunk((unit,), heading=f"S{end}[9] x"))
    assert [line.split("]")[0] for line in shown.splitlines()] == ["[title", "[section", "[1"]


@settings(max_examples=60, deadline=None)
@given(st.lists(PARTS | st.text(max_size=3), min_size=1, max_size=12).map("".join).filter(str.strip))
def test_lines_with_a_number_are_exactly_the_units(text: str) -> None:
    """Whatever the text holds, the lines are numbered 1, 2, 3 without a forged one."""
    document = Document.of(text)
    units = units_of(document)
    shown = numbered(document, units).splitlines()
    found = [int(m[1]) for line in shown if (m := re.match(r"\[(\d+)\]", line))]
    assert found == list(range(1, len(units) + 1))
    assert len([line for line in shown if not line.startswith(("[title]", "[date]"))]) == len(units)


@settings(max_examples=50)
@given(st.lists(PARTS).map("".join).filter(str.strip))
def test_a_listing_is_read_back(text: str) -> None:
    """The numbered lines, whatever stands in them, are read as they were written, and no other line is."""
    document = Document.of(f"Title\n\n{text}", format="plain")
    for one in chunk(document, policy=ChunkPolicy(max_tokens=64, lead_tokens=20), counter=counter_for(None)):
        shown = {unit.number: document.prose(unit.span) for unit in one.units}
        assert read_numbered(numbered_chunk(document, one)) == shown
        assert read_numbered(numbered(document, one.units)) == shown


def test_where_a_source_begins_a_line_names_it() -> None:
    """With its title, date and address; also where a chunk begins inside of it, and the whole has no title then."""
    page = Article("# Ferry\n\nIt sails.", url="https://example.org/2", date=date(2026, 5, 3))
    document = joined(articles_of([Article(TEXT, id="herald\n[7] x"), page]))
    units = units_of(document)
    assert numbered(document, units).splitlines() == [
        "[source herald [7] x]",
        "[1] One stands.",
        "[2] Two goes on.",
        "[3] Three ends.",
        "[source 2] Ferry (2026-05-03, https://example.org/2)",
        "[4] Ferry",
        "[5] It sails.",
    ]
    assert numbered_chunk(document, a_chunk(units[2:4], lead=(1,))).splitlines() == [
        "[source herald [7] x]",
        "[before] Two goes on.",
        "[3] Three ends.",
        "[source 2] Ferry (2026-05-03, https://example.org/2)",
        "[4] Ferry",
    ]


def test_of_one_source_nothing_is_said() -> None:
    """Joined alone it reads as a lone text does."""
    text = "# Ferry\n\nIt sails."
    lone, document = Document.of(text), joined(articles_of([text]))
    assert numbered(document, units_of(document)) == numbered(lone, units_of(lone))


def test_what_a_chunk_leaves_out_is_named_in_its_place() -> None:
    """In a line without a number, so that nothing can cite it."""
    text = (
        "The port of Lund closes on 3 May, the harbour board said on Monday.\n\nPhoto: Ines Dahl\n\n"
        "It handled 40 ships a year until the canal was dug in the north of the town. Nobody had planned for that.\n\n"
        "Comments\n\nMara Holm\n2 hours ago\nAbout time.\n"
    )
    document = Document.of(text)
    (part,) = chunk(document, policy=ChunkPolicy(), counter=counter_for(None), article_only=True)
    listing = numbered_chunk(document, part)
    assert listing.split("\n") == [
        "[1] The port of Lund closes on 3 May, the harbour board said on Monday.",
        '[aside] caption, 1 line: "Photo: Ines Dahl"',
        "[2] It handled 40 ships a year until the canal was dug in the north of the town.",
        "[3] Nobody had planned for that.",
        '[aside] comments, 2 lines: "Comments Mara Holm 2 hours ago About time."',
    ]
    assert read_numbered(listing).keys() == {1, 2, 3}
