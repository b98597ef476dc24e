"""An article that is read in one piece: three calls, one behind the other, and a fourth where anything is disputed.

draft facts -> write the summary -> verify facts and sentences -> second looks at both

With `verification="fast"` two: facts and summary drafted at once, and all of it verified.
"""

from __future__ import annotations

from dataclasses import replace

from summarizer.calls.flow import Plan, alone
from summarizer.document.chunks import Chunk
from summarizer.facts.chunk_draft import ChunkDraft
from summarizer.facts.draft import draft_facts, raise_if_unreachable
from summarizer.facts.fact import DraftedFact
from summarizer.pipelines.concluding import Drafted, concluded
from summarizer.pipelines.outcomes import Outcomes, claim_of
from summarizer.settings.options import Options
from summarizer.summary.brief import write_brief
from summarizer.summary.claims import SummaryClaims
from summarizer.summary.drafted import DraftedSummary
from summarizer.summary.write import write_summary
from summarizer.verification.judging.source import Source
from summarizer.verification.looks import first_look, rulings_on


def in_one_piece(source: Source, *, chunk: Chunk, options: Options) -> Plan[Outcomes]:
    """Facts and summary of an article that fits one call.

    Args:
        source: the article.
        chunk: all of it.
        options: how much to write.

    Raises:
        ModelError: no call got an answer, because the model could not be reached or refused the requests.
    """
    is_fast = options.judge.level == "fast"
    drafting = _in_one_call if is_fast else _in_two_calls
    draft, summary = yield from drafting(source, chunk=chunk, options=options)
    language = options.wishes.code
    asked = SummaryClaims.of(summary, facts=draft.facts, source=source, language=language)
    of_facts = [claim_of(fact, language=language) for fact in draft.facts if fact.id not in draft.unjudged]
    claims = [*of_facts, *(replace(claim, group=chunk.id) for claim in asked.asked)]
    look = yield from first_look(claims, source=source, stage="judge_facts", judge=options.judge, repaired=not is_fast)
    facts = look.part({claim.id for claim in of_facts})
    sentences = replace(look.part({claim.id for claim in asked.asked}), failures=(), exams=())
    drafted = Drafted(chunks=[draft], facts=facts, summary=summary, claims=asked, sentences=sentences)
    return (yield from concluded(drafted, source=source, options=options))


def _in_one_call(source: Source, *, chunk: Chunk, options: Options) -> Plan[tuple[ChunkDraft, DraftedSummary]]:
    """Facts and summary drafted at once."""
    document = source.document
    brief = yield from alone(
        write_brief(
            chunk,
            document=document,
            most=options.most_facts(document),
            size=options.size(document),
            wishes=options.wishes,
        )
    )
    raise_if_unreachable([brief.facts])
    return brief.facts, brief.summary


def _in_two_calls(source: Source, *, chunk: Chunk, options: Options) -> Plan[tuple[ChunkDraft, DraftedSummary]]:
    """Facts drafted, and a summary by somebody who sees them beside the article."""
    document = source.document
    most = options.most_facts(document)
    draft = yield from alone(draft_facts(chunk, document=document, most=most, wishes=options.wishes))
    raise_if_unreachable([draft])
    facts = [fact for fact in draft.facts if fact.id not in draft.unjudged]
    told = _not_contradicted(facts, source=source, options=options)
    return draft, (yield from _written(told, chunk=chunk, source=source, options=options))


def _written(facts: list[DraftedFact], *, chunk: Chunk, source: Source, options: Options) -> Plan[DraftedSummary]:
    """The summary; none is asked for where there is no fact."""
    if not facts:
        return DraftedSummary.empty()
    document = source.document
    size = options.size(document)
    flow = write_summary(facts, chunk=chunk, document=document, size=size, wishes=options.wishes)
    return (yield from alone(flow))


def _not_contradicted(facts: list[DraftedFact], *, source: Source, options: Options) -> list[DraftedFact]:
    """The facts that no rule contradicts: what is told of them is verified later, with the sentences."""
    rulings = rulings_on([claim_of(fact, language=options.wishes.code) for fact in facts], source)
    return [fact for fact in facts if rulings[fact.id].verdict != "contradicted"]
