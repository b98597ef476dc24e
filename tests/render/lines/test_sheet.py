"""Lines of so many columns, with colors that take none."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import ConfigError
from summarizer.render.lines.sheet import Sheet
from summarizer.render.wrapping import columns

_COLOR = re.compile(r"\x1b\[\d+m")


@given(text=st.text(max_size=200), width=st.integers(40, 100), number=st.none() | st.integers(1, 120))
def test_colors_change_no_letter_and_no_line(text: str, width: int, number: int | None) -> None:
    """Without its codes a colored line is the plain one, which fits; nothing else of it can drive a terminal."""
    plain, colored = Sheet(width=width), Sheet(width=width, colored=True)
    for lines, same in (
        (colored.item("✓", text, number=number), plain.item("✓", text, number=number)),
        (colored.wrap(text, tone="faint", indent="  > "), plain.wrap(text, tone="faint", indent="  > ")),
    ):
        bare = [_COLOR.sub("", line) for line in lines]
        assert bare == same
        assert not any("\x1b" in line or "\n" in line for line in same)
        assert all(columns(line) <= width for line in same)


def test_a_mark_has_the_color_of_what_it_says() -> None:
    """A tick is green, a cross red, what is open neither; a dash has none."""
    sheet = Sheet(width=60, colored=True)
    assert sheet.item("✓", "Yes.") == ["\x1b[32m✓\x1b[0m Yes."]
    assert sheet.item("✗", "No.", number=3) == [" 3 \x1b[31m✗\x1b[0m No."]
    assert sheet.item("-", "So.") == ["- So."]
    assert sheet.items("?", ["A", "B"]) == ["\x1b[35m?\x1b[0m A", "\x1b[35m?\x1b[0m B"]


def test_a_heading_has_a_rule_of_its_width() -> None:
    """Wide letters count twice."""
    assert Sheet(width=60).heading("港口") == ["港口", "────"]


def test_a_sheet_is_not_too_narrow() -> None:
    """Under forty columns nothing can be read."""
    with pytest.raises(ConfigError, match="at least 40"):
        Sheet(width=39)
