"""The README shows what the library does: its fences run, its links lead somewhere, and it stays short."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pages import MODEL_VARIABLES, run_page

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
DEMO = ROOT / "docs" / "demo.md"


def test_its_fences_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As they stand, one after the other: without a model, as they name none."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    for variable in MODEL_VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    ran = run_page(README)
    assert ran.python >= 2
    assert ran.commands >= 2
    assert (tmp_path / "ferry.html").is_file()


def test_it_is_short() -> None:
    """A reader is through in two minutes; what is worth more stands in the pages."""
    assert len(README.read_text("utf-8").splitlines()) <= 110


def test_its_rates_are_those_that_were_measured() -> None:
    """Each row of its table of error rates stands in benchmarks/RESULTS.md too, in figures."""
    rows = re.findall(
        r"^\| ([^|]+) \| \*{0,2}([\d.]+ %)\*{0,2} \| ([\d.]+ %) \|$", README.read_text("utf-8"), re.MULTILINE
    )
    measured = (ROOT / "benchmarks" / "RESULTS.md").read_text("utf-8")
    assert len(rows) == 5
    for name, changed, harmless in rows:
        assert re.search(rf"^\| {re.escape(name)}[^|]* \| {changed} \| {harmless} \|$", measured, re.MULTILINE), name


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"])
def test_links_lead_somewhere(name: str) -> None:
    """Each file that it links is in the repository, its pictures among them."""
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", (ROOT / name).read_text("utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_demo_is_what_the_demo_prints() -> None:
    """The page shows what `make demo` prints, to the letter."""
    shown = re.search(r"<!-- demo -->\n```text\n(.*?)```\n<!-- /demo -->", DEMO.read_text("utf-8"), re.DOTALL)
    assert shown, "run: PYTHONPATH=tests/support python tests/docs/update_demo.py"
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
        env={k: v for k, v in os.environ.items() if k not in MODEL_VARIABLES} | {"PYTHONIOENCODING": "utf-8"},
    )
    return run.stdout.decode("utf-8")
