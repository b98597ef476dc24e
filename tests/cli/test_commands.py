"""The commands, and what they spend: estimate, budgets, cache."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from model_server import honest_server
from scripted_server import ScriptedServer, sleep

from summarizer.cli.arguments import parse_arguments
from summarizer.cli.commands import COMMANDS
from summarizer.cli.main import main

ARTICLES = Path(__file__).parents[2] / "examples" / "articles"
FERRY = str(ARTICLES / "harbor-ferry.txt")


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test may meet a model or a cache of this machine."""
    for name in ("SUMMARIZER_MODEL", "OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))


def at(server: ScriptedServer) -> list[str]:
    return ["--model", "m", "--base-url", server.base_url]


def test_an_estimate_sends_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """`estimate` prints a row for each stage and the total, or all as JSON, and asks nobody."""
    with honest_server() as server:
        assert main(["estimate", FERRY, *at(server)]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert main(["estimate", FERRY, *at(server), "--format", "json"]) == 0
        found = json.loads(capsys.readouterr().out)
        assert not server.requests
    rows = [line.split()[0] for line in lines[1:]]
    assert rows == ["extract", "judge_facts", "write", "second_look", "total", "cost:"]
    assert found["calls_likely"] == sum(stage["calls_likely"] for stage in found["by_stage"].values())
    assert "not known" in lines[-1]


@pytest.mark.parametrize("option", ["focus", "audience", "instructions"])
def test_a_wish_reaches_the_model_and_no_judge(option: str) -> None:
    """What is wished of the writing is in the calls that draft and write, and in none that judges."""
    wish = f"wished {option} of the reader"
    with honest_server() as server:
        main(["summarize", FERRY, *at(server), f"--{option}", wish])
        asked = [request.body["messages"] for request in server.requests]
    wished = [wish in str(messages) for messages in asked]
    judging = ['"claim":' in str(messages[-1]) for messages in asked]
    assert any(wished)
    assert not any(one and other for one, other in zip(wished, judging, strict=True))


@pytest.mark.parametrize("command", ["summarize", "estimate"])
@pytest.mark.parametrize("option", ["focus", "audience", "instructions"])
def test_a_wish_that_nobody_can_fulfil_is_refused(
    command: str, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a model nobody writes for a reader, so nothing is written, and one line says why."""
    assert main([command, FERRY, "--model", "none", f"--{option}", "what changes"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert f"{option} needs a model that writes" in said.err


def test_an_estimate_counts_the_wishes(capsys: pytest.CaptureFixture[str]) -> None:
    """They are words of the prompts, so more of them take more tokens."""
    found = []
    for more in ([], ["--instructions", "Write plainly. " * 40]):
        assert (
            main(["estimate", FERRY, "--model", "m", "--base-url", "http://127.0.0.1:9", "--format", "json", *more])
            == 0
        )
        found.append(json.loads(capsys.readouterr().out)["tokens_in_likely"])
    assert found[1] > found[0] + 200


def test_an_estimate_of_a_priced_model(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the price is known it is shown; without a model it is nothing."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-test")
    assert main(["estimate", FERRY, "--model", "gpt-5-mini"]) == 0
    assert "cost: $0.0" in capsys.readouterr().out
    assert main(["estimate", FERRY, "--model", "none"]) == 0
    assert "cost: $0.0000 to $0.0000" in capsys.readouterr().out


@pytest.mark.parametrize("by_environment", ["SUMMARIZER_MODEL", None])
def test_an_estimate_needs_no_key(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, by_environment: str | None
) -> None:
    """Nothing is sent, so a model of OpenAI's is priced without a key; a summary by it is refused as before."""
    named: tuple[str, ...] = ("--model", "gpt-5-mini")
    if by_environment:
        monkeypatch.setenv(by_environment, "gpt-5-mini")
        named = ()
    assert main(["estimate", FERRY, *named]) == 0
    printed = capsys.readouterr()
    assert "cost: $0.0" in printed.out
    assert printed.err == ""
    assert main(["summarize", FERRY, *named]) == 2
    assert "no API key for OpenAI" in capsys.readouterr().err


def test_an_estimate_takes_credentials_in_the_address(capsys: pytest.CaptureFixture[str]) -> None:
    """They stand for a key, so none is put beside them."""
    address = "https://user:secret@127.0.0.1:9/v1"
    assert main(["estimate", FERRY, "--model", "m", "--base-url", address]) == 0
    assert "total" in capsys.readouterr().out


def test_every_command_can_be_asked_for() -> None:
    """Each command that the arguments know has a function that runs it."""
    for command in COMMANDS:
        with pytest.raises(SystemExit) as stopped:
            parse_arguments([command, "--help"])
        assert stopped.value.code == 0
    assert len(COMMANDS) == 10


def test_a_budget_is_kept_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    """With one call allowed one request is sent, and the calls that were not are told of in what is written alone."""
    with honest_server() as server:
        main(["summarize", FERRY, *at(server), "--max-calls", "1", "--format", "json"])
        assert len(server.requests) == 1
    said = capsys.readouterr()
    failures = [f for f in json.loads(said.out)["failures"] if f["error"] == "BudgetReached"]
    assert failures
    told = [notice["message"] for notice in json.loads(said.out)["notices"]]
    assert sum("because the budget is used up" in message for message in told) == 1
    assert said.err == ""


def test_a_deadline_is_kept_and_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A server that never answers ends at the deadline: sentences of the article are written to the file, and why."""
    out = tmp_path / "result.json"
    with honest_server(lambda call, number: sleep(30)) as server:
        main(["summarize", FERRY, *at(server), "--deadline", "0.5", "--format", "json", "-o", str(out)])
    written = json.loads(out.read_text("utf-8"))
    assert {f["error"] for f in written["failures"]} == {"DeadlineReached", "NoFactHeld"}
    loud = [f"summarizer: {one['message']} {one['advice']}" for one in written["notices"] if not one["quiet"]]
    assert any("the time for this article was over" in line for line in loud)
    assert capsys.readouterr().err.splitlines() == loud


def test_money_without_a_price_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """A bound in dollars for a model of unknown price is refused before anything is sent."""
    with honest_server() as server:
        assert main(["summarize", FERRY, *at(server), "--max-cost", "1"]) == 2
        assert not server.requests
    assert "prices" in capsys.readouterr().err


def test_the_cache_is_off_until_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without --cache nothing is written; with it the second run sends nothing and prints the same."""
    with honest_server() as server:
        main(["summarize", FERRY, *at(server)])
        assert not list(tmp_path.rglob("*.sqlite3"))
        once = len(server.requests)
        capsys.readouterr()
        main(["summarize", FERRY, *at(server), "--cache"])
        assert len(server.requests) == 2 * once
        cold = capsys.readouterr().out
        main(["summarize", FERRY, *at(server), "--cache"])
        assert len(server.requests) == 2 * once
        assert capsys.readouterr().out == cold
    assert list(tmp_path.rglob("*.sqlite3"))


def test_an_exam_is_a_table_or_json(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A judge who says yes to everything passes all that is false; with a cache a second exam sends nothing."""
    with honest_server() as server:
        assert main(["exam", *at(server), "--verification", "fast"]) == 0
        head, row = capsys.readouterr().out.splitlines()
        assert main(["exam", *at(server), "--cache", "--format", "json"]) == 0
        found = json.loads(capsys.readouterr().out)
        asked = len(server.requests)
        assert main(["exam", *at(server), "--cache", "--format", "json"]) == 0
        assert json.loads(capsys.readouterr().out) == found
        assert len(server.requests) == asked
    assert head.split() == ["judge", "prompt", "false", "passes", "false", "strips"]
    assert row.split() == "m judge.v4 20 of 20 (84% to 100%) 0 of 20 (0% to 16%) failed".split()
    assert [(one["prompt_id"], one["false_passes"], one["passed"]) for one in found] == [
        ("judge.v4", 20, False),
        ("doubt.v3", 20, False),
    ]


def test_an_exam_of_nobody_is_misused(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a model there is no judge; one line says what to do."""
    assert main(["exam", "--model", "none"]) == 2
    assert capsys.readouterr().err == (
        "summarizer: an exam is of a model that judges, and none is configured; pass --model\n"
    )


def test_the_exam_of_a_run_is_estimated_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    """With --exam always an estimate has a row for it, and the trace of a result how the judges did."""
    with honest_server() as server:
        assert main(["estimate", FERRY, *at(server), "--exam", "always", "--format", "json"]) == 0
        estimated = json.loads(capsys.readouterr().out)["by_stage"]["exam"]
        assert not server.requests
        assert main(["summarize", FERRY, *at(server), "--exam", "always", "--format", "json"]) in {0, 1}
        result = json.loads(capsys.readouterr().out)
    assert estimated["calls_likely"] == result["usage"]["by_stage"]["exam"]["calls"] == 60
    assert estimated["tokens_in_likely"] > 0
    assert [one["prompt_id"] for one in result["trace"]["exams"]] == ["judge.v4", "doubt.v3"]
    assert result["trace"]["unexamined_judges"] == []
    reasons = {fact["reason"] for fact in result["rejected"] if fact["verdict"] == "unchecked"}
    assert all("m failed the exam for judges" in reason for reason in reasons)


def test_a_result_says_who_was_not_examined(capsys: pytest.CaptureFixture[str]) -> None:
    """A large model behind a server is not, unless it is asked for."""
    with honest_server() as server:
        assert main(["summarize", FERRY, *at(server), "--format", "json"]) == 0
    trace = json.loads(capsys.readouterr().out)["trace"]
    assert (trace["exams"], trace["unexamined_judges"]) == ([], ["m"])


def test_a_fact_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    """Below the result, as often as asked for, by the numbers there; one that is too high says which there are."""
    assert main(["summarize", FERRY, "--model", "none", "--explain", "2", "--explain", "99"]) == 0
    out = capsys.readouterr().out
    assert " 2 ✓ " in out
    said = out[out.index("\nFact 2 of ") :]
    assert "\nEvidence\n" in said
    assert "\n1. characters " in said
    assert "! There is no fact 99 to explain; there are 1 to " in said


def test_all_that_is_not_ticked_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """`--show-rejected` lists what others leave no room for, with numbers that go on and without a tick."""
    plain = ["summarize", FERRY, "--model", "none", "--max-facts", "2"]
    assert main(plain) == 0
    assert "Not ticked" not in capsys.readouterr().out
    assert main([*plain, "--show-rejected"]) == 0
    _, _, listed = capsys.readouterr().out.partition("\nNot ticked\n")
    assert "\n 3 - " in listed
    assert "not among the 2 key facts" in listed
    assert "✓" not in listed


def test_colors_are_for_who_wants_them(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """On a pipe there are none unless they are forced, in a file and in the other formats never."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    for command in (["summarize", FERRY], ["verify", FERRY, FERRY], ["verify-text", FERRY, FERRY]):
        assert main([*command, "--model", "none"]) == 0
        assert "\x1b[32m✓\x1b[0m" in capsys.readouterr().out
    assert main(["summarize", FERRY, "--model", "none", "--format", "markdown"]) == 0
    assert "\x1b" not in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    assert main(["summarize", FERRY, "--model", "none"]) == 0
    assert "\x1b" not in capsys.readouterr().out
