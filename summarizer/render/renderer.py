r"""A renderer turns a result into text of one format.

Renderer(name="markdown", writes="Markdown", render=_render)
MARKDOWN.render(result, RenderOptions(references=True))  ->  "## Key Facts\n\n- ✓ The port closes. [1]…"
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Protocol

from summarizer.document.sources.origin import Origin
from summarizer.document.surroundings.surrounding import SurroundingKind
from summarizer.facts.disagreements import Disagreement
from summarizer.facts.fact import CheckedFact
from summarizer.notices.notice import Notice
from summarizer.summary.summary import Summary
from summarizer.verification.exam.results import ExamResult

# 88 columns read well and fit most windows.
DEFAULT_WIDTH = 88


class RenderedSource(Protocol):
    """What a renderer may show of one of several sources; see `SourceRecord`."""

    @property
    def id(self) -> str:
        """What the user calls it, else its number."""

    @property
    def url(self) -> str | None:
        """Where it can be read."""

    @property
    def title(self) -> str | None:
        """Its title."""

    @property
    def date(self) -> dt.date | None:
        """The day of its publication."""

    @property
    def start(self) -> int:
        """Where its text begins in the document's."""

    @property
    def end(self) -> int:
        """One past its last code point."""

    @property
    def language(self) -> str:
        """ISO 639-1 code of its language."""

    @property
    def markdown(self) -> bool | None:
        """Whether its text is Markdown; None where that is not known."""


class RenderedSurrounding(Protocol):
    """What a renderer may show of what stands beside an article; see `SurroundingRecord`."""

    @property
    def kind(self) -> SurroundingKind:
        """What it is."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """One past its last code point."""


class RenderedDocument(Protocol):
    """What a renderer may show of the document that a result is about; see `DocumentRecord`."""

    @property
    def text(self) -> str | None:
        """The text that the evidence refers to; None where it was left out."""

    @property
    def title(self) -> str | None:
        """Its title; None where it has none."""

    @property
    def language(self) -> str:
        """ISO 639-1 code of its language; "" where that is not known."""

    @property
    def date(self) -> dt.date | None:
        """The day of its publication."""

    @property
    def format(self) -> str:
        """The name of the reader that read it."""

    @property
    def markdown(self) -> bool | None:
        """Whether its text is Markdown; None where that is not known."""

    @property
    def origins(self) -> Sequence[Origin]:
        """Where stretches of it stand in the file that was read."""

    @property
    def surroundings(self) -> Sequence[RenderedSurrounding]:
        """What stands beside the article."""

    @property
    def sources(self) -> Sequence[RenderedSource]:
        """The texts that it is joined of; none where a lone text was given."""


class RenderedTrace(Protocol):
    """What a renderer may show of how a result came about; see `Trace`."""

    @property
    def engine(self) -> str:
        """Who wrote it: a "model", or nobody ("extractive")."""

    @property
    def model(self) -> str | None:
        """Who wrote it."""

    @property
    def judge_model(self) -> str | None:
        """Who judged, where that was somebody else."""

    @property
    def language(self) -> str | None:
        """The language that was asked for."""

    @property
    def verification(self) -> str:
        """How hard it was looked."""

    @property
    def exams(self) -> Sequence[ExamResult]:
        """How the judges did in their exams."""

    @property
    def unexamined_judges(self) -> Sequence[str]:
        """Whose word counted without one."""


class RenderedUsage(Protocol):
    """What a renderer may show of what calls cost; see `UsageReport`."""

    @property
    def calls(self) -> int:
        """How many there were."""

    @property
    def replayed(self) -> int:
        """How many replies the cache held."""

    @property
    def tokens_in(self) -> int:
        """What was asked."""

    @property
    def tokens_out(self) -> int:
        """What was answered."""

    @property
    def cost(self) -> Decimal | None:
        """In US dollars; None where a price is not known."""


class RenderedResult(Protocol):
    """What a renderer may show of a result; a `Result` is one."""

    @property
    def document(self) -> RenderedDocument:
        """The document that it is about."""

    @property
    def facts(self) -> Sequence[CheckedFact]:
        """The ticked facts, in the order to show."""

    @property
    def rejected(self) -> Sequence[CheckedFact]:
        """Every other drafted fact, with the reason."""

    @property
    def summary(self) -> Summary:
        """The summary that stands on the facts."""

    @property
    def disagreements(self) -> Sequence[Disagreement]:
        """Which facts of different sources cannot both be true."""

    @property
    def notices(self) -> Sequence[Notice]:
        """What a reader has to know of it, the quiet ones last."""

    @property
    def trace(self) -> RenderedTrace:
        """How it came about."""

    @property
    def usage(self) -> RenderedUsage:
        """What it cost."""

    def without_text(self) -> RenderedResult:
        """The same without the document's text."""

    def model_dump_json(self, *, indent: int | None) -> str:
        """Everything, as JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnScreen:
    """What a terminal shows beside the plain text.

    Attributes:
        colored: Colors and weights, for a terminal that has them.
        numbered: The number of each drafted fact, the ticked ones first.
        rejected: Every fact that is not ticked, with its reason; else those alone that were not supported.
    """

    colored: bool = False
    numbered: bool = False
    rejected: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderOptions:
    """What a user may choose about a rendering; a renderer passes over what it has no use for.

    Attributes:
        width: columns to wrap at, at least 40; 88 reads well and fits most windows.
        references: number the source sentences and list them at the end; off by default, as in a plain summary.
        with_text: keep the article's text in a rendering that holds everything.
        shown: what a terminal shows beside the plain text; None for nothing.
        notebook: a notebook shows it, which reads a formula between any two dollar signs.
        original: the PDF that the document was read from, for a rendering that shows its pages.
    """

    width: int = DEFAULT_WIDTH
    references: bool = False
    with_text: bool = True
    shown: OnScreen | None = None
    notebook: bool = False
    original: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Renderer:
    """One format that results can be written in.

    Attributes:
        name: what users call the format: `--format markdown`.
        writes: what it is, as a phrase that ends "what to write: …".
        render: makes the text, with every notice of the result in it; a line break ends only what is a file by itself.
        takes_references: whether it heeds `references`.
        leaves_text_out: whether it heeds `with_text`.
    """

    name: str
    writes: str
    render: Callable[[RenderedResult, RenderOptions], str]
    takes_references: bool = False
    leaves_text_out: bool = False
