"""Kills a process that works by batch endpoint again and again, and counts what the server answered twice.

python benchmarks/batch_api.py --articles 500 --kills 12

A server on 127.0.0.1 implements files and batches. Of its requests 5 % fail with 500 or 429; its second batch expires
half done; a file of more than half a megabyte is refused for its size. The process that submits and collects is killed
(SIGKILL) at random moments, between rounds and within them, and started anew. In the end every article has a result,
equal to what `map` makes of it, and no answer was given, and paid, twice.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from summarizer import BatchPolicy, Failed, Result, ScriptedModel, Summarizer
from summarizer.calls.call import Call

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))

from batch_server import BatchServer, Course, error_line
from faulty import article
from scripts import honest

_SHARE = 0.05
_MOST_BYTES = 500_000
_POLICY = BatchPolicy(first_look=0.1, longest_pause=0.5)


def work(base_url: str, path: str, count: int) -> None:
    """What the process does that is killed: submit all, collect all, print the ids."""
    with Summarizer(model="scripted", base_url=base_url, api_key="none", batches=_POLICY) as summarizer:
        summarizer.submit(({"text": article(number), "id": f"a{number}"} for number in range(count)), path)
        print("submitted", flush=True)
        for one in summarizer.collect(path):
            print(one.id, type(one).__name__, flush=True)
    print("memory", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, "MB", flush=True)


def fault(call: Call, number: int) -> Mapping[str, Any] | None:
    """An error line for one request in twenty, at its first try."""
    draw = random.Random(f"{call.messages[-1].content}").random()
    if number > 1 or draw >= _SHARE:
        return None
    return error_line(500) if draw < _SHARE / 2 else error_line(429, "Rate limit reached")


def course(number: int) -> Course:
    """The second batch expires half done; every one takes a second."""
    return Course(seconds=1.0, ending="expired", share=0.5) if number == 2 else Course(seconds=1.0)


def killed(
    server: BatchServer, path: Path, *, count: int, kills: int, seed: int, latest: float = 8.0
) -> tuple[int, str]:
    """How often the process was killed, within so many seconds, until it came to its end, and what it printed last."""
    draw = random.Random(seed)
    done = 0
    while True:
        command = [sys.executable, __file__, "--work", server.base_url, str(path), str(count)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        try:
            # From the import of the library to the middle of a round: the whole takes some tens of seconds.
            out, _ = process.communicate(timeout=draw.uniform(0.5, latest) if done < kills else None)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            done += 1
            continue
        if process.returncode:
            raise SystemExit(f"the process ended with {process.returncode}")
        return done, out


def main() -> None:
    """Run it and print what came."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--articles", type=int, default=500)
    arguments.add_argument("--kills", type=int, default=12)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--work", nargs=3, help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.work:
        work(given.work[0], given.work[1], int(given.work[2]))
        return
    begun = time.monotonic()
    with (
        tempfile.TemporaryDirectory() as folder,
        BatchServer(course=course, fault=fault, most_bytes=_MOST_BYTES) as server,
    ):
        path = Path(folder) / "news.batch"
        kills, out = killed(server, path, count=given.articles, kills=given.kills, seed=given.seed)
        with Summarizer(model="scripted", base_url=server.base_url, api_key="none", batches=_POLICY) as summarizer:
            results = list(summarizer.collect(path))
        report = {
            "articles": given.articles,
            "results": sum(isinstance(one, Result) for one in results),
            "failed": sum(isinstance(one, Failed) for one in results),
            "unlike map": unlike(results),
            "kills": kills,
            "batches": len(server.batches),
            "expired": sum(one.course.ending == "expired" for one in server.batches),
            "files refused for size": server.refused_files,
            "lines failed": server.failed_lines,
            "requests answered": sum(server.answered.values()),
            "answered twice": sum(times > 1 for times in server.paid.values()),
            "custom ids answered twice": sum(times > 1 for times in server.answered.values()),
            "seconds": round(time.monotonic() - begun),
            "last process": out.splitlines()[-1],
        }
    print(json.dumps(report, indent=1))


def unlike(results: list[Result | Failed]) -> int:
    """How many results are not what `map` makes of the same articles."""
    model = ScriptedModel(honest(reword=lambda text: f"Readers learn that {text}"))
    given = [{"text": article(number), "id": f"a{number}"} for number in range(len(results))]
    with Summarizer(model=model) as summarizer:
        return sum(
            isinstance(one, Failed)
            or isinstance(other, Failed)
            or (one.id, one.facts, one.rejected, one.summary) != (other.id, other.facts, other.rejected, other.summary)
            for one, other in zip(results, summarizer.map(given), strict=True)
        )


if __name__ == "__main__":
    main()
