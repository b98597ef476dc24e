"""A plan of two rounds, and who answers its calls, for tests of what drives a plan."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from calls import a_call

from summarizer.calls.call import Call, Reply
from summarizer.calls.flow import Flow, Plan, alone, each
from summarizer.errors import ModelUnavailable, SummarizerError


def echo(name: str) -> Flow[str]:
    """A conversation of two calls, the second about the first one's reply; it says which error came instead."""
    try:
        first = yield a_call(name)
    except SummarizerError as error:
        return f"{name} failed: {error}"
    second = yield a_call(first.text)
    return second.text


def once(name: str) -> Flow[str]:
    """A conversation of one call."""
    return (yield a_call(name)).text


def two_rounds(names: Sequence[str]) -> Plan[tuple[list[str], str]]:
    """A conversation for each name, and one more when all have ended."""
    first = yield from each([echo(name) for name in names])
    last = yield from alone(echo("last"))
    return first, last


def answer(asked: Call) -> Reply:
    """The call's id with a mark; no reply for the call that is called bad."""
    if asked.id == "bad":
        raise ModelUnavailable("down")
    return Reply(text=asked.id + "!")


async def async_answer(asked: Call) -> Reply:
    """The same, after a turn of the event loop."""
    await asyncio.sleep(0)
    return answer(asked)
