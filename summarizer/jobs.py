"""A job is one thing that a user asked for, ready to be done by a caller that blocks or on an event loop.

jobs.summarizing(document).run()         ->  Result
await jobs.summarizing(document).arun()  ->  the same Result
await done(lambda: jobs.summarizing(document_of(text)), size=len(text))   ->  the same, with the reading of the text
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import partial
from typing import Generic, TypeVar

from summarizer.calls.call import JUDGING, Call, Reply
from summarizer.calls.drivers.beside import beside
from summarizer.calls.drivers.dry_run import without_calls
from summarizer.calls.drivers.known_replies import Lacking
from summarizer.calls.flow import Plan
from summarizer.calls.prompts import load_prompt
from summarizer.document.chunks import Chunk, chunk
from summarizer.document.document import Document
from summarizer.document.tokens import TokenCounter
from summarizer.errors import ConfigError, ModelError
from summarizer.facts.disagreements import disagreements_of
from summarizer.languages.registry import code_of
from summarizer.models.profile import ModelProfile
from summarizer.pipelines.estimate import Estimate, estimate
from summarizer.pipelines.outcomes import Outcomes
from summarizer.pipelines.tasks import prompts_of
from summarizer.pipelines.writing import with_model, without_model
from summarizer.result import Result
from summarizer.result_parts.document_record import DocumentRecord
from summarizer.result_parts.text_verification import TextVerification
from summarizer.result_parts.trace import PromptRef, Trace
from summarizer.result_parts.usage_report import UsageReport
from summarizer.runtime.fallback import FallbackUse
from summarizer.runtime.session import RunSettings, Session
from summarizer.settings.exams import ExamBook
from summarizer.settings.models import AskedModels
from summarizer.settings.options import Options
from summarizer.summary.summary import Summary
from summarizer.telling.live import Live
from summarizer.telling.outcome import outcome_events
from summarizer.verification.claim import Claim
from summarizer.verification.exam.examine import Examined, examine
from summarizer.verification.exam.results import ExamResult
from summarizer.verification.judging.source import Source
from summarizer.verification.policy import ExamWhen, JudgePolicy
from summarizer.verification.text_check import claims_of
from summarizer.verification.verdict import CheckedClaim
from summarizer.verification.verifier import Verification, checked_claims, verify_claims
from summarizer.version import __version__

_log = logging.getLogger(__name__)

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class Job(Generic[T, R]):
    """A plan with what surrounds its calls, and what is made of its value; it is done once.

    Attributes:
        plan: what is to be done.
        size: characters of the texts that it is about.
        session: surrounds the calls and counts them.
        asks: False where the plan makes no call, because there is no model.
        conclude: makes of the plan's value what the user gets.
    """

    plan: Plan[T]
    size: int
    session: Session
    asks: bool
    conclude: Callable[[T], R]

    def run(self) -> R:
        """Do it, and wait for its calls; works inside a running event loop too."""
        try:
            value = self.session.run(self.plan) if self.asks else without_calls(self.plan)
        except ModelError as error:
            raise _without_its_way(error) from error.__cause__
        return self.conclude(value)

    async def arun(self) -> R:
        """Do it on the running event loop, and what a large text takes beside it."""
        try:
            if self.asks:
                value = await self.session.arun(self.plan, size=self.size)
            else:
                value = await beside(partial(without_calls, self.plan), size=self.size)
        except ModelError as error:
            raise _without_its_way(error) from error.__cause__
        return self.conclude(value)

    def so_far(self, reply_of: Callable[[Call], Reply]) -> R | Lacking:
        """Do it as far as replies are known, or say which calls lack one; see `Session.so_far`."""
        found = self.session.so_far(self.plan, reply_of=reply_of)
        return found if isinstance(found, Lacking) else self.conclude(found.value)


async def done(made: Callable[[], Job[T, R]], *, size: int) -> R:
    """What a job comes to whose making, too, holds no event loop up: a large text is read beside it.

    Args:
        made: makes the job; no text is read before.
        size: characters of text that are read for it.
    """
    job = await beside(made, size=size)
    return await job.arun()


def _without_its_way(error: ModelError) -> ModelError:
    """The error without the forty frames of drivers and middlewares that it came through; the log at DEBUG has them."""
    _log.debug("an error of a model, and the way that it took", exc_info=error)
    return error.with_traceback(None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Jobs:
    """Makes the jobs of one `Summarizer`.

    Attributes:
        models: who is asked.
        profile: what the main model can be trusted with.
        options: how much is written, and who judges.
        counter: counts the main model's tokens.
        settings: what surrounds the calls.
        exams: how the models did as judges.
    """

    models: AskedModels
    profile: ModelProfile
    options: Options
    counter: TokenCounter
    settings: RunSettings
    exams: ExamBook = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "exams", ExamBook(self.models, cache=self.settings.cache))

    @property
    def asks(self) -> bool:
        """True where there is a model; without one no plan makes a call."""
        return self.models.main is not None

    def otherwise(self, *, options: Options, settings: RunSettings) -> Jobs:
        """The same jobs with other options and settings; what is known of exams is shared."""
        jobs = replace(self, options=options, settings=settings)
        object.__setattr__(jobs, "exams", self.exams)
        return jobs

    def summarizing(self, document: Document) -> Job[Outcomes, Result]:
        """Key facts and a summary of a document."""
        chunks, options = self._chunks(document, article_only=True), self._options()
        session = self._session("summarize", article=document.sha256)
        if session.reporter.is_heard:
            session.heard = Live(session.reporter).hear

        def conclude(outcomes: Outcomes) -> Result:
            self.exams.keep(outcomes.exams)
            trace = self._trace(chunks=len(chunks), judge=options.judge, used=session.fallbacks.used)
            drafted, language = (*outcomes.facts, *outcomes.rejected), code_of(trace.language or "")
            result = Result(
                document=DocumentRecord.of(document),
                facts=outcomes.facts,
                rejected=outcomes.rejected,
                summary=outcomes.summary or Summary(headline="", written_by="model"),
                failures=outcomes.failures,
                unanswered=outcomes.unanswered,
                usage=UsageReport.of(session.meter.report(), tries=session.meter.tries()),
                trace=trace,
                disagreements=disagreements_of(drafted, document=document, language=language),
            )
            session.report(
                outcome_events(result),
                facts=len(result.facts),
                rejected=len(result.rejected),
                failures=result.failures,
            )
            return result

        plan = self._plan(document, chunks, options=options)
        return Job(plan=plan, size=len(document.text), session=session, asks=self.asks, conclude=conclude)

    def verifying(self, claims: Sequence[Claim], document: Document) -> Job[Verification, list[CheckedClaim]]:
        """A verdict on each of the claims."""
        session = self._session("verify", article=document.sha256)
        return self._verification(session, claims, document, conclude=checked_claims)

    def verifying_text(self, checked: Document, source: Document) -> Job[Verification, TextVerification]:
        """A verdict on each sentence of a document, held against another one."""

        def conclude(found: Verification) -> TextVerification:
            exams = self.exams.results_of(found.judge) if found.judge else ()
            return TextVerification.of(
                checked,
                source=source,
                verification=found,
                exams=exams,
                fallbacks=session.fallbacks.used,
                model=self.models.name,
                usage=UsageReport.of(session.meter.report(), tries=session.meter.tries()),
            )

        session = self._session("verify_text", article=source.sha256)
        return self._verification(session, claims_of(checked), source, conclude=conclude)

    def estimate(self, document: Document) -> Estimate:
        """What the job of summarizing a document would ask for."""
        if not self.asks:
            return Estimate(by_stage={}, cost_likely=Decimal(0), cost_most=Decimal(0))
        return estimate(
            document,
            chunks=self._chunks(document, article_only=True),
            options=self._options(),
            counter=self.counter,
            price=self.settings.price,
            profile=self.profile,
        )

    def examining(self) -> Job[Examined, tuple[ExamResult, ...]]:
        """The exam of everyone who judges, where it is not known already.

        Raises:
            ConfigError: there is no model.
        """
        if not self.asks:
            raise ConfigError("an exam needs a model that judges; pass model=")
        session = self._session("exam", article="")

        def conclude(examined: Examined) -> tuple[ExamResult, ...]:
            self.exams.keep(examined.results)
            session.note_failures(examined.failures)
            if examined.failures:
                raise ModelError(examined.failures[0].message, call_id=examined.failures[0].call_id)
            return self.exams.results_of(examined.judge)

        plan = examine(self._options("always").judge)
        return Job(plan=plan, size=0, session=session, asks=True, conclude=conclude)

    def _verification(
        self, session: Session, claims: Sequence[Claim], document: Document, *, conclude: Callable[[Verification], R]
    ) -> Job[Verification, R]:
        source = Source.of(document, chunks=self._chunks(document, article_only=False))
        judge = self._options().judge if self.asks else None

        def noted(found: Verification) -> R:
            self.exams.keep(found.exams)
            session.note_failures(found.failures)
            return conclude(found)

        plan = verify_claims(claims, source=source, stage="judge_claims", judge=judge, repaired=False)
        size = len(document.text) + sum(len(claim.statement) for claim in claims)
        return Job(plan=plan, size=size, session=session, asks=self.asks, conclude=noted)

    def _session(self, name: str, *, article: str) -> Session:
        """A run, in which a fallback judges if its word would count without an exam, or it has passed one."""
        judge, when = self.options.judge, self.options.exam
        fallbacks = tuple(
            replace(one, judges=self.exams.may_judge(one.model, policy=judge, when=when))
            for one in self.settings.fallbacks
        )
        return Session(name, article=article, settings=replace(self.settings, fallbacks=fallbacks))

    def _options(self, exam: ExamWhen | None = None) -> Options:
        """The options, with what is known by now of everyone who judges."""
        judge, when = self.options.judge, exam or self.options.exam
        return replace(self.options, judge=self.exams.standings(judge, when=when, profile=self.profile))

    def _plan(self, document: Document, chunks: Sequence[Chunk], *, options: Options) -> Plan[Outcomes]:
        if not self.asks:
            return without_model(document, options=options)
        return (yield from with_model(document, chunks=chunks, options=options, profile=self.profile))

    def _chunks(self, document: Document, *, article_only: bool) -> tuple[Chunk, ...]:
        """The document cut for the model; a document that no model reads is not cut.

        Any sentence of it may bear out a claim; a fact is told by the article alone.
        """
        if not self.asks:
            return ()
        return chunk(document, policy=self.options.chunks, counter=self.counter, article_only=article_only)

    def _trace(self, *, chunks: int, judge: JudgePolicy, used: Sequence[FallbackUse]) -> Trace:
        prompt_ids = prompts_of(self.options, profile=self.profile) if self.asks else ()
        prompts = [load_prompt(prompt_id) for prompt_id in prompt_ids]
        beside = self.models.judge
        judged = [one.fallback for one in used if one.stage in JUDGING]
        return Trace(
            engine="model" if self.asks else "extractive",
            model=self.models.name,
            version=__version__,
            prompts=tuple(PromptRef(id=prompt.id, sha256=prompt.sha256) for prompt in prompts),
            tokenizer=self.counter.name if self.asks else None,
            tokenizer_exact=self.counter.exact if self.asks else False,
            chunks=chunks,
            chunk_tokens=self.options.chunks.max_tokens,
            max_facts=self.options.max_facts,
            length=self.options.length,
            language=self.options.wishes.language,
            focus=self.options.wishes.focus,
            audience=self.options.wishes.audience,
            instructions=self.options.wishes.instructions,
            judge_model=beside.name if beside else None,
            verification=judge.level,
            exams=self.exams.results_of(judge),
            unexamined_judges=tuple(dict.fromkeys((*judge.unexamined, *judged))),
            exam=self.options.exam,
            fallback_models=tuple(model.name for model in self.models.fallbacks),
            fallbacks=tuple(used),
        )
