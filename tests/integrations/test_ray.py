"""Many articles on a real Ray cluster of this machine: the same results, each once, whoever is killed."""

from __future__ import annotations

import asyncio
import os
import pickle
import re
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast

import pytest
from model_server import honest_server
from ray_cluster import ray_cluster, worker_pids
from scripted_server import Action, Request, status

from summarizer import Budget, BudgetPolicy, ConfigError, Failed, LimitPolicy, MissingExtra, Result, Summarizer
from summarizer.calls.call import Call
from summarizer.integrations.parts import Parts
from summarizer.integrations.ray import _Actor, summarize_dataset
from summarizer.integrations.tables import Columns

pytest.importorskip("ray")

# Ray warns of what Ray itself does.
pytestmark = pytest.mark.filterwarnings(r"ignore:::ray(\..*)?")

# Two actors and whatever else has to run, on a machine of two processors.
ACTORS: dict[str, Any] = {"concurrency": 2, "num_cpus": 0.4, "part_rows": 8}


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """One for all tests here, because it takes seconds to start."""
    with ray_cluster() as ray:
        yield ray


def article(number: int) -> dict[str, Any]:
    """A short text of its own; each twentieth is blank, and fails."""
    text = f"The council of Brenta closed bridge {number} on 3 May 2026. A ferry carries walkers until then."
    return {"doc": number, "body": text if number % 20 else "", "lot": number % 3}


def ids(rows: list[dict[str, Any]]) -> list[int]:
    """The articles of these rows."""
    return sorted(int(row["article_id"]) for row in rows)


def test_results_equal_those_of_map(cluster: Any) -> None:
    """Every row once, failures too, with what goes along."""
    articles = [article(number) for number in range(60)]
    with honest_server() as server:
        asked: dict[str, Any] = {"model": "m", "base_url": server.base_url, "api_key": "k", "max_facts": 2}
        dataset = cluster.data.from_items(articles)
        found = summarize_dataset(
            dataset, text_column="body", id_column="doc", keep=["lot"], **ACTORS, **asked
        ).take_all()
        with Summarizer(**asked) as summarizer:
            expected = list(summarizer.map({"id": str(one["doc"]), "text": one["body"]} for one in articles))
    assert ids(found) == list(range(60))
    by_id = {row["article_id"]: row for row in found}
    for one, result in zip(articles, expected, strict=True):
        row = by_id[str(one["doc"])]
        assert row["lot"] == one["lot"]
        if isinstance(result, Failed):
            assert (row["error"], row["message"], row["result"]) == (result.error, result.message, None)
        else:
            assert Result.model_validate_json(row["result"]).model_copy(update={"usage": result.usage}) == result


def bridges_in(requests: Sequence[Request]) -> set[int]:
    """The articles that were asked about."""
    found: set[int] = set()
    for request in requests:
        found.update(int(number) for number in re.findall(r"closed bridge (\d+) on", str(request.body["messages"])))
    return found


def test_a_killed_worker_loses_nothing_and_a_later_call_goes_on(cluster: Any, tmp_path: Path) -> None:
    """Killed in the middle: all end, each once. With more articles then, only those are asked about."""
    killed: list[int] = []

    def kill_one(call: Call, number: int) -> None:
        if number == 60:
            killed.append(worker_pids()[0])
            os.kill(killed[0], signal.SIGKILL)

    with honest_server(kill_one) as server:
        options: dict[str, Any] = {
            "text_column": "body",
            "id_column": "doc",
            "parts": str(tmp_path / "out"),
            "model": "m",
            "base_url": server.base_url,
            "api_key": "k",
            **ACTORS,
        }
        found = summarize_dataset(cluster.data.from_items([article(n) for n in range(80)]), **options).take_all()
        assert len(killed) == 1
        assert ids(found) == list(range(80))
        assert len(list((tmp_path / "out/done").iterdir())) == 10  # blocks of eight, though each row came as its own
        calls = len(server.requests)
        more = summarize_dataset(cluster.data.from_items([article(n) for n in range(70, 90)]), **options).take_all()
        assert ids(more) == list(range(90))
        assert bridges_in(server.requests[calls:]) == set(range(81, 90))
        with pytest.raises(ConfigError, match="max_facts was None, and is 2"):
            summarize_dataset(cluster.data.from_items([article(1)]), **options, max_facts=2)


def test_what_failed_is_worked_on_again_where_that_is_wanted(cluster: Any, tmp_path: Path) -> None:
    """And only that; a folder without rows is none."""
    down = True

    def refuse(call: Call, number: int) -> Action | None:
        return status(404) if down and "bridge 3 " in call.messages[-1].content else None

    with honest_server(refuse) as server:
        options: dict[str, Any] = {
            "text_column": "body",
            "id_column": "doc",
            "parts": str(tmp_path / "out"),
            "model": "m",
            "base_url": server.base_url,
            "api_key": "k",
            **ACTORS,
        }
        dataset = cluster.data.from_items([article(n) for n in range(1, 6)])
        first = summarize_dataset(dataset, **options).take_all()
        assert [row["article_id"] for row in first if row["error"]] == ["3"]
        down = False
        calls = len(server.requests)
        second = summarize_dataset(dataset, **options, retry_failed=True).take_all()
    assert [row["error"] for row in second] == [None] * 5
    assert bridges_in(server.requests[calls:]) == {3}


def test_a_worker_that_cannot_begin_says_why(cluster: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The key is this process's alone: the error is ours, not Ray's."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-here")
    with pytest.raises(ConfigError, match="a worker says: no API key"):
        summarize_dataset(cluster.data.from_items([{"text": "It rains."}]), parts=str(tmp_path / "out"), **ACTORS)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"concurrency": 0}, "concurrency must be a whole number"),
        ({"part_rows": True}, "part_rows must be a whole number"),
        ({"text_column": "body"}, "no column 'body'"),
        ({"keep": ["title"]}, "no column 'title'"),
        ({"length": "tiny"}, "length must be one of"),
        ({"parts": 5}, "path or URL of a folder"),
        ({"concurrency": 3, "limits": LimitPolicy(requests_per_minute=2)}, "cannot be shared among 3 workers"),
        ({"budget": Budget(BudgetPolicy(calls=5))}, "a Budget counts in one process"),
        ({"on_event": threading.Lock().__enter__}, "cannot go to another process"),
    ],
)
def test_what_cannot_work_is_refused_before_it_begins(cluster: Any, options: dict[str, Any], said: str) -> None:
    """No actor is started."""
    with pytest.raises(ConfigError, match=said):
        summarize_dataset(cluster.data.from_items([{"text": "It rains."}]), **{"model": None, **options})


def test_an_actor_in_this_process_does_as_in_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows come back, or are written and counted; what it cannot do it raises, or reports."""
    import pyarrow as pa  # noqa: PLC0415 - of the same extra

    table = pa.table({"text": [article(1)["body"], ""]})
    columns = Columns(text="text")
    parts = Parts.at(str(tmp_path / "out"))
    parts.begin({})
    with Summarizer(model=None) as made:
        pickled = pickle.dumps(made)
    for folder in (None, parts):
        actor = _Actor(pickled=pickled, columns=columns, parts=folder, written=None)
        found = asyncio.run(actor(table))
        assert len(found) == (2 if folder is None else 1)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-here")
    with Summarizer(model="m") as made:
        pickled = pickle.dumps(made)
    monkeypatch.delenv("OPENAI_API_KEY")
    with pytest.raises(ConfigError, match="no API key"):
        asyncio.run(_Actor(pickled=pickled, columns=columns, parts=None, written=None)(table))
    [report] = asyncio.run(_Actor(pickled=pickled, columns=columns, parts=parts, written=None)(table)).to_pylist()
    assert "no API key" in report["refused"]


def test_without_ray_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what to install."""
    monkeypatch.setitem(sys.modules, "ray.data", None)
    with pytest.raises(MissingExtra, match=r"summarizer\[ray\]"):
        summarize_dataset(cast("Any", None))


def test_without_a_model_no_rows_are_no_rows(cluster: Any, tmp_path: Path) -> None:
    """A dataset of none comes to none, and the folder is there to be gone on with."""
    import pyarrow as pa  # noqa: PLC0415 - of the same extra

    nothing = cluster.data.from_arrow(pa.table({"text": pa.array([], pa.string())}))
    assert summarize_dataset(nothing, model=None, parts=str(tmp_path / "out"), **ACTORS).count() == 0
