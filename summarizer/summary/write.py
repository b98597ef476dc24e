"""Asks a model for a summary of ticked facts; every sentence names the facts that it stands on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from summarizer.calls.ask import ask, runs_on, wider
from summarizer.calls.call import Call
from summarizer.calls.flow import Flow
from summarizer.calls.prompts import fence_for, load_prompt
from summarizer.calls.replies import KnownId, schema_of
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


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedSection:
    """A section as written; `id` is that of its title."""

    id: str
    title: str
    paragraphs: tuple[tuple[DraftedSentence, ...], ...]
    bullets: tuple[DraftedSentence, ...]

    def sentences(self) -> tuple[DraftedSentence, ...]:
        """Every sentence in reading order."""
        return (*(s for paragraph in self.paragraphs for s in paragraph), *self.bullets)


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedSummary:
    """A summary as written; empty when `failures` says why."""

    headline: str
    lead: tuple[tuple[DraftedSentence, ...], ...]
    sections: tuple[DraftedSection, ...]
    failures: tuple[Failure, ...] = ()

    def sentences(self) -> tuple[DraftedSentence, ...]:
        """Every sentence in reading order; ids are unique."""
        return (*(s for p in self.lead for s in p), *(s for section in self.sections for s in section.sentences()))


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
        try:
            return _drafted((yield from ask(call, shape=_WireSummary)))
        except ReplyTruncated as cut:
            if runs_on(cut, kept=facts):  # where the first item of a summary ends cannot be told: loops alone count
                raise
            return _drafted((yield from ask(wider(call, cut=cut), shape=_WireSummary)))
    except ContextOverflow as error:
        overflow = error
    except SummarizerError as error:
        return _nothing(error, call=call)
    if len(facts) < 2 * _FEWEST_FACTS:
        return _nothing(overflow, call=call)
    half = len(facts) // 2
    draft = yield from write_summary(facts[:half], document=document, length=length, language=language)
    left_out = Failure.of(
        overflow, stage="write", call_id=call.id, lost=f"in the summary: {', '.join(fact.id for fact in facts[half:])}"
    )
    return replace(draft, failures=(left_out, *draft.failures))


def _nothing(error: SummarizerError, *, call: Call) -> DraftedSummary:
    failure = Failure.of(error, stage="write", call_id=call.id, lost="the summary in the model's own sentences")
    return DraftedSummary(headline="", lead=(), sections=(), failures=(failure,))


def writing_call(facts: Sequence[CheckedFact], *, document: Document, length: Length, language: str) -> Call:
    """The call that `write_summary` makes."""
    size = SIZES[length]
    listing = "\n".join(
        json.dumps(
            {"id": f.id, "fact": f.statement, "source": [document.prose(e.span) for e in f.evidence]},
            ensure_ascii=False,
        )
        for f in facts
    )
    prompt = load_prompt("write.v1")
    messages = prompt.render(
        fence=fence_for(listing),
        facts=listing,
        language=language,
        # Three facts in two sentences read well; more sentences than that would have to repeat or invent.
        sentences=str(max(2, min(size.sentences, len(facts) * 3 // 2))),
        sections=str(max(1, min(size.sections, len(facts) // 2))),
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


def _drafted(reply: _WireSummary) -> DraftedSummary:
    count = 0

    def sentences(wire: Sequence[_WireSentence]) -> tuple[DraftedSentence, ...]:
        nonlocal count
        drafted = []
        for item in wire:
            text = " ".join(item.text.split())
            if text:
                count += 1
                drafted.append(DraftedSentence(id=f"s{count}", text=text, fact_ids=tuple(dict.fromkeys(item.facts))))
        return tuple(drafted)

    lead = tuple(sentences(paragraph.sentences) for paragraph in reply.lead)
    sections = tuple(
        DraftedSection(
            id=f"t{position}",
            title=" ".join(section.title.split()),
            paragraphs=tuple(sentences(paragraph.sentences) for paragraph in section.paragraphs),
            bullets=sentences(section.bullets),
        )
        for position, section in enumerate(reply.sections, start=1)
    )
    return DraftedSummary(headline=" ".join(reply.headline.split()), lead=lead, sections=sections)
