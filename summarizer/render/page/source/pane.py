"""The side of a page where the sources are read: each with its title, its text, and the pages that it was read from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from summarizer.fragments.elements import Html, direction, link, tag, together
from summarizer.fragments.harmless import one_line
from summarizer.render.page.choices import choice
from summarizer.render.page.content import PageContent, ShownSource, Statement
from summarizer.render.page.failed_words import failed_words
from summarizer.render.page.source.blocks import source_html
from summarizer.render.page.source.cover import Cover
from summarizer.render.page.source.page_images import page_images
from summarizer.render.page.source.running_text import RunningText
from summarizer.render.page.source.standing_on import HOLDS, SUMMARY, StandingOn
from summarizer.text.span import Span


def source_pane(content: PageContent, *, original: Path | None = None) -> Html:
    """The whole side: what chooses among sources and views, then every source.

    Args:
        content: what the page shows.
        original: the PDF that the source was read from, whose pages are shown then.

    Raises:
        InputError: the original cannot be read, or the text was not read from it.
        MissingExtra: there is an original, and what reads it is not installed.
    """
    support = Cover(place.span for place in content.places())
    against = Cover(chain.from_iterable(failed_words(said).instead for said in content.statements()))
    standing = StandingOn(_signed(content))
    articles = [
        _article(source, number, content=content, support=support, against=against, standing=standing)
        for number, source in enumerate(content.sources, start=1)
    ]
    sheets = list(page_images(original, origins=content.origins, places=support.spans)) if original else []
    return tag(
        "section",
        *_choices(content.sources, has_sheets=bool(sheets)),
        tag("div", *articles, class_="articles", lang=content.language or None),
        tag("div", *sheets, class_="sheets") if sheets else None,
        tag("a", "↑ Back to the statements", class_="up", href="#result"),
        id="source",
        tabindex=0,
        aria_label="Source",
    )


def _signed(content: PageContent) -> Iterator[tuple[Statement, str]]:
    """The statements that hold, each with what stands for it behind a sentence: a fact's number, "S" for a summary."""
    for number, fact in enumerate(content.facts, start=1):
        yield fact, str(number)
    for part in content.summary:
        for said in part.statements():
            yield said, SUMMARY
    if content.checked is not None:
        for _, said in content.checked.statements:
            if said.verdict == "supported":
                yield said, HOLDS


def _choices(sources: Sequence[ShownSource], *, has_sheets: bool) -> Iterator[Html]:
    if len(sources) > 1:
        tabs = [
            tag("a", source.name or f"Source {number}", href=f"#source-{number}", class_="tab")
            for number, source in enumerate(sources, start=1)
        ]
        yield tag("nav", *tabs, class_="tabs", aria_label="Sources")
    if has_sheets:
        options = [("pages", "Pages"), ("text", "Text")]
        inputs, labels = choice("view", options, chosen="pages", told="View of the source")
        yield together((inputs, tag("div", labels, class_="view")))


def _article(
    source: ShownSource, number: int, *, content: PageContent, support: Cover, against: Cover, standing: StandingOn
) -> Html:
    running = RunningText(
        source.document,
        start=source.start,
        support=support,
        against=against,
        behind=standing.behind,
        held=standing.places,
    )
    note = _Notes(content, start=source.start)
    return tag(
        "article",
        _heading(source, number, is_alone=len(content.sources) == 1),
        source_html(source.document, running, note=note),
        class_="article",
        id=f"source-{number}",
        lang=source.document.language or None,
        dir=direction(source.document.text),
    )


def _heading(source: ShownSource, number: int, *, is_alone: bool) -> Html:
    date = f"{source.date.day} {source.date:%B %Y}" if source.date else ""
    where = link(source.url, one_line(source.url), class_="address", dir="ltr") if source.url.strip() else None
    name = "Source" if is_alone else source.name or f"Source {number}"
    known = [tag("span", date) if date else None, where]
    title = None if is_alone or not source.title else tag("p", one_line(source.title), class_="title")
    return tag(
        "header",
        tag("h2", name, class_="eyebrow"),
        title,
        tag("p", *known, class_="known") if any(known) else None,
        lang="en",
    )


class _Notes:
    """What stands above a block: where it is in the file, if that changes, and what it is beside the article."""

    def __init__(self, content: PageContent, *, start: int) -> None:
        self._content = content
        self._start = start
        self._label = ""
        self._around: Span | None = None

    def __call__(self, block: Span) -> Html | None:
        """The note above a block, if there is anything new to say."""
        place = Span(self._start + block.start, self._start + block.end)
        return together(list(filter(None, (self._where(place), self._beside(place))))) or None

    def _where(self, place: Span) -> Html | None:
        found = self._content.origins_of(place)
        said = ", ".join(filter(None, (found[0].speaker, found[0].label))) if found else ""
        if not said or said == self._label:
            return None
        self._label = said
        return tag("p", one_line(said), class_="origin", lang="en")

    def _beside(self, place: Span) -> Html | None:
        around = next((one for one in self._content.around if one[0].overlaps(place)), None)
        if around is None or around[0] == self._around:
            return None
        self._around = around[0]
        return tag("p", around[1], class_="beside", lang="en")
