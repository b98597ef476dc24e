"""What every reader can use: the beginning of a text, for looking at."""

from __future__ import annotations

import pytest

from summarizer.document.readers.reader import HEAD_CHARS, ReadText, head_of


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("\ufeffa", "a"),
        ("a\ufeff", "a\ufeff"),
        ("x" * (HEAD_CHARS + 1), "x" * HEAD_CHARS),
        ("", ""),
    ],
)
def test_the_head_of_a_text(text: str, head: str) -> None:
    """One kind of line end, no byte order mark, and no more than its length."""
    assert head_of(text) == head


def test_what_a_text_does_not_state_is_none() -> None:
    """A reader that knows nothing but the text says so."""
    assert (ReadText(text="a").title, ReadText(text="a").date, ReadText(text="a").language) == (None, None, None)
