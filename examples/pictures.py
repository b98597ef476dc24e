"""Makes the pictures of the README: the page of a recorded result, and that of a text checked against its source.

    pip install 'selenium' && apt-get install chromium chromium-driver
    python examples/pictures.py

What is seen is what a user gets: the real page in the real browser.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support"), str(ROOT / "benchmarks")]

from browser import Browser, running_browser  # noqa: E402 - beside the tests
from recordings import replayed  # noqa: E402 - beside the benchmarks

import summarizer  # noqa: E402 - of this checkout

OUT = ROOT / "docs" / "pictures"
SIZE = (1360, 850)
WRITTEN = """# Ferry out of service

Shares in Brennvik Yard fell 6.8 percent to $14.20 on Thursday. The number of daily crossings between Aldermouth and
Saltholm was cut from 38 to 26 on Thursday morning, a reduction of almost a third, and commuters reported waits of up to
50 minutes.

The Kittiwake entered service on 3 June 2025 and cost €31.5 million. In Saltholm, where about 9,400 people depend on the
ferry, the mood on Thursday was more weary than alarmed.
"""


def main() -> None:
    """Write every picture."""
    OUT.mkdir(parents=True, exist_ok=True)
    result, _ = replayed("science-report")
    ferry = (ROOT / "examples" / "articles" / "harbor-ferry.txt").read_text("utf-8")
    checked = summarizer.verify_text(WRITTEN, ferry)
    with running_browser() as browser:
        _take(browser, result.to_html(), "f3", "page.png")
        _take(browser, result.to_html(), "f3", "page-dark.png", dark=True)
        _take(browser, checked.to_html(), "s2", "checked.png")


def _take(browser: Browser, page: str, chosen: str, name: str, *, dark: bool = False) -> None:
    """A picture of a page on which one statement was clicked."""
    browser.open(page, size=SIZE, dark=dark)
    browser.one(f"#{chosen}").click()
    browser.away()
    time.sleep(0.3)  # what lights up does so in a tenth of a second
    browser.picture(OUT / name)
    print(OUT / name)


if __name__ == "__main__":
    main()
