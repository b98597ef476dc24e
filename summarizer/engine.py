"""The summarizer: a model and the policies of its use, over one pipeline, for callers that block and for event loops.

with Summarizer(model="gpt-5-mini") as summarizer:
    result = summarizer.summarize(text)              # or: await summarizer.asummarize(text)
    checked = summarizer.verify(["It rains."], text)
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, Literal, Self, Unpack

from summarizer.as_given import AsGiven
from summarizer.document.chunks import ChunkPolicy
from summarizer.document.document import Document, Format
from summarizer.document.readers.given import Given
from summarizer.document.tokens import TokenCounter, counter_for
from summarizer.jobs import Jobs, done
from summarizer.many.batches.policy import BatchPolicy
from summarizer.many.submitted import SubmittedArticles
from summarizer.models.base import ChatModel
from summarizer.models.profile import JudgeForm, ModelProfile, profile_of
from summarizer.models.registry import named_model
from summarizer.models.request_policy import RequestPolicy
from summarizer.pipelines.estimate import Estimate
from summarizer.result import Result
from summarizer.result_parts.text_verification import TextVerification
from summarizer.result_parts.usage_report import UsageReport
from summarizer.runtime.budget import Budget, BudgetPolicy
from summarizer.runtime.limits import LimitPolicy
from summarizer.runtime.observing.events import OnEvent
from summarizer.runtime.observing.prices import Prices
from summarizer.runtime.observing.telemetry import TelemetrySetting
from summarizer.runtime.retry import RetryPolicy
from summarizer.settings.choices import (
    CHECKING_NAMES,
    CHOICE_NAMES,
    Checking,
    Choices,
    check_names,
    chosen_options,
    chosen_settings,
    in_brief,
)
from summarizer.settings.inputs import Text, document_of, given_claims, size_of, text_document
from summarizer.settings.models import AskedModels, FallbackModel
from summarizer.settings.options import check_kind
from summarizer.settings.portable import Asked, asked_of, check_same, given_for_elsewhere
from summarizer.settings.run import GivenCache, Policies, run_settings
from summarizer.streaming.streamed import StreamedArticles
from summarizer.summary.size import Length
from summarizer.verification.exam.results import ExamResult
from summarizer.verification.policy import ExamWhen, Level
from summarizer.verification.verdict import CheckedClaim


class Summarizer(AsGiven, StreamedArticles, SubmittedArticles):
    """Holds a model and the policies of its use; one object serves many articles, from many threads.

    It pickles as the settings that it was given, and whoever unpickles it has one with connections of its own; keys
    that were read from the environment stay behind, and are read where it arrives.

    Args:
        model: a model's name, a `ChatModel`, None for the extractive engine, or "auto": SUMMARIZER_MODEL if set, else
            OpenAI if OPENAI_API_KEY or OPENAI_BASE_URL is set, else None. The environment is read here, once.
        base_url: an OpenAI-compatible server that serves the model; None for OpenAI's own, or OPENAI_BASE_URL.
        api_key: the key for it; None takes OPENAI_API_KEY.
        request: how models that are named are asked: timeout, output limit, reasoning effort, temperature, seed, extra
            headers and fields, proxy and certificates. A `ChatModel` of your own has settings of its own.
        max_facts: key facts ticked at most, 1 to 1000; None lets the text decide: two of a note, six of a news report,
            fifteen of a report of 2,300 words.
        length: "short", "medium" or "long": at most about 6, 14 or 35 sentences of a text of a thousand words, fewer of
            a shorter and somewhat more of a longer one.
        language: the language to write in, by name or code; None for the article's own.
        focus: what the reader wants to know of the article, such as "what changes for tenants": facts and summary
            answer it, and `Result.unanswered` is what of it the article does not say; None for what matters in it.
        audience: who reads it; None for anybody.
        instructions: what else is wished of the writing. Like the two above it shapes what is chosen and how it is
            told, and turns off no check.
        fallback_model: another model, or several in their order, each as `model` takes it; asked where a model is not
            reached, is out of its limits for good, refuses the request or declines to answer. `base_url`, `api_key` and
            `request` are its too, unless it is `llama:…`; for another server give an `OpenAIChat`. Who stood in for
            whom is in the trace, the events and a notice.
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
        exam: which judges take a short exam, once, before their first judgement. One that fails is not asked: its
            claims are `unchecked`, and the reason says so. "auto": models in this process, small ones, and judges asked
            for one word; "always": any; "never": none. The trace of a result holds what it came to, or names who was
            not examined.
        profile: what the model can be trusted with; None takes what it says of itself, which is much for any behind a
            `base_url`. `ModelProfile.small()` is for a small one there.
        counter: counts tokens for a model that is not OpenAI's; None estimates, and never too low.
        cache: True keeps replies in the user's cache folder, a path in that file, a `CachePolicy` with bounds of your
            own, any `Cache` where that puts them, such as a `RedisCache` for many machines; off by default, because
            replies hold words of the article.
        prices: what tokens cost you; None asks the table of `genai-prices`, if that is installed (extra `prices`).
        batches: how `submit` and `collect` use a batch endpoint; None takes OpenAI's limits and half of the price.
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
        request: RequestPolicy | None = None,
        fallback_model: FallbackModel = None,
        max_facts: int | None = None,
        length: Length = "medium",
        language: str | None = None,
        focus: str | None = None,
        audience: str | None = None,
        instructions: str | None = None,
        chunks: ChunkPolicy | None = None,
        retry: RetryPolicy | None = None,
        workers: int = 8,
        verification: Level = "standard",
        judge_model: str | ChatModel | None = None,
        judge_form: JudgeForm | None = None,
        exam: ExamWhen = "auto",
        profile: ModelProfile | None = None,
        counter: TokenCounter | None = None,
        cache: GivenCache = False,
        prices: Prices | None = None,
        batches: BatchPolicy | None = None,
        limits: LimitPolicy | None = None,
        article_budget: BudgetPolicy | None = None,
        budget: Budget | None = None,
        on_event: OnEvent | None = None,
        telemetry: TelemetrySetting = False,
    ) -> None:
        policies = Policies(
            retry=retry,
            workers=workers,
            cache=cache,
            prices=prices,
            limits=limits,
            article_budget=article_budget,
            budget=budget,
            on_event=on_event,
            telemetry=telemetry,
        )
        check_kind("chunks", chunks, kind=ChunkPolicy)
        check_kind("profile", profile, kind=ModelProfile)
        check_kind("request", request, kind=RequestPolicy)
        check_kind("batches", batches, kind=BatchPolicy)
        self._model = named_model(model, base_url=base_url, api_key=api_key)
        self._models = AskedModels.of(
            self._model,
            judge_model=judge_model,
            base_url=base_url,
            api_key=api_key,
            request=request,
            fallback_model=fallback_model,
        )
        trusted = profile or profile_of(self._models.main)
        self._chosen = Choices(
            max_facts=max_facts,
            length=length,
            language=language,
            focus=focus,
            audience=audience,
            instructions=instructions,
            verification=verification,
        )
        self._options_of = partial(
            chosen_options, models=self._models, profile=trusted, chunks=chunks, judge_form=judge_form, exam=exam
        )
        options = self._options_of(self._chosen)
        self._batches = batches or BatchPolicy()
        counter = counter or counter_for(self._models.name)
        self._settings = run_settings(self._models, counter=counter, policies=policies)
        self._jobs = Jobs(
            models=self._models, profile=trusted, options=options, counter=counter, settings=self._settings
        )

    def __repr__(self) -> str:
        return f"<Summarizer {self._models.name or 'no model'}: {in_brief(self._chosen)}>"

    @property
    def engine(self) -> Literal["model", "extractive"]:
        """Which engine writes: a model, or the extractive one that needs none."""
        return "model" if self._jobs.asks else "extractive"

    def summarize(
        self,
        text: Text,
        *,
        title: str | None = None,
        date: dt.date | None = None,
        format: Literal["auto"] | Format = "auto",  # noqa: A002 - the word that users expect
        **choices: Unpack[Choices],
    ) -> Result:
        """Checked key facts and a quick summary of an article; works inside a running event loop too.

        Every evidence `e` in the result satisfies `result.document.text[e.start:e.end] == e.text`, and
        `len(result.facts) + len(result.rejected)` is the number of facts drafted.

        Args:
            text: the article (plain text, Markdown or HTML), the `pathlib.Path` of a file or its bytes (PDF, DOCX, EPUB
                and more), a `Document`, an `Article` with its id and URL, or a list of these, which are summarized
                together: `Result.source_of` names the source of each fact.
            title: its title; None takes the one that it states.
            date: the day of its publication; None takes the one that it states.
            format: what `text` is; "auto" looks.
            choices: what is otherwise for this call than the `Summarizer` has it: `max_facts`, `length`, `language`,
                `focus`, `audience`, `instructions`, `verification`, `retry`, `article_budget`, `on_event`. Connections,
                limits, `budget` and cache are shared with all its calls.

        Raises:
            InputError: the text cannot be used as it is.
            ConfigError: a choice is wrong; the message names it.
            ModelError: the model could not be reached or refused every request.
        """
        document = document_of(text, title=title, date=date, format=format)
        return self._jobs_with(choices).summarizing(document).run()

    async def asummarize(
        self,
        text: Text,
        *,
        title: str | None = None,
        date: dt.date | None = None,
        format: Literal["auto"] | Format = "auto",  # noqa: A002 - the word that users expect
        **choices: Unpack[Choices],
    ) -> Result:
        """The same as `summarize`, without holding up the event loop: neither with waits nor with a large text."""
        jobs = self._jobs_with(choices)
        read = partial(document_of, text, title=title, date=date, format=format)
        return await done(lambda: jobs.summarizing(read()), size=size_of(text))

    def verify(self, claims: Iterable[str], text: Given | Document, **choices: Unpack[Checking]) -> list[CheckedClaim]:
        """Check claims that anyone wrote against a text: one verdict for each, in the order given.

        `[one.statement for one in result] == list(claims)`.

        Args:
            claims: sentences to check; each is taken as it is and never rewritten.
            text: what they are checked against: a text, a `Path`, bytes or a `Document`.
            choices: what is otherwise for this call: `verification`, `retry`, `article_budget`, `on_event`.

        Raises:
            InputError: a claim or the text cannot be used as it is.
            ConfigError: a choice is wrong; the message names it.
        """
        jobs = self._jobs_with(choices, taken=CHECKING_NAMES)
        return jobs.verifying(given_claims(claims), text_document(text)).run()

    async def averify(
        self, claims: Iterable[str], text: Given | Document, **choices: Unpack[Checking]
    ) -> list[CheckedClaim]:
        """The same as `verify`, without holding up the event loop: neither with waits nor with a large text."""
        jobs = self._jobs_with(choices, taken=CHECKING_NAMES)
        given = list(given_claims(claims))  # here: what brings them may belong to this thread
        return await done(lambda: jobs.verifying(given, text_document(text)), size=size_of(text))

    def verify_text(self, summary: Given | Document, source: Text, **choices: Unpack[Checking]) -> TextVerification:
        """Check a whole text that anyone wrote against a source: every sentence, headline and fragment of it.

        Every sentence of the result has its place in `summary` and its evidence in `source`, and the score is the share
        of sentences that are supported.

        Args:
            summary: what is checked: plain text, Markdown or HTML.
            source: what it is checked against: one text, or several, such as the passages that it was made from;
                `TextVerification.source_of` names the one of each evidence.
            choices: what is otherwise for this call, as for `verify`.

        Raises:
            InputError: a text cannot be used as it is.
            ConfigError: a choice is wrong; the message names it.
        """
        jobs = self._jobs_with(choices, taken=CHECKING_NAMES)
        return jobs.verifying_text(text_document(summary), text_document(source)).run()

    async def averify_text(
        self, summary: Given | Document, source: Text, **choices: Unpack[Checking]
    ) -> TextVerification:
        """The same as `verify_text`, without holding up the event loop: neither with waits nor with a large text."""
        jobs = self._jobs_with(choices, taken=CHECKING_NAMES)
        size = size_of(summary) + size_of(source)
        return await done(lambda: jobs.verifying_text(text_document(summary), text_document(source)), size=size)

    def estimate(
        self,
        text: Text,
        *,
        title: str | None = None,
        date: dt.date | None = None,
        format: Literal["auto"] | Format = "auto",  # noqa: A002 - the word that users expect
        by_batch: bool = False,
        **choices: Unpack[Choices],
    ) -> Estimate:
        """What `summarize` with the same arguments will ask for and cost; nothing is sent.

        With `by_batch` it costs what it does by `submit`.

        Raises:
            InputError: the text cannot be used as it is.
        """
        document = document_of(text, title=title, date=date, format=format)
        jobs = self._jobs_with(choices)
        price = self._batches.discounted(jobs.settings.price) if by_batch else jobs.settings.price
        return jobs.otherwise(options=jobs.options, settings=replace(jobs.settings, price=price)).estimate(document)

    def exam(self) -> tuple[ExamResult, ...]:
        """How everyone who judges here does in the exam for judges, whatever `exam=` says; one result for each prompt.

        What the process or the cache knows already is not asked again.

        Raises:
            ConfigError: there is no model.
            ModelError: the exam could not be finished.
        """
        return self._jobs.examining().run()

    async def aexam(self) -> tuple[ExamResult, ...]:
        """The same as `exam`, without blocking the event loop."""
        return await self._jobs.examining().arun()

    def __reduce__(self) -> tuple[Callable[..., Summarizer], tuple[object, ...]]:
        given = {**self._given[1], "model": self._model}
        return _made_elsewhere, (type(self), given_for_elsewhere(given), asked_of(self._models))

    @property
    def usage(self) -> UsageReport:
        """What all work of this object has spent so far, of `verify` too, and of runs that ended in an error."""
        return UsageReport.of(self._settings.total.report())

    def close(self) -> None:
        """Close the connections of a model that was made from a name, and the cache; a later use opens them again."""
        if self._settings.cache is not None:
            self._settings.cache.close()
        self._models.close()

    async def aclose(self) -> None:
        """The same as `close`, without blocking the event loop."""
        if self._settings.cache is not None:
            self._settings.cache.close()
        await self._models.aclose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()

    @property
    def _workers(self) -> int:
        return self._settings.workers

    def _jobs_with(self, choices: Choices | Checking, *, taken: Sequence[str] = CHOICE_NAMES) -> Jobs:
        """The jobs of this object, or the same with these choices; exams, connections and limits are shared."""
        if not choices:
            return self._jobs
        check_names(choices, taken=taken)
        chosen: Choices = {**self._chosen, **choices}
        settings = chosen_settings(choices, settings=self._settings, models=self._models)
        return self._jobs.otherwise(options=self._options_of(chosen), settings=settings)


def _made_elsewhere(kind: type[Summarizer], given: Mapping[str, Any], asked: Asked) -> Summarizer:
    """The same summarizer in another process; see `settings.portable`."""
    made = kind(**given)
    check_same(made._models, asked=asked)  # noqa: SLF001 - its own
    return made
