"""A real browser for tests: Debian's Chromium, driven by selenium, in which pages of the project are opened from files.

browser.open(page)                        # a string of HTML, or a file
browser.run("return document.title")
browser.requests()                        ->  ["https://…"]: what the page asked of any server since it was opened
browser.serious()                         ->  []: what axe-core finds that is serious or critical
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement

__all__ = ["PHONE", "WIDE", "Browser", "Keys", "WebElement", "running_browser"]

WIDE: Final = (1280, 800)
PHONE: Final = (390, 844)
# A page in a file has these addresses; all others leave it.
_OWN: Final = ("file:", "data:", "about:", "blob:")
_AXE: Final = """
const done = arguments[arguments.length - 1];
axe.run(document, {resultTypes: ["violations"]}).then(
  found => done(found.violations.map(v => ({
    id: v.id, impact: v.impact, help: v.help, nodes: v.nodes.slice(0, 5).map(n => n.html.slice(0, 200)),
  }))),
  error => done([{id: "axe", impact: "critical", help: String(error), nodes: []}]),
);
"""


class Browser:
    """One window of Chromium; `open` shows a page in it as if nothing had been shown before."""

    def __init__(self, driver: webdriver.Chrome, folder: Path) -> None:
        self.driver = driver
        self._folder = folder
        self._opened = 0

    def open(
        self,
        page: str | Path,
        *,
        size: tuple[int, int] = WIDE,
        dark: bool = False,
        still: bool = True,
        scripts: bool = True,
        fragment: str = "",
    ) -> None:
        """Show a page.

        Args:
            page: its HTML, or the file that it is in.
            size: width and height of the window, in CSS pixels.
            dark: the reader prefers dark colours.
            still: the reader prefers that nothing moves.
            scripts: whether its scripts run.
            fragment: of its address, "#e1-2".
        """
        if isinstance(page, str):
            self._opened += 1
            path = self._folder / f"page{self._opened}.html"
            path.write_text(page, encoding="utf-8", newline="")
        else:
            path = page
        self._send("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.resize(size)
        self.media(
            prefers_color_scheme="dark" if dark else "light",
            prefers_reduced_motion="reduce" if still else "no-preference",
        )
        self.driver.get("about:blank")
        self.events()
        self.driver.get(path.resolve().as_uri() + fragment)

    def resize(self, size: tuple[int, int]) -> None:
        """Make the window so wide and high; a phone's is one that is touched."""
        width, height = size
        self._send(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600
        )

    def media(self, kind: str = "", **features: str) -> None:
        """Show the page in this medium ("print", or "" for the screen) and with these media features."""
        wanted = [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]
        self._send("Emulation.setEmulatedMedia", media=kind, features=wanted)

    def run(self, script: str, *arguments: object) -> Any:
        """What a piece of JavaScript returns; it may be given elements, and may return them."""
        return self.driver.execute_script(script, *arguments)

    def all(self, selector: str) -> list[WebElement]:
        """Every element that a CSS selector finds."""
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector: str) -> WebElement:
        """The first element that a CSS selector finds."""
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def hover(self, element: WebElement) -> None:
        """Move the mouse over an element."""
        webdriver.ActionChains(self.driver, duration=0).move_to_element(element).perform()

    def away(self) -> None:
        """Move the mouse to where nothing is."""
        chain = webdriver.ActionChains(self.driver, duration=0)
        chain.w3c_actions.pointer_action.move_to_location(0, 0)  # type: ignore[no-untyped-call]
        chain.perform()

    def press(self, *keys: str) -> None:
        """Press keys one after the other, wherever the focus is."""
        webdriver.ActionChains(self.driver, duration=0).send_keys(*keys).perform()

    def picture(self, path: Path | None = None) -> bytes:
        """What the window shows, as PNG."""
        shot: bytes = self.driver.get_screenshot_as_png()
        if path is not None:
            path.write_bytes(shot)
        return shot

    def logged(self) -> list[Mapping[str, Any]]:
        """What the browser's own tools noted since they were asked last."""
        entries = self.driver.get_log("performance")  # type: ignore[no-untyped-call]
        return [json.loads(entry["message"])["message"] for entry in entries]

    def events(self) -> Events:
        """What they noted, sorted, with what went wrong on the page as its console tells it."""
        console = self.driver.get_log("browser")  # type: ignore[no-untyped-call]
        return Events(self.logged(), errors=[one["message"] for one in console if one["level"] == "SEVERE"])

    def requests(self) -> list[str]:
        """The addresses that were asked for since the page was opened or this was called, but the page's own."""
        return self.events().requests

    def serious(self) -> list[dict[str, Any]]:
        """What axe-core finds on the page that is serious or critical."""
        return [found for found in self.axe() if found["impact"] in {"serious", "critical"}]

    def axe(self) -> list[dict[str, Any]]:
        """Everything that axe-core finds on the page; it is put in by the browser's tools, past the page's policy."""
        package = importlib.util.find_spec("axe_playwright_python")
        assert package is not None, "axe-core is in the package axe-playwright-python: make test installs it"
        assert package.origin is not None
        source = Path(package.origin).with_name("axe.min.js").read_text("utf-8")
        self._send("Runtime.evaluate", expression=source)
        found: list[dict[str, Any]] = self.driver.execute_async_script(_AXE)
        return found

    def _send(self, command: str, **arguments: object) -> None:
        self.driver.execute_cdp_cmd(command, arguments)


class Events:
    """What was noted: the requests that left the page, the dialogs that it opened, and its errors."""

    def __init__(self, logged: list[Mapping[str, Any]], *, errors: list[str]) -> None:
        asked = [one["params"]["request"]["url"] for one in logged if one["method"] == "Network.requestWillBeSent"]
        self.requests = [url for url in asked if not url.startswith(_OWN)]
        self.dialogs = [one["params"] for one in logged if one["method"] == "Page.javascriptDialogOpening"]
        self.errors = errors


@contextlib.contextmanager
def running_browser() -> Iterator[Browser]:
    """A browser that is closed in the end."""
    program, driver = shutil.which("chromium"), shutil.which("chromedriver")
    assert program, "Chromium is not there: apt-get install chromium chromium-driver, as .ci/run does"
    assert driver, "Chromium's driver is not there: apt-get install chromium chromium-driver, as .ci/run does"
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for flag in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--hide-scrollbars"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    with tempfile.TemporaryDirectory() as folder:
        window = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
        try:
            window.set_script_timeout(60)
            yield Browser(window, Path(folder))
        finally:
            window.quit()
