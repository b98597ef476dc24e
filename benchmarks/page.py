"""How long the page of a long article takes: to make, to lay out in Chromium, and until a first key has lit its place.

python benchmarks/page.py [CHARACTERS …]
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[1] / "tests" / "support")]

from browser import Browser, running_browser  # noqa: E402 - beside the tests

import summarizer  # noqa: E402 - of this checkout
from summarizer.document.document import Document  # noqa: E402
from summarizer.result_parts.document_record import DocumentRecord  # noqa: E402

ARTICLES = Path(__file__).parents[1] / "examples" / "articles"
# When the page of the last navigation was parsed and laid out, in milliseconds from its start.
_READY = """
document.body.getBoundingClientRect();
const entry = performance.getEntriesByType("navigation")[0];
return [entry.domInteractive, entry.domContentLoadedEventEnd, performance.now()];
"""
# A key is pressed, and what it lights is laid out.
_KEY = """
const begun = performance.now();
document.dispatchEvent(new KeyboardEvent("keydown", {key: "j", bubbles: true}));
document.querySelector("#source .lit").getBoundingClientRect();
return performance.now() - begun;
"""


def main() -> None:
    """Print a line for each size."""
    sizes = [int(size) for size in sys.argv[1:]] or [20_000, 200_000, 1_000_000]
    report = (ARTICLES / "coastal-grid-report.md").read_text("utf-8")
    result = summarizer.summarize(report, model=None, length="long", max_facts=60)
    print("characters   page made   size      interactive   ready      a key")
    with running_browser() as browser:
        for size in sizes:
            text = report
            while len(text) < size:
                text += "\n\n" + report
            document = DocumentRecord.of(Document.of(text[: max(size, len(report))]))
            _measure(browser, result.model_copy(update={"document": document}))


def _measure(browser: Browser, result: summarizer.Result) -> None:
    begun = time.perf_counter()
    page = result.to_html()
    made = time.perf_counter() - begun
    browser.open(page)
    interactive, _, ready = browser.run(_READY)
    key = browser.run(_KEY)
    written = f"{result.document.length:>10,}   {made:>7.2f} s   {len(page.encode()) / 1e6:>4.1f} MB"
    print(f"{written}   {interactive:>8.0f} ms   {ready:>5.0f} ms   {key:>4.0f} ms")


if __name__ == "__main__":
    main()
