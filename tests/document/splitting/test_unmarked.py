"""Words without punctuation are cut into pieces, and no piece is ticked by itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import summarizer
from summarizer.document.document import Document
from summarizer.document.splitting.unmarked import count_words, pieces_of, unmarked_among
from summarizer.text.span import Span

SPEECH = (
    "so today we talk about the bridge that was closed last week because of cracks in its piers and what the council "
    "wants to do about it in the next year or so and how much it will cost the people of the town to repair it and "
    "whether the ferry can carry all those cars that used to cross the bridge every day before the mayor closed it "
    "and nobody said that the bridge is unsafe for people who walk across it but it is closed for them as well"
)


@given(st.lists(st.sampled_from([*SPEECH.split(), "大桥周一关闭", "\n"]), max_size=300).map(" ".join))
def test_pieces_are_short(text: str) -> None:
    """No piece has more words than a long sentence, and no word is cut."""
    starts = [0, *pieces_of(text)]
    assert starts == sorted(set(starts))
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        assert count_words(text[start:end]) <= 61
        assert start == 0 or text[start - 1].isspace() or not text[start].isascii()


def test_speech_to_text_is_not_ticked() -> None:
    """Its pieces are evidence for a judge; without one nothing is ticked, and the result says why."""
    document = Document.of(SPEECH)
    assert len(document.unmarked) == len(document.sentences) >= 3
    result = summarizer.summarize(SPEECH, model=None)
    assert not result.facts
    assert any("without full stops" in notice.message and "judge" in notice.advice for notice in result.notices)
    claims = [document.sentences[1].span.of(SPEECH), "the bridge is unsafe for people who walk across it", SPEECH]
    assert {claim.verdict for claim in summarizer.verify(claims, SPEECH)} == {"unchecked"}


def test_cuts_fall_on_line_ends_and_clauses() -> None:
    """Where there are lines their ends are the best that is known; else the words that begin a clause."""
    words = SPEECH.split()
    lines = [" ".join(words[at : at + 12]) for at in range(0, len(words), 12)]
    starts = pieces_of("\n".join(lines))
    assert starts
    assert all("\n".join(lines)[start - 1] == "\n" for start in starts)
    assert all(SPEECH[start:].split(maxsplit=1)[0] in {"and", "or", "but"} for start in pieces_of(SPEECH))


@pytest.mark.parametrize(
    "text",
    [
        SPEECH.replace(" and ", ", and "),
        " ".join(SPEECH.split()[:50]),
        "The bridge is closed. " * 40,
        "ประชาชนเดินข้ามสะพาน " * 80,
    ],
)
def test_other_texts_are_left_alone(text: str) -> None:
    """With commas, short, with full stops, and in a script whose sentences have no marks."""
    assert not pieces_of(text)
    assert not Document.of(text).unmarked


def test_a_stretch_in_the_midst_of_others() -> None:
    """Only what lacks punctuation is named; the sentences around it are ticked as ever."""
    text = f"The bridge is closed. {SPEECH} now.\n\nIt opens in May."
    document = Document.of(text)
    named = {document.sentences[index].span.of(text) for index in document.unmarked}
    assert "The bridge is closed." not in named
    assert "It opens in May." not in named
    assert summarizer.verify(["The bridge is closed."], text)[0].verdict == "supported"


def test_sentences_of_one_paragraph_alone_are_one_stretch() -> None:
    """Lines of their own, such as those of a menu, are no speech."""
    text = " ".join(["word"] * 35)
    spans = [Span(0, 174), Span(175, 349)]
    assert unmarked_among(f"{text} {text}", spans, [range(2)]) == {0, 1}
    assert not unmarked_among(f"{text} {text}", spans, [range(1), range(1, 2)])
