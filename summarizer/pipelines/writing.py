"""The stages are joined here: a document goes in, facts and a summary come out.

draft facts -> verify -> merge -> rank -> write the summary -> verify it
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

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
from summarizer.pipelines.outcomes import (
    Outcomes,
    checked,
    claim_of,
    facts_of,
    failures_of,
    miscited,
    surplus,
    unreadable,
)
from summarizer.pipelines.selecting import selecting
from summarizer.settings.options import Options
from summarizer.summary.fallback import evidence_summary
from summarizer.summary.size import SIZES
from summarizer.summary.verify import verify_summary
from summarizer.summary.write import write_summary
from summarizer.text.pointers import leans
from summarizer.verification.exam.results import ExamResult
from summarizer.verification.judging.source import Source
from summarizer.verification.policy import JudgePolicy
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
        profile: what the model can be trusted with; a plain one chooses sentences, and code arranges them.

    Raises:
        ModelError: no chunk got an answer, because the model could not be reached or refused the requests.
    """
    source = Source.of(document, chunks=chunks)
    if profile.plain:
        return (yield from selecting(source, chunks=chunks, options=options))
    drafted = yield from _draft_and_verify(source, chunks=chunks, options=options)
    supported = [fact for fact in drafted.facts if fact.verdict == "supported"]
    refused = tuple(fact for fact in drafted.facts if fact.verdict != "supported")
    readable, apart = _told_apart(supported, document=document, options=options)
    merged = merge_facts(readable, document=document, language=options.language_code)
    ranked = rank_facts(merged.facts, document=document)
    if not ranked:
        instead = _without_a_fact(source, options=options, refused=apart + refused, failures=drafted.failures)
        return replace(instead, exams=drafted.exams)

    key_facts = ranked[: options.max_facts]
    beyond = tuple(surplus(fact, max_facts=options.max_facts) for fact in ranked[options.max_facts :])
    supply = ranked[: max(SIZES[options.length].facts, options.max_facts)]
    draft = yield from alone(
        write_summary(supply, document=document, length=options.length, language=options.written_in)
    )
    verified = yield from verify_summary(
        draft, facts=supply, source=source, judge=drafted.judge, language=options.language_code
    )
    summary = verified.summary or evidence_summary(key_facts, document=document, dropped=verified.dropped)
    return Outcomes(
        facts=key_facts,
        rejected=(*beyond, *merged.absorbed, *apart, *refused),
        summary=summary,
        failures=drafted.failures + draft.failures + verified.failures,
        exams=drafted.exams + verified.exams,
    )


def without_model(document: Document, *, options: Options) -> Outcomes:
    """Facts and summary out of the article's own sentences, verbatim, so that every tick is honest."""
    return extractive(Source.of(document), options=options)


@dataclass(frozen=True, slots=True, kw_only=True)
class _VerifiedDrafts:
    """Every drafted fact with its verdict, in the order of the chunks, and what failed.

    `judge` is the policy with what `exams` came to, which were taken on the way.
    """

    facts: tuple[CheckedFact, ...]
    judge: JudgePolicy
    exams: tuple[ExamResult, ...]
    failures: tuple[Failure, ...]


def _draft_and_verify(source: Source, *, chunks: Sequence[Chunk], options: Options) -> Plan[_VerifiedDrafts]:
    """Draft the facts of all chunks at once, and verify them all at once."""
    document = source.document
    flows = [draft_facts(chunk, document=document, language=options.written_in) for chunk in chunks]
    drafts = yield from each(flows)
    raise_if_unreachable(drafts)
    citing_unseen = frozenset[str]().union(*(draft.miscited for draft in drafts))
    facts = facts_of(drafts)
    claims = [claim_of(fact, language=options.language_code) for fact in facts if fact.id not in citing_unseen]
    verification = yield from verify_claims(
        claims, source=source, stage="judge_facts", judge=options.judge, repaired=True
    )
    verified = {one.id: one for one in verification.verified}
    return _VerifiedDrafts(
        facts=tuple(checked(fact, verified[fact.id]) if fact.id in verified else miscited(fact) for fact in facts),
        judge=verification.judge or options.judge,
        exams=verification.exams,
        failures=failures_of(drafts) + verification.failures,
    )


def _told_apart(
    facts: Sequence[CheckedFact], *, document: Document, options: Options
) -> tuple[list[CheckedFact], tuple[CheckedFact, ...]]:
    """The facts that can be read alone, and those that say nothing without a sentence before them ("He left.").

    Where a language was asked for of which nothing is known, all can.
    """
    language = options.language_code if options.language else document.language
    leaning = [fact for fact in facts if language and leans(fact.statement, language)]
    return [fact for fact in facts if fact not in leaning], tuple(map(unreadable, leaning))


def _without_a_fact(
    source: Source, *, options: Options, refused: tuple[CheckedFact, ...], failures: tuple[Failure, ...]
) -> Outcomes:
    """The extractive engine's outcomes, where no fact that the model drafted held; a failure says so."""
    instead = extractive(source, options=options)
    none_held = Failure(
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
        failures=(*failures, none_held),
    )
