"""A notebook shows a checked text sentence by sentence, each with what was found of it and the places that say so.

cell_of_text(verification)  ->  <div class="summarizer-1f0c… …"><style>…</style><div class="summarizer-head">…
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Protocol

from summarizer.fragments.brief import counted
from summarizer.fragments.cell import cell
from summarizer.fragments.elements import Html, tag
from summarizer.fragments.markdown_signs import for_notebook, inline
from summarizer.fragments.places import shortened
from summarizer.fragments.shown import Shown
from summarizer.fragments.statements import TONES, Said, in_list, statement_html, statement_markdown
from summarizer.notices.notice import Notice
from summarizer.render.notebook.parts import Places, banner, foot, head, places_in, quiet_notes
from summarizer.render.renderer import RenderedDocument
from summarizer.render.wording import VERDICT_MARKS, VERDICT_WORDS
from summarizer.verification.text_check import VerifiedSentence
from summarizer.verification.verdict import Verdict

# Characters of HTML for the sentences: about two hundred of them.
_ROOM: Final = 120_000
_LINES: Final = 100
_ALL: Final = "verification.sentences"


class NotebookText(Protocol):
    """What a notebook shows of a checked text; a `TextVerification` is one."""

    @property
    def source(self) -> RenderedDocument | None:
        """What it was checked against."""

    @property
    def sentences(self) -> Sequence[VerifiedSentence]:
        """Its sentences, with what was found of them."""

    @property
    def score(self) -> float:
        """The share of them that is supported."""

    @property
    def counts(self) -> dict[Verdict, int]:
        """How many got each verdict."""

    @property
    def notices(self) -> Sequence[Notice]:
        """What a reader has to know."""

    @property
    def model(self) -> str | None:
        """Who was asked."""


def shown_text(checked: NotebookText) -> Shown:
    """How a notebook shows a checked text."""
    return Shown(
        markdown=lambda: _markdown(checked),
        html=lambda: cell_of_text(checked),
        all_of_it=f"for one in {_ALL}: print(one)",
    )


def cell_of_text(checked: NotebookText) -> Html:
    """The text as a cell: at most about 150,000 characters, however long it is.

    Where a sentence is contradicted or holds in part, the places that say so are unfolded; the others show theirs while
    a mouse is over them or they have the focus.

    Args:
        checked: any.
    """
    places = places_in(checked.source)
    items = (_item(sentence, places) for sentence in checked.sentences)
    listed = in_list(items, count=len(checked.sentences), room=_ROOM, all_of_it=_ALL)
    return cell(
        head(_title(checked), _known(checked)),
        _bar(checked.counts),
        *banner(checked.notices, all_of_it="verification.notices"),
        tag("ul", *listed, class_="summarizer-alone"),
        *quiet_notes(checked.notices),
        foot("The text beside its source: ", 'verification.to_html("checked.html")', ""),
    )


def _title(checked: NotebookText) -> str:
    return f"{checked.score:.0%} of the text is supported"


def _known(checked: NotebookText) -> Iterator[str]:
    yield counted(len(checked.sentences), "sentence")
    yield from (
        f"{checked.counts[verdict]:,} {word}" for verdict, word in VERDICT_WORDS.items() if verdict in checked.counts
    )
    yield checked.model or "no model"


def _bar(counts: Mapping[Verdict, int]) -> Html:
    """A bar of the colours of the verdicts, each as long as its share."""
    parts = (
        tag("span", class_=f"summarizer-{TONES.get(verdict, 'open')}", style=f"flex-grow:{counts[verdict]}")
        for verdict in VERDICT_MARKS
        if counts.get(verdict)
    )
    return tag("div", *parts, class_="summarizer-bar", aria_hidden="true")


def _item(sentence: VerifiedSentence, places: Places) -> Html:
    if sentence.label:
        return tag(
            "li", tag("strong", shortened(sentence.statement, most=_LINES * 2)), class_="summarizer-item", dir="auto"
        )
    decided = sentence.verdict in {"contradicted", "partly_supported"}
    return statement_html(_said(sentence, places), open_=decided)


def _said(sentence: VerifiedSentence, places: Places) -> Said:
    held = sentence.verdict == "supported"
    return Said(
        text=sentence.statement,
        sign=VERDICT_MARKS[sentence.verdict],
        tone=TONES.get(sentence.verdict, "open"),
        word="" if held else VERDICT_WORDS[sentence.verdict],
        why="" if held else sentence.reason,
        places=places(sentence.evidence),
    )


def _markdown(checked: NotebookText) -> str:
    places = places_in(checked.source)
    blocks = [f"**{inline(_title(checked))}**", inline(" · ".join(_known(checked)))]
    blocks += [f"> **Note:** {inline(notice.line)}" for notice in checked.notices]
    blocks += [statement_markdown(_said(sentence, places)) for sentence in checked.sentences if not sentence.label]
    return for_notebook(blocks)
