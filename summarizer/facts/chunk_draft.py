"""The facts drafted from one chunk, read from a model's answer, each with the spans that its numbers stand for.

{"facts": [{"statement": "The ferry is being repaired.", "sentences": [2, 1], "importance": 4}]}
    ->  ChunkDraft(facts=(DraftedFact(statement=…, cited=(Span, Span), importance=.8),), …)
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from summarizer.calls.call import Call
from summarizer.calls.fitting import Place
from summarizer.calls.replies import Answer
from summarizer.calls.schemas import SentenceNumber
from summarizer.document.chunks import Chunk
from summarizer.errors import ReplyIncomplete, SummarizerError
from summarizer.facts.fact import DraftedFact
from summarizer.failure import Failure
from summarizer.text.span import Span

_HIGHEST_IMPORTANCE = 5
# The prompts ask for fewer facts, and for one to four sentences. These bounds are in the schema alone, where they stop
# a weak model from running on; a reply that holds more is read all the same.
MOST_FACTS = 40
_MOST_SENTENCES = 4
_MISCITED = "the model cited a sentence that it was not shown"
_BEYOND = (
    f"the model drafted more than the {MOST_FACTS} facts that it was asked for at most, and this was not looked at"
)
MOST_MISSING = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class ChunkDraft:
    """The facts drafted from one chunk, in the model's order, and what failed.

    `unjudged` are the ids of facts that are drafted and asked of no judge, each with the reason: their sentence numbers
    were not in the chunk, or far more came than were asked for. `missing` is what the model found the text not to say
    of what the reader wants to know. `answered` is True when a usable reply came; `error` is why none did.
    """

    facts: tuple[DraftedFact, ...]
    failures: tuple[Failure, ...]
    answered: bool
    unjudged: Mapping[str, str] = field(default_factory=dict)
    error: SummarizerError | None = None
    missing: tuple[str, ...] = ()


class WireFact(BaseModel):
    """A fact as a model writes it."""

    model_config = ConfigDict(extra="forbid", defer_build=True)
    statement: str
    sentences: Annotated[list[SentenceNumber], Field(json_schema_extra={"maxItems": _MOST_SENTENCES})]
    importance: Literal[1, 2, 3, 4, 5]


class WireFacts(BaseModel):
    """The facts as a model writes them."""

    model_config = ConfigDict(extra="forbid", defer_build=True)
    facts: Annotated[list[WireFact], Field(json_schema_extra={"maxItems": MOST_FACTS})]
    missing: Annotated[list[str], Field(json_schema_extra={"maxItems": MOST_MISSING})] = Field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactAnswer:
    """The facts that came whole, and why no more of them did.

    `lost` is why some of an answer could not be read, and `skipped` holds their positions in it, from 1, as far as they
    are known.
    """

    facts: Sequence[WireFact]
    error: SummarizerError | None = None
    missing: Sequence[str] = ()
    lost: SummarizerError | None = None
    skipped: Collection[int] = ()

    def positions(self) -> Iterator[int]:
        """The positions of the facts in the answer, from 1, and on behind the last."""
        return (position for position in count(1) if position not in self.skipped)

    @classmethod
    def of(cls, answer: Answer[WireFacts]) -> FactAnswer:
        """What an answer brought."""
        return cls(
            facts=answer.value.facts,
            missing=answer.value.missing,
            lost=answer.lost,
            skipped=skipped_facts(answer.left_out),
        )


def skipped_facts(left_out: Iterable[Place]) -> frozenset[int]:
    """The positions, from 1, of facts that are left out of an answer whose key `facts` holds them."""
    return frozenset(int(place[1]) + 1 for place in left_out if place[0] == "facts")


def join_drafts(drafts: Sequence[ChunkDraft]) -> ChunkDraft:
    """The drafts of the halves of one chunk, as one."""
    facts: list[DraftedFact] = []
    unjudged: dict[str, str] = {}
    failures: list[Failure] = []
    missing: list[str] = []
    for draft in drafts:
        missing.extend(draft.missing)
        facts.extend(draft.facts)
        unjudged.update(draft.unjudged)
        failures.extend(draft.failures)
    answered = any(draft.answered for draft in drafts)
    return ChunkDraft(
        facts=tuple(facts),
        unjudged=unjudged,
        failures=tuple(failures),
        answered=answered,
        error=None if answered else drafts[0].error,
        missing=tuple(missing),
    )


def read_facts(answer: FactAnswer, *, chunk: Chunk, call: Call) -> ChunkDraft:
    """The facts with the spans of their sentences, and what failed."""
    spans: dict[int, Span] = {unit.number: unit.span for unit in chunk.units}
    facts = []
    outside: dict[str, list[int]] = {}
    for position, item in zip(answer.positions(), answer.facts, strict=False):
        fact = _fact_of(item, position=position, spans=spans, chunk=chunk)
        facts.append(fact)
        unknown = [number for number in item.sentences if number not in spans]
        if unknown:
            outside[fact.id] = list(dict.fromkeys(unknown))
    answered = answer.error is None or bool(facts)
    beyond = [fact.id for fact in facts[MOST_FACTS:]]
    return ChunkDraft(
        facts=tuple(facts),
        failures=_failures_of(answer, outside=outside, chunk=chunk, call=call),
        answered=answered,
        unjudged={**dict.fromkeys(beyond, _BEYOND), **dict.fromkeys(outside, _MISCITED)},
        error=None if answered else answer.error,
        missing=tuple(" ".join(one.split()) for one in answer.missing if one.strip()),
    )


def _fact_of(item: WireFact, *, position: int, spans: Mapping[int, Span], chunk: Chunk) -> DraftedFact:
    return DraftedFact(
        id=f"{chunk.id}.{position}",
        chunk_id=chunk.id,
        statement=" ".join(item.statement.split()),
        cited=tuple(spans[number] for number in dict.fromkeys(item.sentences) if number in spans),
        importance=item.importance / _HIGHEST_IMPORTANCE,
    )


def _failures_of(
    answer: FactAnswer, *, outside: Mapping[str, Sequence[int]], chunk: Chunk, call: Call
) -> tuple[Failure, ...]:
    """What did not come, and which facts cite sentence numbers outside the chunk; `outside` has those numbers."""
    failures = []
    if answer.error is not None:
        lost = f"the facts of chunk {chunk.id}"
        if answer.facts:
            lost += f" after the first {len(answer.facts)}"
        failures.append(Failure.of(answer.error, stage=call.stage, call_id=call.id, lost=lost))
    if answer.lost is not None:
        lost = f"those facts of chunk {chunk.id} that could not be read"
        failures.append(Failure.of(answer.lost, stage=call.stage, call_id=call.id, lost=lost))
    if outside:
        cited = "; ".join(f"{fact_id} cites {', '.join(map(str, numbers))}" for fact_id, numbers in outside.items())
        error = ReplyIncomplete(
            f"sentence numbers outside the chunk (1 to {len(chunk.units)}): {cited}",
            call_id=call.id,
        )
        lost = f"the ticks of {', '.join(sorted(outside))}"
        failures.append(Failure.of(error, stage=call.stage, call_id=call.id, lost=lost))
    return tuple(failures)
