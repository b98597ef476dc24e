"""One call of an exam that several runs make at once is sent once, and nobody waits for ever."""

from __future__ import annotations

import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from calls import a_call
from waiting import begun

from summarizer.calls.call import Call, Reply
from summarizer.calls.flow import AsyncSend
from summarizer.errors import DeadlineReached, ModelUnavailable
from summarizer.models.scripted import ScriptedModel
from summarizer.runtime.deadline import Deadline
from summarizer.runtime.shared_calls import SharedCalls
from summarizer.runtime.waits import LoopWaits, ThreadWaits, stepped

EXAM = a_call("exam:1:1", stage="exam")
MODEL = ScriptedModel(lambda call: "yes")


class Gate:
    """A way to a model that answers when it is opened."""

    def __init__(self, *, failing: int = 0) -> None:
        self.begun, self.opened = threading.Event(), threading.Event()
        self.sent: list[Call] = []
        self._failing = failing

    async def asend(self, call: Call) -> Reply:
        """The reply, once the gate is open; the first calls fail."""
        self.sent.append(call)
        first = len(self.sent) <= self._failing
        self.begun.set()
        self.opened.wait(10)
        if first:
            raise ModelUnavailable("it is down", call_id=call.id)
        return Reply(text=f"answer {len(self.sent)}")


def way(
    shared: SharedCalls, asend: AsyncSend, *, model: ScriptedModel = MODEL, seconds: float | None = None
) -> AsyncSend:
    """The shared way, for one run that blocks."""
    return shared.wrap(asend, waits=ThreadWaits(), deadline=begun(seconds), model_of=lambda call: model)


def wait_for_one(shared: SharedCalls) -> None:
    """Until somebody waits for a call of another."""
    end = time.monotonic() + 10
    while not any(one.waiting for one in list(shared._calls.values())):
        assert time.monotonic() < end
        time.sleep(0.001)


def test_two_runs_send_it_once() -> None:
    """The second is sent what the first was answered, whatever the ids of their calls; later it is asked anew."""
    shared, gate = SharedCalls(), Gate()
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(stepped(way(shared, gate.asend)), EXAM)
        assert gate.begun.wait(10)
        second = pool.submit(stepped(way(shared, gate.asend)), replace(EXAM, id="exam:2:1"))
        wait_for_one(shared)
        gate.opened.set()
        assert first.result(10) == second.result(10) == Reply(text="answer 1")
    assert stepped(way(shared, gate.asend))(EXAM) == Reply(text="answer 2")


def test_while_a_run_goes_on_a_reply_is_remembered() -> None:
    """Who comes to a call after another run got its reply is sent that; once no run is left it is asked anew."""
    shared, gate = SharedCalls(), Gate()
    gate.opened.set()
    send = stepped(way(shared, gate.asend))
    with shared.run():
        with shared.run():
            assert send(EXAM) == Reply(text="answer 1")
        assert send(EXAM) == Reply(text="answer 1")
    assert send(EXAM) == Reply(text="answer 2")


def test_what_fails_is_asked_by_the_next() -> None:
    """An error is the first run's own; the second sends the call itself."""
    shared, gate = SharedCalls(), Gate(failing=1)
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(stepped(way(shared, gate.asend)), EXAM)
        assert gate.begun.wait(10)
        second = pool.submit(stepped(way(shared, gate.asend)), EXAM)
        wait_for_one(shared)
        gate.opened.set()
        assert isinstance(first.exception(10), ModelUnavailable)
        assert second.result(10) == Reply(text="answer 2")


def test_a_deadline_ends_the_wait_for_another_run() -> None:
    """Who has no time left gives up, and the other is not disturbed."""
    shared, gate = SharedCalls(), Gate()
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(stepped(way(shared, gate.asend)), EXAM)
        assert gate.begun.wait(10)
        with pytest.raises(DeadlineReached, match="another run makes the same call"):
            stepped(way(shared, gate.asend, seconds=0.05))(EXAM)
        gate.opened.set()
        assert first.result(10) == Reply(text="answer 1")


def test_calls_of_an_article_are_its_own() -> None:
    """Only an exam is the same in every run; another call goes its way while one like it is under way."""
    shared, gate = SharedCalls(), Gate()
    other = a_call("judge_facts:1:1", stage="judge_facts")
    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(stepped(way(shared, gate.asend)), other) for _ in range(2)]
        gate.opened.set()
        assert {one.result(10).text for one in both} <= {"answer 1", "answer 2"}
    assert len(gate.sent) == 2


def test_models_that_do_not_say_where_they_are_asked_are_told_apart() -> None:
    """Two objects of one name may answer differently, so neither waits for the other."""
    shared, gate = SharedCalls(), Gate()
    other = ScriptedModel(lambda call: "no")
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(stepped(way(shared, gate.asend)), EXAM)
        assert gate.begun.wait(10)
        second = pool.submit(stepped(way(shared, gate.asend, model=other)), EXAM)
        gate.opened.set()
        assert {first.result(10).text, second.result(10).text} <= {"answer 1", "answer 2"}
    assert len(gate.sent) == 2


def test_on_an_event_loop_too() -> None:
    """Tasks of one loop share a call as threads do."""
    shared = SharedCalls()
    sent: list[Call] = []

    async def asend(call: Call) -> Reply:
        sent.append(call)
        await asyncio.sleep(0.01)
        return Reply(text="yes")

    async def both() -> list[Reply]:
        send = shared.wrap(asend, waits=LoopWaits(), deadline=Deadline(), model_of=lambda call: MODEL)
        return list(await asyncio.gather(send(EXAM), send(EXAM)))

    assert asyncio.run(both()) == [Reply(text="yes")] * 2
    assert len(sent) == 1
