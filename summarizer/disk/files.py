"""Writes files whole: what stood there before stays until the new file is complete.

replace_file("result.json", "{}")
with replacing(Path("out.jsonl")) as temporary: …    what is written to the temporary file takes its place
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
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
    try:
        with replacing(Path(path)) as temporary:
            temporary.write_bytes(text.encode("utf-8"))
    except (OSError, ValueError) as error:  # a ValueError is a path with a NUL
        raise ConfigError(
            f"{os.fspath(path)} cannot be written: {error}; give a file in a folder that is there"
        ) from error


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A file beside another that takes its place, with its rights, once all went well; else nothing changes.

    Args:
        path: the file that is, or is to be; its folder has to be there.

    Raises:
        OSError: the one cannot be made, or cannot take the other's place.
    """
    rights = stat.S_IMODE(path.stat().st_mode) if path.exists() else None
    temporary = path.with_name(f".summarizer-{os.urandom(8).hex()}.tmp")
    try:
        # What replaces a file that few may read is read by nobody else before it has its rights.
        temporary.touch(mode=0o666 if rights is None else 0o600, exist_ok=False)
        yield temporary
        if rights is not None:
            temporary.chmod(rights)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
