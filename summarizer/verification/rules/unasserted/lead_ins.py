"""Finds what stands under a lead-in that denies, doubts or conditions it, or says whose words it is.

"The board denied the following:"     ->  the items of the list below it, or the paragraph right behind it
"This is what the letter says."       ->  the sentences behind it in its paragraph; the next one where it ends its own
"Claim: The bridge fell. It rained."  ->  the sentences behind the label's own
"Mark each sentence as true or not."  ->  everything below it, up to the next heading
"- [ ] The bridge is repaired."       ->  that item: a task that is not done
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from summarizer.document.document import Block, Document
from summarizer.languages.record import CueKind
from summarizer.languages.registry import together
from summarizer.verification.reading.canonical_text import CanonicalText
from summarizer.verification.reading.cues import cues_at
from summarizer.verification.rules.unasserted.not_asserted import NotAsserted
from summarizer.verification.rules.unasserted.patterns import as_title, pattern, texts_of

_OPEN_TASK: Final = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+(\[ \])")
_QUOTES: Final = ('"', "'")
_LABEL: Final = re.compile(r"[^:：]{2,60}[:：]")
# How many sentences behind a lead-in in its own paragraph are what it leads to: a letter or a story is seldom told in
# more, and a whole page may be one paragraph.
_REACH: Final = 6
_BEARING: Final[frozenset[CueKind]] = frozenset(("negation", "modality", "attribution", "condition"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Above:
    """What stands above a block and may bear on it.

    Attributes:
        task: An instruction bears on everything up to the next heading.
        lead_in: A lead-in bears on the list below it.
        right_above: The sentence right before the block is that lead-in.
    """

    task: NotAsserted | None = None
    lead_in: NotAsserted | None = None
    right_above: bool = False

    def bearing_on(self, block: Block) -> NotAsserted | None:
        """What bears on a block: an item of a list, or the paragraph right behind a lead-in."""
        if self.task is not None:
            return self.task
        return self.lead_in if block.kind == "item" or self.right_above else None

    def below(self, block: Block, last: NotAsserted | None) -> _Above:
        """The same behind a block that ends in such a lead-in or in none: one reaches through its list."""
        if last is not None and last.kind == "task":
            return replace(self, task=last)
        goes_on = self.lead_in if block.kind == "item" else None
        return replace(self, lead_in=last or goes_on, right_above=last is not None)


def sentences_under_lead_ins(
    document: Document, sentences: Sequence[CanonicalText], texts: Sequence[str] = ()
) -> Iterable[tuple[int, NotAsserted]]:
    """The indexes of the sentences on which a lead-in bears, of tasks that are not done, and of code, with why.

    Args:
        document: The source.
        sentences: Its sentences in canonical form.
        texts: The same folded, where they are at hand.
    """
    texts = texts or texts_of(document)
    above = _Above()
    for block in document.blocks:
        numbers = range(block.first, block.last)
        bears = [_bearing(document, sentences[number], texts[number], number) for number in numbers]
        if block.kind == "heading":
            last = bears[-1]
            above = _Above(lead_in=last, right_above=last is not None)
            continue
        whole = _whole_block(document, block) or above.bearing_on(block)
        if whole is not None:
            yield from ((number, whole) for number in numbers)
        else:
            yield from _behind_lead_ins(numbers, bears, texts)
        above = above.below(block, bears[-1])


def _whole_block(document: Document, block: Block) -> NotAsserted | None:
    """Why nothing in a block is said: code, or a list item with an empty box before it."""
    start = document.sentences[block.first].start
    if block.kind == "code":
        return NotAsserted("code", document.text[start : block.end])
    task = _OPEN_TASK.match(document.text, start) if block.kind == "item" else None
    return NotAsserted("open_task", task[1]) if task else None


def _behind_lead_ins(
    numbers: range, bears: Sequence[NotAsserted | None], texts: Sequence[str]
) -> Iterable[tuple[int, NotAsserted]]:
    """The sentences of a block behind the first that bears on them; a label that settles things ends it."""
    why: NotAsserted | None = None
    left = 0
    for number, bearing in zip(numbers, bears, strict=True):
        label = _LABEL.match(texts[number])
        if not left or (label and pattern("settled").fullmatch(as_title(label[0]))):
            why = None
        if why is not None:
            yield number, why
        left = _REACH if bearing else max(0, left - 1)
        why = bearing or why


def _bearing(document: Document, sentence: CanonicalText, text: str, number: int) -> NotAsserted | None:
    """What a sentence does to those behind it."""
    if text[:1] in _QUOTES:
        return None  # who speaks leads to what he says himself
    title = as_title(text)
    body = document.sentences[number].body
    if pattern("tasks").match(title):
        return NotAsserted("task", document.prose(body))
    label = _LABEL.match(text)
    if label and pattern("topics").fullmatch(as_title(label[0])):
        shown = document.text[body.start : body.end].partition(text[label.end() - 1])[0]
        return NotAsserted("lead_in", shown)
    if pattern("lead_ins").fullmatch(title) or _is_lead_in(sentence, title, document.language):
        return NotAsserted("lead_in", document.prose(body))
    return None


def _is_lead_in(sentence: CanonicalText, title: str, language: str) -> bool:
    """Whether a sentence bears on what follows: "He denied:", "It is false that", "The following is false."."""
    if not sentence.keys:
        return False
    last = sentence.keys[-1]
    denies = not together("discourse.denying").isdisjoint(sentence.keys)
    if sentence.closed or last in ("?", "!"):
        return denies and not together("discourse.following_words").isdisjoint(sentence.keys)
    if last != ":" and last not in together("discourse.that_words"):
        return False
    if denies or (last == ":" and pattern("doubting").search(title)):
        return True
    if last == ":" and pattern("own_lead_ins").search(title):
        return False
    return not _BEARING.isdisjoint(_cue_kinds(sentence, language))


def _cue_kinds(sentence: CanonicalText, language: str) -> frozenset[CueKind]:
    return frozenset[CueKind]().union(*cues_at(sentence.keys, language))
