"""Which characters are words of their own."""

from __future__ import annotations

import pytest

from summarizer.languages.scripts import is_han, is_unspaced, script_of


@pytest.mark.parametrize("character", "中ไけ々ခ𠮷")
def test_scripts_without_blanks(character: str) -> None:
    """Han and its extensions, kana, Thai, Burmese, and the mark that repeats a character."""
    assert is_unspaced(character)


@pytest.mark.parametrize("character", "aäя한 1。")
def test_other_scripts(character: str) -> None:
    """Latin, Cyrillic and Korean set words apart by blanks; marks and figures are no words."""
    assert not is_unspaced(character)


def test_han() -> None:
    """One of the scripts that Japanese writes, and not its others."""
    assert is_han("中")
    assert not is_han("け")


@pytest.mark.parametrize(
    ("character", "script"),
    [
        ("a", "latin"),
        ("é", "latin"),
        ("ế", "latin"),
        ("я", "cyrillic"),
        ("中", "han"),
        ("け", "kana"),
        ("한", "hangul"),
    ],
)
def test_scripts_have_names(character: str, script: str) -> None:
    """By which records say what their language is written in."""
    assert script_of(character) == script


def test_a_script_that_no_record_names_has_no_name() -> None:
    """Such as Runes."""
    assert script_of("ᚠ") == ""
