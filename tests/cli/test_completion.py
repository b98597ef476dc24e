"""Shells complete commands, options and models, in the real shells where they are installed."""

from __future__ import annotations

import os
import re
import select
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from summarizer.cli.completion import SHELLS, models_here
from summarizer.cli.main import main

ROOT = Path(__file__).parents[2]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A path on which `summarizer` is this one, and a home of its own."""
    command = tmp_path / "bin" / "summarizer"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m summarizer "$@"\n')
    command.chmod(0o755)
    path = os.pathsep.join([str(command.parent), os.environ["PATH"]])
    known = {"PATH": path, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "TERM": "dumb", "LC_ALL": "C.UTF-8"}
    return {**known, "PS1": "$ ", "PYTHONWARNINGS": "default"}


def ran(command: list[str], environment: dict[str, str]) -> str:
    """What a command prints."""
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_is_printed(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    """One for each shell, about this command."""
    assert main(["completion", shell]) == 0
    assert "summarizer" in capsys.readouterr().out


def typed(shell: list[str], lines: list[str], *, until: str, environment: dict[str, str]) -> str:
    """What an interactive shell shows once these lines are typed, in a terminal."""
    pty = pytest.importorskip("pty")
    leader, follower = pty.openpty()
    with subprocess.Popen(
        shell, stdin=follower, stdout=follower, stderr=follower, env=environment, start_new_session=True
    ) as process:
        os.close(follower)
        shown, deadline = "", time.monotonic() + 60
        for line in lines:
            os.write(leader, line.encode())
            time.sleep(0.3)
        while not re.search(until, shown) and time.monotonic() < deadline:
            if select.select([leader], [], [], 0.2)[0]:
                shown += os.read(leader, 4096).decode("utf-8", "replace")
        process.kill()
    os.close(leader)
    return shown


@pytest.mark.parametrize(
    ("shell", "begin"),
    [(["bash", "--norc", "-i"], ""), (["zsh", "-f", "-i"], "autoload -Uz compinit; compinit -D\n")],
    ids=["bash", "zsh"],
)
def test_a_real_shell_completes(shell: list[str], begin: str, environment: dict[str, str], tmp_path: Path) -> None:
    """TAB behind `verify-` gives the one command that begins so."""
    if shutil.which(shell[0]) is None:
        pytest.skip(f"{shell[0]} is not installed")
    script = tmp_path / "script"
    script.write_text(ran(["summarizer", "completion", shell[0]], environment))
    shown = typed(
        shell,
        [f"{begin}source {script}; echo rea''dy\n", "summarizer verify-\t"],
        until=r"summarizer verify-text",
        environment=environment,
    )
    assert "summarizer verify-text" in shown


def test_fish_completes(environment: dict[str, str], tmp_path: Path) -> None:
    """Commands and models."""
    if shutil.which("fish") is None:
        pytest.skip("fish is not installed")
    script = f"summarizer completion fish > {tmp_path}/s.fish; source {tmp_path}/s.fish; complete -C "
    for asked, expected in (
        ("summarizer verify-", "verify-text"),
        ("summarizer summarize --model n", "none"),
    ):
        found = ran(["fish", "--no-config", "-c", f"{script}'{asked}'"], environment)
        assert expected in found.split()


def test_models_of_this_machine_are_offered() -> None:
    """Behind `--model`, beside the two words that it takes."""
    assert {"auto", "none"} <= set(models_here())
