"""The engine without a model: the article's own sentences, verbatim, so that every tick is earned.

score the sentences -> choose key sentences -> plan the summary -> verify each sentence by rules
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from summarizer.calls.drivers.dry_run import without_calls
from summarizer.document.document import Document
from summarizer.extractive.key_sentences import pick_from_scores
from summarizer.extractive.sentence_scores import score_sentences
from summarizer.extractive.summary_plan import plan_summary
from summarizer.facts.fact import CheckedFact, DraftedFact
from summarizer.pipelines.outcomes import Outcomes, checked, claim_of, surplus
from summarizer.settings.options import Options
from summarizer.summary.fallback import extractive_summary
from summarizer.verification.judging.source import Source
from summarizer.verification.verifier import verify_claims


def extractive(source: Source, *, options: Options, given: Mapping[int, CheckedFact] | None = None) -> Outcomes:
    """The key sentences of a document, and a summary of its sentences.

    Args:
        source: the document.
        options: how much of it.
        given: facts that come first, by the index of their sentence, at most `options.max_facts`.
    """
    document, given = source.document, given or {}
    scores = score_sentences(document)
    importance = {pick.sentence: pick.importance for pick in pick_from_scores(scores, count=options.max_facts)}
    key_sentences = list(dict.fromkeys((*given, *importance)))[: options.max_facts]
    plan = plan_summary(document, scores=scores, facts=key_sentences, length=options.length)
    to_verify = [index for index in dict.fromkeys((*key_sentences, *plan.sentences())) if index not in given]
    drafts: dict[int, DraftedFact] = {}
    for number, index in enumerate(to_verify, start=1):
        drafts[index] = _draft(index, document=document, number=number, importance=importance.get(index, 0.0))
    facts = {**given, **_verify(drafts, source)}
    supported = {index: fact for index, fact in facts.items() if fact.verdict == "supported"}
    return Outcomes(
        facts=tuple(supported[index] for index in key_sentences if index in supported),
        rejected=_rejected(facts, key_sentences=key_sentences, max_facts=options.max_facts),
        summary=extractive_summary(plan, facts=supported, document=document),
        failures=(),
    )


def _rejected(
    facts: Mapping[int, CheckedFact], *, key_sentences: Sequence[int], max_facts: int
) -> tuple[CheckedFact, ...]:
    """What is no key fact, though the summary may say it: first what is supported, then what is not."""
    beyond = []
    refused = []
    for index, fact in facts.items():
        if fact.verdict != "supported":
            refused.append(fact)
        elif index not in key_sentences:
            beyond.append(surplus(fact, max_facts=max_facts))
    return (*beyond, *refused)


def _draft(index: int, *, document: Document, number: int, importance: float) -> DraftedFact:
    """The sentence with this index as a fact that states itself."""
    span = document.sentences[index].body
    return DraftedFact(
        id=f"e{number}", chunk_id="", statement=document.prose(span), cited=(span,), importance=importance
    )


def _verify(drafts: Mapping[int, DraftedFact], source: Source) -> dict[int, CheckedFact]:
    """The drafts with their verdicts by rules alone."""
    claims = [claim_of(draft) for draft in drafts.values()]
    verification = without_calls(verify_claims(claims, source=source, stage="judge_facts", judge=None, repaired=False))
    verified = {one.id: one for one in verification.verified}
    return {index: checked(draft, verified[draft.id]) for index, draft in drafts.items()}
