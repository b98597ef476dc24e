"""Where a result is about several sources, each fact names those that say so, and each place stands in its own one.

Sources(document.sources).after(fact.evidence)     ->  " (herald, gazette)"
Sources(document.sources).place(fact.evidence[0])  ->  "herald, characters 0–33"
Sources(document.sources).listed()                 ->  ["herald: Bridge shut, 2025-03-12, https://example.org/1"]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from summarizer.document.sources.origin import Origin
from summarizer.document.sources.places import origins_over, source_at
from summarizer.fragments.harmless import one_line
from summarizer.render.renderer import RenderedSource
from summarizer.text.span import Evidence


class Sources:
    """The sources of a result by their names; where there is one alone, it needs none."""

    def __init__(self, sources: Sequence[RenderedSource] = (), origins: Sequence[Origin] = ()) -> None:
        """Nothing is named yet.

        Args:
            sources: the texts that a document is joined of.
            origins: where stretches of it stand in the files that were read.
        """
        self._sources = tuple(sources) if len(sources) > 1 else ()
        self._origins = tuple(origins)

    def names(self, evidence: Iterable[Evidence]) -> tuple[str, ...]:
        """The sources that the places stand in, each once, in the order of the places; none where there is but one."""
        found = [self._of(place) for place in evidence]
        return tuple(dict.fromkeys(_name(source) for source in found if source is not None))

    def after(self, evidence: Iterable[Evidence]) -> str:
        """What follows a statement, ` (herald, gazette)` or ` (page 4)`, or nothing."""
        places = tuple(evidence)
        names = (*self.names(places), *dict.fromkeys(label for place in places for label in self.labels(place)))
        return f" ({', '.join(names)})" if names else ""

    def place(self, evidence: Evidence) -> str:
        """Where a place stands, in code points of its own source, and on which page or when, where that is known."""
        source = self._of(evidence)
        labels = "".join(f", {label}" for label in self.labels(evidence))
        if source is None:
            return f"characters {evidence.start}–{evidence.end}{labels}"
        return f"{_name(source)}, characters {evidence.start - source.start}–{evidence.end - source.start}{labels}"

    def labels(self, evidence: Evidence) -> tuple[str, ...]:
        """Where a place stands in the file that was read: "page 4", "1:12–1:15"; nothing where that is unknown."""
        here = origins_over(self._origins, evidence.span)
        return tuple(dict.fromkeys(one_line(origin.label) for origin in here if origin.label))

    def listed(self, *, words: Callable[[str], str] = one_line, address: Callable[[str], str] = one_line) -> list[str]:
        """A line for each source with what is known of it; none where there is but one.

        Args:
            words: how names, titles and dates are written.
            address: how the address is, which whoever gave the source gave with it.
        """
        lines = []
        for source in self._sources:
            date = source.date.isoformat() if source.date else ""
            known = [words(one) for one in (source.title or "", date) if one.strip()]
            known += [address(source.url)] if source.url and source.url.strip() else []
            name = words(_name(source))
            lines.append(f"{name}: {', '.join(known)}" if known else name)
        return lines

    def _of(self, place: Evidence) -> RenderedSource | None:
        return source_at(self._sources, place.start)


def _name(source: RenderedSource) -> str:
    """Its id, which alone would not be read as a source where it is a number."""
    name = one_line(source.id)
    return f"source {name}" if name.isdecimal() else name
