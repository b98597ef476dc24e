"""Every notebook of the examples runs from its first cell to its last, and reads well as a web page."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import Any

import jupytext
import nbclient
import pytest
from browser import Browser
from nbconvert import HTMLExporter

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "examples" / "notebooks").glob("*.py"))
# How a table of somebody else's looks, down to the last property.
TABLE = """return [...document.querySelectorAll('table.dataframe, table.dataframe tr:nth-child(-n+2) *')].map(
  one => [...getComputedStyle(one)].map(name => name + ':' + getComputedStyle(one)[name]).join(';'))"""


def test_there_are_notebooks() -> None:
    """An empty folder cannot pass."""
    assert len(NOTEBOOKS) >= 1


@pytest.fixture(scope="module", params=NOTEBOOKS, ids=lambda path: path.name)
def run(request: pytest.FixtureRequest) -> Any:
    """A notebook that was run by Jupyter's own client, in a kernel of its own."""
    notebook = jupytext.read(request.param)
    client = nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(request.param.parent)}})
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]))
        patch.setenv("PYTHONWARNINGS", "ignore")
        asyncio.run(client.async_execute())
    return notebook


def test_a_notebook_shows_what_it_makes(run: Any) -> None:
    """What a cell ends with is shown in three forms, each of them short; a list of claims is a line for each."""
    shown = [output["data"] for cell in run.cells for output in cell.get("outputs", []) if "data" in output]
    rich = [data for data in shown if "summarizer-" in data.get("text/html", "")]
    assert len(rich) >= 4
    for data in rich:
        assert set(data) == {"text/plain", "text/markdown", "text/html"}
        assert "\n" not in data["text/plain"]
        assert max(map(len, data.values())) < 60_000
    assert not [output for cell in run.cells for output in cell.get("outputs", []) if output.get("name") == "stderr"]


def test_a_notebook_is_a_web_page(run: Any, browser: Browser, tmp_path: Path) -> None:
    """Light and dark: our cells have the colours of the page, keep their styles, and ask for nothing."""
    for theme in ("light", "dark"):
        # Without what nbconvert would load of others: MathJax, and a loader of scripts.
        exporter = HTMLExporter(template_name="lab", theme=theme, mathjax_url="", require_js_url="")
        html, _ = exporter.from_notebook_node(run)
        page = tmp_path / f"{theme}.html"
        page.write_text(html, "utf-8")
        browser.open(page, dark=theme == "light")
        assert browser.requests() == []
        papers = browser.run("""
          const paper = one => getComputedStyle(one).backgroundColor;
          return [...document.querySelectorAll('[class^=summarizer-]:has(> style)')]
            .map(one => paper(one) === paper(document.body));
        """)
        assert len(papers) >= 4
        assert all(papers)
    with_ours = browser.run(TABLE)
    browser.run("document.querySelectorAll('[class^=summarizer-] > style').forEach(one => one.remove())")
    assert with_ours == browser.run(TABLE) != []
