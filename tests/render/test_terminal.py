"""Terminal text: what is said, and that it fits the window."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from attacks import ATTACKS, attacked_result, attacked_text

from summarizer.errors import ConfigError
from summarizer.facts.fact import CheckedFact
from summarizer.notices.notice import Notice
from summarizer.render.terminal import claims_text_of, text_of
from summarizer.render.wrapping import columns
from summarizer.summary.summary import Section, Summary, SummarySentence

MakeFact = Callable[..., CheckedFact]
MakeSentence = Callable[..., SummarySentence]
EMPTY = Summary(headline="", written_by="extractive")
CLOSES = "The port of Lund closes on 3 May."
SHIPS = "It handled 40 ships a year."


def test_a_repair_is_shown_below_its_fact(fact: MakeFact) -> None:
    """What was removed and added stands in one line; a fact that held as it was has none."""
    mended = fact(CLOSES, CLOSES).model_copy(update={"drafted": "The port of Lund closes on 4 May at noon."})
    shown = text_of(facts=(mended, fact(SHIPS, SHIPS)), rejected=(), summary=EMPTY, width=120).splitlines()
    assert shown[2:5] == [
        f"✓ {CLOSES}",
        "  repaired: The port of Lund closes on [-4-] {+3+} May [-at noon-]",
        f"✓ {SHIPS}",
    ]


def test_everything_is_said_in_order(fact: MakeFact, sentence: MakeSentence) -> None:
    """Notices, facts, summary, refused facts with reasons (not surplus or merged ones), then the quiet notices."""
    summary = Summary(
        headline="Port of Lund to close",
        lead=((sentence("Lund loses its port.", CLOSES), sentence("It saw 40 ships a year.", SHIPS)),),
        sections=(
            Section(
                title="In figures",
                paragraphs=((sentence("There were ships.", SHIPS),),),
                bullets=(sentence("Ships: 40", SHIPS),),
            ),
            Section(title="Nothing held here"),
        ),
        written_by="model",
    )
    rejected = (
        fact("It closes on 4 May.", CLOSES, verdict="contradicted", outcome="refused", reason="the date is 3 May"),
        fact("Jobs are lost.", verdict="unchecked", outcome="refused"),
        fact("Ships came.", SHIPS, outcome="surplus", reason="beyond the six"),
        fact("The port closes.", CLOSES, outcome="merged", reason="same as f1"),
    )
    written = text_of(
        facts=(fact("The port of Lund, in the south, closes on 3 May.", CLOSES),),
        rejected=rejected,
        summary=summary,
        width=40,
        notices=(
            Notice(kind="failure", message="A reply came too late.", advice="Raise the deadline."),
            Notice(kind="dropped", message="1 sentence was not kept.", quiet=True),
        ),
    )
    assert written == (
        "! A reply came too late. Raise the\n"
        "  deadline.\n\n"
        "Key Facts\n"
        "─────────\n"
        "✓ The port of Lund, in the south, closes\n"
        "  on 3 May.\n\n"
        "Quick Summary\n"
        "─────────────\n"
        "Port of Lund to close\n\n"
        "Lund loses its port. It saw 40 ships a\n"
        "year.\n\n"
        "In figures\n"
        "There were ships.\n\n"
        "- Ships: 40\n\n"
        "Not ticked\n"
        "──────────\n"
        "✗ It closes on 4 May.\n"
        "  contradicted: the date is 3 May\n"
        "? Jobs are lost.\n"
        "  unchecked\n\n"
        "1 sentence was not kept."
    )


def test_nothing_ticked_is_said() -> None:
    """Without facts and sentences there are two plain sentences and no heading."""
    assert text_of(facts=(), rejected=(), summary=EMPTY, width=88) == (
        "No fact is ticked: none was found that the article supports.\n\n"
        "There is no summary: no sentence was found for it that the article supports."
    )


def test_too_narrow_is_an_error(fact: MakeFact) -> None:
    """Under 40 columns there is a clear error, at 40 there is text."""
    with pytest.raises(ConfigError, match="at least 40"):
        text_of(facts=(), rejected=(), summary=EMPTY, width=39)
    with pytest.raises(ConfigError, match="at least 40"):
        claims_text_of((), width=39)
    assert text_of(facts=(), rejected=(), summary=EMPTY, width=40)


def test_claims_are_shown_with_mark_reason_evidence_and_counts(fact: MakeFact) -> None:
    """Each claim has its mark, verdict, reason and evidence with offsets; the last line counts every verdict."""
    claims = (
        fact("It closes on 3 May.", CLOSES, reason="said in so many words"),
        fact("It closes on 3 May in rain.", CLOSES, verdict="partly_supported", reason="no weather is named"),
        fact("It had 50 ships.", SHIPS, verdict="contradicted", reason="40, not 50"),
        fact("It has a museum.", verdict="not_stated"),
        fact("It is nice.", verdict="unchecked", reason="no judge"),
    )
    assert claims_text_of(claims, width=88) == (
        "✓ It closes on 3 May.\n"
        "  supported: said in so many words\n"
        "  > “The port of Lund closes on 3 May.” (18–51)\n\n"
        "~ It closes on 3 May in rain.\n"
        "  partly supported: no weather is named\n"
        "  > “The port of Lund closes on 3 May.” (18–51)\n\n"
        "✗ It had 50 ships.\n"
        "  contradicted: 40, not 50\n"
        "  > “It handled 40 ships a year.” (52–79)\n\n"
        "✗ It has a museum.\n"
        "  not stated\n\n"
        "? It is nice.\n"
        "  unchecked: no judge\n\n"
        "5 claims: 1 supported, 1 partly supported, 1 contradicted, 1 not stated, 1 unchecked"
    )


def test_no_text_can_drive_the_terminal(fact: MakeFact) -> None:
    """Escape sequences, carriage returns and C1 controls of a text do not reach the terminal."""
    written = text_of(
        facts=(fact("red \x1b[31m back\rhome \x9b2J bell\x07", CLOSES),),
        rejected=(),
        summary=EMPTY,
        width=88,
        notices=(Notice(kind="failure", message="a\x1b[2J\nb"), Notice(kind="failure", message="a\x1b", quiet=True)),
    )
    assert "✓ red \ufffd[31m back home \ufffd2J bell\ufffd" in written
    assert not any(unicodedata.category(char) == "Cc" and char != "\n" for char in written)


def test_notices_of_claims_stand_above_them_and_the_quiet_ones_below(fact: MakeFact) -> None:
    """What failed is read before the verdicts; the counts stay last."""
    notices = (
        Notice(kind="failure", message="A reply came too late.", advice="Raise the deadline."),
        Notice(kind="dropped", message="Nothing is missing.", quiet=True),
    )
    assert claims_text_of((fact("It has a museum.", verdict="unchecked"),), width=88, notices=notices) == (
        "! A reply came too late. Raise the deadline.\n\n"
        "? It has a museum.\n"
        "  unchecked\n\n"
        "Nothing is missing.\n\n"
        "1 claim: 0 supported, 0 partly supported, 0 contradicted, 0 not stated, 1 unchecked"
    )


def test_a_section_without_a_title_is_set_apart_from_a_titled_one(sentence: MakeSentence) -> None:
    """Below a titled section stars stand before it; elsewhere none do."""
    plain = Section(title="", paragraphs=((sentence("It is so.", CLOSES),),))
    titled = plain.model_copy(update={"title": "Ships"})
    summary = Summary(headline="Port", sections=(plain, titled, plain, plain), written_by="extractive")
    written = text_of(facts=(), rejected=(), summary=summary, width=88)
    assert written.split("\n\n", 2)[2] == "It is so.\n\nShips\nIt is so.\n\n* * *\n\nIt is so.\n\nIt is so."


def test_every_attack_is_words() -> None:
    """No sequence drives the terminal, no letter is turned or hidden, and each line fits; what was visible is there."""
    result = attacked_result()
    for shown in (result.to_text(width=72), claims_text_of([*result.facts, *attacked_text().sentences], width=72)):
        assert {letter for letter in shown if unicodedata.category(letter) in {"Cc", "Cf", "Cs"}} == {"\n"}
        assert max(map(columns, shown.splitlines())) <= 72
        assert "hidden" in shown
        assert ATTACKS["json"][:20] in shown
