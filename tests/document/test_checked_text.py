"""What can be read as a text, and what cannot."""

from __future__ import annotations

import pytest

from summarizer.document.checked_text import check_text
from summarizer.errors import InputError


@pytest.mark.parametrize("text", ["It rains.", "\x00", "\U0001f600", "\n a"])
def test_texts(text: str) -> None:
    """Anything with a character in it that is not white space."""
    check_text(text)


@pytest.mark.parametrize(("text", "why"), [("", "empty"), (" \n\t", "white space"), ("a\ud800", "U\\+D800")])
def test_what_is_none(text: str, why: str) -> None:
    """The message says what is wrong and, where something can be done, what."""
    with pytest.raises(InputError, match=why):
        check_text(text)
