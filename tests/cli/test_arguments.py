"""The arguments: every option is explained."""

from __future__ import annotations

import re

import pytest

from summarizer.cli.arguments import parse_arguments

JUDGES = "--model --base-url --no-small --verification --judge-model"
SPENDING = "--no-cache --max-calls --max-tokens --max-cost --deadline"
WISHES = "--language --focus --audience --instructions"
SHOWN = "--no-progress --explain --show-rejected --references"
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
            f"{CALLS} --format --out --title --date --max-facts --length {WISHES} {SHOWN} --no-text {REQUEST}",
        ),
        *[
            (
                name,
                f"{CALLS} --no-progress --fail-under --format {REQUEST}",
            )
            for name in ("verify", "verify-text")
        ],
        ("estimate", f"--model --base-url --no-small --exam --max-facts --length {WISHES} --format"),
        ("diff", "--format"),
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


@pytest.mark.parametrize(
    ("options", "wrong"),
    [
        (["summarize", "a.txt", "--explain", "0"], "not a number from 1"),
        (["summarize", "a.txt", "--explain", "two"], "not a number from 1"),
        (["summarize", "a.txt", "--explain", "1", "--format", "json"], "--explain needs --format text"),
        (["summarize", "a.txt", "--show-rejected", "--format", "html"], "--show-rejected needs --format text"),
        (["verify", "c", "s", "--fail-under", "1.5"], "not a share"),
        (["verify-text", "c", "s", "--fail-under", "most"], "not a share"),
        (["diff", "-", "-"], "only one of BEFORE and AFTER"),
        (["diff", "a.json"], "AFTER"),
        (["completion", "ksh"], "ksh"),
    ],
)
def test_what_cannot_be_is_refused(options: list[str], wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One line names what is wrong, and the status is 2."""
    with pytest.raises(SystemExit, match="2"):
        parse_arguments(options)
    assert wrong in capsys.readouterr().err


@pytest.mark.parametrize(("given", "share"), [("0.9", 0.9), ("90%", 0.9), ("1", 1.0), ("0", 0.0), ("100%", 1.0)])
def test_a_share_is_a_number_or_a_percentage(given: str, share: float) -> None:
    """Both ways of writing it come to the same."""
    assert parse_arguments(["verify", "c", "s", "--fail-under", given]).fail_under == share
