"""A statement is shown with its sign, what was found of it and why, and behind it the places that it stands on.

statement_html(Said(text="The port closes.", tone="held", sign="✓", places=(place,)))
    ->  <li class="summarizer-item summarizer-held" …><details><summary>✓ The port closes.</summary><blockquote>…
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, Literal

from summarizer.fragments.brief import counted
from summarizer.fragments.elements import Html, tag, together
from summarizer.fragments.markdown_signs import inline
from summarizer.fragments.places import Place, place_html, place_markdown, shortened

Tone = Literal["held", "half", "failed", "open"]
SIGNS: Final = {"supported": "✓", "partly_supported": "~", "contradicted": "✗", "not_stated": "✗"}
TONES: Final = {"supported": "held", "partly_supported": "half", "contradicted": "failed", "not_stated": "failed"}

_TEXT: Final = 600
_WHY: Final = 400
_PLACES: Final = 3
# The style tells so many sentences of a paragraph apart; a mouse over a later one shows the places of all later ones.
_TOLD_APART: Final = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Something that is said of a source, and what was found of it.

    Attributes:
        text: what is said.
        sign: the sign of its verdict, "✓".
        tone: how it is coloured.
        word: what became of it, "not stated"; "" where its sign says enough.
        why: the reason, in words.
        source: who says so, where there are several sources.
        places: where it stands, the one that decides first.
    """

    text: str
    sign: str
    tone: str
    word: str = ""
    why: str = ""
    source: str = ""
    places: tuple[Place, ...] = ()


def statement_html(said: Said, *, open_: bool = False) -> Html:
    """A statement as an item of a list; a click or the enter key unfolds its places, a mouse over it shows them.

    Args:
        said: the statement.
        open_: its places are unfolded.
    """
    kind = f"summarizer-item summarizer-{said.tone}"
    line = [
        tag("span", said.sign, class_="summarizer-sign"),
        " ",
        tag("span", shortened(said.text, most=_TEXT), class_="summarizer-said"),
        *_notes(said),
    ]
    why = [tag("p", shortened(said.why, most=_WHY), class_="summarizer-why", dir="ltr")] if said.why else []
    if not said.places:
        return tag("li", tag("div", *line, class_="summarizer-line", dir="auto"), *why, class_=kind)
    shown = tag("div", *places_html(said.places), class_="summarizer-places")
    head = tag("summary", *line, class_="summarizer-line", dir="auto")
    folded = tag("details", head, shown, class_="summarizer-unfolds", open=open_)
    return tag("li", folded, *why, class_=kind)


def places_html(places: Sequence[Place]) -> list[Html]:
    """The first places, and how many more there are."""
    more = len(places) - _PLACES
    left = [tag("p", f"and {counted(more, 'place')} more", class_="summarizer-rest")] if more > 0 else []
    return [*map(place_html, places[:_PLACES]), *left]


def paragraph_html(sentences: Sequence[tuple[str, Sequence[Place]]], *, kind: str = "") -> Html:
    """Sentences that read on; a mouse over one shows its places, a click on any unfolds those of all.

    Args:
        sentences: their words, with the space that is to follow, and the places of each.
        kind: what the paragraph is: "headline", "section"; "" for a paragraph.
    """
    said: list[Html] = [_sentence(text, number) for number, (text, _) in enumerate(sentences)]
    if kind:  # a headline is one without a style, too
        said = [tag("strong", *said)]
    behind = [
        tag("div", *places_html(places), class_=f"summarizer-behind summarizer-b{min(number, _TOLD_APART)}")
        for number, (_, places) in enumerate(sentences)
        if places
    ]
    name = f"summarizer-{kind or 'paragraph'}"
    if not behind:
        return tag("p", *said, class_=name, dir="auto")
    shown = tag("div", *behind, class_="summarizer-places")
    return tag("details", tag("summary", *said, dir="auto"), shown, class_=f"summarizer-unfolds {name}")


def _sentence(text: str, number: int) -> Html:
    gap = " " if text.endswith(" ") else ""
    said = tag("span", shortened(text, most=_TEXT), class_=f"summarizer-s{min(number, _TOLD_APART)}")
    return together([said, gap])


def statement_markdown(said: Said) -> str:
    """A statement as an item of a list in Markdown, its places as quotations below it."""
    word = f" *({inline(said.word)})*" if said.word else ""
    why = [f"  {inline(shortened(said.why, most=_WHY))}"] if said.why else []
    quotes = [f"  {place_markdown(place)}" for place in said.places[:_PLACES]]
    first = f"- {said.sign} {inline(shortened(said.text, most=_TEXT))}{word}"
    return "\n".join(chain([first], *(["", line] for line in [*why, *quotes])))


def in_list(items: Iterable[Html], *, count: int, room: int, all_of_it: str) -> list[Html]:
    """The first items of a list as far as there is room, and one that says how many more there are.

    Args:
        items: made one after the other.
        count: how many there are.
        room: characters to show at most.
        all_of_it: what to call for all of them.
    """
    shown: list[Html] = []
    for item in items:
        if shown and room < len(item):
            break
        room -= len(item)
        shown.append(item)
    if left := count - len(shown):
        shown.append(tag("li", f"and {left:,} more: ", tag("code", all_of_it), class_="summarizer-more", lang="en"))
    return shown


def _notes(said: Said) -> list[Html]:
    notes = [tag("span", said.word, class_="summarizer-word", lang="en")] if said.word else []
    labels = dict.fromkeys(place.label for place in said.places[:_PLACES])
    named = [shortened(one, most=60) for one in (said.source, *labels) if one]
    notes += [tag("small", one, class_="summarizer-label", dir="auto") for one in named]
    return [together([" ", note]) for note in notes]
