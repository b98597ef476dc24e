"""How far a run is stands in one line, which goes."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from contextlib import suppress
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from model_server import honest_server
from scripts import honest

from summarizer.calls.call import Call, Tokens
from summarizer.cli.screen.progress import Progress, _cut, shown_progress
from summarizer.render.wrapping import columns
from summarizer.runtime.observing.events import (
    CallAnswered,
    CallFailed,
    CallReplayed,
    CallSent,
    CallWaiting,
    StageStarted,
)

ROOT = Path(__file__).parents[3]
FERRY = ROOT / "examples" / "articles" / "harbor-ferry.txt"


def sent(number: int = 1) -> CallSent:
    return CallSent(at=0, article="", stage="write", call_id="write", number=number)


def answered(cost: str | None) -> CallAnswered:
    return CallAnswered(
        at=0,
        article="",
        stage="write",
        call_id="write",
        number=1,
        seconds=1,
        finish="stop",
        tokens=Tokens(),
        cost=None if cost is None else Decimal(cost),
    )


def test_the_line_says_stage_calls_and_cost() -> None:
    """Of what is under way, what came, what failed, what waits; no cost where none is known."""
    progress = Progress(io.StringIO(), columns=80)
    assert progress.line() == "reading · 0 s"
    progress.tell(StageStarted(at=0, article="", stage="write"))
    progress.tell(sent())
    assert progress.line() == "writing the summary · 0 of 1 call · 0 s"
    progress.tell(
        CallFailed(at=0, article="", stage="write", call_id="write", number=1, seconds=1, error="E", status=503)
    )
    progress.tell(CallWaiting(at=0, article="", stage="write", call_id="write", seconds=30, reason="server"))
    assert progress.line() == "writing the summary · the server asks to wait 30 s · 0 s"
    progress.tell(sent(2))
    progress.tell(answered("0.0123"))
    progress.tell(CallReplayed(at=0, article="", stage="write", call_id="write:2"))
    progress.tell(answered(None))
    assert progress.line() == "writing the summary · 3 of 2 calls · $0.0123 · 0 s"


@given(line=st.text(alphabet="ab 字·", max_size=60), width=st.integers(0, 30))
def test_the_line_never_breaks(line: str, width: int) -> None:
    """It takes no more columns than there are: a line that wraps could not be taken away."""
    assert columns(_cut(line, width)) <= width


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_the_line_is_written_over_and_goes(encoding: str) -> None:
    """Each look begins with taking the one before away, and the last leaves nothing; ASCII does as well."""
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding=encoding)
    with Progress(stream, columns=60) as progress:
        progress.tell(sent())
        deadline = time.monotonic() + 20
        while raw.getvalue().count(b"0 of 1") < 2 and time.monotonic() < deadline:
            time.sleep(0.02)
    written = raw.getvalue().decode(encoding)
    assert written.count("0 of 1 call") >= 2
    assert written.split("\r\x1b[2K")[0] == ""
    assert written.endswith("\r\x1b[2K")
    assert "\n" not in written


def test_a_quick_run_shows_nothing() -> None:
    """What is over before one could read it does not flicker past."""
    stream = io.StringIO()
    with Progress(stream, columns=60):
        pass
    assert stream.getvalue() == ""


def test_a_terminal_that_is_gone_ends_no_run() -> None:
    """A closed stream is written to no more."""
    stream = io.StringIO()
    with Progress(stream, columns=60) as progress:
        stream.close()
        progress.tell(sent())
        time.sleep(0.6)


def test_no_line_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """On a pipe, whatever is wished."""
    for wanted in (True, False, None):
        with shown_progress(wanted=wanted) as tell:
            tell(sent())
    assert capsys.readouterr().err == ""


def test_a_real_terminal_shows_it_and_is_left_clean(tmp_path: Path) -> None:
    """A command in a terminal of its own: the line stands there while the model works, and not behind the result."""
    pty = pytest.importorskip("pty")
    said = honest()

    def slow(call: Call) -> dict[str, object]:
        time.sleep(0.7)
        return said(call)

    leader, follower = pty.openpty()
    with honest_server(script=slow) as server:
        arguments = ["summarize", str(FERRY), "--model", "m", "--base-url", server.base_url, "--no-cache"]
        environment = {**os.environ, "OPENAI_API_KEY": "k", "TERM": "xterm", "COLUMNS": "60", "HOME": str(tmp_path)}
        environment.pop("NO_COLOR", None)
        with subprocess.Popen(
            [sys.executable, "-m", "summarizer", *arguments],
            stdin=follower,
            stdout=follower,
            stderr=follower,
            env=environment,
            cwd=ROOT,
        ) as process:
            os.close(follower)
            shown = b""
            with suppress(OSError):  # how Linux says that nobody writes any more
                while part := os.read(leader, 4096):
                    shown += part
        os.close(leader)
    assert process.returncode == 0
    text = shown.decode()
    progress, _, result = text.rpartition("\r\x1b[2K")
    assert "drafting facts · 0 of 1 call" in progress
    assert "writing the summary · 1 of 2 calls" in progress
    assert result.startswith("\x1b[1mKey Facts\x1b[0m")
    assert " calls" not in result
