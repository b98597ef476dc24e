"""The parts of a notebook's cell that results and checked texts share: head, banner, lists, what is folded away.

head("Ferry out of service", ["6 facts ticked", "gpt-5-mini"])  ->  <div class="summarizer-head">…
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from summarizer.document import markup
from summarizer.document.sources.origin import Origin
from summarizer.document.sources.places import origins_over, source_at
from summarizer.fragments.elements import Html, tag
from summarizer.fragments.places import Place, place_in, shortened
from summarizer.fragments.statements import in_list
from summarizer.notices.notice import Notice
from summarizer.render.renderer import RenderedDocument
from summarizer.text.span import Evidence

_TITLE: Final = 200
_NOTICE: Final = 600
_NOTICES: Final = 8
_LABELS: Final = 3

Places = Callable[[Sequence[Evidence]], tuple[Place, ...]]


def places_in(document: RenderedDocument | None) -> Places:
    """What makes places of evidence.

    Args:
        document: what the evidence refers to; None where it was not kept.
    """
    if document is None:
        return lambda evidence: tuple(place_in(None, one.start, one.end, words=one.text) for one in evidence)

    def made(evidence: Sequence[Evidence]) -> tuple[Place, ...]:
        return tuple(
            place_in(
                document.text,
                one.start,
                one.end,
                words=one.text,
                read=_without_marks if _is_markdown(document, one) else str,
                label=label_of(origins_over(document.origins, one.span)),
            )
            for one in evidence
        )

    return made


def _is_markdown(document: RenderedDocument, evidence: Evidence) -> bool:
    own = source_at(document.sources, evidence.start)
    return bool(own.markdown if own else document.markdown)


def _without_marks(text: str) -> str:
    """The words of a stretch of Markdown."""
    return markup.apply(text, markup.edits_of(text)).text


def label_of(origins: Iterable[Origin]) -> str:
    """Where something stands in the file that was read, in a few words: "page 4; page 5"; "" for nowhere."""
    labels = list(dict.fromkeys(label for one in origins if (label := one.label)))
    return "; ".join([*labels[:_LABELS], "…"] if len(labels) > _LABELS else labels)


def head(title: str, known: Iterable[str]) -> Html:
    """What it is about, and what is known of it."""
    line = " · ".join(shortened(one, most=_TITLE) for one in known if one)
    named = tag("p", tag("strong", shortened(title, most=_TITLE)), class_="summarizer-title", dir="auto")
    return tag("div", named, tag("p", line, class_="summarizer-facts-of"), class_="summarizer-head")


def banner(notices: Sequence[Notice], *, all_of_it: str = "result.notices") -> list[Html]:
    """What a reader has to know, above all else; nothing where there is nothing."""
    loud = [notice for notice in notices if not notice.quiet]
    if not loud:
        return []
    lines = [_noted(notice) for notice in loud[:_NOTICES]]
    if len(loud) > _NOTICES:
        lines.append(tag("p", f"and {len(loud) - _NOTICES} more: ", tag("code", all_of_it)))
    return [tag("div", *lines, class_="summarizer-banner", role="note")]


def quiet_notes(notices: Sequence[Notice]) -> list[Html]:
    """What takes nothing away from what is shown, below it."""
    quiet = [notice for notice in notices if notice.quiet][:_NOTICES]
    return [tag("p", shortened(notice.line, most=_NOTICE), class_="summarizer-foot") for notice in quiet]


def part(title: str) -> Html:
    """The title of a part."""
    return tag("p", tag("strong", title), class_="summarizer-part")


def folded(title: str, items: Iterable[Html], *, count: int, room: int, all_of_it: str) -> list[Html]:
    """A list that is folded away under its title and count; nothing where it is empty."""
    if not count:
        return []
    listed = tag("ul", *in_list(items, count=count, room=room, all_of_it=all_of_it))
    return [tag("details", tag("summary", f"{title} ({count:,})"), listed, class_="summarizer-fold")]


def foot(before: str, call: str, after: str) -> Html:
    """What to call for more."""
    return tag("p", before, tag("code", call), after, class_="summarizer-foot")


def _noted(notice: Notice) -> Html:
    return tag("p", tag("strong", "Note:"), f" {shortened(notice.line, most=_NOTICE)}")
