"""The path of a small model: it picks sentences and puts names into them, and code does the rest."""

from __future__ import annotations

import math
from collections.abc import Sequence

from summarizer.calls.flow import Plan, each
from summarizer.document.chunks import Chunk
from summarizer.document.document import Document
from summarizer.extractive.self_containedness import NO_STATEMENT, STANDS_ALONE, needs_context, self_containedness
from summarizer.extractive.sentence_scores import score_sentences
from summarizer.facts.choose import MOST_OPTIONS, SentenceChoice, SentenceOption, choose_sentences
from summarizer.facts.draft import raise_if_unreachable
from summarizer.facts.fact import CheckedFact
from summarizer.facts.merge import merge_facts
from summarizer.facts.rank import rank_facts
from summarizer.facts.resolve_pronouns import resolve_pronouns
from summarizer.failure import Failure
from summarizer.pipelines.extractive import extractive
from summarizer.pipelines.outcomes import Outcomes, checked, surplus, unreadable
from summarizer.settings.options import Options
from summarizer.text.span import Span
from summarizer.verification.claim import Claim
from summarizer.verification.judging.source import Source
from summarizer.verification.verifier import verify_claims

# Picked beyond the number of facts wanted, because some lean on a sentence before and no name can be put in.
_SPARE = 3
# Of every chunk at least so many are picked, and there are at least so many more to choose from.
_FEWEST = 2
# The share of a chunk's statements that may be picked, and that is picked at most. Chosen by reading the picks of the
# 1.5-billion model for benchmarks/articles: from all statements it took asides; run benchmarks/local_models.py again
# when one moves.
_BETTER_PART, _MOST_PICKED = 2 / 3, 3 / 5


def selecting(source: Source, *, chunks: Sequence[Chunk], options: Options) -> Plan[Outcomes]:
    """Facts that a small model chose, a summary around them, and a failure where fewer held than were wanted.

    A sentence that leans on the one before is a fact only with a name in it that its judge passes. The engine without a
    model fills up to the number wanted and arranges the summary, so the result is never less than that engine's.

    Args:
        source: the document.
        chunks: the document cut for the model.
        options: how much to write.

    Raises:
        ModelError: no chunk got an answer, because the model could not be reached or refused the requests.
    """
    document = source.document
    wanted = sentence_choices(chunks, document, max_facts=options.max_facts)
    extractions = yield from each([choose_sentences(selectable, document=document) for selectable in wanted])
    raise_if_unreachable(extractions)
    failures = tuple(failure for extraction in extractions for failure in extraction.failures)
    drafts = {fact.id: fact for extraction in extractions for fact in extraction.facts}
    by_id = {chunk.id: chunk for chunk in chunks}
    # A chunk that had to be halved has no room for the mending of its sentences either.
    leaning = [d for d in drafts.values() if d.chunk_id in by_id and needs_context(d.statement, document.language)]
    mended = yield from each([resolve_pronouns(d, chunk=by_id[d.chunk_id], document=document) for d in leaning])
    asked = drafts | {fact.id: fact for fact in mended if fact is not None}
    claims = [Claim(id=d.id, statement=d.statement, cited=d.cited, group=d.chunk_id) for d in asked.values()]
    verification = yield from verify_claims(
        claims, source=source, stage="judge_facts", judge=options.judge, repaired=False
    )
    facts = [checked(drafts[v.id], v) for v in verification.verified]
    supported = [fact for fact in facts if fact.verdict == "supported"]
    readable = [fact for fact in supported if _reads_alone(fact, document)]
    alone = {fact.id for fact in readable}
    merged = merge_facts(readable, document=document)
    given: dict[int, CheckedFact] = {}
    beyond: list[CheckedFact] = []
    for fact in rank_facts(merged.facts, document=document):
        index = document.sentence_at(fact.evidence[-1].start)
        if len(given) < options.max_facts and index not in given:
            given[index] = fact
        else:
            beyond.append(surplus(fact, max_facts=options.max_facts))
    rest = extractive(source, options=options, given=given)
    failures += verification.failures
    if len(rest.facts) > len(given):
        failures += (_filled_up(len(given), len(rest.facts)),)
    return Outcomes(
        facts=rest.facts,
        rejected=(
            *beyond,
            *merged.absorbed,
            *(unreadable(fact) for fact in supported if fact.id not in alone),
            *(fact for fact in facts if fact.verdict != "supported"),
            *rest.rejected,
        ),
        summary=rest.summary,
        failures=failures,
    )


def sentence_choices(chunks: Sequence[Chunk], document: Document, *, max_facts: int) -> list[SentenceChoice]:
    """What may be picked of each chunk, and how much: the better part of the sentences that state something.

    Headings, rows, questions and captions are among them only where a chunk has nothing else.
    """
    share = max(_FEWEST, math.ceil((max_facts + _SPARE) / max(1, len(chunks))))
    worth = [weighed.salience for weighed in score_sentences(document).sentences]
    found = []
    for chunk in chunks:
        stating = [u for u in chunk.units if _standing(u.span, document) > NO_STATEMENT] or list(chunk.units)
        count = max(1, min(share, math.ceil(len(stating) * _MOST_PICKED)))
        size = min(MOST_OPTIONS, max(count + _FEWEST, math.ceil(len(stating) * _BETTER_PART)))
        best = sorted(stating, key=lambda u: -worth[u.sentence])[:size]
        options = tuple(
            SentenceOption(unit=u, salience=worth[u.sentence]) for u in sorted(best, key=lambda u: u.number)
        )
        found.append(SentenceChoice(chunk=chunk, options=options, count=count))
    return found


def _reads_alone(fact: CheckedFact, document: Document) -> bool:
    return _standing(fact.evidence[-1].span, document, text=fact.statement) >= STANDS_ALONE


def _standing(span: Span, document: Document, *, text: str | None = None) -> float:
    kind = document.block_of(document.sentence_at(span.start)).kind
    return self_containedness(document.prose(span) if text is None else text, kind=kind, language=document.language)


def _filled_up(held: int, total: int) -> Failure:
    return Failure(
        stage="extract",
        call_id="",
        error="FewFactsHeld",
        message=f"{held} of the {total} facts are of the model's choice; the others are sentences chosen without it",
        lost="facts of the model's choice; a stronger model finds more",
    )
