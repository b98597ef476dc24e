"""What is shown drives nothing, turns nothing, hides nothing, and is otherwise the text as it was."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.fragments.harmless import harmless, one_line

# Every code point: also the lone surrogates, which `st.text()` leaves out.
ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()), max_size=20)
FILLERS = "\u115f\u1160\u3164\uffa0"


@given(text=ANY_TEXT)
def test_harmless_keeps_length_and_can_be_encoded(text: str) -> None:
    """One character for one, none of them a control beyond layout, and no seen one is changed."""
    safe = harmless(text)
    assert len(safe) == len(text)
    assert safe.encode().decode() == safe
    for before, after in zip(text, safe, strict=True):
        dangerous = unicodedata.category(before) in {"Cc", "Cs"} or before in "\u202d\u202e\u2061\u2062\u2063\u2064"
        if unicodedata.category(before) in {"Cf", "Mn", "Me"} or before in FILLERS:
            assert after in {before, "\ufffd", "\u200b"}
        else:
            assert after == ("\ufffd" if dangerous and before not in "\t\n\f\r" else before)
        assert after not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("\t\n\f\r ~\xa0", "\t\n\f\r ~\xa0"),
        ("\x00\x08\x0b\x0e\x1b\x1f", "\ufffd" * 6),
        ("\x7f\x80\x85\x9f", "\ufffd" * 4),
        ("\ud7ff\ud800\udfff\ue000", "\ud7ff\ufffd\ufffd\ue000"),
        ("\u202e91\u202c 1\u20625", "\ufffd91\u200b 1\ufffd5"),
        ("\u2067a\u2069 5\u200f-6", "\u200ba\u200b 5\u200b-6"),
        ("שלום 5\u200f-6\u200e", "שלום 5\u200f-6\u200e"),
        ("5\u200e$", "5\u200b$"),
        ("x\U000e0041", "x\u200b"),
        ("a\u3164b\u115f", "a\u200bb\u200b"),
        ("☺\ufe0f\ufe01\U000e0101", "☺\ufe0f\u200b\u200b"),
        ("e" + "\u0301" * 6, "e" + "\u0301" * 4 + "\u200b" * 2),
        ("\U0001f3f4\U000e0067\U000e0062\U000e007f", "\U0001f3f4\U000e0067\U000e0062\U000e007f"),
    ],
)
def test_harmless_at_its_edges(text: str, seen: str) -> None:
    """The first and last of each range go, their neighbors and the layout stay."""
    assert harmless(text) == seen


@given(text=ANY_TEXT)
def test_one_line_is_one_line(text: str) -> None:
    """Any text gives one line without outer or double spaces, and giving it again changes nothing."""
    line = one_line(text)
    assert line.splitlines() == ([line] if line else [])
    assert line == " ".join(line.split()) == one_line(line)


def test_one_line_folds_before_it_replaces() -> None:
    """A control that is whitespace is a space and no replacement sign; any other is shown as one."""
    assert one_line(" a\x0b\x85\u2028\n b\x1b[0m\t") == "a b\ufffd[0m"
    assert one_line(" \n\x1c") == ""


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("pass\u200bword\ufeff and\u2060 more\xad", "password and more"),
        ("a\u200db\u200c5", "ab5"),
        ("\u200d", ""),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क्\u200dष", "क्\u200dष"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("👩\u200d\u200d\u200d👧", "👩\u200d👧"),
    ],
)
def test_what_takes_no_room_is_gone_from_a_line(text: str, line: str) -> None:
    """Nothing hides in a word; what shapes letters of a script or joins emoji stays."""
    assert one_line(text) == line
