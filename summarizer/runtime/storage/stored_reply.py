"""A stored reply is a reply as JSON, as caches keep it; what comes back is read as strictly as if a stranger wrote it.

reply_of_text(text_of_reply(reply).encode())  ->  the same reply
reply_of_text(b'{"text": 5}')                 ->  ValueError
"""

from __future__ import annotations

import json
import math

from summarizer.calls.call import Finish, Reply, TokenChance, Tokens


def text_of_reply(reply: Reply) -> str:
    """A whole reply as JSON: its text, tokens and chances; nothing of the call, its model or its key is in it."""
    tokens = reply.tokens
    counted = [tokens.tokens_in, tokens.tokens_out, tokens.tokens_cached, tokens.tokens_reasoning]
    return json.dumps({"text": reply.text, "finish": reply.finish, "tokens": counted, "first_token": reply.first_token})


def reply_of_text(stored: object) -> Reply:
    """The reply that `text_of_reply` wrote.

    Args:
        stored: its bytes, or anything else that a cache came back with.

    Raises:
        ValueError: it wrote none such.
    """
    try:
        return _read(stored)
    except (TypeError, KeyError, OverflowError, RecursionError) as error:
        raise ValueError("not even the form is that of a stored reply") from error


def _read(stored: object) -> Reply:
    if not isinstance(stored, bytes):
        raise TypeError("not a text")
    fields = json.loads(stored)
    first = tuple(TokenChance(text=str(text), logprob=float(logprob)) for text, logprob in fields["first_token"])
    # A reply of one word, asked for with its probabilities, ends at its limit and is whole all the same.
    finish: Finish = "length" if first and fields["finish"] == "length" else "stop"
    if not isinstance(fields["text"], str) or fields["finish"] != finish:
        raise ValueError("not a reply that this library stored")
    tokens_in, tokens_out, cached, reasoning = map(int, fields["tokens"])
    if min(tokens_in, tokens_out, cached, reasoning) < 0 or any(math.isnan(chance.logprob) for chance in first):
        raise ValueError("counts or chances that are none")
    tokens = Tokens(tokens_in=tokens_in, tokens_out=tokens_out, tokens_cached=cached, tokens_reasoning=reasoning)
    return Reply(text=fields["text"], finish=finish, tokens=tokens, first_token=first)
