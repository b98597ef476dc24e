"""Words for verdicts, one line for any text, and the gap between two sentences."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.facts.fact import CheckedFact, Outcome
from summarizer.render.wording import (
    NO_SUMMARY,
    NOTHING_MORE,
    VERDICT_MARKS,
    VERDICT_WORDS,
    gap_after,
    harmless,
    instead_of_summary,
    one_line,
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


@given(text=ANY_TEXT)
def test_harmless_keeps_length_and_can_be_encoded(text: str) -> None:
    """One character for one, none of them a control beyond layout, and no seen one is changed."""
    safe = harmless(text)
    assert len(safe) == len(text)
    assert safe.encode().decode() == safe
    for before, after in zip(text, safe, strict=True):
        dangerous = unicodedata.category(before) in {"Cc", "Cs"} or before in "\u202d\u202e\u2061\u2062\u2063\u2064"
        if unicodedata.category(before) == "Cf":
            assert after in {before, "\ufffd", "\u200b"}
        else:
            assert after == ("\ufffd" if dangerous and before not in "\t\n\f\r" else before)
        assert after not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("\t\n\f\r ~\xa0", "\t\n\f\r ~\xa0"),
        ("\x00\x08\x0b\x0e\x1b\x1f", "\ufffd" * 6),
        ("\x7f\x80\x85\x9f", "\ufffd" * 4),
        ("\ud7ff\ud800\udfff\ue000", "\ud7ff\ufffd\ufffd\ue000"),
        ("\u202e91\u202c 1\u20625", "\ufffd91\u200b 1\ufffd5"),
        ("\u2067a\u2069 5\u200f-6", "\u200ba\u200b 5\u200b-6"),
        ("שלום 5\u200f-6\u200e", "שלום 5\u200f-6\u200e"),
        ("x\U000e0041", "x\u200b"),
        ("\U0001f3f4\U000e0067\U000e0062\U000e007f", "\U0001f3f4\U000e0067\U000e0062\U000e007f"),
    ],
)
def test_harmless_at_its_edges(text: str, seen: str) -> None:
    """The first and last of each range go, their neighbors and the layout stay."""
    assert harmless(text) == seen


@given(text=ANY_TEXT)
def test_one_line_is_one_line(text: str) -> None:
    """Any text gives one line without outer or double spaces, and giving it again changes nothing."""
    line = one_line(text)
    assert line.splitlines() == ([line] if line else [])
    assert line == " ".join(line.split()) == one_line(line)


def test_one_line_folds_before_it_replaces() -> None:
    """A control that is whitespace is a space and no replacement sign; any other is shown as one."""
    assert one_line(" a\x0b\x85\u2028\n b\x1b[0m\t") == "a b\ufffd[0m"
    assert one_line(" \n\x1c") == ""


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
