"""Unused names what a reader met in a file and could not make text of: how much of what, where, and what to do.

Unused(what="2 pages without text", where="pages 3 and 4").line  ->  "2 pages without text (pages 3 and 4)"
"""

from __future__ import annotations

from summarizer.frozen import Frozen


class Unused(Frozen):
    r"""Something of a file that no fact can stand on, as its words could not be read: `"\n" not in line`.

    Attributes:
        what: How much of what, as words that can follow "Not used:": "2 pages without text", "a picture".
        where: Where it stands, "" where that says nothing: "pages 3 and 4".
        advice: What to do so that it is read, as a sentence; "" where there is nothing to do.
    """

    what: str
    where: str = ""
    advice: str = ""

    @property
    def line(self) -> str:
        """What it is and where, in a few words."""
        return f"{self.what} ({self.where})" if self.where else self.what


def words_without_ends(words: int) -> Unused:
    """What is said of words without punctuation: they are text, and no sentences to be ticked by themselves.

    Args:
        words: How many there are.
    """
    return Unused(
        what=f"{words} words without full stops as sentences",
        advice="Where their sentences end is not known, so nothing of them is ticked word for word: have a judge "
        "decide (model=…), or restore the punctuation first.",
    )
