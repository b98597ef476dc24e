"""Rounds bring all articles on, a step at a time: look at batches, replay what they answered, send what is lacking.

rounds.step()    ->  the seconds to wait before the next step, or None once every article is finished
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from summarizer.errors import ModelBusy, ModelError, SummarizerError, in_seconds
from summarizer.many.batches.policy import BatchPolicy
from summarizer.many.batches.receiving import Receiving
from summarizer.many.batches.replaying import Replays
from summarizer.many.batches.sending import Sending
from summarizer.many.batches.store import Kept, Store
from summarizer.models.batch_endpoint import NoRoom
from summarizer.runtime.observing.events import BatchDelayed, Event


class Rounds:
    """Brings the articles of a store to their ends; waits for nothing but single requests."""

    def __init__(self, store: Store, replays: Replays, *, policy: BatchPolicy, tell: Callable[[Event], None]) -> None:
        """Nothing is done yet.

        Args:
            store: what is kept.
            replays: brings single articles on.
            policy: how the endpoint is used.
            tell: told what happens.
        """
        self.store = store
        self._replays = replays
        self._policy = policy
        self._tell = tell
        self._sending = Sending(store, replays.endpoints, policy=policy, tell=tell)
        self._receiving = Receiving(store, replays.endpoints, sending=self._sending, policy=policy, tell=tell)
        self._failing_since: float | None = None
        self._failures = 0
        self._stopped = threading.Event()

    def stop(self) -> None:
        """Have a step that goes on in another thread end soon."""
        self._stopped.set()

    def step(self) -> float | None:
        """Do all that can be done now; the seconds until there may be more, None once every article is finished.

        Raises:
            ModelError: a server refuses, or fails for longer than is waited for; all that was answered is kept.
            ConfigError: a server has no batch endpoint, or the file cannot be written.
        """
        try:
            self._exchange()
        except (ModelError, NoRoom) as trouble:
            return self._delay(trouble)
        self._failing_since, self._failures = None, 0
        if not self.store.one("SELECT 1 FROM articles WHERE state = 'open' LIMIT 1"):
            return None
        pause = self._receiving.pause()
        return self._policy.first_look if pause is None else pause

    def cancel(self) -> None:
        """Cancel every batch that is under way; what is finished of it is kept, now or by the next step.

        Raises:
            ModelError: a server did not take it.
        """
        self._sending.find_lost()
        for part in self.store.parts("under way"):
            endpoint = self._replays.endpoints[part.model]
            try:
                endpoint.cancel(part.batch)
            except ModelError as error:
                if error.status == 404:  # it is gone
                    with self.store.transaction():
                        self.store.end(part, passed_over=None)
                    continue
                if error.status not in (400, 409):  # it has ended
                    raise
            self._receiving.take_now(part)

    def _exchange(self) -> None:
        """Do each part of a step, whatever another is in trouble with.

        Raises:
            ModelError: of the troubles the first.
            NoRoom: the same; nothing more is sent then.
        """
        troubles = [_tried(self._sending.find_lost), _tried(self._receiving.look)]
        self._replay()
        if not any(isinstance(trouble, NoRoom) for trouble in troubles):
            troubles.append(_tried(self._sending.send_all))
        for trouble in filter(None, troubles):
            raise trouble

    def _replay(self) -> None:
        """Bring on every article that waits for no answer."""
        self._check_stopped()
        for kept in self.store.ready():
            self._advance(kept)
            self._check_stopped()

    def _check_stopped(self) -> None:
        if self._stopped.is_set():
            raise SummarizerError("the work on the batch was stopped; call collect to go on")

    def _advance(self, kept: Kept) -> None:
        with self.store.transaction():
            self._replays.advance(kept, store=self.store)

    def _delay(self, trouble: ModelError | NoRoom) -> float:
        """How long to wait after a failure.

        Raises:
            ModelError: it is no use to wait, or has been waited for long enough.
        """
        waits_for_own = isinstance(trouble, NoRoom) and bool(self.store.parts("under way"))
        now = time.monotonic()
        if waits_for_own or self._failing_since is None:
            self._failing_since = now
        wish = getattr(trouble, "retry_after", None) or 0.0
        grown = self._policy.first_look * 2.0 ** min(self._failures, 32)
        seconds: float = max(wish, min(grown, self._policy.longest_pause))
        self._failures += 1
        if isinstance(trouble, ModelError) and not trouble.retryable:
            raise trouble
        if now + seconds - self._failing_since > self._policy.patience:
            raise _given_up(trouble, seconds=now - self._failing_since, wish=wish)
        self._tell(BatchDelayed(at=time.time(), article="", error=type(trouble).__name__, seconds=seconds))
        return seconds


def _tried(work: Callable[[], None]) -> ModelError | NoRoom | None:
    """The trouble that came of some work and may pass; any other is raised."""
    try:
        work()
    except NoRoom as full:
        return full
    except ModelError as error:
        if not error.retryable:
            raise
        return error
    return None


def _given_up(trouble: ModelError | NoRoom, *, seconds: float, wish: float) -> ModelError:
    asked = f" and asks to wait {in_seconds(wish)}" if wish else ""
    text = (
        f"{trouble}; the server has failed for {in_seconds(seconds)}{asked}: call collect again later, nothing is lost"
    )
    if isinstance(trouble, NoRoom):
        return ModelBusy(text)
    trouble.args = (text, *trouble.args[1:])
    return trouble
