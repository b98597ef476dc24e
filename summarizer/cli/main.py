"""The command line's entry: it runs one command, and says in one line why that could not be done.

main(["summarize", "article.txt"])  ->  0, and the summary on standard output
main(["summarize", "missing.txt"])  ->  1, and a line on standard error
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence

from summarizer.cli.arguments import parse_arguments
from summarizer.cli.asked import MisusedError
from summarizer.cli.commands import COMMANDS
from summarizer.cli.files import say, write_out
from summarizer.errors import SummarizerError


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status.

    0: it ran (for `verify` and `verify-text` whatever the verdicts are). 1: it could not, or calls failed and no fact
    is ticked; one line on standard error says why. 2: the arguments are wrong, one by one or for the model that they
    name. 3: less is supported than `--fail-under` asks for. `diff` ends with 1 where something differs, and with 2
    where the files cannot be compared.

    Args:
        argv: the arguments without the program's name; None takes those of the process.
    """
    # What fails is said in lines of its own; without a handler the log would say it once more on standard error.
    logging.getLogger("summarizer").addHandler(logging.NullHandler())
    status = 1
    try:
        return _run(argv)
    except MisusedError as error:
        problem, status = str(error), 2
    except KeyboardInterrupt:
        problem = "interrupted; nothing was written"
    except BrokenPipeError:
        problem = "the output was cut off: what read it stopped reading"
    except SummarizerError as error:
        problem = str(error)
    except OSError as error:
        problem = f"{error.filename}: {error.strerror}" if error.filename else str(error.strerror or error)
    say(f"summarizer: {problem}")
    return status


def _run(argv: Sequence[str] | None) -> int:
    try:
        arguments = parse_arguments(argv)
    except SystemExit as stop:
        if sys.stdout is not None:
            write_out("")  # help and version may still wait in the buffer
        return stop.code if isinstance(stop.code, int) else 1
    return COMMANDS[arguments.command](arguments)
