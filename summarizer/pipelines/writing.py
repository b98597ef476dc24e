"""The one place where the stages are joined: a document goes in, facts and a summary come out."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.calls.flow import Plan, alone, each
from summarizer.document.chunks import Chunk
from summarizer.document.document import Document
from summarizer.facts.draft import draft_facts, raise_if_unreachable
from summarizer.facts.fact import CheckedFact
from summarizer.facts.merge import merge_facts
from summarizer.facts.rank import rank_facts
from summarizer.failure import Failure
from summarizer.models.profile import LARGE_MODEL, ModelProfile
from summarizer.pipelines.extractive import extractive
from summarizer.pipelines.outcomes import Outcomes, checked, surplus, unsound
from summarizer.pipelines.selecting import selecting
from summarizer.settings.options import Options
from summarizer.summary.fallback import evidence_summary
from summarizer.summary.size import SIZES
from summarizer.summary.verify import verify_summary
from summarizer.summary.write import write_summary
from summarizer.verification.claim import Claim
from summarizer.verification.judging.source import Source
from summarizer.verification.verifier import verify_claims


def with_model(
    document: Document, *, chunks: Sequence[Chunk], options: Options, profile: ModelProfile = LARGE_MODEL
) -> Plan[Outcomes]:
    """Draft, verify, merge, rank, write, verify: at most four rounds of calls, and two more for repairs.

    Second looks of judges run beside the repairs and add no round; when strict, a round of judgements is two calls
    deep.

    `len(facts) + len(rejected)` is the number of facts drafted.

    Args:
        document: the article.
        chunks: the article cut for the model.
        options: how much to write.
        profile: what the model can be trusted with; a plain one picks the sentences, and code arranges them.

    Raises:
        ModelError: no chunk got an answer, because the model could not be reached or refused the requests.
    """
    source = Source.of(document, chunks=chunks)
    if profile.plain:
        return (yield from selecting(source, chunks=chunks, options=options))
    extractions = yield from each([draft_facts(c, document=document, language=options.written_in) for c in chunks])
    raise_if_unreachable(extractions)
    failures = tuple(failure for extraction in extractions for failure in extraction.failures)
    drafts = [fact for extraction in extractions for fact in extraction.facts]
    unseen = frozenset().union(*(extraction.miscited for extraction in extractions))
    claims = [
        Claim(id=d.id, statement=d.statement, cited=d.cited, group=d.chunk_id) for d in drafts if d.id not in unseen
    ]
    verification = yield from verify_claims(
        claims, source=source, stage="judge_facts", judge=options.judge, repaired=True
    )
    failures += verification.failures
    verified = {v.id: v for v in verification.verified}
    facts = [checked(d, verified[d.id]) if d.id in verified else unsound(d) for d in drafts]

    merged = merge_facts([fact for fact in facts if fact.verdict == "supported"], document=document)
    ranked = rank_facts(merged.facts, document=document)
    refused = tuple(fact for fact in facts if fact.verdict != "supported")
    if not ranked:
        return _stand_in(source, options=options, refused=refused, failures=failures)
    ticked, most = tuple(ranked[: options.max_facts]), options.max_facts
    supply = ranked[: max(SIZES[options.length].facts, options.max_facts)]
    draft = yield from alone(
        write_summary(supply, document=document, length=options.length, language=options.written_in)
    )
    held = yield from verify_summary(draft, facts=supply, source=source, judge=options.judge)
    summary = held.summary or evidence_summary(ticked, document=document, dropped=held.dropped)
    return Outcomes(
        facts=ticked,
        rejected=(*(surplus(fact, max_facts=most) for fact in ranked[most:]), *merged.absorbed, *refused),
        summary=summary,
        failures=failures + draft.failures + held.failures,
    )


def without_model(document: Document, *, options: Options) -> Outcomes:
    """Facts and summary out of the article's own sentences, verbatim, so that every tick is honest."""
    return extractive(Source.of(document), options=options)


def _stand_in(
    source: Source, *, options: Options, refused: tuple[CheckedFact, ...], failures: tuple[Failure, ...]
) -> Outcomes:
    """The extractive engine's outcome, where no fact that the model drafted held; a failure says so."""
    instead = extractive(source, options=options)
    said_so = Failure(
        stage="extract",
        call_id="",
        error="NoFactHeld",
        message=f"none of the {len(refused)} facts that the model drafted held, so sentences of the article stand in; "
        "try a stronger model",
        lost="the facts and the summary in the model's own words",
    )
    return Outcomes(
        facts=instead.facts,
        rejected=(*instead.rejected, *refused),
        summary=instead.summary,
        failures=(*failures, said_so),
    )
