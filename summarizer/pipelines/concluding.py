"""Concludes a run that a model drafted: what became of every fact, and the summary that stands.

looks = yield from second_look([facts, sentences, variants], …)   ->   conclusion(…)  ->  Outcomes
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from summarizer.calls.flow import Plan
from summarizer.document.document import Document
from summarizer.facts.arrange import Arrangement
from summarizer.facts.chunk_draft import ChunkDraft
from summarizer.facts.fact import CheckedFact, DraftedFact
from summarizer.facts.merge import merge_facts
from summarizer.facts.rank import rank_facts
from summarizer.failure import Failure
from summarizer.pipelines.extractive import extractive
from summarizer.pipelines.outcomes import (
    Outcomes,
    checked,
    facts_of,
    failures_of,
    overtaken,
    repeated,
    surplus,
    unjudged,
    unjudged_of,
    unreadable,
)
from summarizer.settings.options import Options
from summarizer.summary.claims import SummaryClaims
from summarizer.summary.drafted import DraftedSummary
from summarizer.summary.fallback import evidence_summary, statement_summary
from summarizer.summary.standing import Checked
from summarizer.summary.whole import dropped_of, whole_summary
from summarizer.text.pointers import leans
from summarizer.verification.judging.source import Source
from summarizer.verification.looks import Look, second_look, variants_look
from summarizer.verification.verifier import Verified, verified_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """All that a model drafted, with what first looks came to.

    Attributes:
        chunks: the facts, by the chunks that they were drafted from.
        facts: the first look at those of them that cite what the model was shown.
        summary: the summary, empty where `summary.failures` says why.
        claims: what of it was to be verified.
        sentences: the first look at that.
        arrangement: how the facts stand to each other, where that was asked.
    """

    chunks: Sequence[ChunkDraft]
    facts: Look
    summary: DraftedSummary
    claims: SummaryClaims
    sentences: Look
    arrangement: Arrangement = field(default_factory=lambda: Arrangement(same={}, updated={}))

    @property
    def all_facts(self) -> list[DraftedFact]:
        """Every drafted fact."""
        return facts_of(self.chunks)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """What became of the facts: `key` are ticked, the most important first; `told` are all by their ids."""

    key: tuple[CheckedFact, ...]
    rejected: tuple[CheckedFact, ...]
    told: Mapping[str, CheckedFact]


def concluded(drafted: Drafted, *, source: Source, options: Options) -> Plan[Outcomes]:
    """Look again at what is disputed, corrected or told anew, in one round, and say what stands.

    Args:
        drafted: what was drafted and looked at once.
        source: what it is checked against.
        options: how much of it.
    """
    document = source.document
    written_in = options.wishes.code if options.wishes.language else document.language
    worded = drafted.claims.variants(
        drafted.summary,
        drafted.sentences,
        of_facts=drafted.facts,
        facts=drafted.all_facts,
        language=written_in,
    )
    claims = [replace(claim, language=options.wishes.code) for claim in worded]
    variants = variants_look(claims, source=source, judge=drafted.sentences.judge)
    looks = [drafted.facts, drafted.sentences, variants]
    second = yield from second_look(looks, source=source, stage="second_look")
    verified: dict[str, Verified] = {}
    for look, looked in zip(looks, second.looked, strict=True):
        verified.update((one.id, one) for one in verified_of(look, looked))
    facts = _concluded_facts(drafted, verified, document=document, options=options)
    failures = (
        *failures_of(drafted.chunks),
        *drafted.facts.failures,
        *drafted.arrangement.failures,
        *drafted.summary.failures,
        *drafted.sentences.failures,
        *second.failures,
    )
    found = Checked(claims=drafted.claims, verified=verified, facts=facts.told, language=written_in)
    summary = whole_summary(drafted.summary, found, key_facts=facts.key, document=document)
    outcomes = Outcomes(
        facts=facts.key,
        rejected=facts.rejected,
        summary=summary,
        failures=failures,
        exams=drafted.facts.exams + drafted.sentences.exams,
        unanswered=tuple(dict.fromkeys(one for chunk in drafted.chunks for one in chunk.missing)),
    )
    return _complete(outcomes, drafted=drafted, found=found, source=source, options=options)


def _concluded_facts(
    drafted: Drafted, verified: Mapping[str, Verified], *, document: Document, options: Options
) -> _Facts:
    most = options.most_facts(document)
    reasons = unjudged_of(drafted.chunks)
    facts = [
        checked(fact, verified[fact.id]) if fact.id in verified else unjudged(fact, reason=reasons[fact.id])
        for fact in drafted.all_facts
    ]
    supported = [fact for fact in facts if fact.verdict == "supported"]
    refused = tuple(fact for fact in facts if fact.verdict != "supported")
    readable, leaning = _told_apart(supported, document=document, options=options)
    standing, passed_over = _passed_over(readable, drafted.arrangement)
    apart = (*passed_over, *leaning)
    merged = merge_facts(standing, document=document, language=options.wishes.code)
    ranked = rank_facts(merged.facts, document=document, order=drafted.arrangement.order)
    beyond = tuple(surplus(fact, max_facts=most) for fact in ranked[most:])
    told = {fact.id: fact for fact in (*facts, *ranked, *merged.absorbed)}
    return _Facts(
        key=_as_drafted(ranked[:most], drafted), rejected=(*beyond, *merged.absorbed, *apart, *refused), told=told
    )


def _as_drafted(key: Sequence[CheckedFact], drafted: Drafted) -> tuple[CheckedFact, ...]:
    """The key facts as a reader is to meet them: of an article in one piece in the order of who saw it whole.

    By importance they were chosen; a story told by importance is none.
    """
    if len(drafted.chunks) > 1:
        return tuple(key)
    place = {fact.id: number for number, fact in enumerate(drafted.all_facts)}
    return tuple(sorted(key, key=lambda fact: place[fact.id]))


def _passed_over(
    facts: Sequence[CheckedFact], arrangement: Arrangement
) -> tuple[list[CheckedFact], tuple[CheckedFact, ...]]:
    """The facts that stand beside each other, and those that another says again or overtakes, if that one holds."""
    instead = arrangement.passed_over({fact.id for fact in facts})
    passed_over = []
    for fact in facts:
        by = instead.get(fact.id)
        if by is not None:
            is_overtaken = arrangement.updated.get(fact.id) == by
            passed_over.append(overtaken(fact, by=by) if is_overtaken else repeated(fact, by=by))
    says_again = {fact.id: fact for fact in passed_over if fact.outcome == "merged"}
    standing = [fact for fact in facts if fact.id not in instead]
    return [_with_places_of(fact, says_again, instead) for fact in standing], tuple(passed_over)


def _with_places_of(
    fact: CheckedFact, says_again: Mapping[str, CheckedFact], instead: Mapping[str, str]
) -> CheckedFact:
    """A fact with the evidence of those that say it again, behind its own."""
    alike = [one for fact_id, one in says_again.items() if instead[fact_id] == fact.id]
    places = dict.fromkeys((*fact.evidence, *(evidence for one in alike for evidence in one.evidence)))
    return fact.model_copy(update={"evidence": tuple(places)})


def _told_apart(
    facts: Sequence[CheckedFact], *, document: Document, options: Options
) -> tuple[list[CheckedFact], tuple[CheckedFact, ...]]:
    """The facts that can be read alone, and those that say nothing without a sentence before them ("He left.").

    Where a language was asked for of which nothing is known, all can.
    """
    language = options.wishes.code if options.wishes.language else document.language
    leaning = [fact for fact in facts if language and leans(fact.statement, language)]
    return [fact for fact in facts if fact not in leaning], tuple(map(unreadable, leaning))


def _complete(outcomes: Outcomes, *, drafted: Drafted, found: Checked, source: Source, options: Options) -> Outcomes:
    """The outcomes with what stands in for facts or a summary of which nothing holds."""
    dropped = dropped_of(drafted.summary, found)
    if not outcomes.facts:
        if options.wishes.focus and not drafted.all_facts and not outcomes.failures:
            return outcomes  # the article does not speak of what was asked, which is an answer
        return without_a_fact(outcomes, source=source, options=options)
    if outcomes.summary is not None:
        return outcomes
    if options.wishes.language and options.wishes.code != source.document.language:
        return replace(outcomes, summary=statement_summary(outcomes.facts, dropped=dropped))
    summary = evidence_summary(outcomes.facts, document=source.document, dropped=dropped)
    return replace(outcomes, summary=summary)


def without_a_fact(outcomes: Outcomes, *, source: Source, options: Options) -> Outcomes:
    """The extractive engine's facts, where no fact that the model drafted held; a failure says so."""
    instead = extractive(source, options=options)
    none_held = Failure(
        stage="extract",
        call_id="",
        error="NoFactHeld",
        message=f"none of the {len(outcomes.rejected)} facts that the model drafted held, so sentences of the article "
        "stand in",
        lost="the facts in the model's own words",
    )
    return replace(
        outcomes,
        facts=instead.facts,
        rejected=(*instead.rejected, *outcomes.rejected),
        summary=outcomes.summary or instead.summary,
        failures=(*outcomes.failures, none_held),
    )
