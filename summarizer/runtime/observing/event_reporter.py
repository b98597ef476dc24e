"""An event reporter tells the log and the user's hook what happens in one run.

reporter = EventReporter(article=sha256, hook=on_event)
end = reporter.watch(call)    CallSent
end(reply)                    CallAnswered
"""

from __future__ import annotations

import logging
import threading
import time
from collections import Counter
from typing import TypeVar

from summarizer.calls.call import Call, Reply, Stage
from summarizer.calls.drivers.steps import Returned, begin, resume
from summarizer.calls.flow import Plan
from summarizer.errors import ModelError
from summarizer.runtime.fallback import FallbackUse
from summarizer.runtime.observing.events import (
    BatchDelayed,
    BatchEnded,
    BatchSent,
    CallAnswered,
    CallFailed,
    CallFellBack,
    CallReplayed,
    CallRetried,
    CallSent,
    CallWaiting,
    Event,
    OnEvent,
    StageFinished,
    StageStarted,
    WaitReason,
)
from summarizer.runtime.observing.prices import Pricer, unpriced
from summarizer.runtime.observing.watch import End

T = TypeVar("T")

_log = logging.getLogger("summarizer")
_NOTEWORTHY = (CallRetried, CallWaiting, CallFellBack, BatchSent, BatchEnded, BatchDelayed)


class EventReporter:
    """Tells of one run, one thing after the other, with the times at which they were seen from outside.

    The hook is called in whatever thread the thing happens, and holds the run up while it works. An exception that it
    raises costs no reply that is paid for: it is logged with its traceback, and the hook is not called again in this
    run. The log is told ids, counts and classes of errors, and no word of the article.
    """

    def __init__(
        self, *, article: str, hook: OnEvent | None, listener: OnEvent | None = None, price: Pricer = unpriced
    ) -> None:
        """Nothing has happened yet.

        Args:
            article: the SHA-256 of the text.
            hook: the user's, or None.
            listener: told of all that the hook is told of, and before it; it raises nothing.
            price: what the tokens of a reply cost.
        """
        self.article = article
        self._hook = hook
        self._listener = listener
        self._price = price
        # One at a time, so that a hook need not lock; reentrant, because a hook may summarize something itself.
        self._lock = threading.RLock()
        self._open: dict[Stage, float] = {}  # when each stage began
        self._tries: Counter[str] = Counter()  # by call id

    def watch(self, call: Call) -> End:
        """Tell of a try and of its end."""
        begun = time.monotonic()
        with self._lock:
            self._tries[call.id] += 1
            number = self._tries[call.id]
            self._begin_stage(call.stage)
            now, article = time.time(), self.article
            self._tell(CallSent(at=now, article=article, stage=call.stage, call_id=call.id, number=number))

        def end(outcome: Reply | BaseException) -> None:
            self._tell(self._end_event(call, outcome, number=number, seconds=time.monotonic() - begun))

        return end

    def retried(self, call: Call, error: BaseException, wait: float) -> None:
        """Tell that another try follows."""
        name, now = type(error).__name__, time.time()
        self._tell(CallRetried(at=now, article=self.article, stage=call.stage, call_id=call.id, error=name, wait=wait))

    def waiting(self, call: Call, seconds: float, reason: WaitReason) -> None:
        """Tell that a call is held back before it is sent."""
        with self._lock:
            self._begin_stage(call.stage)
            self._tell(
                CallWaiting(
                    at=time.time(),
                    article=self.article,
                    stage=call.stage,
                    call_id=call.id,
                    seconds=seconds,
                    reason=reason,
                )
            )

    def fell_back(self, fell_back: FallbackUse) -> None:
        """Tell that another model is asked."""
        one, now = fell_back, time.time()
        self._tell(
            CallFellBack(
                at=now,
                article=self.article,
                stage=one.stage,
                call_id=one.call_id,
                model=one.model,
                fallback=one.fallback,
                error=one.error,
            )
        )

    def replayed(self, call: Call) -> None:
        """Tell that the cache held a reply."""
        with self._lock:
            self._begin_stage(call.stage)
            self._tell(CallReplayed(at=time.time(), article=self.article, stage=call.stage, call_id=call.id))

    def rounds(self, plan: Plan[T]) -> Plan[T]:
        """The same plan, its rounds listened to: what was asked for in a round is over with it."""
        step = begin(plan)
        while not isinstance(step, Returned):
            values = yield step
            self.finish_stages()
            step = resume(plan, values)
        return step.value

    def failed(self, *, stage: str, call_id: str, error: str) -> None:
        """Tell the log of a failure in the result."""
        _log.warning("%.12s: %s failed: %s", self.article, call_id or stage, error)

    def finished(self, *, facts: int, rejected: int, failures: int, calls: int) -> None:
        """Tell the log that the run is over."""
        text = "%.12s: %d facts ticked, %d rejected, %d failures, %d calls"
        _log.info(text, self.article, facts, rejected, failures, calls)

    @property
    def is_heard(self) -> bool:
        """Whether anybody is told; what only they would hear need not be made where nobody is."""
        return self._hook is not None or self._listener is not None

    def _end_event(self, call: Call, outcome: Reply | BaseException, *, number: int, seconds: float) -> Event:
        """The event that a try ended so."""
        if isinstance(outcome, Reply):
            return CallAnswered(
                at=time.time(),
                article=self.article,
                stage=call.stage,
                call_id=call.id,
                number=number,
                seconds=seconds,
                finish=outcome.finish,
                tokens=outcome.tokens,
                cost=self._price(call, outcome.tokens) if self.is_heard else None,
            )
        return CallFailed(
            at=time.time(),
            article=self.article,
            stage=call.stage,
            call_id=call.id,
            number=number,
            seconds=seconds,
            error=type(outcome).__name__,
            status=outcome.status if isinstance(outcome, ModelError) else None,
        )

    def _begin_stage(self, stage: Stage) -> None:
        if stage not in self._open:
            self._open[stage] = time.monotonic()
            self._tell(StageStarted(at=time.time(), article=self.article, stage=stage))

    def finish_stages(self) -> None:
        """Tell that a round is over, and all that was asked for in it."""
        with self._lock:
            over, self._open = self._open, {}
            for stage, begun in over.items():
                seconds = time.monotonic() - begun
                self._tell(StageFinished(at=time.time(), article=self.article, stage=stage, seconds=seconds))

    def tell(self, event: Event) -> None:
        """Tell of something that is not about one call."""
        self._tell(event)

    def _tell(self, event: Event) -> None:
        if event.is_logged:
            level = logging.INFO if isinstance(event, _NOTEWORTHY) else logging.DEBUG
            _log.log(level, "%r", event)
        if not self.is_heard:
            return
        with self._lock:
            if self._listener is not None:
                self._listener(event)
            if self._hook is None:
                return
            try:
                self._hook(event)
            except Exception:  # noqa: BLE001 -- the user's own code: whatever it raises may not cost paid work
                self._hook = None
                _log.exception("on_event raised; it is not called again in this run")
