"""A lock lets one process at a time into a folder, and ends with the process, however that ends.

lock = locked(Path("out.jsonl.batch/lock"))    another process that asks for it is refused
os.close(lock)
"""

from __future__ import annotations

import os
from pathlib import Path

from summarizer.errors import ConfigError


def locked(path: Path) -> int:
    """The descriptor of the file that is locked; whoever closes it lets others in.

    The system keeps the lock, so that a process that is killed leaves none behind.

    Raises:
        ConfigError: another process has it.
        OSError: the file cannot be made.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        _lock(descriptor)
    except OSError as error:
        os.close(descriptor)
        raise ConfigError(
            f"another process is working on this batch (it holds {path}); wait for its end, or give another output"
        ) from error
    return descriptor


try:
    import fcntl
except ImportError:  # Windows
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore] # of Windows
else:

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
