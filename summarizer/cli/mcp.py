"""`summarizer mcp` serves assistants over standard input and output, where nothing is written but the protocol.

COMMANDS["mcp"](arguments)  ->  0, once whoever started it has closed its standard input
"""

from __future__ import annotations

import argparse
import signal
import sys

from summarizer.cli.asked import NO_MODEL, judging, put_to_use, say_unused
from summarizer.cli.common_arguments import add_exam_choice, add_judging, add_model, add_spending
from summarizer.cli.files import say
from summarizer.cli.request_arguments import add_request
from summarizer.engine import Summarizer
from summarizer.integrations.mcp import MAX_CHARACTERS, mcp_server

_AT_A_TERMINAL = "summarizer: this waits for a client of the Model Context Protocol on standard input; Ctrl-C ends it."


def add_mcp(command: argparse.ArgumentParser) -> None:
    """Let the command take the model that its tools ask, and what a call may spend."""
    command.description = (
        "Serve the tools summarize, verify and locate to an assistant, by the Model Context Protocol on standard input "
        "and output. Assistants start it themselves: give them this command. Needs the extra mcp."
    )
    command.epilog = (
        "Exit status: 0 the client closed the connection; 1 that was not possible; 2 the arguments are wrong. Few "
        "clients hand their environment on: name the key for the model in their settings, as OPENAI_API_KEY."
    )
    add_model(command)
    add_judging(command)
    add_exam_choice(command)
    add_spending(command)
    add_request(command)
    command.add_argument(
        "--max-characters",
        type=int,
        default=MAX_CHARACTERS,
        metavar="N",
        help=f"characters of one text at most (default: {MAX_CHARACTERS})",
    )


def run_mcp_command(arguments: argparse.Namespace) -> int:
    """Serve until the client has closed standard input."""
    with put_to_use():
        summarizer = Summarizer(exam=arguments.exam, **judging(arguments))
        server = mcp_server(summarizer, max_characters=arguments.max_characters)
    if summarizer.engine == "extractive":
        if arguments.model == "auto":
            say(NO_MODEL.format(what="sentences of the source stand for themselves, and rules alone check"))
        say_unused(arguments)
    if sys.stdin is not None and sys.stdin.isatty():
        say(_AT_A_TERMINAL)
    # A thread waits for the next line, and would hold Ctrl-C up until that comes; there is nothing to be finished.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    with summarizer:
        server.run("stdio")
    return 0
