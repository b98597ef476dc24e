"""Events tell what happens during a run, as values for progress bars and servers.

StageStarted, then for each call CallSent and CallAnswered (or CallFailed, CallRetried, CallSent …), StageFinished,
and at the end FactTicked or FactRejected for each fact
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

from summarizer.calls.call import Finish, Stage, Tokens

WaitReason: TypeAlias = Literal["server", "allowance", "limits"]
"""At whose wish a call waits before it is sent.

"server": it answered that it is to be left alone for a time. "allowance": its headers say that little is left of its
limits. "limits": the `LimitPolicy` given allows no more by the minute.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened: `at` in seconds since 1970, `article` the SHA-256 of the text that it is about."""

    at: float
    article: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StageStarted(Event):
    """A stage asks for its first reply."""

    stage: Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class StageFinished(Event):
    """Every reply that a stage asked for is there or has failed; a stage that repairs starts once more."""

    stage: Stage
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSent(Event):
    """A try leaves; `number` counts the tries of this call from 1."""

    stage: Stage
    call_id: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CallAnswered(Event):
    """A reply came; whether it can be used its stage will see."""

    stage: Stage
    call_id: str
    number: int
    seconds: float
    finish: Finish
    tokens: Tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFailed(Event):
    """A try brought no reply; `error` is the class of what it raised, `status` the server's, if it gave one."""

    stage: Stage
    call_id: str
    number: int
    seconds: float
    error: str
    status: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRetried(Event):
    """Another try follows after so many seconds, because of this error."""

    stage: Stage
    call_id: str
    error: str
    wait: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CallWaiting(Event):
    """A call is not sent for so many seconds yet; `reason` says at whose wish.

    Told before each wait for a server. Of a wait for the other reasons only the beginning is told, as a call that waits
    for its turn among others may have to wait again.
    """

    stage: Stage
    call_id: str
    seconds: float
    reason: WaitReason


@dataclass(frozen=True, slots=True, kw_only=True)
class CallFellBack(Event):
    """`fallback` is asked, as `model` did not answer; `error` is the class of why not, or how its reply ended."""

    stage: Stage
    call_id: str
    model: str
    fallback: str
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallReplayed(Event):
    """The cache held the reply; nothing was sent."""

    stage: Stage
    call_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchSent(Event):
    """A batch of so many requests is with its server; `article` is "", as it is about many."""

    batch: str
    requests: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchLooked(Event):
    """A batch was looked at: `done` of `requests` are answered, and `status` is its server's word."""

    batch: str
    requests: int
    done: int
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchEnded(Event):
    """The answers of a batch are kept; `unanswered` requests have none, and are sent again."""

    batch: str
    requests: int
    answered: int
    unanswered: int
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchDelayed(Event):
    """A server failed, or has no room for a batch; it is asked again after so many seconds."""

    error: str
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FactTicked(Event):
    """A drafted fact is among the facts of the result."""

    fact_id: str
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRejected(Event):
    """A drafted fact is among the rejected of the result, for this reason."""

    fact_id: str
    statement: str
    outcome: str
    reason: str


OnEvent: TypeAlias = Callable[[Event], None]
