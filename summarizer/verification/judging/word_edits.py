"""Shows what a correction changes word by word.

marked_edit("It costs 9 euros now.", "It costs 4.2 euros.")  ->  "It costs [-9-] {+4.2+} euros [-now-]"
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from summarizer.text.words import Word, words


class WordEdit(NamedTuple):
    """A stretch of words that a correction kept, removed or added."""

    kind: Literal["kept", "removed", "added"]
    text: str


def word_edits(before: str, after: str) -> tuple[WordEdit, ...]:
    """The edit from one wording to another, in reading order, what was removed before what was added in its place.

    The kept and added texts are stretches of `after` and the removed ones of `before`, each from its first word to its
    last; no two neighbors are of one kind.

    Args:
        before: the statement as it was.
        after: the statement as corrected.
    """
    old, new = words(before), words(after)
    matcher = SequenceMatcher(None, [word.text for word in old], [word.text for word in new], autojunk=False)
    found: list[WordEdit] = []
    for tag, start, end, first, last in matcher.get_opcodes():
        if tag == "equal":
            found.append(WordEdit("kept", _stretch(after, new[first:last])))
            continue
        if end > start:
            found.append(WordEdit("removed", _stretch(before, old[start:end])))
        if last > first:
            found.append(WordEdit("added", _stretch(after, new[first:last])))
    return tuple(found)


def marked_edit(before: str, after: str) -> str:
    """The edit in one line, as wdiff writes it: `costs [-9-] {+4.2+} million euros`."""
    signs = {"kept": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return " ".join(signs[edit.kind].format(edit.text) for edit in word_edits(before, after))


def _stretch(text: str, some: Sequence[Word]) -> str:
    return text[some[0].start : some[-1].end]
