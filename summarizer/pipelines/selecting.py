"""A small model chooses sentences and puts names into them; code does the rest.

choose sentences -> resolve their pronouns -> verify -> merge -> rank -> fill up and arrange without the model
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from summarizer.calls.flow import Plan, each
from summarizer.document.chunks import Chunk, Unit
from summarizer.document.document import Document
from summarizer.extractive.self_containedness import NO_STATEMENT, STANDS_ALONE, needs_context, self_containedness
from summarizer.extractive.sentence_scores import score_sentences
from summarizer.facts.choose import MOST_OPTIONS, SentenceChoice, SentenceOption, choose_sentences
from summarizer.facts.draft import raise_if_unreachable
from summarizer.facts.fact import CheckedFact, DraftedFact
from summarizer.facts.merge import merge_facts
from summarizer.facts.rank import rank_facts
from summarizer.facts.resolve_pronouns import resolve_pronouns
from summarizer.failure import Failure
from summarizer.pipelines.extractive import extractive
from summarizer.pipelines.outcomes import Outcomes, checked, claim_of, facts_of, failures_of, surplus, unreadable
from summarizer.settings.options import Options
from summarizer.text.span import Span
from summarizer.verification.judging.source import Source
from summarizer.verification.verifier import verify_claims

# Chosen beyond the number of facts wanted, because some need the sentence before them and no name can be put in.
_SPARE: Final = 3
# Of every chunk at least so many are chosen, and there are at least so many more to choose from.
_FEWEST: Final = 2
# The share of a chunk's statements that may be chosen, and that is chosen at most. Found by reading what the
# 1.5-billion model chose for benchmarks/articles: from all statements it took asides; run benchmarks/local_models.py
# again when one moves.
_SHARE_OFFERED: Final = 2 / 3
_SHARE_CHOSEN: Final = 3 / 5


def selecting(source: Source, *, chunks: Sequence[Chunk], options: Options) -> Plan[Outcomes]:
    """Facts that a small model chose, a summary around them, and a failure where fewer held than were wanted.

    A sentence that needs the one before it is a fact only with a name in it that the model's judge passes. The engine
    without a model fills up to the number wanted and arranges the summary, so the result is never less than that
    engine's.

    Args:
        source: the document.
        chunks: the document cut for the model.
        options: how much to write.

    Raises:
        ModelError: no chunk got an answer, because the model could not be reached or refused the requests.
    """
    document = source.document
    most = options.most_facts(document)
    choices = sentence_choices(chunks, document, max_facts=most)
    drafts = yield from each([choose_sentences(choice, document=document) for choice in choices])
    raise_if_unreachable(drafts)
    chosen = {fact.id: fact for fact in facts_of(drafts)}
    named = yield from _put_names_in(chosen, chunks=chunks, document=document)
    claims = [claim_of(fact) for fact in named.values()]
    verification = yield from verify_claims(
        claims, source=source, stage="judge_facts", judge=options.judge, repaired=False
    )
    facts = [checked(chosen[one.id], one) for one in verification.verified]
    kept = _keep(facts, document=document, max_facts=most)

    rest = extractive(source, options=options, given=kept.by_sentence)
    failures = failures_of(drafts) + verification.failures
    if len(rest.facts) > len(kept.by_sentence):
        failures += (_filled_up(len(kept.by_sentence), len(rest.facts)),)
    return Outcomes(
        facts=rest.facts,
        rejected=kept.rejected + rest.rejected,
        summary=rest.summary,
        failures=failures,
        exams=verification.exams,
    )


def sentence_choices(chunks: Sequence[Chunk], document: Document, *, max_facts: int) -> list[SentenceChoice]:
    """What may be chosen of each chunk, and how much: the better part of the sentences that state something.

    Headings, rows, questions and captions are among them only where a chunk has nothing else.
    """
    per_chunk = max(_FEWEST, math.ceil((max_facts + _SPARE) / max(1, len(chunks))))
    salience = [scored.salience for scored in score_sentences(document).sentences]
    choices = []
    for chunk in chunks:
        stating = [unit for unit in chunk.units if _self_containedness(unit.span, document) > NO_STATEMENT]
        candidates = stating or list(chunk.units)
        count = max(1, min(per_chunk, math.ceil(len(candidates) * _SHARE_CHOSEN)))
        offered = min(MOST_OPTIONS, max(count + _FEWEST, math.ceil(len(candidates) * _SHARE_OFFERED)))
        options = _most_salient(candidates, salience, count=offered)
        choices.append(SentenceChoice(chunk=chunk, options=options, count=count))
    return choices


def _most_salient(units: Sequence[Unit], salience: Sequence[float], *, count: int) -> tuple[SentenceOption, ...]:
    """The most salient units, in the order of the text."""
    best = sorted(units, key=lambda unit: -salience[unit.sentence])[:count]
    best.sort(key=lambda unit: unit.number)
    return tuple(SentenceOption(unit=unit, salience=salience[unit.sentence]) for unit in best)


def _put_names_in(
    chosen: Mapping[str, DraftedFact], *, chunks: Sequence[Chunk], document: Document
) -> Plan[dict[str, DraftedFact]]:
    """The chosen facts by their ids, with names in those that need the sentence before them, where the model gave any.

    A chunk that had to be halved has no room for this task either, so its sentences stay as they are.
    """
    whole = {chunk.id: chunk for chunk in chunks}
    flows = []
    for fact in chosen.values():
        chunk = whole.get(fact.chunk_id)
        if chunk is not None and needs_context(fact.statement, document.language):
            flows.append(resolve_pronouns(fact, chunk=chunk, document=document))
    resolved = yield from each(flows)
    return {**chosen, **{fact.id: fact for fact in resolved if fact is not None}}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """Which facts are kept, by the index of the sentence that states each, and the others with their reasons."""

    by_sentence: Mapping[int, CheckedFact]
    rejected: tuple[CheckedFact, ...]


def _keep(facts: Sequence[CheckedFact], *, document: Document, max_facts: int) -> _Kept:
    """Of the supported facts that can be read alone the best ones, one for a sentence."""
    supported = [fact for fact in facts if fact.verdict == "supported"]
    refused = [fact for fact in facts if fact.verdict != "supported"]
    readable = [fact for fact in supported if _reads_alone(fact, document)]
    apart = [unreadable(fact) for fact in supported if fact not in readable]
    merged = merge_facts(readable, document=document)
    by_sentence: dict[int, CheckedFact] = {}
    beyond: list[CheckedFact] = []
    for fact in rank_facts(merged.facts, document=document):
        index = document.sentence_at(fact.evidence[-1].start)
        if len(by_sentence) < max_facts and index not in by_sentence:
            by_sentence[index] = fact
        else:
            beyond.append(surplus(fact, max_facts=max_facts))
    return _Kept(by_sentence=by_sentence, rejected=(*beyond, *merged.absorbed, *apart, *refused))


def _reads_alone(fact: CheckedFact, document: Document) -> bool:
    return _self_containedness(fact.evidence[-1].span, document, text=fact.statement) >= STANDS_ALONE


def _self_containedness(span: Span, document: Document, *, text: str | None = None) -> float:
    """How well a sentence stands alone: as it stands in the document, or in the words given in its place."""
    block = document.block_of(document.sentence_at(span.start))
    words = document.prose(span) if text is None else text
    return self_containedness(words, kind=block.kind, language=document.language)


def _filled_up(held: int, total: int) -> Failure:
    return Failure(
        stage="extract",
        call_id="",
        error="FewFactsHeld",
        message=f"{held} of the {total} facts are of the model's choice; the others are sentences chosen without it",
        lost="facts of the model's choice; a stronger model finds more",
    )
