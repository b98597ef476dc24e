"""The headline of an article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.document import Document
from summarizer.extractive.headline import NO_TITLE, Headline, find_headline, find_title
from summarizer.extractive.sentence_scores import score_sentences
from summarizer.text.fold import folded

# Enough statements for a text to have a headline of its own.
REST = (
    "The town of Merrow spent two million on its road. Repairs to the pier cost $1.8 million in 2024. "
    "A ferry from Saltholm calls twice a day. Most shops in Northgate close at noon. Rain fell on 31 days in May."
)


def headline_of(text: str, **given_: str) -> Headline:
    document = Document.of(text, **given_)  # type: ignore[arg-type] # a title or a language
    return find_headline(document, score_sentences(document))


def test_the_title_of_the_text_is_the_headline() -> None:
    """Its own title, or one that was given from outside."""
    assert headline_of(f"Merrow mends its pier\n\n{REST}").title.text == "Merrow mends its pier"
    assert headline_of(REST, title="A year in Merrow").title.text == "A year in Merrow"


def test_the_name_of_a_form_is_no_title() -> None:
    """Where the text has no word of its first line, and has words of the next heading, that is the title."""
    text = f"FOR IMMEDIATE RELEASE\n\nMerrow mends its pier\n\n{REST}"
    assert headline_of(text).title.text == "Merrow mends its pier"
    assert headline_of(f"# By Nora Feltham\n\n{REST}", format="markdown").title.text != "By Nora Feltham"


def test_without_a_title_a_telling_sentence_is_the_headline() -> None:
    """Whole where it is short, and then it is told to be said; without its full stop."""
    found = headline_of(REST)
    assert found.title.text == "The town of Merrow spent two million on its road"
    assert found.sentence == 0


def test_a_long_sentence_is_cut_at_a_clause() -> None:
    """Its first clause must say who did what; what bounds that is not cut off."""
    tail = "which the mayor of Saltholm had promised three times before, in long speeches "
    tail += "that were held before the whole town of Saltholm"
    cut = headline_of(f"Merrow bought three ferries from Saltholm for its harbor, {tail}.")
    assert cut.title == NO_TITLE  # a single sentence is no text that wants a headline
    long = " ".join(
        f"Merrow bought {n} ferries from Saltholm for its harbor of Northgate {n}, {tail}." for n in range(2, 9)
    )
    assert headline_of(long).title.text == "Merrow bought 2 ferries from Saltholm for its harbor of Northgate 2"
    bound = long.replace(", which", ", unless").replace("which", "unless")
    assert headline_of(bound).title.text.endswith(", unless the mayor of Saltholm had promised three times before")
    said = long.replace(
        tail, "the mayor of the town of Saltholm said in a long speech that was held before all of the town"
    )
    assert headline_of(said).title == NO_TITLE
    torn = " ".join(
        f"The ferry of Saltholm number {n}, {tail}, was bought by the town of Merrow for the harbor." for n in range(9)
    )
    assert headline_of(torn).title == NO_TITLE


@pytest.mark.parametrize(
    "text",
    [
        "The mill of Tarbeck closed in 2021. It did not reopen.",
        "He left.",
        "Who knows? Nobody. And why?",
        "水",
        "x" * 5_000,
    ],
)
def test_a_short_text_has_no_headline(text: str) -> None:
    """It would say one of its few sentences twice."""
    assert headline_of(text) == Headline(title=NO_TITLE)


def test_scripts_without_blanks_are_not_cut_in_a_word() -> None:
    """A Chinese headline is a whole sentence."""
    text = "青湾市水务局宣布柳河水库将从十月起停水检修。水库建于一九六八年。大坝的三道闸门已经锈蚀。"
    text += "更换闸门的费用约为八千六百万元。柳河渔业合作社有一百二十名成员。水务局将在九月公布补偿方案。"
    found = headline_of(text)
    assert found.title.text + "。" in text
    assert found.sentence is not None


@given(
    pieces=st.lists(
        st.sampled_from([*REST.split(". "), "It did not", "But why?", "By Nora Feltham", "rain"]),
        min_size=1,
        max_size=12,
    )
)
def test_a_headline_stands_in_the_text(pieces: list[str]) -> None:
    """Its words are those of its place, and end with a word."""
    document = Document.of(". ".join(pieces) + ".")
    found = find_headline(document, score_sentences(document))
    if found.title.text:
        assert found.title.span is not None
        assert folded(found.title.text) == folded(document.prose(found.title.span))
        assert not document.text[found.title.span.end : found.title.span.end + 1].isalnum()


def test_a_title_is_found_as_whole_words() -> None:
    """In a heading first; not inside a word."""
    document = Document.of("# The pier\n\nThe pier is old. A piercing wind blew.", format="markdown")
    found = find_title(document, "The pier")
    assert found is not None
    assert found.start == 2
    assert find_title(document, "pierc") is None
