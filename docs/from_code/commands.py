"""The page of the command line: what `--help` prints of each command.

commands_page()  ->  Markdown
"""

from __future__ import annotations

import contextlib
import io
import os
from unittest import mock

from summarizer.cli.arguments import parse_arguments
from summarizer.cli.commands import COMMANDS


def help_of(command: str | None) -> str:
    """What a command prints of itself, 88 columns wide."""
    out = io.StringIO()
    words = [command, "--help"] if command else ["--help"]
    plain = mock.patch.dict(os.environ, {"COLUMNS": "90", "NO_COLOR": "1"})
    with plain, contextlib.redirect_stdout(out), contextlib.suppress(SystemExit):
        parse_arguments(words)
    return out.getvalue()


def commands_page() -> str:
    """Every command with its help."""
    parts = ["# The command line\n", "What `--help` prints.\n", f"```text\n{help_of(None).strip()}\n```\n"]
    for command in COMMANDS:
        parts += [f"## `summarizer {command}`\n", f"```text\n{help_of(command).strip()}\n```\n"]
    return "\n".join(parts)
