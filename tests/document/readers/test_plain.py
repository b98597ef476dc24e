"""Plain text is whatever shows no signs of another format."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.document import Document
from summarizer.document.readers.plain import PLAIN, is_plain, read_plain
from summarizer.document.readers.reader import ReadText


@given(st.text())
def test_any_text_is_plain(text: str) -> None:
    """Nothing is refused, and nothing is changed or stated."""
    assert is_plain(text)
    assert read_plain(text) == ReadText(text=text)


def test_marks_of_markdown_are_words_of_plain_text() -> None:
    """Read as plain text, stars and hashes stay where they are."""
    document = Document.of("It is **bold**.", format="plain")
    assert not PLAIN.markdown
    assert document.prose(document.sentences[0].span) == "It is **bold**."
