"""Fails where the floor of branch coverage is lower than it was in any commit before: it only rises.

    python tests/packaging/coverage_floor.py [CHECKOUT]

The floor is `fail_under` of `[tool.coverage.report]` in `pyproject.toml`. `.ci/run` asks git for its past, which a
source distribution does not have; a shallow clone has a part of it, and is held to that part.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def floor_of(pyproject: str) -> float:
    """The floor that a `pyproject.toml` sets, in percent; KeyError without one."""
    return float(tomllib.loads(pyproject)["tool"]["coverage"]["report"]["fail_under"])


def past_floors(checkout: Path) -> list[float]:
    """Every floor that a commit of the history has set."""
    command = ["git", "-C", str(checkout), "log", "--patch", "-m", "--format=", "--", "pyproject.toml"]
    patches = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [float(figure) for figure in re.findall(r"^\+fail_under = ([\d.]+)", patches, re.MULTILINE)]


def main(checkout: Path) -> str | None:
    """What is wrong with the floor of a checkout, or None."""
    floor = floor_of((checkout / "pyproject.toml").read_text("utf-8"))
    highest = max(past_floors(checkout), default=floor)
    if floor < highest:
        return (
            f"the floor of coverage was {highest:g} % and is {floor:g} % in pyproject.toml: it may only rise; add tests"
        )
    return None


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if sys.argv[1:] else ROOT))
