"""Events tell what happens during a run, as values for progress bars and servers.

StageStarted, then for each call CallSent and CallAnswered (or CallFailed, CallRetried, CallSent …), StageFinished

What is told of facts and of the summary is in `telling/events.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import ClassVar, Literal, TypeAlias

from summarizer.calls.call import Finish, Stage, Tokens
from summarizer.frozen import Frozen

WaitReason: TypeAlias = Literal["server", "allowance", "limits"]
"""At whose wish a call waits before it is sent.

"server": it answered that it is to be left alone for a time. "allowance": its headers say that little is left of its
limits. "limits": the `LimitPolicy` given allows no more by the minute.
"""


class Event(Frozen):
    """Something that happened: `at` in seconds since 1970, `article` the SHA-256 of the text that it is about.

    `is_logged` says of each kind whether the log is told of it: what holds words of the article is not.
    """

    is_logged: ClassVar[bool] = True

    at: float
    article: str


class StageStarted(Event):
    """A stage asks for its first reply."""

    stage: Stage


class StageFinished(Event):
    """Every reply that a stage asked for is there or has failed; a stage that repairs starts once more."""

    stage: Stage
    seconds: float


class CallSent(Event):
    """A try leaves; `number` counts the tries of this call from 1."""

    stage: Stage
    call_id: str
    number: int


class CallAnswered(Event):
    """A reply came; whether it can be used its stage will see. `cost` is in US dollars, None if no price is known."""

    stage: Stage
    call_id: str
    number: int
    seconds: float
    finish: Finish
    tokens: Tokens
    cost: Decimal | None = None


class CallFailed(Event):
    """A try brought no reply; `error` is the class of what it raised, `status` the server's, if it gave one."""

    stage: Stage
    call_id: str
    number: int
    seconds: float
    error: str
    status: int | None


class CallRetried(Event):
    """Another try follows after so many seconds, because of this error."""

    stage: Stage
    call_id: str
    error: str
    wait: float


class CallWaiting(Event):
    """A call is not sent for so many seconds yet; `reason` says at whose wish.

    Told before each wait for a server. Of a wait for the other reasons only the beginning is told, as a call that waits
    for its turn among others may have to wait again.
    """

    stage: Stage
    call_id: str
    seconds: float
    reason: WaitReason


class CallFellBack(Event):
    """`fallback` is asked, as `model` did not answer; `error` is the class of why not, or how its reply ended."""

    stage: Stage
    call_id: str
    model: str
    fallback: str
    error: str


class CallReplayed(Event):
    """The cache held the reply; nothing was sent."""

    stage: Stage
    call_id: str


class BatchSent(Event):
    """A batch of so many requests is with its server; `article` is "", as it is about many."""

    batch: str
    requests: int


class BatchLooked(Event):
    """A batch was looked at: `done` of `requests` are answered, and `status` is its server's word."""

    batch: str
    requests: int
    done: int
    status: str


class BatchEnded(Event):
    """The answers of a batch are kept; `unanswered` requests have none, and are sent again."""

    batch: str
    requests: int
    answered: int
    unanswered: int
    status: str


class BatchDelayed(Event):
    """A server failed, or has no room for a batch; it is asked again after so many seconds."""

    error: str
    seconds: float


OnEvent: TypeAlias = Callable[[Event], None]
