"""Sections under a heading for what is only claimed, supposed or made up."""

from __future__ import annotations

import pytest

from summarizer.document.document import Document
from summarizer.verification.rules.unasserted.headings import sentences_under_headings
from summarizer.verification.rules.unasserted.patterns import texts_of


def _under(text: str) -> list[str]:
    document = Document.of(text, language="en")
    found = dict(sentences_under_headings(document, texts_of(document)))
    return [document.prose(document.sentences[number].body) for number in found]


@pytest.mark.parametrize(
    "heading", ["Allegations", "Common myths", "If the dam breaks", "Plot", "Rumours about the dam", "Smith's claims"]
)
def test_a_section_reaches_to_the_next_heading(heading: str) -> None:
    """With the deeper ones in it."""
    text = f"# News\n\n## {heading}\n\nIt fell. It sank.\n\n### More\n\nIt rose.\n\n## Weather\n\nIt rained."
    assert _under(text) == ["It fell.", "It sank.", "It rose."]


@pytest.mark.parametrize(
    "heading", ["Background", "Analysis", "Claims process", "Charges and fees", "If you go", "IFA"]
)
def test_an_ordinary_heading_does_nothing(heading: str) -> None:
    """Nor does one that only holds such a word."""
    assert _under(f"# News\n\n## {heading}\n\nIt fell. It sank.") == []


def test_a_long_title_is_news_about_claims() -> None:
    """The text under it is the text's own."""
    assert _under("# Claims against the three banks rise by a tenth\n\nIt fell. It sank.") == []


def test_what_settles_it_ends_the_section() -> None:
    """In Markdown a deeper heading too."""
    assert _under("# News\n\n## Myths\n\nIt fell.\n\n### The facts\n\nIt rose. It stayed up.") == ["It fell."]


def test_a_line_of_its_own_bears_on_what_is_right_behind_it() -> None:
    """On one paragraph or one list."""
    text = "It rained.\n\nWhat was claimed:\n\nIt fell. It sank.\n\nIt rose in the night. It stayed."
    assert _under(text) == ["It fell.", "It sank."]
    assert _under("It rained.\n\nOptions under discussion:\n- It falls.\n- It sinks.\n\nIt rose. It stayed.") == [
        "It falls.",
        "It sinks.",
    ]
