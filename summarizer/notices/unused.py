"""What of a file could not be made text of is told, for no fact can stand on it.

unused_notices((Unused(what="2 pages without text", …),))  ->  (Notice("unused", "Not used: 2 pages without text."),)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from summarizer.notices.notice import Notice


class NotRead(Protocol):
    """Something of a file that could not be read, as far as it is looked at here."""

    @property
    def line(self) -> str:
        """What it is and where."""

    @property
    def advice(self) -> str:
        """What to do so that it is read, as a sentence, or ""."""


def unused_notices(unused: Sequence[NotRead]) -> tuple[Notice, ...]:
    """One quiet notice of all that could not be read, with every advice once; none where all was.

    Args:
        unused: what could not be read.
    """
    if not unused:
        return ()
    message = f"Not used: {'; '.join(one.line for one in unused)}."
    advice = " ".join(dict.fromkeys(one.advice for one in unused if one.advice))
    return (Notice(kind="unused", message=message, advice=advice, quiet=True),)
