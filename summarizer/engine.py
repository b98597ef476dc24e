"""The summarizer: a model and the policies of its use, over one pipeline, sync and async."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Sequence
from decimal import Decimal
from types import TracebackType
from typing import Literal, Self, TypeVar

from summarizer.calls.call import Answerer, Call
from summarizer.calls.drivers.dry_run import without_calls
from summarizer.calls.flow import Plan
from summarizer.calls.prompts import load_prompt
from summarizer.document.chunks import Chunk, ChunkPolicy, chunk
from summarizer.document.document import Document, Format
from summarizer.document.tokens import TokenCounter, counter_for
from summarizer.errors import ConfigError
from summarizer.models.base import ChatModel
from summarizer.models.profile import JudgeForm, ModelProfile, profile_of
from summarizer.models.registry import resolve
from summarizer.pipelines.estimate import Estimate, estimate
from summarizer.pipelines.outcomes import Outcomes
from summarizer.pipelines.tasks import prompts_of
from summarizer.pipelines.writing import with_model, without_model
from summarizer.result import DocumentRecord, PromptRef, Result, Trace, UsageReport
from summarizer.runtime.budget import Budget, BudgetPolicy
from summarizer.runtime.cache import CachePolicy
from summarizer.runtime.concurrency import ConcurrencyLimit
from summarizer.runtime.limits import Limiter, LimitPolicy, limiter_for
from summarizer.runtime.observing.events import OnEvent
from summarizer.runtime.observing.prices import Prices, pricer_for
from summarizer.runtime.observing.telemetry import Telemetry, TelemetrySetting
from summarizer.runtime.observing.usage import Meter
from summarizer.runtime.retry import RetryPolicy
from summarizer.runtime.session import RunSettings, Session
from summarizer.settings.inputs import (
    cache_of,
    check_kinds,
    check_money,
    chunk_policy_for,
    document_of,
    given_claims,
    judge_model_of,
    text_document,
)
from summarizer.settings.options import Options, is_whole
from summarizer.summary.size import Length
from summarizer.verification.claim import Claim
from summarizer.verification.judging.source import Source
from summarizer.verification.policy import JudgePolicy, Level
from summarizer.verification.text_check import TextVerification, checked_text, claims_of
from summarizer.verification.verdict import CheckedClaim
from summarizer.verification.verifier import Verification, checked_claims, verify_claims
from summarizer.version import __version__

T = TypeVar("T")


class Summarizer:
    """Holds a model and the policies of its use; one object serves many articles, from many threads.

    Args:
        model: a model's name, a `ChatModel`, None for the extractive engine, or "auto": SUMMARIZER_MODEL if set, else
            OpenAI if OPENAI_API_KEY or OPENAI_BASE_URL is set, else None. The environment is read here, once.
        base_url: an OpenAI-compatible server that serves the model; None for OpenAI's own, or OPENAI_BASE_URL.
        api_key: the key for it; None takes OPENAI_API_KEY.
        max_facts: key facts ticked at most, 1 to 1000; 6 as in the form that the summary follows.
        length: "short", "medium" or "long": about 5, 14 or 36 sentences.
        language: the language to write in, by name or code; None for the article's own.
        chunks: how an article is cut for the model.
        retry: how often and how long a failed call is tried again.
        workers: calls in flight at most, 1 or more, of all that this object does at once; 8 stays below the limits of
            small accounts. `LimitPolicy(concurrency=…)` bounds all objects together that use one key.
        verification: how hard a claim is looked at where rules cannot decide. "fast": one look, by the judge model if
            there is one. "standard": a second look, by the judge model, where the first and the rules disagree.
            "strict": each claim alone, and two judges must pass it. See `JudgePolicy` for what each costs.
        judge_model: another model that judges, as `model` takes it (`base_url` and `api_key` are its too, unless it is
            `llama:…`); None has the one model judge. With `verification="fast"` it judges alone: a local judge beside a
            remote writer.
        judge_form: how judges are asked: "assertions", or "yes_no" for a small model on a server that gives token
            probabilities; None takes what a model's profile says, which is "assertions" for most.
        profile: what the model can be trusted with; None takes what it says of itself, which is much for any behind a
            `base_url`. `ModelProfile.small()` is for a small one there.
        counter: counts tokens for a model that is not OpenAI's; None estimates, and never too low.
        cache: True keeps replies in the user's cache folder, a path in that file, a `CachePolicy` with bounds of your
            own; off by default, because replies hold words of the article.
        prices: what tokens cost you; None asks the table of `genai-prices`, if that is installed (extra `prices`).
        limits: requests and tokens per minute that your account allows (extra `limits`), and calls at once; None goes
            by what the server tells, and so do limits.
        article_budget: how much one article, or one list of claims, may spend; None for no bound.
        budget: how much all work together may spend that is given the same `Budget`; None for no bound.
        on_event: called with each `Event` of a run, one after the other, in the thread where it happens. What it raises
            is logged, ends nothing, and silences it for the run.
        telemetry: make OpenTelemetry spans (extra `otel`): True with the provider that the process has set, or a
            provider; off by default.

    When a budget is used up, what is finished is returned, and each call that was not sent is a failure
    named `BudgetReached`.

    Raises:
        ConfigError: one of them is wrong; the message names it.
    """

    def __init__(  # noqa: PLR0913 -- the front door: each is one choice of the user's, with a default
        self,
        *,
        model: str | ChatModel | None = "auto",
        base_url: str | None = None,
        api_key: str | None = None,
        max_facts: int = 6,
        length: Length = "medium",
        language: str | None = None,
        chunks: ChunkPolicy | None = None,
        retry: RetryPolicy | None = None,
        workers: int = 8,
        verification: Level = "standard",
        judge_model: str | ChatModel | None = None,
        judge_form: JudgeForm | None = None,
        profile: ModelProfile | None = None,
        counter: TokenCounter | None = None,
        cache: bool | str | os.PathLike[str] | CachePolicy = False,
        prices: Prices | None = None,
        limits: LimitPolicy | None = None,
        article_budget: BudgetPolicy | None = None,
        budget: Budget | None = None,
        on_event: OnEvent | None = None,
        telemetry: TelemetrySetting = False,
    ) -> None:
        if not is_whole(workers) or workers < 1:
            raise ConfigError(f"workers must be a whole number, 1 or more, not {workers!r}")
        policies = {"chunks": chunks, "retry": retry, "profile": profile, "prices": prices, "limits": limits}
        check_kinds(on_event=on_event, article_budget=article_budget, budget=budget, **policies)
        main = resolve(model, base_url=base_url, api_key=api_key)
        self._model = main.model if main else None
        self._profile = profile or profile_of(self._model)
        if self._profile.plain and language is not None:
            raise ConfigError("a model of this size picks sentences and translates none; leave language out")
        policy = chunk_policy_for(chunks, profile=self._profile)
        judge = judge_model_of(judge_model, main=self._model, base_url=base_url, api_key=api_key)
        self._judge = judge.model if judge else None
        judged = JudgePolicy.of(
            verification,
            main=judge_form or self._profile.judge_form,
            judge=(judge_form or profile_of(self._judge).judge_form) if self._judge else None,
        )
        self._options = Options(max_facts=max_facts, length=length, language=language, chunks=policy, judge=judged)
        self._owned = [opened.to_close for opened in (main, judge) if opened and opened.to_close]
        self._counter = counter or counter_for(self._model.name if self._model else None)
        pace = limits or LimitPolicy()
        made_of: tuple[tuple[Answerer, ChatModel | None], ...] = (("main", self._model), ("judge", self._judge))
        self._models = {role: m for role, m in made_of if m is not None}
        self._limiters = {id(m): limiter_for(m, policy=pace) for m in self._models.values()}
        self._settings = RunSettings(
            retry=retry or RetryPolicy(),
            workers=workers,
            concurrency=ConcurrencyLimit(workers),
            counter=self._counter,
            price=pricer_for(self._model_of, prices=prices),
            model_of=self._model_of,
            limiter_of=self._limiter_of,
            article_budget=article_budget,
            budget=budget,
            cache=cache_of(cache),
            on_event=on_event,
            telemetry=Telemetry(telemetry) if telemetry else None,
            total=Meter(),
        )
        check_money(
            [article_budget, budget.policy if budget else None], price=self._settings.price, models=self._models
        )

    @property
    def engine(self) -> Literal["model", "extractive"]:
        """Which engine writes: a model, or the extractive one that needs none."""
        return "extractive" if self._model is None else "model"

    def summarize(
        self,
        text: str | Document,
        *,
        title: str | None = None,
        date: dt.date | None = None,
        format: Literal["auto"] | Format = "auto",  # noqa: A002 - the word that users expect
    ) -> Result:
        """Checked key facts and a quick summary of an article; works inside a running event loop too.

        Every evidence `e` in the result satisfies `result.document.text[e.start:e.end] == e.text`, and
        `len(result.facts) + len(result.rejected)` is the number of facts drafted.

        Args:
            text: the article (plain text, Markdown or HTML), or a `Document`.
            title: its title; None takes the one that it states.
            date: the day of its publication; None takes the one that it states.
            format: what `text` is; "auto" looks.

        Raises:
            InputError: the text cannot be used as it is.
            ModelError: the model could not be reached or refused every request.
        """
        document = document_of(text, title=title, date=date, format=format)
        session, chunks = self._session("summarize", document), self._chunks(document)
        if self._model is None:
            outcomes = without_model(document, options=self._options)
        else:
            outcomes = session.run(self._plan(document, chunks))
        return self._result(document, outcomes, session=session, chunks=chunks)

    async def asummarize(
        self,
        text: str | Document,
        *,
        title: str | None = None,
        date: dt.date | None = None,
        format: Literal["auto"] | Format = "auto",  # noqa: A002 - the word that users expect
    ) -> Result:
        """The same as `summarize`, without blocking the event loop while a model is waited for."""
        document = document_of(text, title=title, date=date, format=format)
        session, chunks = self._session("summarize", document), self._chunks(document)
        if self._model is None:
            outcomes = without_model(document, options=self._options)
        else:
            outcomes = await session.arun(self._plan(document, chunks))
        return self._result(document, outcomes, session=session, chunks=chunks)

    def verify(self, claims: Iterable[str], text: str | Document) -> list[CheckedClaim]:
        """Check claims that anyone wrote against a text: one verdict for each, in the order given.

        `[one.statement for one in result] == list(claims)`.

        Args:
            claims: sentences to check; each is taken as it is and never rewritten.
            text: what they are checked against.

        Raises:
            InputError: a claim or the text cannot be used as it is.
        """
        document = text_document(text)
        plan, session = self._verification(given_claims(claims), document), self._session("verify", document)
        found = without_calls(plan) if self._model is None else session.run(plan)
        session.failed(found.failures)
        return checked_claims(found)

    async def averify(self, claims: Iterable[str], text: str | Document) -> list[CheckedClaim]:
        """The same as `verify`, without blocking the event loop while a model is waited for."""
        document = text_document(text)
        plan, session = self._verification(given_claims(claims), document), self._session("verify", document)
        found = without_calls(plan) if self._model is None else await session.arun(plan)
        session.failed(found.failures)
        return checked_claims(found)

    def verify_text(self, summary: str | Document, source: str | Document) -> TextVerification:
        """Check a whole text that anyone wrote against a source: every sentence, headline and fragment of it.

        Every sentence of the result has its place in `summary` and its evidence in `source`, and the score is the share
        of sentences that are supported.

        Args:
            summary: what is checked: plain text, Markdown or HTML.
            source: what it is checked against.

        Raises:
            InputError: a text cannot be used as it is.
        """
        checked, document = text_document(summary), text_document(source)
        plan, session = self._verification(claims_of(checked), document), self._session("verify_text", document)
        found = without_calls(plan) if self._model is None else session.run(plan)
        session.failed(found.failures)
        return checked_text(checked, source=document, verification=found)

    async def averify_text(self, summary: str | Document, source: str | Document) -> TextVerification:
        """The same as `verify_text`, without blocking the event loop while a model is waited for."""
        checked, document = text_document(summary), text_document(source)
        plan, session = self._verification(claims_of(checked), document), self._session("verify_text", document)
        found = without_calls(plan) if self._model is None else await session.arun(plan)
        session.failed(found.failures)
        return checked_text(checked, source=document, verification=found)

    def estimate(
        self,
        text: str | Document,
        *,
        title: str | None = None,
        date: dt.date | None = None,
        format: Literal["auto"] | Format = "auto",  # noqa: A002 - the word that users expect
    ) -> Estimate:
        """What `summarize` with the same arguments will ask for and cost; nothing is sent.

        Raises:
            InputError: the text cannot be used as it is.
        """
        document = document_of(text, title=title, date=date, format=format)
        if self._model is None:
            return Estimate(by_stage={}, cost_likely=Decimal(0), cost_most=Decimal(0))
        return estimate(
            document,
            chunks=self._chunks(document),
            options=self._options,
            counter=self._counter,
            price=self._settings.price,
            profile=self._profile,
        )

    @property
    def usage(self) -> UsageReport:
        """What all work of this object has spent so far, of `verify` too, and of runs that ended in an error."""
        return UsageReport.of(self._settings.total.report())

    def close(self) -> None:
        """Close the connections of a model that was made from a name, and the cache; a later use opens them again."""
        if self._settings.cache is not None:
            self._settings.cache.close()
        for model in self._owned:
            model.close()

    async def aclose(self) -> None:
        """The same as `close`, without blocking the event loop."""
        if self._settings.cache is not None:
            self._settings.cache.close()
        for model in self._owned:
            await model.aclose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    @property
    def _asked(self) -> ChatModel:
        if self._model is None:
            raise RuntimeError("nobody is asked without a model")
        return self._model

    def _model_of(self, call: Call) -> ChatModel:
        return self._judge if call.role == "judge" and self._judge else self._asked

    def _limiter_of(self, call: Call) -> Limiter:
        return self._limiters[id(self._model_of(call))]

    def _chunks(self, document: Document) -> tuple[Chunk, ...]:
        if self._model is None:
            return ()
        return chunk(document, policy=self._options.chunks, counter=self._counter)

    def _plan(self, document: Document, chunks: Sequence[Chunk]) -> Plan[Outcomes]:
        return with_model(document, chunks=chunks, options=self._options, profile=self._profile)

    def _session(self, name: str, document: Document) -> Session:
        return Session(name, article=document.sha256, settings=self._settings)

    def _verification(self, claims: Sequence[Claim], document: Document) -> Plan[Verification]:
        source = Source.of(document, chunks=self._chunks(document))
        judge = self._options.judge if self._model else None
        return verify_claims(claims, source=source, stage="judge_claims", judge=judge, repaired=False)

    def _result(self, document: Document, outcomes: Outcomes, *, session: Session, chunks: Sequence[Chunk]) -> Result:
        used = prompts_of(self._options, profile=self._profile) if self._model else ()
        prompts = [load_prompt(prompt) for prompt in used]
        counter = self._counter if self._model else None
        usage = UsageReport.of(session.meter.report(), tries=session.meter.tries())
        session.concluded(ticked=outcomes.facts, rejected=outcomes.rejected, failures=outcomes.failures)
        return Result(
            document=DocumentRecord.of(document),
            facts=outcomes.facts,
            rejected=outcomes.rejected,
            summary=outcomes.summary,
            failures=outcomes.failures,
            usage=usage,
            trace=Trace(
                engine=self.engine,
                model=self._model.name if self._model else None,
                version=__version__,
                prompts=tuple(PromptRef(id=prompt.id, sha256=prompt.sha256) for prompt in prompts),
                tokenizer=counter.name if counter else None,
                tokenizer_exact=counter.exact if counter else False,
                chunks=len(chunks),
                chunk_tokens=self._options.chunks.max_tokens,
                max_facts=self._options.max_facts,
                length=self._options.length,
                language=self._options.language,
                judge_model=self._judge.name if self._judge else None,
                verification=self._options.judge.level,
            ),
        )
