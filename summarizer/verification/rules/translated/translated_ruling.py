"""What code can say of a claim in another language than its source: little, for a word of one is no word of the other.

"… 32.000 Mitarbeiter …"  beside "… its 32,000 staff …"  ->  unchecked: no code can say whether they say the same
"… 35.000 Mitarbeiter …"  beside "… its 32,000 staff …"  ->  not stated: the number “35.000” stands nowhere …
                          where a judge named that sentence  ->  contradicted: the source says “32,000”, not “35.000”
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from summarizer.languages.claim_language import claim_language
from summarizer.languages.registry import name_of
from summarizer.verification.reading.canonical_text import CanonicalText, Token
from summarizer.verification.reading.fact_index import FactIndex
from summarizer.verification.reading.values import Date, Time, Weekday
from summarizer.verification.rules.checks.check_rule import make_check
from summarizer.verification.rules.statements.document_reading import DocumentReading
from summarizer.verification.rules.translated.comparison import Held, rival
from summarizer.verification.rules.translated.facts import Fact
from summarizer.verification.rules.translated.names import check_names_by_form
from summarizer.verification.scoring.score import IN_CONFLICT
from summarizer.verification.verdict import Check, CheckKind, Found, Verdict

# Words of two languages say nothing of each other, and half of the claims that the score is trained on hold: so the
# score of a claim is that without a conflict, and no judge is doubted for it.
_OPEN: Final = 0.5
_MOST_EVIDENCE: Final = 4  # as in the evidence of claims in the source's language


@dataclass(frozen=True, slots=True, kw_only=True)
class Translated:
    """What code found: `verdict` is "contradicted", "not_stated" or "unchecked", never "supported".

    Attributes:
        score: Between that of what holds and that of what does not, unless a value conflicts: so no judge is doubted
            because two languages share no words.
        checks: A value that the evidence does not have is a question, and a conflict where named evidence has another.
    """

    verdict: Verdict
    reason: str
    checks: tuple[Check, ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Finding:
    """A value of the claim, whether it is held, and what the evidence says instead, if that is sure."""

    fact: Fact
    in_evidence: bool
    in_document: bool
    instead: Fact | None

    @property
    def kind(self) -> CheckKind:
        """As a check names it."""
        return "date" if isinstance(self.fact.value, Date | Weekday | Time) else "number"

    def check(self, *, named: bool) -> Check:
        """It as a check; a conflict only with evidence that somebody named."""
        where: Found = "in_span" if self.in_evidence else "in_document" if self.in_document else "absent"
        note = f"the source says “{self.instead.item}”" if self.instead else ""
        conflict = named and self.instead is not None
        return make_check(self.kind, self.fact.item, where, passed=self.in_evidence, note=note, conflict=conflict)


def rule_on_translated(
    claim: CanonicalText,
    *,
    language: str,
    reading: DocumentReading,
    document: FactIndex,
    evidence: Sequence[int],
    named: bool,
) -> Translated:
    """What can be said of a claim whose words mean nothing in the source's language.

    Args:
        claim: Read in its own language.
        language: That language, ISO 639-1; "" if unknown.
        reading: The source.
        document: What all of its sentences hold.
        evidence: The sentences that the claim may rest on.
        named: A judge or the claim's author named them.
    """
    document_language, published = reading.document.language, reading.document.date
    if evidence:
        published = reading.document.published(reading.document.sentences[evidence[0]].start)
    mine = Held.read([(claim, language)], published=published)
    shown = Held.read([_in_own_language(number, reading) for number in evidence], published=published)
    held = shown
    if not all(map(shown.has, mine.facts)):
        held = Held.read([(form, document_language) for form in reading.sentences], published=published)
    names = check_names_by_form(
        claim,
        language=language,
        evidence=shown.index,
        document=document,
        source_language=document_language,
    )
    found = [shown.has(fact) for fact in mine.facts] + [name.found == "in_span" for name in names]
    is_its_place = 2 * sum(found) > len(found) - 1  # most of the rest
    findings = [_find(fact, own=mine, shown=shown, held=held, is_its_place=is_its_place) for fact in mine.facts]
    checks = (*(one.check(named=named) for one in findings), *names)
    refused = _refused(findings, document, named=named, is_its_place=is_its_place)
    if refused is not None:
        return Translated(verdict=refused[0], reason=refused[1], checks=checks, score=IN_CONFLICT)
    reason = _unsaid(language, document_language, findings)
    return Translated(verdict="unchecked", reason=reason, checks=checks, score=_OPEN)


def evidence_by_value(claim: CanonicalText, reading: DocumentReading) -> list[int]:
    """The sentences that hold most of a claim's values and names, in order; none where none holds any."""
    keys = {token.key for token in claim.tokens if token.kind not in ("mark", "quote") and _is_rare(token)}
    shared = [(len(keys.intersection(form.keys)), -number) for number, form in enumerate(reading.sentences)]
    best = sorted((one for one in shared if one[0]), reverse=True)[:_MOST_EVIDENCE]
    return sorted(-number for _, number in best)


def _is_rare(token: Token) -> bool:
    """Whether it is a value or a word with a capital: other words of two languages are alike by chance."""
    return token.kind != "word" or token.capitalized


def _in_own_language(number: int, reading: DocumentReading) -> tuple[CanonicalText, str]:
    """A sentence of the source, read in its language, which may be another than that of most."""
    form, most = reading.sentences[number], reading.document.language
    own = claim_language(form.text, source=most)
    return (form, most) if own == most else (reading.read(form.text, language=own), own)


def _find(fact: Fact, *, own: Held, shown: Held, held: Held, is_its_place: bool) -> _Finding:
    """What is found of a value; where the source has it elsewhere, the evidence must be what the claim speaks of.

    That is told by what else of the claim the evidence has: a careless judge names any sentence.
    """
    in_evidence = shown.has(fact)
    # A day that stands elsewhere may be meant: "on Wednesday" is one of the dates of its text.
    is_elsewhere = held.has(fact) and (isinstance(fact.value, Date) or not is_its_place)
    may_differ = not in_evidence and not is_elsewhere
    return _Finding(
        fact=fact,
        in_evidence=in_evidence,
        in_document=in_evidence or held.has(fact),
        instead=rival(fact, claim=own, evidence=shown) if may_differ else None,
    )


def _refused(
    findings: Sequence[_Finding], document: FactIndex, *, named: bool, is_its_place: bool
) -> tuple[Verdict, str] | None:
    """Why a claim cannot hold: a value in conflict, or one that stands nowhere, where nobody named what it rests on."""
    for one in findings:
        if one.instead is not None and named:
            return "contradicted", f"the source says “{one.instead.item}”, not “{one.fact.item}”"
    for one in findings:
        has_another = one.instead is not None and is_its_place
        if not named and not one.in_document and (has_another or _must_be_written(one, document)):
            has = f", which has “{one.instead.item}”" if one.instead else ""
            return "not_stated", f"the {one.kind} “{one.fact.item}” stands nowhere in the source{has}"
    return None


def _must_be_written(one: _Finding, document: FactIndex) -> bool:
    """Whether a value can only be there if it is written: no day behind "last week", and no count of what is named."""
    if document.relative or isinstance(one.fact.value, Weekday | Time):
        return False
    if isinstance(one.fact.value, Date):
        return not document.two_ways
    return one.fact.in_figures and len(one.fact.item) > 1 and not one.fact.hedged


def _unsaid(language: str, source_language: str, findings: Sequence[_Finding]) -> str:
    """That words of two languages cannot be compared, and which values the source does not have in figures."""
    mine, theirs = name_of(language) or "another language", name_of(source_language) or "another language"
    unfound = [f"“{one.fact.item}”" for one in findings if not one.in_document]
    without = f", and no value was found there for {', '.join(unfound)}" if unfound else ""
    return f"the claim is in {mine}, the source in {theirs}: no code can say whether the one says the other{without}"
