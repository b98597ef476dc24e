"""An article in one piece: how many calls it takes, how many lie behind one another, and what is told."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from any_judge import AnyJudge
from articles import ARTICLES, text_of
from counted import NEWS, reworded
from piped import calls_of, piped
from scripts import honest, json_lines_of

from summarizer.calls.call import Call
from summarizer.facts.wishes import Wishes
from summarizer.verification.judging.assertions import JUDGE_ASSERTIONS
from summarizer.verification.policy import Level

MOST_CALLS: dict[Level, int] = {"fast": 2, "standard": 4}
MOST_ROUNDS: dict[Level, int] = {"fast": 2, "standard": 4}


@pytest.mark.parametrize("level", ["fast", "standard"])
@pytest.mark.parametrize("article", ARTICLES[::3], ids=lambda path: path.stem)
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_whatever_the_judge_says_it_takes_a_handful_of_calls(article, level: Level, seed: int) -> None:  # type: ignore[no-untyped-def]
    """At most 4 calls in 4 rounds in standard, 2 in 2 in fast; second looks and corrections share one of them."""
    played = piped(text_of(article, length=4000), AnyJudge(seed), level=level)
    assert len(calls_of(played)) <= MOST_CALLS[level]
    assert len(played.rounds) <= MOST_ROUNDS[level]
    assert max(Counter(call.stage for call in calls_of(played)).values()) == 1


def test_the_rounds_are_those_of_the_plan() -> None:
    """Facts, the summary from them and the article, a check of both, then what is looked at again."""
    judge = AnyJudge(1)
    played = piped(NEWS, judge)
    assert [sorted(call.stage for call in calls) for calls in played.rounds] == [
        ["extract"],
        ["write"],
        ["judge_facts"],
        ["second_look"],
    ]
    assert piped(NEWS, judge, level="fast").ids == [["brief"], ["judge_facts:1:1"]]


def test_second_looks_and_corrections_share_one_call() -> None:
    """A fact that is mended and a sentence that is mended are in the same call, each by its id."""

    def surely(text: str) -> str:
        return f"{reworded(text)} surely"

    script = honest(
        reword=surely,
        every=9,
        relation=lambda text: "not_stated" if "surely" in text else "entailed",
        correction=lambda text: text.removesuffix(" surely"),
    )

    def own_words(call: Call) -> dict[str, object]:
        answer = script(call)
        if call.stage == "write":
            for part in answer["parts"]:  # type: ignore[attr-defined]
                for sentence in part["blocks"][0]["sentences"]:
                    sentence["text"] = sentence["text"].replace("Readers learn", "The readers learn")
        return answer

    played = piped(NEWS, own_words)
    (again,) = [call for call in calls_of(played) if call.stage == "second_look"]
    ids = {str(one["id"]) for one in json_lines_of(again)}
    assert {one[0] for one in ids} == {"c", "s"}
    assert {fact.drafted for fact in played.value.facts} == {f"{fact.statement} surely" for fact in played.value.facts}


@pytest.mark.parametrize("level", ["fast", "standard"])
def test_no_call_is_made_for_titles_alone(level: Level) -> None:
    """Titles are judged with sentences or facts, or stand as labels; one that does not hold is not there."""
    script = honest(relation=lambda text: "not_stated" if "disgrace" in text else "entailed")

    def titled(call: Call) -> dict[str, object]:
        answer = script(call)
        if "headline" in answer:
            answer["headline"] = "The ferry company has collapsed in disgrace."
        return answer

    played = piped(NEWS, titled, level=level)
    judging = [json_lines_of(call) for call in calls_of(played) if call.prompt_id in JUDGE_ASSERTIONS.prompts]
    assert all(any(not str(one["id"]).startswith("t") for one in claims) for claims in judging)
    assert played.value.summary is not None
    assert "disgrace" not in played.value.summary.headline
    assert any("disgrace" in dropped.text for dropped in played.value.summary.dropped)


def test_titles_go_with_the_sentences() -> None:
    """A title that asserts something is judged in the call that judges the sentences."""
    played = piped(NEWS, AnyJudge(1))
    (judging,) = [call for call in calls_of(played) if call.stage == "judge_facts"]
    ids = {str(one["id"]) for one in json_lines_of(judging)}
    assert {one[0] for one in ids} == {"c", "s", "t"}


def test_what_a_rule_contradicts_is_not_told() -> None:
    """The writer is not shown a fact with another number than its sentence, though it is judged beside."""
    script = honest()

    def wrong(call: Call) -> dict[str, object]:
        answer = script(call)
        if call.stage == "extract":
            for fact in answer["facts"]:  # type: ignore[attr-defined]
                fact["statement"] = fact["statement"].replace("2026", "2031")
        return answer

    played = piped(NEWS, wrong)
    (writing,) = [call for call in calls_of(played) if call.stage == "write"]
    told = [str(fact["fact"]) for fact in json_lines_of(writing)]
    assert told
    assert not [fact for fact in told if "2031" in fact]
    assert [fact for fact in played.value.rejected if "2031" in fact.drafted]


@pytest.mark.parametrize("level", ["fast", "standard"])
def test_the_writer_sees_the_whole_article(level: Level) -> None:
    """Every sentence, numbered, is in the call that writes, so that what no fact cites is not lost."""
    played = piped(NEWS, honest(), level=level)
    (writing,) = [call for call in calls_of(played) if call.stage in {"write", "brief"}]
    (judging, *_) = [call for call in calls_of(piped(NEWS, AnyJudge(0))) if call.stage == "extract"]
    lines = [line for line in judging.messages[-1].content.split("\n") if line.startswith("[")]
    assert len(lines) > 20
    assert all(line in writing.messages[-1].content for line in lines)


WISHES = Wishes(focus="what changes for riders", audience="school children", instructions="Use short words.")


@pytest.mark.parametrize("level", ["fast", "standard"])
def test_wishes_reach_who_writes_and_never_who_judges(level: Level) -> None:
    """They choose and shape what is written; a judge does not know of them."""
    played = piped(NEWS, AnyJudge(1), level=level, wishes=WISHES)
    words = [WISHES.focus, WISHES.audience, WISHES.instructions]
    for call in calls_of(played):
        said = json.dumps([message.content for message in call.messages], ensure_ascii=False)
        known = [word is not None and word in said for word in words]
        assert known == [call.stage in {"extract", "write", "brief"}] * 3


@pytest.mark.parametrize("level", ["fast", "standard"])
def test_a_question_that_the_article_does_not_answer_has_no_facts(level: Level) -> None:
    """No fact, no sentence of the article in the place of one, no failure: what is not said is said so."""

    def silent(call: Call) -> dict[str, object]:
        missing = ["the price of a ticket"]
        return (
            {"facts": [], "headline": "", "parts": [], "missing": missing}
            if level == "fast"
            else {
                "facts": [],
                "missing": missing,
            }
        )

    played = piped(NEWS, silent, level=level, wishes=Wishes(focus="what a ticket costs"))
    found = played.value
    assert (found.facts, found.rejected, found.summary, found.failures) == ((), (), None, ())
    assert found.unanswered == ("the price of a ticket",)
    assert len(calls_of(played)) == 1


def test_without_a_question_no_fact_is_a_failure() -> None:
    """A model that finds nothing in an article has failed, and sentences of the article stand in."""
    found = piped(NEWS, lambda call: {"facts": [], "missing": []}).value
    assert [failure.error for failure in found.failures] == ["NoFactHeld"]
    assert found.facts
    assert found.summary is not None
    assert found.summary.written_by == "extractive"


@pytest.mark.parametrize(("max_facts", "most"), [(None, 8), (3, 3), (1, 1)])
def test_the_text_decides_how_many_facts_there_are_at_most(max_facts: int | None, most: int) -> None:
    """`max_facts=None` is what the text carries, and a number is a most that never adds one."""
    found = piped(NEWS, honest(reword=reworded), max_facts=max_facts).value
    assert len(found.facts) == most
    few = piped(NEWS, honest(reword=reworded, every=30), max_facts=max_facts).value
    assert len(few.facts) == min(most, 2)
    assert not few.failures
