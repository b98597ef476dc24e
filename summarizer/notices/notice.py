"""A notice is one thing that a reader has to know of a result, in one line, with what to do about it.

Notice(kind="failure", message="The model could not be reached. Missing: …", advice="Run it again.")
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from summarizer.frozen import Frozen

NoticeKind = Literal[
    "failure", "stand_in", "language", "judge", "dropped", "unchecked", "left_out", "unanswered", "fallback", "unused"
]


class Notice(Frozen):
    r"""One thing that a reader has to know of a result: `"\n" not in message + advice`.

    `kind`: "failure": something was asked for and did not come; "stand_in": the article's sentences stand where a
    model's own were asked for; "language": the text is in another language than asked for, or a language was read by
    form alone; "judge": whose word did not count, or counted unexamined; "dropped": what was written and not kept;
    "unchecked": what nobody could check; "fallback": another model answered; "unanswered": what a focus asks and the
    article does not say; "left_out": what stands around the article and is in no fact; "unused": what of a file could
    not be made text of. `advice` says what to do, and
    is "" where there is nothing to do. A `quiet` one takes nothing away from what is shown, and stands below it.
    """

    kind: NoticeKind
    message: str
    advice: str = ""
    quiet: bool = False

    @property
    def line(self) -> str:
        """The message, and the advice behind it."""
        return f"{self.message} {self.advice}".rstrip()


def without_notices(given: object) -> object:
    """The fields of a value that is read, without the notices, which it makes itself."""
    if isinstance(given, Mapping) and "notices" in given:
        return {name: value for name, value in given.items() if name != "notices"}
    return given
