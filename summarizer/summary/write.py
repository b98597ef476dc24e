"""Asks a model for a summary of ticked facts; every sentence names the facts that it stands on.

In: facts, as lines like `{"id": "c1.2", "fact": "The ferry stopped.", "source": ["The ferry stopped in May."]}`. Out: a
`DraftedSummary` of sentences like `DraftedSentence(id="s1", text="The ferry stopped.", fact_ids=("c1.2",))`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count
from typing import Annotated, Final, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from summarizer.calls.ask import ASK_PROMPTS, ask, runs_on, wider
from summarizer.calls.call import Call, Reply
from summarizer.calls.flow import Flow
from summarizer.calls.prompts import fence_for, load_prompt
from summarizer.calls.schemas import KnownId, schema_of
from summarizer.calls.stand_ins import corrected, overstated, reworded
from summarizer.calls.task import Scenario, Task
from summarizer.document.document import Document
from summarizer.errors import ContextOverflow, ReplyTruncated, SummarizerError
from summarizer.facts.fact import CheckedFact
from summarizer.failure import Failure
from summarizer.summary.size import SIZES, Length

# About 50 tokens a sentence with its ids, 30 sentences, twice over for languages that need more.
_MAX_OUTPUT_TOKENS = 4000
# Fewer facts than this make no summary, so that no list of them is halved below it.
_FEWEST_FACTS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedSentence:
    """A sentence as written: nothing is checked yet; `fact_ids` are as the model gave them."""

    id: str
    text: str
    fact_ids: tuple[str, ...]


DraftedParagraph: TypeAlias = tuple[DraftedSentence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedSection:
    """A section as written; `id` is that of its title."""

    id: str
    title: str
    paragraphs: tuple[DraftedParagraph, ...]
    bullets: tuple[DraftedSentence, ...]

    def sentences(self) -> tuple[DraftedSentence, ...]:
        """Every sentence in reading order."""
        return (*chain.from_iterable(self.paragraphs), *self.bullets)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedSummary:
    """A summary as written; empty when `failures` says why."""

    headline: str
    lead: tuple[DraftedParagraph, ...]
    sections: tuple[DraftedSection, ...]
    failures: tuple[Failure, ...] = ()

    def sentences(self) -> tuple[DraftedSentence, ...]:
        """Every sentence in reading order; ids are unique."""
        found = list(chain.from_iterable(self.lead))
        for section in self.sections:
            found += section.sentences()
        return tuple(found)


class _Wire(BaseModel):
    model_config = ConfigDict(extra="forbid", defer_build=True)


# The `maxItems` are in the schema alone, where they stop a weak model from running on; a reply with more is read.
class _WireSentence(_Wire):
    text: str
    facts: Annotated[list[KnownId], Field(json_schema_extra={"maxItems": 6})]


class _WireParagraph(_Wire):
    sentences: Annotated[list[_WireSentence], Field(json_schema_extra={"maxItems": 6})]


class _WireSection(_Wire):
    title: str
    paragraphs: Annotated[list[_WireParagraph], Field(json_schema_extra={"maxItems": 4})]
    bullets: Annotated[list[_WireSentence], Field(json_schema_extra={"maxItems": 8})]


class _WireSummary(_Wire):
    headline: str
    lead: Annotated[list[_WireParagraph], Field(json_schema_extra={"maxItems": 2})]
    sections: Annotated[list[_WireSection], Field(json_schema_extra={"maxItems": 8})]


def write_summary(
    facts: Sequence[CheckedFact], *, document: Document, length: Length, language: str
) -> Flow[DraftedSummary]:
    """Draft a summary of these facts in one call.

    An answer that cannot be read is repaired once, and one that is cut is asked for once with a larger limit. Where the
    facts do not fit the model's context, the less important half is left out, and a failure names it.

    Args:
        facts: supported facts, the most important first.
        document: whose facts they are.
        length: how much to write; see `SIZES`.
        language: the language to write in, in words for the prompt.
    """
    call = writing_call(facts, document=document, length=length, language=language)
    try:
        reply = yield from _ask_for_summary(call, facts=facts)
    except ContextOverflow as error:
        overflow = error
    except SummarizerError as error:
        return _empty_draft(error, call=call)
    else:
        return _numbered(reply)
    if len(facts) < 2 * _FEWEST_FACTS:
        return _empty_draft(overflow, call=call)
    half = len(facts) // 2
    draft = yield from write_summary(facts[:half], document=document, length=length, language=language)
    left_out = ", ".join(fact.id for fact in facts[half:])
    failure = Failure.of(overflow, stage="write", call_id=call.id, lost=f"in the summary: {left_out}")
    return replace(draft, failures=(failure, *draft.failures))


def _ask_for_summary(call: Call, *, facts: Sequence[CheckedFact]) -> Flow[_WireSummary]:
    """Make the call, and one with a larger limit where the answer was cut."""
    try:
        return (yield from ask(call, shape=_WireSummary))
    except ReplyTruncated as cut:
        if runs_on(cut, kept=facts):  # where the first item of a summary ends cannot be told: loops alone count
            raise
        more = wider(call, cut=cut)
    return (yield from ask(more, shape=_WireSummary))


def _empty_draft(error: SummarizerError, *, call: Call) -> DraftedSummary:
    failure = Failure.of(error, stage="write", call_id=call.id, lost="the summary in the model's own sentences")
    return DraftedSummary(headline="", lead=(), sections=(), failures=(failure,))


def writing_call(facts: Sequence[CheckedFact], *, document: Document, length: Length, language: str) -> Call:
    """The call that `write_summary` makes."""
    size = SIZES[length]
    listing = "\n".join(_listed(fact, document) for fact in facts)
    # Three sentences for two facts read well; with more of them it would have to repeat or invent.
    most_sentences = len(facts) * 3 // 2
    most_sections = len(facts) // 2
    prompt = load_prompt("write.v1")
    messages = prompt.render(
        fence=fence_for(listing),
        facts=listing,
        language=language,
        sentences=str(max(2, min(size.sentences, most_sentences))),
        sections=str(max(1, min(size.sections, most_sections))),
    )
    return Call(
        id="write",
        stage="write",
        messages=messages,
        schema_name="summary",
        schema=schema_of(_WireSummary, ids=[fact.id for fact in facts]),
        max_output_tokens=_MAX_OUTPUT_TOKENS,
        prompt_id=prompt.id,
        prompt_sha256=prompt.sha256,
    )


def _listed(fact: CheckedFact, document: Document) -> str:
    """A fact as a line of JSON, with the words of the article that state it."""
    source = [document.prose(evidence.span) for evidence in fact.evidence]
    return json.dumps({"id": fact.id, "fact": fact.statement, "source": source}, ensure_ascii=False)


def _numbered(reply: _WireSummary) -> DraftedSummary:
    """The reply with an id for every sentence, s1, s2 and so on, and for every title, t1, t2 and so on."""
    numbers = count(1)
    lead = _number_paragraphs(reply.lead, numbers)
    sections = []
    for position, wire in enumerate(reply.sections, start=1):
        section = DraftedSection(
            id=f"t{position}",
            title=" ".join(wire.title.split()),
            paragraphs=_number_paragraphs(wire.paragraphs, numbers),
            bullets=_number_sentences(wire.bullets, numbers),
        )
        sections.append(section)
    return DraftedSummary(headline=" ".join(reply.headline.split()), lead=lead, sections=tuple(sections))


def _number_paragraphs(paragraphs: Sequence[_WireParagraph], numbers: Iterator[int]) -> tuple[DraftedParagraph, ...]:
    return tuple(_number_sentences(paragraph.sentences, numbers) for paragraph in paragraphs)


def _number_sentences(sentences: Sequence[_WireSentence], numbers: Iterator[int]) -> tuple[DraftedSentence, ...]:
    drafted = []
    for sentence in sentences:
        text = " ".join(sentence.text.split())
        if text:
            fact_ids = tuple(dict.fromkeys(sentence.facts))
            drafted.append(DraftedSentence(id=f"s{next(numbers)}", text=text, fact_ids=fact_ids))
    return tuple(drafted)


# A title is short; the longest one of the reference form has four words.
_TITLE_WORDS = 3


def _stand_in(call: Call, scenario: Scenario) -> Reply:
    """As many sentences and sections as are asked for, each sentence a fact in other words.

    Titles are the first words of one; at most, each is a whole sentence, which a judge can be asked about again.
    """
    values = load_prompt("write.v1").values_of(call.messages)
    facts = [json.loads(line) for line in values["facts"].split("\n")]
    sentences = []
    for position in range(int(values["sentences"])):
        fact = facts[position % len(facts)]
        text = _restated(fact["fact"], variant=position // len(facts), scenario=scenario)
        sentences.append(_WireSentence(text=text, facts=[fact["id"]]))
    # The lead is a part like the others: about as many sentences stand in each.
    parts = int(values["sections"]) + 1
    lead, *groups = [sentences[part::parts] for part in range(parts)]
    sections = []
    for variant, group in enumerate(groups, start=1):
        title = _stand_in_title(facts, variant=variant, scenario=scenario)
        sections.append(_WireSection(title=title, paragraphs=[_WireParagraph(sentences=group)], bullets=[]))
    headline = _stand_in_title(facts, variant=0, scenario=scenario)
    summary = _WireSummary(headline=headline, lead=[_WireParagraph(sentences=lead)], sections=sections)
    return Reply(text=summary.model_dump_json())


def _restated(fact: str, *, variant: int, scenario: Scenario) -> str:
    text = reworded(corrected(fact), variant=variant)
    return overstated(text) if scenario.most else text


def _stand_in_title(facts: Sequence[Mapping[str, str]], *, variant: int, scenario: Scenario) -> str:
    fact = facts[variant % len(facts)]["fact"]
    if scenario.most:
        return _restated(fact, variant=variant, scenario=scenario)
    return " ".join(fact.split()[:_TITLE_WORDS])


WRITE_SUMMARY: Final = Task(stages=("write",), prompts=("write.v1",), follow_ups=ASK_PROMPTS, stand_in=_stand_in)
