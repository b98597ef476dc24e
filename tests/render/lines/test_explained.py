"""One fact is explained with all that is known of it."""

from __future__ import annotations

import pytest

from summarizer.facts.fact import CheckedFact
from summarizer.render.lines.explained import explanation_of
from summarizer.render.lines.sheet import Sheet
from summarizer.render.wrapping import columns
from summarizer.text.span import Evidence
from summarizer.verification.verdict import Assertion, Check

TEXT = (
    "The council met on Monday. The mill at Brenta, which had stood for 140 years, closed in 2021. "
    "Nobody was hurt, and the owner has said nothing yet. \x1b[2JMore follows in the evening edition of the paper."
)
START = TEXT.index("The mill")
PLACE = Evidence(start=START, end=TEXT.index(" Nobody"), text=TEXT[START : TEXT.index(" Nobody")])
FACT = CheckedFact(
    id="c1.2",
    statement="The mill at Brenta closed in 2021.",
    drafted="The old mill at Brenta closed in 2021.",
    verdict="supported",
    evidence=(PLACE,),
    checks=(
        Check(kind="number", item="2021", found="in_span", passed=True),
        Check(kind="name", item="Brenta", found="absent", passed=False, note="the article has \x1b[31mBrento"),
        Check(kind="negation", item="not", found="in_document", passed=False, conflict=True),
    ),
    assertions=(
        Assertion(text="The mill closed in 2021", relation="entailed", evidence=(PLACE,)),
        Assertion(text="The mill was old", relation="not_stated"),
        Assertion(text="It closed in May", relation="contradicted"),
    ),
    decided_by="judge",
    reason="every assertion is entailed",
    score=0.93,
    importance=0.8,
    outcome="ticked",
)


def explained(fact: CheckedFact = FACT, *, width: int = 80, text: str | None = TEXT) -> str:
    """The explanation, as one text."""
    lines = explanation_of(
        fact, title="Fact 2 of 3", text=text, place_of=lambda e: f"{e.start}–{e.end}, page 4", sheet=Sheet(width=width)
    )
    assert all(columns(line) <= width for line in lines)
    return "\n".join(lines)


def test_all_that_is_known_is_there() -> None:
    """Draft and edit, who decided, the place with what stands around it, each check, each assertion."""
    said = explained()
    assert said.startswith("Fact 2 of 3\n───────────\n✓ The mill at Brenta closed in 2021.\n")
    for part in (
        "drafted as: The old mill at Brenta closed in 2021.",
        "the edit: The [-old-] mill",
        "decided by the judge · score 0.93 · importance 0.80 · c1.2",
        f"1. {START}–{PLACE.end}, page 4",
        "    The council met on Monday.\n  > The mill at Brenta, which had",
        "    Nobody was hurt",
        "✓ number “2021” in the evidence",
        "? name “Brenta” nowhere in the article: the article has",
        "✗ negation “not” only elsewhere in the article",
        "✓ The mill closed in 2021: the article says so",
        "? The mill was old: the article does not say",
        "✗ It closed in May: the article says otherwise",
    ):
        assert part in said


@pytest.mark.parametrize("width", [40, 57, 100])
def test_no_text_of_others_drives_the_terminal(width: int) -> None:
    """Control characters of the article, the draft and the notes are shown as such."""
    hostile = FACT.model_copy(update={"statement": "It closed\x1b]0;x\x07.", "reason": "so\r\n✓ forged"})
    assert not {"\x1b", "\x07", "\r"} & set(explained(hostile, width=width))


def test_what_is_not_known_is_left_out() -> None:
    """Without text, evidence, checks or judge no heading stands alone; a fact that is not ticked says why."""
    bare = FACT.model_copy(
        update={
            "evidence": (),
            "checks": (),
            "assertions": (),
            "drafted": FACT.statement,
            "verdict": "unchecked",
            "decided_by": None,
            "outcome": "refused",
            "reason": "no judge was asked",
        }
    )
    assert explained(bare, text=None).split("\n")[2:] == [
        "? The mill at Brenta closed in 2021.",
        "  unchecked: no judge was asked",
        "  nobody could decide it · score 0.93 · importance 0.80 · c1.2",
    ]
    assert "\n    " not in explained(text=None)
