"""Who is asked: the main model, and the judge model where one is configured beside it.

AskedModels.of("gpt-5-mini", judge_model="llama:smollm2", base_url=None, api_key=None)
AskedModels.of(None, judge_model=None, base_url=None, api_key=None).main  ->  None, the extractive engine
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from summarizer.calls.call import Answerer, Call
from summarizer.errors import ConfigError
from summarizer.models.base import ChatModel, Closable
from summarizer.models.profile import profile_of
from summarizer.models.registry import Opened, resolve, takes_address
from summarizer.models.request_policy import RequestPolicy

FallbackModel: TypeAlias = str | ChatModel | Sequence[str | ChatModel] | None
"""Whom to ask where a model fails: one model or several in their order, each as `model` takes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedModels:
    """The models of one `Summarizer`.

    Attributes:
        main: writes and judges; None for the extractive engine.
        judge: judges beside the main one; None where that judges too.
        fallbacks: asked in this order where another one failed.
        to_close: those that were made of a name here, which whoever holds this closes.
    """

    main: ChatModel | None
    judge: ChatModel | None
    to_close: tuple[Closable, ...]
    fallbacks: tuple[ChatModel, ...] = ()

    @classmethod
    def of(
        cls,
        model: str | ChatModel | None,
        *,
        judge_model: str | ChatModel | None,
        base_url: str | None,
        api_key: str | None,
        request: RequestPolicy | None = None,
        fallback_model: FallbackModel = None,
    ) -> AskedModels:
        """The models that users name.

        Args:
            model: the main one, as `resolve` takes it.
            judge_model: another one that judges, or None.
            base_url: an OpenAI-compatible server that serves both, but a model inside this process.
            api_key: the key for it.
            request: what is set for each request to those that are named; base URL, key and policy are not for a judge
                or fallback inside this process.
            fallback_model: another one, or several in their order, that are asked where one fails; or None.

        Raises:
            ConfigError: one of them is no model, there is a judge or a fallback and no main one, a policy and no model
                by name, or a fallback that is no match for the main one.
        """
        where = _Where(base_url=base_url, api_key=api_key, request=request)
        main = where.resolved(model)
        judge = _resolve_judge(judge_model, main=main, where=where)
        given = _listed(fallback_model)
        fallbacks = [_resolve_fallback(one, main=main, where=where) for one in given]
        if main is not None:
            where.check_used((model, judge_model, *given))
        opened = [one for one in (main, judge, *fallbacks) if one is not None]
        return cls(
            main=main.model if main else None,
            judge=judge.model if judge else None,
            to_close=tuple(one.to_close for one in opened if one.to_close is not None),
            fallbacks=tuple(one.model for one in fallbacks),
        )

    @property
    def name(self) -> str | None:
        """The main model's name."""
        return self.main.name if self.main else None

    @property
    def by_role(self) -> dict[Answerer, ChatModel]:
        """Each model by the role in which it answers; a judge model that is not there has no entry."""
        roles: dict[Answerer, ChatModel | None] = {"main": self.main, "judge": self.judge}
        return {role: model for role, model in roles.items() if model is not None}

    def seated_at(self, role: Answerer) -> ChatModel | None:
        """The model that answers in a role; the main one judges too where there is no judge model."""
        return self.judge if role == "judge" and self.judge else self.main

    @property
    def all(self) -> tuple[ChatModel, ...]:
        """Every model that may be asked, each once."""
        asked = [*self.by_role.values(), *self.fallbacks]
        return tuple({id(model): model for model in asked}.values())

    def answering(self, call: Call) -> ChatModel:
        """The model that is to answer a call.

        Raises:
            RuntimeError: there is none, so no call should have been made.
        """
        model = self.fallbacks[call.substitute - 1] if call.substitute else self.seated_at(call.role)
        if model is None:
            raise RuntimeError("nobody is asked without a model")
        return model

    def close(self) -> None:
        """Close what was opened here."""
        for model in self.to_close:
            model.close()

    async def aclose(self) -> None:
        """Close what was opened here, without blocking the event loop."""
        for model in self.to_close:
            await model.aclose()


def _listed(given: FallbackModel) -> tuple[str | ChatModel, ...]:
    """The fallbacks given, one by one."""
    if given is None:
        return ()
    return tuple(given) if isinstance(given, Sequence) and not isinstance(given, str) else (given,)


def _resolve_fallback(given: str | ChatModel, *, main: Opened | None, where: _Where) -> Opened:
    if main is None:
        raise ConfigError("fallback_model is asked where a model fails, and there is none; pass it as model")
    opened = where.beside(given)
    if opened is None:
        raise ConfigError("fallback_model takes a model, and there is none of this name; leave it out")
    if profile_of(opened.model).plain and not profile_of(main.model).plain:
        raise ConfigError(
            f"{opened.model.name} is too small to stand in for {main.model.name}: it picks sentences and writes none"
        )
    return opened


@dataclass(frozen=True, slots=True, kw_only=True)
class _Where:
    """Where models that are named are asked, and how."""

    base_url: str | None
    api_key: str | None
    request: RequestPolicy | None

    def resolved(self, model: str | ChatModel | None) -> Opened | None:
        return resolve(model, base_url=self.base_url, api_key=self.api_key, request=self.request)

    def check_used(self, models: Sequence[str | ChatModel | None]) -> None:
        """Nothing, where there is no policy, or a model that is asked by it."""
        if self.request is not None and not any(isinstance(one, str) for one in models):
            raise ConfigError(
                "request is for models that are named; give it to the model itself, as OpenAIChat takes it"
            )

    def beside(self, model: str | ChatModel) -> Opened | None:
        """The same for one beside the main model, which may be inside this process where that is not."""
        inside = isinstance(model, str) and not takes_address(model)
        return resolve(model) if inside else self.resolved(model)


def _resolve_judge(judge: str | ChatModel | None, *, main: Opened | None, where: _Where) -> Opened | None:
    if judge is None:
        return None
    if main is None:
        raise ConfigError("judge_model judges beside a model; to check claims with one model alone pass it as model")
    return where.beside(judge)
