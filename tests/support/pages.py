"""The fences of a page run as a reader would run them, one after the other, and print what the page says they print.

run_page(ROOT / "docs" / "tutorial.md")  ->  Ran(python=6, outputs=4, commands=2)

A `python` fence is run, as a script or as a session; a `text` fence right behind one is what it printed; a `console`
fence has commands behind `$`, each with what it printed, if anything is shown. A line of `…` stands for any lines.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from unittest import mock

from sybil import Document, Example, Region, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser

from summarizer.cli.main import main

ROOT = Path(__file__).parents[2]
# What would name a model: commands of the documents run without one, unless they say which.
MODEL_VARIABLES = ("OPENAI_API_KEY", "OPENAI_BASE_URL", "SUMMARIZER_MODEL")
# Commands that are not run here, each by its first words: what they install or set up, the tests and CI have installed.
NOT_RUN = ("pip install", "git clone", "cd ", "export ", "docker ", "python benchmarks/", "PYTHONPATH=")


@dataclass(slots=True, kw_only=True)
class Ran:
    """What was run of a page: how many fences of Python, outputs compared, commands run."""

    python: int = 0
    outputs: int = 0
    commands: int = 0
    printed: str = ""
    end: int = field(default=0, repr=False)


def run_page(path: Path) -> Ran:
    """Run every fence of a page, in the folder that is current.

    Raises:
        AssertionError: it printed something else than the page shows, or a command failed.
    """
    ran = Ran()
    parsers: list[Callable[[Document], Iterable[Region]]] = [
        PythonCodeBlockParser(),
        CodeBlockParser("text", evaluator=lambda example: _compare(example, ran)),
        CodeBlockParser("console", evaluator=lambda example: _command(example, ran)),
    ]
    for example in Sybil(parsers=parsers, encoding="utf-8").parse(path).examples():
        if example.region.parsed.__class__.__name__ != "Lexeme" or _is_python(example):
            out = io.StringIO()
            with contextlib.redirect_stdout(out):
                example.evaluate()
            ran.python, ran.printed, ran.end = ran.python + 1, out.getvalue(), example.region.end
        else:
            example.evaluate()
    return ran


def _is_python(example: Example) -> bool:
    return example.document.text[example.region.start :].startswith("```python")


def _compare(example: Example, ran: Ran) -> None:
    """A `text` fence right behind Python is what that printed; any other is a picture."""
    between = example.document.text[ran.end : example.region.start]
    if ran.end and not between.strip():
        shown = str(example.parsed)
        assert _fits(shown, ran.printed), (
            f"{example.path}:{example.line} shows\n{shown}\nbut this is printed:\n{ran.printed}"
        )
        ran.outputs += 1


def _command(example: Example, ran: Ran) -> None:
    for written, shown in re.findall(
        r"^\$ (.*(?:\\\n.*)*)\n((?:(?!\$ ).*\n?)*)", f"{str(example.parsed).rstrip()}\n", re.MULTILINE
    ):
        for command in written.replace("\\\n", " ").split(" && "):
            printed = _printed_by(command, place=f"{example.path}:{example.line}")
        if written.startswith("summarizer "):
            ran.commands += 1
        if shown.strip():
            assert _fits(shown, printed), f"{command} shows\n{shown}\nbut prints:\n{printed}"
            ran.outputs += 1


def _printed_by(command: str, *, place: str) -> str:
    """What a command prints; one that is not for here is only known."""
    if command.startswith("make "):
        targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
        assert command.split()[1] in targets, f"{place}: no such target as in {command}"
        return ""
    if command.startswith(NOT_RUN):
        return ""
    words, _, rest = command.partition("; echo $?")
    argv = shlex.split(words)
    assert argv[0] == "summarizer", f"{place}: {command} is no command that is run here"
    out, err = io.StringIO(), io.StringIO()
    bare = {name: value for name, value in os.environ.items() if name not in MODEL_VARIABLES}
    with (
        mock.patch.dict(os.environ, {**bare, "COLUMNS": "90"}, clear=True),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        status = main(argv[1:])
    if command.endswith("; echo $?"):
        return f"{out.getvalue()}{err.getvalue()}{status}\n"
    assert status == 0, f"{place}: {command}\n{err.getvalue()}"
    return out.getvalue() + rest


def _fits(shown: str, printed: str) -> bool:
    """Whether what was printed is what is shown, line by line, where a line of `…` stands for any lines."""
    lines = [re.escape(line.rstrip()) for line in shown.rstrip().splitlines()]
    pattern = "\n".join(lines).replace("\n…\n", "\n(?:.*\n)*?").replace("\n…", "(?:\n.*)*")
    return re.fullmatch(pattern, "\n".join(line.rstrip() for line in printed.rstrip().splitlines())) is not None
