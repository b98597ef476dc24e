"""A statement to verify, with what its author says about where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from summarizer.text.span import Span

# The group of claims that are titles: they share calls with each other, and need less of the source.
TITLES: Final = "titles"
# Sentences kept of what stands before a claim: a chain of "she … she … she" is followed no further back.
MOST_BEHIND: Final = 8
# Behind the id of a claim for its wording that can be read alone.
ALONE: Final = "a"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A statement to verify: `cited` is where its author says that it stands; claims of one `group` share calls.

    `before` is the sentence before it in its text, which tells a judge who "she" or what "it" is; it is not judged.
    `behind` are the last sentences before it, headings left out, the nearest last: a claim that points back is the
    source's only behind the same. None for a claim that stands in no text, `()` for one that opens a text.
    `language` is that of its text, ISO 639-1, where it is known: a short claim may not tell its own.
    `pointing` are words of a claim to be read alone that point at what its reader has not read: a judge is asked to say
    what they point at.
    """

    id: str
    statement: str
    cited: tuple[Span, ...] = ()
    group: str = ""
    before: str = ""
    language: str = ""
    behind: tuple[str, ...] | None = None
    pointing: tuple[str, ...] = ()
