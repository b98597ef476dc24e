"""Phrases that can stand as titles."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.document import Document
from summarizer.extractive.keyphrases import capitalized, key_phrases, phrases_by_group
from summarizer.text.fold import folded
from summarizer.text.terms import is_function, stem

TALKS = """The ministers met at the World Economic Forum in Davos on Monday to talk about rare earths.

Exports of rare earths fell by 12 percent in March 2026, the ministry said on Tuesday.

The World Economic Forum invited both ministers to speak again, and rare earths will be on the list.
"""
VOCABULARY = (
    "the of and Merrow Water Harbor ferry battery room fire said burned 12 percent March <b> **bold** 北 岛 市 été"
)
WORDS = st.sampled_from(VOCABULARY.split())
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=12), min_size=1, max_size=8).map(
    lambda rows: "\n\n".join(" ".join(row) + "." for row in rows)
)


def everything(document: Document) -> range:
    return range(len(document.sentences))


@given(text=TEXTS, count=st.integers(0, 6))
def test_phrases_are_places_in_the_text(text: str, count: int) -> None:
    """At most as many as asked for, each the words of its span, and none begins or ends with a function word."""
    document = Document.of(text)
    phrases = key_phrases(document, everything(document), count=count)
    assert len(phrases) <= count
    assert len({phrase.text.casefold() for phrase in phrases}) == len(phrases)
    for phrase in phrases:
        assert folded(phrase.text) == folded(document.prose(phrase.span))
        assert phrase.score > 0
        ends = folded(phrase.text).split()
        assert not is_function(stem(ends[0]))
        assert not is_function(stem(ends[-1]))


@given(text=TEXTS, data=st.data())
def test_phrases_come_from_the_sentences_asked_for(text: str, data: st.DataObject) -> None:
    """Each phrase lies inside one of the sentences it must be found in."""
    document = Document.of(text)
    some = data.draw(st.lists(st.sampled_from(everything(document)), min_size=1, unique=True))
    for phrase in phrases_by_group(document, [everything(document)], within=[some], count=5)[0]:
        assert any(
            document.sentences[index].start <= phrase.span.start < phrase.span.end <= document.sentences[index].end
            for index in some
        )


def test_names_and_frequent_pairs_come_first() -> None:
    """The name of several words and the pair said most are the phrases of a report, with a capital and no date."""
    document = Document.of(TALKS)
    assert {phrase.text for phrase in key_phrases(document, everything(document), count=2)} == {
        "World Economic Forum",
        "Rare earths",
    }


def test_no_date_and_no_verb_is_a_title() -> None:
    """Months, weekdays and verbs of saying neither make a phrase nor open one."""
    document = Document.of("Lena Morcambe said no in March 2026. Lena Morcambe said yes on Monday in March 2026.\n")
    assert [phrase.text for phrase in key_phrases(document, everything(document), count=3)] == ["Lena Morcambe"]


def test_possessive_is_cut_off() -> None:
    """A name in the genitive is titled without its ending."""
    document = Document.of("The board of Brennvik Yard's fleet met. The head of Brennvik Yard's fleet spoke.\n")
    assert key_phrases(document, everything(document), count=1)[0].text == "Brennvik Yard"


def test_german_titles_are_nouns() -> None:
    """German phrases end in a noun and open with no inflected adjective that could not stand in front."""
    document = Document.of(
        "Im nassen Wald wächst das seltene Torfmoos. Die Hochschule Brunsfeld misst im nassen Wald, und die Hochschule "
        "Brunsfeld zählt das seltene Torfmoos.\n",
        language="de",
    )
    found = [phrase.text for phrase in key_phrases(document, everything(document), count=4)]
    assert "Hochschule Brunsfeld" in found
    assert not any(text.startswith("Nassen") for text in found)


def test_scripts_without_spaces_give_repeated_runs() -> None:
    """In Chinese a run of characters said again is a phrase, without a joining character at its ends."""
    document = Document.of("信号系统的测试没有完成。供应商承认信号系统晚了。信号系统的费用由供应商承担。\n")
    assert key_phrases(document, everything(document), count=1)[0].text == "信号系统"


def test_phrases_of_another_group_count_less() -> None:
    """What all groups say is not what one is about."""
    rows = ["The ferry crew saw the battery room.", "The ferry crew saw the battery room."]
    rows += ["The ferry crew left the city council.", "The ferry crew asked the city council."]
    document = Document.of("\n\n".join(rows))
    one, two = phrases_by_group(document, [[0, 1], [2, 3]], within=[[0, 1], [2, 3]], count=1)
    assert (one[0].text, two[0].text) == ("Battery room", "City council")


def test_capital_only_where_nothing_else_changes() -> None:
    """Only the first letter of a small word changes, and only where its capital is one letter."""
    assert capitalized("rare earths") == "Rare earths"
    assert capitalized("eBay sales") == "eBay sales"
    assert capitalized("ßa") == "ßa"
    assert capitalized("信号") == "信号"


def test_long_groups_still_find_what_is_asked_for() -> None:
    """A phrase of the sentences it must be found in is found, though they lie behind more text than is read."""
    rows = ["Nothing of note was seen in the hills."] * 1500 + ["The Marrow Lake Ferry sank on its way to Eastry."]
    document = Document.of("\n\n".join(rows))
    last = len(document.sentences) - 1
    found = phrases_by_group(document, [everything(document)], within=[[last]], count=1)[0]
    assert [phrase.text for phrase in found] == ["Marrow Lake Ferry"]
