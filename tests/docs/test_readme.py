"""Every fence in the documents runs, against a real server where a model is named."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from batch_server import BatchServer
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
FENCES = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_python_fences_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Each Python fence of the README runs as it stands, one after the other, with a model served on 127.0.0.1."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    with BatchServer() as server:
        monkeypatch.setenv("OPENAI_BASE_URL", server.base_url)
        monkeypatch.setenv("OPENAI_API_KEY", "test-key")
        document = Sybil(parsers=[PythonCodeBlockParser()]).parse(README)
        count = 0
        for example in document.examples():
            example.evaluate()
            count += 1
        assert count >= 7
        assert server.requests


def test_console_fences_run() -> None:
    """Each command of the README exists: `summarizer` commands run, `make` targets are in the Makefile."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    commands = [
        line.removeprefix("$ ")
        for language, body in FENCES.findall(README.read_text("utf-8"))
        if language == "console"
        for line in body.splitlines()
        if line.startswith("$ ")
    ]
    ran = 0
    for command in commands:
        words = shlex.split(command)
        if words[0] == "make":
            assert words[1] in targets
        elif words[0] == "summarizer":
            run = subprocess.run(
                [sys.executable, "-m", *words], cwd=ROOT, capture_output=True, check=False, env=_bare_environment()
            )
            assert run.returncode == 0, run.stderr.decode()
            ran += 1
        else:
            assert words[:2] == ["pip", "install"]
    assert ran >= 2
    assert len(commands) >= 6


def test_the_demo_output_in_the_readme_is_what_the_demo_prints() -> None:
    """The README shows what `make demo` prints, to the letter."""
    shown = re.search(r"<!-- demo -->\n```text\n(.*?)```\n<!-- /demo -->", README.read_text("utf-8"), re.DOTALL)
    assert shown, "run: python tests/docs/update_readme.py"
    assert shown.group(1).rstrip() == demo_output().rstrip()


def demo_output() -> str:
    """What the command of `make demo` prints."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    command = re.search(r"^demo:.*\n\t@\$\(BIN\)/summarizer (.*)$", makefile, re.MULTILINE)
    assert command
    run = subprocess.run(
        [sys.executable, "-m", "summarizer", *shlex.split(command.group(1))],
        cwd=ROOT,
        capture_output=True,
        check=True,
        env=_bare_environment(),
    )
    return run.stdout.decode("utf-8")


def _bare_environment() -> dict[str, str]:
    """The environment without anything that names a model."""
    dropped = ("OPENAI_API_KEY", "OPENAI_BASE_URL", "SUMMARIZER_MODEL")
    return {k: v for k, v in os.environ.items() if k not in dropped} | {"PYTHONIOENCODING": "utf-8"}
