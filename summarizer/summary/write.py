"""Asks a model for a summary of an article that it reads whole, with the key facts of it beside.

In: a chunk that is the article, and facts, as lines like `{"id": "c1.2", "fact": "The ferry stopped.", "sentences":
[4]}`. Out: a `DraftedSummary`, every sentence of which names the facts and the places that it stands on.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from summarizer.calls.ask import ASK_PROMPTS, ask, runs_on, wider
from summarizer.calls.call import Call, Reply
from summarizer.calls.flow import Flow
from summarizer.calls.prompts import fence_for, load_prompt
from summarizer.calls.replies import Answer
from summarizer.calls.schemas import schema_of
from summarizer.calls.stand_ins import corrected, overstated, reworded
from summarizer.calls.task import Scenario, Task
from summarizer.document.chunks import Chunk
from summarizer.document.document import Document
from summarizer.document.numbered_sentences import frame_of, numbered_chunk
from summarizer.errors import ReplyTruncated, SummarizerError, halvings_worth
from summarizer.facts.fact import DraftedFact
from summarizer.facts.wishes import Wishes
from summarizer.failure import Failure
from summarizer.summary.drafted import DraftedSummary
from summarizer.summary.parts import SummaryPart, joined, write_part
from summarizer.summary.size import SummarySize
from summarizer.summary.wire import LOST_SENTENCES, WireBlock, WirePart, WireSentence, WireSummary, read_summary
from summarizer.text.span import Span

# What a title of the usual length takes of a fact's words.
_TITLE_WORDS: Final = 4
# About 90 tokens a sentence with what it stands on, twice over for languages that need more.
OUTPUT_TOKENS_A_SENTENCE: Final = 180
_OUTPUT_TOKENS_BESIDE: Final = 800


def write_summary(
    facts: Sequence[DraftedFact], *, chunk: Chunk, document: Document, size: SummarySize, wishes: Wishes
) -> Flow[DraftedSummary]:
    """Draft a summary in one call.

    An answer that cannot be read is repaired once, and one that is cut is asked for once with a larger limit. Where the
    article does not fit the model's context beside the facts, the facts and their sentences alone are written from.

    Args:
        facts: the key facts, the most important first.
        chunk: the article, in one piece.
        document: what it is.
        size: how much to write at most.
        wishes: what the reader wants.
    """
    call = writing_call(facts, chunk=chunk, document=document, size=size, wishes=wishes)
    try:
        answer = yield from ask_for_summary(call)
    except SummarizerError as error:
        if not halvings_worth(error):
            return empty_draft(error, call=call)
        return (yield from _without_article(facts, document=document, size=size, wishes=wishes, why=error))
    places = {unit.number: unit.span for unit in chunk.units}
    drafted = read_summary(answer.value, places=places)
    return replace(drafted, failures=answer.failures(call, lost=LOST_SENTENCES))


def _without_article(
    facts: Sequence[DraftedFact],
    *,
    document: Document,
    size: SummarySize,
    wishes: Wishes,
    why: SummarizerError,
) -> Flow[DraftedSummary]:
    """A summary from the facts and their sentences alone, where the article beside them does not fit the model."""
    in_order = tuple(sorted(facts, key=_place_of))
    part = SummaryPart(kind="lead", title="", facts=in_order, sentences=size.sentences, first=facts[0].id)
    frame = frame_of(document, parts=[])
    written = yield from write_part(part, 1, frame=frame, document=document, wishes=wishes)
    lost = "what the facts do not tell: the article does not fit beside them"
    failure = Failure.of(why, stage="write", call_id="write", lost=lost)
    return replace(joined([written]), failures=(failure, *written.failures))


def ask_for_summary(call: Call) -> Flow[Answer[WireSummary]]:
    """Make the call, and one with a larger limit where the answer was cut."""
    try:
        return (yield from ask(call, shape=WireSummary))
    except ReplyTruncated as cut:
        if runs_on(cut, kept=[WireSummary(headline="", parts=[])]):
            raise  # where the first item of a summary ends cannot be told: loops alone count
        more = wider(call, cut=cut)
    return (yield from ask(more, shape=WireSummary))


def empty_draft(error: SummarizerError, *, call: Call) -> DraftedSummary:
    """No summary, because a call for one failed."""
    return DraftedSummary.empty(
        Failure.of(error, stage=call.stage, call_id=call.id, lost="the summary in the model's own sentences")
    )


def writing_call(
    facts: Sequence[DraftedFact], *, chunk: Chunk, document: Document, size: SummarySize, wishes: Wishes
) -> Call:
    """The call that `write_summary` makes."""
    source = numbered_chunk(document, chunk)
    number_of = {unit.span: unit.number for unit in chunk.units}
    in_order = sorted(facts, key=_place_of)
    listing = "\n".join(_listed(fact, number_of) for fact in in_order)
    prompt = load_prompt("write.v3")
    messages = prompt.render(
        fence=fence_for(source, avoiding=[listing]),
        source=source,
        facts=listing,
        first=facts[0].id if facts else "that matters most",
        language=wishes.written_in,
        sentences=str(size.sentences),
        sections=size.sections_in_words,
        words=str(size.words),
        wishes=wishes.as_words(),
    )
    return Call(
        id="write",
        stage="write",
        messages=messages,
        schema_name="summary",
        schema=schema_of(WireSummary, ids=[fact.id for fact in facts], numbers=[unit.number for unit in chunk.units]),
        max_output_tokens=_OUTPUT_TOKENS_BESIDE + OUTPUT_TOKENS_A_SENTENCE * size.sentences,
        prompt_id=prompt.id,
        prompt_sha256=prompt.sha256,
    )


def _place_of(fact: DraftedFact) -> int:
    """Where the text first tells a fact."""
    return min((span.start for span in fact.cited), default=0)


def _listed(fact: DraftedFact, number_of: Mapping[Span, int]) -> str:
    """A fact as a line of JSON, with the numbers of its sentences."""
    numbers = [number_of[span] for span in fact.cited if span in number_of]
    return json.dumps({"id": fact.id, "fact": fact.statement, "sentences": numbers}, ensure_ascii=False)


def _stand_in(call: Call, scenario: Scenario) -> Reply:
    """As many sentences and sections as are asked for."""
    values = load_prompt("write.v3").values_of(call.messages)
    facts = [json.loads(line) for line in values["facts"].split("\n")]
    summary = stand_in_summary(
        facts, sentences=int(values["sentences"]), sections=sections_in(values["sections"]), scenario=scenario
    )
    return Reply(text=summary.model_dump_json())


def sections_in(words: str) -> int:
    """The number of sections that a prompt asks for in words."""
    return next((int(word) for word in words.split() if word.isdecimal()), 0)


def stand_in_summary(
    facts: Sequence[Mapping[str, Any]], *, sentences: int, sections: int, scenario: Scenario
) -> WireSummary:
    """A summary of facts, each sentence one of them in other words.

    Titles are the first words of one; at most, each is a whole sentence, which a judge can be asked about again.
    """
    told = []
    for position in range(sentences):
        fact = facts[position % len(facts)]
        variant = position // len(facts)
        text = _restated(fact["fact"], variant=variant, scenario=scenario)
        alone = reworded(corrected(fact["fact"]), variant=variant) if scenario.most else ""
        told.append(WireSentence(text=text, facts=[fact["id"]], sentences=fact["sentences"], alone=alone))
    # The lead is a part like the others: about as many sentences stand in each.
    parts = []
    for number in range(sections + 1):
        title = _stand_in_title(facts, variant=number, scenario=scenario) if number else ""
        parts.append(WirePart(title=title, blocks=[WireBlock(sentences=told[number :: sections + 1])]))
    headline = _stand_in_title(facts, variant=0, scenario=scenario)
    return WireSummary(headline=headline, parts=parts)


def _restated(fact: str, *, variant: int, scenario: Scenario) -> str:
    text = reworded(corrected(fact), variant=variant)
    return overstated(text) if scenario.most else text


def _stand_in_title(facts: Sequence[Mapping[str, Any]], *, variant: int, scenario: Scenario) -> str:
    fact = facts[variant % len(facts)]["fact"]
    if scenario.most:
        return _restated(fact, variant=variant, scenario=scenario)
    return " ".join(fact.split()[:_TITLE_WORDS])


WRITE_SUMMARY: Final = Task(stages=("write",), prompts=("write.v3",), follow_ups=ASK_PROMPTS, stand_in=_stand_in)
