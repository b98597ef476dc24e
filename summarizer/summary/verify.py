"""Keeps of a drafted summary what holds: every sentence and title goes through the verifier, the rest is dropped.

In: a `DraftedSummary` and the facts that it was written from. Out: a `Summary` of the sentences that are supported, and
each other one as a `DroppedSentence` with its reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from summarizer.calls.flow import Plan
from summarizer.extractive.self_containedness import needs_context
from summarizer.facts.fact import CheckedFact
from summarizer.failure import Failure
from summarizer.summary.summary import DroppedSentence, Paragraph, Section, Summary, SummarySentence
from summarizer.summary.titles import CheckedTitle, accepted_title, fallback_headline, fallback_title
from summarizer.summary.write import DraftedSentence, DraftedSummary
from summarizer.text.fold import folded
from summarizer.text.pointers import pointers_of
from summarizer.text.span import Span
from summarizer.verification.claim import MOST_BEHIND, TITLES, Claim
from summarizer.verification.exam.results import ExamResult
from summarizer.verification.judging.source import Source
from summarizer.verification.policy import JudgePolicy
from summarizer.verification.verifier import Verification, Verified, verify_claims

_HEADLINE = "t0"


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedSummary:
    """What holds of a drafted summary; `summary` is None when not one sentence does."""

    summary: Summary | None
    dropped: tuple[DroppedSentence, ...]
    exams: tuple[ExamResult, ...]
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sorted:
    """The sentences of a draft by what has to be done with them; each is in one of the three, by id."""

    repeats: Mapping[str, SummarySentence]
    unsound: Mapping[str, DroppedSentence]
    to_verify: Sequence[DraftedSentence]


def verify_summary(
    draft: DraftedSummary, *, facts: Sequence[CheckedFact], source: Source, judge: JudgePolicy, language: str = ""
) -> Plan[VerifiedSummary]:
    """Verify a drafted summary sentence by sentence: each in the result is supported and has evidence.

    A sentence that repeats a ticked fact to the letter has been verified already and carries that fact's verdict. One
    that was written before is dropped, and so is one that points back ("She said") at a sentence that was dropped.

    Args:
        draft: what was written.
        facts: the supported facts that it was written from.
        source: what they are checked against.
        judge: who judges, and how hard.
        language: the language that it was to be written in, ISO 639-1; "" for the article's own.
    """
    known = {fact.id: fact for fact in facts}
    before = _sentences_before(draft)
    drafted = _sort_sentences(draft, known, language=source.document.language)
    behind = _texts_behind(draft)
    claims = [
        _claim_of(sentence, known, before=before.get(sentence.id), behind=behind[sentence.id])
        for sentence in drafted.to_verify
    ]
    claims += _title_claims(draft, known)
    claims = [replace(claim, language=language) for claim in claims]
    verification: Verification = yield from verify_claims(
        claims, source=source, stage="judge_summary", judge=judge, repaired=True
    )
    verified = {one.id: one for one in verification.verified}
    written_in = language or source.document.language
    kept: dict[str, SummarySentence] = {}
    dropped: list[DroppedSentence] = []
    for sentence in draft.sentences():
        outcome = _outcome_of(sentence, drafted, verified)
        if isinstance(outcome, DroppedSentence):
            dropped.append(outcome)
        elif _has_lost_antecedent(sentence, before.get(sentence.id), kept=kept, language=written_in):
            reason = "it points back at the sentence before it, which was not kept"
            dropped.append(DroppedSentence(text=sentence.text, verdict="unchecked", reason=reason))
        else:
            kept[sentence.id] = outcome
    titles: dict[str, CheckedTitle] = {}
    for title_id in _title_texts(draft):
        title = accepted_title(verified[title_id])
        if title is None:
            dropped.append(_refused(verified[title_id]))
        else:
            titles[title_id] = title
    summary = None
    if kept:
        summary = _assemble(draft, kept=kept, titles=titles, source=source, dropped=tuple(dropped))
    return VerifiedSummary(
        summary=summary, dropped=tuple(dropped), exams=verification.exams, failures=verification.failures
    )


def _sentences_before(draft: DraftedSummary) -> dict[str, DraftedSentence]:
    """The sentence before each in its paragraph, by id; the first of a paragraph has none, and bullets have none."""
    paragraphs = list(draft.lead)
    for section in draft.sections:
        paragraphs += section.paragraphs
    found = {}
    for paragraph in paragraphs:
        for before, after in pairwise(paragraph):
            found[after.id] = before
    return found


def _texts_behind(draft: DraftedSummary) -> dict[str, tuple[str, ...]]:
    """What is read before each sentence in the lead or its section, by id; nothing before a bullet."""
    found: dict[str, tuple[str, ...]] = {sentence.id: () for sentence in draft.sentences()}
    for paragraphs in (draft.lead, *(section.paragraphs for section in draft.sections)):
        read: tuple[str, ...] = ()
        for sentence in chain.from_iterable(paragraphs):
            found[sentence.id] = read
            read = (*read, sentence.text)[-MOST_BEHIND:]
    return found


def _sort_sentences(draft: DraftedSummary, known: Mapping[str, CheckedFact], *, language: str) -> _Sorted:
    """Tell the sentences that a judge need not see: those that say what a fact says, and those that may not stand."""
    # What points back says in a summary what its sentence says there, whatever the fact of these words meant.
    ticked = {folded(fact.statement): fact for fact in known.values() if not pointers_of(fact.statement, language)}
    repeats: dict[str, SummarySentence] = {}
    unsound: dict[str, DroppedSentence] = {}
    to_verify = []
    said: set[str] = set()
    for sentence in draft.sentences():
        text = folded(sentence.text)
        reason = "it was said before" if text in said else _citation_fault(sentence, known)
        said.add(text)
        if reason:
            unsound[sentence.id] = DroppedSentence(text=sentence.text, verdict="unchecked", reason=reason)
        elif text in ticked:
            repeats[sentence.id] = _repeat(sentence, ticked[text])
        else:
            to_verify.append(sentence)
    return _Sorted(repeats=repeats, unsound=unsound, to_verify=to_verify)


def _citation_fault(sentence: DraftedSentence, known: Mapping[str, CheckedFact]) -> str:
    """What is wrong with the facts that a sentence cites; "" where nothing is."""
    if not sentence.fact_ids:
        return "it cites no fact"
    unknown = [fact_id for fact_id in sentence.fact_ids if fact_id not in known]
    return f"it cites facts that do not exist: {', '.join(unknown)}" if unknown else ""


def _claim_of(
    sentence: DraftedSentence,
    known: Mapping[str, CheckedFact],
    *,
    before: DraftedSentence | None,
    behind: tuple[str, ...],
) -> Claim:
    return Claim(
        id=sentence.id,
        statement=sentence.text,
        cited=_cited_spans([sentence], known),
        group="sentences",
        before=before.text if before else "",
        behind=behind,
    )


def _title_texts(draft: DraftedSummary) -> dict[str, str]:
    """The headline and the titles of sections by their ids, without those that are empty."""
    texts = {_HEADLINE: draft.headline}
    texts |= {section.id: section.title for section in draft.sections}
    return {title_id: text for title_id, text in texts.items() if text}


def _title_claims(draft: DraftedSummary, known: Mapping[str, CheckedFact]) -> list[Claim]:
    below = {_HEADLINE: draft.sentences()}
    below |= {section.id: section.sentences() for section in draft.sections}
    claims = []
    for title_id, text in _title_texts(draft).items():
        cited = _cited_spans(below[title_id], known)
        claims.append(Claim(id=title_id, statement=text, cited=cited, group=TITLES))
    return claims


def _cited_spans(sentences: Sequence[DraftedSentence], known: Mapping[str, CheckedFact]) -> tuple[Span, ...]:
    """The evidence of the facts that sentences cite, in the order of the article; unknown facts have none."""
    spans: set[Span] = set()
    for sentence in sentences:
        for fact_id in sentence.fact_ids:
            if fact_id in known:
                spans.update(evidence.span for evidence in known[fact_id].evidence)
    return tuple(sorted(spans))


def _outcome_of(
    sentence: DraftedSentence, drafted: _Sorted, verified: Mapping[str, Verified]
) -> SummarySentence | DroppedSentence:
    """The sentence as it may stand, or why it may not."""
    if sentence.id in drafted.unsound:
        return drafted.unsound[sentence.id]
    if sentence.id in drafted.repeats:
        return drafted.repeats[sentence.id]
    conclusion = verified[sentence.id].conclusion
    if conclusion.verdict != "supported":
        return _refused(verified[sentence.id])
    return SummarySentence(
        text=verified[sentence.id].statement,
        fact_ids=sentence.fact_ids,
        evidence=conclusion.evidence,
        verdict="supported",
        # Supported without somebody who decided it cannot be: conclude.py gives every such verdict its author.
        decided_by=conclusion.decided_by or "rule",
        checks=conclusion.checks,
    )


def _repeat(sentence: DraftedSentence, fact: CheckedFact) -> SummarySentence:
    """A sentence that says what a ticked fact says, with the verdict of that fact."""
    return SummarySentence(
        text=sentence.text,
        fact_ids=tuple(dict.fromkeys((fact.id, *sentence.fact_ids))),
        evidence=fact.evidence,
        verdict="supported",
        decided_by=fact.decided_by or "rule",
        checks=fact.checks,
    )


def _refused(verified: Verified) -> DroppedSentence:
    conclusion = verified.conclusion
    return DroppedSentence(text=verified.drafted, verdict=conclusion.verdict, reason=conclusion.reason)


def _has_lost_antecedent(
    sentence: DraftedSentence, before: DraftedSentence | None, *, kept: Mapping[str, SummarySentence], language: str
) -> bool:
    """True for a sentence that points back ("She said") at the one before it, where that one was not kept."""
    if before is None or before.id in kept:
        return False
    return needs_context(sentence.text, language)


def _assemble(
    draft: DraftedSummary,
    *,
    kept: Mapping[str, SummarySentence],
    titles: Mapping[str, CheckedTitle],
    source: Source,
    dropped: tuple[DroppedSentence, ...],
) -> Summary:
    """The summary of the sentences that were kept, where they stood; a title that was not kept gets a fallback."""
    headline = titles.get(_HEADLINE) or fallback_headline(tuple(kept.values()), document=source.document)
    sections = []
    for drafted in draft.sections:
        paragraphs = _kept_paragraphs(drafted.paragraphs, kept)
        bullets = _kept_sentences(drafted.bullets, kept)
        sentences = [*chain.from_iterable(paragraphs), *bullets]
        if sentences:
            title = titles.get(drafted.id) or fallback_title(sentences, document=source.document)
            section = Section(title=title.text, title_evidence=title.evidence, paragraphs=paragraphs, bullets=bullets)
            sections.append(section)
    return Summary(
        headline=headline.text,
        headline_evidence=headline.evidence,
        lead=_kept_paragraphs(draft.lead, kept),
        sections=tuple(sections),
        written_by="model",
        dropped=dropped,
    )


def _kept_paragraphs(
    paragraphs: Sequence[Sequence[DraftedSentence]], kept: Mapping[str, SummarySentence]
) -> tuple[Paragraph, ...]:
    left = [_kept_sentences(paragraph, kept) for paragraph in paragraphs]
    return tuple(paragraph for paragraph in left if paragraph)


def _kept_sentences(
    sentences: Sequence[DraftedSentence], kept: Mapping[str, SummarySentence]
) -> tuple[SummarySentence, ...]:
    return tuple(kept[sentence.id] for sentence in sentences if sentence.id in kept)
