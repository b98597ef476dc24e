"""The articles of the examples and of the benchmarks."""

from __future__ import annotations

from pathlib import Path

_ROOT = Path(__file__).parents[2]
_FILES = [*(_ROOT / "examples/articles").iterdir(), *(_ROOT / "benchmarks/articles").iterdir()]
ARTICLES = tuple(path for path in sorted(_FILES) if path.name != "README.md")


def text_of(path: Path, *, length: int = 12_000) -> str:
    """The beginning of an article: a long one would not say more, and takes its time."""
    return path.read_text("utf-8")[:length]
