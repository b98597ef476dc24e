"""Ctrl-C ends whatever waits, wherever it waits, and nothing is sent after it; over real HTTP, in real processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import scripted_server as server
from scripted_server import ScriptedServer, always

ROOT = Path(__file__).parents[1]
ARTICLE = "\n\n".join(f"Bridge {n} of Brenta was closed in May 2024. It had stood for {n} years." for n in range(300))

# A test run in the background ignores SIGINT, and its children would too.
BEGIN = """
import asyncio, signal, sys, threading, time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
signal.signal(signal.SIGINT, signal.default_int_handler)
from summarizer import ChunkPolicy, Summarizer
url, path = sys.argv[1:]
text = Path(path).read_text()
chunks = ChunkPolicy(max_tokens=1000)
made = Summarizer(model="m", base_url=url, api_key="k", chunks=chunks)
"""
WAYS = {
    "sync": "made.summarize(text)",
    "async": "asyncio.run(made.asummarize(text))",
    "a pool of threads": """
with made, ThreadPoolExecutor(4) as pool:
    list(pool.map(made.summarize, [text] * 8))
""",
    "a pool that is left to the end": """
pool = ThreadPoolExecutor(4)
asked = [pool.submit(made.summarize, text) for _ in range(8)]
asked[0].result()
""",
    "threads": """
threads = [threading.Thread(target=made.summarize, args=(text,)) for _ in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
""",
    "a thread of an event loop": "asyncio.run(asyncio.to_thread(made.summarize, text))",
    "Anthropic's protocol": """
Summarizer(model="anthropic:m", base_url=url, api_key="k", chunks=chunks).summarize(text)
""",
    "a stream": """
for one in made.stream(text): pass
""",
    "a stream on an event loop": """
async def read():
    async for one in made.astream(text): pass
asyncio.run(read())
""",
    "the command line": """
from summarizer.cli.main import main
sys.exit(main(["summarize", path, "--model", "m", "--base-url", url]))
""",
}
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a process is interrupted in another way there")


@contextmanager
def started(script: str, http: ScriptedServer, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that has sent its first request."""
    path = folder / "article.txt"
    path.write_text(ARTICLE)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OPENAI_API_KEY": "k"}
    arguments = [sys.executable, "-c", BEGIN + script, http.base_url, str(path)]
    with subprocess.Popen(
        arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, text=True
    ) as process:
        try:
            assert http.arrived.wait(timeout=60)
            time.sleep(0.5)
            yield process
        finally:
            process.kill()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "action",
    [server.sleep(100), server.status(429, headers={"retry-after": "200"})],
    ids=["a server that hangs", "a server that asks to wait"],
)
def test_ctrl_c_ends_the_process(way: str, action: server.Action, tmp_path: Path) -> None:
    """Within about a second, and without one request more."""
    with ScriptedServer(always(action)) as http, started(WAYS[way], http, tmp_path) as process:
        sent = len(http.requests)
        process.send_signal(signal.SIGINT)
        began = time.monotonic()
        _, errors = process.communicate(timeout=60)
        # The machine may be busy: what matters is that it is not the 100 or 200 seconds.
        assert time.monotonic() - began < 20
        assert len(http.requests) == sent
    assert "interrupted" in errors or "KeyboardInterrupt" in errors
    assert process.returncode != 0


LOCAL = """
import sys
from pathlib import Path
from summarizer import Summarizer
def heard(event):
    if type(event).__name__ == "CallSent":
        print("asked", flush=True)
Summarizer(model="llama:smollm2", on_event=heard).summarize(Path(sys.argv[1]).read_text())
"""


def test_ctrl_c_ends_a_process_with_a_model_in_it(tmp_path: Path) -> None:
    """Soon, though llama.cpp is at work on long prompts, and without a crash."""
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE * 2)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    begin = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
    arguments = [sys.executable, "-c", begin + LOCAL, str(path)]
    with subprocess.Popen(
        arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, text=True
    ) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline() == "asked\n"
            time.sleep(5)  # the weights are loaded, and the first prompts are read
            process.send_signal(signal.SIGINT)
            began = time.monotonic()
            _, errors = process.communicate(timeout=100)
        finally:
            process.kill()
        # About a second on a machine that does nothing else; with the batches of llama.cpp's own choice up to 37.
        assert time.monotonic() - began < 15
    assert "KeyboardInterrupt" in errors
    assert process.returncode == -signal.SIGINT


GOES_ON = """
try:
    made.summarize(text)
except KeyboardInterrupt:
    print("interrupted", flush=True)
time.sleep(2)
print("left", flush=True)
"""


def test_a_program_that_goes_on_sends_nothing_more(tmp_path: Path) -> None:
    """A call under way is broken off: a server that refuses its form is not asked in the next one."""

    def refuse_slowly(handler: server._Handler) -> None:
        handler.pause(0.5)
        server.status(400, "response_format is not supported")(handler)

    with ScriptedServer(always(refuse_slowly)) as http, started(GOES_ON, http, tmp_path) as process:
        process.send_signal(signal.SIGINT)
        assert process.stdout is not None
        assert process.stdout.readline() == "interrupted\n"
        sent = len(http.requests)
        assert process.stdout.readline() == "left\n"
        assert len(http.requests) == sent


FINISHES = """
stopped = threading.Event()
with made, ThreadPoolExecutor(1) as pool:
    result = pool.submit(made.summarize, "The old bridge of Brenta was closed on Monday.")
    try:
        result.result()
    except KeyboardInterrupt:
        stopped.set()
    print(stopped.is_set(), len(result.result().failures), flush=True)
"""


def test_a_program_may_let_its_threads_finish(tmp_path: Path) -> None:
    """One that notes the interrupt, and waits for its threads behind its `except`, gets what they come to."""

    def answer_slowly(handler: server._Handler) -> None:
        handler.pause(1.5)
        server.reply('{"facts": []}')(handler)

    with ScriptedServer(always(answer_slowly)) as http, started(FINISHES, http, tmp_path) as process:
        process.send_signal(signal.SIGINT)
        out, errors = process.communicate(timeout=60)
    assert out.startswith("True "), errors
