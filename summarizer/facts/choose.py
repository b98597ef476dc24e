"""Asks a small model which sentences of a chunk matter most, and reads its order from the probability of one letter."""

from __future__ import annotations

import math
import string
from dataclasses import dataclass

from summarizer.calls.call import Call, Reply
from summarizer.calls.flow import Flow
from summarizer.calls.prompts import fence_for, load_prompt
from summarizer.calls.replies import first_words
from summarizer.document.chunks import Chunk, Unit
from summarizer.document.document import Document
from summarizer.document.halves import halves
from summarizer.document.listing import numbered_chunk
from summarizer.errors import ContextOverflow, ReplyMalformed, SummarizerError
from summarizer.facts.draft import MOST_HALVINGS, ChunkDraft, join_drafts
from summarizer.facts.fact import DraftedFact
from summarizer.failure import Failure

# Servers give the probabilities of at most 20 candidates for a token (OpenAI's reference, `top_logprobs`).
MOST_OPTIONS = 20
# A letter that is not among the candidates was less likely than the least of them: how much less nobody says.
_BELOW_LEAST = 1.0
_LEAST_WORTH = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceOption:
    """A sentence that may be picked, and its worth in 0..1 by what code can see."""

    unit: Unit
    salience: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceChoice:
    """A chunk, at most `MOST_OPTIONS` of its sentences, and how many of them are wanted."""

    chunk: Chunk
    options: tuple[SentenceOption, ...]
    count: int


def choose_sentences(selectable: SentenceChoice, *, document: Document) -> Flow[ChunkDraft]:
    """Draft the sentences that the model finds most important: `fact.statement` is what stands at `fact.cited`.

    The model is asked for one letter, twice, the second time with the sentences in reverse, because a small model
    prefers letters by their place. A sentence counts by the mean of the two log-probabilities and the logarithm of its
    worth: a model without an opinion leaves the order that code found. The way of a text with one answer is not taken:
    a small model that writes out six facts merges and rewords them, and one that copies them repeats itself
    (benchmarks/RESULTS.md, "Local models").

    A chunk that does not fit the model's context is halved: `c3a`, `c3b`.

    Args:
        selectable: what to read, and what may be picked of it.
        document: what it is a chunk of.
    """
    return (yield from _select(selectable, document=document, halvings=MOST_HALVINGS))


def _select(selectable: SentenceChoice, *, document: Document, halvings: int) -> Flow[ChunkDraft]:
    chunk, options = selectable.chunk, selectable.options
    orders: list[list[float]] = []
    failures: list[Failure] = []
    error: SummarizerError | None = None
    for turned in (False, True):
        call = choice_call(selectable, turned=turned, document=document)
        try:
            found = _log_probabilities((yield call), call=call, count=len(options))
        except SummarizerError as raised:
            error = raised
            lost = (
                f"the model's choice in chunk {chunk.id}" if not orders else f"half of its choice in chunk {chunk.id}"
            )
            failures.append(Failure.of(error, stage=call.stage, call_id=call.id, lost=lost))
            break
        orders.append(found[::-1] if turned else found)
    if isinstance(error, ContextOverflow) and not orders and halvings:
        parts = _halved(selectable, document=document)
        if parts:
            apart: list[ChunkDraft] = []
            for part in parts:
                apart += [(yield from _select(part, document=document, halvings=halvings - 1))]
            return join_drafts(apart)
    if not orders:
        return ChunkDraft(facts=(), miscited=frozenset(), failures=tuple(failures), answered=False, error=error)
    scores = [
        math.fsum(order[place] for order in orders) / len(orders) + math.log(max(option.salience, _LEAST_WORTH))
        for place, option in enumerate(options)
    ]
    best = sorted(range(len(options)), key=lambda place: (-scores[place], place))[: selectable.count]
    facts = tuple(
        DraftedFact(
            id=f"{chunk.id}.{position}",
            chunk_id=chunk.id,
            statement=document.prose(options[place].unit.span),
            cited=(options[place].unit.span,),
            # In the model's order, on half of the scale: which of two chunks matters more it is not asked.
            importance=1 - (position - 1) / (2 * len(best)),
        )
        for position, place in enumerate(best, start=1)
    )
    return ChunkDraft(facts=facts, miscited=frozenset(), failures=tuple(failures), answered=True)


def _halved(selectable: SentenceChoice, *, document: Document) -> list[SentenceChoice]:
    """The two halves of a chunk, each with its options and its share of what is wanted; none where it is not halved."""
    parts = []
    for half in halves(selectable.chunk, document=document) or ():
        spans = {unit.span for unit in half.units}
        options = tuple(option for option in selectable.options if option.unit.span in spans)
        if options:
            count = math.ceil(selectable.count * len(options) / len(selectable.options))
            parts.append(SentenceChoice(chunk=half, options=options, count=count))
    return parts


def choice_call(selectable: SentenceChoice, *, turned: bool, document: Document) -> Call:
    """The call for one letter; it begins as all calls about the chunk do."""
    listing = numbered_chunk(document, selectable.chunk)
    prose = [document.prose(option.unit.span) for option in selectable.options]
    lettered = zip(string.ascii_uppercase, reversed(prose) if turned else prose, strict=False)
    options = "\n".join(f"{letter}. {sentence}" for letter, sentence in lettered)
    prompt = load_prompt("select.v2")
    return Call(
        id=f"extract:{selectable.chunk.id}" + (":turned" if turned else ""),
        stage="extract",
        messages=prompt.render(fence=fence_for(listing, avoiding=[options]), source=listing, options=options),
        schema_name="letter",
        schema={},
        max_output_tokens=1,
        prompt_id=prompt.id,
        prompt_sha256=prompt.sha256,
        top_logprobs=MOST_OPTIONS,
    )


def _log_probabilities(reply: Reply, *, call: Call, count: int) -> list[float]:
    """The log-probability of each of the first letters.

    Raises:
        ReplyError: the model declined, the server gives no probabilities, or none of the letters is likely.
    """
    chances = first_words(reply, call=call)
    letters = string.ascii_lowercase[:count]
    if not any(letter in chances for letter in letters):
        raise ReplyMalformed(
            f"the reply to {call.id} begins with none of the letters asked for but {reply.text!r}; use another model",
            call_id=call.id,
            raw=reply.text,
        )
    least = math.log(min(chances.values())) - _BELOW_LEAST
    return [math.log(chances[letter]) if letter in chances else least for letter in letters]
