"""A stage asks for a value of a shape: with one call, and with one repair where its answer cannot be read.

facts = (yield from ask(call, shape=Facts)).value.facts
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, TypeVar

from pydantic import BaseModel

from summarizer.calls.call import Call
from summarizer.calls.flow import Flow
from summarizer.calls.json_text import bare
from summarizer.calls.prompts import Prompt, PromptId, fence_for, load_prompt
from summarizer.calls.replies import Answer, read_reply
from summarizer.errors import ReplyError, ReplyMalformed, ReplyTruncated, SummarizerError

M = TypeVar("M", bound=BaseModel)

# The prompts that may follow one for a value of a shape: a repair, and the shape in words for a server without schemas.
ASK_PROMPTS: Final[tuple[PromptId, ...]] = ("repair.v1", "schema.v1")
# The one that asks for what is missing of an answer that was cut.
CONTINUE_PROMPTS: Final[tuple[PromptId, ...]] = ("continue.v1",)

# Characters of a bad answer that a repair is shown: a whole answer of the usual size, the beginning of one that ran on.
_MOST_SHOWN: Final = 8000
# A limit that cut an answer is doubled; where nothing of it came, hidden reasoning took all, which needs more.
_WIDER: Final = 2
_WIDER_FOR_REASONING: Final = 4
# An answer runs on when its last characters stand in it so often, or when so many came without an end of the first item
# (a fact takes about 350, a judgement 1,000). More room would be filled as well, at the price of minutes on a small
# machine. Run the tests of a real model again, and look at their time, when one of these moves.
_LAST_CHARACTERS: Final = 80
_TIMES: Final = 3
_LONGEST_ITEM: Final = 4000


def ask(call: Call, *, shape: type[M]) -> Flow[Answer[M]]:
    """What a call is answered with, after at most one repair.

    A repair is the call itself, the answer that could not be read and the reason: it does not grow with tries, as there
    is no other after it. It is asked for where nothing could be read, or less than was lost.

    Args:
        call: what is asked.
        shape: the pydantic model that the call's schema was made from.

    Raises:
        ReplyError: no usable answer came, from the repair where there was one.
        SummarizerError: what the call raised. What the repair raised gives way to the fault that it was to mend.
    """
    first: Answer[M] | None = None
    try:
        first = read_reply((yield call), call=call, shape=shape)
    except ReplyMalformed as error:
        malformed = error
    else:
        if first.lost is None or first.is_mostly_there:
            return first
        malformed = first.lost
    repair = repair_call(call, malformed)
    try:
        return read_reply((yield repair), call=repair, shape=shape)
    except SummarizerError as error:
        if first is not None:
            return first  # the little that came
        if isinstance(error, ReplyError):
            raise
        malformed.add_note(f"and its repair failed: {type(error).__name__}: {error}")
        raise malformed from error


def repair_call(call: Call, malformed: ReplyMalformed) -> Call:
    """The call that asks once more, with what was wrong and the bad answer as data."""
    bad = json.dumps({"fault": malformed.fault, "answer": malformed.raw[:_MOST_SHOWN]}, ensure_ascii=False)
    return _followed_up(call, "repair.v1", tag="repair", bad=bad)


def continuing_call(call: Call, *, kept: Sequence[BaseModel], cut: ReplyTruncated) -> Call:
    """The call that asks, with a larger limit, for what is missing beside the items kept of an answer that was cut."""
    if not kept:
        return wider(call, cut=cut)
    items = "\n".join(item.model_dump_json() for item in kept)
    return _followed_up(wider(call, cut=cut), "continue.v1", tag="", kept=items)


def runs_on(cut: ReplyTruncated, *, kept: Sequence[BaseModel] = ()) -> bool:
    """True when an answer was cut because it would not end, so that a larger limit does not help."""
    if not bare(cut.raw).startswith(("{", "`")):
        return False  # it is reasoning still, which may end
    if len(cut.raw) > _LAST_CHARACTERS and cut.raw.count(cut.raw[-_LAST_CHARACTERS:]) >= _TIMES:
        return True
    return not kept and len(cut.raw) > _LONGEST_ITEM


def wider(call: Call, *, cut: ReplyTruncated) -> Call:
    """The same call with a larger output limit."""
    factor = _WIDER if cut.raw.strip() else _WIDER_FOR_REASONING
    return replace(call, id=f"{call.id}:wider", max_output_tokens=call.max_output_tokens * factor)


def _followed_up(call: Call, prompt_id: PromptId, *, tag: str, **data: str) -> Call:
    """The call with a prompt after its task; in the same message, as some servers take no two of a user in a row."""
    prompt: Prompt = load_prompt(prompt_id)
    *before, task = call.messages
    fence = fence_for("\n".join(data.values()), avoiding=[task.content])
    (more,) = prompt.render(fence=fence, **data)
    return replace(
        call,
        id=f"{call.id}:{tag}" if tag else call.id,
        messages=(*before, replace(task, content=f"{task.content}\n\n{more.content}")),
        prompt_id=prompt.id,
        prompt_sha256=prompt.sha256,
    )
