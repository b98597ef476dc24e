"""Lines become headings, paragraphs, items and notes."""

from __future__ import annotations

import pytest
from made_files import At, lines, pdf

from summarizer.document.readers.pdf.blocks import Block, Type, blocks_of
from summarizer.document.readers.pdf.lines import regions_of
from summarizer.document.readers.pdf.page_words import pages_here

FULL = "The harbour was closed for all ships from the morning of the first day on and"  # a line of this width is full


def blocks(*pages: list[At]) -> list[Block]:
    """The blocks of pages that are set so."""
    opened = pages_here(pdf(pages))
    return blocks_of([region for page in opened.pages for region in regions_of(page.words, page=page.number)])


def shown(*pages: list[At]) -> list[tuple[str, str]]:
    """Their kinds, and the words with which they begin and end."""
    return [(block.kind, f"{block.lines[0].text[:12]}…{block.lines[-1].text[-6:]}") for block in blocks(*pages)]


def test_headings_go_by_their_type() -> None:
    """The largest on the first page is the title; what stands below it is its authors; bold lines are headings too."""
    page = [
        At(60, 60, "Ten years of the barrier", 20),
        At(60, 85, "Ines Calloway", 12),
        At(60, 110, "1 Costs", 14, bold=True),
        *lines([FULL, "it cost much."], y=130),
        At(60, 170, "Gates", 10, bold=True),
        *lines([FULL, "they were closed."], y=184),
    ]
    assert [(block.kind, block.level) for block in blocks(page)] == [
        ("title", 1), ("paragraph", 3), ("heading", 2), ("paragraph", 0), ("heading", 4), ("paragraph", 0),
    ]  # fmt: skip


def test_a_sentence_in_bold_is_text() -> None:
    """As is much of it in large type."""
    page = [At(60, 80, "It was closed at once.", bold=True), *lines([FULL, "it ended."], y=110)]
    assert [block.kind for block in blocks(page)] == ["paragraph", "paragraph"]
    large = [*lines([FULL] * 6, size=13, step=16), *lines([FULL] * 12, y=300)]
    assert [block.kind for block in blocks(large)] == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    "page",
    [
        [*lines([FULL, "it ended."]), *lines([FULL, "it went on."], y=116)],  # a blank line between
        [*lines([FULL, "it ended."]), At(75, 104, FULL[:-6]), *lines([FULL, "it went on."], y=116)],  # the first set in
        lines([FULL, "it ended.", FULL, "it went on."]),  # the line above has room for the next word
    ],
)
def test_paragraphs_are_parted(page: list[At]) -> None:
    """By a gap, by an indent, or where a line ends early."""
    assert [kind for kind, _ in shown(page)] == ["paragraph", "paragraph"]


def test_lines_of_a_hanging_indent_are_one_item_each() -> None:
    """Bullets and numbers begin items, and what is set in below them goes on."""
    page = [
        At(60, 80, "\x95 " + FULL[:60]), At(72, 92, "and it went on."), At(60, 104, "\x95 The second."),
        At(60, 116, "1. " + FULL[:60]), At(72, 128, "and it went on."),
    ]  # fmt: skip
    page = [at._replace(words=at.words.replace("\x95", "•")) for at in page]
    assert [kind for kind, _ in shown(page)] == ["item", "item", "item"]


def test_a_paragraph_goes_on_across_pages() -> None:
    """Past the notes at the foot of the first."""
    first = [*lines([FULL] * 20), At(60, 500, "1 A note in small type.", 7)]
    second = lines([FULL, "at last it ended.", "Another began."])
    assert shown(first, second) == [
        ("paragraph", "The harbour …ended."),
        ("note", "1 A note in … type."),
        ("paragraph", "Another bega…began."),
    ]


def test_a_sentence_that_ended_does_not_go_on() -> None:
    """Unless the next begins small."""
    assert len(blocks(lines([FULL, "It ended."]), lines([FULL]))) == 2
    assert len(blocks(lines([FULL, "and then, at 5 p.m."]), lines(["it ended."]))) == 1


def test_the_type_of_nothing() -> None:
    """Has the sizes that are usual."""
    assert (Type.of([]).size, Type.of([]).leading, blocks_of([])) == (10.0, 1.2, [])
