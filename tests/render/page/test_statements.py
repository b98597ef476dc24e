"""A statement: a link to its places, with all that was found of it."""

from __future__ import annotations

from shown_pages import Parsed, places

from summarizer.fragments.elements import words
from summarizer.render.page.content import Statement
from summarizer.render.page.statements import SIGNS, Voice, how_checked, refused, said, sign
from summarizer.verification.verdict import Assertion, Check

TEXT = "The port closes on 3 May. It rains."
PORT, RAIN = places(TEXT, "The port closes on 3 May.", "It rains.")
VOICE = Voice(where=lambda place: f"page {place.start}", quote=lambda place, _: words(place.text), told_in="sv")
DATE = Check(kind="date", item="4 May", found="absent", passed=False, conflict=True, note="the source says “3 May”")
REFUSED = Statement(
    id="r1",
    text="The port closes on 4 May <b>.",
    verdict="contradicted",
    evidence=(PORT, RAIN, PORT),
    why="the source says otherwise",
    checks=(DATE, DATE, DATE.model_copy(update={"item": "port", "conflict": False, "passed": True, "note": ""})),
    assertions=(Assertion(text="it closes", relation="entailed", evidence=(RAIN,)),),
    drafted="The port shuts on 4 May.",
)


def test_a_statement_leads_to_each_of_its_places_once() -> None:
    """The words to the first, a number to each further one; the words that failed are marked."""
    page = Parsed(said(REFUSED, kind="x"))
    assert page.links == ["#e0-25", "#e26-35"]
    assert ("a", "data-e", "e0-25 e26-35") in page.attributes
    assert ("a", "data-x", "e19-24") in page.attributes
    assert ("a", "class", "say x") in page.attributes
    assert "<mark>4 May</mark> &lt;b&gt;." in said(REFUSED)


def test_a_statement_without_a_place_leads_to_itself() -> None:
    """Keys reach it too."""
    page = Parsed(said(Statement(id="d1", text="It is sad.", verdict="not_stated")))
    assert page.links == ["#d1"]
    assert ("a", "data-say", "not stated") in page.attributes


def test_a_refused_statement_shows_all_that_speaks_for_and_against_it() -> None:
    """Reason, first form, quotes with their places, checks each once, assertions with their places."""
    page = Parsed(refused(REFUSED, voice=VOICE))
    for told in (
        "the source says otherwise",
        "First written: The port shuts on 4 May.",
        "page 0",
        "page 26",
        "date 4 May conflicts: the source says “3 May”",
        "date port agrees",
        "it closes1",
    ):
        assert told in page.words
    assert page.words.count("conflicts") == 1
    assert ("p", "lang", "sv") in page.attributes


def test_how_a_supported_statement_was_checked_is_folded_away() -> None:
    """Who decided, and its score."""
    fact = Statement(id="f1", text="It rains.", verdict="supported", evidence=(RAIN,), decided_by="judge", score=0.934)
    page = Parsed(how_checked(fact, voice=VOICE))
    assert page.tags[:2] == ["details", "summary"]
    assert "A judge found it so" in page.words
    assert "Support score 0.93." in page.words


def test_each_verdict_has_a_sign_of_its_own_and_a_word() -> None:
    """Whoever sees no color, or nothing, knows it."""
    assert len(set(SIGNS.values())) == len(SIGNS)
    for verdict in SIGNS:
        assert f"{verdict.replace('_', ' ').capitalize()}: " in Parsed(sign(verdict)).words
