"""Tasks and scenarios."""

from __future__ import annotations

from calls import a_call

from summarizer.calls.call import Reply
from summarizer.calls.task import Scenario, Task


def test_the_likely_scenario_prefers_no_sentence_and_refuses_no_claim() -> None:
    """What is to be expected is what a scenario is without further words."""
    likely = Scenario()
    assert not likely.most
    assert not likely.is_costly("She left.")
    assert likely.refused_at is None


def test_a_task_answers_its_own_calls() -> None:
    """`stand_in` is given the call and the scenario, and its reply may stand in for the model's."""
    task = Task(stages=("extract",), prompts=("extract.v3",), stand_in=lambda call, scenario: Reply(text=call.id))
    assert task.stand_in(a_call("extract:c1"), Scenario()).text == "extract:c1"
    assert task.follow_ups == ()
