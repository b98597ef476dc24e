"""Facts and summary of the engine without a model: the article's own sentences, verbatim, so that a tick is earned."""

from __future__ import annotations

from collections.abc import Mapping

from summarizer.calls.drivers.dry_run import without_calls
from summarizer.extractive.key_sentences import pick_from_scores
from summarizer.extractive.sentence_scores import score_sentences
from summarizer.extractive.summary_plan import plan_summary
from summarizer.facts.fact import CheckedFact, DraftedFact
from summarizer.pipelines.outcomes import Outcomes, checked, surplus
from summarizer.settings.options import Options
from summarizer.summary.fallback import extractive_summary
from summarizer.verification.claim import Claim
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
    picks = {p.sentence: p.importance for p in pick_from_scores(scores, count=options.max_facts)}
    wanted = [*given, *(index for index in picks if index not in given)][: options.max_facts]
    plan = plan_summary(document, scores=scores, facts=wanted, length=options.length)
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
    facts = {index: checked(draft, verified[draft.id]) for index, draft in drafts.items()}
    supported = {**given, **{index: fact for index, fact in facts.items() if fact.verdict == "supported"}}
    return Outcomes(
        facts=tuple(supported[i] for i in wanted if i in supported),
        rejected=(
            *(surplus(f, max_facts=options.max_facts) for i, f in supported.items() if i not in wanted),
            *(fact for fact in facts.values() if fact.verdict != "supported"),
        ),
        summary=extractive_summary(plan, facts=supported, document=document),
        failures=(),
    )
