"""What surrounds the calls of every run is put together here, once, from the policies that users give.

run_settings(models, counter=counter, retry=None, workers=8, …)  ->  RunSettings
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from summarizer.calls.call import Call, Tokens
from summarizer.document.tokens import TokenCounter
from summarizer.errors import ConfigError
from summarizer.runtime.budget import Budget, BudgetPolicy
from summarizer.runtime.cache import CachePolicy, ReplyCache
from summarizer.runtime.concurrency import ConcurrencyLimit
from summarizer.runtime.fallback import Fallback
from summarizer.runtime.limits import Limiter, LimitPolicy, limiter_for
from summarizer.runtime.observing.events import OnEvent
from summarizer.runtime.observing.prices import Pricer, Prices, pricer_for
from summarizer.runtime.observing.telemetry import Telemetry, TelemetrySetting
from summarizer.runtime.observing.usage import Meter
from summarizer.runtime.retry import RetryPolicy
from summarizer.runtime.session import RunSettings
from summarizer.runtime.storage.shared_cache import Cache, Replies, SharedReplies, check_cache
from summarizer.settings.models import AskedModels
from summarizer.settings.options import check_kind, is_whole
from summarizer.version import with_extra

GivenCache: TypeAlias = bool | str | os.PathLike[str] | CachePolicy | Cache
"""What `cache=` takes."""

# A call that is never sent, to ask whether a price is known.
_NO_CALL: Final = Call(
    id="", stage="write", messages=(), schema_name="", schema={}, max_output_tokens=1, prompt_id="", prompt_sha256=""
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Policies:
    """What users say about calls, as they give it; see `Summarizer` for each.

    It is made before a model is opened or a file read, so that a wrong one costs nothing.

    Raises:
        ConfigError: one of them is of another kind; the message names it and what it takes.
    """

    retry: RetryPolicy | None = None
    workers: int = 8
    cache: GivenCache = False
    prices: Prices | None = None
    limits: LimitPolicy | None = None
    article_budget: BudgetPolicy | None = None
    budget: Budget | None = None
    on_event: OnEvent | None = None
    telemetry: TelemetrySetting = False

    def __post_init__(self) -> None:
        if not is_whole(self.workers) or self.workers < 1:
            raise ConfigError(f"workers must be a whole number, 1 or more, not {self.workers!r}")
        check_kind("retry", self.retry, kind=RetryPolicy)
        check_kind("prices", self.prices, kind=Prices)
        check_kind("limits", self.limits, kind=LimitPolicy)
        check_kind("article_budget", self.article_budget, kind=BudgetPolicy)
        check_kind("budget", self.budget, kind=Budget)
        if self.on_event is not None and not callable(self.on_event):
            raise ConfigError(f"on_event takes a function of one Event, not {self.on_event!r}")

    @property
    def bounds(self) -> tuple[BudgetPolicy, ...]:
        """How much may be spent: on one article, and on all work together."""
        bounds = (self.article_budget, self.budget.policy if self.budget else None)
        return tuple(bound for bound in bounds if bound is not None)


def run_settings(models: AskedModels, *, counter: TokenCounter, policies: Policies) -> RunSettings:
    """What surrounds the calls of every run that these models answer.

    Args:
        models: who is asked.
        counter: counts the main model's tokens.
        policies: what users say about calls.

    Raises:
        ConfigError: the cache cannot be opened, or a bound in money is given for a model of unknown price.
        MissingExtra: limits or telemetry are asked for, and what they need is not installed.
    """
    price = pricer_for(models.answering, prices=policies.prices)
    pace = policies.limits or LimitPolicy()
    # By identity: two roles that one object takes share its limiter.
    limiters = {id(model): limiter_for(model, policy=pace) for model in models.all}

    def limiter_of(call: Call) -> Limiter:
        return limiters[id(models.answering(call))]

    settings = RunSettings(
        retry=policies.retry or RetryPolicy(),
        workers=policies.workers,
        concurrency=ConcurrencyLimit(policies.workers),
        counter=counter,
        price=price,
        model_of=models.answering,
        limiter_of=limiter_of,
        fallbacks=tuple(Fallback(model=model, judges=True) for model in models.fallbacks),
        article_budget=policies.article_budget,
        budget=policies.budget,
        cache=cache_of(policies.cache),
        on_event=policies.on_event,
        telemetry=Telemetry(policies.telemetry) if policies.telemetry else None,
        total=Meter(),
    )
    check_money(policies.bounds, price=price, models=models)
    return settings


def cache_of(given: GivenCache) -> Replies | None:
    """The cache that `cache=` asks for.

    Raises:
        ConfigError: it is no path and no cache, or the file can be neither opened nor made, or is something else.
    """
    if isinstance(given, bool):
        return ReplyCache(CachePolicy()) if given else None
    if isinstance(given, CachePolicy):
        return ReplyCache(given)
    if isinstance(given, str | os.PathLike):
        return ReplyCache(CachePolicy(path=given))
    return SharedReplies(check_cache(given))


def check_money(bounds: Sequence[BudgetPolicy], *, price: Pricer, models: AskedModels) -> None:
    """Nothing, where no bound is in money, or the prices of all models are known.

    Raises:
        ConfigError: a bound in money cannot be kept.
    """
    if all(bound.cost is None for bound in bounds):
        return
    calls = [replace(_NO_CALL, role=role) for role in models.by_role]
    calls += [replace(_NO_CALL, substitute=number) for number, _ in enumerate(models.fallbacks, start=1)]
    for call in calls:
        if price(call, Tokens(tokens_in=1, tokens_out=1)) is None:
            raise ConfigError(
                f"a budget in money needs the prices of {models.answering(call).name}, and they are not known; give "
                f"prices=Prices(tokens_in=…, tokens_out=…), or install {with_extra('prices')} for a model that it lists"
            )
