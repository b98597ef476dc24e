"""Orders facts as their writer did: by importance, then by the place that they were given; crowding breaks ties only.

Of two facts of one importance that two chunks give as their first, the one from the emptier stretch comes first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from summarizer.document.document import Document
from summarizer.facts.fact import CheckedFact

# A sixth of the document is about what a reader takes for "the same corner" of an article of six facts.
_STRETCHES = 6


def rank_facts(
    facts: Sequence[CheckedFact], *, document: Document, order: Sequence[str] = ()
) -> tuple[CheckedFact, ...]:
    """All the facts, best first: `sorted(result, key=id) == sorted(facts, key=id)`.

    A model that has seen the whole knows best what a reader must know first. Where facts of several chunks are alike in
    importance and in the place that their chunk gave them, the one whose deciding sentence stands in the stretch of the
    document with fewer facts chosen comes first, then what stands first in the document.

    Args:
        facts: supported facts in the order in which their writer gave them, no two of which say the same.
        document: whose facts they are.
        order: ids of facts in the order of somebody who saw all of them; these come first.
    """
    length = max(len(document.text), 1)
    left = sorted(facts, key=lambda fact: fact.evidence[0].start)
    given = _places_given(facts)
    place = {fact_id: number for number, fact_id in enumerate(order)}
    stretch_of = {fact.id: fact.evidence[0].start * _STRETCHES // length for fact in left}
    chosen_from: Counter[int] = Counter()
    ranked = []
    while left:
        best = min(
            left,
            key=lambda fact: (
                place.get(fact.id, len(place)),
                -fact.importance,
                given[fact.id],
                chosen_from[stretch_of[fact.id]],
            ),
        )
        left.remove(best)
        ranked.append(best)
        chosen_from[stretch_of[best.id]] += 1
    return tuple(ranked)


def _places_given(facts: Sequence[CheckedFact]) -> dict[str, int]:
    """The place of each fact among those of its chunk: `c3.2` and `c1.2` are the second of theirs."""
    seen: Counter[str] = Counter()
    places: dict[str, int] = {}
    for fact in facts:
        chunk_id = fact.id.rpartition(".")[0]
        places[fact.id] = seen[chunk_id]
        seen[chunk_id] += 1
    return places
