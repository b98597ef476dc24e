"""The page: one file, closed to everything but its own script and style, whose links all lead somewhere."""

from __future__ import annotations

import base64
import hashlib
import re
import shutil
import subprocess
from collections import Counter
from importlib.resources import as_file, files

import pytest
from page_attacks import attacks
from shown_pages import Parsed, report_result

import summarizer
from summarizer import Document, Result
from summarizer.render.page.of_result import content_of
from summarizer.render.page.page import page_of


@pytest.fixture(scope="module")
def result() -> Result:
    """A result with everything in it."""
    return report_result()


def test_only_its_own_style_and_script_may_run(result: Result) -> None:
    """The policy names both by their hashes, forbids all else, and no element carries style or handlers."""
    page = page_of(content_of(result))
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    for name in ("style", "script"):
        found = re.findall(rf"<{name}>(.*?)</{name}>", page, re.DOTALL)
        assert len(found) == 1
        digest = base64.b64encode(hashlib.sha256(found[0].encode()).digest()).decode()
        assert f"{name}-src &#x27;sha256-{digest}&#x27;" in policy[1]
    assert policy[1].startswith("default-src &#x27;none&#x27;;")
    assert "unsafe" not in policy[1]
    parsed = Parsed(page)
    assert not any(name in {"src", "style"} or name.startswith("on") for _, name, _ in parsed.attributes)
    assert page.startswith("<!DOCTYPE html>\n")
    assert parsed.open == []


def test_every_link_leads_to_one_element(result: Result) -> None:
    """Each `#…` exists exactly once, every other link is a web page, and each place of the result has its anchor."""
    parsed = Parsed(page_of(content_of(result)))
    assert set(Counter(parsed.ids).values()) == {1}
    inner = {one.removeprefix("#") for one in parsed.links if one.startswith("#")}
    assert inner <= set(parsed.ids)
    assert all(one.startswith(("#", "https://")) for one in parsed.links)
    assert {f"e{one.start}-{one.end}" for one in result.evidences()} <= set(parsed.ids)


def test_the_same_result_is_the_same_page(result: Result) -> None:
    """Nothing of the clock or of the order of sets is in it."""
    assert page_of(content_of(result)) == page_of(content_of(Result.model_validate_json(result.model_dump_json())))


def test_hostile_words_stay_words(result: Result) -> None:
    """An article of attacks, as Markdown and as plain text, makes no element that the page does not make of itself."""
    for form in ("markdown", "plain"):
        text = "\n\n".join(["The port of Lund closes.", *attacks("http://127.0.0.1:9")])
        hostile = summarizer.summarize(Document.of(text, format=form, title=text), model=None)
        assert set(Parsed(hostile.to_html()).tags) <= set(Parsed(result.to_html()).tags) | {"s", "sup", "sub", "hr"}


def test_the_script_is_well_formed() -> None:
    """As node reads it, without running it."""
    node = shutil.which("node")
    assert node, "node is not there: apt-get install nodejs, as .ci/run does"
    with as_file(files("summarizer.render.page") / "page.js") as script:
        done = subprocess.run([node, "--check", str(script)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
