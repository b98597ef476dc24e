"""What a correction changes, word by word."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from summarizer.text.words import words
from summarizer.verification.judging.word_edits import WordEdit, marked_edit, word_edits


def test_an_edit_is_shown_in_reading_order() -> None:
    """What was removed stands before what was added in its place."""
    assert word_edits("It costs 9 million euros now.", "It costs 4.2 million euros.") == (
        WordEdit("kept", "It costs"),
        WordEdit("removed", "9"),
        WordEdit("added", "4.2"),
        WordEdit("kept", "million euros"),
        WordEdit("removed", "now"),
    )


def test_an_edit_in_one_line() -> None:
    """Marked as wdiff marks it."""
    assert marked_edit("It costs 9 euros now.", "It costs 4.2 euros.") == "It costs [-9-] {+4.2+} euros [-now-]"
    assert marked_edit("The same.", "the same") == "the same"


@given(st.text(alphabet="ab 1.é"), st.text(alphabet="ab 1.é"))
def test_an_edit_holds_every_word_of_both(before: str, after: str) -> None:
    """Kept and removed are the words before, kept and added those after; neighbors differ in kind."""
    edits = word_edits(before, after)

    def told(*kinds: str) -> list[str]:
        return [word.text for edit in edits if edit.kind in kinds for word in words(edit.text)]

    assert told("kept", "removed") == [word.text for word in words(before)]
    assert told("kept", "added") == [word.text for word in words(after)]
    assert all(one.kind != two.kind for one, two in pairwise(edits))
