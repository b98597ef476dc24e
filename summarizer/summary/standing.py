"""What stands of a drafted summary after its check: what holds, each gap filled, nothing that lost its footing.

A sentence that was dropped gives way to the statement of a ticked fact that it told, where no other sentence tells it.
One that points at a dropped sentence is told so that it can be read alone, if that was found supported; else it goes
the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from summarizer.extractive.self_containedness import needs_context
from summarizer.facts.fact import CheckedFact
from summarizer.languages.registry import together
from summarizer.summary.claims import SummaryClaims
from summarizer.summary.drafted import DraftedSentence, DraftedSummary
from summarizer.summary.summary import DroppedSentence, SummarySentence
from summarizer.text.words import words
from summarizer.verification.claim import ALONE
from summarizer.verification.judging.content_words import content_stems
from summarizer.verification.verifier import Verified


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was found of a draft.

    Attributes:
        claims: what was asked, and what was not.
        verified: what was found of each sentence and title that was asked about, and of variants, by id.
        facts: every drafted fact, checked, by id; those that are supported may be told.
        language: the language that the summary is in, ISO 639-1.
    """

    claims: SummaryClaims
    verified: Mapping[str, Verified]
    facts: Mapping[str, CheckedFact]
    language: str

    def supported_facts(self, sentence: DraftedSentence) -> list[CheckedFact]:
        """The facts that a sentence names and that hold."""
        named = [self.facts[fact_id] for fact_id in sentence.fact_ids if fact_id in self.facts]
        return [fact for fact in named if fact.verdict == "supported"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The sentences that stand, by the ids of those drafted in their places, and what was dropped."""

    sentences: Mapping[str, SummarySentence]
    dropped: tuple[DroppedSentence, ...]


def standing(draft: DraftedSummary, checked: Checked) -> Standing:
    """What stands of a draft; every sentence of it is supported and has evidence.

    Args:
        draft: what was written.
        checked: what was found of it.
    """
    held: dict[str, SummarySentence] = {}
    dropped: dict[str, DroppedSentence] = {}
    for sentence in draft.sentences():
        outcome = _outcome_of(sentence, checked)
        if isinstance(outcome, SummarySentence):
            outcome = _footed(sentence, outcome, checked, held=held, dropped=dropped)
        if isinstance(outcome, SummarySentence):
            held[sentence.id] = outcome
        else:
            dropped[sentence.id] = outcome
    if not held:  # what a model wrote is no summary, and facts in its gaps make none
        return Standing(sentences={}, dropped=tuple(dropped.values()))
    filled = dict(held)
    for sentence in draft.sentences():
        if sentence.id in dropped:
            fact = _untold(checked.supported_facts(sentence), told=filled.values())
            if fact is not None and not needs_context(fact.statement, checked.language):
                filled[sentence.id] = SummarySentence.of_fact(fact)
    return Standing(sentences=filled, dropped=tuple(dropped.values()))


def _outcome_of(sentence: DraftedSentence, checked: Checked) -> SummarySentence | DroppedSentence:
    """The sentence as it may stand by its own check, or why it may not."""
    claims = checked.claims
    if sentence.id in claims.unsound:
        return claims.unsound[sentence.id]
    repeated = claims.repeats.get(sentence.id)
    if repeated is not None:
        fact = checked.facts[repeated]
        if fact.verdict != "supported":
            return DroppedSentence.of(sentence.text, fact)
        return SummarySentence.of_fact(fact).model_copy(update={"text": sentence.text})
    return _verified_sentence(sentence, checked.verified[sentence.id], checked)


def _verified_sentence(
    sentence: DraftedSentence, verified: Verified, checked: Checked
) -> SummarySentence | DroppedSentence:
    conclusion = verified.conclusion
    if conclusion.verdict != "supported":
        return DroppedSentence.of(verified.drafted, conclusion)
    return SummarySentence(
        text=verified.statement,
        fact_ids=tuple(fact.id for fact in checked.supported_facts(sentence)),
        evidence=conclusion.evidence,
        verdict="supported",
        # Supported without somebody who decided it cannot be: conclusion.py gives every such verdict its author.
        decided_by=conclusion.decided_by or "rule",
        checks=conclusion.checks,
    )


def _footed(
    sentence: DraftedSentence,
    holds: SummarySentence,
    checked: Checked,
    *,
    held: Mapping[str, SummarySentence],
    dropped: Mapping[str, DroppedSentence],
) -> SummarySentence | DroppedSentence:
    """A sentence that holds, as it can be read where what stood before it is gone."""
    before = checked.claims.before.get(sentence.id)
    gone = before is not None and before.id in dropped
    leaning = needs_context(sentence.text, checked.language)
    if before is not None and not gone:
        return holds
    if before is not None:
        leaning = leaning or bool(sentence.alone) or _is_introduced(sentence, before, held=held.values())
    if not leaning:
        return holds
    alone = checked.verified.get(sentence.id + ALONE)
    if alone is not None and alone.conclusion.verdict == "supported":
        return _verified_sentence(sentence, alone, checked)
    if before is None:  # it opens its part, as its writer chose
        return holds
    reason = "it points back at the sentence before it, which was not kept"
    return DroppedSentence(text=sentence.text, verdict="unchecked", reason=reason)


def _is_introduced(sentence: DraftedSentence, before: DraftedSentence, *, held: Iterable[SummarySentence]) -> bool:
    """Whether a sentence opens with a "the …" that the dropped one before it introduced: "The accusations"."""
    opening = [word.text for word in words(sentence.text)[:2]]
    if opening[:1] and opening[0] not in together("anaphora.articles"):
        return False
    named = set(content_stems(" ".join(opening[1:])))
    told = set(content_stems("\n".join(one.text for one in held)))
    return bool(named & set(content_stems(before.text)) - told)


def _untold(facts: Sequence[CheckedFact], *, told: Iterable[SummarySentence]) -> CheckedFact | None:
    """The first of some facts that no sentence tells: none names it, and none stands on the place that decides it."""
    sentences = list(told)
    named = {fact_id for one in sentences for fact_id in one.fact_ids}
    places = [evidence.span for one in sentences for evidence in one.evidence]
    for fact in facts:
        deciding = fact.evidence[0].span
        if fact.id not in named and not any(deciding.overlaps(place) for place in places):
            return fact
    return None


def is_told(fact: CheckedFact, sentences: Iterable[SummarySentence]) -> bool:
    """Whether some sentences tell a fact: one names it, or stands on the place that decides it."""
    return _untold([fact], told=sentences) is None
