"""What stands around an article on its page and was left out is counted, kind by kind.

left_out_notices(record.surroundings)  ->  (Notice("left_out", "Left out, as it is not of the article: 14 lines …"),)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final, Protocol

from summarizer.notices.notice import Notice

# What the lines of a kind are of; a kind without words of its own is named as it is.
_OF: Final[Mapping[str, str]] = {
    "advertisement": "advertising",
    "byline": "a byline",
    "caption": "captions",
    "cookies": "cookie notices",
    "legal": "legal notes",
    "newsletter": "newsletters",
    "related": "links to other articles",
}


class Beside(Protocol):
    """A stretch that stands beside an article, as far as it is looked at here."""

    @property
    def kind(self) -> str:
        """What it is: comments, links, a byline."""

    @property
    def sentences(self) -> int:
        """How many lines or sentences it has."""


def left_out_notices(surroundings: Sequence[Beside]) -> tuple[Notice, ...]:
    """One quiet notice of all that was left out, the most first; none where nothing was.

    Args:
        surroundings: what stands around the article.
    """
    counts: Counter[str] = Counter()
    for one in surroundings:
        counts[one.kind] += one.sentences
    if not counts:
        return ()
    named = (
        f"{count} line{'' if count == 1 else 's'} of {_OF.get(kind, kind)}" for kind, count in counts.most_common()
    )
    message = f"Left out, as it is not of the article: {', '.join(named)}."
    return (Notice(kind="left_out", message=message, advice="document.surroundings says where.", quiet=True),)
