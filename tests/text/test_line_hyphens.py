"""A word that a line's end cuts is joined only where the text has it joined elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import summarizer
from summarizer.text.line_hyphens import is_cut, other_readings, whole_words, without_page_ends

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
        ("evalu-\r\n\r\n12\r\n\r\nation", "The evaluation.", "evaluation"),
        ("evalu-\n\n- 12 -\n\n   ation", "The evaluation.", "evaluation"),
        ("evalu-\n\nPage 12\n\fThe Brenta Post\n\nation", "The evaluation.", "evaluation"),
        ("evalu-\n\nThe Brenta Post\n\nation", "The evaluation.", "evaluation"),
        ("evalu-\n\nThe Brenta Post\n\nation", "", "evalu-\n\nThe Brenta Post\n\nation"),
        ("evalu-\nThe Brenta Post\nation", "The evaluation.", "evalu-The Brenta Post\nation"),
        ("evalu-\n\nNobody came.\n\nation", "The evaluation.", "evalu-\n\nNobody came.\n\nation"),
        ("long-\n\n12\n\nterm", "A long-term plan.", "long-term"),
        ("the long-\n\nThe rm", "Thelongthe longthe.", "the long-\n\nThe rm"),
        ("a-\na-\na", "", "a-a-a"),
        ("long-stand-\ning", "The long-standing one.", "long-stand-ing"),
        ("long-stand-\ning", "Standing there.", "long-standing"),
        ("Que\u0301-\nbec", "In Québec.", "Que\u0301bec"),
        ("EVALU-\nATION", "The evaluation.", "EVALUATION"),
        ("vor-\u2028hin", "Vorhin kam er.", "vorhin"),
        ("Anglo-\nAmerican", "", "Anglo-American"),
        ("Anglo-\nAmerican", "AngloAmerican plc.", "Anglo-American"),
        ("it fell --\nand rose", "", "it fell --\nand rose"),
        ("the plan –\nwhich", "Theplanwhich planwhich.", "the plan –\nwhich"),
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


@given(st.text(st.sampled_from("ab-. \n\f1\u00ad"), max_size=40))
def test_without_page_ends_every_place_stays(text: str) -> None:
    """As long as before, and the same but for what was between two halves."""
    laid_out = without_page_ends(text)
    assert len(laid_out) == len(text)
    assert all(new == old or new.isspace() for new, old in zip(laid_out, text, strict=True))
    assert is_cut(text) or laid_out == text


def test_a_pages_end_becomes_a_lines_end() -> None:
    """Only where the word is known: blanks and one line's end."""
    text = "evalu-\n\n12\n\nation, to re-\n\n13\n\nsign: the evaluation."
    assert without_page_ends(text) == "evalu      \nation, to re-\n\n13\n\nsign: the evaluation."


def test_what_a_text_may_say_as_well() -> None:
    """The words in one piece, where a text is read with a hyphen; no figures, and nothing that is read in one piece."""
    text = "to re-\nsign in Ros-\ntock in 2019-\n20, a plan -\nwhich evalu-\nation re-\nsign"
    assert other_readings(text, source=f"{text}. The evaluation.") == ("resign", "Rostock", "planwhich")
    assert other_readings("a plan", source=text) == ()


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
        (COUNCIL.format("re-\nsign"), COUNCIL.format("re-\nsign"), "supported"),
        (COUNCIL.format("re-sign"), COUNCIL.format("re-\nsign"), "supported"),
        (COUNCIL.format("re-\n\n12\n\nsign"), COUNCIL.format("resign"), "unchecked"),
        (COUNCIL.format("re-\n\n12\n\nsign") + " They resign.", COUNCIL.format("resign"), "supported"),
        (COUNCIL.format("re-\nsign") + " They resign. They re-sign.", COUNCIL.format("resign"), "unchecked"),
        ("The plan –\nwhich he liked – was made.", "The plan – which he liked – was made.", "supported"),
        ("The plan -\nwhich he liked - was made.", "The plan - which he liked - was made.", "supported"),
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
