r"""A claim that was checked shows itself: what was found of it, why, and the words of the source that decide.

shown_claim(claim).markdown()  ->  "**✗ contradicted:** The port closes in June.\n\nthe source says May\n\n> …"
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

from summarizer.fragments.cell import cell
from summarizer.fragments.elements import Html, tag
from summarizer.fragments.markdown_signs import for_notebook, inline
from summarizer.fragments.places import place_in, place_markdown, shortened
from summarizer.fragments.shown import Shown
from summarizer.fragments.statements import SIGNS, TONES, Said, statement_html

_TEXT: Final = 600
_WHY: Final = 600
_PLACES: Final = 3
_ASSERTED: Final = 8


class ShownPlace(Protocol):
    """Words of a source; an `Evidence` is one."""

    @property
    def start(self) -> int:
        """Where they begin."""

    @property
    def end(self) -> int:
        """One past their end."""

    @property
    def text(self) -> str:
        """They themselves."""


class ShownAssertion(Protocol):
    """One thing that a claim asserts."""

    @property
    def text(self) -> str:
        """What it is."""

    @property
    def relation(self) -> str:
        """What the source says of it."""


class ShownClaim(Protocol):
    """What is shown of a claim; a `CheckedClaim` is one."""

    @property
    def statement(self) -> str:
        """What it says."""

    @property
    def verdict(self) -> str:
        """What was found."""

    @property
    def reason(self) -> str:
        """Why."""

    @property
    def evidence(self) -> Sequence[ShownPlace]:
        """Where the source speaks of it."""

    @property
    def assertions(self) -> Sequence[ShownAssertion]:
        """What a judge found it to assert."""

    @property
    def decided_by(self) -> str | None:
        """Who decided."""

    @property
    def score(self) -> float:
        """How probable its support is."""


def shown_claim(claim: ShownClaim, *, became: str = "", drafted: str = "") -> Shown:
    """How a notebook shows one claim.

    Args:
        claim: any.
        became: what became of it, where that is not its verdict: "merged".
        drafted: what was written before a repair.
    """
    word = claim.verdict.replace("_", " ")
    said = Said(
        text=claim.statement,
        sign=SIGNS.get(claim.verdict, "?"),
        tone=TONES.get(claim.verdict, "open"),
        word=word if became in ("", "ticked", "refused") else f"{word}, {became}",
        why=_why(claim, drafted=drafted),
        places=tuple(place_in(None, one.start, one.end, words=one.text) for one in claim.evidence[:_PLACES]),
    )
    return Shown(
        markdown=lambda: _markdown(said, claim.assertions),
        html=lambda: _html(said, claim),
        all_of_it="print(claim.model_dump_json(indent=2))",
    )


def _why(claim: ShownClaim, *, drafted: str) -> str:
    repaired = f"repaired; first written: {drafted}" if drafted not in ("", claim.statement) else ""
    return "; ".join(filter(None, (claim.reason, repaired)))


def _html(said: Said, claim: ShownClaim) -> Html:
    failed = [one for one in claim.assertions if one.relation != "entailed"]
    asserted = [
        tag("li", f"{one.relation.replace('_', ' ')}: {shortened(one.text, most=_WHY)}", class_="summarizer-why")
        for one in failed[:_ASSERTED]
    ]
    deciders = {"verbatim": "word for word", "rule": "by rules", "judge": "by a judge"}
    by = f"decided {deciders[claim.decided_by]}" if claim.decided_by in deciders else "nobody could decide"
    return cell(
        tag("ul", statement_html(said, open_=True), class_="summarizer-alone"),
        tag("ul", *asserted) if asserted else None,
        tag("p", f"{by} · support {claim.score:.0%}", class_="summarizer-foot"),
    )


def _markdown(said: Said, assertions: Sequence[ShownAssertion]) -> str:
    blocks = [f"**{said.sign} {said.word}:** {inline(shortened(said.text, most=_TEXT))}"]
    blocks += [inline(shortened(said.why, most=_WHY))] if said.why else []
    failed = [one for one in assertions if one.relation != "entailed"][:_ASSERTED]
    blocks += ["\n".join(f"- {one.relation.replace('_', ' ')}: {inline(one.text)}" for one in failed)] if failed else []
    blocks += [place_markdown(place) for place in said.places]
    return for_notebook(blocks)
