"""Asks a model for the facts of one chunk; code cuts the spans that the sentence numbers stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from summarizer.calls.ask import ask, continuing_call, runs_on
from summarizer.calls.call import Call
from summarizer.calls.flow import Flow
from summarizer.calls.prompts import fence_for, load_prompt
from summarizer.calls.replies import SentenceNumber, kept_items, schema_of
from summarizer.document.chunks import Chunk
from summarizer.document.document import Document
from summarizer.document.halves import halves
from summarizer.document.listing import numbered_chunk
from summarizer.errors import ContextOverflow, ModelError, ReplyIncomplete, ReplyTruncated, SummarizerError
from summarizer.facts.fact import DraftedFact
from summarizer.failure import Failure
from summarizer.text.span import Span

# About 80 tokens a fact with its numbers, ten facts, and room for languages that need three times as many.
_MAX_OUTPUT_TOKENS = 2500
# A chunk of the default budget holds about 60 sentences; more facts than this are details, and a short chunk has fewer.
_MOST_FACTS = 10
_SENTENCES_PER_FACT = 2
_HIGHEST_IMPORTANCE = 5
# The prompt asks for one to four. These bounds are in the schema alone, where they stop a weak model from running on; a
# reply that holds more is read all the same.
_MOST_SENTENCES = 4
# A chunk that does not fit the model's context is halved so often, down to an eighth of its size; a model that cannot
# take that has no room for the task itself.
MOST_HALVINGS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ChunkDraft:
    """The facts drafted from one chunk, in the model's order, and what failed.

    `unsound` are the ids of facts whose sentence numbers were not in the chunk: they are drafted, and may not be
    ticked. `answered` is True when a usable reply came.
    """

    facts: tuple[DraftedFact, ...]
    miscited: frozenset[str]
    failures: tuple[Failure, ...]
    answered: bool
    error: SummarizerError | None = None


class _WireFact(BaseModel):
    model_config = ConfigDict(extra="forbid", defer_build=True)
    statement: str
    sentences: Annotated[list[SentenceNumber], Field(json_schema_extra={"maxItems": _MOST_SENTENCES})]
    importance: Literal[1, 2, 3, 4, 5]


class _WireFacts(BaseModel):
    model_config = ConfigDict(extra="forbid", defer_build=True)
    facts: Annotated[list[_WireFact], Field(json_schema_extra={"maxItems": _MOST_FACTS})]


def draft_facts(chunk: Chunk, *, document: Document, language: str) -> Flow[ChunkDraft]:
    """Draft the facts of a chunk: each cited span is a unit of the chunk, `fact.id` is `<chunk id>.<position>`.

    An answer that cannot be read is repaired once. Of one that is cut, the facts that came whole are kept, and the rest
    is asked for once, with a larger limit. A chunk that does not fit the model's context is halved: `c3a`, `c3b`.

    Args:
        chunk: what to read.
        document: what it is a chunk of.
        language: the language to write in, in words for the prompt.
    """
    return (yield from _extract(chunk, document=document, language=language, halvings=MOST_HALVINGS))


def _extract(chunk: Chunk, *, document: Document, language: str, halvings: int) -> Flow[ChunkDraft]:
    call = drafting_call(chunk, document=document, language=language)
    wire: list[_WireFact] = []
    error: SummarizerError | None = None
    try:
        try:
            wire = (yield from ask(call, shape=_WireFacts)).facts
        except ReplyTruncated as cut:
            wire = kept_items(cut, key="facts", shape=_WireFact)
            if runs_on(cut, kept=wire):
                raise
            more = continuing_call(call, kept=wire, cut=cut)
            try:
                wire += (yield from ask(more, shape=_WireFacts)).facts
            except ReplyTruncated as cut_again:
                wire += kept_items(cut_again, key="facts", shape=_WireFact)
                raise
    except SummarizerError as raised:
        error = raised
    parts = halves(chunk, document=document) if isinstance(error, ContextOverflow) and not wire and halvings else None
    if parts is not None:
        one, other = parts
        return join_drafts(
            [
                (yield from _extract(one, document=document, language=language, halvings=halvings - 1)),
                (yield from _extract(other, document=document, language=language, halvings=halvings - 1)),
            ]
        )
    return _drafted(wire, chunk=chunk, call=call, error=error)


def raise_if_unreachable(extractions: Sequence[ChunkDraft]) -> None:
    """Raise the first error where no chunk got an answer and no reply came for any: there is nothing to go on with."""
    errors = [extraction.error for extraction in extractions]
    if errors and all(isinstance(error, ModelError) for error in errors):
        raise next(error for error in errors if error is not None)


def drafting_call(chunk: Chunk, *, document: Document, language: str) -> Call:
    """The call that `draft_facts` makes."""
    listing = numbered_chunk(document, chunk)
    prompt = load_prompt("extract.v1")
    call_id = f"extract:{chunk.id}"
    messages = prompt.render(
        fence=fence_for(listing),
        source=listing,
        count=str(min(_MOST_FACTS, max(2, len(chunk.units) // _SENTENCES_PER_FACT))),
        language=language,
        last=str(len(chunk.units)),
    )
    return Call(
        id=call_id,
        stage="extract",
        messages=messages,
        schema_name="facts",
        schema=schema_of(_WireFacts, numbers=[unit.number for unit in chunk.units]),
        max_output_tokens=_MAX_OUTPUT_TOKENS,
        prompt_id=prompt.id,
        prompt_sha256=prompt.sha256,
    )


def join_drafts(extractions: Sequence[ChunkDraft]) -> ChunkDraft:
    """What several stretches of one chunk came to, as one."""
    answered = any(extraction.answered for extraction in extractions)
    return ChunkDraft(
        facts=tuple(fact for extraction in extractions for fact in extraction.facts),
        miscited=frozenset().union(*(extraction.miscited for extraction in extractions)),
        failures=tuple(failure for extraction in extractions for failure in extraction.failures),
        answered=answered,
        error=None if answered else extractions[0].error,
    )


def _drafted(
    wire: Sequence[_WireFact], *, chunk: Chunk, call: Call, error: SummarizerError | None = None
) -> ChunkDraft:
    """The facts that came, and what failed: `error` is why no more of them did."""
    spans: dict[int, Span] = {unit.number: unit.span for unit in chunk.units}
    facts, unsound, wrong = [], set(), []
    for position, item in enumerate(wire, start=1):
        fact_id = f"{chunk.id}.{position}"
        numbers = sorted(set(item.sentences))
        outside = [number for number in numbers if number not in spans]
        if outside:
            unsound.add(fact_id)
            wrong.append(f"{fact_id} cites {', '.join(map(str, outside))}")
        facts.append(
            DraftedFact(
                id=fact_id,
                chunk_id=chunk.id,
                statement=" ".join(item.statement.split()),
                cited=tuple(spans[number] for number in numbers if number in spans),
                importance=item.importance / _HIGHEST_IMPORTANCE,
            )
        )
    failures = []
    if error is not None:
        lost = f"the facts of chunk {chunk.id}" + (f" after the first {len(facts)}" if facts else "")
        failures.append(Failure.of(error, stage=call.stage, call_id=call.id, lost=lost))
    if wrong:
        outside_chunk = ReplyIncomplete(
            f"sentence numbers outside the chunk (1 to {len(chunk.units)}): {'; '.join(wrong)}", call_id=call.id
        )
        lost = f"the ticks of {', '.join(sorted(unsound))}"
        failures.append(Failure.of(outside_chunk, stage=call.stage, call_id=call.id, lost=lost))
    answered = error is None or bool(facts)
    return ChunkDraft(
        facts=tuple(facts),
        miscited=frozenset(unsound),
        failures=tuple(failures),
        answered=answered,
        error=None if answered else error,
    )
