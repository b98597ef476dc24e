"""A process that forks while its threads wait for calls: the child starts afresh, and ends as it should."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from model_server import honest_server
from scripted_server import Action, reply

from summarizer import Call
from summarizer.forks import ForkSafeLock, renew_in_child

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing forks here")

# Twelve articles on four places, one budget and one cache; then a fork, and one more article in the child.
SCRIPT = """
import multiprocessing, os, sys, threading, time
from summarizer import Budget, BudgetPolicy, LimitPolicy, Summarizer
url, folder, way = sys.argv[1:]
summarizer = Summarizer(
    model="m", base_url=url, api_key="k", workers=8, cache=folder + "/replies",
    limits=LimitPolicy(concurrency=4, requests_per_minute=1000), budget=Budget(BudgetPolicy(calls=60)),
)
busy = [
    threading.Thread(target=summarizer.summarize, args=(f"Bridge {n} of Brenta was closed.",), daemon=True)
    for n in range(12)
]
for thread in busy: thread.start()
print("busy", flush=True)
sys.stdin.readline()

def one_more():
    result = summarizer.summarize("The old bridge of Brenta was closed on Monday. It had stood for a hundred years.")
    summarizer.close()
    print("child", len(result.facts), len(result.failures), flush=True)

if way == "fork":
    if os.fork() == 0:
        one_more()
        sys.exit(0)
    status = os.waitstatus_to_exitcode(os.wait()[1])
else:
    child = multiprocessing.get_context("fork").Process(target=one_more)
    child.start()
    child.join()
    status = child.exitcode
print("status", status, flush=True)
os._exit(0)
"""


@pytest.mark.parametrize("way", ["fork", "multiprocessing"])
def test_a_child_waits_for_nothing_of_its_parents(way: str, tmp_path: Path) -> None:
    """Neither for places that calls of the parent hold, nor for what they set aside of a budget, nor for a lock."""
    four, released = threading.Semaphore(0), threading.Event()

    def hang(call: Call, number: int) -> Action | None:
        def wait(handler: object) -> None:
            four.release()
            released.wait(timeout=60)
            reply("{}")(handler)  # type: ignore[arg-type]

        return wait if number <= 4 else None

    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with honest_server(hang) as http:
        arguments = [
            sys.executable,
            "-W",
            "ignore::DeprecationWarning",
            "-c",
            SCRIPT,
            http.base_url,
            str(tmp_path),
            way,
        ]
        with subprocess.Popen(
            arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, text=True
        ) as process:
            try:
                for _ in range(4):
                    assert four.acquire(timeout=60)
                out, errors = process.communicate("go\n", timeout=60)
            finally:
                process.kill()
                released.set()
    assert out == "busy\nchild 1 0\nstatus 0\n", errors
    assert "Traceback" not in errors


def in_a_child(work: Callable[[], object]) -> str:
    """What a child prints in which this is done, the result of it; "" where it takes more than ten seconds."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        signal.alarm(10)
        os.write(writer, repr(work()).encode())
        os._exit(0)
    os.close(writer)
    os.waitpid(child, 0)
    with os.fdopen(reader) as pipe:
        return pipe.read()


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_lock_is_free_in_a_child() -> None:
    """Whoever held it, and in the parent it is held as before."""
    lock = ForkSafeLock()

    def taken() -> bool:
        with lock:
            return True

    with lock:
        assert in_a_child(taken) == "True"
        assert lock._lock.locked()
    assert taken()


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_what_is_under_way_is_forgotten_in_a_child() -> None:
    """An owner that still lives is renewed in the child alone, and one that is gone is not asked."""
    renewed: list[str] = []

    class Owner:
        def __init__(self, name: str) -> None:
            self.name = name
            renew_in_child(self)

        def renew(self) -> None:
            renewed.append(self.name)

    kept, gone = Owner("kept"), Owner("gone")
    del gone
    gc.collect()
    assert in_a_child(lambda: renewed) == "['kept']"
    assert renewed == []
    assert kept.name == "kept"
