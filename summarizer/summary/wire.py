"""The form in which a model writes a summary, and the drafted summary that is read from it.

{"headline": …, "parts": [{"title": "", "blocks": [{"sentences": [{"text": "It sank.", …}]}]}]}
    ->  DraftedSentence(id="s1", text="It sank.", fact_ids=("c1.2",), cited=(Span(…),), alone="The ferry sank.")
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, count
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field

from summarizer.calls.schemas import DIVISIBLE, KnownId, SentenceNumber
from summarizer.summary.drafted import DraftedSection, DraftedSentence, DraftedSummary
from summarizer.text.span import Span

LOST_SENTENCES: Final = "those sentences of the summary that could not be read"


class _Wire(BaseModel):
    model_config = ConfigDict(extra="forbid", defer_build=True)


# The `maxItems` are in the schema alone, where they stop a weak model from running on; a reply with more is read.
class WireSentence(_Wire):
    """A sentence and what it stands on."""

    text: str
    facts: Annotated[list[KnownId], Field(json_schema_extra={"maxItems": 6})]
    sentences: Annotated[list[SentenceNumber], Field(json_schema_extra={"maxItems": 6})] = Field(default_factory=list)
    alone: str = ""


class WireBlock(_Wire):
    """Sentences that hang together: a paragraph, or the items of a list."""

    model_config = ConfigDict(json_schema_extra=DIVISIBLE)
    bullets: bool = False
    sentences: Annotated[list[WireSentence], Field(json_schema_extra={"maxItems": 8})]


class WirePart(_Wire):
    """The lead, which has no title, or a section."""

    model_config = ConfigDict(json_schema_extra=DIVISIBLE)
    title: str = ""
    blocks: Annotated[list[WireBlock], Field(json_schema_extra={"maxItems": 4})]


class WireSummary(_Wire):
    """A whole summary: a sentence has one place in the schema, as its own schema is long."""

    headline: str
    parts: Annotated[list[WirePart], Field(json_schema_extra={"maxItems": 11})]


def read_summary(reply: WireSummary, *, places: Mapping[int, Span]) -> DraftedSummary:
    """The reply with an id for every sentence, s1, s2 and so on, and for every title, t1, t2 and so on.

    The first part is the lead.

    Args:
        reply: what the model wrote.
        places: the sentences that it was shown, by their numbers.
    """
    numbering = Numbering(places=places)
    lead = numbering.part(reply.parts[0]) if reply.parts else numbering.part(WirePart(title="", blocks=[]))
    sections = [
        replace(numbering.part(wire), id=f"t{position}") for position, wire in enumerate(reply.parts[1:], start=1)
    ]
    return DraftedSummary(
        headline=" ".join(reply.headline.split()),
        lead=(*lead.paragraphs, lead.bullets) if lead.bullets else lead.paragraphs,
        sections=tuple(sections),
    )


class Numbering:
    """Numbers the sentences of a summary through, and finds the places that they name."""

    def __init__(self, *, places: Mapping[int, Span], numbers: Iterator[int] | None = None) -> None:
        """Begin with s1, or go on with the next of some numbers.

        Args:
            places: the sentences that the model was shown, by their numbers.
            numbers: those of the sentences to come.
        """
        self._places = places
        self._numbers = numbers or count(1)

    def at(self, places: Mapping[int, Span]) -> Numbering:
        """The same numbering over a part whose model was shown other places."""
        return Numbering(places=places, numbers=self._numbers)

    def part(self, wire: WirePart) -> DraftedSection:
        """A part with its title, its paragraphs, and behind them its lists; blocks without a sentence are none."""
        told = [(block.bullets, self.sentences(block.sentences)) for block in wire.blocks]
        return DraftedSection(
            id="",
            title=" ".join(wire.title.split()),
            paragraphs=tuple(sentences for is_list, sentences in told if sentences and not is_list),
            bullets=tuple(chain.from_iterable(sentences for is_list, sentences in told if is_list)),
        )

    def sentences(self, sentences: Sequence[WireSentence]) -> tuple[DraftedSentence, ...]:
        """Sentences that are not empty."""
        return tuple(self._sentence(one) for one in sentences if one.text.strip())

    def _sentence(self, wire: WireSentence) -> DraftedSentence:
        text, alone = " ".join(wire.text.split()), " ".join(wire.alone.split())
        numbers = list(dict.fromkeys(wire.sentences))
        return DraftedSentence(
            id=f"s{next(self._numbers)}",
            text=text,
            fact_ids=tuple(dict.fromkeys(wire.facts)),
            alone="" if alone == text else alone,
            cited=tuple(self._places[number] for number in numbers if number in self._places),
            unknown=tuple(number for number in numbers if number not in self._places),
        )
