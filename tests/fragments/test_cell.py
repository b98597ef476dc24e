"""A cell keeps its style to itself, needs nothing from elsewhere, and follows the colours of whoever shows it."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest
from browser import Browser

from summarizer.fragments.cell import cell
from summarizer.fragments.elements import tag

CSS = files("summarizer.fragments").joinpath("cell.css").read_text("utf-8")
# One of everything that a style could reach, with the names of classes that stand in a cell.
BESIDE = """<div id="beside"><h1 class="summarizer-title">a</h1><p class="summarizer-item">b <mark>c</mark>
<code>d</code></p><ul><li class="summarizer-item">e</li></ul><details open><summary>f</summary>g</details>
<blockquote>h</blockquote><table border="1"><tr><th>i</th><td>j</td></tr></table><strong>k</strong></div>"""
STYLES = """return [...document.querySelectorAll('#beside, #beside *')].map(
  one => [...getComputedStyle(one)].map(name => name + ':' + getComputedStyle(one)[name]).join(';'))"""
COLOURS = (
    "const s = getComputedStyle(document.querySelector('[class^=summarizer-]')); return [s.backgroundColor, s.color]"
)


def shown() -> str:
    """A cell with something in it."""
    said = tag("p", "The port closes.")
    return cell(
        tag("ul", tag("li", said, class_="summarizer-item")), tag("details", tag("summary", "x"), "y", open=True)
    )


def test_a_style_reaches_nothing_beside_its_cell(browser: Browser) -> None:
    """Every element outside is computed as it is without the cell, down to the last property."""
    browser.open(f"<!DOCTYPE html>{BESIDE}")
    before = browser.run(STYLES)
    browser.open(f"<!DOCTYPE html>{BESIDE}{shown()}")
    assert browser.run(STYLES) == before
    assert (
        browser.run("return getComputedStyle(document.querySelector('[class^=summarizer-] li')).listStyleType")
        == "none"
    )


def test_every_rule_is_for_the_cell_alone(browser: Browser) -> None:
    """Each selector of each rule, as the browser reads them, asks for the class that is this style's own."""
    browser.open(f"<!DOCTYPE html>{shown()}")
    name, selectors = browser.run("""
      const root = document.querySelector('[class^=summarizer-]');
      const flat = rules => [...rules].flatMap(r => r.selectorText ? [r.selectorText] : flat(r.cssRules || []));
      return [root.classList[0], flat(root.querySelector('style').sheet.cssRules)];
    """)
    assert len(selectors) > 60
    for selector in selectors:
        bare = re.sub(r"\([^()]*(?:\([^()]*\)[^()]*)*\)", "()", selector)
        assert all(f".{name}.{name}" in one for one in bare.split(",")), selector


def test_a_style_loads_nothing_and_names_nothing_of_others() -> None:
    """No address, no font, no animation; its properties bear the library's name; nothing leaves the cell's box."""
    assert not re.search(
        r"url\(|@import|@font-face|@keyframes|@layer|@property|@position-try --(?!CELL-)|expression|fixed|!important",
        CSS,
    )
    assert set(re.findall(r"(--[\w-]+)\s*:", CSS)) == set(re.findall(r"--summarizer-[\w-]+(?=\s*:)", CSS))
    assert {name.split("-")[2] for name in re.findall(r"var\((--[\w-]+)", CSS)} <= {"summarizer", "jp", "vscode"}
    assert "<" not in CSS


@pytest.mark.parametrize(
    ("host", "system", "shown_as"),
    [
        ("<body>", "light", "light"),
        ("<body>", "dark", "dark"),
        ('<body data-jp-theme-light="true">', "dark", "light"),
        ('<body data-jp-theme-light="false">', "light", "dark"),
        ('<body class="vscode-dark">', "light", "dark"),
        ('<body class="vscode-light">', "dark", "light"),
        ('<body class="vscode-high-contrast">', "light", "dark"),
        ('<body class="vscode-high-contrast vscode-high-contrast-light">', "dark", "light"),
        ('<html theme="dark"><body>', "light", "dark"),
        ('<html theme="light"><body>', "dark", "light"),
    ],
)  # fmt: skip
def test_a_cell_follows_the_colours_of_its_host(host: str, system: str, shown_as: str, browser: Browser) -> None:
    """JupyterLab's, VS Code's and Colab's choice counts, else the reader's system; words are always told from paper."""
    browser.open(f"<!DOCTYPE html>{host}{shown()}", dark=system == "dark")
    paper, ink = (sum(map(int, re.findall(r"\d+", colour)[:3])) for colour in browser.run(COLOURS))
    assert (paper < ink) == (shown_as == "dark")
    assert abs(paper - ink) > 500


def test_the_colours_of_a_theme_are_taken(browser: Browser) -> None:
    """What a host says in its variables is what is shown."""
    for paper, ink in (
        ("--jp-layout-color0", "--jp-content-font-color0"),
        ("--vscode-editor-background", "--vscode-editor-foreground"),
    ):
        browser.open(f'<!DOCTYPE html><body style="{paper}:rgb(1, 2, 3);{ink}:rgb(250, 251, 252)">{shown()}')
        assert browser.run(COLOURS) == ["rgb(1, 2, 3)", "rgb(250, 251, 252)"]


def test_cells_of_one_style_share_its_name() -> None:
    """The name is made of the style, so that another version has another one; MathJax is told to pass over both."""
    one, other = cell("a"), cell("b")
    assert one.split("<style>", 1)[0] == other.split("<style>", 1)[0]
    assert re.match(r'<div class="summarizer-[0-9a-f]{8} tex2jax_ignore mathjax_ignore" dir="ltr" lang="en">', one)
