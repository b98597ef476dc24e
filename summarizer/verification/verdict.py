"""What a verification says: verdicts, checks, assertions."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from summarizer.fragments.brief import brief, name_of
from summarizer.fragments.claims import shown_claim
from summarizer.fragments.shown import Shown, ShowsItself
from summarizer.frozen import Frozen
from summarizer.text.span import Evidence

Verdict = Literal["supported", "partly_supported", "contradicted", "not_stated", "unchecked"]
DecidedBy = Literal["verbatim", "rule", "judge"]
Relation = Literal["entailed", "contradicted", "not_stated"]
CheckKind = Literal[
    "number",
    "date",
    "name",
    "quotation",
    "unit",
    "bound",
    "negation",
    "quantifier",
    "modality",
    "condition",
    "attribution",
    "tense",
    "person",
    "qualifier",
    "direction",
    "order",
    "case",
    "question",
    "splice",
]
Outcome = Literal["agrees", "conflict", "question"]
Found = Literal["in_span", "in_document", "absent"]


class Check(Frozen):
    """One hard fact of a statement, compared by value with the source.

    `item` is as the statement writes it. `found` says where the same value stands: in the evidence span, only
    elsewhere in the document, or nowhere. `passed` is False when code alone may not tick the statement because of it.
    `conflict` is True when no judge may either: both sides were read whole, stand in one place, and cannot be equal.
    `note` says in words what the source has instead, where that is known.
    """

    kind: CheckKind
    item: str
    found: Found
    passed: bool
    conflict: bool = False
    note: str = ""

    @property
    def outcome(self) -> Outcome:
        """How the check ended: what neither agrees nor conflicts is a question, which a judge can settle."""
        if self.conflict:
            return "conflict"
        return "agrees" if self.passed else "question"


class Assertion(Frozen):
    """One thing that a statement asserts, as the judge listed it, with the evidence that the judge named."""

    text: str
    relation: Relation
    evidence: tuple[Evidence, ...] = ()


class CheckedClaim(Frozen, ShowsItself):
    """A claim and what was found about it.

    `verdict == "supported"` implies `evidence != ()` and `not any(c.conflict for c in checks)`; a check that ended as
    a question is settled by the judge who decided.
    `decided_by` is None exactly when the verdict is `unchecked`. `score` is the probability in 0..1 that the claim is
    supported, from features that need no model.
    """

    id: str
    statement: str
    verdict: Verdict
    evidence: tuple[Evidence, ...]
    checks: tuple[Check, ...]
    assertions: tuple[Assertion, ...] = ()
    decided_by: DecidedBy | None
    reason: str
    score: Annotated[float, Field(ge=0, le=1)]

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {name_of(self.id)} {self._in_brief()}>"

    def _shown(self) -> Shown:
        return shown_claim(self)

    def _in_brief(self) -> str:
        """The verdict, the statement, who decided and where it stands; or why it does not."""
        by = f" ({self.decided_by})" if self.decided_by else ""
        at = ", ".join(f"{one.start}:{one.end}" for one in self.evidence[:2])
        more = f" and {len(self.evidence) - 2} more" if len(self.evidence) > 2 else ""
        where = f" at {at}{more}" if at else ""
        why = f", {brief(self.reason)}" if self.reason and self.verdict != "supported" else ""
        return f"{self.verdict}{by}: {brief(self.statement)}{where}{why}"
