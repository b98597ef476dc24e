"""Finds what stands under a lead-in or heading that denies, doubts or conditions it, or says whose words it is.

"The board denied the following:"   ->  the items of the list below it, and the paragraph right behind it
"Myths" as a heading                ->  everything below it, up to the next heading
"- [ ] The bridge is repaired."     ->  that item: a task that is not done
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from summarizer.document.document import Block, Document
from summarizer.languages.record import CueKind
from summarizer.languages.registry import together
from summarizer.verification.reading.canonical_text import CanonicalText
from summarizer.verification.reading.cues import cues_at

_OPEN_TASK: Final = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+\[ \]")
_BEARING: Final[frozenset[CueKind]] = frozenset(("negation", "modality", "attribution", "condition"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Above:
    """What stands above a block and may bear on it.

    Attributes:
        denied_topic: The heading above names things that are not so: "Myths".
        lead_in: That heading, or a lead-in since, bears on the list below it.
        right_above: The sentence right before the block is a lead-in.
    """

    denied_topic: bool = False
    lead_in: bool = False
    right_above: bool = False

    def bears_on(self, block: Block) -> bool:
        """Whether a block is under the lead-in: an item of its list, the paragraph behind it, all of a denied topic."""
        return self.lead_in and (block.kind == "item" or self.denied_topic or self.right_above)

    @staticmethod
    def below_heading(bears: Sequence[bool], *, denied_topic: bool) -> _Above:
        """What stands above the block behind a heading, of whose sentences some bear on what follows."""
        return _Above(denied_topic=denied_topic, lead_in=denied_topic or any(bears), right_above=bears[-1])

    def below(self, block: Block, bears: Sequence[bool]) -> _Above:
        """The same behind any other block: a lead-in reaches through the items of its list."""
        goes_on = self.lead_in and block.kind == "item"
        lead_in = self.denied_topic or bears[-1] or goes_on
        return _Above(denied_topic=self.denied_topic, lead_in=lead_in, right_above=bears[-1])


def sentences_under_lead_ins(document: Document, sentences: Sequence[CanonicalText]) -> Iterable[int]:
    """The indexes of the sentences on which a lead-in bears, of tasks that are not done, and of code.

    Args:
        document: The source.
        sentences: Its sentences in canonical form.
    """
    above = _Above()
    for block in document.blocks:
        numbers = range(block.first, block.last)
        own = [sentences[number] for number in numbers]
        bears = [_is_lead_in(sentence, document.language) for sentence in own]
        if block.kind == "heading":
            above = _Above.below_heading(bears, denied_topic=any(map(_names_denied_topic, own)))
            continue
        if block.kind == "code" or _is_open_task(document, block) or above.bears_on(block):
            yield from numbers
        elif True in bears:
            yield from numbers[bears.index(True) + 1 :]
        above = above.below(block, bears)


def _is_open_task(document: Document, block: Block) -> bool:
    """Whether a block is a list item with an empty box before it."""
    start = document.sentences[block.first].start
    return block.kind == "item" and _OPEN_TASK.match(document.text, start) is not None


def _names_denied_topic(heading: CanonicalText) -> bool:
    return not together("discourse.denied_topics").isdisjoint(heading.keys)


def _is_lead_in(sentence: CanonicalText, language: str) -> bool:
    """Whether a sentence bears on what follows: "He denied:", "It is false that", "The following is false."."""
    if not sentence.keys:
        return False
    last = sentence.keys[-1]
    denies = not together("discourse.denying").isdisjoint(sentence.keys)
    if sentence.closed or last in ("?", "!"):
        return denies and not together("discourse.following_words").isdisjoint(sentence.keys)
    if last != ":" and last not in together("discourse.that_words"):
        return False
    return denies or not _BEARING.isdisjoint(_cue_kinds(sentence, language))


def _cue_kinds(sentence: CanonicalText, language: str) -> frozenset[CueKind]:
    return frozenset[CueKind]().union(*cues_at(sentence.keys, language))
