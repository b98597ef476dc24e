"""What a release is: a wheel that works alone, and a source distribution that builds and tests itself offline."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from email.parser import HeaderParser
from pathlib import Path
from typing import NamedTuple

import pytest

from summarizer.version import DISTRIBUTION, __version__

ROOT = Path(__file__).parents[2]

# Packed, of which .83 MB are the table of tokens and .93 MB the code: 1.89 MB in November 2026. When it is
# passed, look with `python -m zipfile -l` for what came in, and say in docs/releases.md what it is for.
MOST_BYTES = 2_500_000
# Kinds of file that belong into it: code and its types, prompts and tables, the page's style, what the build adds.
KINDS = {".py", ".pyi", ".typed", ".md", ".json", ".xz", ".css", ".js", ".txt", ""}


class Dist(NamedTuple):
    """What a release is made of."""

    wheel: Path
    sdist: Path


def built(source: Path, out: Path, *options: str) -> None:
    """Build without a network: the backend that is installed, and no environment of its own."""
    command = [sys.executable, "-m", "build", "--no-isolation", *options, "--outdir", str(out), str(source)]
    run = subprocess.run([*offline(), *command], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def offline() -> list[str]:
    """What runs a command in a network of its own, where there is none; nothing where that is not allowed."""
    if shutil.which("unshare") is None:
        return []
    way = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--net"]
    return way if subprocess.run([*way, "true"], capture_output=True, check=False).returncode == 0 else []


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Dist:
    """Both, the wheel built from the source distribution."""
    out = tmp_path_factory.mktemp("dist")
    built(ROOT, out)
    (wheel,) = out.glob("*.whl")
    (sdist,) = out.glob("*.tar.gz")
    return Dist(wheel, sdist)


def test_the_wheel_holds_what_the_code_reads(dist: Dist) -> None:
    """Prompts, the token table, the type marker and every module of the checkout are inside."""
    names = set(zipfile.ZipFile(dist.wheel).namelist())
    modules = {
        str(p.relative_to(ROOT))
        for p in (ROOT / "summarizer").rglob("*")
        if p.is_file() and "__pycache__" not in p.parts
    }
    prompts = {f"summarizer/prompts/{p.name}" for p in (ROOT / "prompts").iterdir()}
    assert len(modules) > 40
    assert "summarizer/py.typed" in names
    assert modules | prompts <= names


def test_the_wheel_holds_nothing_else(dist: Dist) -> None:
    """No test, recording, page of the documents or compiled file; and it is small."""
    wheel = zipfile.ZipFile(dist.wheel)
    names = wheel.namelist()
    about = f"{DISTRIBUTION.replace('-', '_')}-{__version__}.dist-info"
    assert {name.split("/")[0] for name in names} == {"summarizer", about}
    assert {Path(name).suffix for name in names if name.startswith("summarizer/")} <= KINDS
    assert not [name for name in names if "test" in Path(name).parts or "recordings" in Path(name).parts]
    assert dist.wheel.stat().st_size < MOST_BYTES


def test_the_wheel_says_what_it_is(dist: Dist) -> None:
    """Its name, licence, Python and types are in the metadata, and the page that an index shows is the README."""
    wheel = zipfile.ZipFile(dist.wheel)
    (metadata,) = [name for name in wheel.namelist() if name.endswith("/METADATA")]
    said = HeaderParser().parsestr(wheel.read(metadata).decode("utf-8"))
    assert (said["Name"], said["Version"], said["License-Expression"]) == (DISTRIBUTION, __version__, "Apache-2.0")
    assert said["Requires-Python"] == ">=3.11"
    assert "Typing :: Typed" in said.get_all("Classifier", [])
    assert (ROOT / "README.md").read_text("utf-8").strip() in str(said.get_payload())


def test_the_wheel_works_without_the_checkout(dist: Dist, tmp_path: Path) -> None:
    """Unpacked elsewhere, the package summarizes, renders a prompt and counts tokens, with no checkout in reach."""
    shutil.unpack_archive(dist.wheel, tmp_path, "zip")
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


def test_the_source_distribution_builds_and_tests_itself_offline(dist: Dist, tmp_path: Path) -> None:
    """Unpacked elsewhere it makes the same wheel again, and its tests run there, with no network to reach.

    A few of its tests, so that this takes seconds; `docs/releases.md` has the command for all.
    """
    with tarfile.open(dist.sdist) as packed:
        packed.extractall(tmp_path, filter="data")
    (source,) = tmp_path.iterdir()
    built(source, tmp_path / "again", "--wheel")
    (wheel,) = (tmp_path / "again").glob("*.whl")
    assert set(zipfile.ZipFile(wheel).namelist()) == set(zipfile.ZipFile(dist.wheel).namelist())
    tests = ["tests/text/test_span.py", "tests/test_api.py", "tests/prompts"]
    run = subprocess.run(
        [*offline(), sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests],
        capture_output=True,
        text=True,
        check=False,
        cwd=source,
        env={**os.environ, "PYTHONPATH": str(source), "PYTEST_XDIST_WORKER": "", "PYTEST_ADDOPTS": ""},
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "no tests ran" not in run.stdout
