"""Results come in order as soon as those before them are there, with a bar where one is wanted."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from batch_server import BatchServer
from batches import articles, by, mapped, told


def test_a_bar_counts_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On standard error, waiting or awaited."""
    with BatchServer() as server, by(server) as summarizer:
        summarizer.submit(articles(2), tmp_path / "b")
        assert len(list(summarizer.collect(tmp_path / "b", progress=True))) == 2
        assert "2/2" in capsys.readouterr().err

        async def collected() -> int:
            return len([one async for one in summarizer.acollect(tmp_path / "b", progress=True)])

        assert asyncio.run(collected()) == 2
        assert "2/2" in capsys.readouterr().err


def test_it_works_inside_a_running_event_loop(tmp_path: Path) -> None:
    """As in a notebook."""

    async def inside() -> list[object]:
        with BatchServer() as server, by(server) as summarizer:
            summarizer.submit(articles(1), tmp_path / "b")
            return [told(one) for one in summarizer.collect(tmp_path / "b")]

    assert asyncio.run(inside()) == mapped(1)


def test_whoever_stops_leaves_the_file_for_others(tmp_path: Path) -> None:
    """After the first result, waiting or awaited."""
    with BatchServer() as server, by(server) as summarizer:
        summarizer.submit(articles(3), tmp_path / "b")
        for one in summarizer.collect(tmp_path / "b"):
            assert told(one) == mapped(3)[0]
            break

        async def first() -> object:
            results = summarizer.acollect(tmp_path / "b")
            one = await anext(results)
            await results.aclose()  # type: ignore[attr-defined]
            return told(one)

        assert asyncio.run(first()) == mapped(3)[0]
        assert [told(one) for one in summarizer.collect(tmp_path / "b")] == mapped(3)
