"""Facts in the order of who saw them: importance, then the place given; crowding decides between equals alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from made import evidence, fact

from summarizer.document.document import Document
from summarizer.facts.fact import CheckedFact
from summarizer.facts.rank import rank_facts

SENTENCES = [f"Sentence number {n} of the article says something of its own." for n in range(30)]
ARTICLE = Document.of(" ".join(SENTENCES))


def at(place: int, fact_id: str, importance: float = 0.6) -> CheckedFact:
    """A fact that a sentence of the article decides."""
    return fact(fact_id, fact_id, evidence(ARTICLE, SENTENCES[place]), importance=importance)


def ranked(facts: list[CheckedFact], order: tuple[str, ...] = ()) -> list[str]:
    """The ids of facts, best first."""
    return [one.id for one in rank_facts(facts, document=ARTICLE, order=order)]


def test_importance_comes_first() -> None:
    """The more important fact stands first, wherever both stand in the document and in their chunk."""
    assert ranked([at(0, "c1.1", 0.2), at(29, "c1.2", 1.0)]) == ["c1.2", "c1.1"]


def test_the_place_that_the_writer_gave_decides_between_equals() -> None:
    """Who gave the end of the text before its beginning meant it, however crowded the end is."""
    facts = [at(29, "c1.1"), at(28, "c1.2"), at(27, "c1.3"), at(0, "c1.4")]
    assert ranked(facts) == ["c1.1", "c1.2", "c1.3", "c1.4"]


def test_crowding_breaks_ties_between_chunks() -> None:
    """Of the firsts of several chunks one from an untouched stretch goes before a second from the same one."""
    assert ranked([at(0, "c1.1"), at(1, "c2.1"), at(2, "c3.1"), at(15, "c4.1")]) == ["c1.1", "c4.1", "c2.1", "c3.1"]


def test_what_is_alike_in_all_stands_as_in_the_document() -> None:
    """Whatever the order in which facts of one importance came from their chunks, the text's own order holds."""
    assert ranked([at(25, "c3.1"), at(14, "c2.1"), at(3, "c1.1")]) == ["c1.1", "c2.1", "c3.1"]


def test_an_order_over_all_chunks_comes_before_importance() -> None:
    """Who saw the facts of all chunks orders them; what they passed over follows by its importance."""
    facts = [at(0, "c1.1", 1.0), at(1, "c1.2", 0.8), at(20, "c2.1", 0.2), at(21, "c2.2", 0.4)]
    assert ranked(facts, ("c2.1", "gone", "c1.2")) == ["c2.1", "c1.2", "c1.1", "c2.2"]


@given(st.lists(st.tuples(st.integers(0, 29), st.integers(1, 3), st.integers(1, 5)), max_size=12))
def test_every_fact_comes_back_once_and_importance_falls(drawn: list[tuple[int, int, int]]) -> None:
    """Ranking drops nothing, and no fact stands behind a less important one, nor behind one given later beside it."""
    facts = [at(place, f"c{chunk}.{n}", weight / 5) for n, (place, chunk, weight) in enumerate(drawn)]
    found = rank_facts(facts, document=ARTICLE)
    assert sorted(one.id for one in found) == sorted(one.id for one in facts)
    weights = [one.importance for one in found]
    assert weights == sorted(weights, reverse=True)
    for chunk in {one.id.partition(".")[0] for one in facts}:
        for weight in set(weights):
            alike = [
                int(one.id.partition(".")[2])
                for one in found
                if one.id.startswith(f"{chunk}.") and one.importance == weight
            ]
            assert alike == sorted(alike)
