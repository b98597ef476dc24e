"""The page on verification shows what the library does: each of its fences runs, with the values that it shows."""

from __future__ import annotations

from pathlib import Path

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "summarizer" / "verification" / "README.md"


def test_every_step_has_the_values_that_are_shown() -> None:
    """The fences run as one session, as they stand."""
    count = 0
    for example in Sybil(parsers=[PythonCodeBlockParser()]).parse(PAGE).examples():
        example.evaluate()
        count += 1
    assert count >= 10


def test_every_room_and_file_named_is_there() -> None:
    """What is set as code and looks like a path is one, in this package or beside it."""
    words = PAGE.read_text("utf-8").split("`")[1::2]
    paths = [word for word in words if word.endswith(("/", ".py")) and " " not in word]
    assert len(paths) > 15
    for path in paths:
        assert any((base / path).exists() for base in (PAGE.parent, PAGE.parents[1], ROOT)), path
