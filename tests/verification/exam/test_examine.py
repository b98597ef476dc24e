"""Judges are examined by the way in which any claim is judged, and their own word is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from exams import FALSE, HOLDS, RIGHT, TRUE, believing
from stepping import Played, no_call, play

from summarizer.calls.call import Call, Reply
from summarizer.errors import BudgetReached, ModelUnavailable
from summarizer.models.profile import JudgeForm
from summarizer.verification.exam.examine import Examined, examine
from summarizer.verification.policy import JudgePolicy, Level, Standing

FORMS: list[JudgeForm] = ["assertions", "yes_no"]


def owing(form: JudgeForm, level: Level = "fast", *, keys: tuple[str, ...] = ("k1", "k2")) -> JudgePolicy:
    """A policy whose judges owe exams of these names."""
    policy = JudgePolicy.of(level, main=form)
    standings = [Standing(outcome="owed", model="tiny", key=key) for key in keys]
    return policy.seated(standings[: len(policy.seats)])


def examined(form: JudgeForm, script: Callable[[Call], Any], **how: Any) -> Played[Examined]:
    """What an exam comes to, and its calls."""
    return play(examine(owing(form, **how)), script)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("believed", "passes", "strips", "outcome"),
    [
        (lambda claim: HOLDS[claim], 0, 0, "passed"),
        (lambda claim: True, 20, 0, "failed"),
        (lambda claim: False, 0, 20, "failed"),
        (lambda claim: claim in TRUE or claim in FALSE[:5], 5, 0, "passed"),
        (lambda claim: claim in TRUE or claim in FALSE[:6], 6, 0, "failed"),
        (lambda claim: claim in TRUE[5:], 0, 5, "passed"),
        (lambda claim: claim in TRUE[6:], 0, 6, "failed"),
    ],
    ids=["right", "yes", "no", "five passes", "six passes", "five strips", "six strips"],
)
def test_errors_of_both_kinds_are_counted(
    form: JudgeForm, believed: Callable[[str], bool], passes: int, strips: int, outcome: str
) -> None:
    """At most five of twenty in either will do; the reason of a failure names the counts."""
    found = examined(form, believing(believed)).value
    (result,) = found.results
    assert (result.false_passes, result.false_strips, result.unanswered) == (passes, strips, 0)
    assert (result.model, result.form, result.asked, result.passed) == ("tiny", form, 40, outcome == "passed")
    standing = found.judge.first.standing
    assert (standing.outcome, standing.why) == (outcome, result.why_failed)
    assert found.failures == ()


def test_it_is_asked_as_in_a_run() -> None:
    """The first judge of assertions sees the claims of a text together; the second, and one of a word, each alone."""
    (calls,) = examined("assertions", RIGHT, level="standard").rounds
    assert Counter((call.prompt_id, call.role) for call in calls) == {
        ("judge.v4", "main"): 20,
        ("doubt.v3", "judge"): 40,
    }
    assert {call.stage for call in calls} == {"exam"}
    assert len({call.id for call in calls}) == 60
    (calls,) = examined("yes_no", RIGHT).rounds
    assert Counter((call.prompt_id, call.top_logprobs > 0) for call in calls) == {("yesno.v1", True): 40}


def test_two_seats_of_one_judge_are_examined_once() -> None:
    """Where model, form and prompt are the same, both stand by one result."""
    played = examined("yes_no", RIGHT, level="strict", keys=("k", "k"))
    assert [len(calls) for calls in played.rounds] == [40]
    assert [seat.judge.standing.outcome for seat in played.value.judge.seats] == ["passed", "passed"]
    assert len(played.value.results) == 1


def test_each_seat_stands_by_its_own_exam() -> None:
    """A second judge may fail where the first passes."""

    def script(call: Call) -> Any:
        return (RIGHT if call.prompt_id == "judge.v4" else believing(lambda claim: True))(call)

    found = examined("assertions", script, level="standard").value
    assert [seat.judge.standing.outcome for seat in found.judge.seats] == ["passed", "failed"]
    assert [result.prompt_id for result in found.results] == ["judge.v4", "doubt.v3"]


def test_nobody_who_owes_none_is_asked() -> None:
    """Nor is anybody before there is something to judge."""
    policy = JudgePolicy.of("standard", main="assertions")
    assert play(examine(policy), no_call).value == Examined(judge=policy)
    owed = owing("yes_no")
    assert play(examine(owed, needed=False), no_call).value == Examined(judge=owed)


@pytest.mark.parametrize("form", FORMS)
def test_no_usable_word_is_no_support(form: JudgeForm) -> None:
    """A judge who cannot answer strips what holds and passes nothing: it fails by what it strips."""
    found = examined(form, lambda call: Reply(text="perhaps")).value
    (result,) = found.results
    assert (result.false_passes, result.false_strips, result.unanswered) == (0, 20, 40)
    assert not result.passed


@pytest.mark.parametrize("error", [ModelUnavailable("it is down", call_id="x"), BudgetReached("it is used up")])
def test_what_lies_outside_the_judge_leaves_its_exam_unfinished(error: Exception) -> None:
    """Nothing was learnt of it: no result is kept, a failure says why, and its word does not count in this run."""

    def script(call: Call) -> Any:
        return error if call.id.endswith(":7") else RIGHT(call)

    found = examined("yes_no", script).value
    assert found.results == ()
    (failure,) = found.failures
    assert (failure.stage, failure.error) == ("exam", type(error).__name__)
    assert failure.message.startswith("the exam of tiny as a judge could not be finished: ")
    standing = found.judge.first.standing
    assert standing.outcome == "failed"
    assert "could not be finished" in standing.why


def test_an_estimate_takes_every_judge_to_pass() -> None:
    """With a limit above 1 the answers do not matter, so what follows an exam can be foretold."""
    policy = JudgePolicy(level="fast", first=owing("yes_no").first, exam_limit=1.1)
    assert play(examine(policy), believing(lambda claim: True)).value.judge.first.standing.outcome == "passed"
