"""A result as the content of a page."""

from __future__ import annotations

import pytest
from recordings import replayed
from shown_pages import REPORT, report_result

import summarizer
from summarizer import MismatchError
from summarizer.render.page.of_result import content_of


def test_everything_of_a_result_is_on_its_page() -> None:
    """Facts with their numbers, the summary in its parts, what did not hold by kind, date and who wrote it."""
    content = content_of(report_result())
    assert [fact.name for fact in content.facts] == [f"Fact {n}" for n in range(1, len(content.facts) + 1)]
    assert content.summary[0].title is not None
    assert [(one.title, one.kind) for one in content.folded if one.statements] == [
        ("Drafted and refused", "refused"),
        ("Written for the summary and not kept", "refused"),
        ("Supported, and not among the key facts", "ticked"),
    ]
    assert [(told.name, told.value) for told in content.about] == [
        ("Published", "4 May 2026"),
        ("Written by", "the article itself"),
    ]
    held, total = content.share
    assert held == total - 1
    ids = [one.id for one in content.statements()]
    assert len(set(ids)) == len(ids)


def test_a_run_with_a_model_tells_model_judge_and_cost() -> None:
    """As its trace and its usage have them; and the statements are in the language that was asked for."""
    result, _ = replayed("news")
    content = content_of(result.model_copy(update={"trace": result.trace.model_copy(update={"language": "German"})}))
    assert [told.name for told in content.about] == ["Written by", "Judge", "Cost"]
    assert (content.told_in, content.language) == ("de", "en")


def test_what_is_not_there_is_said() -> None:
    """No fact, no summary: a line for each."""
    result = report_result()
    empty = result.model_copy(
        update={"facts": (), "summary": result.summary.model_copy(update={"lead": (), "sections": ()})}
    )
    assert [line.split(":")[0] for line in content_of(empty).instead] == ["No fact is ticked", "There is no summary"]


def test_another_text_is_refused() -> None:
    """A place that says something else is never marked."""
    result = summarizer.summarize(REPORT, model=None)
    other = result.document.model_copy(update={"text": REPORT.replace("port", "fort")})
    with pytest.raises(MismatchError, match="does not stand there"):
        content_of(result.model_copy(update={"document": other}))
