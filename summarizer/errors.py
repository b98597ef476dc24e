"""Every error that this library raises on purpose is one of these; each message says what to do next.

SummarizerError
├─ InputError            the text, claim or file given cannot be used as it is
├─ FetchError            what is at a URL could not be had; carries the server's `status`, if one answered
├─ ConfigError           the caller can mend it before any call: a model name, a key, an option
│  └─ MissingExtra         an optional dependency is not installed
├─ BudgetReached         a call was not sent, because an allowance of calls, tokens or money is used up
├─ DeadlineReached       a call was not sent, or given up, because the article's time is over
├─ PromptError           a prompt file is missing or malformed, or a variable of it is missing or unknown
├─ MismatchError         a text is not the one that a result was made from
├─ ModelError            no reply came; carries the call id; `retryable` says whether another try may help
│  ├─ ModelUnavailable     timeout, broken connection, 5xx                     retryable
│  ├─ ModelBusy            rate limit; carries `retry_after` seconds            retryable
│  └─ ModelRejected        the server said that the request is wrong (4xx)
│     ├─ ContextOverflow     the request does not fit into the model's context
│     └─ ReplayMissing       a recording has no answer for the call
└─ ReplyError            a reply came and cannot be used; carries it
   ├─ ReplyTruncated       cut at the output limit
   ├─ ReplyRefused         the model declined, or a content filter stopped it
   ├─ ReplyEmpty           no choice, or no text in it
   ├─ ReplyMalformed       not the JSON that was asked for
   └─ ReplyIncomplete      ids missing, repeated or unknown
"""

from __future__ import annotations

import functools
from collections.abc import Callable

from summarizer.fragments.printable import printable
from summarizer.version import with_extra


class SummarizerError(Exception):
    """The root of the tree: catch this to catch all that the library raises on purpose.

    Its message is one line that may be printed anywhere, whatever words of a server or name of a file are in it.
    """

    def __str__(self) -> str:
        return printable(super().__str__())


class InputError(SummarizerError, ValueError):
    """The text, claim or file given cannot be used; the message says why and what to do."""


class FetchError(SummarizerError):
    """What is at a URL could not be had, or may not be asked for; `status` is the server's answer, None without one."""

    def __init__(self, message: str, *, status: int | None = None) -> None:
        super().__init__(message)
        self.status = status


class ConfigError(SummarizerError):
    """A setting is wrong or missing; nothing was sent and nothing was paid for."""


class MissingExtra(ConfigError):
    """An optional dependency is needed; the message names the extra to install."""

    def __init__(self, *, what: str, extra: str) -> None:
        super().__init__(f"{what} needs an optional dependency; run: pip install '{with_extra(extra)}'")
        self.what = what
        self.extra = extra

    def __reduce__(self) -> tuple[Callable[[], MissingExtra], tuple[()], dict[str, object]]:
        # An exception is copied by its positional arguments, and this one takes none.
        return functools.partial(type(self), what=self.what, extra=self.extra), (), self.__dict__


class BudgetReached(SummarizerError):
    """A call was not sent: it might have spent more than is allowed; what was finished before it stays."""

    def __init__(self, message: str, *, call_id: str = "") -> None:
        super().__init__(message)
        self.call_id = call_id


class DeadlineReached(SummarizerError):
    """A call was not sent, or its reply not waited for: the article's time is over; what was finished before stays."""

    def __init__(self, message: str, *, call_id: str = "") -> None:
        super().__init__(message)
        self.call_id = call_id


class PromptError(SummarizerError):
    """A prompt file or the variables given to it are wrong; the message names which."""


class MismatchError(SummarizerError, ValueError):
    """The text attached to a result is not the text that the result was made from."""


class ModelError(SummarizerError):
    """No reply came for a call; `requests` counts those made, more than one where the server refused their form."""

    retryable = False

    def __init__(self, message: str, *, call_id: str = "", status: int | None = None) -> None:
        super().__init__(message)
        self.call_id = call_id
        self.status = status
        self.requests = 1


class ModelUnavailable(ModelError):
    """The server could not be reached, did not answer in time, or failed (5xx)."""

    retryable = True


class ModelBusy(ModelError):
    """The server asked to slow down (429); `retry_after` is its wish in seconds, if it gave one."""

    retryable = True

    def __init__(
        self,
        message: str,
        *,
        call_id: str = "",
        status: int | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(message, call_id=call_id, status=status)
        self.retry_after = retry_after


class ModelRejected(ModelError):
    """The server refused the request itself: key, model name, parameter or size.

    `perhaps_too_large` says that it did not say why, and that half of so large a prompt may be taken.
    """

    def __init__(
        self, message: str, *, call_id: str = "", status: int | None = None, perhaps_too_large: bool = False
    ) -> None:
        super().__init__(message, call_id=call_id, status=status)
        self.perhaps_too_large = perhaps_too_large


class ContextOverflow(ModelRejected):
    """The request does not fit into the model's context; send smaller chunks, or take a model with a longer one."""


class ReplayMissing(ModelRejected):
    """A recording has no answer for a call; the message says what differs, and the run has to be recorded again."""


class ReplyError(SummarizerError):
    """A reply came and cannot be used; `raw` is its text as it came."""

    def __init__(self, message: str, *, call_id: str = "", raw: str = "") -> None:
        super().__init__(message)
        self.call_id = call_id
        self.raw = raw


class ReplyTruncated(ReplyError):
    """The reply was cut at the output limit; raise `max_output_tokens` or send smaller chunks."""


class ReplyRefused(ReplyError):
    """The model declined, or a content filter stopped it; another model or text may be answered."""


class ReplyEmpty(ReplyError):
    """The server answered without any text; look at the server's own log."""


class ReplyMalformed(ReplyError):
    """The reply is not the JSON that was asked for; use a model or server that enforces a schema.

    `fault` is what is wrong with it, in words for whoever is to mend it.
    """

    def __init__(self, message: str, *, call_id: str = "", raw: str = "", fault: str = "") -> None:
        super().__init__(message, call_id=call_id, raw=raw)
        self.fault = fault or message


class ReplyIncomplete(ReplyError):
    """The reply leaves out, repeats or invents ids, so that it cannot be joined to what was asked."""


# What does not fit is halved so often, down to an eighth; a model that cannot take that has no room for the task.
MOST_HALVINGS = 3


def halvings_worth(error: BaseException | None) -> int:
    """How often half of what was sent is worth a try: `MOST_HALVINGS`, or 1 where perhaps it was too large, else 0."""
    if isinstance(error, ContextOverflow):
        return MOST_HALVINGS
    return int(isinstance(error, ModelRejected) and error.perhaps_too_large)


def in_seconds(seconds: float) -> str:
    """So many seconds as a message says them: "53578 s", "600 s", "4.25 s"."""
    return f"{seconds:.0f} s" if seconds >= 1000 else f"{seconds:.3g} s"
