"""Every fence of every page runs, and prints what the page says; the front page leads to every page."""

from __future__ import annotations

import re
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from batch_server import BatchServer
from pages import run_page

import summarizer
from summarizer import SummarizerError
from summarizer.languages.registry import languages

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(path for path in DOCS.rglob("*.md") if path.parent.name not in {"reference", "build"})
# Pages without code of their own: what was measured, how releases are made. All others have at least one fence.
OF_WORDS = {
    "index.md",
    "demo.md",
    "one-claim.md",
    "benchmarks.md",
    "peers.md",
    "releases.md",
    "changelog.md",
    "performance.md",
}


@pytest.fixture(scope="module")
def served() -> Iterator[BatchServer]:
    """A server of OpenAI's protocol on 127.0.0.1, with a model that answers honestly."""
    with BatchServer() as server:
        yield server


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(DOCS).as_posix())
def test_its_fences_run(page: Path, served: BatchServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As they stand, one after the other, beside the examples, with a model where one is named."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OPENAI_BASE_URL", served.base_url)
    monkeypatch.setenv("OPENAI_API_KEY", "test-key")
    for variable in re.findall(r'os\.environ\["(\w+)"\]', page.read_text("utf-8")):
        monkeypatch.setenv(variable, "test-key")
    ran = run_page(page)
    assert ran.python + ran.commands >= (page.name not in OF_WORDS)


def test_there_is_enough_to_run() -> None:
    """Pages do not become words alone: this many fences of Python, outputs and commands stand in them."""
    text = "".join(page.read_text("utf-8") for page in PAGES)
    assert len(PAGES) >= 25
    assert text.count("\n```python\n") >= 50
    assert text.count("\n```console\n") >= 10
    assert len(re.findall(r"\n```\n\n```text\n", text)) >= 15


def test_every_page_is_one_click_away() -> None:
    """The front page links every page, and every page is in the contents beside the text."""
    front = (DOCS / "index.md").read_text("utf-8")
    linked = set(re.findall(r"\]\(([\w/-]+\.md)", front))
    listed = {f"{name}.md" for name in re.findall(r"^([\w/-]+)$", front, re.MULTILINE)}
    names = {page.relative_to(DOCS).as_posix() for page in PAGES} - {"index.md"}
    assert names <= linked
    assert names <= listed


def test_every_error_has_its_row() -> None:
    """The page on errors says of each class what to do."""
    page = (DOCS / "errors.md").read_text("utf-8")
    for name in summarizer.__all__:
        value = getattr(summarizer, name)
        if isinstance(value, type) and issubclass(value, SummarizerError):
            assert f"| `{name}` |" in page, name


def test_every_extra_has_its_row() -> None:
    """The page on installing says what each extra of users is for."""
    page = (DOCS / "install.md").read_text("utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for extra in set(project["optional-dependencies"]) - {"docs", "test"}:
        assert f"| `{extra}` |" in page, extra


def test_every_language_has_its_row() -> None:
    """The page on languages names each that is recognized; those with words of their own are in its first row."""
    page = (DOCS / "how-to" / "languages.md").read_text("utf-8")
    first = next(line for line in page.splitlines() if line.startswith("| English"))
    for record in languages():
        name = record.names[0].title()
        assert re.search(rf"\b{name}\b", page), name
        assert (name in first) == record.known, name


def test_pages_name_no_place_of_this_machine() -> None:
    """No absolute path of a home, a root or a workplace."""
    for page in [*PAGES, ROOT / "README.md", ROOT / "SECURITY.md"]:
        text = page.read_text("utf-8")
        assert not re.search(r"(?<![\w.:/])/(?:home|root|work|tmp|Users)/", text), page
