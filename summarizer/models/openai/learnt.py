"""What was learnt of a model at a server, for the life of the process: what it takes, found by its answers.

learnt_of(url=…, model=…, first=…).shape(call)    how a call is put to it first
learnt.remember(taken, first=…, …)                what it took after it had refused something else
"""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import replace

from summarizer.calls.call import Call
from summarizer.forks import ForkSafeLock
from summarizer.models.openai.output_modes import OutputForm, OutputModes, modes_of
from summarizer.models.openai.request_shape import RequestShape

_log = logging.getLogger(__name__)


class Learnt:
    """What a model at a base URL takes; used from several threads."""

    def __init__(self, *, shown: str, modes: OutputModes, first: RequestShape) -> None:
        """Nothing is known but what follows from the names of model and server.

        Args:
            shown: how the model and its server may be called in a log.
            modes: what is known of the forms that it takes.
            first: how calls are put to it until it refuses something.
        """
        self.modes = modes
        self._shown = shown
        self._lock = ForkSafeLock()
        self._shape = first
        self._largest_taken = 0
        self._vain = 0
        self._skip = 0

    def shape(self, call: Call) -> RequestShape:
        """How a call is put to it first."""
        form = self.modes.begin(call) if call.schema else OutputForm()
        with self._lock:
            return replace(self._shape, form=form)

    @property
    def largest_taken(self) -> int:
        """Tokens, about, of the largest prompt that was answered; 0 before the first."""
        return self._largest_taken

    def note_taken(self, tokens: int) -> None:
        """A prompt of about so many tokens was answered."""
        with self._lock:
            self._largest_taken = max(self._largest_taken, tokens)
            self._vain = self._skip = 0

    def may_guess(self) -> bool:
        """True when an error that explains nothing is worth a guess: not each time while guesses help nothing."""
        with self._lock:
            self._skip -= 1
            return self._skip < 0

    def note_vain(self) -> None:
        """A guess did not help: the next is made after one such error, then after three, seven and so on."""
        with self._lock:
            self._vain = min(self._vain + 1, 10)
            self._skip = 2**self._vain - 1

    def remember(self, taken: RequestShape, *, first: RequestShape, refused: Iterable[tuple[OutputForm, bool]]) -> None:
        """Begin with what it took; only with what changed, as another call may have learnt something else.

        Args:
            taken: how the call was answered.
            first: how it was sent first.
            refused: the forms that it refused on the way, and of each whether it named what it refused.
        """
        changed = [f"without {name}" for name in sorted(taken.dropped - first.dropped)]
        with self._lock:
            if taken.limit_renamed:
                changed.append(f"with {taken.limit_name}")
            if taken.merged and not first.merged:
                changed.append("without a system role")
            if taken.most != first.most:
                changed.append(f"for at most {taken.most} tokens")
            self._shape = replace(
                self._shape,
                dropped=self._shape.dropped | (taken.dropped - first.dropped),
                limit_name=taken.limit_name if taken.limit_renamed else self._shape.limit_name,
                merged=self._shape.merged or taken.merged,
                most=self._shape.most if taken.most == first.most else taken.most,
                least=max(self._shape.least, taken.least),
                chances=self._shape.chances if taken.chances == first.chances else taken.chances,
            )
        if changed:
            _log.info("%s is asked %s from now on", self._shown, ", ".join(changed))
        for form, named in refused:
            self.modes.note_refused(form, taken=taken.form, named=named)


_known: dict[tuple[str, str, RequestShape], Learnt] = {}
_known_lock = ForkSafeLock()


def learnt_of(*, url: str, model: str, first: RequestShape) -> Learnt:
    """What is known of this model at this base URL (without credentials), for the life of the process."""
    with _known_lock:
        modes = modes_of(url=url, model=model)
        return _known.setdefault((url, model, first), Learnt(shown=f"{model} at {url}", modes=modes, first=first))
