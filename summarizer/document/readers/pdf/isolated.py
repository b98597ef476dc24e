"""A PDF is opened in a process of its own, which has so much time and memory: what hangs or crashes there ends there.

pages_of(data)  ->  OpenedPdf(title="Annual report", pages=(…))
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from typing import Final

from summarizer.document.readers.pdf.page_words import OpenedPdf, PdfPage, Word, pages_here
from summarizer.errors import InputError, MissingExtra

# Seconds of the processor, and more for each megabyte of the file: 140 pages of 3,000 characters take 2.5 on a core of
# 2026. A page can be made to take years: twelve drawings, each of which shows the next ten times. And so much memory;
# the bytes of the file are held several times.
_SECONDS: Final = 10
_SECONDS_A_MB: Final = 5
_MOST_SECONDS: Final = 120
_MEMORY: Final = 2 * 1024**3
_MEMORY_A_BYTE: Final = 6
# A machine with other work gives a process less than a core; this is given up only where it stands still.
_PATIENCE: Final = 6
_MADE_TO_LAST: Final = (
    "it took more than {seconds} s or too much memory to open, as a PDF does that is made to keep its reader busy; "
    "print it to a new PDF, and give that"
)
_CHILD: Final = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from summarizer.document.readers.pdf.isolated import answer; answer(json.loads(sys.argv[2]))"
)


def pages_of(data: bytes, *, seconds: int = _SECONDS) -> OpenedPdf:
    """The pages of a PDF, with their words.

    Args:
        data: All bytes of the file.
        seconds: Of the processor, that a small file may take; a large one may take more.

    Raises:
        InputError: It is damaged, encrypted, larger than anything to read, or takes too long.
        MissingExtra: pypdfium2 (extra `pdf`) is not installed.
    """
    if importlib.util.find_spec("pypdfium2") is None:
        raise MissingExtra(what="reading a PDF", extra="pdf")
    if not sys.executable:  # Python inside another program has none to start
        return pages_here(data)
    seconds = min(seconds + _SECONDS_A_MB * len(data) // 2**20, _MOST_SECONDS)
    limits = {"seconds": seconds, "bytes": _MEMORY + _MEMORY_A_BYTE * len(data)}
    command = [sys.executable, "-I", "-c", _CHILD, json.dumps(sys.path), json.dumps(limits)]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_PATIENCE * seconds, check=False)  # noqa: S603 - Python itself, with code of this module
    except subprocess.TimeoutExpired as error:
        raise InputError(_MADE_TO_LAST.format(seconds=seconds)) from error
    except OSError:  # a sandbox without processes
        return pages_here(data)
    return _opened(done.stdout, seconds=seconds)


def answer(limits: dict[str, int]) -> None:
    """What the process does: reads the file from its input, and writes the pages, or what is wrong, to its output.

    Args:
        limits: Seconds and bytes that it may take.
    """
    _limit(limits)
    data = sys.stdin.buffer.read()
    try:
        told: dict[str, object] = _told(pages_here(data))
    except InputError as error:
        told = {"error": str(error)}
    except MemoryError:
        return
    sys.stdout.buffer.write(json.dumps(told).encode("ascii"))


def _limit(limits: dict[str, int]) -> None:
    """Bounds what this process may take, where the system can."""
    try:
        import resource  # noqa: PLC0415 - not on Windows, where the time alone is bounded
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_CPU, limits["seconds"]), (resource.RLIMIT_AS, limits["bytes"])):
        try:
            resource.setrlimit(kind, (most, most))
        except (ValueError, OSError):  # a lower bound holds already, or the system has none of this kind
            continue


def _told(opened: OpenedPdf) -> dict[str, object]:
    """Pages as JSON has them: what a hostile file may have made of the process is data to whoever reads it."""
    return {"title": opened.title, "pages": [[*page._replace(words=()), page.words] for page in opened.pages]}


def _opened(told: bytes, *, seconds: int) -> OpenedPdf:
    """The pages that the process told of; one that told nothing was ended by its limits, or crashed."""
    if not told:
        raise InputError(_MADE_TO_LAST.format(seconds=seconds))
    read = json.loads(told)
    if "error" in read:
        raise InputError(str(read["error"]))
    pages = []
    for *page, words in read["pages"]:
        one = PdfPage(*page)
        pages.append(one._replace(words=tuple(Word(*word) for word in words)))
    return OpenedPdf(str(read["title"]), tuple(pages))
