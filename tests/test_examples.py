"""Every example script runs as a user would run it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from model_server import honest_server

ROOT = Path(__file__).parents[1]
SCRIPTS = sorted((ROOT / "examples").glob("*.py"))


def test_there_are_examples() -> None:
    """An empty folder cannot pass."""
    assert len(SCRIPTS) >= 4


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_example_runs(script: Path) -> None:
    """The script ends well and prints something; one that needs a model finds one in the environment."""
    with honest_server() as server:
        served = {"OPENAI_BASE_URL": server.base_url, "OPENAI_API_KEY": "test-key", "PYTHONIOENCODING": "utf-8"}
        run = subprocess.run(
            [sys.executable, str(script)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            cwd=ROOT,
            env={**os.environ, **served},
        )
    assert run.returncode == 0, run.stderr
    assert len(run.stdout.splitlines()) >= 3
