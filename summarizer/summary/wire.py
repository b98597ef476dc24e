"""The form in which a model writes a summary, and the drafted summary that is read from it.

{"headline": …, "lead": [{"sentences": [{"text": "It sank.", "facts": ["c1.2"], "sentences": [4], "alone": …}]}], …}
    ->  DraftedSentence(id="s1", text="It sank.", fact_ids=("c1.2",), cited=(Span(…),), alone="The ferry sank.")
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from summarizer.calls.schemas import KnownId, SentenceNumber
from summarizer.summary.drafted import DraftedParagraph, DraftedSection, DraftedSentence, DraftedSummary
from summarizer.text.span import Span


class _Wire(BaseModel):
    model_config = ConfigDict(extra="forbid", defer_build=True)


# The `maxItems` are in the schema alone, where they stop a weak model from running on; a reply with more is read.
class WireSentence(_Wire):
    """A sentence and what it stands on."""

    text: str
    facts: Annotated[list[KnownId], Field(json_schema_extra={"maxItems": 6})]
    sentences: Annotated[list[SentenceNumber], Field(json_schema_extra={"maxItems": 6})] = Field(default_factory=list)
    alone: str = ""


class WireParagraph(_Wire):
    """Sentences that hang together."""

    sentences: Annotated[list[WireSentence], Field(json_schema_extra={"maxItems": 8})]


class WireSection(_Wire):
    """A titled part."""

    title: str
    paragraphs: Annotated[list[WireParagraph], Field(json_schema_extra={"maxItems": 4})]
    bullets: Annotated[list[WireSentence], Field(json_schema_extra={"maxItems": 8})]


class WireSummary(_Wire):
    """A whole summary."""

    headline: str
    lead: Annotated[list[WireParagraph], Field(json_schema_extra={"maxItems": 3})]
    sections: Annotated[list[WireSection], Field(json_schema_extra={"maxItems": 10})]


def read_summary(reply: WireSummary, *, places: Mapping[int, Span]) -> DraftedSummary:
    """The reply with an id for every sentence, s1, s2 and so on, and for every title, t1, t2 and so on.

    Args:
        reply: what the model wrote.
        places: the sentences that it was shown, by their numbers.
    """
    reading = Numbering(places=places)
    lead = reading.paragraphs(reply.lead)
    sections = []
    for position, wire in enumerate(reply.sections, start=1):
        section = DraftedSection(
            id=f"t{position}",
            title=" ".join(wire.title.split()),
            paragraphs=reading.paragraphs(wire.paragraphs),
            bullets=reading.sentences(wire.bullets),
        )
        sections.append(section)
    return DraftedSummary(headline=" ".join(reply.headline.split()), lead=lead, sections=tuple(sections))


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

    def paragraphs(self, paragraphs: Sequence[WireParagraph]) -> tuple[DraftedParagraph, ...]:
        """Paragraphs with a sentence in them."""
        read = [self.sentences(paragraph.sentences) for paragraph in paragraphs]
        return tuple(paragraph for paragraph in read if paragraph)

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
