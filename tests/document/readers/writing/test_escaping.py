"""Words are escaped, so that Markdown reads them as they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.markup import strip_markup
from summarizer.document.readers.writing.escaping import escaped, escaped_start
from summarizer.document.structure import parts


@pytest.mark.parametrize(
    "text",
    ["a * b", "char *, /*", "<b>", "see [1](2)", "[^1]", "~~x~~", "`code`", "_x_ snake_case", "&amp; R&D", "a\\*"],
)
def test_marks_are_words(text: str) -> None:
    """They read as they were."""
    assert strip_markup(escaped(text)).text == text


@given(st.text(alphabet="ab *_`[]()<>~\\\\&;^!1", max_size=30))
def test_whatever_the_words_are(text: str) -> None:
    """Nothing of them is lost."""
    assert strip_markup("x" + escaped(text)).text == "x" + text


@pytest.mark.parametrize("text", ["# 1", "1. Not", "(3) no", "> x", "- x", "+ x", "=====", "---", "~~~", "| a | b |"])
def test_a_line_begins_with_words(text: str) -> None:
    """No heading, item, quotation, rule or table comes of them."""
    (part,) = parts(escaped_start(text), markdown=True)
    assert part.kind == "paragraph"
    assert strip_markup(escaped_start(text)).text == text


@pytest.mark.parametrize("text", ["It rained.", "2026 was wet.", "1.5 million", ""])
def test_other_lines_stay(text: str) -> None:
    """Nothing is escaped that is no mark."""
    assert escaped(escaped_start(text)) == text
