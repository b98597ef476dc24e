"""A text in several chunks: rounds do not grow with it, nor does any prompt, and parts know the whole."""

from __future__ import annotations

import pytest
from any_judge import AnyJudge
from counted import REPORT, reworded
from piped import calls_of, piped
from scripts import honest, json_lines_of

from summarizer.calls.call import Call, Stage
from summarizer.document.tokens import counter_for
from summarizer.errors import ModelUnavailable
from summarizer.facts.arrange import FACTS_PER_CALL
from summarizer.facts.wishes import Wishes
from summarizer.runtime.budget import prompt_tokens
from summarizer.verification.policy import Level

LONG = "\n\n".join(
    f"## Part {number}\n\n{REPORT.replace('Merrow', name)}"
    for number, name in enumerate(("Merrow", "Brenta", "Olsa", "Vindel"), start=1)
)
STAGES: list[set[Stage]] = [{"extract"}, {"judge_facts", "arrange"}, {"write"}, {"judge_summary"}, {"second_look"}]


@pytest.mark.parametrize("chunk_tokens", [300, 900, 2500])
@pytest.mark.parametrize("seed", [0, 1])
def test_rounds_do_not_grow_with_the_text(chunk_tokens: int, seed: int) -> None:
    """However many chunks there are and whatever the judge says, five rounds at most, each of its own stages."""
    played = piped(REPORT, AnyJudge(seed), chunk_tokens=chunk_tokens)
    assert len(played.rounds) <= 5
    for calls, stages in zip(played.rounds, STAGES, strict=False):
        assert {call.stage for call in calls} <= stages
    assert len(played.rounds[0]) > 1


@pytest.mark.parametrize("level", ["fast", "strict"])
def test_other_levels_take_no_more_rounds(level: Level) -> None:
    """A fast run has no second look; a strict one asks its second judge inside a round."""
    played = piped(REPORT, AnyJudge(1), level=level, chunk_tokens=900)
    assert len(played.rounds) <= (4 if level == "fast" else 5)


def test_no_prompt_grows_with_the_text() -> None:
    """Of four times the text a call of each stage is about as long; one that arranges holds 160 facts at most."""
    counter = counter_for(None)
    longest: list[dict[str, int]] = []
    for text in (REPORT, LONG):
        found: dict[str, int] = {}
        for call in calls_of(piped(text, AnyJudge(0), chunk_tokens=900)):
            found[call.stage] = max(found.get(call.stage, 0), prompt_tokens(call, counter=counter))
            assert call.stage != "arrange" or len(json_lines_of(call)) <= FACTS_PER_CALL
        longest.append(found)
    short, long = longest
    assert short.keys() == long.keys()
    assert all(long[stage] < 2 * short[stage] for stage in long if stage != "arrange")


def test_facts_are_arranged_while_they_are_judged() -> None:
    """Who orders the facts of the whole does not wait for the judge, and sees each of them."""
    played = piped(REPORT, honest(reword=reworded), chunk_tokens=900)
    arranging = [call for call in played.rounds[1] if call.stage == "arrange"]
    drafted = len(played.value.facts) + len(played.value.rejected)
    assert sum(len(json_lines_of(call)) for call in arranging) == drafted


def test_only_what_holds_is_told() -> None:
    """A fact that the judge does not find in the text is in no call that writes."""
    script = honest(reword=reworded, relation=lambda text: "not_stated" if "2025" in text else "entailed")
    played = piped(REPORT, script, chunk_tokens=900)
    told = [str(fact["fact"]) for call in calls_of(played) if call.stage == "write" for fact in json_lines_of(call)]
    assert told
    assert not [fact for fact in told if "2025" in fact]
    assert [fact for fact in played.value.rejected if "2025" in fact.drafted and fact.outcome == "refused"]


def test_what_a_later_sentence_overtakes_is_neither_told_nor_ticked() -> None:
    """The later fact wins and the earlier one says so; one that is called the same as another is told once."""
    script = honest(reword=reworded)

    def arranged(call: Call) -> dict[str, object]:
        answer = script(call)
        if call.stage == "arrange":
            first, second, third, fourth = (str(fact["id"]) for fact in json_lines_of(call)[:4])
            answer["same"] = [{"facts": [first, second]}]
            answer["updated"] = [{"fact": third, "by": fourth}]
        return answer

    played = piped(REPORT, arranged, chunk_tokens=900, max_facts=1000)
    first, second, third, fourth = [f"c1.{place}" for place in (1, 2, 3, 4)]
    told = {str(fact["id"]) for call in calls_of(played) if call.stage == "write" for fact in json_lines_of(call)}
    assert not told & {second, third}
    reasons = {fact.id: fact.reason for fact in played.value.rejected}
    assert reasons[second] == f"says the same as {first}"
    assert reasons[third].endswith(f"overtaken later in the text: {fourth}")


def test_where_nobody_arranges_the_text_is_told_all_the_same() -> None:
    """A failed arrangement is named, and the facts keep their own importance."""
    script = honest(reword=reworded)

    def failing(call: Call) -> dict[str, object] | ModelUnavailable:
        return ModelUnavailable("down", call_id=call.id) if call.stage == "arrange" else script(call)

    found = piped(REPORT, failing, chunk_tokens=900).value
    assert {failure.stage for failure in found.failures} == {"arrange"}
    assert found.summary is not None
    assert found.summary.written_by == "model"


def test_parts_know_the_whole() -> None:
    """A later chunk is drafted with the title of the whole in sight, and a section is written with it too."""
    played = piped(REPORT, honest(reword=reworded), chunk_tokens=900)
    title = REPORT.split("\n", 1)[0].removeprefix("# ")
    asked = [call for call in calls_of(played) if call.stage in {"extract", "write"}]
    assert len(asked) > 3
    assert all(f"[title] {title}" in call.messages[-1].content for call in asked)


def test_wishes_reach_who_drafts_arranges_and_writes_and_never_who_judges() -> None:
    """A question, a reader and a style are in these calls, and in no other."""
    wishes = Wishes(focus="what changes for fishers", audience="ministers", instructions="No jargon at all.")
    for call in calls_of(piped(REPORT, AnyJudge(1), chunk_tokens=900, wishes=wishes)):
        said = "".join(message.content for message in call.messages)
        known = {"what changes for fishers" in said, "ministers" in said, "No jargon at all." in said}
        assert known == {call.stage in {"extract", "arrange", "write"}}


def test_a_question_that_no_part_answers_has_no_facts() -> None:
    """What each part misses is said once, and nothing stands in."""
    found = piped(
        REPORT,
        lambda call: {"facts": [], "missing": ["the price of a ticket"]},
        chunk_tokens=900,
        wishes=Wishes(focus="what a ticket costs"),
    ).value
    assert (found.facts, found.summary, found.failures) == ((), None, ())
    assert found.unanswered == ("the price of a ticket",)
