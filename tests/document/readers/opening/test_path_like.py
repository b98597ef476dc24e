"""Names of files and addresses are told from texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.document.readers.opening.path_like import hint_for

SUFFIXES = frozenset({".pdf", ".html"})


@pytest.mark.parametrize(
    "text",
    [
        "report.pdf",
        " ~/Documents/Annual report 2025.PDF\n",
        "C:\\Users\\me\\a.html",
        "notes.txt",
        "../a.doc",
        "https://example.org/a?b=c",
        "www.example.org/news",
        "HTTP://EXAMPLE.ORG",
        "file:///tmp/a",
    ],
)
def test_names_and_addresses_get_a_hint(text: str) -> None:
    """Which says what to give instead."""
    hint = hint_for(text, suffixes=SUFFIXES)
    assert hint is not None
    assert "pathlib.Path(" in hint or "summarizer.fetch(" in hint


def test_a_file_that_is_there_is_one_whatever_its_name(tmp_path: Path) -> None:
    """And what is not there may be a text."""
    assert hint_for(str(tmp_path), suffixes=SUFFIXES)
    assert hint_for(str(tmp_path / "missing"), suffixes=SUFFIXES) is None


@pytest.mark.parametrize(
    "text",
    [
        "It rains.",
        "He opened report.pdf.",
        "See https://example.org/a for more.",
        "https://example.org/a\nhttps://example.org/b",
        "report.pdf\nIt rained.",
        ".",
        "/",
        "",
        " ",
        "\0",
        "It rained. " * 200 + "a.pdf",
        "3.14",
        "Dr. Who",
    ],
)
def test_texts_are_texts(text: str) -> None:
    """A sentence may name a file or an address, and more than one line is no name."""
    assert hint_for(text, suffixes=SUFFIXES) is None
