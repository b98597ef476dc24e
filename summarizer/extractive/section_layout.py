"""Arranges the sentences of a section: which come along, which make a paragraph, which are bullets.

gather_sentences(…, count=5) == (12, 13, 17, 18, 21)
lay_out_section(…, (12, 13, 17, 18, 21)) == SectionLayout(paragraphs=((12, 13),), bullets=(17, 18, 21))
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from summarizer.document.document import Document
from summarizer.extractive.key_sentences import choose_greedily
from summarizer.extractive.self_containedness import STANDS_ALONE, count_words
from summarizer.extractive.sentence_scores import ScoredSentence, SentenceScores

# Sentence indexes, paragraph by paragraph.
ParagraphIndexes: TypeAlias = tuple[tuple[int, ...], ...]

# What a paragraph and a bullet hold, and how few bullets are none: the form that summaries are to have.
_PARAGRAPH_SENTENCES: Final = 3
_BULLET_WORDS: Final = 16
_FEWEST_BULLETS: Final = 3
# Of list items two are enough: the article made them bullets itself.
_FEWEST_ITEMS: Final = 2
# A sentence that needs the chosen one before it comes along if it is a statement of at least this salience. Both were
# set by reading the summaries of the example articles.
_FOLLOWER_SELF_CONTAINEDNESS: Final = 0.15
_FOLLOWER_SALIENCE: Final = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionLayout:
    """Sentence indexes as paragraphs and bullets, each ascending, none twice."""

    paragraphs: ParagraphIndexes
    bullets: tuple[int, ...]


def gather_sentences(
    document: Document,
    scores: SentenceScores,
    candidates: Sequence[ScoredSentence],
    *,
    count: int,
    said: Sequence[int],
) -> tuple[int, ...]:
    """The sentences of one section: the best that stand alone, and some that follow them, so that a paragraph flows.

    Args:
        document: The document.
        scores: Its scores.
        candidates: Sentences of the section that stand alone and are not in the summary yet.
        count: How many sentences at most.
        said: Sentences that the summary has already, which are not to be repeated.

    Returns:
        At most `count` indexes, ascending; one that is no candidate stands right behind another of the result.
    """
    taken = set(said)
    found: list[int] = []
    followers = (count + 1) // 3
    for index, _ in choose_greedily(scores, candidates, count=count, said=said):
        if len(found) >= count:
            break
        if index in taken:
            continue
        found.append(index)
        taken.add(index)
        after = index + 1
        has_room = followers > 0 and len(found) < count
        if has_room and after not in taken and _is_follower(document, scores, after):
            followers -= 1
            found.append(after)
            taken.add(after)
    return tuple(sorted(found))


def _is_follower(document: Document, scores: SentenceScores, index: int) -> bool:
    """True for a sentence that needs the one before it in its block, and is worth reading."""
    if index >= document.block_of(index - 1).last:
        return False
    one = scores.sentences[index]
    return _FOLLOWER_SELF_CONTAINEDNESS <= one.self_containedness < STANDS_ALONE and one.salience >= _FOLLOWER_SALIENCE


def lay_out_section(document: Document, scores: SentenceScores, indexes: Sequence[int]) -> SectionLayout:
    """Paragraphs of up to three sentences, and bullets for list items or for short statements side by side.

    Args:
        document: The document.
        scores: Its scores.
        indexes: The sentences of one section, ascending.

    Returns:
        All of them, each once; a sentence that needs the one before is in the same paragraph as it.
    """
    alone = _without_neighbors(scores, indexes)
    bullets = _list_items(document, alone)
    if len(bullets) < _FEWEST_ITEMS:
        bullets = _short_statements(document, alone)
        # Where all sentences are short they read better as a paragraph: bullets want one that introduces them.
        if not _FEWEST_BULLETS <= len(bullets) < len(indexes):
            bullets = []
    rest = [index for index in indexes if index not in bullets]
    return SectionLayout(paragraphs=_paragraphs(scores, rest), bullets=tuple(bullets))


def _without_neighbors(scores: SentenceScores, indexes: Sequence[int]) -> list[int]:
    """The sentences that need none before them, and are needed by none behind them."""
    needed = {index - 1 for index in indexes if scores.sentences[index].needs_context}
    return [index for index in indexes if index not in needed and not scores.sentences[index].needs_context]


def _list_items(document: Document, indexes: Sequence[int]) -> list[int]:
    return [index for index in indexes if document.block_of(index).kind == "item"]


def _short_statements(document: Document, indexes: Sequence[int]) -> list[int]:
    found = []
    for index in indexes:
        prose = document.prose(document.sentences[index].body)
        if count_words(prose) <= _BULLET_WORDS:
            found.append(index)
    return found


def _paragraphs(scores: SentenceScores, indexes: Sequence[int]) -> ParagraphIndexes:
    paragraphs: list[list[int]] = []
    for index in indexes:
        stays = scores.sentences[index].needs_context
        if paragraphs and (stays or len(paragraphs[-1]) < _PARAGRAPH_SENTENCES):
            paragraphs[-1].append(index)
        else:
            paragraphs.append([index])
    _move_to_leftover(scores, paragraphs)
    return tuple(map(tuple, paragraphs))


def _move_to_leftover(scores: SentenceScores, paragraphs: list[list[int]]) -> None:
    """Give a last paragraph of one sentence another from a full paragraph before it, where that can spare one."""
    if len(paragraphs) < 2 or len(paragraphs[-1]) > 1:
        return
    before = paragraphs[-2]
    if len(before) == _PARAGRAPH_SENTENCES and not scores.sentences[before[-1]].needs_context:
        paragraphs[-1].insert(0, before.pop())
