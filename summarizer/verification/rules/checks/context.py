"""A check is given this of the source: the evidence first, then the document, and how a near copy differs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from summarizer.verification.reading.canonical_text import CanonicalText
from summarizer.verification.reading.fact_index import FactIndex
from summarizer.verification.rules.alignment.findings import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckContext:
    """What a claim is checked against.

    Attributes:
        evidence: What the sentences hold that the claim rests on.
        document: What all sentences hold.
        initials: The initials of every run of capitalized words in the document: "who" of "World Health Organization".
        stems: The stems of all words of the document.
        language: Its language, ISO 639-1; "" if unknown.
        published: The day it was published, None if unknown.
        sentences: The sentences of the evidence.
        findings: What the claim says otherwise than the sentence that it nearly copies.
    """

    evidence: FactIndex
    document: FactIndex
    initials: frozenset[str]
    stems: AbstractSet[str]
    language: str
    published: dt.date | None
    sentences: Sequence[CanonicalText]
    findings: Sequence[Finding]
