"""A result is what a run returns: facts, summary, failures, usage and trace, as one frozen value.

Result.model_validate_json(result.model_dump_json()) == result
result.facts[0].evidence[0].text == result.document.text[start:end]
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from pathlib import Path
from typing import Self

from pydantic import computed_field, model_validator

from summarizer.disk.files import replace_file
from summarizer.document.sources.origin import Origin
from summarizer.document.sources.places import origins_over, source_at
from summarizer.errors import ConfigError, InputError, MismatchError
from summarizer.facts.disagreements import Disagreement
from summarizer.facts.fact import CheckedFact
from summarizer.failure import Failure
from summarizer.fragments.brief import brief, counted, name_of
from summarizer.fragments.shown import Shown, ShowsItself
from summarizer.frozen import Frozen
from summarizer.notices.notice import Notice, without_notices
from summarizer.notices.of_result import notices_of
from summarizer.render.notebook.of_result import shown_result
from summarizer.render.records import Record, Rows, fact_record, summary_in_plain_text
from summarizer.render.registry import rendered
from summarizer.render.renderer import DEFAULT_WIDTH, RenderOptions
from summarizer.result_parts.document_record import DocumentRecord, SourceRecord
from summarizer.result_parts.trace import Trace
from summarizer.result_parts.usage_report import UsageReport
from summarizer.summary.summary import Summary
from summarizer.text.offsets import Offsets, Unit
from summarizer.text.span import Evidence, Span


class Result(Frozen, ShowsItself):
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

    def __repr__(self) -> str:
        counts = Counter(fact.outcome for fact in (*self.facts, *self.rejected))
        kinds = [f"{count} {outcome}" for outcome, count in counts.items() if outcome != "ticked"]
        told = [f"{counted(len(self.facts), 'fact')} ticked", *kinds]
        told.append(f"summary of {counted(sum(1 for _ in self.summary.sentences()), 'sentence')}")
        told += [counted(len(self.failures), "failure")] if self.failures else []
        told.append(brief(self.trace.model)[1:-1] if self.trace.model else "no model")
        name = f"{name_of(self.id)} " if self.id else ""
        return f"<Result {name}{brief(self.document.title or self.summary.headline)}: {', '.join(told)}>"

    @property
    def id(self) -> str | None:
        """What its article is called; None where a lone text was given, or several sources."""
        return self.document.sources[0].id if len(self.document.sources) == 1 else None

    @property
    def url(self) -> str | None:
        """Where its article can be read; None where that was not given, or several sources were."""
        return self.document.sources[0].url if len(self.document.sources) == 1 else None

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
        return source_at(self.document.sources, evidence.start)

    def origins_of(self, evidence: Evidence) -> tuple[Origin, ...]:
        """Where an evidence stands in the file that was read: its pages, cues or cells; none where that was its text.

        Args:
            evidence: one of this result.
        """
        return origins_over(self.document.origins, evidence.span)

    def offsets(self) -> Offsets:
        """The places of the document's text in other units; keep it where many are asked for.

        Raises:
            MismatchError: the document's text was left out; `attach` it first.
        """
        if self.document.text is None:
            raise MismatchError("the result holds no text to count in; attach(text) puts it back")
        return Offsets(self.document.text)

    def offsets_of(self, evidence: Evidence, *, unit: Unit = "code points") -> Span:
        """Where an evidence stands, counted in bytes of UTF-8 or in units of UTF-16, as other programs count.

        Args:
            evidence: one of this result.
            unit: "code points", "utf-8" or "utf-16".

        Raises:
            ConfigError: there is no such unit.
            MismatchError: the document's text was left out; `attach` it first.
        """
        return self.offsets().of(evidence.span, unit=unit)

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
        for dropped in self.summary.dropped:
            found.extend(dropped.evidence)
            for assertion in dropped.assertions:
                found.extend(assertion.evidence)
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

    def to_records(self, *, rows: Rows = "facts", unit: Unit = "code points") -> list[Record]:
        """The result as rows of plain values: `json.dumps(result.to_records())` works.

        Args:
            rows: "facts": one for each drafted fact, ticked or not (column `outcome`), with the places of its evidence;
                "articles": one for the article, with its summary as plain text.
            unit: what `start`, `end` and `places` are counted in: "code points", "utf-8" or "utf-16".

        Raises:
            ConfigError: there are no such rows, or no such unit.
            MismatchError: they are to be counted in another unit, and the document's text was left out.
        """
        if rows == "articles":
            return [self._article_record()]
        if rows != "facts":
            raise ConfigError(f"rows are one a fact ('facts') or one an article ('articles'), not {rows!r}")
        offsets = None if unit == "code points" else self.offsets()
        records = []
        for fact in (*self.facts, *self.rejected):
            source = self.source_of(fact.evidence[0]) if fact.evidence else None
            places = [one.span if offsets is None else offsets.of(one.span, unit=unit) for one in fact.evidence]
            names = {"article_id": self.id, "url": self.url, "source_id": source.id if source else None}
            records.append(fact_record(fact, places=places, **names))
        return records

    def _article_record(self) -> Record:
        document, usage, cost = self.document, self.usage, self.usage.cost
        return {
            "article_id": self.id,
            "url": self.url,
            "title": document.title,
            "date": document.date.isoformat() if document.date else None,
            "language": document.language,
            "sha256": document.sha256,
            "headline": self.summary.headline,
            "summary": summary_in_plain_text(self.summary),
            "written_by": self.summary.written_by,
            "facts": [fact.statement for fact in self.facts],
            "rejected": len(self.rejected),
            "failures": [failure.message for failure in self.failures],
            "notices": [notice.line for notice in self.notices],
            "model": self.trace.model,
            "calls": usage.calls,
            "tokens_in": usage.tokens_in,
            "tokens_out": usage.tokens_out,
            "cost": None if cost is None else float(cost),
            "error": None,
            "message": None,
        }

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the result to a file as JSON; `Result.load(path) == result`. A file that is there is replaced at once.

        Args:
            path: the file, such as "result.json".

        Raises:
            ConfigError: it cannot be written; what stood there before stays.
        """
        replace_file(path, self.model_dump_json(indent=2) + "\n")

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Self:
        """The result that `save` wrote to a file.

        Args:
            path: the file.

        Raises:
            InputError: it cannot be read, or holds no result of this version of the library.
        """
        try:
            return cls.model_validate_json(Path(path).read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise InputError(f"{os.fspath(path)} holds no result that can be read: {error}") from error

    def to_markdown(self, *, references: bool = False) -> str:
        """Key facts and quick summary as Markdown.

        Args:
            references: number the source sentences and list them at the end; off by default, as in a plain summary.
        """
        return rendered(self, "markdown", options=RenderOptions(references=references))

    def _shown(self) -> Shown:
        """What a notebook shows of a result."""
        return shown_result(self)

    def to_text(self, *, width: int = DEFAULT_WIDTH) -> str:
        """Key facts and quick summary for a terminal.

        Args:
            width: columns to wrap at, at least 40; 88 reads well and fits most windows.
        """
        return rendered(self, "text", options=RenderOptions(width=width))

    def to_html(self, path: str | os.PathLike[str] | None = None, *, original: Path | None = None) -> str:
        """One self-contained page in which each fact and sentence leads to its place in the article beside it.

        Args:
            path: a file to write it to, too; one that is there is replaced at once.
            original: the PDF that the article was read from: its pages are shown, too (extra `pdf`).

        Raises:
            MismatchError: the document's text was left out; `attach` it first.
            InputError: the original cannot be read.
            MissingExtra: there is an original, and the extra `pdf` is not installed.
            ConfigError: the file cannot be written.
        """
        page = rendered(self, "html", options=RenderOptions(original=original))
        if path is not None:
            replace_file(path, page)
        return page
