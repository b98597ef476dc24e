"""What users give, read once: texts, claims, chunks, cache, judge model, budgets; each with an error that names it."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from summarizer.errors import ConfigError, InputError
from summarizer.models.base import Answerer, Call, ChatModel, Tokens
from summarizer.models.profile import ModelProfile
from summarizer.models.resolve import resolve
from summarizer.models.weights import PREFIX
from summarizer.runtime.budget import BudgetPolicy
from summarizer.runtime.cache import CachePolicy, ReplyCache
from summarizer.runtime.prices import Pricer
from summarizer.text.chunk import ChunkPolicy
from summarizer.text.document import Document, Format
from summarizer.verification.claim import Claim

_NO_CALL = Call(
    id="", stage="write", messages=(), schema_name="", schema={}, max_output_tokens=1, prompt_id="", prompt_sha256=""
)


def document_of(
    text: str | Document,
    *,
    title: str | None,
    date: dt.date | None,
    format: Literal["auto"] | Format,  # noqa: A002 - handed on under the name that users give
) -> Document:
    """The document that a text is, under the title and date given with it.

    Raises:
        InputError: the text cannot be used, or a `Document` comes with another title or date.
    """
    if not isinstance(text, Document):
        return Document.of(text, title=title, date=date, format=format)
    if title is not None or date is not None:
        raise InputError("a Document has its title and date already; give them to Document.of")
    return text


def read_text(text: str | Document) -> Document:
    """The document that a text is, with what it states of itself."""
    return document_of(text, title=None, date=None, format="auto")


def given_claims(claims: Sequence[str]) -> list[Claim]:
    """The claims with their ids: `q1`, `q2` and so on.

    Raises:
        InputError: one of them cannot be checked; the message names its number.
    """
    if isinstance(claims, str | bytes):
        raise InputError("claims must be a list of sentences, not one string; wrap it in a list")
    for number, claim in enumerate(claims, start=1):
        if not isinstance(claim, str):
            raise InputError(f"claim {number} is {type(claim).__name__}, not str")
        if not claim.strip():
            raise InputError(f"claim {number} is blank; leave it out")
        if any("\ud800" <= character <= "\udfff" for character in claim):
            raise InputError(f"claim {number} holds a lone surrogate: it was decoded wrongly; read it again as UTF-8")
    return [Claim(id=f"q{n}", statement=claim, group="claims") for n, claim in enumerate(claims, start=1)]


def fitting(given: ChunkPolicy | None, *, profile: ModelProfile) -> ChunkPolicy:
    """The chunks asked for, or those that the model works best with.

    Raises:
        ConfigError: they do not fit into its context.
    """
    policy = given or (ChunkPolicy(max_tokens=profile.chunk_tokens) if profile.chunk_tokens else ChunkPolicy())
    if profile.context_tokens is not None:
        most = profile.context_tokens - profile.room_tokens - policy.lead_tokens
        if policy.max_tokens > most:
            raise ConfigError(
                f"chunks of {policy.max_tokens} tokens do not fit into a context of {profile.context_tokens} tokens: "
                f"lower ChunkPolicy(max_tokens=…) to {most}, or raise context_tokens"
            )
    return policy


def cache_of(given: bool | str | os.PathLike[str] | CachePolicy) -> ReplyCache | None:  # noqa: FBT001 - as users give it
    """The cache that `cache=` asks for.

    Raises:
        ConfigError: the file can be neither opened nor made.
    """
    if given is False:
        return None
    if isinstance(given, CachePolicy):
        return ReplyCache(given)
    return ReplyCache(CachePolicy() if given is True else CachePolicy(path=given))


def judge_model_of(
    judge: str | ChatModel | None, *, main: ChatModel | None, base_url: str | None, api_key: str | None
) -> ChatModel | None:
    """The judge model, where one is configured beside the main one.

    Raises:
        ConfigError: there is no main one, or the judge is no model.
    """
    if judge is None:
        return None
    if main is None:
        raise ConfigError("judge_model judges beside a model; to check claims with one model alone pass it as model")
    if isinstance(judge, str) and judge.startswith(PREFIX):
        return resolve(judge)
    return resolve(judge, base_url=base_url, api_key=api_key)


def check_money(bounds: Sequence[BudgetPolicy | None], *, price: Pricer, models: Mapping[Answerer, ChatModel]) -> None:
    """Nothing, where no bound is in money, or the prices of all models are known.

    Raises:
        ConfigError: a bound in money cannot be kept.
    """
    if not any(bound is not None and bound.cost is not None for bound in bounds):
        return
    for role, model in models.items():
        if price(replace(_NO_CALL, role=role), Tokens(tokens_in=1, tokens_out=1)) is None:
            raise ConfigError(
                f"a budget in money needs the prices of {model.name}, and they are not known; give "
                "prices=Prices(tokens_in=…, tokens_out=…), or install summarizer[prices] for a model that it lists"
            )
