"""Asks a model for the facts of one chunk; code cuts the spans that the sentence numbers stand for.

The model reads numbered sentences and answers with statements and the numbers of the sentences that state them::

    [1] The ferry stopped in May.        {"statement": "The ferry is being repaired.", "sentences": [1, 2]}
    [2] It is being repaired.        ->  DraftedFact(statement="The ferry is being repaired.", cited=(Span, Span))
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

from summarizer.calls.ask import ASK_PROMPTS, CONTINUE_PROMPTS, ask, continuing_call, runs_on
from summarizer.calls.call import Call, Reply
from summarizer.calls.flow import Flow
from summarizer.calls.prompts import fence_for, load_prompt
from summarizer.calls.replies import kept_items
from summarizer.calls.schemas import SentenceNumber, schema_of
from summarizer.calls.stand_ins import overstated, reworded
from summarizer.calls.task import Scenario, Task
from summarizer.document.chunks import Chunk
from summarizer.document.document import Document
from summarizer.document.numbered_sentences import numbered_chunk, read_numbered
from summarizer.document.split_chunk import split_chunk
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

    `miscited` are the ids of facts whose sentence numbers were not in the chunk: they are drafted, and may not be
    ticked. `answered` is True when a usable reply came; `error` is why none did.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """The facts that came whole, and why no more of them did."""

    facts: Sequence[_WireFact]
    error: SummarizerError | None = None


def draft_facts(chunk: Chunk, *, document: Document, language: str) -> Flow[ChunkDraft]:
    """Draft the facts of a chunk: each cited span is a unit of the chunk, `fact.id` is `<chunk id>.<position>`.

    An answer that cannot be read is repaired once. Of one that is cut, the facts that came whole are kept, and the rest
    is asked for once, with a larger limit. A chunk that does not fit the model's context is halved: `c3a`, `c3b`.

    Args:
        chunk: what to read.
        document: what it is a chunk of.
        language: the language to write in, in words for the prompt.
    """
    return (yield from _draft_chunk(chunk, document=document, language=language, halvings=MOST_HALVINGS))


def _draft_chunk(chunk: Chunk, *, document: Document, language: str, halvings: int) -> Flow[ChunkDraft]:
    call = drafting_call(chunk, document=document, language=language)
    answer = yield from _ask_for_facts(call)
    halved: Sequence[Chunk] = ()
    if isinstance(answer.error, ContextOverflow) and not answer.facts and halvings:
        halved = split_chunk(chunk, document=document) or ()
    if not halved:
        return _cut_spans(answer, chunk=chunk, call=call)
    drafts = []
    for half in halved:
        draft = yield from _draft_chunk(half, document=document, language=language, halvings=halvings - 1)
        drafts.append(draft)
    return join_drafts(drafts)


def _ask_for_facts(call: Call) -> Flow[_Answer]:
    """Make the call, and one that continues an answer which was cut."""
    try:
        reply = yield from ask(call, shape=_WireFacts)
    except ReplyTruncated as error:
        cut = error
    except SummarizerError as error:
        return _Answer(facts=[], error=error)
    else:
        return _Answer(facts=reply.facts)
    kept = kept_items(cut, key="facts", shape=_WireFact)
    if runs_on(cut, kept=kept):
        return _Answer(facts=kept, error=cut)
    more = continuing_call(call, kept=kept, cut=cut)
    try:
        reply = yield from ask(more, shape=_WireFacts)
    except ReplyTruncated as cut_again:
        rest = kept_items(cut_again, key="facts", shape=_WireFact)
        return _Answer(facts=kept + rest, error=cut_again)
    except SummarizerError as error:
        return _Answer(facts=kept, error=error)
    return _Answer(facts=kept + reply.facts)


def raise_if_unreachable(drafts: Sequence[ChunkDraft]) -> None:
    """Raise the first error where no chunk got an answer and no reply came for any: there is nothing to go on with."""
    errors = [draft.error for draft in drafts]
    if errors and all(isinstance(error, ModelError) for error in errors):
        raise next(error for error in errors if error is not None)


def drafting_call(chunk: Chunk, *, document: Document, language: str) -> Call:
    """The call that `draft_facts` makes."""
    listing = numbered_chunk(document, chunk)
    prompt = load_prompt("extract.v1")
    wanted = min(_MOST_FACTS, max(2, len(chunk.units) // _SENTENCES_PER_FACT))
    messages = prompt.render(
        fence=fence_for(listing),
        source=listing,
        count=str(wanted),
        language=language,
        last=str(len(chunk.units)),
    )
    return Call(
        id=f"extract:{chunk.id}",
        stage="extract",
        messages=messages,
        schema_name="facts",
        schema=schema_of(_WireFacts, numbers=[unit.number for unit in chunk.units]),
        max_output_tokens=_MAX_OUTPUT_TOKENS,
        prompt_id=prompt.id,
        prompt_sha256=prompt.sha256,
    )


def join_drafts(drafts: Sequence[ChunkDraft]) -> ChunkDraft:
    """The drafts of the halves of one chunk, as one."""
    facts: list[DraftedFact] = []
    miscited: set[str] = set()
    failures: list[Failure] = []
    for draft in drafts:
        facts.extend(draft.facts)
        miscited.update(draft.miscited)
        failures.extend(draft.failures)
    answered = any(draft.answered for draft in drafts)
    return ChunkDraft(
        facts=tuple(facts),
        miscited=frozenset(miscited),
        failures=tuple(failures),
        answered=answered,
        error=None if answered else drafts[0].error,
    )


def _cut_spans(answer: _Answer, *, chunk: Chunk, call: Call) -> ChunkDraft:
    """The facts with the spans of their sentences, and what failed."""
    spans: dict[int, Span] = {unit.number: unit.span for unit in chunk.units}
    facts = []
    outside: dict[str, list[int]] = {}
    for position, item in enumerate(answer.facts, start=1):
        fact_id = f"{chunk.id}.{position}"
        numbers = sorted(set(item.sentences))
        unknown = [number for number in numbers if number not in spans]
        if unknown:
            outside[fact_id] = unknown
        fact = DraftedFact(
            id=fact_id,
            chunk_id=chunk.id,
            statement=" ".join(item.statement.split()),
            cited=tuple(spans[number] for number in numbers if number in spans),
            importance=item.importance / _HIGHEST_IMPORTANCE,
        )
        facts.append(fact)
    answered = answer.error is None or bool(facts)
    return ChunkDraft(
        facts=tuple(facts),
        miscited=frozenset(outside),
        failures=_failures_of(answer, outside=outside, chunk=chunk, call=call),
        answered=answered,
        error=None if answered else answer.error,
    )


def _failures_of(
    answer: _Answer, *, outside: Mapping[str, Sequence[int]], chunk: Chunk, call: Call
) -> tuple[Failure, ...]:
    """What did not come, and which facts cite sentence numbers outside the chunk; `outside` has those numbers."""
    failures = []
    if answer.error is not None:
        lost = f"the facts of chunk {chunk.id}"
        if answer.facts:
            lost += f" after the first {len(answer.facts)}"
        failures.append(Failure.of(answer.error, stage=call.stage, call_id=call.id, lost=lost))
    if outside:
        cited = "; ".join(f"{fact_id} cites {', '.join(map(str, numbers))}" for fact_id, numbers in outside.items())
        error = ReplyIncomplete(
            f"sentence numbers outside the chunk (1 to {len(chunk.units)}): {cited}",
            call_id=call.id,
        )
        lost = f"the ticks of {', '.join(sorted(outside))}"
        failures.append(Failure.of(error, stage=call.stage, call_id=call.id, lost=lost))
    return tuple(failures)


def _stand_in(call: Call, scenario: Scenario) -> Reply:
    """As many facts as are asked for, each a sentence of the chunk in other words; at most, all that the schema takes.

    The sentences are spread over the chunk. Where it has fewer than that, some are said in two ways.
    """
    values = load_prompt("extract.v1").values_of(call.messages)
    sentences = list(read_numbered(values["source"]).items())
    wanted = _MOST_FACTS if scenario.most else int(values["count"])
    apart = max(1, len(sentences) // wanted)
    picked = sentences[::apart][:wanted]
    facts = []
    for position in range(wanted):
        number, sentence = picked[position % len(picked)]
        statement = reworded(sentence, variant=position // len(picked))
        if scenario.most:
            statement = overstated(statement)
        facts.append(_WireFact(statement=statement, sentences=[number], importance=3))
    return Reply(text=_WireFacts(facts=facts).model_dump_json())


DRAFT_FACTS: Final = Task(
    stages=("extract",),
    prompts=("extract.v1",),
    follow_ups=(*ASK_PROMPTS, *CONTINUE_PROMPTS),
    stand_in=_stand_in,
)
