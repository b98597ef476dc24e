"""Files are read whole, up to a bound."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.document.readers.opening import files
from summarizer.document.readers.opening.files import bytes_of
from summarizer.errors import InputError


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    """Byte for byte."""
    (tmp_path / "a").write_bytes(b"\r\n\xff")
    assert bytes_of(tmp_path / "a") == b"\r\n\xff"


@pytest.mark.parametrize("name", ["missing.txt", ".", "a\0b"])
def test_what_cannot_be_opened_is_named(tmp_path: Path, name: str) -> None:
    """No foreign error comes of it."""
    with pytest.raises(InputError, match="cannot read"):
        bytes_of(tmp_path / name)


def test_a_file_without_end_is_an_error() -> None:
    """It fills no memory beyond the bound."""
    with pytest.raises(InputError, match=f"larger than {files.MOST_BYTES // 2**20} MB"):
        bytes_of(Path("/dev/zero"))
