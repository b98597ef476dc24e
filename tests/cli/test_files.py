"""Files: what is read as text, and that what is written is whole or not there."""

from __future__ import annotations

import codecs
import io
import os
import resource
import sys
from pathlib import Path

import pytest

from summarizer.cli.files import read_input, writable, write_file
from summarizer.errors import ConfigError, InputError

TEXT = "Malmö – 港口\r\nℵ 𝒳\n"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_mark_names_the_encoding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mark: bytes, encoding: str) -> None:
    """Bytes are UTF-8, or what the byte-order mark says; the mark is no part of the text, and line breaks stay."""
    path = tmp_path / "text.txt"
    path.write_bytes(mark + TEXT.encode(encoding))
    assert read_input(str(path)) == TEXT
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(path.read_bytes())))
    assert read_input("-") == TEXT


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("Malmö".encode("latin-1") + b" is a town.", "is not UTF-8: byte 0xf6 at offset 4; it reads as windows-1252"),
        (codecs.BOM_UTF8 + b"ab\xff", "is not UTF-8: byte 0xff at offset 5"),
        (codecs.BOM_UTF16_LE + b"a\0b", "is not UTF-16-LE: byte 0x62 at offset 4"),
        (b"\xed\xa0\x80", "is not UTF-8: byte 0xed at offset 0"),
        (b"", "is empty"),
        (b" \n\n ", "is empty"),
    ],
)
def test_bytes_that_are_no_text(tmp_path: Path, data: bytes, said: str) -> None:
    """What cannot be decoded is named with its offset and a way out; an empty file is an error too."""
    path = tmp_path / "article.txt"
    path.write_bytes(data)
    with pytest.raises(InputError, match=f"article.txt {said}"):
        read_input(str(path))


def test_a_closed_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a standard input the message says what to do."""
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InputError, match="give a file"):
        read_input("-")


def test_a_new_file_has_the_usual_mode(tmp_path: Path) -> None:
    """A new file has the mode that any new file gets, and nothing else is left beside it."""
    usual, out = tmp_path / "usual", tmp_path / "out.txt"
    usual.touch()
    write_file(writable(str(out)), b"new")
    assert out.read_bytes() == b"new"
    assert out.stat().st_mode == usual.stat().st_mode
    assert {path.name for path in tmp_path.iterdir()} == {"usual", "out.txt"}


def test_what_was_there_stays_until_the_new_is_whole(tmp_path: Path) -> None:
    """Whoever has the old file open goes on reading the old bytes: it is replaced, not written over."""
    out = tmp_path / "out.txt"
    out.write_bytes(b"old")
    with out.open("rb") as reading:
        write_file(out, b"new")
        assert reading.read() == b"old"
    assert out.read_bytes() == b"new"


def test_a_failed_write_leaves_what_was_there(tmp_path: Path) -> None:
    """Where the system refuses to take all bytes, the old file stands and nothing is left beside it."""
    out = tmp_path / "out.txt"
    out.write_bytes(b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4, hard))
    try:
        with pytest.raises(OSError, match="File too large"):
            write_file(out, b"too long")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert out.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.txt"]


def test_a_link_is_followed_and_a_device_taken_as_it_is(tmp_path: Path) -> None:
    """What a link names is written to; a device keeps its name."""
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "named")
    assert writable(str(link)) == tmp_path.resolve() / "named"
    assert writable(os.devnull) == Path(os.devnull)


@pytest.mark.parametrize(("name", "said"), [("", "it is a folder"), ("no/out", "there is no folder")])
def test_what_cannot_be_written_is_known_before(tmp_path: Path, name: str, said: str) -> None:
    """A folder, or a name in a folder that is not there, is refused."""
    with pytest.raises(ConfigError, match=said):
        writable(str(tmp_path / name))


def test_a_pipe_is_no_place_for_a_result(tmp_path: Path) -> None:
    """A pipe that nobody reads would wait for ever; it is refused before anything is spent."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ConfigError, match="not a regular file"):
        writable(str(tmp_path / "pipe"))


def test_what_the_shell_has_opened_is_written_to() -> None:
    """`-o >(gzip)` names a pipe that is open already, with a reader at its other end."""
    reading, writing = os.pipe()
    write_file(writable(f"/dev/fd/{writing}"), b"new")
    os.close(writing)
    assert os.read(reading, 100) == b"new"
    os.close(reading)
