"""A whole text checked against a source, sentence by sentence: the claims that it is, and what they come to."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Annotated

from pydantic import Field, computed_field, model_validator

from summarizer.document.document import BlockKind, Document
from summarizer.document.sources.source_record import SourceRecord
from summarizer.errors import InputError
from summarizer.failure import Failure
from summarizer.frozen import Frozen
from summarizer.notices.failures import failure_notices
from summarizer.notices.fallbacks import fallback_notices
from summarizer.notices.judges import judge_notices
from summarizer.notices.notice import Notice, without_notices
from summarizer.runtime.fallback import FallbackUse
from summarizer.text.span import Evidence
from summarizer.text.words import words
from summarizer.verification.claim import MOST_BEHIND, TITLES, Claim
from summarizer.verification.exam.results import ExamResult
from summarizer.verification.judging.conclusion import is_label
from summarizer.verification.verdict import CheckedClaim, Verdict
from summarizer.verification.verifier import Verification


class VerifiedSentence(CheckedClaim):
    """A sentence of a checked text: `place` is where it stands in that text, `evidence` where the source states it.

    `statement` is the sentence in readable words, without its markup. `label` marks a heading in which a judge found
    nothing asserted, such as "Background".
    """

    place: Evidence
    kind: BlockKind
    label: bool = False


class TextVerification(Frozen):
    """A text checked against a source.

    `text[s.place.start:s.place.end] == s.place.text` and `source[e.start:e.end] == e.text` for every sentence `s` and
    evidence `e` of it. `score` is the share of sentences that are supported, over all that were submitted but labels,
    those that nobody could judge among them: `0 <= score <= 1`.

    Attributes:
        text: The text that was checked; of HTML its extracted words.
        source_sha256: The SHA-256 of the source's text.
        sentences: Every sentence, heading and fragment of it that holds a word, in order.
        score: See above; 0.0 where there is nothing but labels.
        failures: The calls that brought no judgement.
        exams: How the models that judged did in their exams.
        unexamined_judges: The models that may have judged and were not examined.
        fallbacks: The calls that another model answered than the one they were for.
        sources: What the source is joined of, where it was several; `source_of` finds the one of an evidence.
    """

    text: str
    source_sha256: str
    sentences: tuple[VerifiedSentence, ...]
    score: Annotated[float, Field(ge=0, le=1)]
    failures: tuple[Failure, ...] = ()
    exams: tuple[ExamResult, ...] = ()
    unexamined_judges: tuple[str, ...] = ()
    fallbacks: tuple[FallbackUse, ...] = ()
    sources: tuple[SourceRecord, ...] = ()

    _made_anew = model_validator(mode="before")(without_notices)

    @computed_field  # type: ignore[prop-decorator] # as pydantic has it
    @property
    def notices(self) -> tuple[Notice, ...]:
        """What a reader has to know: what failed, who stood in, and whose word did not count.

        In the JSON, and made anew from it.
        """
        return (*failure_notices(self.failures), *fallback_notices(self.fallbacks), *judge_notices(self.exams))

    def source_of(self, evidence: Evidence) -> SourceRecord | None:
        """The source that an evidence stands in, at `evidence.start - source.start`; None where a lone text was given.

        Args:
            evidence: one of a sentence of this text.
        """
        return next((one for one in self.sources if one.start <= evidence.start < one.end), None)

    @property
    def counts(self) -> dict[Verdict, int]:
        """How many sentences got each verdict, labels left out."""
        return dict(Counter(sentence.verdict for sentence in self.sentences if not sentence.label))


def claims_of(document: Document) -> list[Claim]:
    """Every sentence of a text that holds a word, as a claim with the one before it; headings share calls.

    Raises:
        InputError: there is none.
    """
    claims, before, language = [], "", document.language
    behind: tuple[str, ...] = ()
    for sentence in document.sentences:
        statement = document.prose(sentence.body)
        if not words(statement):
            continue
        claim_id = f"s{sentence.index + 1}"
        if document.blocks[sentence.block].kind == "heading":
            claims.append(Claim(id=claim_id, statement=statement, group=TITLES, language=language))
            before = ""
        else:
            claim = Claim(id=claim_id, statement=statement, group="sentences", before=before, language=language)
            claims.append(replace(claim, behind=behind))
            before = statement
            behind = (*behind, statement)[-MOST_BEHIND:]
    if not claims:
        raise InputError("the text to be checked holds no word")
    return claims


def _may_be_label(written: str, kind: BlockKind) -> bool:
    """Whether words may name or announce what follows: a heading, or a lead-in that ends in a colon."""
    return kind == "heading" or written.rstrip("*_ ").endswith((":", "："))


def checked_text(
    document: Document,
    *,
    source: Document,
    verification: Verification,
    exams: tuple[ExamResult, ...] = (),
    fallbacks: tuple[FallbackUse, ...] = (),
) -> TextVerification:
    """The text with what was found of each of its claims, joined by id.

    Args:
        document: the text that was checked.
        source: what it was checked against.
        verification: of the claims that `claims_of(document)` gives.
        exams: by which its judges stand.
        fallbacks: the calls that another model answered than the one they were for.
    """
    by_id = {f"s{sentence.index + 1}": sentence for sentence in document.sentences}
    sentences = []
    for verified in verification.verified:
        sentence, found = by_id[verified.id], verified.conclusion
        kind = document.blocks[sentence.block].kind
        sentences.append(
            VerifiedSentence(
                id=verified.id,
                statement=verified.statement,
                verdict=found.verdict,
                evidence=found.evidence,
                checks=found.checks,
                assertions=found.assertions,
                decided_by=found.decided_by,
                reason=found.reason,
                score=found.score,
                place=Evidence.cut(document.text, sentence.body),
                kind=kind,
                label=_may_be_label(sentence.body.of(document.text), kind) and is_label(verified.statement, found),
            )
        )
    submitted = [sentence for sentence in sentences if not sentence.label]
    supported = sum(sentence.verdict == "supported" for sentence in submitted)
    return TextVerification(
        text=document.text,
        source_sha256=source.sha256,
        sentences=tuple(sentences),
        score=supported / len(submitted) if submitted else 0.0,
        failures=verification.failures,
        exams=exams,
        unexamined_judges=verification.judge.unexamined if verification.judge else (),
        fallbacks=fallbacks,
        sources=tuple(map(SourceRecord.of, source.parts)),
    )
