"""Where a sentence stands, and how a document opens."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.context.place import opening_of, section_path
from summarizer.document.document import Document
from summarizer.document.sources.article import Article, articles_of
from summarizer.document.sources.join import joined

REPORT = "# Report\n\nIt rained.\n\n## Water\n\nIt rose.\n\n### Wells\n\nTwo ran dry.\n\n## Money\n\nIt fell."


def test_the_headings_above_by_level() -> None:
    """Outermost first; a heading of the same or a higher level ends the sections before it."""
    document = Document.of(REPORT)
    paths = {document.prose(s.span): section_path(document, s.index) for s in document.sentences}
    assert paths["It rained."] == ("Report",)
    assert paths["Two ran dry."] == ("Report", "Water", "Wells")
    assert paths["It fell."] == ("Report", "Money")
    assert paths["Money"] == ("Report", "Money")


def test_no_heading_no_path() -> None:
    """A text without headings has no sections."""
    assert section_path(Document.of("It rained. It rose."), 1) == ()


def test_the_opening_passes_over_headings() -> None:
    """The first sentences up to the bound, and the first one whatever its length."""
    document = Document.of(REPORT)
    assert [document.prose(document.sentences[i].span) for i in opening_of(document, most=20)] == [
        "It rained.",
        "It rose.",
    ]
    assert len(opening_of(document, most=1)) == 1


@given(
    st.lists(st.sampled_from(["# A", "## B", "### C", "It rained. It rose.", "- one"]), min_size=1), st.integers(0, 90)
)
def test_laws(parts: list[str], most: int) -> None:
    """A path is made of headings above or at the sentence; an opening is in order, without headings, and bounded."""
    document = Document.of("\n\n".join(parts), format="markdown")
    titles = [document.prose(document.blocks[index].span) for index in document.headings]
    for sentence in document.sentences:
        assert set(section_path(document, sentence.index)) <= set(titles)
    opening = opening_of(document, most=most)
    assert list(opening) == sorted(opening)
    assert all(document.block_of(index).kind != "heading" for index in opening)
    spent = sum(document.sentences[i].end - document.sentences[i].start for i in opening)
    assert spent <= most or len(opening) == 1


def test_sections_never_cross_sources() -> None:
    """Each path begins with the title of its own source, and ends there."""
    document = joined(articles_of([REPORT, Article("It snowed.", title="Snow"), "It froze."]))
    paths = {document.prose(s.span): section_path(document, s.index) for s in document.sentences}
    assert paths["It fell."] == ("Report", "Money")
    assert paths["It snowed."] == ("Snow",)
    assert paths["It froze."] == ()
