"""Which parts a long summary has, and from which facts each is written."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.document import Document
from summarizer.facts.arrange import Arrangement, FactGroup
from summarizer.facts.fact import DraftedFact
from summarizer.summary.outline import outline
from summarizer.summary.parts import SummaryPart
from summarizer.summary.size import SummarySize, size_of

CHAPTERS = ("The flood", "The **new** dam", "The vote", "Costs")
TEXT = "# A town and its river\n\n" + "\n\n".join(
    f"## {title}\n\n" + " ".join(f"Sentence {n} of part {part} says so." for n in range(5))
    for part, title in enumerate(CHAPTERS)
)
DOCUMENT = Document.of(TEXT, format="markdown")
PLAIN = Document.of(" ".join(f"Sentence {n} of the text says so." for n in range(20)))
SIZE = SummarySize(sentences=16, sections=3)
NOTHING = Arrangement(same={}, updated={})


def facts_of(document: Document, weights: list[int] | None = None) -> list[DraftedFact]:
    """A fact for each sentence that says so, in the order of the text, with weights of 1 to 5."""
    spans = [one.body for one in document.sentences if one.body.of(document.text).endswith("so.")]
    given = weights or [3] * len(spans)
    return [
        DraftedFact(id=f"f{n}", chunk_id="c1", statement=str(n), cited=(span,), importance=weight / 5)
        for n, (span, weight) in enumerate(zip(spans, given, strict=False))
    ]


def ids(part: SummaryPart) -> list[str]:
    """The facts of a part."""
    return [fact.id for fact in part.facts]


def test_sections_come_from_the_texts_own_headings() -> None:
    """About as many as are wanted are used as they are, in readable words, the weightiest of them in their order."""
    weights = [1] * 5 + [5] * 5 + [4] * 5 + [5] * 5
    lead, *sections = outline(facts_of(DOCUMENT, weights), arrangement=NOTHING, document=DOCUMENT, size=SIZE)
    assert lead.kind == "lead"
    assert [part.title for part in sections] == ["The new dam", "The vote", "Costs"]
    assert all(part.kind == "section" for part in sections)
    assert set(ids(sections[0])) <= {f"f{n}" for n in range(5, 10)}


def test_a_heading_over_one_fact_is_no_section() -> None:
    """Its fact may stand in the lead; a section has two or more."""
    facts = [fact for fact in facts_of(DOCUMENT) if fact.id not in {"f6", "f7", "f8", "f9"}]
    _, *sections = outline(facts, arrangement=NOTHING, document=DOCUMENT, size=SIZE)
    assert [part.title for part in sections] == ["The flood", "The vote", "Costs"]


def test_numbers_alone_are_no_titles() -> None:
    """Where headings read "Chapter 1" and "Chapter 2", the groups of the arrangement are told."""
    numbered = TEXT
    for number, title in enumerate(CHAPTERS, start=1):
        numbered = numbered.replace(title, f"Chapter {number}")
    document = Document.of(numbered, format="markdown")
    arrangement = Arrangement(
        same={},
        updated={},
        groups=(FactGroup(title="Water", fact_ids=("f7", "f1")), FactGroup(title="Money", fact_ids=("f9", "f11"))),
    )
    parts = outline(facts_of(document), arrangement=arrangement, document=document, size=SIZE)
    assert [(part.title, ids(part)) for part in parts[1:]] == [("Water", ["f7", "f1"]), ("Money", ["f9", "f11"])]


def test_a_text_without_headings_is_told_in_the_groups_of_its_arrangement() -> None:
    """Groups of one fact that holds, or of none, are no section."""
    groups = (
        FactGroup(title="Gone", fact_ids=("x", "y")),
        FactGroup(title="One", fact_ids=("f3", "x")),
        FactGroup(title="Two", fact_ids=("f4", "f2")),
    )
    arrangement = Arrangement(same={}, updated={}, groups=groups)
    parts = outline(facts_of(PLAIN), arrangement=arrangement, document=PLAIN, size=SIZE)
    assert [(part.title, ids(part)) for part in parts[1:]] == [("Two", ["f4", "f2"])]


def test_without_an_arrangement_or_headings_there_is_a_lead_alone() -> None:
    """It has all the sentences that a lead may have, and the facts that weigh most, in the order of the text."""
    weights = [1] * 14 + [5] * 6
    (lead,) = outline(facts_of(PLAIN, weights), arrangement=NOTHING, document=PLAIN, size=SIZE)
    assert lead.sentences == 6
    assert {f"f{n}" for n in range(14, 20)} <= set(ids(lead))
    assert ids(lead) == sorted(ids(lead), key=lambda one: int(one[1:]))
    assert lead.first == "f14"


def test_the_lead_opens_with_what_the_arrangement_puts_first() -> None:
    """The order over the whole text comes before the weights that single parts gave."""
    arrangement = Arrangement(same={}, updated={}, order=("x", "f18", "f2"))
    (lead,) = outline(facts_of(PLAIN, [5] * 20), arrangement=arrangement, document=PLAIN, size=SIZE)
    assert lead.first == "f18"
    assert {"f18", "f2"} <= set(ids(lead))


def test_a_short_summary_has_a_short_lead() -> None:
    """No more sentences are asked for than the whole may have."""
    (lead,) = outline(facts_of(PLAIN), arrangement=NOTHING, document=PLAIN, size=SummarySize(sentences=2, sections=0))
    assert lead.sentences == 2


@given(
    st.sampled_from([DOCUMENT, PLAIN]),
    st.lists(st.integers(1, 5), min_size=1, max_size=20),
    st.lists(st.lists(st.sampled_from([f"f{n}" for n in range(22)]), unique=True, max_size=6), max_size=5),
    st.permutations([f"f{n}" for n in range(22)]),
    st.integers(50, 200_000),
)
def test_every_part_has_facts_to_be_written_from(
    document: Document, weights: list[int], groups: list[list[str]], order: list[str], words: int
) -> None:
    """The lead one or more and its first among them, a section two or more; no fact is invented or twice in a part."""
    facts = facts_of(document, weights)
    arrangement = Arrangement(
        same={},
        updated={},
        order=tuple(order[:5]),
        groups=tuple(FactGroup(title=f"G{n}", fact_ids=tuple(group)) for n, group in enumerate(groups)),
    )
    size = size_of(words, length="medium")
    lead, *sections = outline(facts, arrangement=arrangement, document=document, size=size)
    assert lead.first in ids(lead)
    assert all(len(part.facts) >= 2 for part in sections)
    assert len(sections) <= size.sections
    for part in (lead, *sections):
        assert len(set(ids(part))) == len(part.facts)
        assert set(ids(part)) <= {fact.id for fact in facts}
        assert part.sentences >= 2
    # "About": each part's share is rounded by itself.
    assert sum(part.sentences for part in (lead, *sections)) <= size.sentences + len(sections)
