"""The one place where the stages are joined: a document goes in, facts and a summary come out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarizer.errors import ModelError
from summarizer.extractive.compose import compose
from summarizer.extractive.select import pick
from summarizer.extractive.standing import NO_STATEMENT, STANDS_ALONE, leans, standing
from summarizer.facts.extract import Extraction, extract
from summarizer.facts.fact import CheckedFact, DraftedFact, Outcome
from summarizer.facts.mend import mend
from summarizer.facts.merge import merge
from summarizer.facts.rank import rank
from summarizer.facts.select import Selectable, select
from summarizer.failure import Failure
from summarizer.flow import Plan, alone, each, without_calls
from summarizer.models.profile import LARGE, ModelProfile
from summarizer.options import Options
from summarizer.summary.hold import hold
from summarizer.summary.size import SIZES
from summarizer.summary.stand_in import evidence_summary, extractive_summary
from summarizer.summary.summary import Summary
from summarizer.summary.write import write
from summarizer.text.chunk import Chunk
from summarizer.text.document import Document
from summarizer.text.span import Span
from summarizer.text.words import words
from summarizer.verification.claim import Claim
from summarizer.verification.conclude import Conclusion
from summarizer.verification.source import Source
from summarizer.verification.verifier import Verified, verify_claims

# A draft with fewer of its words in the sentence that it names was made from another, or from none.
_SAME_MATTER = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcomes:
    """What the stages made: `facts` are ticked, `rejected` are all the other drafted facts."""

    facts: tuple[CheckedFact, ...]
    rejected: tuple[CheckedFact, ...]
    summary: Summary
    failures: tuple[Failure, ...]


def with_model(
    document: Document, *, chunks: Sequence[Chunk], options: Options, profile: ModelProfile = LARGE
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
        return (yield from _picked(source, chunks=chunks, options=options))
    extractions = yield from each([extract(c, document=document, language=options.written_in) for c in chunks])
    _raise_if_unreachable(extractions)
    failures = tuple(failure for extraction in extractions for failure in extraction.failures)
    drafts = [fact for extraction in extractions for fact in extraction.facts]
    unsound = frozenset().union(*(extraction.unsound for extraction in extractions))
    claims = [
        Claim(id=d.id, statement=d.statement, cited=d.cited, group=d.chunk_id) for d in drafts if d.id not in unsound
    ]
    verification = yield from verify_claims(
        claims, source=source, stage="judge_facts", judge=options.judge, repaired=True
    )
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
    held = yield from hold(draft, facts=supply, source=source, judge=options.judge)
    summary = held.summary or evidence_summary(ticked, document=document, dropped=held.dropped)
    return Outcomes(
        facts=ticked,
        rejected=(*surplus, *merged.absorbed, *refused),
        summary=summary,
        failures=failures + draft.failures + held.failures,
    )


def without_model(document: Document, *, options: Options) -> Outcomes:
    """Facts and summary out of the article's own sentences, verbatim, so that every tick is honest."""
    return _extracted(Source.of(document), options=options)


def _picked(source: Source, *, chunks: Sequence[Chunk], options: Options) -> Plan[Outcomes]:
    """A small model copies out key sentences and puts names into those that lean on others.

    Where it wrote other words than the article, the sentence that it was made from stands in for it.

    What it adds is its choice. The engine without a model fills up to the number wanted, and arranges the summary;
    where it filled up, a failure says so.
    """
    document = source.document
    extractions = yield from each([select(_selectable(chunk, document), document=document) for chunk in chunks])
    _raise_if_unreachable(extractions)
    failures = tuple(failure for extraction in extractions for failure in extraction.failures)
    drafts = {fact.id: fact for extraction in extractions for fact in extraction.facts}
    by_id = {chunk.id: chunk for chunk in chunks}
    leaning = [d for d in drafts.values() if d.cited and leans(d.statement, document.language)]
    mended = yield from each([mend(d, chunk=by_id[d.chunk_id], document=document) for d in leaning])
    asked = drafts | {fact.id: fact for fact in mended if fact is not None}
    claims = [Claim(id=d.id, statement=d.statement, cited=d.cited, group=d.chunk_id) for d in asked.values()]
    verification = yield from verify_claims(
        claims, source=source, stage="judge_facts", judge=options.judge, repaired=False
    )
    failures += verification.failures
    checked = [_checked(drafts[v.id], v) for v in verification.verified]
    checked = [_or_its_sentence(fact, drafts[fact.id], source=source) for fact in checked]
    readable = [fact for fact in checked if fact.verdict == "supported" and _reads_alone(fact, document)]
    merged = merge(readable, document=document)
    given: dict[int, CheckedFact] = {}
    for fact in rank(merged.facts, document=document):
        index = document.sentence_at(fact.evidence[-1].start)
        if len(given) < options.max_facts and index not in given:
            given[index] = fact
    extracted = _extracted(source, options=options, given=given)
    if len(extracted.facts) > len(given):
        failures += (_filled_up(len(given), len(extracted.facts)),)
    kept = {fact.id for fact in (*given.values(), *merged.absorbed)}
    left = [fact for fact in (*merged.facts, *checked) if fact.id not in kept]
    alone = {fact.id for fact in readable}
    others = {
        fact.id: fact
        if fact.verdict != "supported"
        else _surplus(fact, options=options)
        if fact.id in alone
        else _unreadable(fact)
        for fact in left
    }
    return Outcomes(
        facts=extracted.facts,
        rejected=(*others.values(), *merged.absorbed, *extracted.rejected),
        summary=extracted.summary,
        failures=failures,
    )


def _selectable(chunk: Chunk, document: Document) -> Selectable:
    """A chunk with those of its units that state something: no headings, rows, questions or captions; else all."""
    found = tuple(unit.number for unit in chunk.units if _standing(unit.span, document) > NO_STATEMENT)
    return Selectable(chunk=chunk, numbers=found or tuple(unit.number for unit in chunk.units))


def _or_its_sentence(fact: CheckedFact, draft: DraftedFact, *, source: Source) -> CheckedFact:
    """The fact if it is a sentence, or one with names put in, that holds and can be read alone; else its sentence.

    That is the sentence named, if the two share their words, else the one most like the statement: a small model copies
    better than it counts. Other words of the model's stay only where no such sentence can be read alone: its own judge
    let a speaker go that its sentence has.
    """
    document = source.document
    named = fact.statement != draft.statement
    holds = fact.verdict == "supported" and _reads_alone(fact, document)
    if holds and (named or fact.decided_by == "verbatim"):
        return fact
    best = source.ruler.index.search(draft.statement, limit=1)
    found = [*draft.cited, *(document.sentences[hit.sentence].body for hit in best)]
    drafted = [word.text for word in words(draft.statement)]
    for span in found:
        sentence = document.prose(span)
        there = [word.text for word in words(sentence)]
        if len(set(drafted) & set(there)) < max(1, _SAME_MATTER * len(set(drafted))):
            continue
        claim = Claim(id=draft.id, statement=sentence, cited=(span,))
        verifying = verify_claims([claim], source=source, stage="judge_facts", judge=None, repaired=False)
        stand_in = _checked(draft, without_calls(verifying).verified[0])
        if stand_in.verdict == "supported" and _reads_alone(stand_in, document):
            return stand_in
    return fact


def _reads_alone(fact: CheckedFact, document: Document) -> bool:
    return _standing(fact.evidence[-1].span, document, text=fact.statement) >= STANDS_ALONE


def _standing(span: Span, document: Document, *, text: str | None = None) -> float:
    kind = document.blocks[document.sentences[document.sentence_at(span.start)].block].kind
    return standing(document.prose(span) if text is None else text, kind=kind, language=document.language)


def _unreadable(fact: CheckedFact) -> CheckedFact:
    reason = "supported, and no sentence that can be read alone"
    return fact.model_copy(update={"outcome": "surplus", "reason": reason})


def _filled_up(held: int, total: int) -> Failure:
    return Failure(
        stage="extract",
        call_id="",
        error="FewFactsHeld",
        message=f"{held} of the {total} facts are of the model's choice; the others are sentences chosen without it",
        lost="facts of the model's choice; a stronger model finds more",
    )


def _extracted(source: Source, *, options: Options, given: Mapping[int, CheckedFact] | None = None) -> Outcomes:
    """Facts and summary of the engine without a model, around those facts that are given, by sentence."""
    document, given = source.document, given or {}
    picks = {p.sentence: p.importance for p in pick(document, count=options.max_facts)}
    wanted = [*given, *(index for index in picks if index not in given)][: options.max_facts]
    plan = compose(document, facts=wanted, length=options.length)
    sentences = [index for index in dict.fromkeys((*wanted, *plan.sentences())) if index not in given]
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
    verification = without_calls(verify_claims(claims, source=source, stage="judge_facts", judge=None, repaired=False))
    verified = {v.id: v for v in verification.verified}
    checked = {index: _checked(draft, verified[draft.id]) for index, draft in drafts.items()}
    supported = {**given, **{index: fact for index, fact in checked.items() if fact.verdict == "supported"}}
    ticked = tuple(supported[i] for i in wanted if i in supported)
    surplus = tuple(_surplus(f, options=options) for i, f in supported.items() if i not in wanted)
    return Outcomes(
        facts=ticked,
        rejected=(*surplus, *(fact for fact in checked.values() if fact.verdict != "supported")),
        summary=extractive_summary(plan, facts=supported, document=document),
        failures=(),
    )


def _stand_in(
    source: Source, *, options: Options, refused: tuple[CheckedFact, ...], failures: tuple[Failure, ...]
) -> Outcomes:
    """The extractive engine's outcome, where no fact that the model drafted held; a failure says so."""
    extracted = _extracted(source, options=options)
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


def _cut(ranked: Sequence[CheckedFact], *, options: Options) -> tuple[tuple[CheckedFact, ...], tuple[CheckedFact, ...]]:
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
