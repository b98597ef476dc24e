"""A reply's text is read into a checked value, or what is wrong with it is named.

parse_reply(Reply(text='{"facts": []}'), call=call, shape=Facts)  ->  Facts(facts=[])
parse_reply(Reply(text="Sure!"), call=call, shape=Facts)          ->  ReplyMalformed
first_words(reply, call=call)                                     ->  {"yes": 0.9, "no": 0.1}
"""

from __future__ import annotations

import json
import math
from typing import Final, TypeVar

from pydantic import BaseModel, ValidationError

from summarizer.calls.call import Call, Reply
from summarizer.calls.json_text import bare, read_json, readings, whole_items
from summarizer.errors import ReplyEmpty, ReplyError, ReplyMalformed, ReplyRefused, ReplyTruncated

M = TypeVar("M", bound=BaseModel)

_LEAST_CHANCE: Final = 1e-12  # a logarithm can be taken of it
_SHOWN: Final = 3  # faults named in a message: the first ones, the rest mostly follow from them


def parse_reply(reply: Reply, *, call: Call, shape: type[M]) -> M:
    """The value that a reply holds: valid for `shape` in strict mode, without any other key, key by key only once.

    Spaces, a code fence, reasoning and other words may stand around the JSON, and a comma before a closing bracket may
    stand in it; nothing else is mended, so that no key and no value is other than as it came.

    Args:
        reply: what the model answered.
        call: what was asked, for its id.
        shape: the pydantic model that the call's schema was made from.

    Raises:
        ReplyRefused: the model declined, or a content filter stopped it.
        ReplyTruncated: the reply was cut at the output limit, even if what came happens to be whole.
        ReplyEmpty: there is no text.
        ReplyMalformed: the text is not JSON of this shape; NaN, infinities and a key that occurs twice are not either.
    """
    _raise_unfinished(reply, call=call)
    in_shape, in_text = "", ""
    for text in readings(reply.text):
        try:
            read_json(text)
            return shape.model_validate_json(text, strict=True, extra="forbid")
        except ValidationError as error:
            in_shape = in_shape or _faults(error)
        except RecursionError:
            in_text = in_text or "it is nested too deeply"
        except ValueError as error:
            in_text = in_text or str(error)
    faults = in_shape or in_text  # where one reading was JSON, its faults are those to mend
    raise ReplyMalformed(
        f"the reply to {call.id} is not the JSON that was asked for ({faults}); "
        "use a model or server that enforces a JSON schema",
        call_id=call.id,
        raw=reply.text,
        fault=f"it is not the JSON that was asked for: {faults}",
    )


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
    if not bare(raw):
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
            kept.append(shape.model_validate_json(json.dumps(item), strict=True, extra="forbid"))
        except ValidationError:
            continue  # it is asked for again with the rest
    return kept


def _faults(error: ValidationError) -> str:
    """The first faults of a value, each with the place where it is."""
    shown = error.errors(include_url=False, include_context=False, include_input=False)[:_SHOWN]
    faults = []
    for fault in shown:
        place = ".".join(map(str, fault["loc"])) or "the whole"
        faults.append(f"{place}: {fault['msg']}")
    return "; ".join(faults)
