"""Measures how long `import summarizer` takes beside `import pydantic.main`, each in fresh interpreters, in one run.

The names of the package are loaded when they are first asked for, so what a first use costs is printed too.

python benchmarks/import_time.py
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

_RUNS = 15


def run_seconds(statement: str) -> float:
    """Wall time of one fresh interpreter that runs the statement."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", statement], check=True)
    return time.perf_counter() - start


def main() -> None:
    """Print the medians and their ratio; runs are interleaved, so that noise meets both."""
    statements = ("import pydantic.main", "import summarizer", "from summarizer import summarize")
    times: dict[str, list[float]] = {statement: [] for statement in statements}
    for _ in range(_RUNS):
        for statement in statements:
            times[statement].append(run_seconds(statement))
    medians = {statement: statistics.median(runs) for statement, runs in times.items()}
    for statement, median in medians.items():
        print(f"{statement:32} {median * 1000:6.1f} ms (median of {_RUNS})")
    base = medians["import pydantic.main"]
    print(f"ratio of import summarizer: {medians['import summarizer'] / base:.2f} (target: at most 2)")
    print(f"ratio of a first use: {medians['from summarizer import summarize'] / base:.2f}")


if __name__ == "__main__":
    main()
