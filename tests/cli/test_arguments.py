"""The arguments: every option is explained."""

from __future__ import annotations

import re

import pytest

from summarizer.cli.arguments import parse_arguments

JUDGES = "--model --base-url --no-small --verification --judge-model"
SPENDING = "--no-cache --max-calls --max-tokens --max-cost --deadline"
WISHES = "--language --focus --audience --instructions"
CALLS = f"{JUDGES} --exam {SPENDING}"
REQUEST = (
    "--timeout --max-output-tokens --reasoning-effort --temperature --seed --header --body --proxy --ca-file "
    "--fallback-model"
)


@pytest.mark.parametrize(
    ("name", "options"),
    [
        (
            "summarize",
            f"{CALLS} --format --out --title --date --max-facts --length {WISHES} --references --no-text {REQUEST}",
        ),
        *[
            (
                name,
                f"{CALLS} --format {REQUEST}",
            )
            for name in ("verify", "verify-text")
        ],
        ("estimate", f"--model --base-url --no-small --exam --max-facts --length {WISHES} --format"),
        ("exam", f"{JUDGES} {SPENDING} --format {REQUEST}"),
    ],
)
def test_help_gives_every_option_its_default(name: str, options: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every option is explained, and its default is named."""
    with pytest.raises(SystemExit, match="0"):
        parse_arguments([name, "--help"])
    explained = " ".join(capsys.readouterr().out.split()).partition("show this help message and exit")[2]
    assert re.findall(r" (--[\w-]+) .*?\(default: [^)]+\)", explained) == options.split()


def test_the_defaults_are_those_of_the_library() -> None:
    """Without options an article is summarized as `summarize(text)` does it."""
    given = parse_arguments(["summarize", "article.txt"])
    assert (given.model, given.base_url, given.max_facts, given.length, given.language) == (
        "auto",
        None,
        None,
        "medium",
        None,
    )
    assert (given.focus, given.audience, given.instructions) == (None, None, None)
    assert (given.title, given.date, given.out, given.format) == (None, None, None, "text")
