"""Which characters are words of their own."""

from __future__ import annotations

import pytest

from summarizer.languages.scripts import is_han, is_hiragana, is_unspaced


@pytest.mark.parametrize("character", "中ไけ々ခ𠮷")
def test_scripts_without_blanks(character: str) -> None:
    """Han and its extensions, kana, Thai, Burmese, and the mark that repeats a character."""
    assert is_unspaced(character)


@pytest.mark.parametrize("character", "aäя한 1。")
def test_other_scripts(character: str) -> None:
    """Latin, Cyrillic and Korean set words apart by blanks; marks and figures are no words."""
    assert not is_unspaced(character)


def test_han_and_hiragana() -> None:
    """Two of the scripts that Japanese writes."""
    assert is_han("中")
    assert not is_han("け")
    assert is_hiragana("け")
    assert not is_hiragana("ケ")
