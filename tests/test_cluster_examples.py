"""The recipes for clusters run as a user would run them, and a second call goes on with what is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from model_server import honest_server

ROOT = Path(__file__).parents[1]
SCRIPTS = sorted((ROOT / "examples" / "clusters").glob("*.py"))
# What a recipe needs, and why that may not be there.
NEEDS = {
    "on_dask.py": ("dask", "the extra `test` has it"),
    "on_ray.py": ("ray", "the extra `test` has it"),
    "on_spark.py": (
        "pyspark",
        "with 512 MB and Java it is left out of CI; `benchmarks/clusters.py spark` installs and runs it",
    ),
}


def test_each_recipe_says_what_it_needs() -> None:
    """None is passed over."""
    assert [script.name for script in SCRIPTS] == sorted(NEEDS)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_recipe_runs_and_goes_on(script: Path, tmp_path: Path) -> None:
    """Every example article has its line; called again, it prints the same and asks nothing."""
    needed, why = NEEDS[script.name]
    if find_spec(needed) is None:
        pytest.skip(f"NOT RUN: {needed} is not installed; {why}")
    articles = [path.name for path in (ROOT / "examples" / "articles").iterdir() if path.name != "README.md"]
    with honest_server() as server:
        served = {"OPENAI_BASE_URL": server.base_url, "OPENAI_API_KEY": "test-key", "RAY_USAGE_STATS_ENABLED": "0"}
        plain = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_PROCESS")}
        path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
        printed, asked = [], []
        # Ray takes long to start twice; that it goes on is seen in integrations/test_ray.py.
        for _ in range(1 if needed == "ray" else 2):
            run = subprocess.run(
                [sys.executable, str(script), str(tmp_path / "out")],
                capture_output=True,
                text=True,
                encoding="utf-8",
                check=False,
                env={**plain, **served, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
            )
            assert run.returncode == 0, run.stderr
            printed.append(sorted(line for line in run.stdout.splitlines() if line.partition(":")[0] in articles))
            asked.append(len(server.requests))
    assert len(printed[0]) == len(articles)
    assert printed[0] == printed[-1]
    assert asked[0] == asked[-1] > 0
