"""The side where the sources are read."""

from __future__ import annotations

from shown_pages import REPORT, Parsed, report_result

import summarizer
from summarizer import Article, Origin
from summarizer.render.page.of_result import content_of
from summarizer.render.page.source.pane import source_pane


def test_a_lone_source_is_named_by_what_is_known_of_it() -> None:
    """Its date and its address; there are no tabs."""
    given = Article(REPORT, id="a", url="https://example.org/lund")
    page = Parsed(source_pane(content_of(summarizer.summarize([given], model=None))))
    assert "Source4 May 2026https://example.org/lund" in page.words
    assert "nav" not in page.tags
    assert page.tags.count("article") == 1


def test_several_sources_have_a_tab_each() -> None:
    """Which leads to it; an address that is none is words."""
    sources: list[Article | dict[str, object]] = [
        Article(REPORT, id="a"),
        {"text": "Es regnet im Hafen.", "id": "b", "url": "javascript:alert(1)"},
    ]
    page = Parsed(source_pane(content_of(summarizer.summarize(sources, model=None))))
    assert page.links[:2] == ["#source-1", "#source-2"]
    assert ("article", "id", "source-2") in page.attributes
    assert "javascript:alert(1)" in page.words
    assert not any(one.startswith("javascript") for one in page.links)


def test_where_it_stands_in_the_file_is_said_once() -> None:
    """Above the first block of each page, with who speaks; and what stands beside the article is named."""
    result = report_result()
    origins = (
        Origin(start=0, end=100, page=1),
        Origin(start=100, end=200, page=1, speaker="Ann"),
        Origin(start=200, end=len(REPORT), page=2),
    )
    document = result.document.model_copy(update={"origins": origins})
    page = Parsed(source_pane(content_of(result.model_copy(update={"document": document}))))
    assert page.words.count("page 1") == 1 + page.words.count("Ann, page 1")
    assert page.words.count("page 2") == 1
