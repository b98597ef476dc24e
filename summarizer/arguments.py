"""What may be typed after `summarizer`: commands, options, their defaults and help."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from typing import NoReturn

from summarizer.files import STDIN
from summarizer.version import __version__


def parse(argv: Sequence[str] | None) -> argparse.Namespace:
    """The arguments by name, each of them checked as far as it can be without reading a file.

    Args:
        argv: the arguments without the program's name; None takes those of the process.

    Raises:
        SystemExit: the arguments are wrong (2), or help or the version was asked for and printed (0).
    """
    parser = _parser()
    arguments = parser.parse_args(argv)
    misused = _misused(arguments)
    if misused:
        parser.error(misused)
    return arguments


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="summarizer",
        description="Checked key facts and a quick summary of an article, and claims checked against a source.",
        epilog="Each command explains its options: summarizer summarize --help, summarizer verify --help.",
    )
    parser.add_argument("--version", action="version", version=f"summarizer {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_summarize(commands.add_parser("summarize", help="key facts and a quick summary of an article"))
    _add_verify(commands.add_parser("verify", help="check claims, one a line, against a source"))
    return parser


def _add_summarize(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Print key facts and a quick summary of an article; each ticked fact and each sentence is checked against it."
    )
    command.epilog = (
        "Exit status: 0 a result was written; 1 it could not be made or written, or calls failed and no fact is "
        "ticked; 2 the arguments are wrong. What failed is named on standard error, or in the text with a leading '!'."
    )
    command.add_argument(
        "file",
        metavar="FILE",
        type=_file,
        help="the article in UTF-8: plain text, Markdown (.md) or HTML (.html); - reads standard input",
    )
    _add_model(command)
    command.add_argument(
        "--format",
        choices=("text", "markdown", "json", "html"),
        default="text",
        help="what to write: text for a terminal, Markdown, JSON with everything, or one HTML page (default: text)",
    )
    command.add_argument(
        "-o",
        "--out",
        metavar="OUT",
        type=_file,
        help="write to this file, replaced whole at the end (default: standard output)",
    )
    command.add_argument(
        "--title", type=_words, help="the article's title (default: the one that it states, if it states one)"
    )
    command.add_argument(
        "--date",
        type=_date,
        metavar="YYYY-MM-DD",
        help="the day the article was published (default: the one that it states, if it states one)",
    )
    command.add_argument("--max-facts", type=int, default=6, metavar="N", help="key facts at most (default: 6)")
    command.add_argument(
        "--length",
        choices=("short", "medium", "long"),
        default="medium",
        help="how long the summary is: about 5, 14 or 36 sentences (default: medium)",
    )
    command.add_argument(
        "--language",
        type=_words,
        help="language to write in, by name or code, such as German or de; needs a model (default: the article's own)",
    )
    command.add_argument(
        "--references",
        action="store_true",
        help="with --format markdown: number the source sentences and list them at the end (default: off)",
    )
    command.add_argument(
        "--no-text",
        action="store_true",
        help="with --format json: leave the article's text out; its SHA-256 stays (default: off)",
    )


def _add_verify(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Check claims against a source. Each gets a mark: a tick for supported, ~ for partly supported, a cross for "
        "contradicted or not stated, ? for unchecked; and the reason and the evidence."
    )
    command.epilog = (
        "Exit status: 0 every claim was looked at, whatever the verdicts are; 1 that was not possible; "
        "2 the arguments are wrong."
    )
    command.add_argument(
        "claims", metavar="CLAIMS", type=_file, help="a text file with one claim a line, blank lines skipped; or -"
    )
    command.add_argument(
        "source", metavar="SOURCE", type=_file, help="what the claims are checked against, as FILE of summarize; or -"
    )
    _add_model(command)
    command.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="what to write: text with a last line of counts, or JSON with everything (default: text)",
    )


def _add_model(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--model",
        type=_words,
        default="auto",
        metavar="M",
        help="a model's name; none for no model; auto for SUMMARIZER_MODEL if set, else OpenAI if OPENAI_API_KEY or "
        "OPENAI_BASE_URL is set, else no model (default: auto)",
    )
    command.add_argument(
        "--base-url",
        type=_words,
        metavar="URL",
        help="an OpenAI-compatible server that serves the model (default: OPENAI_BASE_URL if set, else OpenAI's own)",
    )


def _misused(arguments: argparse.Namespace) -> str:
    """What is wrong with arguments that are right one by one; nothing asked for is ignored in silence."""
    if arguments.command == "verify":
        both = arguments.claims == arguments.source == STDIN
        return "only one of CLAIMS and SOURCE can be standard input; give the other as a file" if both else ""
    if arguments.references and arguments.format != "markdown":
        return "--references needs --format markdown"
    if arguments.no_text and arguments.format != "json":
        return "--no-text needs --format json"
    return ""


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"summarizer: {message}; see {self.prog} --help\n")


def _file(value: str) -> str:
    if not value or "\0" in value:
        raise argparse.ArgumentTypeError("a file name is empty or holds a NUL")
    return value


def _words(value: str) -> str:
    try:
        value.encode()
    except UnicodeEncodeError:
        raise argparse.ArgumentTypeError("the value is not UTF-8") from None
    return value


def _date(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{value!r} is not a date; write it as 2026-01-31") from None
