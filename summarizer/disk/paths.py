"""A path as a user gives it is checked before any system call sees it, so that what is wrong with it is said once.

file_path("replies.sqlite3", of="the cache")  ->  PosixPath("replies.sqlite3")
"""

from __future__ import annotations

import os
from pathlib import Path

from summarizer.errors import ConfigError


def file_path(value: str | os.PathLike[str], *, of: str) -> Path:
    """The path of a file: no system call fails on its form.

    Args:
        value: a str or a path.
        of: what the file is, for the message.

    Raises:
        ConfigError: it is neither, is empty, or holds what no file name can: a NUL, or characters that this system's
            file names cannot be written in.
    """
    path = value if isinstance(value, str) else os.fspath(value) if isinstance(value, os.PathLike) else None
    if not isinstance(path, str):
        raise ConfigError(f"the path of {of} must be a str or a path, not {value!r}")
    if not path:
        raise ConfigError(f"the path of {of} is empty; name a file")
    if "\0" in path:
        raise ConfigError(f"the path of {of} holds a NUL, which no file name can: {path!r}")
    try:
        os.fsencode(path)
    except UnicodeEncodeError:
        raise ConfigError(f"the path of {of} holds characters that no file name can: {path!r}") from None
    return Path(path)
