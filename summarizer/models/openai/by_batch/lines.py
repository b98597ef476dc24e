"""A line of a batch is one request; its answers are read as those of a server that is asked directly.

lines.after(call, ())                   ->  BatchLine(body={"model": …, "messages": …}, shape='{"form": …}')
lines.after(call, [a refusal of it])    ->  the line in another shape, or the ModelError that it came to
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from summarizer.calls.call import Call, Reply
from summarizer.calls.replies import is_empty
from summarizer.errors import ContextOverflow, ModelError, ModelUnavailable
from summarizer.models.batch_endpoint import PASSED_OVER, BatchAnswer, BatchLine
from summarizer.models.http.endpoint import Endpoint
from summarizer.models.openai.cut_prompt import cut_prompt
from summarizer.models.openai.error_body import read_error
from summarizer.models.openai.errors import Size, translate
from summarizer.models.openai.learnt import Learnt
from summarizer.models.openai.output_modes import OutputForm
from summarizer.models.openai.refusal import Refusal
from summarizer.models.openai.request_shape import RequestShape
from summarizer.models.openai.response import read_completion
from summarizer.models.openai.second_tries import SecondTries


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchLines:
    """The lines of one model's batches.

    Attributes:
        where: the server.
        learnt: what is known of what it takes.
        bounded: the call with the output limit that the policy allows.
        body_of: the body of a request in a shape.
    """

    where: Endpoint
    learnt: Learnt
    bounded: Callable[[Call], Call]
    body_of: Callable[[Call, RequestShape], Mapping[str, object]]

    def after(self, call: Call, answers: Sequence[BatchAnswer], *, tries: int) -> Reply | ModelError | BatchLine:
        """What follows from the answers to a call so far: as `OpenAIChat` and the retries do it, over days.

        Args:
            call: what is asked.
            answers: of each try, in their order.
            tries: after how many that may succeed another time none is made.
        """
        asked = self.bounded(call)
        if not answers:
            return self._line(asked, self.learnt.shape(asked))
        second = SecondTries(asked, learnt=self.learnt, shape=shape_of(answers[0].shape))
        shape, failed, empty = second.shape, 0, False
        for number, answer in enumerate(answers, start=1):
            second.shape = shape_of(answer.shape)
            found, other = self._read(asked, answer, second)
            shape = other or second.shape
            if isinstance(found, Reply):
                second.note_taken(found, graded=not answer.fresh)
                is_over = empty or tries == 1 or not is_empty(found)
                empty = True
            else:
                failed += other is None
                is_over = other is None and not (found.retryable and failed < tries)
            if is_over and number == len(answers):  # what followed from the others is known: it was sent
                return _counted(found, requests=number)
        return self._line(asked, shape)

    def _line(self, call: Call, shape: RequestShape) -> BatchLine:
        return BatchLine(body=self.body_of(call, shape), shape=text_of(shape))

    def _read(
        self, call: Call, answer: BatchAnswer, second: SecondTries
    ) -> tuple[Reply | ModelError, RequestShape | None]:
        """The reply or error that an answer is, and the shape that is worth another try."""
        if answer.status == PASSED_OVER:
            text = f"{self.where.shown}: a batch ended without an answer to the call; try again later"
            return ModelUnavailable(text, call_id=call.id), None
        if answer.status < 400:
            return self._completion(call, answer.body), None
        further = second.after(Refusal(status=answer.status, body=read_error(answer.body)))
        if further.reply is not None:
            return further.reply, None
        return self._error(call, answer, size=further.size), further.shape

    def _completion(self, call: Call, body: bytes) -> Reply | ModelError:
        try:
            reply = read_completion(body, mask=self.where.mask)
        except ValueError as error:
            return ModelUnavailable(f"{self.where.shown}: {error}", call_id=call.id)
        cut = cut_prompt(call, tokens_in=reply.tokens.tokens_in)
        return ContextOverflow(f"{self.where.shown}: {cut}", call_id=call.id) if cut else reply

    def _error(self, call: Call, answer: BatchAnswer, *, size: Size) -> ModelError:
        import httpx2  # noqa: PLC0415 -- heavy; loaded by then
        import openai  # noqa: PLC0415 -- heavy; loaded by then

        request = httpx2.Request("POST", self.where.url)
        response = httpx2.Response(answer.status, content=answer.body, request=request)
        error = openai.APIStatusError("", response=response, body=_error_object(answer.body))
        return translate(error, call_id=call.id, server=self.where.shown, mask=self.where.mask, size=size)


def _counted(found: Reply | ModelError, *, requests: int) -> Reply | ModelError:
    if isinstance(found, Reply):
        return replace(found, requests=requests)
    found.requests = requests
    return found


def text_of(shape: RequestShape) -> str:
    """A shape as a text: `shape_of(text_of(shape)) == shape`."""
    return json.dumps(asdict(shape), default=sorted, sort_keys=True)


def shape_of(text: str) -> RequestShape:
    """The shape that `text_of` wrote."""
    fields: dict[str, Any] = json.loads(text)
    form = fields.pop("form")
    dropped = frozenset(fields.pop("dropped"))
    return RequestShape(
        form=OutputForm(mode=form["mode"], without=frozenset(form["without"])), dropped=dropped, **fields
    )


def _error_object(body: bytes) -> object:
    """The part of an error's body that the client reads codes from."""
    try:
        value = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return value.get("error", value) if isinstance(value, dict) else None
