"""The lines of a page are what a reader of its layout sees."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.document import structure
from summarizer.document.surroundings.page_lines import MOST_CHARS, PageLine, page_lines

WRAPPED = """The council of the northern town met on Tuesday and
agreed to spend 4,200 euros on trees. It will plant them
along the canal in autumn.
"""


def lines_of(text: str, *, markdown: bool = False) -> list[PageLine]:
    """The lines of a text."""
    return page_lines(text, structure.parts(text, markdown=markdown), markdown=markdown)


def test_short_lines_stand_for_themselves() -> None:
    """With one number for those that no blank line divides."""
    found = lines_of("Home\nNews\n\nSean\n2 hours ago\nAbout time, it was dark for years.\n")
    assert [line.words for line in found] == [
        "Home",
        "News",
        "Sean",
        "2 hours ago",
        "About time, it was dark for years.",
    ]
    assert [line.group for line in found] == [0, 0, 1, 1, 1]


def test_a_paragraph_that_is_wrapped_by_hand_is_one_line() -> None:
    """Its last line may be short."""
    (line,) = lines_of(WRAPPED)
    assert line.span.of(WRAPPED) == WRAPPED.strip()
    assert line.prose


def test_marks_of_markdown_are_no_words() -> None:
    """Nor are they in plain text, which has none."""
    text = "## Related posts\n\n- [A visit to the **mill**](/c)\n\n*By Ilse Marten*\n"
    assert [line.words for line in lines_of(text, markdown=True)] == [
        "Related posts",
        "A visit to the mill",
        "By Ilse Marten",
    ]
    assert [line.kind for line in lines_of(text, markdown=True)] == ["heading", "item", "text"]


def test_prose_is_told_by_its_length_and_its_stop() -> None:
    """A short line is none, with a stop or without."""
    assert lines_of("The ferry across the river will run again in June.")[0].prose
    assert not lines_of("The ferry across the river will run again in June")[0].prose
    assert not lines_of("About time.")[0].prose
    assert lines_of("大桥全长2.3公里，总投资18亿元。通车后只需五分钟。")[0].prose
    assert lines_of("word " * 40)[0].prose


@given(text=st.text(alphabet="ab .\n-#|>*_[]()桥\t\r", min_size=1, max_size=300), markdown=st.booleans())
def test_lines_are_in_order_and_hold_all_words(text: str, *, markdown: bool) -> None:
    """Whatever the text: disjoint, trimmed, and no letter is in none of them."""
    found = lines_of(text, markdown=markdown)
    covered = set[int]()
    here = 0
    for line in found:
        assert here <= line.span.start < line.span.end
        here = line.span.end
        covered.update(range(*line.span))
        assert len(line.words) <= MOST_CHARS + 1
    assert all(at in covered for at, char in enumerate(text) if not char.isspace())
