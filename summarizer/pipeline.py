"""The one place where the stages are joined: a document goes in, facts and a summary come out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.errors import ModelError
from summarizer.extractive.compose import compose
from summarizer.extractive.select import pick
from summarizer.facts.extract import Extraction, extract
from summarizer.facts.fact import CheckedFact, DraftedFact, Outcome
from summarizer.facts.merge import merge
from summarizer.facts.rank import rank
from summarizer.failure import Failure
from summarizer.flow import Plan, alone, each, without_calls
from summarizer.options import Options
from summarizer.summary.hold import hold
from summarizer.summary.size import SIZES
from summarizer.summary.stand_in import evidence_summary, extractive_summary
from summarizer.summary.summary import DroppedSentence, Summary
from summarizer.summary.write import write
from summarizer.text.chunk import Chunk
from summarizer.text.document import Document
from summarizer.verify.conclude import Conclusion
from summarizer.verify.source import Source
from summarizer.verify.verifier import Claim, Verified, verify_claims


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcomes:
    """What the stages made: `facts` are ticked, `rejected` are all the other drafted facts."""

    facts: tuple[CheckedFact, ...]
    rejected: tuple[CheckedFact, ...]
    summary: Summary
    failures: tuple[Failure, ...]


def with_model(document: Document, *, chunks: Sequence[Chunk], options: Options) -> Plan[Outcomes]:
    """Draft, verify, merge, rank, write, verify: at most four rounds of calls, and two more for repairs.

    `len(facts) + len(rejected)` is the number of facts drafted.

    Args:
        document: the article.
        chunks: the article cut for the model.
        options: how much to write.

    Raises:
        ModelError: no chunk got an answer, because the model could not be reached or refused the requests.
    """
    source = Source.of(document, chunks=chunks)
    extractions = yield from each([extract(c, document=document, language=options.written_in) for c in chunks])
    _raise_if_unreachable(extractions)
    failures = tuple(failure for extraction in extractions for failure in extraction.failures)
    drafts = [fact for extraction in extractions for fact in extraction.facts]
    unsound = frozenset().union(*(extraction.unsound for extraction in extractions))
    claims = [
        Claim(id=d.id, statement=d.statement, cited=d.cited, group=d.chunk_id) for d in drafts if d.id not in unsound
    ]
    verification = yield from verify_claims(claims, source=source, stage="judge_facts", judged=True, repaired=True)
    failures += verification.failures
    verified = {v.id: v for v in verification.verified}
    checked = [_checked(d, verified[d.id]) if d.id in verified else _unsound(d) for d in drafts]

    merged = merge([fact for fact in checked if fact.verdict == "supported"], document=document)
    ranked = rank(merged.facts, document=document)
    refused = tuple(fact for fact in checked if fact.verdict != "supported")
    if not ranked:
        return _stand_in(source, options=options, refused=refused, failures=failures)
    ticked, surplus = _cut(ranked, options=options)
    supply = ranked[: max(SIZES[options.length].facts, options.max_facts)]
    draft = yield from alone(write(supply, document=document, length=options.length, language=options.written_in))
    held = yield from hold(draft, facts=supply, source=source)
    summary = held.summary or evidence_summary(ticked, document=document, dropped=held.dropped)
    return Outcomes(
        facts=ticked,
        rejected=(*surplus, *merged.absorbed, *refused),
        summary=summary,
        failures=failures + draft.failures + held.failures,
    )


def without_model(document: Document, *, options: Options) -> Outcomes:
    """Facts and summary out of the article's own sentences, verbatim, so that every tick is honest."""
    return _extracted(Source.of(document), options=options, dropped=())


def _extracted(source: Source, *, options: Options, dropped: tuple[DroppedSentence, ...]) -> Outcomes:
    document = source.document
    picks = {p.sentence: p.importance for p in pick(document, count=options.max_facts)}
    plan = compose(document, facts=list(picks), length=options.length)
    sentences = [*picks, *(i for i in plan.sentences() if i not in picks)]
    drafts = {
        index: DraftedFact(
            id=f"e{number}",
            chunk_id="",
            statement=document.prose(document.sentences[index].body),
            cited=(document.sentences[index].body,),
            importance=picks.get(index, 0.0),
        )
        for number, index in enumerate(sentences, start=1)
    }
    claims = [Claim(id=d.id, statement=d.statement, cited=d.cited) for d in drafts.values()]
    verification = without_calls(
        verify_claims(claims, source=source, stage="judge_facts", judged=False, repaired=False)
    )
    verified = {v.id: v for v in verification.verified}
    checked = {index: _checked(draft, verified[draft.id]) for index, draft in drafts.items()}
    supported = {index: fact for index, fact in checked.items() if fact.verdict == "supported"}
    ticked = tuple(supported[i] for i in picks if i in supported)
    surplus = tuple(_surplus(f, options=options) for i, f in supported.items() if i not in picks)
    return Outcomes(
        facts=ticked,
        rejected=(*surplus, *(fact for fact in checked.values() if fact.verdict != "supported")),
        summary=extractive_summary(plan, facts=supported, document=document, dropped=dropped),
        failures=(),
    )


def _stand_in(
    source: Source, *, options: Options, refused: tuple[CheckedFact, ...], failures: tuple[Failure, ...]
) -> Outcomes:
    """The extractive engine's outcome, where no fact that the model drafted held; a failure says so."""
    extracted = _extracted(source, options=options, dropped=())
    said_so = Failure(
        stage="extract",
        call_id="",
        error="NoFactHeld",
        message=f"none of the {len(refused)} facts that the model drafted held, so sentences of the article stand in; "
        "try a stronger model",
        lost="the facts and the summary in the model's own words",
    )
    return Outcomes(
        facts=extracted.facts,
        rejected=(*extracted.rejected, *refused),
        summary=extracted.summary,
        failures=(*failures, said_so),
    )


def _raise_if_unreachable(extractions: Sequence[Extraction]) -> None:
    errors = [extraction.error for extraction in extractions]
    if errors and all(isinstance(error, ModelError) for error in errors):
        raise next(error for error in errors if error is not None)


def _cut(
    ranked: Sequence[CheckedFact], *, options: Options
) -> tuple[tuple[CheckedFact, ...], tuple[CheckedFact, ...]]:
    most = options.max_facts
    return tuple(ranked[:most]), tuple(_surplus(fact, options=options) for fact in ranked[most:])


def _surplus(fact: CheckedFact, *, options: Options) -> CheckedFact:
    reason = f"supported, and not among the {options.max_facts} key facts (max_facts)"
    return fact.model_copy(update={"outcome": "surplus", "reason": reason})


def _checked(draft: DraftedFact, verified: Verified) -> CheckedFact:
    outcome: Outcome = "ticked" if verified.conclusion.verdict == "supported" else "refused"
    return _fact(draft, statement=verified.statement, conclusion=verified.conclusion, outcome=outcome)


def _unsound(draft: DraftedFact) -> CheckedFact:
    conclusion = Conclusion(
        verdict="unchecked",
        decided_by=None,
        evidence=(),
        checks=(),
        assertions=(),
        reason="the model cited a sentence that it was not shown",
        score=0.0,
    )
    return _fact(draft, statement=draft.statement, conclusion=conclusion, outcome="refused")


def _fact(draft: DraftedFact, *, statement: str, conclusion: Conclusion, outcome: Outcome) -> CheckedFact:
    return CheckedFact(
        id=draft.id,
        statement=statement,
        drafted=draft.statement,
        verdict=conclusion.verdict,
        evidence=conclusion.evidence,
        checks=conclusion.checks,
        assertions=conclusion.assertions,
        decided_by=conclusion.decided_by,
        reason=conclusion.reason,
        score=conclusion.score,
        importance=draft.importance,
        outcome=outcome,
    )
