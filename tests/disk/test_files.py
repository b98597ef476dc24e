"""A file is written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.disk.files import replace_file
from summarizer.errors import ConfigError


def test_a_file_is_made_and_replaced(tmp_path: Path) -> None:
    """Its rights stay, and nothing is left beside it."""
    path = tmp_path / "result.json"
    replace_file(path, "a")
    assert path.stat().st_mode & 0o600 == 0o600
    path.chmod(0o640)
    replace_file(path, "é")
    assert path.read_text("utf-8") == "é"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["none/result.json", "a\0b"])
def test_a_file_that_cannot_be_written_is_named(tmp_path: Path, name: str) -> None:
    """With what to do."""
    with pytest.raises(ConfigError, match="cannot be written"):
        replace_file(tmp_path / name, "a")


def test_what_stood_there_stays_where_writing_fails(tmp_path: Path) -> None:
    """A text that UTF-8 has no bytes for."""
    path = tmp_path / "result.json"
    path.write_text("old")
    with pytest.raises(ConfigError):
        replace_file(path, "\ud800")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]
