"""A packed file is read as what is in it: gzip and Zstandard are known by their first bytes, whatever a file is called.

with opened_text("articles.jsonl.gz") as text:
    text.readline()
"""

from __future__ import annotations

import codecs
import gzip
import io
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO, Final, cast

from summarizer.errors import InputError, MissingExtra

STDIN: Final = "-"
_GZIP: Final = b"\x1f\x8b"
_ZSTANDARD: Final = b"\x28\xb5\x2f\xfd"
# Packed bytes that are unpacked at once. What comes of them is held whole: texts become three to ten times as long.
_STEP: Final = 8192
# The marks that a text may begin with, longest first: that of UTF-32 starts with that of UTF-16.
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@contextmanager
def opened_text(source: str) -> Iterator[io.TextIOWrapper]:
    """The text of a file, or of standard input for `-`, unpacked; UTF-8, or what a byte-order mark says.

    A byte that is no UTF-8 becomes a lone surrogate, so that only the row that it stands in is lost; see `is_whole`.

    Raises:
        InputError: it cannot be opened.
        MissingExtra: it is packed by Zstandard, and what unpacks it is not installed.
    """
    with ExitStack() as open_files:
        data = open_files.enter_context(opened_bytes(source))
        start = data.peek(4)[:4]
        encoding = next((name for mark, name in _MARKS if start.startswith(mark)), "utf-8")
        yield open_files.enter_context(
            io.TextIOWrapper(cast("BinaryIO", data), encoding=encoding, errors="surrogateescape", newline="")
        )


@contextmanager
def opened_bytes(source: str) -> Iterator[io.BufferedReader]:
    """The bytes of a file, or of standard input for `-`, unpacked.

    Raises:
        InputError: it cannot be opened.
        MissingExtra: it is packed by Zstandard, and what unpacks it is not installed.
    """
    with _raw(source) as raw, _unpacked(raw) as data:
        yield data


def is_whole(text: str) -> bool:
    """True where every character can be written: none is a byte that was not read, or half of a character."""
    return text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text)


@contextmanager
def _raw(source: str) -> Iterator[io.BufferedReader]:
    if source == STDIN:
        if sys.stdin is None:
            raise InputError("standard input is closed; give a file")
        yield cast("io.BufferedReader", sys.stdin.buffer)
        return
    try:
        file = Path(source).open("rb")  # noqa: SIM115 - closed below; only its opening is an error of its name
    except OSError as error:
        raise InputError(f"cannot read {source}: {error.strerror or error}") from error
    with file:
        yield file


@contextmanager
def _unpacked(data: io.BufferedReader) -> Iterator[io.BufferedReader]:
    start = data.peek(4)[:4]
    if start.startswith(_GZIP):
        with gzip.GzipFile(fileobj=data) as file:
            yield cast("io.BufferedReader", file)  # it peeks and reads as one
    elif start == _ZSTANDARD:
        yield io.BufferedReader(_Zstandard(data))
    else:
        yield data


class _Zstandard(io.RawIOBase):
    """The frames of a Zstandard file, one behind the other; a frame that is cut off is an error, as in gzip's files."""

    def __init__(self, data: BinaryIO) -> None:
        try:
            import zstandard  # noqa: PLC0415 - an extra, loaded where a file is packed so
        except ImportError as error:
            raise MissingExtra(what="reading Zstandard files", extra="zstd") from error
        super().__init__()
        self._data = data
        self._error = zstandard.ZstdError
        self._new = zstandard.ZstdDecompressor().decompressobj
        self._frame = self._new()
        self._in_frame = False
        self._packed, self._ready = b"", b""

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override] # as the base class calls it
        """Fill the buffer as far as there is something, as `io.RawIOBase` asks."""
        while not self._ready:
            self._packed = self._packed or self._data.read(_STEP)
            if not self._packed:
                if self._in_frame:
                    raise EOFError("it is cut off in the middle")
                return 0
            self._unpack()
        given = min(len(buffer), len(self._ready))
        buffer[:given] = self._ready[:given]
        self._ready = self._ready[given:]
        return given

    def _unpack(self) -> None:
        try:
            self._ready = self._frame.decompress(self._packed)
        except self._error as error:
            raise OSError(f"it is damaged: {error}") from error
        self._packed, self._in_frame = b"", True
        if self._frame.eof:
            self._packed, self._in_frame = self._frame.unused_data, False
            self._frame = self._new()
