"""Who stands on a sentence is said behind it."""

from __future__ import annotations

from shown_pages import Parsed, places

from summarizer.render.page.content import Statement
from summarizer.render.page.source.standing_on import SUMMARY, StandingOn
from summarizer.text.span import Span

TEXT = "The port closes. It rains. Snow falls."
PORT, RAIN, BOTH = places(TEXT, "The port closes.", "It rains.", "The port closes. It rains.")


def said(name: str, *quotes: object) -> Statement:
    """A statement with these places."""
    return Statement(id=name, text=name, verdict="supported", evidence=quotes, name=f"Fact {name}")  # type: ignore[arg-type] # evidence


def test_each_that_ends_there_is_named_once() -> None:
    """Facts by number; the summary only where it stands alone."""
    standing = StandingOn([(said("f1", PORT, PORT), "1"), (said("f2", BOTH), "2"), (said("s1", RAIN, PORT), SUMMARY)])
    first = Parsed(standing.behind(Span(0, 16)) or "")
    assert first.links == ["#f1"]
    assert ("a", "aria-label", "To Fact f1") in first.attributes
    assert Parsed(standing.behind(Span(17, 26)) or "").links == ["#f2"]
    assert standing.behind(Span(27, 38)) is None
    assert standing.places == {"e0-16", "e17-26", "e0-26"}
    alone = StandingOn([(said("s1", RAIN), SUMMARY), (said("s2", RAIN), SUMMARY)])
    assert Parsed(alone.behind(Span(17, 26)) or "").links == ["#s1"]


def test_a_crowd_is_cut() -> None:
    """A click names them all."""
    crowd = [(said(f"f{number}", PORT), str(number)) for number in range(12)]
    assert len(Parsed(StandingOn(crowd).behind(Span(0, 16)) or "").links) == 6
