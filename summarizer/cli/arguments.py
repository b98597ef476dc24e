"""The command line takes these commands and options, with these defaults and this help.

parse_arguments(["summarize", "article.txt", "--max-facts", "3"])  ->  Namespace(command="summarize", max_facts=3, …)
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from typing import NoReturn

from summarizer.cli.batch_arguments import add_batch, misused_batch
from summarizer.cli.common_arguments import (
    add_exam_choice,
    add_judging,
    add_model,
    add_progress,
    add_size,
    add_spending,
    add_wishes,
    day,
    file_name,
    number,
    share,
    words,
)
from summarizer.cli.completion import SHELLS, complete
from summarizer.cli.files import STDIN
from summarizer.cli.mcp import add_mcp
from summarizer.cli.request_arguments import add_request
from summarizer.fragments.printable import printable
from summarizer.render.registry import RENDERERS, renderer_of
from summarizer.render.renderer import Renderer
from summarizer.render.terminal import TERMINAL
from summarizer.version import __version__


def parse_arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    """The arguments by name, each of them checked as far as it can be without reading a file.

    Args:
        argv: the arguments without the program's name; None takes those of the process.

    Raises:
        SystemExit: the arguments are wrong (2), or help or the version was asked for and printed (0).
    """
    parser = _parser()
    complete(parser)
    arguments = parser.parse_args(argv)
    misused = _misused(arguments)
    if misused:
        parser.error(misused)
    return arguments


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="summarizer",
        description="Checked key facts and a quick summary of an article, and claims checked against a source.",
        epilog="Each command explains its options, as in: summarizer summarize --help.",
    )
    parser.add_argument("--version", action="version", version=f"summarizer {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_summarize(commands.add_parser("summarize", help="key facts and a quick summary of an article"))
    add_batch(
        commands.add_parser("batch", help="the same for many articles, resumable: a file or folder in, a table out")
    )
    _add_verify(commands.add_parser("verify", help="check claims, one a line, against a source"))
    _add_verify_text(
        commands.add_parser("verify-text", help="check a whole text, sentence by sentence, against a source")
    )
    _add_diff(commands.add_parser("diff", help="what differs between two saved results, or two verifications"))
    _add_completion(commands.add_parser("completion", help="the script that has a shell complete these commands"))
    _add_models(commands.add_parser("models", help="the chat models on this machine that --model can name"))
    _add_estimate(commands.add_parser("estimate", help="what summarize would ask for and cost, before it does"))
    _add_exam(commands.add_parser("exam", help="how a model does as a judge: what it passes and strips wrongly"))
    add_mcp(commands.add_parser("mcp", help="serve these to an assistant, by the Model Context Protocol"))
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
        type=file_name,
        help="the article: text, Markdown, a web page, PDF, DOCX, EPUB, subtitles or e-mail, told by its first bytes "
        "and its ending; - reads standard input",
    )
    add_model(command)
    add_judging(command)
    add_exam_choice(command)
    add_spending(command)
    add_request(command)
    command.add_argument(
        "--format",
        choices=[renderer.name for renderer in RENDERERS],
        default=RENDERERS[0].name,
        help=f"what to write: {_what_is_written()} (default: {RENDERERS[0].name})",
    )
    command.add_argument(
        "-o",
        "--out",
        metavar="OUT",
        type=file_name,
        help="write to this file, replaced whole at the end (default: standard output)",
    )
    command.add_argument(
        "--title", type=words, help="the article's title (default: the one that it states, if it states one)"
    )
    command.add_argument(
        "--date",
        type=day,
        metavar="YYYY-MM-DD",
        help="the day the article was published (default: the one that it states, if it states one)",
    )
    add_size(command)
    add_wishes(command)
    add_progress(command)
    command.add_argument(
        "--explain",
        type=number,
        action="append",
        metavar="N",
        help="below the result, explain fact N: its evidence and what stands around it, what each check found, the "
        "judge's assertions, the draft and its edit; may be given several times; numbers go on through what is not "
        "ticked (default: none)",
    )
    command.add_argument(
        "--show-rejected",
        action="store_true",
        help="list every drafted fact that is not ticked, with its reason: those that others leave no room for, too "
        "(default: those alone that were not supported)",
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
        "2 the arguments are wrong; 3 less is supported than --fail-under asks for."
    )
    command.add_argument(
        "claims", metavar="CLAIMS", type=file_name, help="a text file with one claim a line, blank lines skipped; or -"
    )
    _add_checking(command)
    command.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="what to write: text with a last line of counts, or JSON with everything (default: text)",
    )


def _add_verify_text(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Check every sentence, headline and fragment of a text against its source. Marks as in verify; the last line "
        "says which share is supported."
    )
    command.epilog = (
        "Exit status: 0 every sentence was looked at, whatever the verdicts are; 1 that was not possible; "
        "2 the arguments are wrong; 3 less is supported than --fail-under asks for."
    )
    command.add_argument(
        "claims", metavar="SUMMARY", type=file_name, help="the text to check, as FILE of summarize; or -"
    )
    _add_checking(command)
    command.add_argument(
        "--format",
        choices=("text", "json", "html"),
        default="text",
        help="what to write: text with the share that is supported, JSON with everything, or the page that shows the "
        "text beside its source (default: text)",
    )


def _add_checking(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "source", metavar="SOURCE", type=file_name, help="what is checked against, as FILE of summarize; or -"
    )
    add_model(command)
    add_judging(command)
    add_exam_choice(command)
    add_spending(command)
    add_request(command)
    add_progress(command)
    command.add_argument(
        "--fail-under",
        type=share,
        metavar="SHARE",
        help="end with status 3 where a smaller share than this is supported, as 0.9 or 90%%; what nobody could check "
        "counts as not supported, and where failed calls leave it open the status is 1 (default: no bound)",
    )


def _add_estimate(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Print how many calls and tokens a summary of an article will take, and what it will cost where the price is "
        "known: probably, and at most, tries that fail not included. Nothing is sent."
    )
    command.epilog = "Exit status: 0 an estimate was printed; 1 it could not be made; 2 the arguments are wrong."
    command.add_argument("file", metavar="FILE", type=file_name, help="the article, as FILE of summarize; or -")
    add_model(command)
    add_exam_choice(command)
    add_size(command)
    add_wishes(command)
    _add_table_format(command)


def _add_exam(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Put the exam for judges to a model: 20 claims that hold and 20 that are false by a hair. Print how many false "
        "ones it passes and how many true ones it strips, with 95 % intervals, and whether its word counts. What the "
        "cache knows is not asked again."
    )
    command.epilog = (
        "Exit status: 0 it was taken, whatever came of it; 1 it could not be finished; 2 the arguments are wrong."
    )
    add_model(command)
    add_judging(command)
    add_spending(command)
    add_request(command)
    _add_table_format(command)


def _add_table_format(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--format", choices=("text", "json"), default="text", help="a table, or JSON with everything (default: text)"
    )


def _add_diff(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Print what differs between two saved results, or two saved verifications: facts gained and lost, facts in "
        "other words, facts judged otherwise, and changes of the summary."
    )
    command.epilog = "Exit status: 0 nothing differs; 1 something does; 2 the files cannot be compared."
    for name, metavar in (("before", "BEFORE"), ("after", "AFTER")):
        command.add_argument(
            name,
            metavar=metavar,
            type=file_name,
            help="JSON of Result.save, of summarize, verify or verify-text with --format json; or -",
        )
    command.add_argument(
        "--format", choices=("text", "json"), default="text", help="text, or JSON with everything (default: text)"
    )


def _add_completion(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Print the script that has a shell complete commands, options, models and files. For bash: summarizer "
        "completion bash >> ~/.bashrc; for zsh, behind compinit: summarizer completion zsh >> ~/.zshrc; for fish: "
        "summarizer completion fish > ~/.config/fish/completions/summarizer.fish"
    )
    command.epilog = "Exit status: 0 it was printed; 1 the extra is missing; 2 the arguments are wrong."
    command.add_argument("shell", metavar="SHELL", choices=SHELLS, help="bash, zsh or fish")


def _add_models(command: argparse.ArgumentParser) -> None:
    command.description = (
        "List the chat models on this machine that run without a server or a key: their names for --model, sizes and "
        "files. A file that is not listed is named by its path: --model llama:PATH.gguf."
    )
    command.epilog = "Exit status: 0, also when there is none."


def _misused(arguments: argparse.Namespace) -> str:
    """What is wrong with arguments that are right one by one; nothing asked for is ignored in silence."""
    if arguments.command == "summarize":
        return _misused_format(arguments)
    if arguments.command == "diff" and arguments.before == arguments.after == STDIN:
        return "only one of BEFORE and AFTER can be standard input; give the other as a file"
    if arguments.command == "batch":
        return misused_batch(arguments)
    if arguments.command in ("verify", "verify-text") and arguments.claims == arguments.source == STDIN:
        name = "CLAIMS" if arguments.command == "verify" else "SUMMARY"
        return f"only one of {name} and SOURCE can be standard input; give the other as a file"
    return ""


def _misused_format(arguments: argparse.Namespace) -> str:
    renderer = renderer_of(arguments.format)
    if arguments.references and not renderer.takes_references:
        return f"--references needs --format {_names(r for r in RENDERERS if r.takes_references)}"
    if arguments.no_text and not renderer.leaves_text_out:
        return f"--no-text needs --format {_names(r for r in RENDERERS if r.leaves_text_out)}"
    return "" if arguments.format == TERMINAL.name else _misused_on_screen(arguments)


def _misused_on_screen(arguments: argparse.Namespace) -> str:
    """What is wrong with options of the terminal where another format is written."""
    if not arguments.explain and not arguments.show_rejected:
        return ""
    option = "--explain" if arguments.explain else "--show-rejected"
    return f"{option} needs --format {TERMINAL.name}; the other formats hold every fact with its reason"


def _what_is_written() -> str:
    *others, last = (renderer.writes for renderer in RENDERERS)
    return f"{', '.join(others)}, or {last}"


def _names(renderers: Iterable[Renderer]) -> str:
    """The formats that these write, as in "markdown or json"."""
    return " or ".join(renderer.name for renderer in renderers)


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, printable(f"summarizer: {message}; see {self.prog} --help") + "\n")
