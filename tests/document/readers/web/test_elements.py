"""Each paragraph of a page's article is led back to the element that it was."""

from __future__ import annotations

import time

import pytest
from lxml import html  # type: ignore[import-untyped]

from summarizer.document.document import Document
from summarizer.document.readers.web.elements import element_origins, elements_of

PAGE = """<!DOCTYPE html><html lang="en">
<head><title>Ferry sinks</title><script>var p = "It rained.";</script></head><body>
<nav><a href="/">Home</a></nav>
<article><h1>Ferry sinks</h1>
<p>The ferry <b>Gull</b> sank on Monday, the coastguard said, after a fire
in its engine room had burned for an hour.</p>
<!-- a comment --><p>Nobody was hurt: all 12<sup>3</sup> passengers were ashore by noon, and were sent home.</p>
<ul><li>The fire began at nine in the morning.</li><li>It was out by ten, the captain said.</li></ul>
<table><tr><th>Year</th><th>Fires</th></tr><tr><td>2024</td><td>3</td></tr><tr><td>2025</td><td>5</td></tr></table>
<div>The owner says that the ship had been inspected in May, and that nothing had been found to be wrong with it.</div>
</article></body></html>"""


def test_every_origin_names_an_element_with_the_same_words() -> None:
    """And they are in order and disjoint, the cells among them; `label` tells nobody an XPath."""
    document = Document.of(PAGE)
    tree = html.document_fromstring(PAGE)
    named = [one for one in document.origins if one.element]
    assert len(named) >= 4
    for one in named:
        (element,) = tree.xpath(str(one.element))
        assert set("".join(element.itertext()).split()) >= set(
            document.text[one.start : one.end].replace("**", "").lstrip("#- ").split()
        ) - {"12³"}
        assert one.label == ""
    ends = [0]
    for one in document.origins:
        assert one.start >= ends[-1]
        ends.append(one.end)


@pytest.mark.parametrize(
    ("text", "elements"),
    [
        ("It rained.", ["/html[1]/body[1]/p[1]"]),
        (
            "It rained.\n\nIt rained.\n\nIt rained.",
            ["/html[1]/body[1]/p[1]", "/html[1]/body[1]/p[2]", "/html[1]/body[1]/p[2]"],
        ),
        ("- One\n- Two", ["/html[1]/body[1]/ul[1]/li[1]", "/html[1]/body[1]/ul[1]/li[2]"]),
        ("It snowed.", []),
        ("| It rained. |", []),
    ],
)
def test_what_is_said_twice_is_found_in_order(text: str, elements: list[str]) -> None:
    """Words that the page has not are nowhere, and rows are left to their cells."""
    tree = html.document_fromstring("<p>It <b>rained</b>.</p><p>It rained.</p><ul><li>One</li><li>Two</li></ul>")
    found = element_origins(text, elements_of(tree))
    assert [one.element for one in found] == elements
    assert all(text[one.start : one.end].strip() for one in found)


@pytest.mark.parametrize(
    "page", ["<div>" * 250 + "x" + "</div>" * 250, "<p>a b c</p>" * 40_000, "<ul><li>a" * 100 + "<p>b</p>" * 20_000]
)
def test_hostile_pages_take_linear_time(page: str) -> None:
    """A second is a hundred times what they need."""
    tree = html.document_fromstring(page)
    began = time.process_time()
    element_origins("a b c\n\n" * 20_000, elements_of(tree))
    assert time.process_time() - began < 10
