"""A reply's text is read into a checked value, or what is wrong with it is named.

read_reply(Reply(text='{"facts": []}'), call=call, shape=Facts)  ->  Answer(value=Facts(facts=[]))
read_reply(Reply(text="Sure!"), call=call, shape=Facts)          ->  ReplyMalformed
first_words(reply, call=call)                                    ->  {"yes": 0.9, "no": 0.1}
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from summarizer.calls.answer_in_text import last_that_fits
from summarizer.calls.call import Call, Reply
from summarizer.calls.fitting import Fitted, Place, faults_of, fit
from summarizer.calls.json_text import bare, read_json, whole_items
from summarizer.errors import ReplyEmpty, ReplyError, ReplyMalformed, ReplyRefused, ReplyTruncated
from summarizer.failure import Failure

M = TypeVar("M", bound=BaseModel)

_LEAST_CHANCE: Final = 1e-12  # a logarithm can be taken of it
_SHOWN: Final = 3  # faults named in a message: the first ones, the rest mostly follow from them


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Generic[M]):
    """What a reply says, and what of it could not be read.

    Attributes:
        value: what could be read.
        lost: why there is not more of it, with each fault by its place; None where nothing is lost.
        left_out: the places of items of lists that are not in it, as far as they are known: `("facts", 2)`.
        is_mostly_there: whether no more of them are lost than are there, so that another answer is not worth its price.
    """

    value: M
    lost: ReplyMalformed | None = None
    left_out: frozenset[Place] = frozenset()
    is_mostly_there: bool = True

    def failures(self, call: Call, *, lost: str) -> tuple[Failure, ...]:
        """The failure that what could not be read is, if there is any.

        Args:
            call: what was asked.
            lost: what a result lacks because of it.
        """
        if self.lost is None:
            return ()
        return (Failure.of(self.lost, stage=call.stage, call_id=call.id, lost=lost),)


def read_reply(reply: Reply, *, call: Call, shape: type[M]) -> Answer[M]:
    """What a reply says: the last object in its text that is of the shape, whatever stands around it.

    Reasoning, words, fences and other objects are passed over. A comma before a closing bracket and a line break inside
    a string may stand in the JSON, and what `summarizer.calls.fitting` reads as plainly meant is read; no other key or
    value is mended. Where some items of its lists can be read, those that cannot are named in `lost`.

    Args:
        reply: what the model answered.
        call: what was asked, for its id.
        shape: the pydantic model that the call's schema was made from.

    Raises:
        ReplyRefused: the model declined, or a content filter stopped it.
        ReplyTruncated: the reply was cut at the output limit, even if what came happens to be whole.
        ReplyEmpty: there is no text.
        ReplyMalformed: no object in the text is of this shape, or none of its items is.
    """
    _raise_unfinished(reply, call=call)
    text, fault = bare(reply.text), ""
    fitted: Fitted[M] | None = None
    try:
        read_json(text)
        fitted = Fitted(value=shape.model_validate_json(text, strict=True, extra="forbid"))
    except RecursionError:
        fault = "it is nested too deeply"
    except ValidationError as error:
        fault = faults_of(error, most=_SHOWN)
    except ValueError as error:
        fault = str(error)
    if fitted is None:
        fitted, in_shape = last_that_fits(reply.text, shape=shape)
        fault = in_shape or fault  # where there was an object, its faults are those to mend
    return _answer_of(fitted, fault=fault, reply=reply, call=call)


def _answer_of(fitted: Fitted[M] | None, *, fault: str, reply: Reply, call: Call) -> Answer[M]:
    if fitted is not None:
        fault = "; ".join((*fitted.lost[:_SHOWN], *reply.unread))
        if not fault:
            return Answer(value=fitted.value)
    if reply.finish == "malformed":
        fault += f"; the server says that it ended by {reply.ended!r}"
    some = "a part of " if fitted is not None and fitted.kept else ""
    error = ReplyMalformed(
        f"{some}the reply to {call.id} is not the JSON that was asked for ({fault}); "
        "use a model or server that enforces a JSON schema",
        call_id=call.id,
        raw=reply.text,
        fault=f"{some + 'it ' if some else 'it '}is not the JSON that was asked for: {fault}",
    )
    if fitted is None or (fitted.lost and not fitted.kept):
        raise error
    return Answer(value=fitted.value, lost=error, left_out=fitted.left_out, is_mostly_there=fitted.is_mostly_there)


def _raise_unfinished(reply: Reply, *, call: Call) -> None:
    """Raise where the model did not come to the end of an answer, or gave none."""
    what, raw = f"the reply to {call.id}", reply.text
    if reply.finish == "content_filter":
        raise ReplyRefused(
            f"{what} was stopped by the provider's content filter; another model or provider may answer",
            call_id=call.id,
            raw=raw,
        )
    if reply.finish == "refusal":
        words = " ".join(raw.split())[:200]
        raise ReplyRefused(
            f"the model declined {call.id}: {words!r}; another model may answer", call_id=call.id, raw=raw
        )
    if reply.finish == "length":
        raise ReplyTruncated(
            f"{what} was cut at the output limit of {call.max_output_tokens} tokens; "
            "raise the limit (hidden reasoning counts too) or use smaller chunks",
            call_id=call.id,
            raw=raw,
        )
    if not bare(raw) and reply.finish != "malformed":
        raise ReplyEmpty(
            f"{what} holds no text; look at the server's own log and at whether it knows this model",
            call_id=call.id,
            raw=raw,
        )


def is_empty(reply: Reply) -> bool:
    """True when a model came to the end of its answer, and there is none: no text beside its reasoning, no word."""
    return reply.finish == "stop" and not reply.first_token and not bare(reply.text)


def first_words(reply: Reply, *, call: Call) -> dict[str, float]:
    """The probability of each word that a reply might have begun with, in lower case, above 0.

    Args:
        reply: what the model answered; its `first_token` is read.
        call: what was asked, for its id.

    Raises:
        ReplyRefused: the model declined, or a content filter stopped it.
        ReplyError: the server gives no probabilities.
    """
    if reply.finish in ("refusal", "content_filter"):
        raise ReplyRefused(f"the model declined {call.id}; another model may answer", call_id=call.id, raw=reply.text)
    if not reply.first_token:
        raise ReplyError(
            f"the reply to {call.id} holds no token probabilities, which a question of one word needs; "
            "use a server that gives them (llama.cpp, vLLM), or judge_form='assertions'",
            call_id=call.id,
            raw=reply.text,
        )
    chances: dict[str, float] = {}
    for token, logprob in reply.first_token:
        word = token.strip().lower()
        chances[word] = chances.get(word, 0.0) + max(_LEAST_CHANCE, math.exp(min(0.0, logprob)))
    return chances


def kept_items(reply: ReplyTruncated, *, key: str, shape: type[M]) -> list[M]:
    """The items of a cut reply `{"key": [item, …` that came whole and are valid for `shape` in strict mode.

    Args:
        reply: what was cut.
        key: the first key of the object that was asked for.
        shape: the pydantic model of one item.
    """
    kept: list[M] = []
    for item in whole_items(reply.raw, key=key):
        try:
            fitted = fit(item, shape=shape)
        except ValidationError:
            continue  # it is asked for again with the rest
        if not fitted.lost:
            kept.append(fitted.value)
    return kept
