"""How chosen sentences lie in a section: which come along, which make a paragraph, which are bullets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from summarizer.document.document import Document
from summarizer.extractive.key_sentences import choose_greedily
from summarizer.extractive.self_containedness import count_words
from summarizer.extractive.sentence_scores import ScoredSentence, SentenceScores

# What a paragraph and a bullet hold, and how few bullets are none: the form that summaries are to have.
_PARAGRAPH_SENTENCES: Final = 3
_BULLET_WORDS: Final = 16
_FEWEST_BULLETS: Final = 3
# A sentence that leans on a chosen one comes along if it is a whole statement of at least this worth.
_FOLLOWER_STANDING: Final = 0.15
_FOLLOWER_WORTH: Final = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Sentence indexes as paragraphs and bullets, each ascending, none twice."""

    paragraphs: tuple[tuple[int, ...], ...]
    bullets: tuple[int, ...]


def gather_sentences(
    document: Document,
    weights: SentenceScores,
    candidates: Sequence[ScoredSentence],
    *,
    count: int,
    said: Sequence[int],
) -> tuple[int, ...]:
    """The sentences of one section: the best that stand alone, and some that lean on them, so that a paragraph flows.

    Args:
        document: The document.
        weights: Its weights.
        candidates: Sentences of the section that stand alone and are not in the summary yet.
        count: How many sentences at most.
        said: Sentences that the summary has already, which are not to be repeated.

    Returns:
        At most `count` indexes, ascending; one that is no candidate stands right behind another of the result.
    """
    taken = set(said)
    found: list[int] = []
    followers = (count + 1) // 3
    for index, _ in choose_greedily(weights, candidates, count=count, said=said):
        if len(found) >= count:
            break
        if index in taken:
            continue
        found.append(index)
        taken.add(index)
        after = index + 1
        if followers and len(found) < count and after not in taken and _follows(document, weights, after):
            followers -= 1
            found.append(after)
            taken.add(after)
    return tuple(sorted(found))


def _follows(document: Document, weights: SentenceScores, index: int) -> bool:
    if index >= len(document.sentences) or document.sentences[index].block != document.sentences[index - 1].block:
        return False
    one = weights.sentences[index]
    return one.needs_context and one.self_containedness >= _FOLLOWER_STANDING and one.salience >= _FOLLOWER_WORTH


def lay_out_section(document: Document, weights: SentenceScores, indexes: Sequence[int]) -> Layout:
    """Paragraphs of up to three sentences, and bullets for list items or for short statements side by side.

    Args:
        document: The document.
        weights: Its weights.
        indexes: The sentences of one section, ascending.

    Returns:
        All of them, each once; a sentence that leans on the one before is in the same paragraph as it.
    """
    bullets = _items(document, weights, indexes) or _short_statements(document, weights, indexes)
    rest = [index for index in indexes if index not in bullets]
    paragraphs: list[list[int]] = []
    for index in rest:
        leans = weights.sentences[index].needs_context
        if paragraphs and (leans or len(paragraphs[-1]) < _PARAGRAPH_SENTENCES):
            paragraphs[-1].append(index)
        else:
            paragraphs.append([index])
    # A last sentence alone reads as a leftover where the paragraph before it can spare none.
    if len(paragraphs) > 1 and len(paragraphs[-1]) == 1 and len(paragraphs[-2]) == _PARAGRAPH_SENTENCES:
        moved = paragraphs[-2][-1]
        if not weights.sentences[moved].needs_context:
            paragraphs[-1].insert(0, paragraphs[-2].pop())
    return Layout(paragraphs=tuple(map(tuple, paragraphs)), bullets=tuple(bullets))


def _items(document: Document, weights: SentenceScores, indexes: Sequence[int]) -> list[int]:
    """The list items among the sentences, where there are at least two; an item of several sentences is prose."""
    found = [
        index
        for index in indexes
        if document.blocks[document.sentences[index].block].kind == "item"
        and not weights.sentences[index].needs_context
    ]
    followed = {index - 1 for index in indexes if weights.sentences[index].needs_context}
    found = [index for index in found if index not in followed]
    return found if len(found) > 1 else []


def _short_statements(document: Document, weights: SentenceScores, indexes: Sequence[int]) -> list[int]:
    """Short statements that need no neighbor, where there are three or more beside a sentence that introduces them."""
    followed = {index - 1 for index in indexes if weights.sentences[index].needs_context}
    found = [
        index
        for index in indexes
        if index not in followed
        and not weights.sentences[index].needs_context
        and count_words(document.prose(document.sentences[index].body)) <= _BULLET_WORDS
    ]
    return found if _FEWEST_BULLETS <= len(found) < len(indexes) else []
