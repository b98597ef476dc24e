"""Texts come in from files, results go out to files: whole, or not at all.

given_input("article.pdf")                   ->  the Document in it
write_file(Path("result.md"), data)          ->  the whole file at once, or what was there before
"""

from __future__ import annotations

import datetime as dt
import io
import os
import sys
from pathlib import Path

from summarizer.disk.files import replacing
from summarizer.document.document import Document
from summarizer.document.readers.given import FileBytes
from summarizer.document.readers.opening.decoding import text_of
from summarizer.document.readers.opening.files import bytes_of
from summarizer.errors import ConfigError, InputError
from summarizer.fragments.printable import printable

STDIN = "-"


def given_input(file: str, *, title: str | None = None, date: dt.date | None = None) -> Document:
    """The article in a file, or in standard input for `-`, of whatever kind it is."""
    return Document.of(
        FileBytes(data=_stdin(), name=name_of(file)) if file == STDIN else Path(file), title=title, date=date
    )


def read_input(file: str) -> str:
    """The text of a file, or of standard input for `-`: UTF-8, or what a byte-order mark at its start says."""
    return text_of(_stdin() if file == STDIN else bytes_of(Path(file)), name=name_of(file))


def _stdin() -> bytes:
    if sys.stdin is None:
        raise InputError("standard input is closed; give a file")
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise InputError(f"cannot read {name_of(STDIN)}: {error.strerror or error}") from error


def writable(name: str) -> Path:
    """The file that a result can be written to, checked before anything is spent."""
    path = Path(os.path.realpath(name))  # a link stays a link, and what it names is written
    if path.is_dir():
        raise ConfigError(f"cannot write {name}: it is a folder; name a file in it")
    if _special(Path(name)):
        if not Path(name).is_char_device() and not _is_open_already(path):
            raise ConfigError(
                f"cannot write {name}: it is not a regular file; name one, or leave -o out and redirect the output"
            )
        return Path(name)
    if not path.parent.is_dir():
        raise ConfigError(f"cannot write {name}: there is no folder {path.parent}; make it first")
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise ConfigError(f"cannot write {name}: the folder {path.parent} does not let you write in it")
    return path


def name_of(file: str) -> str:
    """What a message calls a file."""
    return "standard input" if file == STDIN else file


def write_file(path: Path, data: bytes) -> None:
    """Put the whole of `data` in place at once, or leave what was there."""
    if _special(path):
        path.write_bytes(data)
        return
    with replacing(path) as temporary, temporary.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def write_out(body: str) -> None:
    """Write to standard output, in UTF-8 whatever the locale, so that the same bytes come on every machine."""
    if sys.stdout is None:
        raise OSError("standard output is closed")
    try:
        sys.stdout.flush()
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.buffer.write(body.encode())
        else:
            sys.stdout.write(body)
        sys.stdout.flush()
    except OSError:
        # What is left in the buffer would fail once more when the interpreter ends, with a message of its own.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise


def _special(path: Path) -> bool:
    """True for a device or a pipe, which is written to and never replaced."""
    return path.exists() and not path.is_file()


def _is_open_already(path: Path) -> bool:
    """True for what a shell has opened for us, as in `-o >(gzip)`: its other end is read by somebody."""
    return path.parent.name == "fd" and path.parts[1] in {"dev", "proc"}


def say(line: str) -> None:
    """Say something in one line on standard error, whatever words of others are in it."""
    if sys.stderr is not None:
        sys.stderr.write(printable(line) + "\n")
