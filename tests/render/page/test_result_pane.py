"""The side where statements are read."""

from __future__ import annotations

from shown_pages import Parsed, report_result

import summarizer
from summarizer.render.page.of_result import content_of
from summarizer.render.page.result_pane import result_pane
from summarizer.summary.summary import Section


def test_it_has_every_part_of_a_result() -> None:
    """Facts, summary, what did not hold, each below its title, and tools that say what they do."""
    page = Parsed(result_pane(content_of(report_result())))
    for told in ("Key Facts", "Quick Summary", "Drafted and refused 1", "Written for the summary and not kept 1"):
        assert told in page.words
    for told in ("All", "Ticked", "Refused 2", "next statement", "previous statement", "A click on a sentence"):
        assert told in page.words
    assert "Nothing was refused." not in page.words
    assert ("button", "aria-label", "Next statement") in page.attributes


def test_loud_notices_are_a_banner_and_quiet_ones_a_line_below() -> None:
    """A failure stands above everything, what is only worth knowing at the end."""
    failure = summarizer.Failure(stage="x", call_id="x", error="ReplyEmpty", message="m", lost="<a chunk>")
    page = Parsed(result_pane(content_of(report_result().model_copy(update={"failures": (failure,)}))))
    assert page.words.index("Note: ") < page.words.index("Key Facts")
    assert "<a chunk>" in page.words
    assert ("div", "role", "note") in page.attributes
    assert "Note: " not in Parsed(result_pane(content_of(report_result()))).words


def test_where_nothing_was_refused_the_filter_says_so() -> None:
    """Rather than nothing at all."""
    page = Parsed(result_pane(content_of(summarizer.summarize("It rains in Lund. The port is shut.", model=None))))
    assert "Nothing was refused." in page.words


def test_a_section_without_a_title_is_set_apart_from_a_titled_one() -> None:
    """It would be read as a part of that."""
    result = report_result()
    told = next(result.summary.sentences())
    plain = Section(title="", paragraphs=((told,),))
    sections = (plain, plain.model_copy(update={"title": "Ships"}), plain)
    summary = result.summary.model_copy(update={"sections": sections})
    page = Parsed(result_pane(content_of(result.model_copy(update={"summary": summary}))))
    assert page.tags.count("hr") == 1


def test_sides_that_disagree_stand_beside_each_other() -> None:
    """Each leads to its place, and names its source."""
    texts = [
        "Some 17,500 vehicles use the bridge at Kessel on a working day.",
        "About 21,000 vehicles use the bridge at Kessel on a working day.",
    ]
    page = Parsed(result_pane(content_of(summarizer.summarize(texts, model=None))))
    assert "Where Sources Disagree" in page.words
    assert f"“{texts[0]}”source 1“{texts[1]}”source 2" in page.words
