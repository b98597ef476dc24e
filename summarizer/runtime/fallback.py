"""A fallback is another model that is asked where one did not answer, for failures that are not about the text.

run = FallbackRun(fallbacks, model_of=…, told=reporter.fell_back)
run.wrap(asend)     the same `asend`; of a call that failed for good another model is asked
run.used            which calls were answered so, by whom and why
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from summarizer.calls.call import JUDGING, Call, Reply, Stage
from summarizer.calls.flow import AsyncSend
from summarizer.errors import ContextOverflow, ModelBusy, ModelError, ModelRejected, ModelUnavailable, ReplayMissing
from summarizer.forks import ForkSafeLock
from summarizer.frozen import Frozen
from summarizer.models.base import ChatModel

# Statuses that are about the key, the account or the model's name: the next call of the run would meet them too.
_FOR_ALL_CALLS: Final = (401, 402, 403, 404, 410, 429)
_DECLINED: Final = ("refusal", "content_filter")


class FallbackUse(Frozen):
    """A call that `fallback` was asked, as `model` did not answer it; `error` is the class of why not.

    Where a model declined it is the finish of what it said: "refusal" or "content_filter".
    """

    stage: Stage
    call_id: str
    model: str
    fallback: str
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fallback:
    """A model that is asked where others failed; `judges` is False where its word on a claim would not count."""

    model: ChatModel
    judges: bool


OnFallback: TypeAlias = Callable[[FallbackUse], None]
"""Told that another model is asked, before it is."""


class FallbackRun:
    """One run's use of its fallbacks, from any thread or event loop.

    A model that could not be reached, or refused key or name, is not asked again in the run: an article takes a few
    calls, and each would wait through all tries anew. The next article begins with it again.
    """

    def __init__(
        self, fallbacks: Sequence[Fallback], *, model_of: Callable[[Call], ChatModel], told: OnFallback
    ) -> None:
        """Nothing has failed yet.

        Args:
            fallbacks: in the order in which they are asked.
            model_of: who is asked which call.
            told: told of each call that another model is asked.
        """
        self._fallbacks = tuple(fallbacks)
        self._model_of = model_of
        self._told = told
        self._lock = ForkSafeLock()
        self._down: dict[int, str] = {}  # why a model is not asked again, by the object's identity
        self._used: list[FallbackUse] = []

    @property
    def used(self) -> tuple[FallbackUse, ...]:
        """The calls that a fallback answered, by stage and id."""
        with self._lock:
            return tuple(sorted(self._used, key=lambda one: (one.stage, one.call_id)))

    def wrap(self, asend: AsyncSend) -> AsyncSend:
        """The same `asend`, which asks the next model where one failed for good; belongs outside of tries and cache."""
        if not self._fallbacks:
            return asend

        async def answered(call: Call) -> Reply:
            *others, last = self._turns(call)
            failed: list[tuple[str, str]] = []  # who, and why
            for asked in others:
                why = await self._tried(asend, asked, failed=failed)
                if isinstance(why, Reply):
                    return why
                failed.append((self._model_of(asked).name, why))
            reply = await self._asked(asend, last, failed=failed)
            self._note_answer(last, failed=failed)
            return reply

        return answered

    async def _tried(self, asend: AsyncSend, asked: Call, *, failed: Sequence[tuple[str, str]]) -> Reply | str:
        """The reply of a model that is not the last to be asked, or why the next one is."""
        try:
            reply = await self._asked(asend, asked, failed=failed)
        except ModelError as error:
            if not _helps(error):
                raise
            why = type(error).__name__
            self._note_failure(asked, error, why=why)
            return why
        if reply.finish in _DECLINED:
            return reply.finish
        self._note_answer(asked, failed=failed)
        return reply

    async def _asked(self, asend: AsyncSend, asked: Call, *, failed: Sequence[tuple[str, str]]) -> Reply:
        """The reply of one model; what it raises says in whose place it was asked."""
        model = self._model_of(asked).name
        if failed:
            before, why = failed[-1]
            self._told(FallbackUse(stage=asked.stage, call_id=asked.id, model=before, fallback=model, error=why))
        try:
            return await asend(asked)
        except ModelError as error:
            if failed:
                before = ", ".join(f"{name} ({why})" for name, why in failed)
                error.args = (f"{error}; {model} was asked in place of {before}", *error.args[1:])
            raise

    def _turns(self, call: Call) -> list[Call]:
        """The call for each model that may be asked, in their order; at least one."""
        if call.stage == "exam":  # it is about one model
            return [call]
        may_answer = [n for n, one in enumerate(self._fallbacks, start=1) if one.judges or call.stage not in JUDGING]
        turns = [call, *(replace(call, substitute=number) for number in may_answer)]
        with self._lock:
            return [turn for turn in turns if id(self._model_of(turn)) not in self._down] or [call]

    def _note_failure(self, asked: Call, error: ModelError, *, why: str) -> None:
        """Ask the model no more in this run, where the failure is not about this one call."""
        if isinstance(error, ModelUnavailable | ModelBusy) or error.status in _FOR_ALL_CALLS:
            with self._lock:
                self._down[id(self._model_of(asked))] = why

    def _note_answer(self, asked: Call, *, failed: Sequence[tuple[str, str]]) -> None:
        """Take note of an answer that is not of the model that the call was for."""
        if not asked.substitute:
            return
        first, answering = self._model_of(replace(asked, substitute=0)), self._model_of(asked)
        with self._lock:
            why = failed[0][1] if failed else self._down.get(id(first), "")
            self._used.append(
                FallbackUse(stage=asked.stage, call_id=asked.id, model=first.name, fallback=answering.name, error=why)
            )


def _helps(error: ModelError) -> bool:
    """Whether another model may answer: not a text too long, which is cut, nor a call that a recording lacks."""
    if isinstance(error, ContextOverflow | ReplayMissing):
        return False
    return isinstance(error, ModelUnavailable | ModelBusy | ModelRejected)
