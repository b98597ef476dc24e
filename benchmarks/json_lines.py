"""Reads JSON Lines files, packed or not: `next(read_json_lines(Path("wice_dev.jsonl.gz")))["claim"]`."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def read_json_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file, one after the other; empty lines are none.

    Args:
        path: a file in UTF-8; one whose name ends in ".gz" is unpacked.
    """
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    # Not `splitlines`: a text inside may hold a separator of lines that JSON does not escape.
    for line in data.decode("utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)
