"""What could not be made text of, in a few words."""

from __future__ import annotations

from summarizer.document.readers.unused import Unused


def test_a_line_says_what_and_where() -> None:
    """The place in brackets, where there is one."""
    assert Unused(what="a picture").line == "a picture"
    assert Unused(what="2 pages without text", where="pages 3 and 4").line == "2 pages without text (pages 3 and 4)"
