"""Asks a model for the parts of a summary of a long text, side by side: the lead, and each section from its own facts.

parts = [SummaryPart(kind="lead", title="", facts=(…), sentences=4), SummaryPart(kind="section", title="The flood", …)]
flows = [write_part(part, …) for part in parts]    ->  each returns a `WrittenPart`
joined(written)                                    ->  DraftedSummary
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from summarizer.calls.ask import ASK_PROMPTS, ask, wider
from summarizer.calls.call import Call, Reply
from summarizer.calls.flow import Flow
from summarizer.calls.prompts import fence_for, load_prompt
from summarizer.calls.replies import Answer
from summarizer.calls.schemas import schema_of
from summarizer.calls.stand_ins import corrected, overstated, reworded
from summarizer.calls.task import Scenario, Task
from summarizer.document.document import Document
from summarizer.errors import ReplyTruncated, SummarizerError
from summarizer.facts.fact import DraftedFact
from summarizer.facts.wishes import Wishes
from summarizer.failure import Failure
from summarizer.summary.drafted import DraftedSummary
from summarizer.summary.wire import LOST_SENTENCES, Numbering, WireBlock, WirePart, WireSentence
from summarizer.text.span import Span

_OUTPUT_TOKENS_A_SENTENCE: Final = 180
_OUTPUT_TOKENS_BESIDE: Final = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryPart:
    """A part to be written: from which facts, in the order of the text, and how many sentences at most."""

    kind: Literal["lead", "section"]
    title: str
    facts: tuple[DraftedFact, ...]
    sentences: int
    first: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenPart:
    """A part as written, with the places that its numbers stand for; or its facts, as they are stated, and why."""

    part: SummaryPart
    wire: WirePart | None
    places: Mapping[int, Span]
    failures: tuple[Failure, ...] = ()


def write_part(part: SummaryPart, number: int, *, frame: str, document: Document, wishes: Wishes) -> Flow[WrittenPart]:
    """Draft one part in one call; where that fails, the part is its facts as they are stated.

    Args:
        part: what to write.
        number: of the part, from 1.
        frame: lines that say what the text is and who is who in it.
        document: the text.
        wishes: what the reader wants.
    """
    places = _places(part.facts)
    call = part_call(part, number, frame=frame, document=document, wishes=wishes)
    try:
        answer = yield from _ask(call)
    except SummarizerError as error:
        lost = f"the {part.kind} “{part.title}” in the model's own sentences" if part.title else "the lead as written"
        failure = Failure.of(error, stage=call.stage, call_id=call.id, lost=lost)
        return WrittenPart(part=part, wire=None, places=places, failures=(failure,))
    failures = answer.failures(call, lost=LOST_SENTENCES)
    return WrittenPart(part=part, wire=answer.value, places=places, failures=failures)


def _ask(call: Call) -> Flow[Answer[WirePart]]:
    try:
        return (yield from ask(call, shape=WirePart))
    except ReplyTruncated as cut:
        more = wider(call, cut=cut)
    return (yield from ask(more, shape=WirePart))


def part_call(part: SummaryPart, number: int, *, frame: str, document: Document, wishes: Wishes) -> Call:
    """The call that `write_part` makes."""
    places = _places(part.facts)
    number_of = {span: place for place, span in places.items()}
    listing = "\n".join(_listed(fact, number_of, document) for fact in part.facts)
    prompt = load_prompt("part.v1")
    messages = prompt.render(
        fence=fence_for(frame, avoiding=[part.title, listing]),
        frame=frame,
        title=" ".join(part.title.split()) or "(the lead)",
        facts=listing,
        task=_task(part),
        sentences=str(part.sentences),
        language=wishes.written_in,
        wishes=wishes.as_words(),
    )
    return Call(
        id=f"write:{number}",
        stage="write",
        messages=messages,
        schema_name="part",
        schema=schema_of(WirePart, ids=[fact.id for fact in part.facts], numbers=list(places)),
        max_output_tokens=_OUTPUT_TOKENS_BESIDE + _OUTPUT_TOKENS_A_SENTENCE * part.sentences,
        prompt_id=prompt.id,
        prompt_sha256=prompt.sha256,
    )


def _task(part: SummaryPart) -> str:
    if part.kind == "lead":
        return (
            'Write the headline (as "title") and the lead, in one or two paragraphs: it opens with what matters most, '
            f"the fact {part.first}, so that somebody who stops there knows it, and tells the whole text in short. "
            "The sections that follow tell the rest. No bullets."
        )
    return (
        "Write the section named above in one or two paragraphs, with a short plain title that says what it is about "
        "(that one, or a better one). The lead has told the main thing already; this tells what belongs here."
    )


def _places(facts: Sequence[DraftedFact]) -> dict[int, Span]:
    """The sentences that state some facts, by the numbers that a model is shown."""
    spans = sorted({span for fact in facts for span in fact.cited})
    return dict(enumerate(spans, start=1))


def _listed(fact: DraftedFact, number_of: Mapping[Span, int], document: Document) -> str:
    source = {str(number_of[span]): document.prose(span) for span in fact.cited}
    return json.dumps({"id": fact.id, "fact": fact.statement, "sentences": source}, ensure_ascii=False)


def joined(written: Sequence[WrittenPart]) -> DraftedSummary:
    """The parts as one drafted summary, numbered through; the first is the lead."""
    numbering = Numbering(places={})
    lead, *rest = [numbering.at(one.places).part(_told(one)) for one in written]
    return DraftedSummary(
        headline=lead.title,
        lead=(*lead.paragraphs, lead.bullets) if lead.bullets else lead.paragraphs,
        sections=tuple(replace(section, id=f"t{position}") for position, section in enumerate(rest, start=1)),
        failures=tuple(failure for one in written for failure in one.failures),
    )


def _told(one: WrittenPart) -> WirePart:
    """What was written, or its facts as they are stated."""
    if one.wire is not None:
        return one.wire
    stated = [WireSentence(text=fact.statement, facts=[fact.id]) for fact in one.part.facts[: one.part.sentences]]
    return WirePart(title=one.part.title, blocks=[WireBlock(sentences=stated)])


def _stand_in(call: Call, scenario: Scenario) -> Reply:
    """As many sentences as are asked for, each a fact in other words."""
    values = load_prompt("part.v1").values_of(call.messages)
    listed = [json.loads(line) for line in values["facts"].split("\n")]
    facts = [fact for fact in listed if fact]
    sentences = []
    for position in range(int(values["sentences"])):
        fact = facts[position % len(facts)]
        alone = reworded(corrected(fact["fact"]), variant=position // len(facts))
        numbers = [int(number) for number in fact["sentences"]]
        if scenario.most:
            told = WireSentence(text=overstated(alone), facts=[fact["id"]], sentences=numbers, alone=alone)
        else:
            told = WireSentence(text=alone, facts=[fact["id"]], sentences=numbers)
        sentences.append(told)
    title = facts[0]["fact"] if scenario.most else " ".join(facts[0]["fact"].split()[:4])
    return Reply(text=WirePart(title=title, blocks=[WireBlock(sentences=sentences)]).model_dump_json())


WRITE_PART: Final = Task(stages=("write",), prompts=("part.v1",), follow_ups=ASK_PROMPTS, stand_in=_stand_in)
