"""A drafted summary: reading order, and what an empty one is."""

from __future__ import annotations

from drafts import LIE, drafted, section, sentence

from summarizer.errors import ModelBusy
from summarizer.failure import Failure
from summarizer.summary.drafted import DraftedSummary


def test_sentences_come_in_reading_order() -> None:
    """Lead, then each section: its paragraphs, then its bullets."""
    one, two, three, four, five = (sentence(number, LIE) for number in range(1, 6))
    first = section(1, "A", (two,), (three,), bullets=(four,))
    draft = drafted(one, sections=(first, section(2, "B", bullets=(five,))))
    assert first.sentences() == (two, three, four)
    assert draft.sentences() == (one, two, three, four, five)


def test_an_empty_draft_says_why() -> None:
    """It has no sentence and no title, and its failures are those given."""
    failure = Failure.of(ModelBusy("slow"), stage="write", call_id="write", lost="all")
    empty = DraftedSummary.empty(failure)
    assert (empty.sentences(), empty.headline, empty.sections, empty.failures) == ((), "", (), (failure,))
