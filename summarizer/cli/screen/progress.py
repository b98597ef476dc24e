r"""How far a run is, in one line on standard error, which goes when the run is over.

with Progress(sys.stderr, columns=80) as progress:
    Summarizer(on_event=progress.tell).summarize(text)    ⠹ checking facts · 3 of 4 calls · $0.0012 · 12 s
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from decimal import Decimal
from itertools import cycle
from typing import Final, Self, TextIO

from summarizer.calls.call import Stage
from summarizer.cli.screen.abilities import abilities_of
from summarizer.render.wrapping import columns as columns_of
from summarizer.runtime.observing.events import (
    CallAnswered,
    CallFailed,
    CallReplayed,
    CallSent,
    CallWaiting,
    Event,
    OnEvent,
    StageStarted,
)
from summarizer.telling.events import FactHeld

_WORDS: Final[Mapping[Stage, str]] = {
    "extract": "drafting facts",
    "brief": "drafting facts and summary",
    "exam": "examining the judge",
    "judge_facts": "checking facts",
    "arrange": "putting facts in order",
    "write": "writing the summary",
    "judge_summary": "checking the summary",
    "second_look": "looking again at what is doubtful",
    "judge_claims": "checking claims",
}
_TURNS: Final = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
_PLAIN_TURNS: Final = "-\\|/"
# Seconds before the line is first shown, so that nothing flickers past, and between one look of it and the next.
_AT_FIRST: Final = 0.4
_BETWEEN: Final = 0.12
_CLEAR: Final = "\r\x1b[2K"


class Progress:
    """Counts what it is told, from any thread, and writes a line over and over until it is left."""

    def __init__(self, stream: TextIO, *, columns: int) -> None:
        """Nothing is shown yet.

        Args:
            stream: a terminal that can write a line over.
            columns: how wide it is.
        """
        self._stream = stream
        self._columns = columns
        self._over = threading.Event()
        self._begun = time.monotonic()
        self._stage: Stage | None = None
        self._sent = self._answered = self._held = 0
        self._cost: Decimal | None = None
        self._waits_until = 0.0
        self._thread = threading.Thread(target=self._show, name="summarizer-progress", daemon=True)

    def tell(self, event: Event) -> None:
        """Take note of what happened."""
        match event:
            case StageStarted():
                self._stage = event.stage
            case CallSent():
                self._sent += 1
                self._waits_until = 0.0
            case CallAnswered():
                self._answered += 1
                self._cost = self._cost if event.cost is None else (self._cost or Decimal(0)) + event.cost
            case CallReplayed():
                self._sent += 1
                self._answered += 1
            case CallFailed():
                self._sent -= 1
            case CallWaiting():
                self._waits_until = time.monotonic() + event.seconds
            case FactHeld():
                self._held += 1

    def line(self) -> str:
        """What is known in this moment, in one line, without its sign."""
        now = time.monotonic()
        known = [_WORDS[self._stage] if self._stage else "reading"]
        if self._waits_until > now:
            known.append(f"the server asks to wait {self._waits_until - now:.0f} s")
        if self._sent:
            known.append(f"{self._answered} of {self._sent} call{'' if self._sent == 1 else 's'}")
        if self._held:
            known.append(f"{self._held} fact{'' if self._held == 1 else 's'} hold{'s' if self._held == 1 else ''}")
        if self._cost is not None:
            known.append(f"${self._cost:.4f}")
        return " · ".join([*known, f"{now - self._begun:.0f} s"])

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _show(self) -> None:
        signs = cycle(_TURNS if _is_shown(_TURNS, self._stream) else _PLAIN_TURNS)
        wait, shown = _AT_FIRST, False
        while not self._over.wait(wait):
            wait, shown = _BETWEEN, self._wrote(f"{_CLEAR}{_cut(f'{next(signs)} {self.line()}', self._columns - 1)}")
            if not shown:
                return
        if shown:
            self._wrote(_CLEAR)

    def _wrote(self, text: str) -> bool:
        """Whether the terminal is still there."""
        try:
            self._stream.write(text if _is_shown(text, self._stream) else text.replace("·", "-"))
            self._stream.flush()
        except (OSError, ValueError):
            return False
        return True


@contextmanager
def shown_progress(*, wanted: bool | None) -> Iterator[OnEvent]:
    """What a run is told by while it is shown how far it is: on standard error, where that is a terminal.

    Args:
        wanted: False for no line; True and None for one wherever it can be shown.
    """
    screen = abilities_of(sys.stderr)
    if wanted is False or not screen.live or sys.stderr is None:
        yield lambda _: None
        return
    with Progress(sys.stderr, columns=screen.columns) as progress:
        yield progress.tell


def _is_shown(text: str, stream: TextIO) -> bool:
    try:
        text.encode(stream.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def _cut(line: str, columns: int) -> str:
    """The line in so many columns: what is too long loses its last parts, which matter less, and then letters."""
    while columns_of(line) > columns and " · " in line:
        line = line.rpartition(" · ")[0]
    while line and columns_of(line) > columns:
        line = line[:-1]
    return line
