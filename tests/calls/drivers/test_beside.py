"""Work beside an event loop: the loop goes on, few pieces are done at once, and all is told on the loop."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable
from contextvars import ContextVar

import pytest
from scripts import honest

from summarizer import Event, ScriptedModel, Summarizer
from summarizer.calls.drivers.beside import _LARGE, beside
from summarizer.errors import InputError

LARGE_TEXT = "\n\n".join(
    f"Bridge {n} of Brenta was closed in May {1900 + n % 120} after {n} years of use by the city." for n in range(1500)
)
asked_by: ContextVar[str] = ContextVar("asked_by", default="nobody")


def thread_name() -> str:
    """Where this runs."""
    return threading.current_thread().name


def test_small_work_is_done_at_once() -> None:
    """In the loop's own thread, as a hop takes longer."""
    assert asyncio.run(beside(thread_name, size=_LARGE - 1)) == thread_name()


def test_large_work_is_done_elsewhere() -> None:
    """In the context of whoever asked, and what it raises is raised to them."""

    async def main() -> tuple[str, str]:
        asked_by.set("me")
        with pytest.raises(InputError, match="no text"):
            await beside(refuse, size=_LARGE)
        return await beside(lambda: (thread_name(), asked_by.get()), size=_LARGE)

    def refuse() -> None:
        raise InputError("no text")

    assert asyncio.run(main()) == ("summarizer-beside", "me")


def test_two_pieces_at_once_and_the_others_in_their_order() -> None:
    """However many are begun; one that is cancelled before its turn is passed over."""
    free, begun, under_way, most = threading.Event(), list[int](), set[int](), list[int]()
    two = threading.Barrier(3)

    def piece(number: int) -> Callable[[], None]:
        def work() -> None:
            begun.append(number)
            under_way.add(number)
            most.append(len(under_way))
            if len(begun) <= 2:
                two.wait(timeout=30)
            free.wait(timeout=30)
            under_way.discard(number)

        return work

    async def main() -> None:
        tasks = [asyncio.create_task(beside(piece(number), size=_LARGE)) for number in range(6)]
        await asyncio.to_thread(two.wait, timeout=30)
        tasks[4].cancel()
        await asyncio.sleep(0)
        free.set()
        await asyncio.gather(*tasks, return_exceptions=True)

    asyncio.run(main())
    assert sorted(begun) == [0, 1, 2, 3, 5]
    assert max(most) <= 2


def test_nobody_waits_for_what_was_given_up() -> None:
    """A caller that is cancelled leaves at once, while the thread still works."""
    free = threading.Event()

    async def main() -> None:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await beside(lambda: free.wait(timeout=30), size=_LARGE)
        assert not free.is_set()

    asyncio.run(main())
    free.set()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing forks here")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_forked_child_has_places_of_its_own() -> None:
    """Those that the parent's threads hold are none of the child's."""
    free = threading.Event()

    async def main() -> int:
        tasks = [asyncio.create_task(beside(lambda: free.wait(timeout=30), size=_LARGE)) for _ in range(3)]
        await asyncio.sleep(0.05)
        child = os.fork()
        if child == 0:
            ended = threading.Thread(target=lambda: os._exit(asyncio.run(beside(lambda: 7, size=_LARGE))))
            ended.start()
            ended.join(timeout=20)
            os._exit(1)
        status = os.waitstatus_to_exitcode(await asyncio.to_thread(lambda: os.waitpid(child, 0)[1]))
        free.set()
        await asyncio.gather(*tasks)
        return status

    assert asyncio.run(main()) == 7


@pytest.mark.parametrize("with_model", [False, True])
def test_a_large_text_holds_no_loop_up(with_model: bool) -> None:  # noqa: FBT001 -- a parameter of the test
    """Others on the loop have their turns meanwhile, and events are told on it, in the same order as without one."""
    told: list[tuple[str, str]] = []

    def heard(event: Event) -> None:
        told.append((type(event).__name__, thread_name()))

    model = ScriptedModel(honest(reword=lambda text: f"Readers learn that {text}")) if with_model else None
    summarizer = Summarizer(model=model, exam="never", on_event=heard)

    async def main() -> tuple[float, float]:
        loop, longest, done = asyncio.get_running_loop(), 0.0, asyncio.Event()

        async def tick() -> None:
            nonlocal longest
            while not done.is_set():
                before = loop.time()
                await asyncio.sleep(0.01)
                longest = max(longest, loop.time() - before)

        ticking, began = asyncio.create_task(tick()), loop.time()
        result = await summarizer.asummarize(LARGE_TEXT)
        took = loop.time() - began
        done.set()
        await ticking
        assert result.facts
        return longest, took

    longest, took = asyncio.run(main())
    assert longest < took / 2
    assert {thread for _, thread in told} == {thread_name()}
    begun = [name for name, _ in told]
    told.clear()
    summarizer.summarize(LARGE_TEXT)
    assert sorted(begun) == sorted(name for name, _ in told)
