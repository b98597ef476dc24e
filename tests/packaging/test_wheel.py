"""The built wheel, alone in a directory of its own: what users get."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source distribution."""
    out = tmp_path_factory.mktemp("dist")
    run = subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    (built,) = out.glob("*.whl")
    return built


def test_the_wheel_holds_what_the_code_reads(wheel: Path) -> None:
    """Prompts, the token table, the type marker and every module of the checkout are inside, and no test is."""
    names = set(zipfile.ZipFile(wheel).namelist())
    modules = {
        str(p.relative_to(ROOT))
        for p in (ROOT / "summarizer").rglob("*")
        if p.is_file() and "__pycache__" not in p.parts
    }
    prompts = {f"summarizer/prompts/{p.name}" for p in (ROOT / "prompts").iterdir()}
    assert len(modules) > 40
    assert modules | prompts <= names
    assert not [name for name in names if name.startswith(("tests", "examples", "benchmarks"))]


def test_the_wheel_works_without_the_checkout(wheel: Path, tmp_path: Path) -> None:
    """Unpacked elsewhere, the package summarizes, renders a prompt and counts tokens, with no checkout in reach."""
    zipfile.ZipFile(wheel).extractall(tmp_path)
    code = (
        "import pathlib, summarizer; from summarizer.calls.prompts import load_prompt;"
        "from summarizer.document.tokens import counter_for;"
        f"assert pathlib.Path(summarizer.__file__).is_relative_to({str(tmp_path)!r});"
        "assert load_prompt('judge.v4').parts;"
        "assert counter_for('gpt-5').count(['hello world']) == [2];"
        "r = summarizer.summarize('The mill closed in 2021. It did not reopen.', model=None);"
        "print(r.facts[0].statement)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip() == "The mill closed in 2021."
