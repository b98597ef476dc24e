"""A failure is something that was asked for and did not come, by name.

Failure(stage="extract", call_id="extract:c3", error="ReplyEmpty", message="…", lost="the facts of chunk c3")
"""

from __future__ import annotations

from summarizer.errors import SummarizerError
from summarizer.frozen import Frozen


class Failure(Frozen):
    """Something that was asked for and did not come: what, why, and what the result lacks because of it.

    `error` is the name of the class in `summarizer.errors`; `message` says what to do next.
    """

    stage: str
    call_id: str
    error: str
    message: str
    lost: str

    @classmethod
    def of(cls, error: SummarizerError, *, stage: str, call_id: str, lost: str) -> Failure:
        """The failure that this error is."""
        return cls(stage=stage, call_id=call_id, error=type(error).__name__, message=str(error), lost=lost)
