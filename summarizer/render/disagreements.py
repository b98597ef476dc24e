"""Where sources disagree, what each of them says is shown side by side, and nobody is said to be right.

sides_of(result)  ->  [(Side("herald", …), Side("gazette", …))]
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from summarizer.fragments.harmless import one_line
from summarizer.render.renderer import RenderedResult
from summarizer.render.sources import Sources
from summarizer.text.span import Evidence

DISAGREE: Final = "Where Sources Disagree"


class Side(NamedTuple):
    """What one source says: its name, its sentence in one line, and where that stands."""

    source: str
    sentence: str
    evidence: Evidence


def sides_of(result: RenderedResult) -> list[tuple[Side, Side]]:
    """The two sides of each disagreement, by the sentences of the sources that state them."""
    sources = Sources(result.document.sources)
    facts = {fact.id: fact for fact in (*result.facts, *result.rejected)}
    found = []
    for one in result.disagreements:
        first, second = (_side(facts[fact_id].evidence, sources) for fact_id in one.fact_ids)
        found.append((first, second))
    return found


def _side(evidence: Sequence[Evidence], sources: Sources) -> Side:
    deciding = evidence[0]
    return Side(", ".join(sources.names([deciding])), one_line(deciding.text), deciding)
