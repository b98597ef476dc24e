"""Writes files whole: what stood there before stays until the new file is complete.

replace_file("result.json", "{}")
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from summarizer.errors import ConfigError


def replace_file(path: str | os.PathLike[str], text: str) -> None:
    """Put a text where a file is, or is to be, in one step: a reader sees the old one or the new one.

    Args:
        path: the file; its folder has to be there.
        text: written as UTF-8.

    Raises:
        ConfigError: it cannot be written; what stood there stays.
    """
    goal = Path(path)
    try:
        descriptor, name = tempfile.mkstemp(prefix=f".{goal.name}.", dir=goal.parent)
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(text)
            if goal.exists():
                Path(name).chmod(goal.stat().st_mode & 0o777)
            else:
                Path(name).chmod(0o666 & ~_umask())
            Path(name).replace(goal)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(name).unlink()
            raise
    except (OSError, ValueError) as error:  # a ValueError is a path with a NUL
        raise ConfigError(
            f"{os.fspath(path)} cannot be written: {error}; give a file in a folder that is there"
        ) from error


def _umask() -> int:
    """What the process takes off the rights of new files; it can only be read by being set."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
