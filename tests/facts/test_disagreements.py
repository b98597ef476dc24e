"""Where sources disagree, and where they only seem to."""

from __future__ import annotations

import pytest
from made import evidence, fact

from summarizer.document.document import Document
from summarizer.document.sources.article import articles_of
from summarizer.document.sources.join import joined
from summarizer.facts.disagreements import Disagreement, disagreements_of


def found(one: str, other: str, *, more: str = "") -> list[tuple[str, str, str]]:
    """How two sources disagree, of which each says one sentence and the second `more`."""
    document = joined(articles_of([one, f"{other} {more}"]))
    facts = [fact("a", one, evidence(document, one)), fact("b", other, evidence(document, other))]
    return [(one.kind, *one.what) for one in disagreements_of(facts, document=document)]


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [
        (
            "About 17,500 vehicles use the bridge on a working day.",
            "About 21,000 vehicles use the bridge on a working day.",
            ("number", "17,500", "21,000"),
        ),
        (
            "Some 17,500 vehicles use the Kessel Bridge on a working day.",
            "According to the council 21,000 vehicles cross the Kessel Bridge on a working day.",
            ("number", "17,500", "21,000"),
        ),
        (
            "The council's leader, Derek Amory, put the cost of the repair at about £2.2m.",
            "The repair is likely to cost £3.1m, the council's leader, Derek Amory, said.",
            ("number", "£2.2m", "£3.1m"),
        ),
        (
            "The county was warned of rust in 2022.",
            "The county was not warned of rust in 2022.",
            ("negation", "", "not"),
        ),
        (
            "The repair was done by Bowen Tait.",
            "The repair was done by Marle University.",
            ("name", "Bowen Tait", "Marle University"),
        ),
        ("Sales rose to 4.2 million euros.", "Sales fell to 4.2 million euros.", ("direction", "rose", "fell")),
        (
            "The Kessel Bridge was closed on 11 March 2025.",
            "The Kessel Bridge was closed on 12 March 2025.",
            ("date", "11 March 2025", "12 March 2025"),
        ),
        (
            "Two sailors died in the fire.",
            "Three sailors died in the fire, the coastguard said.",
            ("number", "Two", "Three"),
        ),
    ],
)
def test_sources_that_disagree(one: str, other: str, difference: tuple[str, str, str]) -> None:
    """In a value, a name, a negation or a direction, with what each of them says."""
    assert found(one, other) == [difference]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Repairs will cost £2.2m.", "Repairs will cost 2.2 million pounds."),
        ("Bowen Tait employs 40 engineers.", "Bowen Tait hired 12 engineers."),
        ("The school in Kessel near Dunmere has 210 pupils.", "The school in Kessel near Dunmere has 14 teachers."),
        (
            "The council's leader said that the girders were fair.",
            "The opposition's leader said that the girders were bad.",
        ),
        ("Anna Voss said that the girders were fair.", "Tom Roe said that the girders were fair."),
        ("The bridge was shut on 11 March 2025.", "The school was shut on 12 March 2025."),
        ("The bridge is to be closed for three weeks.", "The bridge is to be closed for at least three weeks."),
        (
            "About 2,000 people came to the fair in Kessel on Friday.",
            "2,004 people came to the fair in Kessel on Friday.",
        ),
    ],
)
def test_sources_that_do_not(one: str, other: str) -> None:
    """The same value in another form, or something else of the same people."""
    assert found(one, other) == []


def test_a_value_that_the_other_source_has_too_is_no_disagreement() -> None:
    """Of 210 pupils 70 live elsewhere: who says both disagrees with neither."""
    one = "The school in Kessel near Dunmere has 210 pupils."
    other = "The school in Kessel near Dunmere has 70 pupils from the north."
    assert found(one, other) == [("number", "210", "70")]
    assert found(one, other, more="The school in Kessel has 210 pupils in all.") == []


def test_only_supported_facts_of_different_sources_are_compared() -> None:
    """Two facts of one source, a fact of both, and one that was refused disagree with nobody."""
    one, two, three = (
        "Two sailors died in the fire.",
        "Three sailors died in the fire.",
        "Four sailors died in the fire.",
    )
    document = joined(articles_of([f"{one} {two}", three]))
    facts = [fact("a", one, evidence(document, one)), fact("b", two, evidence(document, two))]
    assert disagreements_of(facts, document=document) == ()
    both = fact("c", three, evidence(document, one), evidence(document, three))
    refused = fact("d", three, evidence(document, three), verdict="not_stated", outcome="refused")
    assert disagreements_of([*facts, both, refused], document=document) == ()
    third = fact("e", three, evidence(document, three))
    assert disagreements_of([facts[0], third], document=document) == (
        Disagreement(fact_ids=("a", "e"), what=("Two", "Four"), kind="number"),
    )
    alone = Document.of(f"{one} {three}")
    assert disagreements_of([facts[0], third], document=alone) == ()
