"""A lock lets one process in, and ends with it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.batch.lock import locked
from summarizer.errors import ConfigError

ROOT = Path(__file__).parents[2]
HOLDS = """
import sys, time
from pathlib import Path
from summarizer.batch.lock import locked
locked(Path(sys.argv[1]))
print("held", flush=True)
time.sleep(600)
"""


def test_a_second_holder_is_refused_until_the_first_lets_go(tmp_path: Path) -> None:
    """Inside a process too."""
    first = locked(tmp_path / "lock")
    with pytest.raises(ConfigError, match="another process"):
        locked(tmp_path / "lock")
    os.close(first)
    os.close(locked(tmp_path / "lock"))


def test_a_killed_process_leaves_no_lock(tmp_path: Path) -> None:
    """The system takes it away."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(tmp_path / "lock")], stdout=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        with pytest.raises(ConfigError, match="another process"):
            locked(tmp_path / "lock")
        process.kill()
    os.close(locked(tmp_path / "lock"))
