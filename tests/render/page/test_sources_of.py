"""The sources of a page are read as they were when the result was made."""

from __future__ import annotations

from pathlib import Path

import pytest
from shown_pages import REPORT, places

import summarizer
from summarizer import Article, Document, MismatchError, Result
from summarizer.document.sources.article import articles_of
from summarizer.document.sources.join import joined
from summarizer.render.page.sources_of import around_of, checked_places, read_again, shown_sources
from summarizer.result_parts.document_record import DocumentRecord


@pytest.mark.parametrize("path", sorted(Path("examples/articles").glob("*.*"))[:6], ids=lambda path: path.name)
def test_a_lone_text_is_read_again_as_it_was(path: Path) -> None:
    """Blocks and sentences are those of the document that the result was made of, from JSON, too."""
    document = Document.of(path.read_text("utf-8"))
    record = DocumentRecord.model_validate_json(DocumentRecord.of(document).model_dump_json())
    (source,) = shown_sources(record)
    assert (source.document.blocks, source.document.sentences) == (document.blocks, document.sentences)
    assert (source.start, source.title, source.date) == (0, document.title or "", document.date)


def test_a_record_of_before_is_read_by_its_format() -> None:
    """Which did not say whether its text is Markdown."""
    for form in ("plain", "markdown"):
        document = Document.of(REPORT, format=form)
        record = DocumentRecord.of(document).model_copy(update={"markdown": None})
        assert shown_sources(record)[0].document.sentences == document.sentences
        assert read_again(REPORT, record, is_markdown=form == "markdown").markdown is document.markdown


def test_several_sources_are_read_each_by_itself() -> None:
    """Each with its name, its place, and in its own form and language."""
    articles = articles_of([Article(REPORT, id="a", url="https://example.org"), {"text": "Es regnet heute im Hafen."}])
    document = joined(articles)
    first, second = shown_sources(DocumentRecord.of(document))
    assert (first.name, first.start, first.url, first.document.markdown) == ("a", 0, "https://example.org", True)
    assert (second.name, second.start, second.document.markdown) == ("source 2", len(REPORT) + 2, False)
    assert second.document.language == "de"
    assert second.end == len(document.text)


def test_what_stands_beside_the_article_is_named() -> None:
    """In words that a reader knows."""
    result = summarizer.summarize(
        "The bridge is shut\n\nBy Ann Berg\n\nIt shut in May. Cars wait. Walkers swim.", model=None
    )
    assert [name for _, name in around_of(result.document)] == ["Byline"] * len(result.document.surroundings)


def test_a_page_without_its_text_is_none() -> None:
    """Nor is one whose places are of another."""
    result: Result = summarizer.summarize(REPORT, model=None)
    with pytest.raises(MismatchError, match=r"attach\(text\)"):
        shown_sources(result.without_text().document)
    with pytest.raises(MismatchError, match=r"evidence at 2\.\.18"):
        checked_places(places(REPORT, "The port of Lund"), "Another text of some length.")
