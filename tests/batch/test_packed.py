"""Packed files are read by what is in them."""

from __future__ import annotations

import gzip
import io
import sys
from pathlib import Path

import pytest
import zstandard

from summarizer.batch.packed import is_whole, opened_text
from summarizer.errors import InputError, MissingExtra

TEXT = "It rains.\nEs regnet auf der Brücke.\n" * 5000


def read(path: Path) -> str:
    """The whole text of a file."""
    with opened_text(str(path)) as text:
        return text.read()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_says_how_a_text_is_written(encoding: str, tmp_path: Path) -> None:
    """And is no part of it."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(TEXT.encode(encoding))
    assert read(path) == TEXT


def test_packed_files_are_known_by_their_first_bytes(tmp_path: Path) -> None:
    """Whatever they are called, and of however many members or frames they are."""
    data, path = TEXT.encode(), tmp_path / "a.jsonl"
    half = len(data) // 2
    packed = zstandard.ZstdCompressor().compress
    for written in (
        gzip.compress(data),
        gzip.compress(data[:half]) + gzip.compress(data[half:]),
        packed(data),
        packed(data[:half]) + packed(data[half:]) + packed(b""),
    ):
        path.write_bytes(written)
        assert read(path) == TEXT


@pytest.mark.parametrize("pack", [gzip.compress, zstandard.ZstdCompressor().compress])
def test_a_packed_file_that_is_cut_off_is_no_whole_one(pack: object, tmp_path: Path) -> None:
    """It ends in an error, and not as if nothing were missing."""
    path = tmp_path / "a.jsonl.gz"
    whole = pack("".join(str(number) for number in range(50_000)).encode())  # type: ignore[operator]
    for length in (len(whole) // 2, len(whole) - 2):
        path.write_bytes(whole[:length])
        with pytest.raises(EOFError):
            read(path)


def test_a_damaged_zstandard_file_is_an_error_of_files(tmp_path: Path) -> None:
    """None of the package that unpacks it."""
    path = tmp_path / "a.jsonl"
    path.write_bytes(zstandard.ZstdCompressor().compress(b"a" * 100) + b"no frame")
    with pytest.raises(OSError, match="damaged"):
        read(path)


def test_bytes_that_are_no_utf_8_are_told_from_text(tmp_path: Path) -> None:
    """Each is read as half of a character, which no text has."""
    path = tmp_path / "a.txt"
    path.write_bytes("Brücke".encode("latin-1"))
    assert not is_whole(read(path))
    assert is_whole("Brücke 🙂")
    assert not is_whole("\ud83d")


def test_what_cannot_be_opened_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is not there, and a standard input that is closed."""
    with pytest.raises(InputError, match="cannot read"):
        read(tmp_path / "missing")
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InputError, match="closed"):
        read(Path("-"))


def test_standard_input_may_be_packed_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a file may."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(gzip.compress(TEXT.encode())))))
    assert read(Path("-")) == TEXT


def test_zstandard_is_an_extra(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Whoever lacks it is told which."""
    path = tmp_path / "a.zst"
    path.write_bytes(zstandard.ZstdCompressor().compress(b"a"))
    monkeypatch.setitem(sys.modules, "zstandard", None)
    with pytest.raises(MissingExtra, match=r"summarizer\[zstd\]"):
        read(path)
