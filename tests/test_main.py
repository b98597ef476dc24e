"""The command as a process: what the system does to it is one line too."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.version import __version__

ARTICLE = "Harbour to close\n\nThe harbour of Lund closes on 3 May 2024. It handled 40 ships a year.\n"
NO_MODEL = ("--model", "none")


@pytest.fixture
def article(tmp_path: Path) -> str:
    """A file that holds an article."""
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return str(path)


def buffered() -> dict[str, str]:
    """The environment of a process whose standard output keeps what it could not write, as is usual."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}


def command(*arguments: str) -> list[str]:
    """The command line of a process of its own."""
    return [sys.executable, "-m", "summarizer", *arguments]


def one_line_of(error: str) -> str:
    """The one line that an error is."""
    assert error.startswith("summarizer: ")
    assert error.endswith("\n")
    assert error.count("\n") == 1
    return error


def test_the_module_is_the_command() -> None:
    """`python -m summarizer` is the same program, under the same name."""
    ran = subprocess.run(command("--version"), capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, f"summarizer {__version__}\n", "")
    ran = subprocess.run(command("summarize"), capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert "see summarizer summarize --help" in one_line_of(ran.stderr)


def test_output_is_utf8_whatever_the_locale(article: str) -> None:
    """Under a locale without a tick the bytes are the same."""
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    arguments = command("summarize", article, *NO_MODEL)
    ran = subprocess.run(arguments, capture_output=True, env=environment, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert "✓".encode() in ran.stdout


@pytest.mark.parametrize("arguments", [("summarize", "{article}", "--model", "none"), ("--help",)])
def test_a_full_disk_is_one_line(article: str, arguments: tuple[str, ...]) -> None:
    """Where standard output cannot take the result, the error is one line, and the interpreter adds none."""
    given = [argument.format(article=article) for argument in arguments]
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            command(*given), stdout=full, stderr=subprocess.PIPE, text=True, env=buffered(), check=False
        )
    assert ran.returncode == 1
    assert "No space left on device" in one_line_of(ran.stderr)


def test_a_reader_that_stops_is_one_line(article: str) -> None:
    """A pipe whose reader is gone makes one line and no traceback."""
    reader, writer = os.pipe()
    os.close(reader)
    ran = subprocess.run(
        command("summarize", article, *NO_MODEL),
        stdout=writer,
        stderr=subprocess.PIPE,
        text=True,
        env=buffered(),
        check=False,
    )
    os.close(writer)
    assert ran.returncode == 1
    assert "the output was cut off" in one_line_of(ran.stderr)


def test_an_interrupt_is_one_line(tmp_path: Path) -> None:
    """Ctrl-C while the article is read ends the command with one line."""
    fifo = tmp_path / "article.txt"
    os.mkfifo(fifo)
    # A test run in the background ignores SIGINT, and its children would too.
    program = "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
    program += "from summarizer.cli.main import main; sys.exit(main(sys.argv[1:]))"
    arguments = [sys.executable, "-c", program, "summarize", str(fifo)]
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    with process, fifo.open("wb"):  # opens when the command has opened the other end
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 1
    assert out == ""
    assert "interrupted" in one_line_of(err)
