"""A second try of the right kind follows what a server refused or failed at; each kind is worth one.

tries = SecondTries(call, learnt=…)
tries.after(refusal)  ->  Next(shape=…)  the call in another shape
                          Next(reply=…)  what the error stands for, such as an answer that the server took for wrong
                          Next(size=…)   nothing is left that could help, unless half of the text does
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from summarizer.calls.call import Call, Reply
from summarizer.models.openai.errors import Size
from summarizer.models.openai.learnt import Learnt
from summarizer.models.openai.output_modes import OutputForm
from summarizer.models.openai.refusal import OPTIONAL, Refusal, Sent, is_too_large
from summarizer.models.openai.request_shape import RequestShape
from summarizer.models.openai.schema_fit import fitting_json, matches_schema

# Requests for one try of a call: six points of it may be refused, and a form or two.
_MOST_REQUESTS: Final = 8
# Tokens from which a prompt may be what an unexplained refusal is about: the smallest context that a chat server is
# started with is 2,048 (Ollama's default until 2025), and what we ask for besides takes some of it.
_LARGE: Final = 1500


@dataclass(frozen=True, slots=True, kw_only=True)
class Next:
    """What to do about a refusal; see above."""

    shape: RequestShape | None = None
    reply: Reply | None = None
    size: Size = ""


class SecondTries:
    """The requests of one try of a call, until one is taken or nothing is left that could help."""

    def __init__(self, call: Call, *, learnt: Learnt, shape: RequestShape | None = None) -> None:
        """Nothing was sent yet; `shape` is how the call goes out first.

        Args:
            call: what is asked.
            learnt: what is known of the model.
            shape: how the call went out first; None where it did not yet.
        """
        self.call = call
        self.shape = self._first = shape or learnt.shape(call)
        self.requests = 1
        self._learnt = learnt
        self._refused: list[tuple[OutputForm, bool]] = []
        self._failed_once = False
        self._guessed = False

    def after(self, refusal: Refusal) -> Next:
        """What follows a refusal of the present shape."""
        found = self._next(refusal)
        if found.shape is not None and self.requests < _MOST_REQUESTS:
            self.shape = found.shape
            self.requests += 1
            return found
        if self._guessed and found.reply is None:
            self._learnt.note_vain()
        return replace(found, shape=None)

    def note_taken(self, reply: Reply, *, graded: bool = False) -> None:
        """Remember what worked, and what the reply says about the mode that it was asked for in.

        Args:
            reply: what came.
            graded: whether note was taken before of what it says about the mode.
        """
        self._learnt.note_taken(self._sent.tokens)
        self._learnt.remember(self.shape, first=self._first, refused=self._refused)
        modes, form = self._learnt.modes, self.shape.form
        is_whole = reply.finish == "stop" and bool(reply.text.strip())
        if self.call.schema and is_whole and not modes.is_trusted(form):
            good = matches_schema(reply.text, schema=self.call.schema)
            if good or not graded:  # a good one shows each time that the mode is of use; a bad one is counted once
                modes.note_reply(form, good=good)

    @property
    def _sent(self) -> Sent:
        return Sent.of(self.call, limit=self.shape.limit_of(self.call))

    def _next(self, refusal: Refusal) -> Next:
        if refusal.of_content or refusal.of_cut:
            return Next(reply=Reply(text="", finish="content_filter" if refusal.of_content else "length"))
        if self.call.schema and refusal.of_generation and (refusal.of_request or refusal.body.generated):
            return self._after_generation(refusal)
        shape = self.shape.after(refusal, call=self.call)
        if shape is not None:
            if shape.form != self.shape.form:
                self._refused.append((self.shape.form, True))
            return Next(shape=shape)
        if is_too_large(refusal, sent=self._sent):
            return Next(size="too large")
        return Next(shape=self._guess(refusal), size=self._size(refusal)) if refusal.is_unexplained else Next()

    def _after_generation(self, refusal: Refusal) -> Next:
        """What the model wrote, where it fits; else the same again, once; then a form that asks less of the server."""
        written = (fitting_json(text, schema=self.call.schema) for text in reversed(refusal.body.generated))
        text = next((text for text in written if text is not None), None)
        if text is not None:
            return Next(reply=Reply(text=text))
        if not self._failed_once:
            self._failed_once = True
            return Next(shape=self.shape)
        self._learnt.modes.note_reply(self.shape.form, good=False)
        lower = self.shape.form.lower()
        return Next(shape=replace(self.shape, form=lower) if lower else None)

    def _guess(self, refusal: Refusal) -> RequestShape | None:
        """Another shape after a refusal that explains nothing: a form lower, then the plainest request there is.

        A server that has answered in this form before is not guessed about for a status of its own fault, and one that
        has answered anything takes what the plainest request leaves out.
        """
        form = self.shape.form
        if refusal.status >= 500 and self._has_answered:
            return None
        if not self._guessed and not self._learnt.may_guess():
            return None
        lower = form.lower() if self.call.schema and not self._guessed else None
        self._guessed = True
        if lower is not None:
            self._refused.append((form, False))
            return replace(self.shape, form=lower)
        if self._learnt.largest_taken:
            return None
        plainest = self._plainest()
        return plainest if plainest != self.shape else None

    @property
    def _has_answered(self) -> bool:
        """True when the server has answered a call in this form before, or one without a schema like this."""
        return (
            self._learnt.modes.has_answered(self.shape.form) if self.call.schema else bool(self._learnt.largest_taken)
        )

    def _plainest(self) -> RequestShape:
        """The schema in words, no system role, and nothing that a call can do without."""
        self._refused.clear()  # which point it was is not known; the next call finds whether it was the form
        form = replace(self.shape.form, mode="text") if self.call.schema else self.shape.form
        optional = frozenset(OPTIONAL) - ({"logprobs", "top_logprobs"} if self.call.top_logprobs else frozenset())
        return replace(self.shape, form=form, merged=True, dropped=self.shape.dropped | optional)

    def _size(self, refusal: Refusal) -> Size:
        """Whether the prompt may be what was refused: it is a large one, and none as large was ever answered."""
        tokens = self._sent.tokens
        is_large = tokens >= _LARGE and tokens > self._learnt.largest_taken
        return "perhaps" if is_large and refusal.status < 500 else ""
