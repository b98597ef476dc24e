"""Of fallbacks is told which model answered in the place of which, how often and why.

fallback_notices(trace.fallbacks)  ->  (Notice("fallback", "backup answered 2 calls in place of gpt-5-mini (…)"),)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from summarizer.notices.notice import Notice


class UsedFallback(Protocol):
    """What is told of a call that another model answered; a `FallbackUse` is one."""

    @property
    def model(self) -> str:
        """Who was to answer."""

    @property
    def fallback(self) -> str:
        """Who did."""

    @property
    def error(self) -> str:
        """Why."""


def fallback_notices(used: Sequence[UsedFallback]) -> tuple[Notice, ...]:
    """A notice for each pair of models and reason, those of the most calls first."""
    counts = Counter((one.fallback, one.model, one.error) for one in used)
    return tuple(
        Notice(
            kind="fallback",
            message=f"{fallback} answered {count} call{'s' * (count > 1)} in place of {model} ({error}).",
            advice="trace.fallbacks names each; what is checked is checked as ever.",
        )
        for (fallback, model, error), count in counts.most_common()
    )
