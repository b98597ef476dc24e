"""The shape of a request is what servers and models of one protocol differ in; a refusal says what to change of it.

shape.after(Refusal(status=400, words="max_tokens: 9000 > 8192, …"), …)  ->  the shape with a limit of 8192
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from summarizer.forks import ForkSafeLock
from summarizer.models.anthropic.errors import is_overflow, servers_words
from summarizer.models.anthropic.request import MODES
from summarizer.models.openai.output_modes import OutputMode

if TYPE_CHECKING:
    import anthropic

# Statuses with which a request is refused for its form, and not for the key, the model's name or the moment.
_OF_FORM = (400, 422, 501)
# A limit that a server names: up to nine digits, with or without separators.
_NUMBER = re.compile(r"\d{1,3}(?:[,_]\d{3}){1,2}|\d{1,9}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """What a server said about a request that it did not take for its form."""

    words: str

    @classmethod
    def of(cls, error: anthropic.APIStatusError) -> Refusal | None:
        """The refusal that an error is; None where it is about something else, or the request is too long."""
        if error.status_code not in _OF_FORM or is_overflow(error):
            return None
        return cls(words=servers_words(error))

    def limit_below(self, asked: int) -> int | None:
        """The output limit that it names: the largest number below the one that was asked for."""
        if "max_tokens" not in self.words:
            return None
        numbers = (int(re.sub("[,_]", "", found)) for found in _NUMBER.findall(self.words))
        return max((number for number in numbers if 0 < number < asked), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestShape:
    """How a call is put to a server.

    Attributes:
        mode: how the schema goes.
        most_tokens: the highest output limit that it takes; None where it has refused none.
        keeps: whether it is told what to keep of a prompt.
    """

    mode: OutputMode = MODES[0]
    most_tokens: int | None = None
    keeps: bool = True

    def after(self, refusal: Refusal, *, limit: int, has_schema: bool) -> RequestShape | None:
        """The shape to try next, changed in one point that may have been refused; None where no other would help.

        Args:
            refusal: what the server said.
            limit: the output limit that was asked for.
            has_schema: whether the call has a schema. A refusal that explains nothing is then worth a try in the next
                mode: models and servers word it in too many ways to know them all.
        """
        lower = refusal.limit_below(limit)
        if lower is not None:
            return replace(self, most_tokens=lower)
        if self.keeps and "cache_control" in refusal.words:
            return replace(self, keeps=False)
        if not has_schema or self.mode == MODES[-1]:
            return None
        return replace(self, mode=MODES[MODES.index(self.mode) + 1])


class KnownShape:
    """What is known of the shape that one model at one base URL takes, but for the mode; used from several threads."""

    def __init__(self) -> None:
        self._lock = ForkSafeLock()
        self._shape = RequestShape()

    @property
    def shape(self) -> RequestShape:
        """The shape to begin with."""
        with self._lock:
            return self._shape

    def learn(self, change: Callable[[RequestShape], RequestShape]) -> None:
        """Remember what was found out, beside what another call may have found out meanwhile."""
        with self._lock:
            self._shape = change(self._shape)


_known: dict[tuple[str, str], KnownShape] = {}
_known_lock = ForkSafeLock()


def known_shape(*, url: str, model: str) -> KnownShape:
    """What is known of this model at this base URL (without credentials), for the life of the process."""
    with _known_lock:
        return _known.setdefault((url, model), KnownShape())
