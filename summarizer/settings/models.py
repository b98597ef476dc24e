"""Who is asked: the main model, and the judge model where one is configured beside it.

AskedModels.of("gpt-5-mini", judge_model="llama:smollm2", base_url=None, api_key=None)
AskedModels.of(None, judge_model=None, base_url=None, api_key=None).main  ->  None, the extractive engine
"""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.calls.call import Answerer, Call
from summarizer.errors import ConfigError
from summarizer.models.base import ChatModel, Closable
from summarizer.models.registry import Opened, resolve, takes_address
from summarizer.models.request_policy import RequestPolicy


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedModels:
    """The models of one `Summarizer`.

    Attributes:
        main: writes and judges; None for the extractive engine.
        judge: judges beside the main one; None where that judges too.
        to_close: those that were made of a name here, which whoever holds this closes.
    """

    main: ChatModel | None
    judge: ChatModel | None
    to_close: tuple[Closable, ...]

    @classmethod
    def of(
        cls,
        model: str | ChatModel | None,
        *,
        judge_model: str | ChatModel | None,
        base_url: str | None,
        api_key: str | None,
        request: RequestPolicy | None = None,
    ) -> AskedModels:
        """The models that users name.

        Args:
            model: the main one, as `resolve` takes it.
            judge_model: another one that judges, or None.
            base_url: an OpenAI-compatible server that serves both, but a model inside this process.
            api_key: the key for it.
            request: what is set for each request to those that are named, but a judge inside this process.

        Raises:
            ConfigError: one of them is no model, there is a judge and no main one, or a policy and no model by name.
        """
        where = _Where(base_url=base_url, api_key=api_key, request=request)
        main = where.resolved(model)
        judge = _resolve_judge(judge_model, main=main, where=where)
        if request is not None and main is not None and not any(isinstance(one, str) for one in (model, judge_model)):
            raise ConfigError(
                "request is for models that are named; give it to the model itself, as OpenAIChat takes it"
            )
        opened = [one for one in (main, judge) if one is not None]
        return cls(
            main=main.model if main else None,
            judge=judge.model if judge else None,
            to_close=tuple(one.to_close for one in opened if one.to_close is not None),
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

    def answering(self, call: Call) -> ChatModel:
        """The model that is to answer a call.

        Raises:
            RuntimeError: there is none, so no call should have been made.
        """
        model = self.seated_at(call.role)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Where:
    """Where models that are named are asked, and how."""

    base_url: str | None
    api_key: str | None
    request: RequestPolicy | None

    def resolved(self, model: str | ChatModel | None) -> Opened | None:
        return resolve(model, base_url=self.base_url, api_key=self.api_key, request=self.request)

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
