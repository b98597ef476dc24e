"""`summarizer batch` over a bad line, beside the bare client and another library, and killed thirty times.

    python benchmarks/batch_runs.py                                  2,000 articles (a quarter of an hour)
    python benchmarks/batch_runs.py --articles 100 --kills 3         for a look
    python benchmarks/batch_runs.py --curator PYTHON                 beside bespokelabs-curator, where PYTHON has it

A server in a process of its own answers as an honest model does, after a third of a second, and one answer in five
is faulty (`tests/support/faulty.py`): refused or broken connections, errors, answers that come too late, completions
that are cut, refused or malformed. It notes each answer once it was sent. These are measured one after the other:

- `batch`: articles and calls a second, and the memory of the process at the first and the last hundred articles;
- `gather`: the same calls, known from a run without faults, by the bare `openai` client, `asyncio.gather` and a
  semaphore, as many at once; an answer that is no JSON is asked for again;
- `killed`: the batch is killed with SIGKILL at random moments and started again; each article must be in the table
  once, the journal must be whole, and no request may come again for which a good answer was sent;
- `lost`: each way is killed once in the middle and started again: how many good answers were asked for once more.

An answer that is sent in the very moment of the kill is received by nobody, so how long before the kill the oldest
answer was sent that came to nothing is shown beside the count. Curator needs TIKTOKEN_CACHE_DIR where nothing can be
fetched.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))

from faulty import FaultyServer, Served, article
from scripted_server import Action, reply

ROOT = Path(__file__).parents[1]
WAYS = ROOT / "benchmarks" / "ways"
LATENCY = 0.33


class Server(FaultyServer):
    """Answers too what some clients ask first, which holds no message, to see its limits."""

    def _act(self, body: Mapping[str, Any], number: int) -> Action:
        return super()._act(body, number) if body.get("messages") and "response_format" in body else reply("{}")


def serve(log: str, *, share: float, latency: float, bodies: bool) -> None:
    """Serve until standard input closes; a line for each answer that was sent."""
    lock = threading.Lock()
    with Path(log).open("w", encoding="utf-8") as out:

        def sent(one: Served, body: Mapping[str, Any]) -> None:
            line = {"time": time.time(), "article": one.article, "request": one.request, "fault": one.fault}
            line |= {"arrived": one.arrived} | ({"body": body} if bodies else {})
            with lock:
                out.write(json.dumps(line) + "\n")
                out.flush()

        with Server(share=share, seed=1, latency=latency, on_sent=sent) as server:
            print(server.base_url, flush=True)
            sys.stdin.read()
            server.stopping.set()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A server that runs."""

    url: str
    log: Path

    def sent(self) -> list[dict[str, Any]]:
        """Every answer that was sent."""
        return [json.loads(line) for line in self.log.read_text("utf-8").splitlines()]


@contextmanager
def a_server(log: Path, *, share: float, latency: float = LATENCY, bodies: bool = False) -> Iterator[Line]:
    """A server in a process of its own."""
    command = [sys.executable, __file__, "--serve", str(log), "--share", str(share), "--latency", str(latency)]
    command += ["--bodies"] if bodies else []
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdin
        try:
            yield Line(url=process.stdout.readline().strip(), log=log)
        finally:
            process.stdin.close()
            process.wait()


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What is to be done, and how many calls at once."""

    folder: Path
    articles: int
    workers: int

    @property
    def source(self) -> Path:
        """The articles."""
        return self.folder / "articles.jsonl"

    @property
    def bodies(self) -> Path:
        """The calls of each article."""
        return self.folder / "bodies.jsonl"

    def batch(self, line: Line, out: Path, *, source: Path | None = None) -> list[str]:
        """The command of a batch."""
        command = [sys.executable, "-m", "summarizer", "batch", str(source or self.source), "-o", str(out)]
        command += ["--model", "m", "--base-url", line.url, "--workers", str(self.workers), "--timeout", "4"]
        return [*command, "--exam", "never"]

    def way(self, name: str, line: Line, out: Path, *, python: str = sys.executable) -> list[str]:
        """The command of another way."""
        return [python, str(WAYS / name), str(self.bodies), str(out), line.url, str(self.workers)]


def started(command: Sequence[str], **more: str) -> subprocess.Popen[bytes]:
    """A process that is quiet."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OPENAI_API_KEY": "none", **more}
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        cwd=ROOT,
    )


def write_articles(task: Task) -> None:
    """The input."""
    with task.source.open("w", encoding="utf-8") as out:
        for number in range(task.articles):
            out.write(json.dumps({"id": f"a{number}", "text": article(number)}) + "\n")


def record_bodies(task: Task) -> int:
    """What a run without faults asks for each article, in its order; the number of calls."""
    with a_server(task.folder / "record.log", share=0, latency=0.0, bodies=True) as line:
        started(task.batch(line, task.folder / "record.jsonl")).wait()
        sent = line.sent()
    by_article: dict[int, list[Any]] = {}
    for one in sorted(sent, key=lambda one: float(one["time"])):
        by_article.setdefault(one["article"], []).append(one["body"])
    with task.bodies.open("w", encoding="utf-8") as out:
        for number, bodies in sorted(by_article.items()):
            out.write(json.dumps({"id": f"a{number}", "bodies": bodies}) + "\n")
    return len(sent)


def resident(process: subprocess.Popen[bytes]) -> float:
    """Megabytes of a process."""
    with suppress(OSError, IndexError, ValueError):
        return int(Path(f"/proc/{process.pid}/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    return 0.0


def finished_in(out: Path) -> int:
    """How many articles the journal of a batch holds."""
    try:
        database = sqlite3.connect(f"file:{out}.batch/journal.sqlite3?mode=ro", uri=True)
        count: int = database.execute("SELECT count(*) FROM articles").fetchone()[0]
        database.close()
    except sqlite3.Error:
        return 0
    return count


def run_batch(task: Task, *, share: float) -> float:
    """Run it through once, and print what it took; articles a second."""
    out = task.folder / "batch.jsonl"
    with a_server(task.folder / "batch.log", share=share) as line:
        began = time.perf_counter()
        process = started(task.batch(line, out))
        memory: list[tuple[int, float]] = []
        while process.poll() is None:
            memory.append((finished_in(out), resident(process)))
            time.sleep(0.5)
        took = time.perf_counter() - began
        calls = len(line.sent())
    rows = [json.loads(row) for row in out.read_text("utf-8").splitlines()]
    first = [held for done, held in memory if 0 < done <= max(100, task.articles // 20)]
    last = [held for done, held in memory if done >= task.articles - max(100, task.articles // 20) and held]
    report("batch", task, took=took, calls=calls, status=process.returncode)
    print(f"batch: {len(rows)} rows, {len({row['article_id'] for row in rows})} articles")
    print(
        f"batch: memory {max(first, default=0):.1f} MB at the first hundred, {max(last, default=0):.1f} MB at the last"
    )
    return task.articles / took


def report(name: str, task: Task, *, took: float, calls: int, status: int) -> None:
    """Print what a run took."""
    print(f"{name}: {task.articles / took:.2f} articles/s, {calls / took:.1f} calls/s, {took:.0f} s, exit {status}")


def run_way(task: Task, name: str, *, share: float, python: str = sys.executable) -> float:
    """Run another way through once, and print what it took; articles a second."""
    with a_server(task.folder / f"{name}.log", share=share) as line:
        began = time.perf_counter()
        process = started(
            task.way(name, line, task.folder / f"{name}.jsonl", python=python), **_of_curator(task, "through")
        )
        process.wait()
        took = time.perf_counter() - began
        calls = len(line.sent())
    report(name, task, took=took, calls=calls, status=process.returncode)
    return task.articles / took


def _of_curator(task: Task, name: str) -> dict[str, str]:
    """Where it keeps its replies; and nothing is sent to anybody."""
    return {
        "CURATOR_CACHE_DIR": str(task.folder / f"curator-{name}"),
        "TELEMETRY_ENABLED": "false",
        "LITELLM_LOCAL_MODEL_COST_MAP": "True",
        "HF_HUB_OFFLINE": "1",
    }


def kill_batch(task: Task, *, share: float, kills: int, draw: random.Random) -> None:
    """Kill it so many times, let it end, and print what holds."""
    out = task.folder / "killed.jsonl"
    moments, sound = [], 0
    with a_server(task.folder / "killed.log", share=share) as line:
        for _ in range(kills):
            process = started(task.batch(line, out))
            time.sleep(draw.uniform(0.3, 12.0))
            process.send_signal(signal.SIGKILL)
            process.wait()
            moments.append(time.time())
            sound += is_sound(out)
        before_last = finished_in(out)
        last = started(task.batch(line, out))
        last.wait()
        sound += is_sound(out)
        sent = line.sent()
    rows = Counter(json.loads(row)["article_id"] for row in out.read_text("utf-8").splitlines())
    again, oldest, bad = repeated(sent, moments)
    print(f"killed: {kills} times, {before_last} articles finished by then; the last run ended with {last.returncode}")
    print(
        f"killed: {len(rows)} articles in the table, {sum(count > 1 for count in rows.values())} of them more than once"
    )
    print(f"killed: the journal was whole {sound} of {kills + 1} times")
    print(f"killed: {len(sent)} answers sent, {again} good ones were asked for again, and {bad} that were of no use")
    print(f"killed: the oldest of the good ones was sent {oldest:.3f} s before the kill")


def is_sound(out: Path) -> bool:
    """What SQLite's own check of the journal says; one that is not there yet is."""
    path = Path(f"{out}.batch/journal.sqlite3")
    if not path.exists():
        return True
    database = sqlite3.connect(path)
    answer = database.execute("PRAGMA integrity_check").fetchone()
    database.close()
    return bool(answer == ("ok",))


def repeated(sent: Sequence[Mapping[str, Any]], kills: Sequence[float]) -> tuple[int, float, int]:
    """Requests that came again after a good answer; the longest time from that to a kill; those after a useless one."""
    good: dict[str, float] = {}
    useless: set[str] = set()
    again = bad = 0
    oldest = 0.0
    for one in sorted(sent, key=lambda one: float(one["time"])):
        request = one["request"]
        if request in good:
            again += 1
            oldest = max(oldest, min((kill - good[request] for kill in kills if kill >= good[request]), default=0.0))
        elif request in useless:
            bad += 1
        if not one["fault"]:
            good[request] = float(one["time"])
        elif one["arrived"]:
            useless.add(request)
    return again, oldest, bad


def lose(task: Task, name: str, command: Sequence[str], line: Line, *, seconds: float) -> None:
    """Kill a way once, start it again, and print how many good answers were asked for once more."""
    environment = _of_curator(task, "killed")
    process = started(command, **environment)
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.wait()
    moment = time.time()
    good = sum(not one["fault"] for one in line.sent())
    started(command, **environment).wait()
    again, oldest, _ = repeated(line.sent(), [moment])
    print(
        f"lost: {name}: {good} good answers before the kill, {again} asked for again, the oldest {oldest:.3f} s before"
    )


def code_lines(path: Path) -> int:
    """Lines of a script that are code."""
    lines = [line.strip() for line in path.read_text("utf-8").split('"""', 2)[2].splitlines()]
    return sum(bool(line) and not line.startswith(('"""', "#")) for line in lines)


def measure(given: argparse.Namespace) -> None:
    """Do all of it in a folder that goes."""
    with tempfile.TemporaryDirectory() as folder:
        task = Task(folder=Path(folder), articles=given.articles, workers=given.workers)
        write_articles(task)
        calls = record_bodies(task)
        print(
            f"{task.articles} articles, {calls} calls without faults, {task.workers} at once, faults {given.share:.0%}"
        )
        ours = run_batch(task, share=given.share)
        bare = run_way(task, "gather.py", share=given.share)
        print(f"batch beside the bare client: {ours / bare:.2f}", flush=True)
        if given.curator:
            run_way(task, "curated.py", share=given.share, python=given.curator)
            print(f"curated.py: {code_lines(WAYS / 'curated.py')} lines of code")
        print(f"gather.py: {code_lines(WAYS / 'gather.py')} lines of code; batch: one command", flush=True)
        kill_batch(task, share=given.share, kills=given.kills, draw=random.Random(given.seed))
        half = task.articles / ours / 2
        with a_server(task.folder / "lost.log", share=given.share) as line:
            lose(task, "batch", task.batch(line, task.folder / "lost.jsonl"), line, seconds=half)
        with a_server(task.folder / "lost.log", share=given.share) as line:
            lose(task, "gather", task.way("gather.py", line, task.folder / "lost-g.jsonl"), line, seconds=half)
        if given.curator:
            with a_server(task.folder / "lost.log", share=given.share) as line:
                command = task.way("curated.py", line, task.folder / "lost-c.jsonl", python=given.curator)
                lose(task, "curator", command, line, seconds=half / 2)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--workers", type=int, default=16)
    parser.add_argument("--share", type=float, default=0.2)
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--curator", metavar="PYTHON")
    parser.add_argument("--serve", metavar="LOG", help=argparse.SUPPRESS)
    parser.add_argument("--latency", type=float, default=LATENCY, help=argparse.SUPPRESS)
    parser.add_argument("--bodies", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.serve:
        serve(given.serve, share=given.share, latency=given.latency, bodies=given.bodies)
    else:
        measure(given)


if __name__ == "__main__":
    main()
