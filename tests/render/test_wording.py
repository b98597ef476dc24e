"""Words for verdicts, one line for any text, and the gap between two sentences."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pytest
from hypothesis import strategies as st

from summarizer.facts.fact import CheckedFact, Outcome
from summarizer.fragments.harmless import one_line
from summarizer.render.wording import (
    NO_SUMMARY,
    NOTHING_MORE,
    VERDICT_MARKS,
    VERDICT_WORDS,
    gap_after,
    instead_of_summary,
    outcome_of,
    reasoned,
    shown_sections,
)
from summarizer.summary.summary import Section, Summary, SummarySentence
from summarizer.verification.verdict import Verdict

MakeFact = Callable[..., CheckedFact]
# Every code point: also the lone surrogates, which `st.text()` leaves out.
ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()), max_size=20)


def test_every_verdict_has_a_word_and_a_mark() -> None:
    """No verdict is without words, none shares its words, and only "supported" has the tick."""
    assert set(VERDICT_WORDS) == set(VERDICT_MARKS) == set(get_args(Verdict))
    assert len(set(VERDICT_WORDS.values())) == len(VERDICT_WORDS)
    assert [verdict for verdict, mark in VERDICT_MARKS.items() if mark == "✓"] == ["supported"]


@pytest.mark.parametrize(
    ("sentence", "gap"),
    [
        ("It rains.", " "),
        ("", " "),
        ("下雨了。", ""),
        ("雨が降る", ""),
        ("雨！", ""),
        ("“雨”", " "),
        ("雨 (rain)", " "),
    ],
)
def test_the_gap_is_that_of_the_last_character(sentence: str, gap: str) -> None:
    """No space follows a full-width character; one follows any other, and an empty sentence."""
    assert gap_after(sentence) == gap


@pytest.mark.parametrize(
    ("verdict", "outcome", "reason", "said"),
    [
        ("not_stated", "refused", "", "not stated"),
        ("partly_supported", "refused", "no\n  year\x1b", "partly supported: no year\ufffd"),
        ("supported", "surplus", "", "supported, and not among the key facts"),
        ("supported", "surplus", "beyond the six", "beyond the six"),
        ("supported", "merged", "", "says the same as another fact"),
        ("supported", "merged", "as f2", "as f2"),
        ("unchecked", "refused", " \n", "unchecked"),
    ],
)
def test_standing_says_why(fact: MakeFact, verdict: Verdict, outcome: Outcome, reason: str, said: str) -> None:
    """A refused fact has its verdict, a supported one what became of it; a reason follows in one line, if any."""
    assert outcome_of(fact("x", verdict=verdict, outcome=outcome, reason=reason)) == said


def test_a_verdict_is_said_once() -> None:
    """A reason that opens with the verdict says it; another follows it, and without one the verdict stands alone."""
    assert reasoned("not_stated", "not stated: “a\nfire”") == "not stated: “a fire”"
    assert reasoned("not_stated", "no fire is named") == "not stated: no fire is named"
    assert reasoned("unchecked", " ") == "unchecked"


def test_sections_with_a_sentence_are_shown(sentence: Callable[[str], SummarySentence]) -> None:
    """An empty one is not, and one without a title is set apart where the one above has a title."""
    said = ((sentence("a"),),)
    sections = (
        Section(title="", paragraphs=said),
        Section(title="One", paragraphs=said),
        Section(title="Two", paragraphs=((),)),
        Section(title=" ", bullets=(sentence("b"),)),
        Section(title="", paragraphs=said),
        Section(title="Three", paragraphs=said),
    )
    shown = list(shown_sections(Summary(headline="", sections=sections, written_by="model")))
    assert [(section.title, apart) for section, apart in shown] == [
        ("", False),
        ("One", False),
        (" ", True),
        ("", False),
        ("Three", False),
    ]


def test_what_stands_where_a_summary_has_no_sentence(fact: MakeFact) -> None:
    """A short text has said all in its key facts; where nothing held, that is said."""
    nothing = Summary(headline="", written_by="extractive")
    titled = Summary(headline="The mill", written_by="extractive")
    (ticked,) = [fact("The mill closed.")]
    assert instead_of_summary([ticked], nothing) == NOTHING_MORE
    assert instead_of_summary([ticked], titled) == ""
    assert instead_of_summary([], titled) == NO_SUMMARY
    assert instead_of_summary([ticked], Summary(headline="", written_by="model")) == NO_SUMMARY


def test_one_line_keeps_nothing_that_turns_it() -> None:
    """What only sets the order of letters leaves no trace in a line, and an override is shown."""
    assert one_line("\u2068Ada\u2069 paid \u202e91\u202c.") == "Ada paid \ufffd91."
    assert one_line("a \u202a \u202c b") == "a b"
    assert one_line("5\u200f-6") == "5-6"
    assert one_line("שלום 5\u200f-6") == "שלום 5\u200f-6"
