"""The parts of an article."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.document import Document
from summarizer.document.sources.article import articles_of
from summarizer.document.sources.join import joined
from summarizer.extractive.article_parts import parts_by_heading, parts_by_topic
from summarizer.extractive.sentence_scores import score_sentences

LINES = st.sampled_from(
    [
        "# Title",
        "## Part",
        "### Deep",
        "The council met on Monday in Merrow.",
        "- an item",
        "Ships left the harbor. Rain fell.",
    ]
)
REPORT = """# Harbor report

The harbor grew.

## Traffic

Ships came in numbers.

### Ferries

The ferry ran daily.

## Money

Fees rose by half.
"""


@given(rows=st.lists(LINES, min_size=1, max_size=14))
def test_parts_by_heading_are_disjoint_and_in_order(rows: list[str]) -> None:
    """Parts under headings are none or several, follow each other and hold sentences."""
    document = Document.of("\n\n".join(rows), format="markdown")
    parts = parts_by_heading(document)
    assert len(parts) != 1
    ends = [end for part in parts for end in (part.first, part.last)]
    assert ends == sorted(ends)
    assert all(part.first < part.last <= len(document.sentences) for part in parts)


@given(rows=st.lists(LINES, min_size=1, max_size=14), count=st.integers(1, 4), data=st.data())
def test_parts_by_topic_cover_the_rest(rows: list[str], count: int, data: st.DataObject) -> None:
    """Parts by topic lie side by side from the first sentence asked for to the last, at most as many as asked for."""
    document = Document.of("\n\n".join(rows), format="markdown")
    first = data.draw(st.integers(0, len(document.sentences)))
    parts = parts_by_topic(document, score_sentences(document), first=first, count=count)
    assert len(parts) <= count
    covered = [index for part in parts for index in range(part.first, part.last)]
    assert covered == list(range(first, len(document.sentences)))


def test_top_level_sections_hold_their_subsections() -> None:
    """The title is no section, and a heading below the top level opens none."""
    document = Document.of(REPORT, format="markdown")
    parts = parts_by_heading(document)
    assert [document.prose(part.heading) for part in parts if part.heading] == ["Traffic", "Money"]
    told = document.prose(document.sentences[parts[0].last - 1].body)
    assert told == "The ferry ran daily."


def test_cut_falls_where_the_words_change() -> None:
    """Two topics are parted between them, not in the middle of the text."""
    one = [f"The ferry crew saw smoke in the battery room on day {n}." for n in range(2, 9)]
    two = [f"The city council fixed a budget for the library in year {n}." for n in range(2, 12)]
    document = Document.of("\n\n".join(one + two))
    parts = parts_by_topic(document, score_sentences(document), first=0, count=2)
    assert [part.first for part in parts] == [0, len(one)]


def test_each_source_is_a_part() -> None:
    """Under the heading that it opens with, if there is one; its own sections are no parts then."""
    document = joined(articles_of([REPORT, "It rained. It snowed."]))
    report, rain = parts_by_heading(document)
    assert report.heading is not None
    assert document.prose(report.heading) == "Harbor report"
    assert (report.first, report.last) == (1, document.parts[0].last)
    assert (rain.first, rain.last, rain.heading) == (document.parts[1].first, document.parts[1].last, None)


def test_a_line_of_links_is_the_heading_of_no_part() -> None:
    """What stands below each post of a forum is no title of the next."""
    post = "The pump hums at night and wakes the neighbors. It stands near the window of the house."
    lines = [f"Like ({n}) | Quote | Report\n\n{post}" for n in range(4)]
    document = Document.of("The pump\n\n" + post + "\n\n" + "\n\n".join(lines))
    assert parts_by_heading(document) == ()
