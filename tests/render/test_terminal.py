"""Terminal text: what is said, and that it fits the window."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import ConfigError
from summarizer.facts.fact import CheckedFact
from summarizer.render.terminal import claims_text_of, columns, text_of, wrap
from summarizer.render.wording import one_line
from summarizer.summary.summary import Section, Summary, SummarySentence

MakeFact = Callable[..., CheckedFact]
MakeSentence = Callable[..., SummarySentence]
EMPTY = Summary(headline="", written_by="extractive")
CLOSES = "The port of Lund closes on 3 May."
SHIPS = "It handled 40 ships a year."


def test_a_repair_is_shown_below_its_fact(fact: MakeFact) -> None:
    """What was removed and added stands in one line; a fact that held as it was has none."""
    mended = fact(CLOSES, CLOSES).model_copy(update={"drafted": "The port of Lund closes on 4 May at noon."})
    shown = text_of(facts=(mended, fact(SHIPS, SHIPS)), rejected=(), summary=EMPTY, failures=(), width=120).splitlines()
    assert shown[2:5] == [
        f"✓ {CLOSES}",
        "  repaired: The port of Lund closes on [-4-] {+3+} May [-at noon-]",
        f"✓ {SHIPS}",
    ]


def test_everything_is_said_in_order(fact: MakeFact, sentence: MakeSentence) -> None:
    """Facts, summary, refused facts with reasons (not surplus or merged ones), then failures with a `!`."""
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
        failures=("extract: no answer in time (chunk c2 brought no facts)",),
        width=40,
    )
    assert written == (
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
        "! extract: no answer in time (chunk c2\n"
        "  brought no facts)"
    )


def test_nothing_ticked_is_said() -> None:
    """Without facts and sentences there are two plain sentences and no heading."""
    assert text_of(facts=(), rejected=(), summary=EMPTY, failures=(), width=88) == (
        "No fact is ticked: none was found that the article supports.\n\n"
        "There is no summary: no sentence was found for it that the article supports."
    )


def test_evidence_that_stands_in_is_named(sentence: MakeSentence) -> None:
    """A summary of evidence sentences says that it is one."""
    summary = Summary(headline="", lead=((sentence(CLOSES, CLOSES),),), written_by="evidence")
    written = text_of(facts=(), rejected=(), summary=summary, failures=(), width=120)
    assert "(No sentence written for this summary held, so the evidence sentences of the article stand in.)" in written


def test_too_narrow_is_an_error(fact: MakeFact) -> None:
    """Under 40 columns there is a clear error, at 40 there is text."""
    with pytest.raises(ConfigError, match="at least 40"):
        text_of(facts=(), rejected=(), summary=EMPTY, failures=(), width=39)
    with pytest.raises(ConfigError, match="at least 40"):
        claims_text_of((), width=39)
    assert text_of(facts=(), rejected=(), summary=EMPTY, failures=(), width=40)


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [("abc", 3), ("港口", 4), ("e\u0301", 1), ("한국", 4), ("ｶﾞ", 2), ("👍", 2), ("a\u200db", 2), ("مرحبا", 5)],
)
def test_columns_are_those_of_a_terminal(text: str, expected: int) -> None:
    """Wide characters take two columns, halfwidth ones one, combining and joining ones none."""
    assert columns(text) == expected


def test_ideographs_break_anywhere_but_not_before_a_full_stop() -> None:
    """Chinese wraps without spaces, and no line starts with closing or ends with opening punctuation."""
    lines = wrap("港口将于五月三日关闭。" * 3 + "市长说：「我们别无选择。」", width=20)
    assert all(columns(line) <= 20 for line in lines)
    assert all(columns(line) >= 16 for line in lines[:-1])
    assert not any(line[0] in "。：」" or line[-1] == "「" for line in lines)


def test_korean_breaks_at_its_spaces() -> None:
    """A Korean word that fits a line is not cut."""
    text = "항구는 오월 삼일에 문을 닫는다고 시장이 말했다"
    assert " ".join(wrap(text, width=14)) == text


def test_no_text_can_drive_the_terminal(fact: MakeFact) -> None:
    """Escape sequences, carriage returns and C1 controls of a text do not reach the terminal."""
    written = text_of(
        facts=(fact("red \x1b[31m back\rhome \x9b2J bell\x07", CLOSES),),
        rejected=(),
        summary=EMPTY,
        failures=("a\x1b[2J",),
        width=88,
    )
    assert "✓ red \ufffd[31m back home \ufffd2J bell\ufffd" in written
    assert not any(unicodedata.category(char) == "Cc" and char != "\n" for char in written)


TEXTS = st.text(max_size=120) | st.text(alphabet=st.sampled_from("ab港口。「」 \u0301\u200d한👍\n"), max_size=120)


@given(TEXTS, st.integers(min_value=40, max_value=60))
def test_every_line_fits_and_nothing_is_lost(text: str, width: int) -> None:
    """No line is wider than asked, and the lines hold the text's characters in order."""
    lines = wrap(text, width=width, first="✓ ", indent="  ")
    assert all(columns(line) <= width for line in lines)
    assert lines[0].startswith("✓ ")
    assert "".join("".join(lines)[2:].split()) == "".join(one_line(text).split())
