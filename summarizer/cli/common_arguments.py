"""What several commands of the command line take: the model, who judges, how much is written, and what may be spent.

add_model(command)
add_spending(command)
"""

from __future__ import annotations

import argparse
from datetime import date

from summarizer.cli.completion import models_here
from summarizer.verification.policy import EXAM_WHENS


def add_exam_choice(command: argparse.ArgumentParser) -> None:
    """Let a command choose which judges take an exam."""
    command.add_argument(
        "--exam",
        choices=EXAM_WHENS,
        default="auto",
        help="which judges take an exam before their first judgement, so that one that fails ticks nothing: auto for "
        "models in this process, small ones and judges asked for one word (default: auto)",
    )


def add_size(command: argparse.ArgumentParser) -> None:
    """Let a command say how much is written."""
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


def add_wishes(command: argparse.ArgumentParser) -> None:
    """Let a command say what is wished of the writing."""
    command.add_argument(
        "--language",
        type=words,
        help="language to write in, by name or code, such as German or de; needs a model (default: the article's own)",
    )
    command.add_argument(
        "--focus",
        type=words,
        metavar="WORDS",
        help="what you want to know of the article; needs a model (default: what matters in it)",
    )
    command.add_argument(
        "--audience", type=words, metavar="WORDS", help="who reads it; needs a model (default: anybody)"
    )
    command.add_argument(
        "--instructions",
        type=words,
        metavar="WORDS",
        help="what else you wish of the writing, which turns off no check; needs a model (default: nothing)",
    )


def add_judging(command: argparse.ArgumentParser) -> None:
    """Let a command say who judges, and how hard."""
    command.add_argument(
        "--verification",
        choices=("fast", "standard", "strict"),
        help="how hard a claim is looked at where rules cannot decide: fast looks once, standard again where judge and "
        "rules disagree, strict has two judges pass each claim (default: standard)",
    )
    command.add_argument(
        "--judge-model",
        type=words,
        metavar="M",
        help="another model that judges, named as for --model (default: the same model)",
    )


def add_model(command: argparse.ArgumentParser) -> None:
    """Let a command name the model."""
    named = command.add_argument(
        "--model",
        type=words,
        default="auto",
        metavar="M",
        help="a model's name; llama:PATH.gguf, llama:hf:OWNER/REPO:QUANT or llama:smollm2 for one inside this process "
        "(see summarizer models); none for no model; auto for SUMMARIZER_MODEL if set, else OpenAI if OPENAI_API_KEY "
        "or OPENAI_BASE_URL is set, else no model (default: auto)",
    )
    named.completer = models_here  # type: ignore[attr-defined] # argcomplete looks for it there
    command.add_argument(
        "--base-url",
        type=words,
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


def add_spending(command: argparse.ArgumentParser) -> None:
    """Let a command say what may be spent, and whether replies are kept."""
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
        type=words,
        metavar="USD",
        help="US dollars at most; needs a model whose price is known (default: no bound)",
    )
    command.add_argument(
        "--deadline",
        type=float,
        metavar="S",
        help="seconds at most for all calls; what is finished by then is written (default: no bound)",
    )


def add_progress(command: argparse.ArgumentParser) -> None:
    """Let a command show how far it is."""
    command.add_argument(
        "--progress",
        action=argparse.BooleanOptionalAction,
        default=None,
        help="one line on standard error says stage, calls and cost while it runs, and goes at the end (default: where "
        "standard error is a terminal)",
    )


def number(value: str) -> int:
    """The number that an argument is, from 1."""
    if not value.isdecimal() or int(value) < 1:
        raise argparse.ArgumentTypeError(f"{value!r} is not a number from 1")
    return int(value)


def share(value: str) -> float:
    """The share that an argument is, as 0.9 or 90%."""
    text, is_percent = value.removesuffix("%"), value.endswith("%")
    try:
        found = float(text) / (100 if is_percent else 1)
    except ValueError:
        found = -1.0
    if not 0 <= found <= 1:
        raise argparse.ArgumentTypeError(f"{value!r} is not a share; write it as 0.9 or 90%")
    return found


def file_name(value: str) -> str:
    """The name of a file that an argument is."""
    if not value or "\0" in value:
        raise argparse.ArgumentTypeError("a file name is empty or holds a NUL")
    return value


def words(value: str) -> str:
    """The words that an argument is."""
    try:
        value.encode()
    except UnicodeEncodeError:
        raise argparse.ArgumentTypeError("the value is not UTF-8") from None
    return value


def day(value: str) -> date:
    """The day that an argument is."""
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{value!r} is not a date; write it as 2026-01-31") from None
