"""`assert_supported` fails as a test does, in pytest, in unittest and in neither, and says all that a person needs."""

from __future__ import annotations

import os
import subprocess
import sys
import unittest
from pathlib import Path

import pytest
from articles import ARTICLES, text_of
from model_server import honest_server
from scripted_server import status
from scripts import honest

from summarizer import ConfigError, InputError, ScriptedModel, Summarizer
from summarizer.testing import assert_supported

ROOT = Path(__file__).parents[2]
FERRY = text_of(next(path for path in ARTICLES if path.stem == "harbor-ferry"))
TRUE = "Shares in Brennvik Yard fell 6.3 percent to $14.20 on Thursday."
WRONG = "Shares in Brennvik Yard fell 6.8 percent to $14.20 on Thursday."
OTHER_WORDS = "The yard lost value on the stock exchange."


def report_of(text: str, source: object = FERRY, **settings: object) -> str:
    """The message of the error that a text is."""
    with pytest.raises(AssertionError) as caught:
        assert_supported(text, source, **settings)  # type: ignore[arg-type]
    return str(caught.value)


def test_what_is_supported_passes_and_is_handed_back() -> None:
    """With its score and places, for whoever wants to assert more."""
    found = assert_supported(TRUE, FERRY)
    assert found.score == 1.0
    place = found.sentences[0].evidence[0]
    assert FERRY[place.start : place.end] == TRUE


def test_the_message_names_sentence_verdict_reason_and_nearest_place() -> None:
    """And no sentence that holds."""
    said = report_of(f"{TRUE} {WRONG}")
    assert said.startswith("1 of 2 sentences is not supported by the source:")
    assert f"1. contradicted: “{WRONG}”" in said
    assert "why: the source says “6.3 percent”, not “6.8 percent”" in said
    place = FERRY.index(TRUE)
    line = FERRY[:place].count("\n") + 1
    assert f"nearest in the source: line {line} ({place}:{place + len(TRUE)}): “{TRUE}”" in said
    assert f"“{TRUE}”\n     why" not in said


def test_unchecked_fails_unless_allowed_and_allowing_lets_nothing_else_through() -> None:
    """What nobody could judge is no success by default, and the message says what to do."""
    said = report_of(OTHER_WORDS)
    assert "1. unchecked:" in said
    assert 'give model=, or unchecked="allow"' in said
    assert assert_supported(f"{TRUE} {OTHER_WORDS}", FERRY, unchecked="allow").score == 0.5
    assert "contradicted" in report_of(f"{OTHER_WORDS} {WRONG}", unchecked="allow")


def test_a_model_judges_what_rules_cannot() -> None:
    """Either way."""
    entails = ScriptedModel(honest())
    denies = ScriptedModel(honest(relation=lambda text: "not_stated"))
    assert assert_supported(OTHER_WORDS, FERRY, model=entails).score == 1.0
    said = report_of(OTHER_WORDS, model=denies)
    assert "1. not_stated:" in said
    assert "give model=" not in said


def test_what_a_model_did_not_answer_fails_whatever_is_allowed() -> None:
    """A judge that answers nothing of use must not turn a test green."""
    said = report_of(f"{TRUE} {OTHER_WORDS}", model=ScriptedModel({"judge": {"claims": []}}), unchecked="allow")
    assert said.startswith("0 of 2 sentences are not supported")
    assert len(said.splitlines()) == 2  # and the failure


def test_a_wrong_key_fails_in_the_server_s_words_whatever_is_allowed() -> None:
    """A judge that was not reached has judged nothing."""
    with honest_server(lambda call, number: status(401, "bad key")) as server:
        said = report_of(
            OTHER_WORDS, model="gpt-5-mini", base_url=server.base_url, api_key="sk-secret", unchecked="allow"
        )
    assert "bad key" in said
    assert "sk-secret" not in said


def test_passages_are_named_with_lines_of_their_own() -> None:
    """What an answer was made from is given as it is: several texts, each with its id."""
    passages = [{"text": "Rain fell.", "id": "a"}, {"text": "Hello.\nSome 17,000 vehicles use it.", "id": "b"}]
    assert "source: b, line 2 (7:35): “Some 17,000" in report_of("Some 18,000 vehicles use it.", passages)


def test_nothing_near_is_said_and_a_long_report_is_cut() -> None:
    """Twenty sentences are enough to begin with; words that drive a terminal do not reach it."""
    said = report_of(" ".join(f"Zebra number {number} likes \x1b[31m bananas." for number in range(30)), "It rains.")
    assert said.startswith("30 of 30 sentences are")
    assert "nothing is like it" in said
    assert "and 10 more" in said
    assert "\x1b" not in said
    assert max(map(len, said.splitlines())) < 400


def test_what_cannot_be_used_is_no_failed_assertion() -> None:
    """A typing mistake in a test is told as one."""
    with pytest.raises(InputError):
        assert_supported("", FERRY)
    with pytest.raises(ConfigError, match="unchecked must be"):
        assert_supported(TRUE, FERRY, unchecked="ignore")  # type: ignore[arg-type]
    with Summarizer(model=None) as kept, pytest.raises(ConfigError, match="either that or model"):
        assert_supported(TRUE, FERRY, summarizer=kept, model="gpt-5-mini")


def test_unittest_counts_it_as_a_failure() -> None:
    """As its own assertions."""

    class Summaries(unittest.TestCase):
        def test_wrong(self) -> None:
            assert_supported(WRONG, FERRY)

    outcome = unittest.TestResult()
    Summaries("test_wrong").run(outcome)
    assert (len(outcome.failures), len(outcome.errors)) == (1, 0)
    assert "not “6.8 percent”" in outcome.failures[0][1]


def test_pytest_shows_the_line_of_the_test_and_the_report(tmp_path: Path) -> None:
    """The frames of the library are hidden, and so is every word of the source but those that matter."""
    (tmp_path / "test_it.py").write_text(
        "from summarizer.testing import assert_supported\n\n"
        "def test_summary():\n"
        f"    assert_supported({WRONG!r}, {TRUE!r} + ' Nobody was hurt.')\n",
        "utf-8",
    )
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(tmp_path), str(tmp_path)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
    )
    assert run.returncode == 1
    assert "E       AssertionError: 1 of 1 sentence is not supported by the source:" in run.stdout
    assert "why: the source says “6.3 percent”, not “6.8 percent”" in run.stdout
    assert "Traceback" not in run.stdout
    assert "_report(" not in run.stdout


def test_it_holds_where_python_leaves_assertions_out() -> None:
    """`python -O` drops `assert`, and pytest need not be there."""
    run = subprocess.run(
        [
            sys.executable,
            "-O",
            "-c",
            (
                "import sys; sys.modules['pytest'] = None\n"
                "from summarizer.testing import assert_supported\n"
                "assert_supported('The mill closed in 2022.', 'The mill closed in 2021.')"
            ),
        ],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
    )
    assert run.returncode == 1
    assert "AssertionError: 1 of 1 sentence" in run.stderr
