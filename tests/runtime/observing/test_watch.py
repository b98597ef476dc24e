"""Watchers hear of each try once before and once after, whatever ends it, and change nothing."""

from __future__ import annotations

import asyncio

import pytest
from calls import a_call
from waiting import Way, asking, in_thread, on_loop

from summarizer.calls.call import Call, Reply
from summarizer.errors import ModelUnavailable
from summarizer.models.scripted import ScriptedModel
from summarizer.runtime.observing.watch import End, watched
from summarizer.runtime.waits import stepped

REPLY = Reply(text="{}")


class Noting:
    """A watcher that takes note."""

    def __init__(self) -> None:
        self.heard: list[object] = []

    def watch(self, call: Call) -> End:
        """Note the call, and how it ends."""
        self.heard.append(call.id)
        return self.heard.append


@pytest.mark.parametrize("way", [in_thread, on_loop])
def test_replies_and_errors_are_told_and_go_on(way: Way) -> None:
    """Both watchers hear the same, and the caller gets what the model gave."""
    error = ModelUnavailable("down")
    model, one, two = ScriptedModel({"extract": [REPLY, error]}), Noting(), Noting()
    send = way(lambda _waits: watched(model.asend, watchers=(one.watch, two.watch)))
    assert send(a_call()) == REPLY
    with pytest.raises(ModelUnavailable):
        send(a_call())
    assert one.heard == two.heard == ["extract:c1", REPLY, "extract:c1", error]


def test_an_interrupt_is_told_too() -> None:
    """A try that an interrupt or a cancellation breaks off has an end as well."""
    noting = Noting()

    def interrupted(call: Call) -> Reply:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stepped(watched(asking(interrupted), watchers=(noting.watch,)))(a_call())

    async def never(call: Call) -> Reply:
        await asyncio.Event().wait()
        raise AssertionError

    async def main() -> None:
        task = asyncio.ensure_future(watched(never, watchers=(noting.watch,))(a_call()))
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    asyncio.run(main())
    assert [type(what) for what in noting.heard] == [str, KeyboardInterrupt, str, asyncio.CancelledError]
