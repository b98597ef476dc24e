"""The name on the package index: one, whoever names it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from summarizer.version import DISTRIBUTION, __version__, with_extra

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
# What pydantic calls `extra` is another matter.
PYDANTICS = {"allow", "forbid", "ignore"}
# Where a person may be told what to install.
TOLD = sorted(
    path
    for pattern in (
        "*.md",
        "Makefile",
        "docs/**/*.md",
        "docs/**/*.py",
        "examples/**/*.md",
        "examples/**/*.py",
        "summarizer/**/*.py",
    )
    for path in ROOT.glob(pattern)
    if "build" not in path.parts
)


def test_the_build_and_the_hints_have_one_name() -> None:
    """`pyproject.toml` cannot read a name from code, as it does the version, so the two are compared here."""
    assert PROJECT["name"] == DISTRIBUTION
    assert with_extra("html") == f"{DISTRIBUTION}[html]"


def test_the_version_is_semantic() -> None:
    """Three numbers, and what is not yet a release behind them."""
    assert re.fullmatch(r"\d+\.\d+\.\d+((a|b|rc)\d+)?(\.dev\d+)?", __version__)


def test_nobody_is_sent_to_the_other_project() -> None:
    """`pip install summarizer` would bring an unrelated package; every hint names ours, and an extra that there is."""
    named = [
        (path.relative_to(ROOT).as_posix(), name, extras)
        for path in TOLD
        for name, extras in re.findall(r"(?<![\w.])((?:checked-)?summarizer)\[([a-z,]+)\]", path.read_text("utf-8"))
    ]
    assert [one for one in named if one[1] != DISTRIBUTION] == []
    assert {extra for _, _, extras in named for extra in extras.split(",")} <= set(PROJECT["optional-dependencies"])
    assert [path for path in TOLD if re.search(r"pip install summarizer\b", path.read_text("utf-8"))] == []
    assert len(TOLD) > 100


def test_every_extra_that_is_asked_for_is_offered() -> None:
    """What `MissingExtra` tells people to install is an extra of `pyproject.toml`."""
    code = "".join(path.read_text("utf-8") for path in (ROOT / "summarizer").rglob("*.py"))
    asked = set(re.findall(r"extra=\"(\w+)\"", code)) - PYDANTICS
    assert "html" in asked
    assert asked <= set(PROJECT["optional-dependencies"])
