"""What a run returns: facts, summary, failures, usage and trace, as one frozen value."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping
from typing import Literal

from summarizer.errors import MismatchError
from summarizer.facts.fact import CheckedFact
from summarizer.failure import Failure
from summarizer.frozen import Frozen
from summarizer.render.html import html_of
from summarizer.render.markdown import markdown_of
from summarizer.render.terminal import text_of
from summarizer.models.base import Stage
from summarizer.runtime.meter import StageCounts
from summarizer.summary.summary import Summary
from summarizer.text.span import Evidence


class DocumentRecord(Frozen):
    """The document that a result is about: its text may be left out, its hash stays.

    `text is None or sha256 == hashlib.sha256(text.encode()).hexdigest()`. Offsets of every evidence refer to this text,
    which for HTML is the extracted text. `length` is in code points.
    """

    text: str | None
    sha256: str
    length: int
    format: Literal["plain", "markdown", "html"]
    title: str | None
    date: datetime.date | None
    language: str
    sentences: int


class Usage(Frozen):
    """What calls cost, in the provider's own tokens; `tokens_cached` is a part of `tokens_in`.

    `failed` counts the tries among `calls` that brought no reply.
    """

    calls: int = 0
    failed: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    tokens_cached: int = 0


class UsageReport(Usage):
    """Usage of a whole run and by stage: each total is the sum over `by_stage`."""

    by_stage: dict[str, Usage] = {}

    @classmethod
    def of(cls, by_stage: Mapping[Stage, StageCounts]) -> UsageReport:
        """The report that these counts are."""
        stages = {
            stage: Usage(
                calls=counts.calls,
                failed=counts.failed,
                tokens_in=counts.tokens_in,
                tokens_out=counts.tokens_out,
                tokens_cached=counts.tokens_cached,
            )
            for stage, counts in by_stage.items()
        }
        total = stages.values()
        return cls(
            calls=sum(usage.calls for usage in total),
            failed=sum(usage.failed for usage in total),
            tokens_in=sum(usage.tokens_in for usage in total),
            tokens_out=sum(usage.tokens_out for usage in total),
            tokens_cached=sum(usage.tokens_cached for usage in total),
            by_stage=stages,
        )


class PromptRef(Frozen):
    """A prompt file that took part: its id (`extract.v1`) and the SHA-256 of its bytes."""

    id: str
    sha256: str


class Trace(Frozen):
    """Enough to repeat a result, or to refuse it: who wrote it, with which prompts, by which version and options.

    `engine` is `"model"` or `"extractive"`. `tokenizer` says what counted tokens (None where
    nothing had to be), `tokenizer_exact` whether it counts as the model does.
    """

    engine: Literal["model", "extractive"]
    model: str | None
    version: str
    prompts: tuple[PromptRef, ...]
    tokenizer: str | None
    tokenizer_exact: bool
    chunks: int
    chunk_tokens: int
    max_facts: int
    length: str
    language: str | None


class Result(Frozen):
    """Checked key facts and a quick summary of one document.

    `len(facts) + len(rejected)` is the number of drafted facts: nothing drafted is lost. Every fact in `facts` is
    supported and has evidence; `rejected` holds every other drafted fact with its verdict, outcome and reason. For every
    evidence `e` in it, `document.text[e.start:e.end] == e.text`.
    """

    document: DocumentRecord
    facts: tuple[CheckedFact, ...]
    rejected: tuple[CheckedFact, ...]
    summary: Summary
    failures: tuple[Failure, ...]
    usage: UsageReport
    trace: Trace

    def fact(self, fact_id: str) -> CheckedFact:
        """The drafted fact with this id, ticked or not.

        Raises:
            KeyError: no drafted fact has this id.
        """
        for fact in (*self.facts, *self.rejected):
            if fact.id == fact_id:
                return fact
        raise KeyError(fact_id)

    def evidences(self) -> tuple[Evidence, ...]:
        """Every evidence that the result points at, in facts, assertions, summary and titles."""
        found: list[Evidence] = []
        for fact in (*self.facts, *self.rejected):
            found.extend(fact.evidence)
            for assertion in fact.assertions:
                found.extend(assertion.evidence)
        found.extend(self.summary.headline_evidence)
        for section in self.summary.sections:
            found.extend(section.title_evidence)
        for sentence in self.summary.sentences():
            found.extend(sentence.evidence)
        return tuple(found)

    def without_text(self) -> Result:
        """The same result with the document's text left out; `result.without_text().attach(text) == result`."""
        return self.model_copy(update={"document": self.document.model_copy(update={"text": None})})

    def attach(self, text: str) -> Result:
        """The same result with the document's text put back.

        Args:
            text: the document's text, to the letter (for HTML the extracted text).

        Raises:
            MismatchError: the text is not the one that the result was made from.
        """
        given = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        if given != self.document.sha256:
            raise MismatchError(
                f"this is not the text of the result: its SHA-256 is {given[:12]}…, the result was made from "
                f"{self.document.sha256[:12]}… ({self.document.length} characters); attach the very text that was summarized"
            )
        for evidence in self.evidences():
            if evidence.span.of(text) != evidence.text:
                raise MismatchError(f"the evidence at {evidence.start}..{evidence.end} does not stand there in the text")
        return self.model_copy(update={"document": self.document.model_copy(update={"text": text})})

    def to_markdown(self, *, references: bool = False) -> str:
        """Key facts and quick summary as Markdown.

        Args:
            references: number the source sentences and list them at the end; off by default, as in a plain summary.
        """
        return markdown_of(facts=self.facts, summary=self.summary, references=references)

    def to_text(self, *, width: int = 88) -> str:
        """Key facts and quick summary for a terminal.

        Args:
            width: columns to wrap at, at least 40; 88 reads well and fits most windows.
        """
        return text_of(
            facts=self.facts,
            rejected=self.rejected,
            summary=self.summary,
            failures=tuple(f"{f.stage}: {f.message} ({f.lost})" for f in self.failures),
            width=width,
        )

    def to_html(self) -> str:
        """One self-contained page in which each fact and sentence links to its highlighted place in the article.

        Raises:
            MismatchError: the document's text was left out; `attach` it first.
        """
        if self.document.text is None:
            raise MismatchError("the page shows the article, and this result holds no text; call result.attach(text) first")
        return html_of(
            text=self.document.text,
            title=self.document.title,
            language=self.document.language,
            facts=self.facts,
            rejected=self.rejected,
            summary=self.summary,
        )
