"""A whole text checked against a source: every sentence of it, with places on both sides, and one score."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest
from exams import passing
from hypothesis import given, settings
from hypothesis import strategies as st
from judging import BRIDGE, SENTENCES, answer, finding
from scripts import best_line, json_lines_of

from summarizer import (
    Call,
    ConfigError,
    Document,
    Evidence,
    InputError,
    MismatchError,
    ModelUnavailable,
    Origin,
    Reply,
    RetryPolicy,
    ScriptedModel,
    Summarizer,
    TextVerification,
    Unused,
    averify_text,
    verify_text,
)
from summarizer.calls.call import TokenChance
from summarizer.verification.text_check import claims_of

SUMMARY = f"""# A bridge closes

Readers learn that a ferry carries walkers until then. {SENTENCES[3]}

## Background

- {SENTENCES[6].replace("17", "71")}
- The mayor danced.
"""


def judge(call: Call) -> dict[str, object]:
    """A judge that knows the ferry, finds nothing asserted in short titles, and nothing else stated."""
    answers = []
    for asked in json_lines_of(call):
        text = str(asked["claim"])
        if text == "Background":
            answers.append(answer(str(asked["id"])))
        elif "ferry" in text or "closes" in text:
            answers.append(answer(str(asked["id"]), finding(text, best_line(call, text))))
        else:
            answers.append(answer(str(asked["id"]), finding(text, relation="not_stated")))
    return {"claims": answers}


def laws(found: TextVerification, *, source: str) -> None:
    """What holds of every checked text."""
    for sentence in found.sentences:
        assert found.text[sentence.place.start : sentence.place.end] == sentence.place.text
        assert all(source[e.start : e.end] == e.text for e in sentence.evidence)
        assert (sentence.verdict == "supported") <= bool(sentence.evidence)
        assert not (sentence.label and sentence.verdict == "supported")
    submitted = [sentence for sentence in found.sentences if not sentence.label]
    assert sum(found.counts.values()) == len(submitted)
    assert found.score * len(submitted) == pytest.approx(found.counts.get("supported", 0))
    assert TextVerification.model_validate_json(found.model_dump_json()) == found


def test_without_a_model_rules_judge_each_sentence() -> None:
    """What is the source's own is supported, a changed number is not, and the score is the share."""
    found = verify_text(SUMMARY, BRIDGE)
    laws(found, source=BRIDGE)
    assert (found.sentences[0].kind, found.sentences[0].statement) == ("heading", "A bridge closes")
    verdicts = {s.statement: s.verdict for s in found.sentences}
    assert verdicts[SENTENCES[3]] == "supported"
    assert verdicts[SENTENCES[6].replace("17", "71")] == "contradicted"
    assert found.score == pytest.approx(1 / 6)
    assert found.source_sha256 == Document.of(BRIDGE).sha256


def test_with_a_judge_the_rest_is_told_too() -> None:
    """Headlines and list items are claims like others; a heading in which nothing is asserted is a label."""
    found = Summarizer(model=ScriptedModel(judge)).verify_text(SUMMARY, BRIDGE)
    laws(found, source=BRIDGE)
    assert [(s.statement, s.label) for s in found.sentences if s.kind == "heading"] == [
        ("A bridge closes", False),
        ("Background", True),
    ]
    assert [s.verdict for s in found.sentences if s.statement == "The mayor danced."] == ["not_stated"]
    assert [s.kind for s in found.sentences if s.statement == "The mayor danced."] == ["item"]
    assert found.score == pytest.approx(3 / 5)


def test_only_a_heading_can_be_a_label() -> None:
    """A judge that finds nothing asserted in a sentence does not take it out of the score."""
    silent = ScriptedModel(lambda call: {"claims": [answer(str(c["id"])) for c in json_lines_of(call)]})
    found = Summarizer(model=silent, verification="fast").verify_text("The mayor danced.", BRIDGE)
    assert [(s.verdict, s.label) for s in found.sentences] == [("not_stated", False)]
    assert found.score == 0.0


def test_a_failed_judge_counts_in_the_score_and_is_named() -> None:
    """What nobody could judge is unchecked, and not left out of the count."""
    down = ScriptedModel(lambda call: ModelUnavailable("down"))
    summarizer = Summarizer(model=down, retry=RetryPolicy(tries=1))
    found = summarizer.verify_text(f"{SENTENCES[3]} The mayor danced.", BRIDGE)
    laws(found, source=BRIDGE)
    assert [s.verdict for s in found.sentences] == ["supported", "unchecked"]
    assert found.score == 0.5
    assert [failure.error for failure in found.failures] == ["ModelUnavailable"]
    assert [notice.kind for notice in found.notices] == ["failure"]
    assert "The model could not be reached" in found.notices[0].message
    assert TextVerification.model_validate_json(found.model_dump_json()) == found


def test_sync_and_async_give_the_same() -> None:
    """One plan under two drivers."""
    one = Summarizer(model=ScriptedModel(judge)).verify_text(SUMMARY, BRIDGE)
    two = asyncio.run(Summarizer(model=ScriptedModel(judge)).averify_text(SUMMARY, BRIDGE))
    assert one == two
    assert asyncio.run(averify_text(SUMMARY, BRIDGE)) == verify_text(SUMMARY, BRIDGE)


@pytest.mark.parametrize("text", ["***", "…", "- \n- "])
def test_a_text_without_a_word_is_refused(text: str) -> None:
    """There is nothing to check, and the message says so."""
    with pytest.raises(InputError, match=r"no word|empty|blank"):
        verify_text(text, BRIDGE)


def test_documents_are_taken_as_they_are() -> None:
    """Both sides may be documents, read before."""
    found = verify_text(Document.of(SUMMARY, format="plain"), Document.of(BRIDGE))
    assert found.text == SUMMARY
    assert found.sentences[0].statement == "# A bridge closes"


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from([*SENTENCES, "# Title", "", "- item one", "> He said so.", "| a | b |"]), min_size=1, max_size=8
    )
)
def test_every_sentence_comes_back_in_order(lines: list[str]) -> None:
    """Sentences in = sentences out; places are disjoint and ascend."""
    text = "\n\n".join(lines)
    document = Document.of(text) if text.strip() else None
    if document is None:
        return
    found = verify_text(document, BRIDGE)
    laws(found, source=BRIDGE)
    assert [s.id for s in found.sentences] == [c.id for c in claims_of(document)]
    places = [s.place for s in found.sentences]
    assert all(one.end <= two.start for one, two in pairwise(places))


@pytest.mark.parametrize("form", ["assertions", "yes_no"])
def test_what_stands_before_a_sentence_is_shown_to_the_judge_and_not_judged(
    form: Literal["assertions", "yes_no"],
) -> None:
    """The call about a sentence holds the one before it, by its id where that is asked about; each is answered once."""
    no = Reply(text="No", finish="length", first_token=(TokenChance("No", -0.1), TokenChance("Yes", -2.4)))
    model = ScriptedModel(passing(judge if form == "assertions" else lambda _: no))
    text = "The mayor sang about bridges all night. She danced with the ferryman in the end."
    found = Summarizer(model=model, judge_form=form, verification="fast").verify_text(text, BRIDGE)
    assert len(found.sentences) == 2
    asked = "".join(call.messages[-1].content for call in model.calls)
    named = '"before": "s1"' if form == "assertions" else '"before": "The mayor sang about bridges all night."'
    assert asked.count(named) == 1
    assert asked.count('"before"') == 1 + (form == "assertions")  # where the prompt explains the word


def test_the_source_is_kept_and_may_be_left_out() -> None:
    """It comes back with its text alone, and no other text is taken for it; older values have none."""
    found = verify_text(SUMMARY, BRIDGE)
    assert found.source is not None
    assert found.source.text == BRIDGE
    bare = found.without_source()
    assert bare.source is not None
    assert bare.source.text is None
    assert bare.attach(BRIDGE) == found
    with pytest.raises(MismatchError, match="attach the very text"):
        bare.attach(BRIDGE + " ")
    old = found.model_copy(update={"source": None})
    assert old.without_source() == old
    assert old.attach(BRIDGE).to_html() == found.to_html()
    assert old.origins_of(found.sentences[1].place) == ()


def test_a_place_is_led_back_to_the_file_that_was_read() -> None:
    """By the origins of the source."""
    found = verify_text(SUMMARY, BRIDGE)
    assert found.source is not None
    pages = (Origin(start=0, end=40, page=1), Origin(start=40, end=len(BRIDGE), page=2))
    found = found.model_copy(update={"source": found.source.model_copy(update={"origins": pages})})
    assert [one.page for one in found.origins_of(Evidence(start=39, end=50, text=BRIDGE[39:50]))] == [1, 2]
    assert "page 2" in found.to_html()


def test_the_page_is_written_whole(tmp_path: Path) -> None:
    """What is returned stands in the file."""
    found = verify_text(SUMMARY, BRIDGE)
    path = tmp_path / "checked.html"
    assert found.to_html(path) == path.read_text("utf-8")
    with pytest.raises(ConfigError, match="cannot be written"):
        found.to_html(tmp_path / "nowhere" / "checked.html")


def test_several_sources_are_told_apart() -> None:
    """Each evidence leads to the passage that it stands in, and to its place there; of a lone text there is none."""
    passages = [
        {"text": "The mill closed in 2021.", "id": "a"},
        {"text": "Rain fell. Forty people worked at the yard.", "id": "b", "url": "https://example.org/b"},
    ]
    found = verify_text("Forty people worked at the yard. The mill closed in 2022.", passages)
    told = []
    for sentence in found.sentences:
        place = sentence.evidence[0]
        source = found.source_of(place)
        assert source is not None
        told.append((source.id, place.start - source.start, sentence.verdict))
    assert told == [("b", 11, "supported"), ("a", 0, "contradicted")]
    assert TextVerification.model_validate_json(found.model_dump_json()) == found
    alone = verify_text("Rain fell.", "Rain fell.")
    assert alone.source_of(alone.sentences[0].evidence[0]) is None


def test_what_of_the_source_could_not_be_read_is_told() -> None:
    """In the notices, so that every rendering and the JSON have it."""
    source = replace(Document.of("The bridge is shut."), unused=(Unused(what="2 pages without text"),))
    found = verify_text("The bridge is shut.", source)
    assert [notice.kind for notice in found.notices] == ["unused"]
    assert "2 pages without text" in found.notices[0].message
    assert "2 pages without text" in found.to_html()
