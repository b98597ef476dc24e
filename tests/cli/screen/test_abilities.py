"""What a stream can show follows from what it is and from what the user wishes."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from typing import TextIO

import pytest

from summarizer.cli.screen.abilities import Abilities, abilities_of

pty = pytest.importorskip("pty", reason="there are no pseudo-terminals here")


@pytest.fixture
def terminal() -> Iterator[TextIO]:
    """A stream to a terminal."""
    leader, follower = pty.openpty()
    with os.fdopen(leader, "rb"), os.fdopen(follower, "w") as stream:
        yield stream


def test_a_pipe_gets_text_alone() -> None:
    """Neither a file nor a closed stream has colors or a line that is written over."""
    assert abilities_of(io.StringIO(), environment={}) == Abilities()
    assert abilities_of(None, environment={"TERM": "xterm"}) == Abilities()


@pytest.mark.parametrize(
    ("environment", "colored", "live"),
    [
        ({"TERM": "xterm-256color"}, True, True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False, True),
        ({"TERM": "xterm", "NO_COLOR": ""}, True, True),
        ({"TERM": "dumb"}, False, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True, False),
        ({"TERM": "xterm", "NO_COLOR": "1", "FORCE_COLOR": "1"}, False, True),
    ],
)
def test_a_terminal_gets_what_it_has(
    terminal: TextIO,
    environment: dict[str, str],
    colored: bool,  # noqa: FBT001 -- a parameter of the test
    live: bool,  # noqa: FBT001 -- as above
) -> None:
    """Colors unless they are unwished, and a line that is written over unless it is dumb."""
    found = abilities_of(terminal, environment=environment)
    assert (found.colored, found.live) == (colored, live)


@pytest.mark.parametrize(("forced", "colored"), [("1", True), ("true", True), ("0", False), ("", False)])
def test_colors_can_be_forced_on_a_pipe(forced: str, colored: bool) -> None:  # noqa: FBT001 -- a parameter
    """A log of a build shows them; `NO_COLOR` is stronger."""
    assert abilities_of(io.StringIO(), environment={"FORCE_COLOR": forced}).colored is colored
    assert not abilities_of(io.StringIO(), environment={"FORCE_COLOR": forced, "NO_COLOR": "1"}).colored


@pytest.mark.parametrize(("columns", "width"), [("20", 40), ("72", 72), ("300", 100)])
def test_text_is_as_wide_as_can_be_read(
    columns: str, width: int, terminal: TextIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At least forty columns, at most a hundred."""
    monkeypatch.setenv("COLUMNS", columns)
    found = abilities_of(terminal, environment={"TERM": "xterm"})
    assert (found.width, found.columns) == (width, int(columns))
