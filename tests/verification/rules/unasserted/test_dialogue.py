"""Sentences in a speaker's turn are the speaker's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.document import Document
from summarizer.verification.rules.unasserted.dialogue import sentences_by_labels


def _spoken(text: str, language: str = "en") -> dict[str, str]:
    document = Document.of(text, language=language)
    found = dict(sentences_by_labels(document))
    return {document.prose(document.sentences[number].body): why.words for number, why in found.items()}


def test_what_follows_a_label_is_the_speakers() -> None:
    """In a transcript the sentences behind a name are his too, to the end of the paragraph or to the next name."""
    assert _spoken("SMITH: The mayor lied. He took cash.\n\nIt rained. He left.") == {"He took cash.": "SMITH"}
    assert _spoken("Smith: The talks failed.\nHe took cash.\nJones: The mayor lied.\n\nIt rained.") == {
        "He took cash.": "Smith"
    }
    assert _spoken("Ann Lee: It fell down.\n\nIt sank.\n\nBo Orr: Why?\n\nAnn Lee: It rained then.\n\nIt rose.") == {
        "It sank.": "Ann Lee"
    }


def test_other_scripts() -> None:
    """A name before a full-width colon, and none before a verb of saying."""
    assert _spoken("王明：我们谈完了。他拿了钱。\n李华：这是谎言。", "zh") == {"他拿了钱。": "王明"}
    assert _spoken("他说：我们谈完了。他拿了钱。\n她说：这是谎言。", "zh") == {}


@pytest.mark.parametrize(
    "text",
    [
        "July 1960:\nThe bridge closed. It fell.",
        "Canonized: 1082\nHe was king. He died.",
        "Attendance: 24,765.\nReferee: J. Moss.\nThe game was good. It rained.",
        "Note: Nobody came.\nIt rained.\nTip: Bring a coat.\nIt was cold.",
        "Smith said: We are done. The bridge closed.\nJones said: No. It fell.",
        "Myth: It fell down in May.\nIt rained.\nFact: It stands to this day.\nIt snowed.",
    ],
)
def test_other_labels_name_nobody(text: str) -> None:
    """Dates, fields, notes and verbs."""
    assert _spoken(text) == {}


@given(st.lists(st.sampled_from(["Smith: It fell.", "It rained.", "Jones: Why?", "\n", "\n\n", "NB:", "：", "王："])))
def test_the_indexes_are_of_sentences(parts: list[str]) -> None:
    """Whatever stands where, a sentence with a label is never in another's turn."""
    text = "It began. " + " ".join(parts)
    document = Document.of(text, language="en")
    found = dict(sentences_by_labels(document))
    assert set(found) <= set(range(1, len(document.sentences)))
