"""A Ray cluster of this machine alone, for as long as a test needs it, and the processes of its workers."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any


@contextmanager
def ray_cluster() -> Iterator[Any]:
    """The module `ray`, connected; the cluster is gone at the end."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"  # nothing is sent to anybody
    # Ray starts and kills many processes; to trace the lines of each takes longer than what they do.
    traced = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("COVERAGE_PROCESS")}
    import ray  # noqa: PLC0415 - heavy

    ray.init(
        num_cpus=2,
        include_dashboard=False,
        log_to_driver=False,
        logging_level=logging.ERROR,
        object_store_memory=200_000_000,
    )
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    try:
        yield ray
    finally:
        ray.shutdown()
        os.environ.update(traced)


def worker_pids() -> list[int]:
    """The processes of the actors that summarize, of clusters that this process started; those at work first."""
    parents: dict[int, int] = {}
    actors: dict[int, tuple[bool, int]] = {}
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            command = (folder / "cmdline").read_bytes()
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it has ended
        pid = int(folder.name)
        parents[pid] = int(fields[1])
        if b"MapWorker" in command:
            # Ray names the task in the process's title; then, the time that it took of a processor.
            actors[pid] = (b".submit" in command, int(fields[11]))
    ours = [pid for pid in actors if _descends(pid, os.getpid(), parents)]
    return sorted(ours, key=lambda pid: actors[pid], reverse=True)


def _descends(pid: int, ancestor: int, parents: dict[int, int]) -> bool:
    while pid > 1:
        if pid == ancestor:
            return True
        pid = parents.get(pid, 0)
    return False
