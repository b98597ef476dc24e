"""The engine without a model: the article's own sentences, verbatim, so that every tick is earned.

score the sentences -> choose key sentences -> plan the summary -> verify each sentence by rules
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

from summarizer.calls.drivers.dry_run import without_calls
from summarizer.document.document import Document
from summarizer.extractive.headline import find_headline
from summarizer.extractive.key_sentences import pick_from_scores
from summarizer.extractive.sentence_scores import SentenceScores, score_sentences
from summarizer.extractive.summary_plan import SummaryPlan, plan_summary
from summarizer.facts.fact import CheckedFact, DraftedFact
from summarizer.pipelines.outcomes import Outcomes, checked, claim_of, surplus, unreadable
from summarizer.settings.options import Options
from summarizer.summary.fallback import extractive_summary
from summarizer.verification.claim import MOST_BEHIND
from summarizer.verification.judging.source import Source
from summarizer.verification.verifier import verify_claims


def extractive(source: Source, *, options: Options, given: Mapping[int, CheckedFact] | None = None) -> Outcomes:
    """The key sentences of a document, and a summary of its sentences.

    Args:
        source: the document.
        options: how much of it.
        given: facts that come first, by the index of their sentence, at most as many as wanted.
    """
    document, given = source.document, given or {}
    most = options.most_facts(document)
    scores = score_sentences(document)
    headline = find_headline(document, scores, taken=given)
    picks = pick_from_scores(scores, count=most, said=headline.said())
    importance = {pick.sentence: pick.importance for pick in picks}
    key_sentences = list(dict.fromkeys((*given, *importance)))[:most]
    plan = plan_summary(document, scores=scores, facts=key_sentences, headline=headline, length=options.length)
    in_summary = frozenset(plan.sentences())
    # Nothing is said twice, unless the summary took all that could be a fact.
    untold = [index for index in key_sentences if index in given or index not in in_summary]
    key_sentences = untold or key_sentences
    to_verify = [index for index in dict.fromkeys((*key_sentences, *plan.sentences())) if index not in given]
    drafts: dict[int, DraftedFact] = {}
    for number, index in enumerate(to_verify, start=1):
        drafts[index] = _draft(index, document=document, number=number, importance=importance.get(index, 0.0))
    # A key fact stands alone; a sentence of the summary behind those that are read before it.
    shown = {**given, **_verify(drafts, source, behind=_behind(plan, document))}
    of_keys = {index: drafts[index] for index in key_sentences if index in drafts}
    facts = _supported({**given, **_verify(of_keys, source, behind={})}, key_sentences)
    return Outcomes(
        facts=tuple(facts.values()),
        rejected=_rejected(shown, facts, key_sentences=key_sentences, max_facts=most),
        summary=extractive_summary(plan, facts=_readable(plan, shown, scores=scores), document=document),
        failures=(),
    )


def _behind(plan: SummaryPlan, document: Document) -> dict[int, tuple[str, ...]]:
    """What is read before each sentence of the summary, in the lead or its section; nothing before a bullet."""
    found: dict[int, tuple[str, ...]] = dict.fromkeys(plan.sentences(), ())
    for paragraphs in (plan.lead, *(section.paragraphs for section in plan.sections)):
        read: tuple[str, ...] = ()
        for index in chain.from_iterable(paragraphs):
            found[index] = read
            read = (*read, document.prose(document.sentences[index].body))[-MOST_BEHIND:]
    return found


def _readable(plan: SummaryPlan, facts: Mapping[int, CheckedFact], *, scores: SentenceScores) -> dict[int, CheckedFact]:
    """What the summary shows: what is supported, and does not lean on a sentence that is not."""
    shown: dict[int, CheckedFact] = {}
    for paragraph in chain(plan.lead, *(section.paragraphs for section in plan.sections)):
        lost = False
        for index in paragraph:
            fact = facts[index]
            lost = fact.verdict != "supported" or (lost and scores.sentences[index].needs_context)
            if not lost:
                shown[index] = fact
    for index in chain.from_iterable(section.bullets for section in plan.sections):
        if facts[index].verdict == "supported":
            shown[index] = facts[index]
    return shown


def _supported(facts: Mapping[int, CheckedFact], key_sentences: Sequence[int]) -> dict[int, CheckedFact]:
    """The facts of the key sentences that are supported, in their order."""
    return {index: facts[index] for index in key_sentences if facts[index].verdict == "supported"}


def _rejected(
    shown: Mapping[int, CheckedFact],
    facts: Mapping[int, CheckedFact],
    *,
    key_sentences: Sequence[int],
    max_facts: int,
) -> tuple[CheckedFact, ...]:
    """What is no key fact, though the summary may say it: first what is supported, then what is not."""
    beyond = []
    refused = []
    for index, fact in shown.items():
        if index in facts:
            continue
        if fact.verdict != "supported":
            refused.append(fact)
        elif index in key_sentences:
            beyond.append(unreadable(fact))
        else:
            beyond.append(surplus(fact, max_facts=max_facts))
    return (*beyond, *refused)


def _draft(index: int, *, document: Document, number: int, importance: float) -> DraftedFact:
    """The sentence with this index as a fact that states itself."""
    span = document.sentences[index].body
    return DraftedFact(
        id=f"e{number}", chunk_id="", statement=document.prose(span), cited=(span,), importance=importance
    )


def _verify(
    drafts: Mapping[int, DraftedFact], source: Source, *, behind: Mapping[int, tuple[str, ...]]
) -> dict[int, CheckedFact]:
    """The drafts with their verdicts by rules alone, each behind the sentences given for it, or behind none."""
    claims = [replace(claim_of(draft), behind=behind.get(index, ())) for index, draft in drafts.items()]
    verification = without_calls(verify_claims(claims, source=source, stage="judge_facts", judge=None, repaired=False))
    verified = {one.id: one for one in verification.verified}
    return {index: checked(draft, verified[draft.id]) for index, draft in drafts.items()}
