"""A whole text is checked sentence by sentence: the claims that it is, and its sentences with what was found of each.

claims_of(document)                        ->  [Claim(id="s1", statement="The port closes.", …), …]
checked_sentences(document, verification)  ->  (VerifiedSentence(id="s1", place=…, verdict="supported", …), …)
"""

from __future__ import annotations

from dataclasses import replace

from summarizer.document.document import BlockKind, Document
from summarizer.errors import InputError
from summarizer.text.span import Evidence
from summarizer.text.words import words
from summarizer.verification.claim import MOST_BEHIND, TITLES, Claim
from summarizer.verification.judging.conclusion import is_label
from summarizer.verification.verdict import CheckedClaim
from summarizer.verification.verifier import Verification


class VerifiedSentence(CheckedClaim):
    """A sentence of a checked text: `place` is where it stands in that text, `evidence` where the source states it.

    `statement` is the sentence in readable words, without its markup. `label` marks a heading in which a judge found
    nothing asserted, such as "Background".
    """

    place: Evidence
    kind: BlockKind
    label: bool = False


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


def checked_sentences(document: Document, verification: Verification) -> tuple[VerifiedSentence, ...]:
    """The sentences of a text with what was found of each, joined by id.

    Args:
        document: the text that was checked.
        verification: of the claims that `claims_of(document)` gives.
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
    return tuple(sentences)
