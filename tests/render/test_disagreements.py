"""Sources that contradict each other are shown side by side, and only they are."""

from __future__ import annotations

import re

import pytest

from summarizer import Result, Summarizer
from summarizer.document.sources.article import articles_of
from summarizer.document.sources.join import joined
from summarizer.render.disagreements import DISAGREE, sides_of

FIRST = "The port of Lund closes on 3 May. It handled 40 ships a year."
SECOND = "The port of Lund closes on 4 May. Fishermen protested at the town hall on Monday."


def result_of(*texts: str) -> Result:
    """The result about these sources."""
    return Summarizer(model=None).summarize(joined(articles_of(list(texts))))


@pytest.fixture(scope="module")
def result() -> Result:
    """Two sources that name two days."""
    return result_of(FIRST, SECOND)


def test_each_side_is_a_sentence_of_its_source(result: Result) -> None:
    """Each has the name of its source and the place where it says so."""
    ((first, second),) = sides_of(result)
    assert (first.source, first.sentence) == ("source 1", "The port of Lund closes on 3 May.")
    assert (second.source, second.sentence) == ("source 2", "The port of Lund closes on 4 May.")
    assert result.document.text
    for side in (first, second):
        assert result.document.text[side.evidence.start : side.evidence.end] == side.sentence


def test_every_rendering_shows_both_sides(result: Result) -> None:
    """Text and Markdown have both sentences with their sources, and the page links to both places."""
    assert (
        f"\n{DISAGREE}\n──────────────────────\n"
        "≠ “The port of Lund closes on 3 May.” (source 1)\n"
        "  “The port of Lund closes on 4 May.” (source 2)\n"
    ) in result.to_text()
    said = "- “The port of Lund closes on 3 May.” (source 1), but “The port of Lund closes on 4 May.” (source 2)\n"
    assert f"\n## {DISAGREE}\n\n{said}" in result.to_markdown()
    assert "(source 1) [1], but" in result.to_markdown(references=True)
    page = result.to_html()
    for side in sides_of(result)[0]:
        place = f"e{side.evidence.start}-{side.evidence.end}"
        assert re.search(
            rf'<a [^<>]*href="#{place}"[^<>]*>“{side.sentence}”</a><p class="where">{side.source}</p>', page
        )
    assert '"disagreements":[{' in result.model_dump_json()


def test_sources_that_agree_show_nothing() -> None:
    """Without a disagreement there is no heading for one."""
    agreeing = result_of(FIRST, "Fishermen protested at the town hall on Monday.")
    assert sides_of(agreeing) == []
    assert DISAGREE not in agreeing.to_text() + agreeing.to_markdown() + agreeing.to_html()
