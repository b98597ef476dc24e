"""Kills and shares the cache: does it always open again, does it keep what was stored, do processes collide?

Run: `python benchmarks/cache_kill.py` (half a minute; POSIX only). Three parts, each with its row in the table:

- killed: three processes write as fast as they can, each telling every key once it is stored; at a random moment,
  drawn by a seed, all are killed with SIGKILL. Then the file is opened again, SQLite's own integrity check is asked,
  and every key that was told must be there, whole. Fifty times over the same file.
- shared: eight processes write and read one file at once; nothing may fail, be lost, or be passed over.
- twice: an article is summarized twice by scripted models over one cache: the second run makes no call, and its result
  is equal in all but `usage`.
"""

from __future__ import annotations

import argparse
import json
import logging
import multiprocessing
import os
import random
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Mapping
from itertools import product
from pathlib import Path

from summarizer import CachePolicy, Reply, ScriptedModel, Summarizer
from summarizer.runtime.cache import ReplyCache

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))

from faulty import article
from scripts import honest

_FORK = multiprocessing.get_context("fork")


class Warnings(logging.Handler):
    """Counts what the cache complains of."""

    def __init__(self, file: Path) -> None:
        super().__init__(logging.WARNING)
        self._file = file

    def emit(self, record: logging.LogRecord) -> None:
        """Note one line in a file, as other processes do too."""
        with self._file.open("a") as out:
            out.write(record.getMessage() + "\n")


def reply_for(key: str) -> Reply:
    """A reply of two to six kilobytes that follows from its key."""
    return Reply(text=json.dumps({"key": key, "facts": [key * (20 + int(key.rpartition("-")[2]) % 50)] * 4}))


def write_for_ever(path: Path, name: str, told: int) -> None:
    """Store reply after reply, and tell each key once it is stored."""
    cache = ReplyCache(CachePolicy(path=path))
    number = 0
    while True:
        key = f"{name}-{number}"
        cache.put(key, reply_for(key))
        os.write(told, f"{key}\n".encode())
        number += 1


def kill_writers(path: Path, *, times: int, draw: random.Random) -> dict[str, int]:
    """Kill writers so many times, and count what held and what did not."""
    found = {"kills": times, "opened again": 0, "told": 0, "lost": 0, "not whole": 0, "integrity faults": 0}
    for turn in range(times):
        keys = keys_told(path, turn=turn, seconds=draw.uniform(0.01, 0.25))
        cache = ReplyCache(CachePolicy(path=path))
        found["opened again"] += not list(path.parent.glob("*.corrupt-*"))
        found["told"] += len(keys)
        for key in keys:
            kept = cache.get(key)
            found["lost"] += kept is None
            found["not whole"] += kept is not None and kept != reply_for(key)
        cache.close()
        found["integrity faults"] += not is_sound(path)
    return found


def keys_told(path: Path, *, turn: int, seconds: float) -> list[str]:
    """Start three writers, kill them after some time, and read which keys they said were stored."""
    read, told = os.pipe()
    writers = [_FORK.Process(target=write_for_ever, args=(path, f"{turn}.{n}", told)) for n in range(3)]
    for writer in writers:
        writer.start()
    os.close(told)
    time.sleep(seconds)
    for writer in writers:
        os.kill(writer.pid or 0, signal.SIGKILL)
    for writer in writers:
        writer.join()
    with os.fdopen(read) as lines:
        return [line.strip() for line in lines if line.endswith("\n")]


def is_sound(path: Path) -> bool:
    """What SQLite's own check of the file says."""
    with sqlite3.connect(path) as db:
        answer = db.execute("PRAGMA integrity_check").fetchone()
    db.close()
    return bool(answer == ("ok",))


def write_and_read(path: Path, name: int, count: int, lost: int) -> None:
    """Write and read beside the others; each key that is missing afterwards is told."""
    cache = ReplyCache(CachePolicy(path=path))
    for number in range(count):
        key = f"{name}-{number}"
        cache.put(key, reply_for(key))
        if cache.get(key) != reply_for(key):
            os.write(lost, b"x")
    cache.close()


def share_file(path: Path, *, processes: int, count: int) -> dict[str, float]:
    """Let so many processes write and read so many replies each, at once."""
    read, lost = os.pipe()
    begun = time.perf_counter()
    started = [_FORK.Process(target=write_and_read, args=(path, n, count, lost)) for n in range(processes)]
    for process in started:
        process.start()
    for process in started:
        process.join()
    seconds = time.perf_counter() - begun
    os.close(lost)
    with os.fdopen(read, "rb") as missing:
        gone = len(missing.read())
    cache = ReplyCache(CachePolicy(path=path))
    for name, number in product(range(processes), range(count)):
        key = f"{name}-{number}"
        gone += cache.get(key) != reply_for(key)
    cache.close()
    failed = sum(process.exitcode != 0 for process in started)
    return {"processes": processes, "replies": processes * count, "failed": failed, "lost": gone, "seconds": seconds}


def summarize_twice(path: Path) -> dict[str, object]:
    """One article, two scripted models, one cache."""
    script = honest(reword=lambda text: f"Readers learn that {text}")
    models = [ScriptedModel(script), ScriptedModel(script)]
    results = []
    for model in models:
        with Summarizer(model=model, cache=path) as summarizer:
            results.append(summarizer.summarize(article(1)))
    cold, warm = results
    equal = cold.model_dump(exclude={"usage"}) == warm.model_dump(exclude={"usage"})
    return {"calls at first": len(models[0].calls), "calls the second time": len(models[1].calls), "equal": equal}


def main() -> int:
    """Run the three parts, print a row for each, and say by the exit status whether all held."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        complaints = folder / "complaints"
        logging.getLogger("summarizer").addHandler(Warnings(complaints))
        kills = kill_writers(folder / "kill" / "replies", times=given.times, draw=random.Random(given.seed))
        together = share_file(folder / "share" / "replies", processes=8, count=500)
        again = summarize_twice(folder / "twice")
        complained = len(complaints.read_text().splitlines()) if complaints.exists() else 0
    print("| part | found |\n|---|---|")
    print_part("killed", kills)
    print_part("shared", together)
    print_part("twice", again)
    print(f"| all | warnings logged {complained} |")
    faults = [
        kills["opened again"] != given.times,
        kills["lost"],
        kills["not whole"],
        kills["integrity faults"],
        together["failed"],
        together["lost"],
        complained,
        again["calls the second time"],
        again["equal"] is not True,
    ]
    fine = not any(faults)
    print(f"\neverything held: {fine}")
    return 0 if fine else 1


def print_part(name: str, found: Mapping[str, object]) -> None:
    """A line of the table."""
    shown = [f"{what} {value:.2f}" if isinstance(value, float) else f"{what} {value}" for what, value in found.items()]
    print(f"| {name} | {', '.join(shown)} |")


if __name__ == "__main__":
    sys.exit(main())
