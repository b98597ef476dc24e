"""Asks a small model to copy out the key sentences of a chunk; a sentence that it copies well is its own evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from pydantic import BaseModel, ConfigDict

from summarizer.errors import SummarizerError
from summarizer.facts.extract import Extraction
from summarizer.facts.fact import DraftedFact
from summarizer.failure import Failure
from summarizer.flow import Flow
from summarizer.models.base import Call
from summarizer.prompting import fence_for, load_prompt
from summarizer.replies import SentenceNumber, parse, schema_of
from summarizer.text.chunk import Chunk, Unit
from summarizer.text.document import Document
from summarizer.text.listing import numbered_chunk
from summarizer.text.words import words

# More than the default of six facts, because some will not hold or not read alone; of a chunk every second sentence.
_MOST_PICKS = 10
_SENTENCES_PER_PICK = 2
# Ten sentences of 50 tokens, twice over for languages that need more.
_MAX_OUTPUT_TOKENS = 1000


class _WirePick(BaseModel):
    model_config = ConfigDict(extra="forbid", defer_build=True)
    # Written first: a small model that has copied a sentence knows its number, and else it counts 1, 2, 3.
    statement: str
    sentence: SentenceNumber


class _WirePicks(BaseModel):
    model_config = ConfigDict(extra="forbid", defer_build=True)
    facts: list[_WirePick]


@dataclass(frozen=True, slots=True, kw_only=True)
class Selectable:
    """A chunk and the numbers of those of its units that may be picked."""

    chunk: Chunk
    numbers: tuple[int, ...]


def select(selectable: Selectable, *, document: Document) -> Flow[Extraction]:
    """Draft the sentences that the model picks: `fact.cited` is the one unit that it names.

    Args:
        selectable: what to read, and what may be picked of it.
        document: what it is a chunk of.
    """
    chunk = selectable.chunk
    call = selection_call(selectable, document=document)
    try:
        reply = parse((yield call), call=call, shape=_WirePicks)
    except SummarizerError as error:
        failure = Failure.of(error, stage=call.stage, call_id=call.id, lost=f"the model's picks of chunk {chunk.id}")
        return Extraction(facts=(), unsound=frozenset(), failures=(failure,), answered=False, error=error)
    units = {unit.number: unit for unit in chunk.units}
    facts = tuple(
        DraftedFact(
            id=f"{chunk.id}.{position}",
            chunk_id=chunk.id,
            statement=_as_it_stands(pick.statement, unit=units.get(pick.sentence), document=document),
            cited=(units[pick.sentence].span,) if pick.sentence in units else (),
            # In the model's order, which it was asked to make one of importance; half of the scale is kept for it.
            importance=1 - (position - 1) / (2 * len(reply.facts)),
        )
        for position, pick in enumerate(reply.facts, start=1)
    )
    return Extraction(facts=facts, unsound=frozenset(), failures=(), answered=True)


def _as_it_stands(copied: str, *, unit: Unit | None, document: Document) -> str:
    """The copy; with the words of its sentence it is that, and with some of them it ends with a stop as that does."""
    sentence, copied = document.prose(unit.span) if unit else "", " ".join(copied.split())
    written, there = [word.text for word in words(copied)], [word.text for word in words(sentence)]
    if written == there:
        return sentence
    part = copied[-1:].isalnum() and sentence.endswith(".") and set(there).issuperset(written)
    return f"{copied}." if part else copied


def selection_call(selectable: Selectable, *, document: Document) -> Call:
    """The call that `select` makes."""
    listing = numbered_chunk(document, selectable.chunk)
    prompt = load_prompt("select.v1")
    count = max(1, min(_MOST_PICKS, len(selectable.numbers) // _SENTENCES_PER_PICK))
    return Call(
        id=f"extract:{selectable.chunk.id}",
        stage="extract",
        messages=prompt.render(fence=fence_for(listing), source=listing, count=str(count)),
        schema_name="facts",
        schema=_bounded(schema_of(_WirePicks, numbers=selectable.numbers), count=count),
        max_output_tokens=_MAX_OUTPUT_TOKENS,
        prompt_id=prompt.id,
        prompt_sha256=prompt.sha256,
    )


def _bounded(schema: dict[str, object], *, count: int) -> dict[str, object]:
    """The schema with just so many facts: a small model may else give none, or not come to an end."""
    properties = cast("dict[str, dict[str, object]]", schema["properties"])
    return schema | {"properties": {"facts": properties["facts"] | {"minItems": count, "maxItems": count}}}
