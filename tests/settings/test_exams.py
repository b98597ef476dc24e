"""Who owes an exam, and that its result is taken once for a model, a form and a prompt."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from exams import FALSE, TRUE, believing, passing
from judging import BRIDGE

from summarizer import ConfigError, ExamResult, ModelError, ModelProfile, RetryPolicy, ScriptedModel, Summarizer
from summarizer.calls.call import Call, Reply
from summarizer.errors import ModelUnavailable
from summarizer.models.profile import LARGE_MODEL, JudgeForm
from summarizer.runtime.cache import CachePolicy, ReplyCache
from summarizer.settings.exams import ExamBook
from summarizer.settings.models import AskedModels
from summarizer.verification.policy import ExamWhen, JudgePolicy, Level

CLAIM = "Readers learn that a ferry carries walkers until then."
YES = believing(lambda claim: True)


class Small(ScriptedModel):
    """A model that is small and says so."""

    profile = ModelProfile.small()


class Local(ScriptedModel):
    """A large model inside this process."""

    profile = ModelProfile(local=True)


class Placed(ScriptedModel):
    """A small model that says where it is asked."""

    profile = ModelProfile.small()

    @property
    def settings(self) -> dict[str, object]:
        """What goes with every request."""
        return {}

    @property
    def address(self) -> str:
        """Where it is asked."""
        return "http://placed.test"


def outcomes(
    main: ScriptedModel, *, when: ExamWhen, form: JudgeForm = "assertions", judge: ScriptedModel | None = None
) -> list[str]:
    """Where the judges of a policy stand before a run."""
    models = AskedModels(main=main, judge=judge, to_close=())
    profile = getattr(main, "profile", LARGE_MODEL)
    policy = JudgePolicy.of("standard", main=form, judge=form if judge else None)
    known = ExamBook(models, cache=None).standings(policy, when=when, profile=profile)
    return [seat.judge.standing.outcome for seat in known.seats]


def test_small_and_local_models_and_judges_of_one_word_owe_one() -> None:
    """By "auto"; "always" is of any model, "never" of none."""
    large = ScriptedModel(YES)
    assert outcomes(large, when="auto") == ["unexamined", "unexamined"]
    assert outcomes(large, when="auto", form="yes_no") == ["owed", "owed"]
    assert outcomes(Small(YES), when="auto") == outcomes(Local(YES), when="auto") == ["owed", "owed"]
    assert outcomes(large, when="auto", judge=Small(YES)) == ["unexamined", "owed"]
    assert outcomes(large, when="always") == ["owed", "owed"]
    assert outcomes(Small(YES), when="never", form="yes_no") == ["unexamined", "unexamined"]


@pytest.mark.parametrize("when", ["sometimes", None, True])
def test_another_word_is_refused_by_name(when: Any) -> None:
    """The message says what it takes."""
    with pytest.raises(ConfigError, match="exam must be one of auto, always, never, not"):
        Summarizer(model=ScriptedModel(YES), exam=when)


@pytest.mark.parametrize("form", ["assertions", "yes_no"])
@pytest.mark.parametrize("level", ["fast", "standard", "strict"])
def test_a_judge_that_fails_ticks_nothing(form: JudgeForm, level: Level) -> None:
    """Its claims are unchecked, the reason names the model and its errors, and after its exam it is not asked."""
    model = ScriptedModel(YES, name="nodder")
    (found,) = Summarizer(model=model, judge_form=form, exam="always", verification=level).verify([CLAIM], BRIDGE)
    assert (found.verdict, found.decided_by) == ("unchecked", None)
    assert "nodder failed the exam for judges: it passed 20 of 20 false claims" in found.reason
    assert all(call.stage == "exam" for call in model.calls)


def test_what_the_rules_say_stands_all_the_same() -> None:
    """A failed judge takes nothing from them: a sentence of the source is ticked, a wrong number is not."""
    model = ScriptedModel(YES)
    claims = ["A ferry carries walkers until then.", "The detour adds 71 kilometers to the way to school.", CLAIM]
    found = Summarizer(model=model, exam="always").verify(claims, BRIDGE)
    assert [one.verdict for one in found] == ["supported", "contradicted", "unchecked"]


def test_a_judge_that_passes_judges() -> None:
    """Its word counts, and the trace of a result tells how it did."""
    model = ScriptedModel(passing(believing(lambda claim: True)), name="careful")
    summarizer = Summarizer(model=model, exam="always", verification="fast")
    (found,) = summarizer.verify([CLAIM], BRIDGE)
    assert (found.verdict, found.decided_by) == ("supported", "judge")
    text = summarizer.verify_text(CLAIM, BRIDGE)
    (result,) = text.exams
    assert (result.model, result.passed, result.false_passes) == ("careful", True, 0)
    assert text.unexamined_judges == ()


def test_it_is_taken_once() -> None:
    """A second run of the same object asks no exam, and nor does one that has nothing to judge."""
    model = Small(passing(YES))
    summarizer = Summarizer(model=model)
    summarizer.verify(["A ferry carries walkers until then."], BRIDGE)
    assert not model.calls
    for _ in range(2):
        summarizer.verify([CLAIM], BRIDGE)
    assert sum(call.stage == "exam" for call in model.calls) == 40


def test_another_object_that_asks_at_the_same_place_knows_it() -> None:
    """For the process: a model of the same kind, name, address and settings is the same judge."""
    first, second = Placed(YES, name="once"), Placed(YES, name="once")
    for model in (first, second):
        (found,) = Summarizer(model=model).verify([CLAIM], BRIDGE)
        assert "once failed the exam" in found.reason
    assert (len(first.calls), len(second.calls)) == (40, 0)


def test_a_cache_keeps_it_beside_the_replies(tmp_path: Path) -> None:
    """A new object with the cache asks nothing; the note holds the result, and the replies are not needed for it."""
    path = tmp_path / "replies.sqlite3"
    with Summarizer(model=Small(YES), cache=path) as first:
        (result,) = first.exam()
    cache = ReplyCache(CachePolicy(path=path))
    kept = cache.note(result.key)
    cache.close()
    assert kept is not None
    assert ExamResult.model_validate_json(kept) == result
    model = Small(YES)
    with Summarizer(model=model, cache=path) as second:
        assert second.exam() == (result,)
        assert second.usage.replayed == 0
    assert not model.calls


def test_a_note_of_another_hand_is_no_result(tmp_path: Path) -> None:
    """The exam is taken anew."""
    path = tmp_path / "replies.sqlite3"
    with Summarizer(model=Small(YES), cache=path) as first:
        (result,) = first.exam()
    cache = ReplyCache(CachePolicy(path=path))
    cache.put_note(result.key, "{}")
    cache.close()
    with Summarizer(model=Small(YES), cache=path) as second:
        assert second.exam() == (result,)
        assert second.usage.replayed == 40


def test_an_exam_can_be_asked_for_alone() -> None:
    """Of any model, whatever `exam` says: one result for each prompt that judges are asked with."""
    mixed = believing(lambda claim: claim in TRUE[2:] or claim in FALSE[:1])
    results = Summarizer(model=ScriptedModel(mixed), exam="never").exam()
    assert [(one.prompt_id, one.false_passes, one.false_strips) for one in results] == [
        ("judge.v4", 1, 2),
        ("doubt.v3", 1, 2),
    ]
    assert all(one.passed for one in results)


def test_an_exam_of_nobody_is_refused() -> None:
    """Rules alone take none, and a model that is down ends in an error that says so."""
    with pytest.raises(ConfigError, match="an exam needs a model"):
        Summarizer(model=None).exam()

    def down(call: Call) -> Reply:
        raise ModelUnavailable("it is down", call_id=call.id)

    with pytest.raises(ModelError, match="the exam of scripted as a judge could not be finished: it is down"):
        Summarizer(model=ScriptedModel(down), retry=RetryPolicy(tries=1), verification="fast").exam()


@pytest.mark.parametrize("after", [0.0, 0.05])
def test_runs_at_the_same_time_take_it_once(after: float) -> None:
    """Of two that overlap one asks, also where it is half way through, and both go by what it was answered."""

    def script(call: Call) -> Any:
        time.sleep(0.01)
        return passing(YES)(call)

    model = Small(script)
    summarizer = Summarizer(model=model, workers=2)

    def run(wait: float) -> str:
        time.sleep(wait)
        return summarizer.verify([CLAIM], BRIDGE)[0].reason

    with ThreadPoolExecutor(2) as pool:
        found = [pool.submit(run, wait) for wait in (0.0, after)]
        assert len({one.result(30) for one in found}) == 1
    assert sum(call.stage == "exam" for call in model.calls) == 40


def test_an_event_loop_takes_it_too() -> None:
    """`aexam` comes to what `exam` does."""
    results = asyncio.run(Summarizer(model=ScriptedModel(YES), verification="fast").aexam())
    assert [(one.false_passes, one.passed) for one in results] == [(20, False)]


def test_a_judge_model_looks_alone_where_the_main_one_fails() -> None:
    """A small model that writes keeps no large one from judging; the small one's failure is told all the same."""
    small, large = Small(YES, name="small"), ScriptedModel(YES, name="large")
    summarizer = Summarizer(model=small, judge_model=large)
    found = summarizer.verify_text(CLAIM, BRIDGE)
    assert [(one.verdict, one.decided_by) for one in found.sentences] == [("supported", "judge")]
    assert [call.stage for call in large.calls] == ["judge_claims"]
    assert all(call.stage == "exam" for call in small.calls)
    assert [(one.model, one.passed) for one in found.exams] == [("small", False)]
    assert found.unexamined_judges == ("large",)


def test_an_exam_that_was_taken_is_not_estimated_again() -> None:
    """What the process knows costs nothing; what it does not know is forty calls of one word."""
    text = f"{BRIDGE} She said so on Monday. It was late."
    summarizer = Summarizer(model=ScriptedModel(YES), judge_form="yes_no", verification="fast")
    assert summarizer.estimate(text).by_stage["exam"].calls_likely == 40
    summarizer.exam()
    assert "exam" not in summarizer.estimate(text).by_stage
