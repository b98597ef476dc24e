"""A surrounding is a stretch of sentences that stands beside an article on its page: comments, links, a byline.

Surrounding(kind="comments", first=12, last=31, span=Span(2040, 3377))  ->  sentences 12 to 30
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from summarizer.text.span import Span

SurroundingKind: TypeAlias = Literal[
    "navigation", "byline", "caption", "advertisement", "newsletter", "related", "comments", "cookies", "legal"
]
"""What a stretch beside an article is; sharing buttons are navigation, a note on the author is a byline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surrounding:
    """Sentences `first` up to, not including, `last`; `span` is from the start of the first to the end of the last."""

    kind: SurroundingKind
    first: int
    last: int
    span: Span
