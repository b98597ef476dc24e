"""Orders facts: the most important first, and no corner of the article twice while another has none.

Three facts of one importance, two of them from the first paragraph, come out as: first paragraph, end, first paragraph.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from summarizer.document.document import Document
from summarizer.facts.fact import CheckedFact

# What a fact loses for each fact already chosen from its stretch: one step of the five-step importance. With it, six
# facts of an article in five stretches come from at least four when their importance differs by at most one step.
_CROWDING = 0.2
_STRETCHES = 6


def rank_facts(facts: Sequence[CheckedFact], *, document: Document) -> tuple[CheckedFact, ...]:
    """All the facts, best first: `sorted(result, key=id) == sorted(facts, key=id)`.

    Chosen one by one for importance less crowding, where crowding counts the facts already chosen from the same stretch
    of the document (a sixth of it); ties go to what stands first in the document.

    Args:
        facts: supported facts, no two of which say the same.
        document: whose facts they are.
    """
    length = max(len(document.text), 1)
    left = sorted(facts, key=lambda fact: fact.evidence[0].start)
    stretch_of = {fact.id: fact.evidence[0].start * _STRETCHES // length for fact in left}
    chosen_from: Counter[int] = Counter()
    ranked = []
    while left:
        best = max(left, key=lambda fact: fact.importance - _CROWDING * chosen_from[stretch_of[fact.id]])
        left.remove(best)
        ranked.append(best)
        chosen_from[stretch_of[best.id]] += 1
    return tuple(ranked)
