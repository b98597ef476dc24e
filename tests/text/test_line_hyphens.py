"""A word that a line's end cuts is joined only where the text has it joined elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import summarizer
from summarizer.text.line_hyphens import whole_words

WORDS = st.text(st.sampled_from("abcdeöß"), min_size=2, max_size=6)
BREAKS = st.sampled_from(["-\n", "-\r\n", "-\n   ", "- \n", "\u2010\n"])


@pytest.mark.parametrize(
    ("text", "elsewhere", "read"),
    [
        ("re-\nsign", "", "re-sign"),
        ("re-\nsign", "They resign.", "resign"),
        ("re-\nsign", "They resign. They re-sign.", "re-sign"),
        ("long-\nterm", "", "long-term"),
        ("evalu-\n   ation", "The evaluation.", "evaluation"),
        ("evalu -\nation", "The evaluation.", "evaluation"),
        ("the plan -\nwhich", "", "the plan -\nwhich"),
        ("evalu-\n12\nation", "The evaluation.", "evaluation"),
        ("evalu-\n12\nation", "", "evalu-\n12\nation"),
        ("evalu\u00ad\nation", "", "evaluation"),
        ("evalu-\r\nation", "The evaluation.", "evaluation"),
        ("Anglo-\nAmerican", "", "Anglo-American"),
        ("Donau-\ndampfschiff", "Ein Donaudampfschiff.", "Donaudampfschiff"),
        ("twenty-\nfive", "", "twenty-five"),
        ("2019-\n2021", "", "2019-2021"),
        ("10-\nyear", "", "10-year"),
        ("a well-known man", "", "a well-known man"),
        ("well-\\\nknown", "", "well-known"),
    ],
)
def test_a_cut_word_reads_as_the_text_has_it(text: str, elsewhere: str, read: str) -> None:
    """Joined where it stands joined elsewhere and not with its hyphen, else with the hyphen that is there."""
    assert whole_words(text, source=f"{text} {elsewhere}") == read


@given(st.text(st.sampled_from("ab-. \n1"), max_size=30))
def test_only_cut_words_change(text: str) -> None:
    """Where nothing is joined, the letters and hyphens are those of the text."""
    read = whole_words(text, source="")
    assert [c for c in read if not c.isspace()] == [c for c in text if not c.isspace()]


@settings(deadline=None)
@given(before=WORDS, after=WORDS, line_end=BREAKS)
def test_no_reading_is_ticked_that_the_text_does_not_show(before: str, after: str, line_end: str) -> None:
    """Without a judge: the joined word is supported only where the text has it elsewhere."""
    source = f"The mayor {before}{line_end}{after} the long contract on the bridge."
    joined = f"The mayor {before}{after} the long contract on the bridge."
    (alone,) = summarizer.verify([joined], source, model=None)
    assert alone.verdict != "supported"
    (shown,) = summarizer.verify([joined], f"{source} Nobody {before}{after} twice.", model=None)
    assert shown.verdict == "supported"


COUNCIL = "The council asked the mayor to {} the contract."


@pytest.mark.parametrize(
    ("source", "claim", "verdict"),
    [
        (COUNCIL.format("re-\nsign"), COUNCIL.format("resign"), "unchecked"),
        (COUNCIL.format("re-\nsign"), COUNCIL.format("re-sign"), "supported"),
        ("The plan was made for twenty-\nfive ships.", "The plan was made for 25 ships.", "supported"),
        ("It was a 10-\nyear plan for the harbor.", "It was a 10-year plan for the harbor.", "supported"),
        ("It ran in 2019-\n20 for the last time.", "It ran in 2019-20 for the last time.", "supported"),
    ],
)
def test_claims_about_cut_words(source: str, claim: str, verdict: str) -> None:
    """The reading with the hyphen is what stands there; the other is open."""
    (found,) = summarizer.verify([claim], source, model=None)
    assert found.verdict == verdict


def test_facts_show_a_cut_word_as_it_may_be_read() -> None:
    """Joined where the article has it joined, else with its hyphen: never "longterm"."""
    text = (
        "The council of Brenta, a town of nine thousand people on the river Ost, closed its long-\n"
        "term evaluation of the old bridge on 3 May 2026, as the mayor Ada Corvi said, and its evalu-\n"
        "ation found that the two piers in the middle of the river had cracks of 14 centimeters.\n"
    )
    result = summarizer.summarize(text, model=None)
    shown = " ".join(fact.statement for fact in result.facts)
    assert "long-term evaluation" in shown
    assert "its evaluation found" in shown
    assert "longterm" not in shown
