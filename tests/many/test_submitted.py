"""What is submitted comes back as `map` has it, whoever collects it and however often that is broken off."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from batch_server import BatchServer, Course, error_line
from batches import KEY, all_of, articles, by, mapped, none_paid_twice, told

from summarizer import (
    BatchEnded,
    BatchSent,
    BatchStatus,
    Budget,
    BudgetPolicy,
    ConfigError,
    Failed,
    InputError,
    Prices,
    Result,
    ScriptedModel,
    Summarizer,
    Tokens,
)
from summarizer.calls.call import Call


def test_what_comes_is_what_map_makes(tmp_path: Path) -> None:
    """In the order of the articles, each with its id and URL; one file a round over all of them."""
    with BatchServer() as server:
        found = all_of(server, tmp_path / "b", 6)
        assert [told(one) for one in found] == mapped(6)
        assert server.sizes == [6, 6, 6]
        assert none_paid_twice(server)


def test_what_is_no_article_fails_in_its_place(tmp_path: Path) -> None:
    """The others come, and are paid once where one is given twice."""
    given: list[Any] = [*articles(2), 5, {"text": "  "}, articles(2)[1]]
    with BatchServer() as server, by(server) as summarizer:
        summarizer.submit(given, tmp_path / "b")
        found = list(summarizer.collect(tmp_path / "b"))
        assert [type(one) for one in found] == [Result, Result, Failed, Failed, Result]
        assert isinstance(found[2], Failed)
        assert (found[2].id, found[2].error) == ("3", "InputError")
        assert told(found[4]) == told(found[1])
        assert server.sizes == [2, 2, 2]


def test_a_finished_file_asks_nobody(tmp_path: Path) -> None:
    """It gives the same results as often as they are asked for."""
    with BatchServer() as server:
        first = all_of(server, tmp_path / "b", 2)
        before = len(server.asked)
        with by(server) as summarizer:
            assert list(summarizer.collect(tmp_path / "b")) == first
        assert len(server.asked) == before
    assert BatchStatus.read(tmp_path / "b").done == 2


class Stopped(BaseException):
    """Ends a process as a kill would, at a moment that a test chooses."""


def test_another_machine_goes_on(tmp_path: Path) -> None:
    """With a copy of the one file, and another object, whenever a batch was sent; nothing stands beside the file."""

    def stop(event: object) -> None:
        if isinstance(event, BatchSent):
            raise Stopped

    place = tmp_path / "first"
    with BatchServer() as server:
        with by(server) as summarizer:
            status = summarizer.submit(articles(3), place)
        assert (status.articles, status.open, [one.requests for one in status.under_way]) == (3, 3, [3])
        for name in ("second", "third"):
            with by(server, on_event=stop) as summarizer, pytest.raises(Stopped):
                list(summarizer.collect(place))
            assert [path.name for path in tmp_path.iterdir()] == [place.name]
            assert KEY.encode() not in place.read_bytes()
            place = Path(shutil.move(place, tmp_path / name))
        with by(server) as summarizer:
            assert [told(one) for one in summarizer.collect(place)] == mapped(3)
        assert server.sizes == [3, 3, 3]
        assert none_paid_twice(server)


def test_submit_may_be_called_again(tmp_path: Path) -> None:
    """With the same articles it sends nothing twice; more may follow them; others are refused, and fewer."""
    with BatchServer(course=lambda number: Course(seconds=0.2)) as server, by(server) as summarizer:
        summarizer.submit(articles(2), tmp_path / "b")
        assert summarizer.submit(articles(2), tmp_path / "b").articles == 2
        assert server.sizes == [2]
        assert summarizer.submit(articles(3), tmp_path / "b").articles == 3
        with pytest.raises(InputError, match="article 1 is another"):
            summarizer.submit(articles(4)[1:], tmp_path / "b")
        with pytest.raises(InputError, match="3 articles, and 1 were given"):
            summarizer.submit(articles(1), tmp_path / "b")
        assert [told(one) for one in summarizer.collect(tmp_path / "b")] == mapped(3)
        assert none_paid_twice(server)


def test_what_was_broken_off_is_not_collected(tmp_path: Path) -> None:
    """A source that fails in the middle leaves a file that says so, and goes on with the same articles."""

    def broken() -> Iterator[dict[str, Any]]:
        yield from articles(250)[:230]
        raise OSError("the disk is gone")

    with BatchServer() as server, by(server) as summarizer:
        with pytest.raises(OSError, match="the disk"):
            summarizer.submit(broken(), tmp_path / "b")
        assert not BatchStatus.read(tmp_path / "b").complete
        with pytest.raises(ConfigError, match="submit was broken off"):
            next(summarizer.collect(tmp_path / "b"))
        assert server.asked == []
        assert summarizer.submit(articles(250), tmp_path / "b").complete
        assert server.sizes == [250]


def test_other_settings_are_refused(tmp_path: Path) -> None:
    """The message names what differs; choices of `submit` are kept with the articles."""
    with BatchServer() as server:
        with by(server) as summarizer:
            summarizer.submit(articles(1), tmp_path / "b", length="short", max_facts=1)
        with by(server, language="German") as summarizer, pytest.raises(ConfigError, match="German"):
            next(summarizer.collect(tmp_path / "b"))
        with by(server) as summarizer:
            with pytest.raises(ConfigError, match="max_facts"):
                summarizer.submit(articles(1), tmp_path / "b", max_facts=2)
            with pytest.raises(TypeError, match="length"):
                summarizer.collect(tmp_path / "b", length="short")  # type: ignore[call-arg]
            (one,) = summarizer.collect(tmp_path / "b")
        assert isinstance(one, Result)
        assert (one.trace.length, len(one.facts)) == ("short", 1)


def test_on_an_event_loop(tmp_path: Path) -> None:
    """Articles may come from an asynchronous source; the loop goes on meanwhile; a cancelled one is gone on with."""

    async def source() -> AsyncIterator[dict[str, Any]]:
        for one in articles(3):
            await asyncio.sleep(0)
            yield one

    async def all_collected(summarizer: Summarizer) -> list[object]:
        await summarizer.asubmit(source(), tmp_path / "b")
        ticks = 0

        async def tick() -> None:
            nonlocal ticks
            while True:
                ticks += 1
                await asyncio.sleep(0.01)

        ticking = asyncio.create_task(tick())

        async def first() -> object:
            return await anext(summarizer.acollect(tmp_path / "b"))

        with pytest.raises(TimeoutError):
            await asyncio.wait_for(first(), 0.2)
        found = [told(one) async for one in summarizer.acollect(tmp_path / "b")]
        ticking.cancel()
        assert ticks > 10
        return found

    with BatchServer(course=lambda number: Course(seconds=0.3)) as server, by(server) as summarizer:
        assert asyncio.run(all_collected(summarizer)) == mapped(3)
        assert none_paid_twice(server)


def test_it_costs_half(tmp_path: Path) -> None:
    """In the receipts and in the estimate, whatever the prices; the factor is a setting."""
    prices = Prices(tokens_in=1, tokens_out=10)
    with BatchServer() as server:
        (one,) = all_of(server, tmp_path / "b", 1, prices=prices)
        with by(server, prices=prices) as summarizer:
            ordinary = summarizer.estimate(articles(1)[0]["text"])
            by_batch = summarizer.estimate(articles(1)[0]["text"], by_batch=True)
    assert isinstance(one, Result)
    usage = one.usage
    whole = prices.cost(Tokens(tokens_in=usage.tokens_in, tokens_out=usage.tokens_out))
    assert whole is not None
    assert usage.cost == whole / 2
    assert ordinary.cost_likely is not None
    assert by_batch.cost_likely == ordinary.cost_likely / 2
    assert by_batch.calls_likely == ordinary.calls_likely


def test_it_is_told(tmp_path: Path) -> None:
    """Each batch as it leaves and ends, by its server's name."""
    events: list[object] = []
    with BatchServer() as server:
        all_of(server, tmp_path / "b", 2, on_event=events.append)
    assert [one.batch for one in events if isinstance(one, BatchSent)] == ["batch_1", "batch_2", "batch_3"]
    assert [(one.answered, one.unanswered) for one in events if isinstance(one, BatchEnded)] == [(2, 0)] * 3


def test_cancelled_batches_are_used_and_gone_on_with(tmp_path: Path) -> None:
    """What was answered before or after the cancel is not asked again."""
    with BatchServer(course=lambda number: Course(seconds=60.0 if number == 1 else 0.0)) as server:
        with by(server) as summarizer:
            summarizer.submit(articles(6), tmp_path / "b")
            status = summarizer.cancel(tmp_path / "b")
            assert (status.answered, status.waiting, status.under_way) == (3, 3, ())
            assert [told(one) for one in summarizer.collect(tmp_path / "b")] == mapped(6)
        assert server.sizes[0] == 6
        assert sum(server.answered.values()) == 18
        assert none_paid_twice(server)


def test_who_has_no_batch_endpoint_is_told(tmp_path: Path) -> None:
    """Before a file is made, where the model has none; by the server's answer, where that has none."""
    with Summarizer(model=ScriptedModel({})) as summarizer, pytest.raises(ConfigError, match="use map"):
        summarizer.submit(articles(1), tmp_path / "b")
    with Summarizer(model=None) as summarizer, pytest.raises(ConfigError, match="needs a model"):
        summarizer.submit(articles(1), tmp_path / "b")
    assert not (tmp_path / "b").exists()
    budget = Budget(BudgetPolicy(calls=5))
    with BatchServer() as server, by(server, budget=budget) as summarizer, pytest.raises(ConfigError, match="Budget"):
        summarizer.submit(articles(1), tmp_path / "b")
    with BatchServer() as server, by(server) as summarizer, pytest.raises(ConfigError, match="not str"):
        summarizer.submit("one text", tmp_path / "b")


def test_what_failed_is_asked_again_on_request(tmp_path: Path) -> None:
    """Articles and parts of them; what was answered is not, and what is no article stays as it is."""
    broke = error_line(429, "You exceeded your current quota", code="insufficient_quota")
    healed = False

    def fault(call: Call, number: int) -> Mapping[str, Any] | None:
        first = "Station 0 " in call.messages[-1].content
        judged = "Station 1 " in call.messages[-1].content and call.stage == "judge_facts"
        return broke if not healed and (first or judged) else None

    with BatchServer(fault=fault) as server, by(server) as summarizer:
        summarizer.submit([*articles(3), {"text": 5}], tmp_path / "b")
        found = list(summarizer.collect(tmp_path / "b"))
        assert [type(one) for one in found] == [Failed, Result, Result, Failed]
        assert isinstance(found[1], Result)
        assert found[1].failures
        healed = True
        assert list(summarizer.collect(tmp_path / "b")) == found
        again = list(summarizer.collect(tmp_path / "b", retry_failed=True))
        assert [told(one) for one in again[:3]] == mapped(3)
        assert again[3] == found[3]
        assert list(summarizer.collect(tmp_path / "b", retry_failed=True)) == again
        assert none_paid_twice(server)
