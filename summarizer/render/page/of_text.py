"""A text that was checked against a source, as a page: the text beside its source, each sentence with its verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from summarizer.document.document import Document
from summarizer.errors import MismatchError
from summarizer.fragments.harmless import one_line
from summarizer.notices.notice import Notice
from summarizer.render.page.about import cost_told, exam_told
from summarizer.render.page.content import CheckedText, Folded, PageContent, Statement, Told
from summarizer.render.page.page import page_of
from summarizer.render.page.sources_of import around_of, checked_places, read_again, shown_sources
from summarizer.render.renderer import RenderedDocument, RenderedUsage
from summarizer.render.wording import VERDICT_WORDS, reasoned
from summarizer.text.span import Span
from summarizer.verification.exam.results import ExamResult
from summarizer.verification.text_check import VerifiedSentence


class RenderedCheck(Protocol):
    """What the page shows of a checked text; a `TextVerification` is one."""

    @property
    def text(self) -> str:
        """The text that was checked."""

    @property
    def language(self) -> str:
        """Its language."""

    @property
    def markdown(self) -> bool | None:
        """Whether it is Markdown."""

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
    def exams(self) -> Sequence[ExamResult]:
        """How the judges did in their exams."""

    @property
    def unexamined_judges(self) -> Sequence[str]:
        """The judges that took none."""

    @property
    def notices(self) -> Sequence[Notice]:
        """What a reader has to know."""

    @property
    def model(self) -> str | None:
        """Who was asked."""

    @property
    def usage(self) -> RenderedUsage | None:
        """What that cost."""


def checked_page(check: RenderedCheck, *, original: Path | None = None) -> str:
    """The page of a checked text.

    Args:
        check: what was found.
        original: the PDF that the source was read from.

    Raises:
        MismatchError: the text of the source was left out.
        InputError: the original cannot be read.
        MissingExtra: there is an original, and what reads it is not installed.
    """
    return page_of(checked_content(check), original=original)


def checked_content(check: RenderedCheck) -> PageContent:
    """All that the page of a checked text shows.

    Raises:
        MismatchError: the text of the source was left out.
    """
    document = check.source
    if document is None or document.text is None:
        raise MismatchError("the page shows the source, and its text was left out; call attach(text) first")
    text = read_again(check.text, check, is_markdown=_looks_marked(check))
    judged = tuple(_judged(check))
    content = PageContent(
        title=one_line(text.title or "") or "A text beside its source",
        language=document.language,
        told_in=check.language,
        sources=shown_sources(document),
        about=tuple(filter(None, _about(check))),
        share=(sum(said.verdict == "supported" for _, said in judged), len(judged)),
        checked=CheckedText(document=text, statements=judged),
        folded=(_refused([said for _, said in judged]),),
        notices=check.notices,
        origins=tuple(document.origins),
        around=around_of(document),
    )
    checked_places(tuple(content.places()), document.text)
    return content


def _judged(check: RenderedCheck) -> Iterator[tuple[Span, Statement]]:
    """Each sentence that asserts something, at its place; a label such as "Background" is no statement."""
    for number, one in enumerate(check.sentences, start=1):
        if not one.label:
            holds = one.verdict == "supported"
            name = f"Sentence {number}" if holds else f"Sentence {number}, {VERDICT_WORDS[one.verdict]}"
            why = "" if holds else reasoned(one.verdict, one.reason)
            yield one.place.span, Statement.of_claim(one, name=name, id_=f"s{number}", why=why)


def _refused(judged: Sequence[Statement]) -> Folded:
    """What did not hold, open: it is what a reader of this page looks for."""
    refused = [replace(said, id=f"r{said.id}") for said in judged if said.verdict != "supported"]
    return Folded(title="What did not hold", statements=tuple(refused), kind="refused", is_open=True)


def _looks_marked(check: RenderedCheck) -> bool:
    return Document.of(check.text).markdown


def _about(check: RenderedCheck) -> Iterator[Told | None]:
    yield Told(name="Score", value=f"{check.score:.0%}", more="of the sentences are supported")
    if check.model is None:
        yield Told(name="Judge", value="rules alone", more="no model was asked")
        return
    yield exam_told(check.exams, unexamined=check.unexamined_judges, judged=check.model)
    if check.usage is not None:
        yield cost_told(check.usage)
