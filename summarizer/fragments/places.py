"""A place is an evidence as it is shown: its words marked in what stands around them, and where that is.

place_in("It rained. The port closed. Nobody came.", 11, 27)
    ->  Place(before="It rained. ", words="The port closed.", after=" Nobody came.", start=11, end=27)
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from summarizer.fragments.elements import Html, tag
from summarizer.fragments.harmless import one_line
from summarizer.fragments.markdown_signs import inline

# An evidence is a sentence or two; what is longer was not cut into sentences. A line or two on either side tell a
# reader what "it" is.
_WORDS: Final = 500
_AROUND: Final = 140
_LABEL: Final = 80
_PARAGRAPH: Final = re.compile(r"\n[^\S\n]*\n|\r[^\S\r]*\r|\r\n[^\S\r\n]*\r\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Words of a source: what stands before them in their paragraph, they, what stands behind; each is harmless.

    Attributes:
        before: the end of what stands before, with the space between.
        words: the words themselves.
        after: the beginning of what stands behind.
        start: where the words begin in the source's text, in code points.
        end: one past their last.
        label: what else is known of where they are, such as "page 4"; "" for nothing.
    """

    before: str
    words: str
    after: str
    start: int
    end: int
    label: str = ""

    @property
    def where(self) -> str:
        """Where it is: "page 4, characters 119–353"."""
        known = [shortened(self.label, most=_LABEL), f"characters {self.start:,}–{self.end:,}"]
        return ", ".join(filter(None, known))


def place_in(
    text: str | None,
    start: int,
    end: int,
    *,
    words: str = "",
    read: Callable[[str], str] = str,
    label: str = "",
) -> Place:
    """The place of `text[start:end]`; where the text is not there, of its words alone.

    Args:
        text: the source's text; None where it was left out.
        start: where the words begin.
        end: where they end.
        words: the words, as the evidence has them.
        read: makes readable words of a stretch of the text.
        label: what else is known of where they stand.
    """
    before = after = ""
    if text is not None:
        words = text[start:end]
        before = _last_part(text[max(0, start - _AROUND) : start], read, cut=start > _AROUND)
        after = _first_part(text[end : end + _AROUND], read, cut=end + _AROUND < len(text))
    return Place(
        before=before,
        words=shortened(read(words), most=_WORDS),
        after=after,
        start=start,
        end=end,
        label=label,
    )


def shortened(text: str, *, most: int) -> str:
    """The text in one line, and its end as "…" where it is longer: `len(result) <= most`."""
    line = one_line(text[: 4 * most])
    return line if len(line) <= most and len(text) <= 4 * most else f"{line[: most - 1].rstrip()}…"


def place_html(place: Place) -> Html:
    """A place as a quotation, its words marked."""
    where = tag("small", place.where, class_="summarizer-where", dir="ltr", lang="en")
    said = [place.before, tag("mark", place.words), place.after]
    return tag("blockquote", *said, " ", where, class_="summarizer-place", dir="auto")


def place_markdown(place: Place) -> str:
    """A place as a quotation in one line of Markdown; it has no context, as nothing could be marked in it."""
    return f"> {inline(place.words)} ({inline(place.where)})"


def _last_part(text: str, read: Callable[[str], str], *, cut: bool) -> str:
    part = _PARAGRAPH.split(text)
    return _joined(read(part[-1]), open_start=cut and len(part) == 1, open_end=False)


def _first_part(text: str, read: Callable[[str], str], *, cut: bool) -> str:
    part = _PARAGRAPH.split(text)
    return _joined(read(part[0]), open_start=False, open_end=cut and len(part) == 1)


def _joined(part: str, *, open_start: bool, open_end: bool) -> str:
    """A part in one line, with its spaces at the ends, and without the half of a word that was cut."""
    if open_start:
        part = f"…{part[part.find(' ') :] if ' ' in part else part}"
    if open_end:
        part = f"{part[: part.rfind(' ') + 1] if ' ' in part else part}…"
    line = one_line(part)
    if not line:
        return " " if part else ""
    return f"{' ' if part[0].isspace() else ''}{line}{' ' if part[-1].isspace() else ''}"
