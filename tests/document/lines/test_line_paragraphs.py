"""Lines that are paragraphs, as extractors write them, are told from lines that are wrapped, as `pdftotext` does."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.document import Document
from summarizer.document.lines.line_paragraphs import (
    Line,
    is_wide,
    lines_are_paragraphs,
    lines_are_wrapped,
    one_line_each,
)

SENTENCES = (
    "The bridge over the old canal was closed to all traffic on Monday.",
    "Engineers had found cracks in two of its piers, the council said.",
    "“Nobody was hurt,” said Ada Corvi, the mayor, when she was asked about it.",
    "It will reopen in May.",
    "A ferry carries walkers until then, every ten minutes from six in the morning.",
    "Why did nobody look at the piers after the flood of 2019?",
    "Die Reparatur kostet die Gemeinde Marlow nach Angaben der Stadt rund vier Millionen Euro.",
    "The detour adds 17 kilometers to the way to school.",
)
PARAGRAPHS = st.lists(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(" ".join), min_size=3, max_size=12
)


@given(PARAGRAPHS, st.sampled_from(["", "Bridge closed after cracks were found in its piers"]))
def test_a_line_that_ends_a_sentence_is_a_paragraph(paragraphs: list[str], headline: str) -> None:
    """Each line is a block of its own, and a headline above them is no part of the first sentence."""
    lines = [headline, *paragraphs] if headline else paragraphs
    assert lines_are_paragraphs([lines])
    document = Document.of("\n".join(lines), language="en")
    assert [document.text[block.start : block.end] for block in document.blocks] == lines
    assert document.title == (headline or None)


@given(PARAGRAPHS, st.integers(50, 110), st.booleans())
def test_wrapped_lines_stay_paragraphs(paragraphs: list[str], width: int, blank: bool) -> None:  # noqa: FBT001
    """However wide they are wrapped, with blank lines between or not, no sentence is cut at a line's end."""
    text = ("\n\n" if blank else "\n").join(textwrap.fill(" ".join(p.split() * 5), width) for p in paragraphs)
    whole = {" ".join(s.split()) for s in SENTENCES}
    document = Document.of(text, language="en")
    assert {document.prose(sentence.span) for sentence in document.sentences} <= whole


def test_headings_among_lines() -> None:
    """A short line before a longer one is a heading; items of a list stay items."""
    text = "Bridge closed\nThe bridge was closed on Monday.\nWays around\nA ferry carries walkers until May.\n"
    document = Document.of(text + "- It is free.\n- It takes bicycles.\nCars take the road over Fossa.")
    assert [block.kind for block in document.blocks] == [
        "heading",
        "paragraph",
        "heading",
        "paragraph",
        "item",
        "item",
        "paragraph",
    ]


def test_chinese_lines() -> None:
    """Scripts without blanks and small letters are told by their full stops."""
    assert lines_are_paragraphs([["大桥周一关闭", "大桥周一关闭。市长说将于五月重新开放。", "没有人受伤。"]])
    assert not lines_are_paragraphs(
        [["大桥周一因为发现桥墩出现裂缝而关闭，", "市长说将于五月重新开放。没有人", "受伤。"]]
    )


@pytest.mark.parametrize(
    "lines",
    [
        ["Name: Ada", "Age: 5", "City: Rome"],
        ["Shall I compare thee to a day?", "Thou art more lovely,", "Rough winds do shake,", "And all too short."],
        ["12 Harbor Street", "Marlow", "United Kingdom"],
        ["One line."],
    ],
)
def test_other_lines_are_no_paragraphs(lines: list[str]) -> None:
    """Fields, verses and addresses are left to the length of their lines."""
    assert not lines_are_paragraphs([lines])


def test_wide_lines() -> None:
    """A line too long to be wrapped by hand is a paragraph, unless sentences run on behind it."""
    wrapped = textwrap.wrap(" ".join(SENTENCES[:6] * 3), 150)
    assert lines_are_wrapped(wrapped)
    assert not lines_are_wrapped(["Bridge closed", " ".join(SENTENCES[:3]), " ".join(SENTENCES[3:6])])
    lines = [Line(0, len(words), words, 0) for words in wrapped]
    assert is_wide(lines)
    assert list(one_line_each([lines])) == [lines]
