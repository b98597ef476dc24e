"""The floor of branch coverage: what CI says when a commit lowers it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent / "coverage_floor.py"

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="the past of the floor is asked of git")


def commit(checkout: Path, text: str) -> None:
    """Write a `pyproject.toml` and commit it."""
    (checkout / "pyproject.toml").write_text(text, "utf-8")
    git = ["git", "-C", str(checkout), "-c", "user.name=Tester", "-c", "user.email=tester@example.org"]
    subprocess.run([*git, "init", "--quiet"], check=True)
    subprocess.run([*git, "add", "pyproject.toml"], check=True)
    subprocess.run([*git, "commit", "--quiet", "--message", "One more"], check=True)


def asked(checkout: Path) -> subprocess.CompletedProcess[str]:
    """What the command says of a checkout."""
    return subprocess.run([sys.executable, str(SCRIPT), str(checkout)], capture_output=True, text=True, check=False)


def pyproject(floor: str) -> str:
    """A `pyproject.toml` with this floor."""
    return f"[tool.coverage.report]\nfail_under = {floor}\n"


def test_a_floor_that_rises_is_right(tmp_path: Path) -> None:
    """The first floor, the same again and a higher one are right."""
    for floor in ("90", "90", "91.5"):
        commit(tmp_path, pyproject(floor) + f"# {len(list(tmp_path.iterdir()))}{floor}\n")
        assert asked(tmp_path).returncode == 0


def test_a_floor_is_not_lowered(tmp_path: Path) -> None:
    """Lower than in any commit before is wrong, committed or not, and stays wrong in later commits."""
    commit(tmp_path, pyproject("91"))
    (tmp_path / "pyproject.toml").write_text(pyproject("90"), "utf-8")
    assert "was 91 % and is 90 %" in asked(tmp_path).stderr
    commit(tmp_path, pyproject("90"))
    commit(tmp_path, pyproject("90.5"))
    assert asked(tmp_path).returncode == 1


def test_a_floor_is_not_taken_out(tmp_path: Path) -> None:
    """Without the key there is no floor, which is wrong."""
    commit(tmp_path, "[tool.coverage.report]\nprecision = 2\n")
    assert asked(tmp_path).returncode == 1
