"""The examples of embedding run with the real packages, as somebody would run them who copies them."""

from __future__ import annotations

import asyncio
import importlib.util
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import httpx2
import pytest
from model_server import honest_server
from scripted_server import ScriptedServer, sleep, status

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "examples" / "embedding"
FERRY = (ROOT / "examples" / "articles" / "harbor-ferry.txt").read_text("utf-8")
NIGHTLY = "`benchmarks/integrations_run.py` installs and runs it"
# What an example needs, why that may not be here, and what it prints among other things.
EXAMPLES = {
    "haystack_component.py": (
        "haystack",
        NIGHTLY,
        ["supported    ferry-8", "contradicted ferry-13", "not “6.8 percent”"],
    ),
    "langchain_runnable.py": (
        "langchain_core",
        NIGHTLY,
        ["contradicted harbor-ferry 2619:2682", "8 facts of https://"],
    ),
    "llamaindex_checked_answer.py": ("llama_index", NIGHTLY, ["2619: Shares in Brennvik Yard", "50% of the answer"]),
    "pandas_facts.py": ("pandas", "the extra `test` has it", ["harbor-ferry.txt           8", "nothing InputError"]),
    "pydantic_ai_tool.py": ("pydantic_ai", "the extra `test` has it", ["retry-feedback", "answer:       Shares in"]),
    "fastapi_service.py": ("fastapi", "the extra `test` has it", []),
}


def test_each_example_says_what_it_needs() -> None:
    """None is passed over, each names its packages with the least version that was tried, and says how it is run."""
    scripts = sorted(FOLDER.glob("*.py"))
    assert [script.name for script in scripts] == sorted(EXAMPLES)
    pinned = (FOLDER / "requirements.txt").read_text("utf-8").replace("-", "_")
    told = (FOLDER / "README.md").read_text("utf-8")
    for script in scripts:
        assert "\nRun it: pip install " in script.read_text("utf-8")
        assert EXAMPLES[script.name][0] in pinned
        assert f"({script.name})" in told


@pytest.mark.parametrize("name", [name for name, (_, _, printed) in EXAMPLES.items() if printed])
def test_an_example_runs_as_it_stands(name: str) -> None:
    """Without a key: it ends well, and prints what it promises."""
    needed, why, printed = EXAMPLES[name]
    if find_spec(needed) is None:
        pytest.skip(f"NOT RUN: {needed} is not installed; {why}")
    bare = {key: value for key, value in os.environ.items() if not key.startswith(("OPENAI", "SUMMARIZER"))}
    run = subprocess.run(
        [sys.executable, str(FOLDER / name)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**bare, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "HAYSTACK_TELEMETRY_ENABLED": "False"},
    )
    assert run.returncode == 0, run.stderr
    assert [one for one in printed if one not in run.stdout] == [], run.stdout


@contextmanager
def service(model: ScriptedServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The URL of the FastAPI example, served by a real uvicorn, whose model is this server."""
    pytest.importorskip("fastapi", reason="NOT RUN: fastapi is not installed; the extra `test` has it")
    uvicorn = pytest.importorskip("uvicorn")
    monkeypatch.setenv("OPENAI_BASE_URL", model.base_url)
    monkeypatch.setenv("OPENAI_API_KEY", "test-key")
    spec = importlib.util.spec_from_file_location("fastapi_service", FOLDER / "fastapi_service.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "fastapi_service", module)  # FastAPI looks its annotations up there
    spec.loader.exec_module(module)
    server = uvicorn.Server(uvicorn.Config(module.app, host="127.0.0.1", port=0, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}/summaries"
    finally:
        server.should_exit = True
        thread.join()


def events_of(lines: Iterator[str]) -> list[tuple[str, Any]]:
    """The server-sent events in the lines of a stream, each with its name and data."""
    events, name = [], ""
    for line in lines:
        if line.startswith("event: "):
            name = line.removeprefix("event: ")
        elif line.startswith("data: "):
            events.append((name, json.loads(line.removeprefix("data: "))))
    return events


def test_the_service_streams_and_two_readers_get_each_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stages, facts and sentences come before the one result, and are of the request's article, a German one too."""
    german = (ROOT / "examples" / "articles" / "moorwald.de.txt").read_text("utf-8")

    async def both(url: str) -> list[list[tuple[str, Any]]]:
        async with httpx2.AsyncClient(timeout=60) as client:
            answers = await asyncio.gather(*(client.post(url, json={"text": text}) for text in (FERRY, german)))
        assert [answer.headers["content-type"].partition(";")[0] for answer in answers] == ["text/event-stream"] * 2
        return [events_of(iter(answer.text.splitlines())) for answer in answers]

    with honest_server() as model, service(model, monkeypatch) as url:
        streams = asyncio.run(both(url))
    for events, text in zip(streams, (FERRY, german), strict=True):
        names = [name for name, _ in events]
        assert names[0] == "stage"
        assert names.index("fact") < names.index("sentence") < names.index("result") == len(names) - 1
        result, facts = events[-1][1], [data for name, data in events if name == "fact"]
        assert facts == result["facts"]
        told = [data["sentence"] for name, data in events if name == "sentence"]
        places = [place for one in facts + told for place in one["evidence"]]
        assert len(places) >= len(facts) + len(told)
        assert all(text[place["start"] : place["end"]] == place["text"] for place in places)


def test_the_service_says_what_is_wrong_before_or_within_the_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text that cannot be used has a status of its own; a model that refuses is an event, without the key."""
    with (
        honest_server(lambda call, number: status(401, "bad key")) as model,
        service(model, monkeypatch) as url,
        httpx2.Client(timeout=60) as client,
    ):
        empty = client.post(url, json={"text": "  "})
        huge = client.post(url, json={"text": "x" * 200_001})
        refused = client.post(url, json={"text": FERRY})
    assert (empty.status_code, empty.json()) == (422, {"detail": "the text is empty or holds nothing but white space"})
    assert huge.status_code == 413
    assert len(huge.text) < 200  # the text is not sent back
    name, told = events_of(iter(refused.text.splitlines()))[-1]
    assert (name, told["error"]) == ("error", "ModelRejected")
    assert "bad key" in told["message"]
    assert "test-key" not in refused.text


def test_a_reader_who_leaves_stops_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is under way is given up, and no call that would have followed is made."""
    with honest_server(lambda call, number: sleep(0.5)) as model, service(model, monkeypatch) as url:
        with httpx2.Client(timeout=60) as client, client.stream("POST", url, json={"text": FERRY}) as answer:
            lines = answer.iter_lines()  # kept, for the stream ends with it
            assert next(lines) == "event: stage"
            assert model.arrived.wait(10)
        time.sleep(1.5)
        assert len(model.requests) == 1
