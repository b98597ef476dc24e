"""A file is read into memory whole, up to a bound; nothing but a path that the user gave is opened.

bytes_of(Path("report.pdf"))  ->  b"%PDF-1.7 …"
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from summarizer.errors import InputError

# A long book is 2 MB as text and some 20 MB as a PDF; the largest scans that archives offer are below this. It is there
# so that a device without end, or the wrong file, does not fill the memory.
MOST_BYTES: Final = 256 * 1024 * 1024


def bytes_of(path: Path) -> bytes:
    """All bytes of a file, a pipe or whatever else the path names.

    Args:
        path: It is opened, and nothing else is.

    Raises:
        InputError: It cannot be read, or is larger than `MOST_BYTES`.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:  # a ValueError is a path with a NUL
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"cannot read {path}: {reason}") from error
    if len(data) > MOST_BYTES:
        raise InputError(f"{path} is larger than {MOST_BYTES // 2**20} MB, more than any article; give a part of it")
    return data
