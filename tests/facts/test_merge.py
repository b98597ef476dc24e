"""Facts that say the same become one."""

from __future__ import annotations

import pytest
from made import check, evidence, fact

from summarizer.document.document import Document
from summarizer.document.sources.article import articles_of
from summarizer.document.sources.join import joined
from summarizer.facts.merge import merge_facts

ARTICLE = Document.of(
    """# Two mills

## Orsk mill

The Orsk mill closed in 2021. Output fell by 4 percent. It did not reopen.

## Brena mill

Output fell by 4 percent. The Brena mill beat the Orsk mill. Exports rose while imports rose.
""",
    format="markdown",
)
ORSK, BRENA = "Output fell by 4 percent. It", "Output fell by 4 percent. The"


def test_the_same_statement_becomes_one_with_all_its_evidence() -> None:
    """The same words about a named thing are one fact, and the other's evidence is kept."""
    names = (check("name", "Orsk"),)
    one = fact("a", "The Orsk mill closed in 2021.", evidence(ARTICLE, "The Orsk mill closed in 2021."), checks=names)
    two = fact("b", "The Orsk mill closed in 2021.", evidence(ARTICLE, "It did not reopen."), checks=names)
    merged = merge_facts([one, two], document=ARTICLE)
    assert [f.id for f in merged.facts] == ["a"]
    assert len(merged.facts[0].evidence) == 2
    assert [(f.id, f.outcome) for f in merged.absorbed] == [("b", "merged")]
    assert "a" in merged.absorbed[0].reason


def test_the_same_words_about_different_things_stay_two() -> None:
    """A statement that names nothing, under two headings, is about two things."""
    one = fact("a", "Output fell by 4 percent.", evidence(ARTICLE, ORSK))
    two = fact("b", "Output fell by 4 percent.", evidence(ARTICLE, BRENA))
    assert len(merge_facts([one, two], document=ARTICLE).facts) == 2


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The Brena mill beat the Orsk mill.", "The Orsk mill beat the Brena mill."),
        ("Exports rose in the year.", "Imports rose in the year."),
        ("The mill did reopen in 2021.", "The mill did not reopen in 2021."),
        ("The mill reopened.", "The mill allegedly reopened."),
        ("The mill reopened.", "The owner said the mill reopened."),
        ("Output fell by 4 percent.", "Output fell by 5 percent."),
        ("Output rose at the mill.", "Output fell at the mill."),
        (
            "The firm led the two big grid projects in the north of the country.",
            "The firm hit the two big grid projects in the north of the country.",
        ),
        ("The pipe runs from Orsk to the sea and on.", "The pipe runs to Orsk from the sea and on."),
    ],
)
def test_statements_that_differ_in_one_point_stay_two(one: str, two: str) -> None:
    """Swapped roles, another subject, a "not", a number or a direction keep two facts apart, even from one sentence."""
    place = evidence(ARTICLE, "The Brena mill beat the Orsk mill.")
    assert len(merge_facts([fact("a", one, place), fact("b", two, place)], document=ARTICLE).facts) == 2


def test_the_place_that_decides_stays_first() -> None:
    """Of two facts made one, the kept one's deciding sentence leads, though the other's is earlier in the text."""
    kept = fact("a", "The Orsk mill closed in 2021.", evidence(ARTICLE, "It did not reopen."), importance=0.4)
    early = evidence(ARTICLE, "The Orsk mill closed in 2021.")
    other = fact("b", "The Orsk mill closed in 2021.", early, kept.evidence[0], importance=0.8)
    (one,) = merge_facts([kept, other], document=ARTICLE).facts
    assert one.evidence == (kept.evidence[0], early)
    assert one.importance == other.importance


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_from_one_sentence_the_fuller_one_stays(order: int) -> None:
    """A fact whose every word another one from the same sentence says, is merged into it, whichever came first."""
    place = evidence(ARTICLE, "The Orsk mill closed in 2021.")
    facts = [fact("less", "The Orsk mill closed.", place), fact("more", "The Orsk mill closed in 2021.", place)]
    merged = merge_facts(facts[::order], document=ARTICLE)
    assert [f.id for f in merged.facts] == ["more"]
    assert [f.id for f in merged.absorbed] == ["less"]


def test_articles_do_not_make_two() -> None:
    """Two statements that differ in "the" alone are one."""
    place = evidence(ARTICLE, "The Orsk mill closed in 2021.")
    one = fact("a", "The Orsk mill on the river closed down for good in 2021.", place)
    two = fact("b", "Orsk mill on the river closed down for good in 2021.", place)
    assert len(merge_facts([one, two], document=ARTICLE).facts) == 1


def test_nothing_is_lost() -> None:
    """Every fact comes back, kept or absorbed."""
    place = evidence(ARTICLE, "The Orsk mill closed in 2021.")
    facts = [fact(str(i), f"The mill closed {i % 3} times.", place) for i in range(9)]
    merged = merge_facts(facts, document=ARTICLE)
    assert sorted(f.id for f in (*merged.facts, *merged.absorbed)) == sorted(f.id for f in facts)
    assert len(merged.facts) == 3


def test_facts_are_compared_by_the_cues_of_the_language_that_they_are_in() -> None:
    """In German "nicht" denies, in an English text it is a word like others."""
    place = evidence(ARTICLE, "It did not reopen.")
    one = fact("a", "Der Rat hat das Tor geöffnet.", place)
    two = fact("b", "Der Rat hat das Tor nicht geöffnet.", place)
    assert len(merge_facts([one, two], document=ARTICLE, language="de").facts) == 2


def test_the_same_fact_of_two_sources_is_one_with_two_places() -> None:
    """Equal words, values and names in two sources; of one source they would need a shared place."""
    one, other = "Repairs of the Orsk mill will cost £2m.", "The repairs of the Orsk mill will cost 2 million pounds."
    document = joined(articles_of([one, other]))
    facts = [fact("a", one, evidence(document, one)), fact("b", other, evidence(document, other))]
    merged = merge_facts(facts, document=document)
    assert [f.id for f in merged.facts] == ["a"]
    assert {e.text for e in merged.facts[0].evidence} == {one, other}
    alone = Document.of(f"{one} {other}")
    apart = [fact("a", one, evidence(alone, one)), fact("b", other, evidence(alone, other))]
    assert len(merge_facts(apart, document=alone).facts) == 2


def test_sources_that_disagree_are_never_one() -> None:
    """Two values of one thing are two facts, however alike the rest is."""
    one, other = "Repairs of the Orsk mill will cost £2m.", "Repairs of the Orsk mill will cost £3m."
    document = joined(articles_of([one, other]))
    facts = [fact("a", one, evidence(document, one)), fact("b", other, evidence(document, other))]
    assert merge_facts(facts, document=document).absorbed == ()
