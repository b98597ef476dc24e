"""The cache among processes, in small: what `benchmarks/cache_kill.py` shows for fifty kills."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from summarizer.calls.call import Reply
from summarizer.runtime.cache import CachePolicy, ReplyCache

# Stores replies under its own name, and tells each key once it is stored.
WRITER = """
import sys
from summarizer.calls.call import Reply
from summarizer.runtime.cache import CachePolicy, ReplyCache
path, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
cache = ReplyCache(CachePolicy(path=path))
for number in range(count):
    cache.put(f"{name}-{number}", Reply(text=f"{name}-{number} " * 300))
    print(f"{name}-{number}", flush=True)
"""


def writer(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(path), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_a_killed_writer_leaves_a_good_file(tmp_path: Path) -> None:
    """After SIGKILL in the midst of writing the file opens again, and what was stored before is there, whole."""
    path = tmp_path / "replies"
    for turn in range(4):
        with writer(path, str(turn), 10**6) as process:
            assert process.stdout
            told = [process.stdout.readline().strip()]
            time.sleep(0.01 * turn)
            process.kill()
            told += [line.strip() for line in process.stdout.readlines() if line.endswith("\n")]
        cache = ReplyCache(CachePolicy(path=path))
        assert [key for key in told if cache.get(key) != Reply(text=f"{key} " * 300)] == []
        cache.close()
    assert not list(tmp_path.glob("*.corrupt-*"))


def test_eight_processes_share_one_file(tmp_path: Path) -> None:
    """Eight writers at once: none fails, and every reply is there."""
    path = tmp_path / "replies"
    processes = [writer(path, str(name), 40) for name in range(8)]
    assert [(process.communicate(timeout=60)[0].count("\n"), process.returncode) for process in processes] == [
        (40, 0)
    ] * 8
    cache = ReplyCache(CachePolicy(path=path))
    keys = [f"{name}-{number}" for name in range(8) for number in range(40)]
    assert [key for key in keys if cache.get(key) != Reply(text=f"{key} " * 300)] == []
    cache.close()
