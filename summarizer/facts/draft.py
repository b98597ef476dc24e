"""Asks a model for the facts of one chunk; code cuts the spans that the sentence numbers stand for.

The model reads numbered sentences and answers with statements and the numbers of the sentences that state them::

    [1] The ferry stopped in May.        {"statement": "The ferry is being repaired.", "sentences": [1, 2]}
    [2] It is being repaired.        ->  DraftedFact(statement="The ferry is being repaired.", cited=(Span, Span))
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from summarizer.calls.ask import ASK_PROMPTS, CONTINUE_PROMPTS, ask, continuing_call, runs_on
from summarizer.calls.call import Call, Reply
from summarizer.calls.flow import Flow
from summarizer.calls.prompts import fence_for, load_prompt
from summarizer.calls.replies import kept_items
from summarizer.calls.schemas import schema_of
from summarizer.calls.stand_ins import overstated, reworded
from summarizer.calls.task import Scenario, Task
from summarizer.document.chunks import Chunk
from summarizer.document.document import Document
from summarizer.document.numbered_sentences import numbered_chunk, read_numbered
from summarizer.document.split_chunk import split_chunk
from summarizer.errors import MOST_HALVINGS, ModelError, ReplyTruncated, SummarizerError, halvings_worth
from summarizer.facts.chunk_draft import ChunkDraft, FactAnswer, WireFact, WireFacts, join_drafts, read_facts
from summarizer.facts.wishes import Wishes

# About 80 tokens a fact with its numbers, and room for languages that need three times as many.
OUTPUT_TOKENS_A_FACT: Final = 250
_LEAST_OUTPUT_TOKENS = 1500
# Fewer sentences than this for a fact hold no choice, and the facts would be the text again.
_SENTENCES_PER_FACT = 2
_FEWEST_FACTS = 2


def draft_facts(chunk: Chunk, *, document: Document, most: int, wishes: Wishes) -> Flow[ChunkDraft]:
    """Draft the facts of a chunk: each cited span is a unit of the chunk, `fact.id` is `<chunk id>.<position>`.

    An answer that cannot be read is repaired once. Of one that is cut, the facts that came whole are kept, and the rest
    is asked for once, with a larger limit. A chunk that does not fit the model's context is halved: `c3a`, `c3b`.

    Args:
        chunk: what to read.
        document: what it is a chunk of.
        most: facts at most, from 1; a chunk of few sentences is asked for fewer.
        wishes: what the reader wants.
    """
    return (yield from _draft_chunk(chunk, document=document, most=most, wishes=wishes, halvings=MOST_HALVINGS))


def _draft_chunk(chunk: Chunk, *, document: Document, most: int, wishes: Wishes, halvings: int) -> Flow[ChunkDraft]:
    call = drafting_call(chunk, document=document, most=most, wishes=wishes)
    answer = yield from _ask_for_facts(call)
    halved: Sequence[Chunk] = ()
    left = min(halvings, halvings_worth(answer.error))
    if left and not answer.facts:
        halved = split_chunk(chunk, document=document) or ()
    if not halved:
        return read_facts(answer, chunk=chunk, call=call)
    drafts = []
    for half in halved:
        draft = yield from _draft_chunk(half, document=document, most=most, wishes=wishes, halvings=left - 1)
        drafts.append(draft)
    return join_drafts(drafts)


def _ask_for_facts(call: Call) -> Flow[FactAnswer]:
    """Make the call, and one that continues an answer which was cut."""
    try:
        answer = yield from ask(call, shape=WireFacts)
    except ReplyTruncated as error:
        cut = error
    except SummarizerError as error:
        return FactAnswer(facts=[], error=error)
    else:
        return FactAnswer.of(answer)
    kept = kept_items(cut, key="facts", shape=WireFact)
    if runs_on(cut, kept=kept):
        return FactAnswer(facts=kept, error=cut)
    more = continuing_call(call, kept=kept, cut=cut)
    try:
        answer = yield from ask(more, shape=WireFacts)
    except ReplyTruncated as cut_again:
        rest = kept_items(cut_again, key="facts", shape=WireFact)
        return FactAnswer(facts=kept + rest, error=cut_again)
    except SummarizerError as error:
        return FactAnswer(facts=kept, error=error)
    return FactAnswer(facts=kept + answer.value.facts, missing=answer.value.missing, lost=answer.lost)


def raise_if_unreachable(drafts: Sequence[ChunkDraft]) -> None:
    """Raise the first error where no chunk got an answer and no reply came for any: there is nothing to go on with."""
    errors = [draft.error for draft in drafts]
    if errors and all(isinstance(error, ModelError) for error in errors):
        raise next(error for error in errors if error is not None)


def facts_to_ask(chunk: Chunk, *, most: int) -> int:
    """How many facts to ask for: at most so many, and of a short chunk fewer."""
    return min(most, max(_FEWEST_FACTS, len(chunk.units) // _SENTENCES_PER_FACT))


def drafting_call(chunk: Chunk, *, document: Document, most: int, wishes: Wishes) -> Call:
    """The call that `draft_facts` makes."""
    listing = numbered_chunk(document, chunk)
    prompt = load_prompt("extract.v2")
    wanted = facts_to_ask(chunk, most=most)
    messages = prompt.render(
        fence=fence_for(listing),
        source=listing,
        count=str(wanted),
        language=wishes.written_in,
        wishes=wishes.as_words(),
        last=str(len(chunk.units)),
    )
    return Call(
        id=f"extract:{chunk.id}",
        stage="extract",
        messages=messages,
        schema_name="facts",
        schema=schema_of(WireFacts, numbers=[unit.number for unit in chunk.units]),
        max_output_tokens=max(_LEAST_OUTPUT_TOKENS, OUTPUT_TOKENS_A_FACT * wanted),
        prompt_id=prompt.id,
        prompt_sha256=prompt.sha256,
    )


def stand_in_facts(source: str, *, wanted: int, scenario: Scenario) -> list[WireFact]:
    """So many facts, each a sentence of a listing in other words.

    The sentences are spread over the listing. Where it has fewer than that, some are said in two ways.
    """
    sentences = list(read_numbered(source).items())
    apart = max(1, len(sentences) // wanted)
    picked = sentences[::apart][:wanted]
    facts = []
    for position in range(wanted):
        number, sentence = picked[position % len(picked)]
        statement = reworded(sentence, variant=position // len(picked))
        if scenario.most:
            statement = overstated(statement)
        facts.append(WireFact(statement=statement, sentences=[number], importance=3))
    return facts


def _stand_in(call: Call, scenario: Scenario) -> Reply:
    """As many facts as are asked for."""
    values = load_prompt("extract.v2").values_of(call.messages)
    facts = stand_in_facts(values["source"], wanted=int(values["count"]), scenario=scenario)
    return Reply(text=WireFacts(facts=facts).model_dump_json())


DRAFT_FACTS: Final = Task(
    stages=("extract",),
    prompts=("extract.v2",),
    follow_ups=(*ASK_PROMPTS, *CONTINUE_PROMPTS),
    stand_in=_stand_in,
)
