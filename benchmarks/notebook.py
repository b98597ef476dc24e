"""The notebook of the examples where people open it: a picture of it, and what JupyterLab makes of it.

    python benchmarks/notebook.py picture                  writes docs/pictures/notebook.png
    python benchmarks/notebook.py lab --jupyter JUPYTER    opens it in a JupyterLab, trusted and not, light and dark

JUPYTER is the program `jupyter` of an environment with jupyterlab in it (`pip install jupyterlab`), as that brings more
than a hundred packages, which nothing else here needs. Both need Chromium, as the tests do.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import jupytext
import nbclient
import nbformat
from nbconvert import HTMLExporter

ROOT: Final = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "support"))

from browser import Browser, running_browser  # noqa: E402 - it stands with the tests

NOTEBOOK: Final = ROOT / "examples" / "notebooks" / "first_tour.py"
PICTURE: Final = ROOT / "docs" / "pictures" / "notebook.png"
# Two sums in a sentence, and whatever else a notebook could take for a formula.
SUMS: Final = (
    r"The ferry of Brenta cost $5 million and the bridge $6 million. "
    r"It has \(x^2\), \[y\], \begin{align}z\end{align} and $$w$$ in it."
)
OURS: Final = """
const cells = [...document.querySelectorAll('.jp-OutputArea-output')].filter(
  one => one.querySelector('[class^=summarizer-]') || /Brenta|Sound Link/.test(one.textContent));
return {
  outputs: cells.length,
  styled: cells.filter(one => one.querySelector('[class^=summarizer-] > style')).length,
  formulas: document.querySelectorAll('.jp-OutputArea-output mjx-container').length,
  formulas_of_others: document.querySelectorAll('.jp-MarkdownCell mjx-container').length,
  as_its_host: cells.filter(one => one.querySelector('[class^=summarizer-] > style')).every(one => {
    const paper = getComputedStyle(one.querySelector('[class^=summarizer-]')).backgroundColor;
    const probe = document.body.appendChild(document.createElement('p'));
    probe.style.background = 'var(--jp-layout-color0)';
    const theirs = getComputedStyle(probe).backgroundColor;
    probe.remove();
    return paper === theirs;
  }),
  dark: document.body.dataset.jpThemeLight === 'false',
};
"""


def executed() -> Any:
    """The notebook with the outputs of a kernel."""
    notebook = jupytext.read(NOTEBOOK)
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    nbclient.NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(NOTEBOOK.parent)}}).execute()
    return notebook


def sums() -> Any:
    """A notebook whose outputs hold sums: each value in Markdown alone, then in HTML alone."""
    import summarizer  # noqa: PLC0415 - after the path is set

    document = summarizer.Document.of(SUMS)
    values = [document, summarizer.verify([SUMS], document, model=None)[0], summarizer.summarize(document, model=None)]
    notebook = nbformat.v4.new_notebook()
    notebook.cells = [nbformat.v4.new_markdown_cell("$x^2$")]
    for kind in ("text/markdown", "text/html"):
        for value in values:
            cell = nbformat.v4.new_code_cell("value")
            data = value._repr_mimebundle_(include={kind})
            cell.outputs = [nbformat.v4.new_output("execute_result", data, execution_count=1)]
            notebook.cells.append(cell)
    return notebook


def picture() -> None:
    """Write the picture: the result in the notebook's page, with the mouse over its second fact."""
    exporter = HTMLExporter(template_name="lab", mathjax_url="", require_js_url="")
    html, _ = exporter.from_notebook_node(executed())
    PICTURE.parent.mkdir(parents=True, exist_ok=True)
    with running_browser() as browser:
        browser.open(html, size=(1180, 1000))
        fact = browser.all(".summarizer-columns summary.summarizer-line")[1]
        browser.run("arguments[0].closest('.jp-Cell').scrollIntoView()", fact)
        browser.hover(fact)
        shot = browser.run("return arguments[0].closest('.jp-Cell')", fact).screenshot_as_png
        PICTURE.write_bytes(shot)
    print(f"{PICTURE.relative_to(ROOT)}: {len(shot):,} bytes")


@contextmanager
def running_lab(jupyter: str, folder: Path) -> Iterator[str]:
    """The address of a JupyterLab that serves a folder, and whose settings are its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = [f"--port={port}", "--no-browser", "--allow-root", "--ip=127.0.0.1", "--IdentityProvider.token="]
    server = subprocess.Popen(
        [jupyter, "lab", *options, "--ServerApp.disable_check_xsrf=True"],
        cwd=folder,
        env={**os.environ, "HOME": str(folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(120):
            time.sleep(0.5)
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", port)) == 0:
                    break
        time.sleep(2)
        yield f"http://127.0.0.1:{port}/lab"
    finally:
        server.terminate()
        server.wait(30)


def lab(jupyter: str) -> None:
    """Print what JupyterLab makes of the notebooks."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        nbformat.write(executed(), folder / "tour.ipynb")
        nbformat.write(sums(), folder / "sums.ipynb")
        with running_lab(jupyter, folder) as address, running_browser() as browser:
            browser.resize((1300, 1000))
            for trusted in (False, True):
                if trusted:
                    for path in folder.glob("*.ipynb"):
                        environment = {**os.environ, "HOME": name}
                        subprocess.run([jupyter, "trust", str(path)], env=environment, check=True, capture_output=True)
                for theme in ("JupyterLab Light", "JupyterLab Dark"):
                    _set_theme(address, theme)
                    for shown in ("tour", "sums"):
                        print(
                            f"{shown}, {theme}, {'trusted' if trusted else 'untrusted'}:",
                            _seen(browser, address, shown),
                        )


def _seen(browser: Browser, address: str, name: str) -> str:
    browser.driver.get(f"{address}/tree/{name}.ipynb?reset")
    for _ in range(60):
        time.sleep(0.5)
        if browser.run(OURS)["outputs"] > 2:
            break
    time.sleep(4)  # formulas are set a moment later
    left = [url for url in browser.requests() if not url.startswith(("http://127.0.0.1", "ws://127.0.0.1"))]
    return json.dumps({**browser.run(OURS), "left_the_machine": len(left)})


def _set_theme(address: str, theme: str) -> None:
    settings = json.dumps({"raw": json.dumps({"theme": theme})}).encode()
    url = f"{address}/api/settings/@jupyterlab/apputils-extension:themes"
    urllib.request.urlopen(urllib.request.Request(url, method="PUT", data=settings)).close()


def main() -> None:
    """Do what the command line asks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["picture", "lab"])
    parser.add_argument("--jupyter", default=shutil.which("jupyter") or "jupyter")
    asked = parser.parse_args()
    if asked.what == "picture":
        picture()
    else:
        lab(asked.jupyter)


if __name__ == "__main__":
    main()
