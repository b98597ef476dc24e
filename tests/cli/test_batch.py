"""The command `batch`: what it writes and says, and how it goes on after whatever ended it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import scripted_server as act
from model_server import call_of, honest_server
from scripted_server import Action, ScriptedServer
from scripts import honest

from summarizer.batch.journal import Journal
from summarizer.cli.main import main

ROOT = Path(__file__).parents[2]
TEXT = "The council of Brenta closed bridge {} on Monday. Engineers had found cracks in its cables. It was old."
posix = pytest.mark.skipif(sys.platform == "win32", reason="a process is interrupted in another way there")


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test may meet a model of this machine; each has a folder of its own."""
    for name in ("SUMMARIZER_MODEL", "OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def write(number: int, *, name: str = "in.jsonl") -> None:
    """A file with so many articles."""
    lines = [json.dumps({"id": f"a{place}", "text": TEXT.format(place)}) for place in range(number)]
    Path(name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def table(name: str = "out.jsonl") -> list[dict[str, Any]]:
    """The rows of a table."""
    return [json.loads(line) for line in Path(name).read_text("utf-8").splitlines()]


def batch(*more: str) -> int:
    """Run the command without a model, unless one is given."""
    model = [] if "--model" in more else ["--model", "none"]
    return main(["batch", "in.jsonl", "-o", "out.jsonl", *model, *more])


def at(server: ScriptedServer) -> list[str]:
    """The options that name a server's model."""
    return ["--model", "m", "--base-url", server.base_url, "--exam", "never"]


def test_each_article_is_a_row_and_a_second_run_makes_no_call(capsys: pytest.CaptureFixture[str]) -> None:
    """What is finished stays finished."""
    write(5)
    with honest_server() as server:
        assert batch(*at(server)) == 0
        first, sent = table(), len(server.requests)
        assert batch(*at(server)) == 0
        assert len(server.requests) == sent > 0
    assert table() == first
    assert [row["article_id"] for row in first] == [f"a{place}" for place in range(5)]
    said = capsys.readouterr()
    assert said.out == ""
    assert "5 were finished now and 0 before" in said.err
    assert "0 were finished now and 5 before" in said.err


def test_a_dry_run_sends_and_writes_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """It counts what is to be done, and asks for no key."""
    write(3)
    before = sorted(Path().iterdir())
    assert batch("--model", "gpt-5-mini", "--dry-run") == 0
    assert sorted(Path().iterdir()) == before
    out = capsys.readouterr().out
    assert "3 articles to do, 0 finished, 0 rows" in out
    assert [line.split()[0] for line in out.splitlines()[2:-1]][-1] == "total"
    with honest_server() as server:
        batch(*at(server))
        sent = len(server.requests)
        write(4)
        capsys.readouterr()
        assert batch(*at(server), "--dry-run") == 0
        assert "1 articles to do, 3 finished" in capsys.readouterr().out
        assert batch(*at(server), "--length", "short", "--dry-run") == 1
        assert batch(*at(server), "--length", "short", "--dry-run", "--redo") == 0
        assert "4 articles to do, 0 finished" in capsys.readouterr().out
        assert len(server.requests) == sent


def test_other_options_are_refused_or_made_anew(capsys: pytest.CaptureFixture[str]) -> None:
    """Never mixed; what the two ask alike is not asked again."""
    write(3)
    with honest_server() as server:
        batch(*at(server))
        before = table()
        assert batch(*at(server), "--max-facts", "1") == 1
        assert "max_facts was 'None' and is '1'" in capsys.readouterr().err
        assert table() == before
        sent = len(server.requests)
        assert batch(*at(server), "--max-facts", "1", "--redo") == 0
        assert len(server.requests) - sent < sent
        assert {len(row["facts"]) for row in table()} == {1}
        assert batch(*at(server)) == 1


def test_failures_stand_in_a_file_of_their_own(capsys: pytest.CaptureFixture[str]) -> None:
    """With their reasons, and are tried again on request; the exit status says that there are some."""
    write(3)
    with Path("in.jsonl").open("a") as file:
        file.write("no JSON\n")

    def refuse(call: Any, _number: int) -> Action | None:
        return act.status(400, "not this one") if "bridge 1 " in str(call.messages) else None

    with honest_server(refuse) as server:
        assert batch(*at(server)) == 1
    failures = table("out.jsonl.failures.jsonl")
    assert [(one["row"], one["id"], one["error"]) for one in failures] == [
        (2, "a1", "ModelRejected"),
        (4, "row 4", "InputError"),
    ]
    assert "not this one" in failures[0]["message"]
    assert "--retry-failed" in capsys.readouterr().err
    write(3)
    with honest_server() as server:
        assert batch(*at(server), "--redo", "--retry-failed") == 0
    assert not Path("out.jsonl.failures.jsonl").exists()
    assert len(table()) == 3


def test_a_budget_ends_it_and_a_larger_one_goes_on(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a call that was paid for already."""
    write(6)
    with honest_server() as server:
        assert batch(*at(server), "--max-calls", "7", "--workers", "1") == 1
        assert "the budget is spent" in capsys.readouterr().err
        assert len(server.requests) <= 7
        assert 0 < len(table()) < 6
        assert batch(*at(server), "--max-calls", "100") == 0
        bodies = [json.dumps(request.body) for request in server.requests]
        assert len(bodies) == len(set(bodies))
    assert len(table()) == 6


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["in.jsonl", "-o", "in.jsonl"], 2, "would be replaced"),
        (["in.jsonl", "-o", "out.csv"], 2, ".parquet"),
        (["in.jsonl", "-o", "-"], 2, ".jsonl"),
        (["in.jsonl", "-o", "no/out.jsonl"], 2, "no folder"),
        (["in.jsonl", "-o", "out.parquet", "--rows", "results"], 2, "JSON lines"),
        (["in.jsonl", "-o", "out.jsonl", "--no-text"], 2, "--rows results"),
        (["in.jsonl", "-o", "out.jsonl", "--text-column", ""], 2, "--text-column"),
        (["in.jsonl", "-o", "out.jsonl", "--workers", "0"], 2, "workers"),
        (["in.jsonl", "-o", "out.jsonl", "--max-cost", "-1"], 2, "0 or more"),
        (["in.jsonl", "-o", "there.jsonl"], 1, "--redo to replace it"),
        (["missing.jsonl", "-o", "out.jsonl"], 1, "cannot read"),
        (["in.pdf", "-o", "out.jsonl"], 1, "no batch of articles"),
        (["empty", "-o", "out.jsonl"], 1, "holds no text"),
        (["in.jsonl", "-o", "out.jsonl", "--max-facts", "0"], 2, "max_facts"),
        (["other.csv", "-o", "out.jsonl"], 1, "--text-column, one of: 'body'"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    arguments: list[str], status: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """And nothing that was there is touched."""
    write(1)
    Path("there.jsonl").write_text("mine")
    Path("empty").mkdir()
    Path("other.csv").write_text("body\nIt rains.\n")
    before = Path("in.jsonl").read_bytes()
    assert main(["batch", *arguments, "--model", "none"]) == status
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1
    assert Path("in.jsonl").read_bytes() == before
    assert Path("there.jsonl").read_text() == "mine"
    assert not Path("out.jsonl").exists()


def test_a_folder_becomes_a_table_of_facts(capsys: pytest.CaptureFixture[str]) -> None:
    """What of it cannot be read is named: by its ending at once, as a failure where only its bytes show it."""
    folder = Path("articles")
    folder.mkdir()
    for place in range(2):
        (folder / f"{place}.txt").write_text(TEXT.format(place))
    (folder / "tune.mp3").write_bytes(b"ID3")
    command = ["batch", "articles", "-o", "out.jsonl", "--model", "none", "--rows", "facts"]
    assert main(command) == 0
    assert {row["article_id"] for row in table()} == {"0.txt", "1.txt"}
    assert "1 .mp3" in capsys.readouterr().err
    (folder / "scan.pdf").write_bytes(b"%PDF")
    assert main(command) == 1
    assert {row["article_id"] for row in table()} == {"0.txt", "1.txt"}
    (failure,) = map(json.loads, Path("out.jsonl.failures.jsonl").read_text("utf-8").splitlines())
    assert "scan.pdf" in json.dumps(failure)


def test_two_on_one_output_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """The second says who has it."""
    write(1)
    with closing(Journal.opened(Path("out.jsonl.batch").absolute())):
        assert batch() == 1
    assert "another process" in capsys.readouterr().err


def started(server: ScriptedServer, *more: str, ignoring: str = "") -> subprocess.Popen[str]:
    """The command in a process of its own, which heeds Ctrl-C as one of a terminal does."""
    # A test run under nohup, or in the background, hands on that signals are ignored.
    begin = "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
    begin += "signal.signal(signal.SIGTERM, signal.SIG_DFL); signal.signal(signal.SIGHUP, signal.SIG_DFL); "
    begin += f"signal.signal(signal.{ignoring}, signal.SIG_IGN); " if ignoring else ""
    begin += "from summarizer.cli.main import main; sys.exit(main())"
    command = [sys.executable, "-c", begin, "batch", "in.jsonl", "-o", "out.jsonl", *at(server), *more]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OPENAI_API_KEY": "k"}
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)


def slow_after(number: int) -> ScriptedServer:
    """A server that answers so many requests and hangs then."""
    answers = honest()

    def script(body: Mapping[str, Any], count: int) -> Action:
        return act.reply(answers(call_of(body))) if count <= number else act.sleep(200)

    return ScriptedServer(script)


def wait_for(server: ScriptedServer, number: int) -> None:
    """Until so many requests came."""
    end = time.monotonic() + 60
    while len(server.requests) < number and time.monotonic() < end:
        time.sleep(0.02)
    assert len(server.requests) >= number


@posix
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_interrupt_stops_it_at_once_and_says_how_to_go_on(number: signal.Signals) -> None:
    """The table holds what is finished, and the next run asks nothing again."""
    write(12)
    with slow_after(20) as server, started(server, "--workers", "3") as process:
        wait_for(server, 23)
        process.send_signal(number)
        began = time.monotonic()
        try:
            _, err = process.communicate(timeout=60)
        finally:
            process.kill()
        # Two seconds are the law where the machine is idle; what matters here is that it is not the 200 of the server.
        assert time.monotonic() - began < 20
        answered = {json.dumps(request.body) for request in server.requests[:20]}
    assert process.returncode == 130
    assert err.startswith("summarizer: interrupted.")
    assert "start the same command again" in err
    assert err.count("\n") == 1
    kept = table()
    assert 0 < len(kept) < 12
    with Journal.opened(Path("out.jsonl.batch").absolute()) as journal:
        assert journal.counts() == {"done": len(kept)}
    assert answered


@posix
def test_what_a_process_is_told_to_ignore_it_ignores() -> None:
    """As SIGHUP under nohup."""
    write(3)
    with honest_server(lambda call, number: act.sleep(0.1) if number < 0 else None) as server:
        with started(server, ignoring="SIGHUP") as process:
            wait_for(server, 1)
            process.send_signal(signal.SIGHUP)
            process.communicate(timeout=60)
        assert process.returncode == 0
    assert len(table()) == 3


@posix
def test_killed_again_and_again_it_does_each_article_once() -> None:
    """And asks nothing again that was answered before the last moment."""
    write(30)
    with honest_server() as server:
        answered_once: set[str] = set()
        for requests in (5, 20, 40):
            with started(server, "--workers", "2") as process:
                wait_for(server, requests)
                process.kill()
        with started(server, "--workers", "2") as process:
            process.communicate(timeout=120)
            assert process.returncode == 0
        bodies = [json.dumps(request.body) for request in server.requests]
        answered_once.update(bodies)
    assert sorted(row["article_id"] for row in table()) == sorted(f"a{place}" for place in range(30))
    # Two calls are under way at each kill, and the answers to them may be on their way.
    assert len(bodies) - len(answered_once) <= 3 * 2
