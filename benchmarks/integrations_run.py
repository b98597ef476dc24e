"""Each example of embedding, end to end with its real package, then used as somebody would who copies it.

    python benchmarks/integrations_run.py              makes an environment of about 400 MB, and runs all in it
    python benchmarks/integrations_run.py --venv PATH  the same in one that is kept, and taken as it is if it is there

The examples are those of `examples/embedding`, with the versions that its requirements.txt names or later.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "examples" / "embedding"
sys.path[:0] = [str(ROOT / "tests/support")]

from model_server import honest_server  # noqa: E402 - after the path is set

# Each example with the distribution that it shows; the FastAPI service is no script, and is in the trials alone.
SCRIPTS = {
    "langchain_runnable.py": "langchain-core",
    "llamaindex_checked_answer.py": "llama-index-core",
    "haystack_component.py": "haystack-ai",
    "pydantic_ai_tool.py": "pydantic-ai-slim",
    "pandas_facts.py": "pandas",
}


def made(folder: Path) -> Path:
    """The Python of an environment with the library and every package; installed if it is not there."""
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        quiet = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([python, *quiet, "--editable", f"{ROOT}[frames,mcp]"], check=True)
        subprocess.run([python, *quiet, "--requirement", FOLDER / "requirements.txt"], check=True)
    return python


def environment(**served: str) -> dict[str, str]:
    """What an example finds in its environment: nothing of ours but what is served."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("OPENAI", "SUMMARIZER"))}
    path = os.pathsep.join(map(str, (ROOT, ROOT / "tests/support", ROOT / "benchmarks", FOLDER)))
    return {**plain, **served, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", "HAYSTACK_TELEMETRY_ENABLED": "False"}


def version_of(python: Path, distribution: str) -> str:
    """Which version is installed."""
    asked = f"import importlib.metadata as m; print(m.version({distribution!r}))"
    return subprocess.run([python, "-c", asked], capture_output=True, text=True, check=True).stdout.strip()


def script_rows(python: Path) -> Iterator[tuple[str, ...]]:
    """A row for each script, run without a model and with one that is served on this machine."""
    for name, distribution in SCRIPTS.items():
        for model in ("none", "served"):
            with honest_server() as server:
                served = {"OPENAI_BASE_URL": server.base_url, "OPENAI_API_KEY": "test-key"} if model == "served" else {}
                began = time.perf_counter()
                run = subprocess.run(
                    [python, FOLDER / name], env=environment(**served), capture_output=True, text=True, check=False
                )
                took = time.perf_counter() - began
                calls = len(server.requests)
            said = (run.stdout if run.returncode == 0 else run.stderr).strip().splitlines()
            version = f"{distribution} {version_of(python, distribution)}"
            outcome = "ended well" if run.returncode == 0 else f"FAILED ({run.returncode})"
            yield name, version, model, str(calls), f"{took:.1f}", outcome, said[-1] if said else ""


def main() -> int:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--venv", type=Path, help="the folder of the environment (default: made, and removed)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        python = made(arguments.venv or Path(temporary) / "venv")
        print("| example | package | model | calls | seconds | outcome | last line |\n|---|---|---|---|---|---|---|")
        failed = 0
        for row in script_rows(python):
            print("| " + " | ".join(row) + " |", flush=True)
            failed += row[5] != "ended well"
        print()
        trials = subprocess.run(
            [python, Path(__file__).parent / "integrations_trials.py"], env=environment(), check=False
        )
    return int(bool(failed or trials.returncode))


if __name__ == "__main__":
    sys.exit(main())
