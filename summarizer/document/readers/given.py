"""What a user gives is read: a text by its signs; a file or its bytes by their first bytes, then by the file's name.

read_given(Path("report.pdf"), format="auto")  ->  (PDF, ReadText(text="# Report …", origins=(…), …))
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from summarizer.document.readers.opening.decoding import text_of
from summarizer.document.readers.opening.file_kinds import unread_kind
from summarizer.document.readers.opening.files import bytes_of
from summarizer.document.readers.opening.path_like import hint_for
from summarizer.document.readers.reader import AnyReader, ReadText
from summarizer.document.readers.registry import (
    AUTO,
    READERS,
    bytes_reader_for,
    check_format,
    format_of_file,
    reader_for,
    suffixes_of,
)
from summarizer.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class FileBytes:
    """The bytes of a file with what else is known of it.

    Attributes:
        data: All bytes.
        name: What messages call them; its ending tells the format where neither the bytes nor `hint` do.
        charset: The encoding of a text, where whoever sent it named one.
        hint: The format that whoever sent it named; the first bytes go before it.
    """

    data: bytes
    name: str
    charset: str | None = None
    hint: str = AUTO


Given: TypeAlias = str | bytes | bytearray | memoryview | os.PathLike[str] | FileBytes
"""What an article may come as: its text, the path of its file, or the file's bytes."""

_DATA: Final = "the data"


def is_given(value: object) -> bool:
    """Whether a value is of a type that can be read: a str, bytes, or a path."""
    return isinstance(value, str | bytes | bytearray | memoryview | os.PathLike | FileBytes)


def read_given(
    given: object,
    *,
    format: str,  # noqa: A002 - users' word
    readers: Sequence[AnyReader] = READERS,
) -> tuple[AnyReader, ReadText]:
    """What a reader made of what was given, and which reader it was.

    Args:
        given: A text, a path or bytes.
        format: "auto" or the name of a format.
        readers: Which readers there are; the last is asked first.

    Raises:
        InputError: It is none of these, cannot be opened, is of a kind that no reader reads, or holds no article; a
            str that looks like a path or URL, unless its format is named.
        MissingExtra: What its reader needs is not installed.
    """
    check_format(format, readers=readers)
    if isinstance(given, str):
        hint = hint_for(given, suffixes=suffixes_of(readers)) if format == AUTO else None
        if hint is not None:
            raise InputError(hint)
        reader = reader_for(given, format=format, readers=readers)
        return reader, reader.read(given)
    if isinstance(given, os.PathLike):
        path = Path(given)
        given = FileBytes(data=bytes_of(path), name=str(path))
    elif isinstance(given, bytes | bytearray | memoryview):
        given = FileBytes(data=bytes(given), name=_DATA)
    if isinstance(given, FileBytes):
        return _read_file(given, format=format, readers=readers)
    raise InputError(f"the text must be a str, a pathlib.Path or bytes, not {type(given).__name__}")


def _read_file(file: FileBytes, *, format: str, readers: Sequence[AnyReader]) -> tuple[AnyReader, ReadText]:  # noqa: A002
    """What a reader made of the bytes of a file, and which reader it was.

    Raises:
        InputError: They are of a kind that no reader reads, or hold no article; the message names them.
        MissingExtra: What their reader needs is not installed.
    """
    data, name = file.data, file.name
    if not data.strip():
        raise InputError(f"{name} is empty or holds nothing but white space")
    named = format
    if format == AUTO:
        named = file.hint if file.hint != AUTO else format_of_file(name, readers=readers)
    of_bytes = bytes_reader_for(data, format=format, named=named, readers=readers)
    kind = None if of_bytes is not None and of_bytes.recognizes(data) else unread_kind(data)
    if kind is not None:
        raise InputError(f"{name} is {kind.name}, which is not read here: {kind.advice}")
    try:
        if of_bytes is not None:
            return of_bytes, of_bytes.read(data)
        text = text_of(data, name=name, charset=file.charset)
        of_text = reader_for(text, format=named, readers=readers)
        return of_text, of_text.read(text)
    except InputError as error:
        raise error if str(error).startswith(name) else InputError(f"{name}: {error}") from error
