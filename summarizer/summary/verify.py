"""Keeps of a drafted summary what holds: every sentence and title goes through the verifier, the rest is dropped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarizer.calls.flow import Plan
from summarizer.extractive.self_containedness import needs_context
from summarizer.facts.fact import CheckedFact
from summarizer.failure import Failure
from summarizer.summary.summary import DroppedSentence, Section, Summary, SummarySentence
from summarizer.summary.titles import CheckedTitle, accepted_title, fallback_headline, fallback_title
from summarizer.summary.write import DraftedSection, DraftedSentence, DraftedSummary
from summarizer.text.fold import folded
from summarizer.verification.claim import Claim
from summarizer.verification.judging.source import Source
from summarizer.verification.policy import JudgePolicy
from summarizer.verification.verifier import Verification, Verified, verify_claims

_HEADLINE = "t0"


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedSummary:
    """What holds of a drafted summary; `summary` is None when not one sentence does."""

    summary: Summary | None
    dropped: tuple[DroppedSentence, ...]
    failures: tuple[Failure, ...]


def verify_summary(
    draft: DraftedSummary, *, facts: Sequence[CheckedFact], source: Source, judge: JudgePolicy
) -> Plan[VerifiedSummary]:
    """Verify a drafted summary sentence by sentence: each in the result is supported and has evidence.

    A sentence that repeats a ticked fact to the letter has been verified already and carries that fact's verdict. One
    that was written before is dropped, and so is one that points back ("She said") at a sentence that was dropped.

    Args:
        draft: what was written.
        facts: the supported facts that it was written from.
        source: what they are checked against.
        judge: who judges, and how hard.
    """
    known = {fact.id: fact for fact in facts}
    ticked = {folded(fact.statement): fact for fact in facts}
    drafted = draft.sentences()
    first = {folded(s.text): s.id for s in reversed(drafted)}
    sound = [s for s in drafted if first[folded(s.text)] == s.id and s.fact_ids and all(i in known for i in s.fact_ids)]
    repeats = {s.id: ticked[folded(s.text)] for s in sound if folded(s.text) in ticked}
    before = _before(draft)
    claims = [_claim(s, known, before=before.get(s.id)) for s in sound if s.id not in repeats]
    verification: Verification = yield from verify_claims(
        [*claims, *_title_claims(draft, known)], source=source, stage="judge_summary", judge=judge, repaired=True
    )
    verified = {v.id: v for v in verification.verified}
    kept: dict[str, SummarySentence] = {}
    dropped: list[DroppedSentence] = []
    for sentence in drafted:
        if sentence.id in repeats:
            held = _repeated(sentence, repeats[sentence.id])
        elif sentence.id not in verified:
            dropped.append(_unsound(sentence, known, again=first[folded(sentence.text)] != sentence.id))
            continue
        elif verified[sentence.id].conclusion.verdict == "supported":
            held = _sentence(sentence, verified[sentence.id])
        else:
            dropped.append(_refused(verified[sentence.id]))
            continue
        if _is_orphan(sentence, before.get(sentence.id), kept=kept, language=source.document.language):
            dropped.append(_orphaned(sentence))
        else:
            kept[sentence.id] = held
    titles = {i: accepted_title(v) for i, v in verified.items() if i.startswith("t")}
    dropped += [_refused(verified[i]) for i, title in titles.items() if title is None]
    summary = _assembled(draft, kept=kept, titles=titles, source=source, dropped=tuple(dropped)) if kept else None
    return VerifiedSummary(summary=summary, dropped=tuple(dropped), failures=verification.failures)


def _before(draft: DraftedSummary) -> dict[str, DraftedSentence]:
    """The sentence before each in its paragraph, by id; the first of a paragraph has none, and bullets have none."""
    paragraphs = [*draft.lead, *(paragraph for section in draft.sections for paragraph in section.paragraphs)]
    return {after.id: before for paragraph in paragraphs for before, after in pairwise(paragraph)}


def _is_orphan(
    sentence: DraftedSentence, before: DraftedSentence | None, *, kept: Mapping[str, SummarySentence], language: str
) -> bool:
    return before is not None and before.id not in kept and needs_context(sentence.text, language)


def _claim(sentence: DraftedSentence, known: Mapping[str, CheckedFact], *, before: DraftedSentence | None) -> Claim:
    spans = sorted({e.span for i in sentence.fact_ids for e in known[i].evidence})
    context = before.text if before else ""
    return Claim(id=sentence.id, statement=sentence.text, cited=tuple(spans), group="sentences", before=context)


def _title_claims(draft: DraftedSummary, known: Mapping[str, CheckedFact]) -> list[Claim]:
    parts: list[tuple[str, str, Sequence[DraftedSentence]]] = [(_HEADLINE, draft.headline, draft.sentences())]
    parts += [(section.id, section.title, section.sentences()) for section in draft.sections]
    claims = []
    for title_id, text, sentences in parts:
        spans = sorted({e.span for s in sentences for i in s.fact_ids if i in known for e in known[i].evidence})
        if text:
            claims.append(Claim(id=title_id, statement=text, cited=tuple(spans), group="titles"))
    return claims


def _assembled(
    draft: DraftedSummary,
    *,
    kept: Mapping[str, SummarySentence],
    titles: Mapping[str, CheckedTitle | None],
    source: Source,
    dropped: tuple[DroppedSentence, ...],
) -> Summary:
    def paragraphs(drafted: Sequence[Sequence[DraftedSentence]]) -> tuple[tuple[SummarySentence, ...], ...]:
        held = (tuple(kept[s.id] for s in paragraph if s.id in kept) for paragraph in drafted)
        return tuple(paragraph for paragraph in held if paragraph)

    def section(drafted: DraftedSection) -> Section | None:
        held = paragraphs(drafted.paragraphs)
        bullets = tuple(kept[s.id] for s in drafted.bullets if s.id in kept)
        sentences = [*(s for paragraph in held for s in paragraph), *bullets]
        if not sentences:
            return None
        title = titles.get(drafted.id) or fallback_title(sentences, document=source.document)
        return Section(title=title.text, title_evidence=title.evidence, paragraphs=held, bullets=bullets)

    headline = titles.get(_HEADLINE) or fallback_headline(tuple(kept.values()), document=source.document)
    return Summary(
        headline=headline.text,
        headline_evidence=headline.evidence,
        lead=paragraphs(draft.lead),
        sections=tuple(held for held in map(section, draft.sections) if held),
        written_by="model",
        dropped=dropped,
    )


def _sentence(drafted: DraftedSentence, verified: Verified) -> SummarySentence:
    conclusion = verified.conclusion
    return SummarySentence(
        text=verified.statement,
        fact_ids=drafted.fact_ids,
        evidence=conclusion.evidence,
        verdict="supported",
        # Supported without somebody who decided it cannot be: conclude.py gives every such verdict its author.
        decided_by=conclusion.decided_by or "rule",
        checks=conclusion.checks,
    )


def _repeated(drafted: DraftedSentence, fact: CheckedFact) -> SummarySentence:
    return SummarySentence(
        text=drafted.text,
        fact_ids=tuple(dict.fromkeys((fact.id, *drafted.fact_ids))),
        evidence=fact.evidence,
        verdict="supported",
        decided_by=fact.decided_by or "rule",
        checks=fact.checks,
    )


def _unsound(drafted: DraftedSentence, known: Mapping[str, CheckedFact], *, again: bool) -> DroppedSentence:
    unknown = [i for i in drafted.fact_ids if i not in known]
    reason = f"it cites facts that do not exist: {', '.join(unknown)}" if unknown else "it cites no fact"
    reason = "it was said before" if again else reason
    return DroppedSentence(text=drafted.text, verdict="unchecked", reason=reason)


def _orphaned(drafted: DraftedSentence) -> DroppedSentence:
    reason = "it points back at the sentence before it, which was not kept"
    return DroppedSentence(text=drafted.text, verdict="unchecked", reason=reason)


def _refused(verified: Verified) -> DroppedSentence:
    conclusion = verified.conclusion
    return DroppedSentence(text=verified.drafted, verdict=conclusion.verdict, reason=conclusion.reason)
