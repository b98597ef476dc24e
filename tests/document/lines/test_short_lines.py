"""Which lines end a paragraph though no blank one stands behind them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.document import Document
from summarizer.document.lines.short_lines import may_be_short, may_end_paragraph

SENTENCE = "The bridge over the old canal opened to traffic again on Monday."


@pytest.mark.parametrize(
    "line",
    [
        "Read more",
        "July 1960:",
        "Canonized: 1082",
        "Behind the bridge",
        "Lisbon, 3 May –",
        "Share / Print",
        "What happened on the day that the bridge opened again:",
    ],
)
def test_a_label_before_a_sentence_changes_nothing(line: str) -> None:
    """The sentence in the next line is one of its own, in plain text and in Markdown."""
    assert may_end_paragraph(line, SENTENCE, width=len(SENTENCE))
    for text in (f"{line}\n{SENTENCE}", f"# Title\n\nIt **rained**.\n{line}\n{SENTENCE}"):
        document = Document.of(text, language="en")
        assert document.prose(document.sentences[-1].body) == SENTENCE


@pytest.mark.parametrize(
    ("line", "behind"),
    [
        ("The mayor denied that", SENTENCE),
        ("The mayor said", SENTENCE),
        ("Smith, Jones,", SENTENCE),
        ("It cost", "5 million euros, the board of the harbour said on Monday."),
        ("Then", "came the rain, and nobody was left on the old bridge at night."),
        ("The bridge over the old canal opened to the traffic of", SENTENCE),
    ],
)
def test_a_line_that_may_go_on_does(line: str, behind: str) -> None:
    """In small letters or with figures, behind a comma or a word that leads on, or where the margin was reached."""
    assert not may_end_paragraph(line, behind, width=len(SENTENCE))


@given(st.text(max_size=40).map(str.strip), st.text(min_size=1, max_size=40).map(str.strip), st.integers(0, 60))
def test_a_line_that_cannot_be_short_ends_nothing(line: str, behind: str, width: int) -> None:
    """The cheap question is never stricter than the whole one."""
    if line and behind and may_end_paragraph(line, behind, width=width):
        assert may_be_short(line, width=width)
