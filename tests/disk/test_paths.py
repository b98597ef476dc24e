"""A path is a str or a path that a file can have; all else is named before the system is asked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from summarizer.disk.paths import file_path
from summarizer.errors import ConfigError


@pytest.mark.parametrize("given", ["notes.txt", Path("notes.txt")])
def test_a_path_is_taken_as_it_is(given: str | Path) -> None:
    """A str and a path of one name are one path."""
    assert file_path(given, of="the notes") == Path("notes.txt")


@pytest.mark.parametrize("given", [3, None, b"notes", "", "no\0tes", "no\ud800tes", Path("no\0tes")])
def test_what_no_file_can_be_called_is_an_error_of_ours(given: object) -> None:
    """The message says of what file; no foreign exception comes out."""
    with pytest.raises(ConfigError, match="the path of the notes"):
        file_path(given, of="the notes")  # type: ignore[arg-type]


def test_odd_bytes_are_a_name() -> None:
    """A name that is not UTF-8 reaches Python in surrogates, and is a name all the same."""
    name = os.fsdecode(b"caf\xe9")
    assert os.fsencode(file_path(name, of="the notes")) == b"caf\xe9"
