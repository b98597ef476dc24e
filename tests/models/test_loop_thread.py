"""The loop thread outlives its callers, and leaves nothing behind itself."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest

from summarizer.models.loop_thread import LoopThread


class _Opened:
    """Counts how often it was opened and closed, and in which thread."""

    def __init__(self) -> None:
        self.opened: list[str] = []
        self.closed: list[str] = []

    def __call__(self) -> AbstractAsyncContextManager[_Opened]:
        @asynccontextmanager
        async def resource() -> AsyncIterator[_Opened]:
            self.opened.append(threading.current_thread().name)
            yield self
            self.closed.append(threading.current_thread().name)

        return resource()


async def _name(_: object) -> str:
    return threading.current_thread().name


async def _divide(_: object) -> float:
    return 1 / 0


def test_one_resource_for_all_work() -> None:
    """The resource is opened at the first work, once, and closed by `close`, all in the thread; then anew."""
    opened = _Opened()
    thread = LoopThread(opened, name="work")
    assert opened.opened == []
    assert [thread.submit(_name, closed=OSError()).result(10) for _ in range(3)] == ["work"] * 3
    assert (opened.opened, opened.closed) == (["work"], [])
    thread.close()
    thread.close()
    assert (opened.opened, opened.closed) == (["work"], ["work"])
    assert thread.submit(_name, closed=OSError()).result(10) == "work"
    thread.close()
    assert (opened.opened, opened.closed) == (["work"] * 2, ["work"] * 2)


def test_an_error_of_the_work_is_its_own() -> None:
    """What the work raises comes out of the future, and the thread goes on."""
    thread = LoopThread(_Opened(), name="work")
    with pytest.raises(ZeroDivisionError):
        thread.submit(_divide, closed=OSError()).result(10)
    assert thread.submit(_name, closed=OSError()).result(10) == "work"
    thread.close()


_LEFT_OPEN = """
from contextlib import asynccontextmanager
from summarizer.models.loop_thread import LoopThread
import os, threading

@asynccontextmanager
async def resource():
    yield "resource"
    print("closed")

async def work(r):
    return r

thread = LoopThread(resource, name="work")
print(thread.submit(work, closed=OSError()).result(10))
FORK
"""
_FORK = """
if os.fork() == 0:
    print(thread.submit(work, closed=OSError()).result(10), "in the child")
    thread.close()
    os._exit(0 if threading.active_count() == 1 else 1)
print("child ended with", os.wait()[1])
"""


def _run(script: str) -> str:
    ran = subprocess.run([sys.executable, "-u", "-X", "dev", "-c", script], capture_output=True, timeout=60, check=True)
    assert ran.stderr == b""
    return ran.stdout.decode()


def test_left_open_at_the_end_of_the_interpreter() -> None:
    """An interpreter ends without a wait or a warning, and the resource is closed."""
    assert _run(_LEFT_OPEN.replace("FORK", "")).split("\n") == ["resource", "closed", ""]


def test_after_a_fork() -> None:
    """A forked child, which inherits the object without its thread, starts its own."""
    lines = _run(_LEFT_OPEN.replace("FORK", _FORK)).split("\n")
    assert lines == ["resource", "resource in the child", "closed", "child ended with 0", "closed", ""]


def test_a_thread_that_asks_as_the_process_ends_is_told() -> None:
    """The loop is stopped before threads are; what they ask for then ends with the error, and nothing starts anew."""
    program = """
import atexit, threading
from contextlib import asynccontextmanager
from summarizer.models.loop_thread import LoopThread

@asynccontextmanager
async def opened():
    yield 1

async def work(_):
    return 2

def ask():
    print(thread.submit(work, closed=OSError("closed")).exception(10), threading.active_count())

atexit.register(ask)  # runs after what is registered later
thread = LoopThread(opened, name="work")
print(thread.submit(work, closed=OSError()).result(10))
"""
    ran = subprocess.run([sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=True)
    assert (ran.stdout, ran.stderr) == ("2\nclosed 1\n", "")
