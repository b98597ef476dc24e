"""What code alone can say of a claim: stated, contradicted, not stated, or open to a judge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from summarizer.text.anaphora import is_anaphoric
from summarizer.text.span import Evidence, Span
from summarizer.verification.evidence.search import Index
from summarizer.verification.reading.canonical_text import CanonicalText
from summarizer.verification.reading.fact_index import FactIndex
from summarizer.verification.reading.names import initials_of
from summarizer.verification.rules.alignment import MATCHING, Comparison, Difference, compare
from summarizer.verification.rules.antecedents import same_antecedent
from summarizer.verification.rules.checks.check_rule import CheckRule
from summarizer.verification.rules.checks.context import CheckContext
from summarizer.verification.rules.checks.registry import CHECK_RULES, checks_of
from summarizer.verification.rules.statements import Statement, Statements
from summarizer.verification.scoring.score import support_score
from summarizer.verification.verdict import Check, DecidedBy, Verdict

_NEAREST: Final = 2  # sentences that a claim is aligned with; the one that it changes is nearly always the first found


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What code found about a claim.

    `verdict == "supported"` implies `evidence != ()` and `all(c.passed for c in checks)`; `decided_by is None`
    exactly when the verdict is `unchecked`.

    Attributes:
        evidence: The sentences that state the claim, or that speak of what it says, in document order.
        checks: What became of every hard fact of the claim.
        reason: One line that a person can read.
        score: The probability in 0..1 that the claim is supported.
    """

    verdict: Verdict
    decided_by: DecidedBy | None
    evidence: tuple[Evidence, ...]
    checks: tuple[Check, ...]
    reason: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruler:
    """Rules on the claims about one document, which it reads once: `ruler.rule(c) == rule(c, index=ruler.index)`."""

    index: Index
    statements: Statements
    holdings: FactIndex
    initials: frozenset[str]
    check_rules: tuple[CheckRule, ...]

    @classmethod
    def of(cls, index: Index, *, check_rules: Sequence[CheckRule] = CHECK_RULES) -> Ruler:
        """The ruler of an indexed document.

        Args:
            index: The document's index.
            check_rules: What is checked of every claim.
        """
        statements = Statements.of(index.document)
        return cls(
            index=index,
            statements=statements,
            holdings=FactIndex.of(statements.canons),
            initials=initials_of(statements.canons),
            check_rules=tuple(check_rules),
        )

    def rule(self, claim: str, *, cited: Sequence[Span] = (), before: str = "") -> Ruling:
        """What code alone can say of a claim that stands behind another sentence or alone; see `rule`."""
        mine = self.statements.read(claim)
        named = self._sentences(cited)
        stated = self.statements.find(mine, first=named)
        document = self.index.document
        if stated and self._meant(claim, before=before, stated=stated):
            return self._supported(mine, stated)
        found = sorted({*named, *self.index.evidence_set(claim)})
        nearest = self._nearest(mine, found)
        # Where evidence was named, a number or date that only other sentences hold is not what it rests on.
        checks = self._checks(mine, named or found, nearest[0] if nearest else None)
        verdict, reason = _against(nearest, checks, self.holdings) if stated is None else _ELSEWHERE
        return Ruling(
            verdict=verdict,
            decided_by=None if verdict == "unchecked" else "rule",
            evidence=tuple(Evidence.cut(document.text, self.statements.span(i, i)) for i in found),
            checks=checks,
            reason=reason,
            score=support_score(claim, index=self.index, sentences=found, checks=checks),
        )

    def _meant(self, claim: str, *, before: str, stated: Statement) -> bool:
        """True unless a claim speaks of somebody before it, and of another than the source, or of one made up."""
        if not before or not is_anaphoric(claim, self.index.document.language):
            return True
        known = same_antecedent(claim, before=before, document=self.index.document, sentence=stated.first)
        return known and self.rule(before).verdict not in ("contradicted", "not_stated")

    def _sentences(self, cited: Sequence[Span]) -> list[int]:
        """The sentences that the cited spans touch."""
        return sorted({index for span in cited for index in self.index.document.sentences_in(span)})

    def _supported(self, claim: CanonicalText, stated: Statement) -> Ruling:
        checks = self._checks(claim, range(stated.first, stated.last + 1), None)
        place = self.statements.span(stated.first, stated.last)
        return Ruling(
            verdict="supported",
            decided_by="verbatim" if stated.verbatim else "rule",
            evidence=(Evidence.cut(self.index.document.text, place),),
            checks=tuple(check for check in checks if check.passed),
            reason="the source says this word for word"
            if stated.verbatim
            else "the source says the same, written differently",
            score=1.0,
        )

    def _checks(self, claim: CanonicalText, sentences: Sequence[int], nearest: Comparison | None) -> tuple[Check, ...]:
        """The checks of a claim against the sentences that it rests on."""
        document = self.index.document
        context = CheckContext(
            evidence=FactIndex.of([self.statements.canons[i] for i in sentences]),
            document=self.holdings,
            initials=self.initials,
            stems=self.index.postings.keys(),
            language=document.language,
            published=document.date,
            nearest=nearest,
        )
        return checks_of(claim, context, rules=self.check_rules)

    def _nearest(self, mine: CanonicalText, sentences: Sequence[int]) -> list[Comparison]:
        """The claim beside those of its evidence sentences that share most tokens with it, best first."""
        keys = set(mine.keys)
        forms = [self.statements.canons[number] for number in sentences]
        forms.sort(key=lambda form: -len(keys.intersection(form.keys)) / (len(keys) + len(form.keys) or 1))
        compared = [compare(mine, form, language=self.index.document.language) for form in forms[:_NEAREST]]
        return sorted(compared, key=lambda one: -(one.covered + one.whole))


def rule(claim: str, *, index: Index, cited: Sequence[Span] = ()) -> Ruling:
    """Rule on one claim with code alone; for several about one document, `Ruler.of(index)` reads it only once.

    A claim is `supported` only if it equals whole sentences of the document once both are in canonical form,
    `contradicted` if it otherwise says what a sentence says and differs from it in a hard fact, `not_stated` if a
    number, name or quotation of it stands nowhere in the document, and else `unchecked`.

    Args:
        claim: One statement, of a sentence or a few.
        index: The indexed document.
        cited: Spans that a model named as evidence; looked at first, trusted in nothing.

    Returns:
        The ruling.
    """
    return Ruler.of(index).rule(claim, cited=cited)


def _against(nearest: Sequence[Comparison], checks: Sequence[Check], document: FactIndex) -> tuple[Verdict, str]:
    """What speaks against a claim that no sentence states word for word."""
    if not any(one.covered > 0.99 for one in nearest):
        for one in nearest:
            clash = _clash(one)
            if clash is not None:
                return "contradicted", _conflict(clash)
    for check in checks:
        if check.found == "absent" and not check.passed and not check.note and _decisive(check, document):
            return "not_stated", f"{_KINDS[check.kind]} “{check.item}” stands nowhere in the source"
    failed = [check for check in checks if not check.passed]
    if failed:
        return "unchecked", f"not settled by code: {failed[0].kind} “{failed[0].item}” " + (
            failed[0].note
            or ("stands elsewhere in the source" if failed[0].found == "in_document" else "is not in the source")
        )
    return "unchecked", "no sentence of the source says this in the same words"


_ELSEWHERE: Final[tuple[Verdict, str]] = (
    "unchecked",
    "the source says these words, but not behind what stands before them here: another may be meant",
)
_KINDS: Final = {"number": "the number", "name": "the name", "quotation": "the quotation", "date": "the date"}


def _decisive(check: Check, document: FactIndex) -> bool:
    """False for what may follow from the source without being written in it."""
    if check.kind not in _KINDS:
        return False
    if check.kind == "date" and document.two_ways:
        return False
    if check.kind in ("number", "date"):
        return len(check.item) > 1 and not document.relative and not check.item.isalpha()
    return True


def _clash(one: Comparison) -> Difference | None:
    """The first hard difference of a claim that otherwise says what the sentence says, else None."""
    if one.covered < MATCHING or one.whole < MATCHING / 2:
        return None
    if any(not d.hard and d.claim and d.kind is None for d in one.differences):
        return None  # other wording besides: the hard difference may only seem one
    hard = [d for d in one.differences if d.hard]
    return hard[0] if hard else None


def _conflict(clash: Difference) -> str:
    if clash.said and clash.meant:
        return f"the source says “{clash.meant}”, not “{clash.said}”"
    if clash.meant:
        return f"the source says “{clash.meant}”, which the claim leaves out"
    return f"the source does not say “{clash.said}”"
