"""Times of day."""

from __future__ import annotations

import pytest

from summarizer.verification.reading.lexemes import lexemes
from summarizer.verification.reading.times import clock_at


@pytest.mark.parametrize(
    ("language", "text", "key"),
    [
        ("en", "3 pm", "t900"),
        ("en", "three pm", "t900"),
        ("en", "10.30 am", "t630"),
        ("en", "10:30", "t10:30"),
        ("en", "22:30", "t1350"),
        ("de", "14.30 uhr", "t870"),
        ("de", "9:30 uhr", "t570"),
        ("de", "9.00 uhr", "#9"),
        ("de", "14.30 bis 16.30 uhr", "t870"),
        ("nl", "14.30 uur", "t870"),
        ("fr", "7 h 42", "t7:42"),
        ("fr", "15 h 30", "t930"),
        ("zh", "7点42分", "t7:42"),
        ("fr", "7 h", None),
        ("fr", "7 h 420", None),
        ("en", "7 h 42", None),
        ("en", "10.30", None),
        ("en", "14.30 uhr", None),
        ("de", "14.30", None),
        ("de", "14.30 euro", None),
        ("de", "25.30 uhr", None),
        ("de", "2.30 und 4.20 euro", None),
        ("en", "house", None),
    ],
)
def test_clock(language: str, text: str, key: str | None) -> None:
    """A time is read by its minutes where it can be nothing else, and as written where half a day is left open."""
    read = clock_at(lexemes(text), 0, language)
    assert (None if read is None else read[0].key) == key
