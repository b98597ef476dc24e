"""Words from elsewhere are one line in which every character is seen."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import InputError, ModelRejected
from summarizer.fragments.printable import printable


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("not found\r\n[INFO] all is well", "not found [INFO] all is well"),
        ("\x1b[31mred\x1b[0m \x9b2J", "\ufffd[31mred\ufffd[0m \ufffd2J"),
        ("\u202egpj.exe", "\ufffdgpj.exe"),
        ("a\u2028b", "a b"),
        ("caf\udce9.txt", "caf\ufffd.txt"),
        ("港口 – “Malmö”", "港口 – “Malmö”"),
    ],
)
def test_one_line_that_is_seen(text: str, shown: str) -> None:
    """Controls, escapes, overrides and halves of characters are U+FFFD; letters of every script stay."""
    assert printable(text) == shown
    assert str(InputError(text)) == shown
    assert str(ModelRejected(text, status=400)) == shown


@given(st.text(st.characters(exclude_categories=())))
def test_any_text(text: str) -> None:
    """It can be encoded, has one line, and is its own printable text."""
    shown = printable(text)
    assert shown.encode().decode() == shown
    assert len(shown.splitlines()) <= 1
    assert not any(unicodedata.category(char) in {"Cc", "Cs"} for char in shown)
    assert printable(shown) == shown
