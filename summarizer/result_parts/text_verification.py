"""A text verification is what a check of a whole text against a source comes to, as one frozen value.

found.score                                  ->  0.75: the share of its sentences that the source supports
found.sentences[2].place, .evidence, .reason ->  where it stands, where the source speaks of it, and why it did not hold
found.to_html("checked.html")                ->  the text beside its source, as a page
"""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from pathlib import Path
from typing import Annotated

from pydantic import Field, computed_field, model_validator

from summarizer.disk.files import replace_file
from summarizer.document.document import Document
from summarizer.document.sources.origin import Origin
from summarizer.document.sources.places import origins_over, source_at
from summarizer.errors import MismatchError
from summarizer.failure import Failure
from summarizer.fragments.brief import brief, counted
from summarizer.fragments.shown import Shown, ShowsItself
from summarizer.frozen import Frozen
from summarizer.notices.failures import failure_notices
from summarizer.notices.fallbacks import fallback_notices
from summarizer.notices.judges import judge_notices
from summarizer.notices.notice import Notice, without_notices
from summarizer.notices.unused import unused_notices
from summarizer.render.notebook.of_text import shown_text
from summarizer.render.page.of_text import checked_page
from summarizer.result_parts.document_record import DocumentRecord, SourceRecord
from summarizer.result_parts.usage_report import UsageReport
from summarizer.runtime.fallback import FallbackUse
from summarizer.text.span import Evidence
from summarizer.verification.exam.results import ExamResult
from summarizer.verification.text_check import VerifiedSentence, checked_sentences
from summarizer.verification.verdict import Verdict
from summarizer.verification.verifier import Verification


class TextVerification(Frozen, ShowsItself):
    """A text checked against a source.

    `text[s.place.start:s.place.end] == s.place.text` and `source[e.start:e.end] == e.text` for every sentence `s` and
    evidence `e` of it. `score` is the share of sentences that are supported, over all that were submitted but labels,
    those that nobody could judge among them: `0 <= score <= 1`.

    Attributes:
        text: The text that was checked; of HTML its extracted words.
        source_sha256: The SHA-256 of the source's text.
        source: The source, with its text unless that was left out; None in what was kept before it was.
        language: ISO 639-1 code of the text's language; "" if unknown.
        markdown: Whether the text is Markdown, whose marks are no words.
        sentences: Every sentence, heading and fragment of it that holds a word, in order.
        score: See above; 0.0 where there is nothing but labels.
        failures: The calls that brought no judgement.
        exams: How the models that judged did in their exams.
        unexamined_judges: The models that may have judged and were not examined.
        fallbacks: The calls that another model answered than the one they were for.
        model: Who was asked; None where rules alone judged.
        usage: What it has cost.
    """

    text: str
    source_sha256: str
    sentences: tuple[VerifiedSentence, ...]
    score: Annotated[float, Field(ge=0, le=1)]
    failures: tuple[Failure, ...] = ()
    exams: tuple[ExamResult, ...] = ()
    unexamined_judges: tuple[str, ...] = ()
    fallbacks: tuple[FallbackUse, ...] = ()
    source: DocumentRecord | None = None
    language: str = ""
    markdown: bool | None = None
    model: str | None = None
    usage: UsageReport | None = None

    _made_anew = model_validator(mode="before")(without_notices)

    @computed_field  # type: ignore[prop-decorator] # as pydantic has it
    @property
    def notices(self) -> tuple[Notice, ...]:
        """What a reader has to know: what failed, who stood in, whose word did not count, what could not be read.

        In the JSON, and made anew from it.
        """
        unused = self.source.unused if self.source is not None else ()
        told = (*failure_notices(self.failures), *fallback_notices(self.fallbacks), *judge_notices(self.exams))
        return (*told, *unused_notices(unused))

    def __repr__(self) -> str:
        words = ", ".join(f"{count} {verdict}" for verdict, count in self.counts.items())
        failed = f", {counted(len(self.failures), 'failure')}" if self.failures else ""
        told = f"{counted(len(self.sentences), 'sentence')}, score {self.score:.2f}, {words or 'nothing to judge'}"
        return f"<TextVerification {brief(self.text)}: {told}{failed}>"

    def _shown(self) -> Shown:
        return shown_text(self)

    @property
    def counts(self) -> dict[Verdict, int]:
        """How many sentences got each verdict, labels left out."""
        return dict(Counter(sentence.verdict for sentence in self.sentences if not sentence.label))

    @classmethod
    def of(
        cls,
        document: Document,
        *,
        source: Document,
        verification: Verification,
        exams: tuple[ExamResult, ...] = (),
        fallbacks: tuple[FallbackUse, ...] = (),
        model: str | None = None,
        usage: UsageReport | None = None,
    ) -> TextVerification:
        """The text with what was found of each of its claims.

        Args:
            document: the text that was checked.
            source: what it was checked against.
            verification: of the claims that `claims_of(document)` gives.
            exams: by which its judges stand.
            fallbacks: the calls that another model answered than the one they were for.
            model: who was asked.
            usage: what that has cost.
        """
        sentences = checked_sentences(document, verification)
        submitted = [sentence for sentence in sentences if not sentence.label]
        supported = sum(sentence.verdict == "supported" for sentence in submitted)
        return cls(
            text=document.text,
            source_sha256=source.sha256,
            sentences=sentences,
            score=supported / len(submitted) if submitted else 0.0,
            failures=verification.failures,
            exams=exams,
            unexamined_judges=verification.judge.unexamined if verification.judge else (),
            fallbacks=fallbacks,
            source=DocumentRecord.of(source),
            language=document.language,
            markdown=document.markdown,
            model=model,
            usage=usage,
        )

    def without_source(self) -> TextVerification:
        """The same with the text of the source left out; `found.without_source().attach(text) == found`."""
        if self.source is None:
            return self
        return self.model_copy(update={"source": self.source.model_copy(update={"text": None})})

    def attach(self, text: str) -> TextVerification:
        """The same with the text of the source put back.

        Args:
            text: the source's text, to the letter (for HTML the extracted text).

        Raises:
            MismatchError: it is another text than the one that this was checked against.
        """
        given = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        if given != self.source_sha256:
            raise MismatchError(
                f"this is not the text of the source: its SHA-256 is {given[:12]}…, that of the source is "
                f"{self.source_sha256[:12]}…; attach the very text that this was checked against"
            )
        source = self.source or DocumentRecord.of(Document.of(text))
        return self.model_copy(update={"source": source.model_copy(update={"text": text})})

    def origins_of(self, evidence: Evidence) -> tuple[Origin, ...]:
        """Where an evidence stands in the file that the source was read from; none where that was its text.

        Args:
            evidence: one of this value.
        """
        origins = self.source.origins if self.source is not None else ()
        return origins_over(origins, evidence.span)

    def source_of(self, evidence: Evidence) -> SourceRecord | None:
        """The source that an evidence stands in, at `evidence.start - source.start`; None where a lone text was given.

        Args:
            evidence: one of this value.
        """
        sources = self.source.sources if self.source is not None else ()
        return source_at(sources, evidence.start)

    def to_html(self, path: str | os.PathLike[str] | None = None, *, original: Path | None = None) -> str:
        """One self-contained page in which each sentence leads to the place of the source that it stands on.

        Args:
            path: a file to write it to, too; one that is there is replaced at once.
            original: the PDF that the source was read from: its pages are shown, too (extra `pdf`).

        Raises:
            MismatchError: the text of the source was left out; `attach` it first.
            InputError: the original cannot be read.
            MissingExtra: there is an original, and the extra `pdf` is not installed.
            ConfigError: the file cannot be written.
        """
        page = checked_page(self, original=original)
        if path is not None:
            replace_file(path, page)
        return page
