"""A fact before and after it is checked.

A stage drafts `DraftedFact(statement, cited)`; the verifier's verdict makes a `CheckedFact(statement, verdict,
evidence)` of it, and its `outcome` says what became of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from summarizer.fragments.claims import shown_claim
from summarizer.fragments.shown import Shown
from summarizer.text.span import Span
from summarizer.verification.verdict import CheckedClaim

Outcome = Literal["ticked", "surplus", "merged", "refused"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftedFact:
    """A fact as a model or the extractive engine wrote it; not checked yet.

    `cited` are the spans of the sentences that it is to stand on, the one that decides first; `importance` is in 0..1.
    """

    id: str
    chunk_id: str
    statement: str
    cited: tuple[Span, ...]
    importance: float


class CheckedFact(CheckedClaim):
    """A drafted fact, checked, and what became of it.

    `outcome == "ticked"` for the key facts; `"surplus"` for a supported fact beyond `max_facts`; `"merged"` for one
    that says the same as another (named in `reason`); `"refused"` for one that was not supported:
    `(outcome == "refused") == (verdict != "supported")`. `drafted` is the statement as first written, before a repair.
    `importance` is in 0..1.
    """

    drafted: str
    importance: Annotated[float, Field(ge=0, le=1)]
    outcome: Outcome

    def _shown(self) -> Shown:
        return shown_claim(self, became=self.outcome, drafted=self.drafted)

    def _in_brief(self) -> str:
        return f"{self.outcome}, {super()._in_brief()}"
