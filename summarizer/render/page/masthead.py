"""The head of a page: its title, how it came about, and how much of what was said holds."""

from __future__ import annotations

from summarizer.fragments.elements import Html, tag
from summarizer.fragments.harmless import one_line
from summarizer.render.page.content import PageContent, Told


def masthead(content: PageContent) -> Html:
    """The title, a line of what is told of it, and a bar that is as full as what holds."""
    eyebrow = (
        "A text beside its source" if content.checked is not None else "Key facts and summary, each with its source"
    )
    return tag(
        "header",
        tag("p", eyebrow, class_="eyebrow"),
        tag("h1", content.title, dir="auto", lang=content.language or None),
        _held(content),
        tag("dl", *map(_told, content.about), class_="about") if content.about else None,
        class_="masthead",
    )


def _told(told: Told) -> Html:
    more = tag("span", one_line(told.more), class_="more") if told.more else None
    return tag("div", tag("dt", told.name), tag("dd", one_line(told.value), " " if more else None, more))


def _held(content: PageContent) -> Html | None:
    """How many statements hold, in words and as a bar; a single one has its sign already."""
    held, total = content.share
    if total < 2:
        return None
    said = "sentences are supported" if content.checked is not None else "drafted facts hold"
    words = f"All {total} {said}" if held == total else f"{held} of {total} {said}"
    bar = tag(
        "svg",
        tag("rect", width="100%", height="100%", class_="whole"),
        tag("rect", width=f"{held / total:.1%}", height="100%", class_="part"),
        class_="bar",
        aria_hidden="true",
    )
    return tag("p", bar, tag("span", words), class_="held")
