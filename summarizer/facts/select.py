"""Asks a small model for the key sentences of a chunk, one a call; what it may answer are the sentences themselves."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

from summarizer.asking import ask
from summarizer.errors import ReplyIncomplete, SummarizerError
from summarizer.facts.extract import Extraction
from summarizer.facts.fact import DraftedFact
from summarizer.failure import Failure
from summarizer.flow import Flow
from summarizer.models.base import Call
from summarizer.prompting import fence_for, load_prompt
from summarizer.replies import KnownId, schema_of
from summarizer.text.chunk import Chunk
from summarizer.text.document import Document
from summarizer.text.listing import numbered_chunk
from summarizer.text.span import Span

# One sentence: twice the longest that is plain prose, and twice over for languages that need more tokens.
_MAX_OUTPUT_TOKENS = 400


class _WirePick(BaseModel):
    model_config = ConfigDict(extra="forbid", defer_build=True)
    sentence: KnownId  # a sentence is its own id: a small model copies better than it counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Selectable:
    """A chunk, the numbers of those of its units that may be picked, and how many of them are wanted."""

    chunk: Chunk
    numbers: tuple[int, ...]
    count: int


def select(selectable: Selectable, *, document: Document) -> Flow[Extraction]:
    """Draft the sentences that the model picks: `fact.statement` is the sentence, and `fact.cited` its place.

    Each call allows those sentences that no call before it brought, so no two are one, and asks in the same words, so
    that a server's prompt cache holds all of it. A pick that fails ends the picking, and those before it stay.

    Args:
        selectable: what to read, and what may be picked of it.
        document: what it is a chunk of.
    """
    chunk = selectable.chunk
    wanted = set(selectable.numbers)
    left: dict[str, Span] = {}
    for unit in chunk.units:
        if unit.number in wanted:
            left.setdefault(document.prose(unit.span), unit.span)
    count = min(selectable.count, len(left))
    facts: list[DraftedFact] = []
    error: SummarizerError | None = None
    while len(facts) < count:
        position = len(facts) + 1
        call = selection_call(chunk, left=tuple(left), position=position, document=document)
        try:
            sentence = (yield from ask(call, shape=_WirePick)).sentence
            if sentence not in left:
                raise ReplyIncomplete(f"the reply to {call.id} is none of the sentences asked for", call_id=call.id)
        except SummarizerError as raised:
            error = raised
            break
        facts.append(
            DraftedFact(
                id=f"{chunk.id}.{position}",
                chunk_id=chunk.id,
                statement=sentence,
                cited=(left.pop(sentence),),
                # In the model's order, as it was asked for the most important one; half of the scale is kept for it.
                importance=1 - (position - 1) / (2 * count),
            )
        )
    failures = []
    if error is not None:
        lost = f"the model's picks of chunk {chunk.id}" + (f" after the first {len(facts)}" if facts else "")
        failures.append(Failure.of(error, stage="extract", call_id=call.id, lost=lost))
    return Extraction(
        facts=tuple(facts),
        unsound=frozenset(),
        failures=tuple(failures),
        answered=error is None or bool(facts),
        error=None if facts else error,
    )


def selection_call(chunk: Chunk, *, left: tuple[str, ...], position: int, document: Document) -> Call:
    """The call for one pick among the sentences that are left."""
    listing = numbered_chunk(document, chunk)
    prompt = load_prompt("select.v2")
    return Call(
        id=f"extract:{chunk.id}.{position}",
        stage="extract",
        messages=prompt.render(fence=fence_for(listing), source=listing),
        schema_name="pick",
        schema=schema_of(_WirePick, ids=left),
        max_output_tokens=_MAX_OUTPUT_TOKENS,
        prompt_id=prompt.id,
        prompt_sha256=prompt.sha256,
    )
