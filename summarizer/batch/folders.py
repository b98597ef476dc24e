"""A folder of texts is many articles: each file is one, called by its path from there.

for name, path in files_of(Path("articles")): ...   ->  ("2026/bridge.md", PosixPath("articles/2026/bridge.md"))
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from summarizer.document.readers.registry import READERS
from summarizer.errors import InputError

TEXTS: Final = frozenset((".txt", ".text", *(suffix for reader in READERS for suffix in reader.suffixes)))


def files_of(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every text of a folder and of the folders in it, by name; hidden ones and files of other kinds are passed over.

    Raises:
        InputError: there is none, or the folder cannot be read.
    """
    found = False
    for path in _files(folder):
        if path.suffix.lower() in TEXTS:
            found = True
            yield path.relative_to(folder).as_posix(), path
    if not found:
        raise InputError(f"{folder} holds no text: no file whose name ends in {', '.join(sorted(TEXTS))}")


def others_in(folder: Path) -> dict[str, int]:
    """How many files of other kinds there are, by the endings of their names."""
    others: dict[str, int] = {}
    for path in _files(folder):
        ending = path.suffix.lower()
        if ending not in TEXTS:
            others[ending] = others.get(ending, 0) + 1
    return others


def _files(folder: Path) -> Iterator[Path]:
    """The files, in the order of their names; of one folder after the other the names alone are held."""
    try:
        with os.scandir(folder) as entries:
            names = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries)
    except OSError as error:
        raise InputError(f"cannot read the folder {folder}: {error.strerror or error}") from error
    for name, is_folder in names:
        path = folder / name
        if name.startswith("."):
            continue
        if is_folder:
            yield from _files(path)
        elif path.is_file():
            yield path
