"""Asks a model for the key facts and the summary of an article at once: one call, where speed and price come first.

brief = yield from write_brief(chunk, document=document, most=6, size=size, wishes=Wishes())
brief.facts, brief.summary  ->  (ChunkDraft(…), DraftedSummary(…)), as two calls would have drafted them
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field

from summarizer.calls.ask import ASK_PROMPTS, ask, wider
from summarizer.calls.call import Call, Reply
from summarizer.calls.flow import Flow
from summarizer.calls.prompts import fence_for, load_prompt
from summarizer.calls.replies import Answer
from summarizer.calls.schemas import schema_of
from summarizer.calls.task import Scenario, Task
from summarizer.document.chunks import Chunk
from summarizer.document.document import Document
from summarizer.document.numbered_sentences import numbered_chunk
from summarizer.errors import ReplyTruncated, SummarizerError
from summarizer.facts.chunk_draft import (
    MOST_FACTS,
    MOST_MISSING,
    ChunkDraft,
    FactAnswer,
    WireFact,
    read_facts,
    skipped_facts,
)
from summarizer.facts.draft import OUTPUT_TOKENS_A_FACT, facts_to_ask, stand_in_facts
from summarizer.facts.wishes import Wishes
from summarizer.summary.drafted import DraftedSummary
from summarizer.summary.size import SummarySize
from summarizer.summary.wire import LOST_SENTENCES, WirePart, WireSummary, read_summary
from summarizer.summary.write import OUTPUT_TOKENS_A_SENTENCE, empty_draft, sections_in, stand_in_summary

_OUTPUT_TOKENS_BESIDE: Final = 800


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The facts and the summary that one call brought; what failed is in both."""

    facts: ChunkDraft
    summary: DraftedSummary


class _WireBrief(BaseModel):
    model_config = ConfigDict(extra="forbid", defer_build=True)
    facts: Annotated[list[WireFact], Field(json_schema_extra={"maxItems": MOST_FACTS})]
    headline: str
    parts: Annotated[list[WirePart], Field(json_schema_extra={"maxItems": 11})]
    missing: Annotated[list[str], Field(json_schema_extra={"maxItems": MOST_MISSING})] = Field(default_factory=list)


def write_brief(chunk: Chunk, *, document: Document, most: int, size: SummarySize, wishes: Wishes) -> Flow[Brief]:
    """Draft facts and summary in one call; a fact's id is `f"{chunk.id}.{n}"` for the n-th of the answer.

    An answer that cannot be read is repaired once, and one that is cut is asked for once with a larger limit.

    Args:
        chunk: the article, in one piece.
        document: what it is.
        most: facts at most.
        size: how much of a summary at most.
        wishes: what the reader wants.
    """
    call = brief_call(chunk, document=document, most=most, size=size, wishes=wishes)
    try:
        answer = yield from _ask(call)
    except SummarizerError as error:
        none = FactAnswer(facts=[], error=error)
        return Brief(facts=read_facts(none, chunk=chunk, call=call), summary=empty_draft(error, call=call))
    wire, skipped = answer.value, skipped_facts(answer.left_out)
    facts = FactAnswer(facts=wire.facts, missing=wire.missing, lost=answer.lost if skipped else None, skipped=skipped)
    summary = WireSummary(headline=wire.headline, parts=wire.parts)
    drafted = read_summary(summary, places={unit.number: unit.span for unit in chunk.units})
    if answer.lost is not None and not skipped:
        drafted = replace(drafted, failures=answer.failures(call, lost=LOST_SENTENCES))
    return Brief(facts=read_facts(facts, chunk=chunk, call=call), summary=drafted)


def _ask(call: Call) -> Flow[Answer[_WireBrief]]:
    try:
        return (yield from ask(call, shape=_WireBrief))
    except ReplyTruncated as cut:
        more = wider(call, cut=cut)
    return (yield from ask(more, shape=_WireBrief))


def brief_call(chunk: Chunk, *, document: Document, most: int, size: SummarySize, wishes: Wishes) -> Call:
    """The call that `write_brief` makes."""
    source = numbered_chunk(document, chunk)
    wanted = facts_to_ask(chunk, most=most)
    prompt = load_prompt("brief.v1")
    messages = prompt.render(
        fence=fence_for(source),
        source=source,
        chunk=chunk.id,
        count=str(wanted),
        sentences=str(size.sentences),
        sections=size.sections_in_words,
        language=wishes.written_in,
        wishes=wishes.as_words(),
        last=str(len(chunk.units)),
    )
    ids = [f"{chunk.id}.{position}" for position in range(1, MOST_FACTS + 1)]
    return Call(
        id="brief",
        stage="brief",
        messages=messages,
        schema_name="brief",
        schema=schema_of(_WireBrief, numbers=[unit.number for unit in chunk.units], ids=ids[:wanted]),
        max_output_tokens=_OUTPUT_TOKENS_BESIDE
        + OUTPUT_TOKENS_A_FACT * wanted
        + OUTPUT_TOKENS_A_SENTENCE * size.sentences,
        prompt_id=prompt.id,
        prompt_sha256=prompt.sha256,
    )


def _stand_in(call: Call, scenario: Scenario) -> Reply:
    """As many facts and sentences as are asked for, the sentences spread over lead and sections."""
    values = load_prompt("brief.v1").values_of(call.messages)
    facts = stand_in_facts(values["source"], wanted=int(values["count"]), scenario=scenario)
    listed = [
        {"id": f"{values['chunk']}.{place}", "fact": one.statement, "sentences": one.sentences}
        for place, one in enumerate(facts, start=1)
    ]
    told = stand_in_summary(
        listed, sentences=int(values["sentences"]), sections=sections_in(values["sections"]), scenario=scenario
    )
    brief = _WireBrief(facts=facts, headline=told.headline, parts=told.parts)
    return Reply(text=brief.model_dump_json())


WRITE_BRIEF: Final = Task(stages=("brief",), prompts=("brief.v1",), follow_ups=ASK_PROMPTS, stand_in=_stand_in)
