"""The command line takes these commands and options, with these defaults and this help.

parse_arguments(["summarize", "article.txt", "--max-facts", "3"])  ->  Namespace(command="summarize", max_facts=3, …)
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NoReturn

from summarizer.cli.files import STDIN
from summarizer.cli.request_arguments import add_request
from summarizer.printable import printable
from summarizer.render.registry import RENDERERS, renderer_of
from summarizer.render.renderer import Renderer
from summarizer.verification.policy import EXAM_WHENS
from summarizer.version import __version__


def parse_arguments(argv: Sequence[str] | None) -> argparse.Namespace:
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
        epilog="Each command explains its options, as in: summarizer summarize --help.",
    )
    parser.add_argument("--version", action="version", version=f"summarizer {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_summarize(commands.add_parser("summarize", help="key facts and a quick summary of an article"))
    _add_verify(commands.add_parser("verify", help="check claims, one a line, against a source"))
    _add_verify_text(
        commands.add_parser("verify-text", help="check a whole text, sentence by sentence, against a source")
    )
    _add_models(commands.add_parser("models", help="the chat models on this machine that --model can name"))
    _add_estimate(commands.add_parser("estimate", help="what summarize would ask for and cost, before it does"))
    _add_exam(commands.add_parser("exam", help="how a model does as a judge: what it passes and strips wrongly"))
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
    _add_judging(command)
    _add_exam_choice(command)
    _add_spending(command)
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
    _add_size(command)
    _add_wishes(command)
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
    _add_checking(command)


def _add_verify_text(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Check every sentence, headline and fragment of a text against its source. Marks as in verify; the last line "
        "says which share is supported."
    )
    command.epilog = (
        "Exit status: 0 every sentence was looked at, whatever the verdicts are; 1 that was not possible; "
        "2 the arguments are wrong."
    )
    command.add_argument("claims", metavar="SUMMARY", type=_file, help="the text to check, as FILE of summarize; or -")
    _add_checking(command)


def _add_checking(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "source", metavar="SOURCE", type=_file, help="what is checked against, as FILE of summarize; or -"
    )
    _add_model(command)
    _add_judging(command)
    _add_exam_choice(command)
    _add_spending(command)
    add_request(command)
    command.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="what to write: text with a last line of counts, or JSON with everything (default: text)",
    )


def _add_estimate(command: argparse.ArgumentParser) -> None:
    command.description = (
        "Print how many calls and tokens a summary of an article will take, and what it will cost where the price is "
        "known: probably, and at most, tries that fail not included. Nothing is sent."
    )
    command.epilog = "Exit status: 0 an estimate was printed; 1 it could not be made; 2 the arguments are wrong."
    command.add_argument("file", metavar="FILE", type=_file, help="the article, as FILE of summarize; or -")
    _add_model(command)
    _add_exam_choice(command)
    _add_size(command)
    _add_wishes(command)
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
    _add_model(command)
    _add_judging(command)
    _add_spending(command)
    add_request(command)
    _add_table_format(command)


def _add_table_format(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--format", choices=("text", "json"), default="text", help="a table, or JSON with everything (default: text)"
    )


def _add_exam_choice(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--exam",
        choices=EXAM_WHENS,
        default="auto",
        help="which judges take an exam before their first judgement, so that one that fails ticks nothing: auto for "
        "models in this process, small ones and judges asked for one word (default: auto)",
    )


def _add_size(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--max-facts",
        type=int,
        metavar="N",
        help="key facts at most (default: as many as the text carries: two of a note, six of a news report)",
    )
    command.add_argument(
        "--length",
        choices=("short", "medium", "long"),
        default="medium",
        help="how long the summary is: at most about 6, 14 or 35 sentences of a text of a thousand words "
        "(default: medium)",
    )


def _add_wishes(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--language",
        type=_words,
        help="language to write in, by name or code, such as German or de; needs a model (default: the article's own)",
    )
    command.add_argument(
        "--focus",
        type=_words,
        metavar="WORDS",
        help="what you want to know of the article; needs a model (default: what matters in it)",
    )
    command.add_argument(
        "--audience", type=_words, metavar="WORDS", help="who reads it; needs a model (default: anybody)"
    )
    command.add_argument(
        "--instructions",
        type=_words,
        metavar="WORDS",
        help="what else you wish of the writing, which turns off no check; needs a model (default: nothing)",
    )


def _add_judging(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--verification",
        choices=("fast", "standard", "strict"),
        help="how hard a claim is looked at where rules cannot decide: fast looks once, standard again where judge and "
        "rules disagree, strict has two judges pass each claim (default: standard)",
    )
    command.add_argument(
        "--judge-model",
        type=_words,
        metavar="M",
        help="another model that judges, named as for --model (default: the same model)",
    )


def _add_spending(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--cache",
        action=argparse.BooleanOptionalAction,
        default=False,
        help="keep the model's replies in the user's cache folder, and take them from there (default: off)",
    )
    command.add_argument(
        "--max-calls", type=int, metavar="N", help="requests at most, failed ones included (default: no bound)"
    )
    command.add_argument(
        "--max-tokens", type=int, metavar="N", help="tokens at most, in and out together (default: no bound)"
    )
    command.add_argument(
        "--max-cost",
        type=_words,
        metavar="USD",
        help="US dollars at most; needs a model whose price is known (default: no bound)",
    )
    command.add_argument(
        "--deadline",
        type=float,
        metavar="S",
        help="seconds at most for all calls; what is finished by then is written (default: no bound)",
    )


def _add_models(command: argparse.ArgumentParser) -> None:
    command.description = (
        "List the chat models on this machine that run without a server or a key: their names for --model, sizes and "
        "files. A file that is not listed is named by its path: --model llama:PATH.gguf."
    )
    command.epilog = "Exit status: 0, also when there is none."


def _add_model(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--model",
        type=_words,
        default="auto",
        metavar="M",
        help="a model's name; llama:PATH.gguf, llama:hf:OWNER/REPO:QUANT or llama:smollm2 for one inside this process "
        "(see summarizer models); none for no model; auto for SUMMARIZER_MODEL if set, else OpenAI if OPENAI_API_KEY "
        "or OPENAI_BASE_URL is set, else no model (default: auto)",
    )
    command.add_argument(
        "--base-url",
        type=_words,
        metavar="URL",
        help="an OpenAI-compatible server that serves the model (default: OPENAI_BASE_URL if set, else OpenAI's own)",
    )
    command.add_argument(
        "--small",
        action=argparse.BooleanOptionalAction,
        default=False,
        help="the model is a small one behind a server that gives token probabilities: it picks sentences and writes "
        "none (default: off; llama: models know it of themselves)",
    )


def _misused(arguments: argparse.Namespace) -> str:
    """What is wrong with arguments that are right one by one; nothing asked for is ignored in silence."""
    if arguments.command == "summarize":
        return _misused_format(arguments)
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
    return ""


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
