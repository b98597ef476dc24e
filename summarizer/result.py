"""A result is what a run returns: facts, summary, failures, usage and trace, as one frozen value.

Result.model_validate_json(result.model_dump_json()) == result
result.facts[0].evidence[0].text == result.document.text[start:end]
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Literal

from pydantic import Field, computed_field, model_validator

from summarizer.calls.call import Stage
from summarizer.document.document import Document
from summarizer.document.sources.source_part import SourcePart
from summarizer.document.surroundings.surrounding import Surrounding, SurroundingKind
from summarizer.errors import MismatchError
from summarizer.facts.disagreements import Disagreement
from summarizer.facts.fact import CheckedFact
from summarizer.failure import Failure
from summarizer.frozen import Frozen
from summarizer.languages.registry import language_of
from summarizer.notices.notice import Notice, without_notices
from summarizer.notices.of_result import notices_of
from summarizer.render.registry import rendered
from summarizer.render.renderer import DEFAULT_WIDTH, RenderOptions
from summarizer.runtime.observing.usage import StageCounts, Try
from summarizer.summary.summary import Summary
from summarizer.text.span import Evidence
from summarizer.verification.exam.results import ExamResult


class SourceRecord(Frozen):
    """One of the sources that a result is about: its text is `document.text[start:end]`, whose hash is `sha256`."""

    id: str
    url: str | None
    title: str | None
    date: dt.date | None
    language: str
    start: int
    end: int
    sha256: str

    @classmethod
    def of(cls, part: SourcePart) -> SourceRecord:
        """The record of this part."""
        return cls(
            id=part.id,
            url=part.url,
            title=part.title,
            date=part.date,
            language=part.language,
            start=part.start,
            end=part.end,
            sha256=part.sha256,
        )


class SurroundingRecord(Frozen):
    """A stretch that stands beside the article on its page, of which no fact was drafted.

    `document.text[start:end]` is the stretch, and `sentences` says how many of the document's sentences it has. `kind`
    is what it is: readers' comments, links to other articles, a byline, the caption of a picture and so on.
    """

    kind: SurroundingKind
    start: int
    end: int
    sentences: int

    @classmethod
    def of(cls, surrounding: Surrounding) -> SurroundingRecord:
        """The record of this stretch."""
        span = surrounding.span
        sentences = surrounding.last - surrounding.first
        return cls(kind=surrounding.kind, start=span.start, end=span.end, sentences=sentences)


class DocumentRecord(Frozen):
    """The document that a result is about: its text may be left out, its hash stays.

    `text is None or sha256 == hashlib.sha256(text.encode()).hexdigest()`. Offsets of every evidence refer to this text,
    which for HTML is the extracted text. `length` is in code points, `format` the name of the reader that read it.
    `language_known` is False where the text is in a `language` of which no words are known, so that it was read by form
    alone. `sources` are the texts that it is joined of, in order; none where a lone text was given. `surroundings` are
    ordered and disjoint: what stands around the article on its page, and in no fact.
    """

    text: str | None
    sha256: str
    length: int
    format: str
    title: str | None
    date: dt.date | None
    language: str
    sentences: int
    language_known: bool = True
    sources: tuple[SourceRecord, ...] = ()
    surroundings: tuple[SurroundingRecord, ...] = ()

    @classmethod
    def of(cls, document: Document) -> DocumentRecord:
        """The record of this document, its text included."""
        return cls(
            text=document.text,
            sha256=document.sha256,
            length=len(document.text),
            format=document.format,
            title=document.title,
            date=document.date,
            language=document.language,
            sentences=len(document.sentences),
            language_known=not document.language or language_of(document.language).known,
            sources=tuple(map(SourceRecord.of, document.parts)),
            surroundings=tuple(map(SurroundingRecord.of, document.surroundings)),
        )


class Usage(Frozen):
    """What calls cost, in the provider's own tokens.

    `tokens_cached` is a part of `tokens_in`, `tokens_reasoning` of `tokens_out`. `failed` counts the tries among
    `calls` that brought no reply; `replayed` counts replies that the cache held, which are not among `calls` and cost
    nothing. `cost` is in US dollars, exact, and None where one price is not known; a try that brought no reply counts
    for nothing in it, because nobody says what was charged.
    """

    calls: int = 0
    failed: int = 0
    replayed: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    tokens_cached: int = 0
    tokens_reasoning: int = 0
    cost: Decimal | None = Decimal(0)

    @classmethod
    def of_stage(cls, counts: StageCounts) -> Usage:
        """The usage that the counts of one stage are."""
        return cls(
            calls=counts.calls,
            failed=counts.failed,
            replayed=counts.replayed,
            tokens_in=counts.tokens_in,
            tokens_out=counts.tokens_out,
            tokens_cached=counts.tokens_cached,
            tokens_reasoning=counts.tokens_reasoning,
            cost=counts.cost,
        )

    def plus(self, other: Usage) -> Usage:
        """Both together; the cost is None where one of them is."""
        return Usage(
            calls=self.calls + other.calls,
            failed=self.failed + other.failed,
            replayed=self.replayed + other.replayed,
            tokens_in=self.tokens_in + other.tokens_in,
            tokens_out=self.tokens_out + other.tokens_out,
            tokens_cached=self.tokens_cached + other.tokens_cached,
            tokens_reasoning=self.tokens_reasoning + other.tokens_reasoning,
            cost=None if self.cost is None or other.cost is None else self.cost + other.cost,
        )


class TryUsage(Frozen):
    """One try of a call: `error` names the class of what went wrong, and is None when a reply came.

    `requests` is above 1 where the server refused the form of the first ones, which are failed calls of their stage.
    """

    stage: str
    call_id: str
    number: int
    requests: int
    error: str | None
    tokens_in: int
    tokens_out: int
    tokens_cached: int
    tokens_reasoning: int
    cost: Decimal | None

    @classmethod
    def of(cls, one: Try) -> TryUsage:
        """The usage that one try was."""
        return cls(
            stage=one.stage,
            call_id=one.call_id,
            number=one.number,
            requests=one.requests,
            error=one.error,
            tokens_in=one.tokens.tokens_in,
            tokens_out=one.tokens.tokens_out,
            tokens_cached=one.tokens.tokens_cached,
            tokens_reasoning=one.tokens.tokens_reasoning,
            cost=one.cost,
        )


class UsageReport(Usage):
    """Usage of a whole run, by stage and by try: each total is the sum over `by_stage`.

    Over `tries` too, where they are kept: sorted by stage, call and number; a report over several runs keeps none.
    """

    by_stage: dict[str, Usage] = Field(default_factory=dict)
    tries: tuple[TryUsage, ...] = ()

    @classmethod
    def of(cls, by_stage: Mapping[Stage, StageCounts], *, tries: Sequence[Try] = ()) -> UsageReport:
        """The report that these counts are."""
        stages: dict[str, Usage] = {stage: Usage.of_stage(counts) for stage, counts in by_stage.items()}
        total = Usage()
        for usage in stages.values():
            total = total.plus(usage)
        return cls(**total.model_dump(), by_stage=stages, tries=tuple(TryUsage.of(one) for one in tries))


class PromptRef(Frozen):
    """A prompt file that took part: its id (`extract.v3`) and the SHA-256 of its bytes."""

    id: str
    sha256: str


class Trace(Frozen):
    """Enough to repeat a result, or to refuse it: who wrote it, with which prompts, by which version and options.

    `engine` is `"model"` or `"extractive"`. `tokenizer` says what counted tokens (None where
    nothing had to be), `tokenizer_exact` whether it counts as the model does. `exams` are those by which the judges
    stand: none where they had nothing to judge. `unexamined_judges` names the models whose word counted without one,
    `exam` is which judges were to take one.
    """

    engine: Literal["model", "extractive"]
    model: str | None
    version: str
    prompts: tuple[PromptRef, ...]
    tokenizer: str | None
    tokenizer_exact: bool
    chunks: int
    chunk_tokens: int
    max_facts: int | None
    length: str
    language: str | None
    focus: str | None = None
    audience: str | None = None
    instructions: str | None = None
    judge_model: str | None = None
    verification: str = "standard"
    exams: tuple[ExamResult, ...] = ()
    unexamined_judges: tuple[str, ...] = ()
    exam: str = "auto"


class Result(Frozen):
    """Checked key facts and a quick summary of one document.

    `len(facts) + len(rejected)` is the number of drafted facts: nothing drafted is lost. Every fact in `facts` is
    supported and has evidence; `rejected` holds every other drafted fact with its verdict, outcome and reason. For
    every evidence `e` in it, `document.text[e.start:e.end] == e.text`.

    `notices` say what went otherwise than asked; every rendering shows them. They are in the JSON, described by
    `model_json_schema(mode="serialization")`, and made anew where it is read.

    `unanswered` is what the model found the article not to say of a `focus`; it is its word, and nothing shows it.

    `disagreements` are pairs of supported facts of different sources that cannot both be true; which is, is not told.

    A run whose replies all come from the cache makes no call and differs from the run that filled it in nothing but
    `usage`, which says what this run spent.
    """

    document: DocumentRecord
    facts: tuple[CheckedFact, ...]
    rejected: tuple[CheckedFact, ...]
    summary: Summary
    failures: tuple[Failure, ...]
    unanswered: tuple[str, ...] = ()
    usage: UsageReport
    trace: Trace
    disagreements: tuple[Disagreement, ...] = ()

    _made_anew = model_validator(mode="before")(without_notices)

    @computed_field  # type: ignore[prop-decorator] # as pydantic has it
    @property
    def notices(self) -> tuple[Notice, ...]:
        """What a reader has to know: what stands in, which language was not kept, what failed; the quiet ones last."""
        return notices_of(self)

    def fact(self, fact_id: str) -> CheckedFact:
        """The drafted fact with this id, ticked or not.

        Raises:
            KeyError: no drafted fact has this id.
        """
        for fact in (*self.facts, *self.rejected):
            if fact.id == fact_id:
                return fact
        raise KeyError(fact_id)

    def source_of(self, evidence: Evidence) -> SourceRecord | None:
        """The source that an evidence stands in, at `evidence.start - source.start`; None where a lone text was given.

        Args:
            evidence: one of this result.
        """
        return next((one for one in self.document.sources if one.start <= evidence.start < one.end), None)

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
                f"{self.document.sha256[:12]}… ({self.document.length} characters); attach the very text that was "
                "summarized"
            )
        for evidence in self.evidences():
            if evidence.span.of(text) != evidence.text:
                raise MismatchError(
                    f"the evidence at {evidence.start}..{evidence.end} does not stand there in the text"
                )
        return self.model_copy(update={"document": self.document.model_copy(update={"text": text})})

    def to_markdown(self, *, references: bool = False) -> str:
        """Key facts and quick summary as Markdown.

        Args:
            references: number the source sentences and list them at the end; off by default, as in a plain summary.
        """
        return rendered(self, "markdown", options=RenderOptions(references=references))

    def _repr_markdown_(self) -> str:
        """What a notebook shows of a result."""
        return rendered(self, "markdown", options=RenderOptions(notebook=True))

    def to_text(self, *, width: int = DEFAULT_WIDTH) -> str:
        """Key facts and quick summary for a terminal.

        Args:
            width: columns to wrap at, at least 40; 88 reads well and fits most windows.
        """
        return rendered(self, "text", options=RenderOptions(width=width))

    def to_html(self) -> str:
        """One self-contained page in which each fact and sentence links to its highlighted place in the article.

        Raises:
            MismatchError: the document's text was left out; `attach` it first.
        """
        return rendered(self, "html")
