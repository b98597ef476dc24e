"""Several sources: who says what is named in every rendering, and a lone text names nobody."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from summarizer import Article, Result, Summarizer
from summarizer.document.sources.article import articles_of
from summarizer.document.sources.join import joined
from summarizer.document.sources.origin import Origin
from summarizer.render.sources import Sources
from summarizer.text.span import Evidence, Span

FIRST = "The port of Lund closes on 3 May. It handled 40 ships a year."
SECOND = "The port of Lund closes on 4 May. Fishermen protested at the town hall on Monday."


@pytest.fixture(scope="module")
def result() -> Result:
    """A result about two sources, one of which has neither a name nor a title."""
    herald = Article(FIRST, id="herald", url="https://example.org/a_b", date=dt.date(2025, 3, 12), title="Port *shut*")
    return Summarizer(model=None).summarize(joined(articles_of([herald, SECOND])))


def quoted(result: Result, quote: str) -> Evidence:
    """The place of a quote."""
    assert result.document.text
    at = result.document.text.index(quote)
    return Evidence.cut(result.document.text, Span(at, at + len(quote)))


def test_each_place_is_named_by_its_source(result: Result) -> None:
    """Each source once, in the order of the places, and a place by the offsets in its own text."""
    sources = Sources(result.document.sources)
    ships, fish = quoted(result, "40 ships"), quoted(result, "Fishermen")
    assert sources.names([fish, ships, fish]) == ("source 2", "herald")
    assert sources.after([fish, ships]) == " (source 2, herald)"
    assert sources.after([]) == ""
    at = SECOND.index("Fishermen")
    assert sources.place(fish) == f"source 2, characters {at}–{at + len('Fishermen')}"


def test_the_list_says_what_is_known_of_each(result: Result) -> None:
    """Title, day and address, and the name alone where nothing is known."""
    assert Sources(result.document.sources).listed() == [
        "herald: Port *shut*, 2025-03-12, https://example.org/a_b",
        "source 2",
    ]


def test_a_lone_text_names_nobody(result: Result) -> None:
    """Where there is one source there is nothing to tell apart."""
    for sources in (Sources(), Sources(result.document.sources[:1])):
        place = quoted(result, "Fishermen")
        assert sources.after([place]) == ""
        assert sources.listed() == []
        assert sources.place(place) == f"characters {place.start}–{place.end}"
    alone = Summarizer(model=None).summarize(FIRST)
    assert "Sources" not in alone.to_text() + alone.to_markdown(references=True).replace("Source Sentences", "")


def test_every_rendering_names_the_sources(result: Result) -> None:
    """Behind each key fact stands who says so, and below the rest stands the list."""
    for fact in result.facts:
        name = Sources(result.document.sources).after(fact.evidence)
        assert name in {" (herald)", " (source 2)"}
        assert f"✓ {fact.statement}{name}" in result.to_text(width=200)
        assert f"- ✓ {fact.statement}{name}" in result.to_markdown()
        assert re.search(rf'{fact.statement}</a></p><p class="where"[^<>]*>{name.strip(" ()")}</p>', result.to_html())
    listed = "herald: Port \\*shut\\*, 2025-03-12, https://example.org/a_b\n- source 2\n"
    assert result.to_markdown().endswith(f"\n\n## Sources\n\n- {listed}")
    assert result.to_text(width=200).endswith(
        "\n- herald: Port *shut*, 2025-03-12, https://example.org/a_b\n- source 2"
    )
    for known in ("herald</h2>", "Port *shut*</p>", "12 March 2025</span>", 'href="https://example.org/a_b"'):
        assert known in result.to_html()


def test_references_stand_in_their_own_source(result: Result) -> None:
    """The offsets of a source sentence are those of the text that was given."""
    written = result.to_markdown(references=True)
    assert "The port of Lund closes on 4 May. (source 2, characters 0–33)" in written


def test_a_place_names_its_page_or_time() -> None:
    """Where the file has pages, cues or cells, each once; control characters of a file's name for them are seen."""
    origins = [Origin(start=0, end=10, page=4), Origin(start=10, end=20, page=4), Origin(start=20, end=30, begins=72)]
    origins += [Origin(start=30, end=40, path="table\x1b[2J 2")]
    named = Sources((), origins)
    assert named.after([Evidence(start=5, end=15, text="x" * 10)]) == " (page 4)"
    assert named.after([Evidence(start=8, end=22, text="x" * 14)]) == " (page 4, 1:12)"
    assert named.place(Evidence(start=20, end=25, text="x" * 5)) == "characters 20–25, 1:12"
    assert "\x1b" not in named.after([Evidence(start=30, end=35, text="x" * 5)])
    assert named.after([Evidence(start=50, end=55, text="x" * 5)]) == ""
