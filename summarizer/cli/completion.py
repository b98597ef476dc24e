"""Shell completion: the script that a shell loads once, and what it is told each time that somebody presses TAB.

summarizer completion bash >> ~/.bashrc         the script (argcomplete's)
complete(parser)                                what may stand where the cursor is, in a process that a shell asks
"""

from __future__ import annotations

import argparse
import os
from typing import Any

from summarizer.cli.files import write_out
from summarizer.errors import MissingExtra
from summarizer.models.registry import installed_models

SHELLS = ("bash", "zsh", "fish")
_ASKED = "_ARGCOMPLETE"  # set by the script, where a shell asks


def run_completion(arguments: argparse.Namespace) -> int:
    """Print the script for a shell.

    Raises:
        MissingExtra: argcomplete is not installed.
    """
    write_out(_argcomplete().shellcode(["summarizer"], shell=arguments.shell).strip() + "\n")
    return 0


def complete(parser: argparse.ArgumentParser) -> None:
    """Answer a shell and end the process, where one asks; else do nothing."""
    if _ASKED in os.environ:
        _argcomplete().autocomplete(parser, always_complete_options=False)


def models_here(**_: object) -> list[str]:
    """What may stand behind --model: what this machine has, and the two words."""
    return ["auto", "none", *(model.name for model in installed_models())]


def _argcomplete() -> Any:
    try:
        import argcomplete  # noqa: PLC0415 -- an extra
    except ImportError:
        raise MissingExtra(what="shell completion", extra="completion") from None
    return argcomplete
