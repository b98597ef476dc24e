"""What users give, read once: texts, claims, chunks, cache, judge model, budgets; each with an error that names it."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal, get_args

from summarizer.calls.call import Answerer, Call, Tokens
from summarizer.document.chunks import ChunkPolicy
from summarizer.document.document import Document, Format
from summarizer.errors import ConfigError, InputError
from summarizer.models.base import ChatModel
from summarizer.models.profile import ModelProfile
from summarizer.models.registry import Opened, resolve, takes_address
from summarizer.runtime.budget import Budget, BudgetPolicy
from summarizer.runtime.cache import CachePolicy, ReplyCache
from summarizer.runtime.limits import LimitPolicy
from summarizer.runtime.observing.prices import Pricer, Prices
from summarizer.runtime.retry import RetryPolicy
from summarizer.verification.claim import Claim

_FORMATS = ("auto", *get_args(Format))
_NO_CALL = Call(
    id="", stage="write", messages=(), schema_name="", schema={}, max_output_tokens=1, prompt_id="", prompt_sha256=""
)


# What a policy of `Summarizer` is an object of, by the argument's name.
_KINDS: Mapping[str, type] = {
    "article_budget": BudgetPolicy,
    "budget": Budget,
    "chunks": ChunkPolicy,
    "limits": LimitPolicy,
    "prices": Prices,
    "profile": ModelProfile,
    "retry": RetryPolicy,
}


def check_kinds(*, on_event: object, **policies: object) -> None:
    """Nothing, where each policy is an object of its class or None, and `on_event` can be called or is None.

    Raises:
        ConfigError: one of them is something else; the message names it and what it takes.
    """
    for name, given in policies.items():
        if given is not None and not isinstance(given, _KINDS[name]):
            raise ConfigError(f"{name} takes a {_KINDS[name].__name__}, not {given!r}")
    if on_event is not None and not callable(on_event):
        raise ConfigError(f"on_event takes a function of one Event, not {on_event!r}")


def document_of(
    text: str | Document,
    *,
    title: str | None,
    date: dt.date | None,
    format: Literal["auto"] | Format,  # noqa: A002 - handed on under the name that users give
) -> Document:
    """The document that a text is, under the title and date given with it.

    Raises:
        InputError: the text, title, date or format cannot be used, or a `Document` comes with another title or date.
    """
    given_title: object = title
    if given_title is not None and not isinstance(given_title, str):
        raise InputError(f"title must be a str, not {given_title!r}")
    given_date: object = date
    # A datetime is a date to Python, but its day depends on a time zone that only the caller knows.
    if given_date is not None and (not isinstance(given_date, dt.date) or isinstance(given_date, dt.datetime)):
        raise InputError(f"date must be a datetime.date, such as datetime.date(2026, 1, 31), not {given_date!r}")
    if format not in _FORMATS:
        raise InputError(f"format must be one of {', '.join(_FORMATS)}, not {format!r}")
    if not isinstance(text, Document):
        return Document.of(text, title=title, date=date, format=format)
    if title is not None or date is not None:
        raise InputError("a Document has its title and date already; give them to Document.of")
    return text


def text_document(text: str | Document) -> Document:
    """The document that a text is, with what it states of itself."""
    return document_of(text, title=None, date=None, format="auto")


def given_claims(claims: Iterable[str]) -> list[Claim]:
    """The claims with their ids: `q1`, `q2` and so on; an iterator is read once.

    Raises:
        InputError: they are no list of sentences, or one cannot be checked; the message names its number.
    """
    if isinstance(claims, str | bytes):
        raise InputError("claims must be a list of sentences, not one string; wrap it in a list")
    if not isinstance(claims, Iterable):
        raise InputError(f"claims must be a list of sentences, not {type(claims).__name__}; give one, such as [claim]")
    listed = list(claims)
    for number, claim in enumerate(listed, start=1):
        if not isinstance(claim, str):
            raise InputError(f"claim {number} is {type(claim).__name__}, not str")
        if not claim.strip():
            raise InputError(f"claim {number} is blank; leave it out")
        if any("\ud800" <= character <= "\udfff" for character in claim):
            raise InputError(f"claim {number} holds a lone surrogate: it was decoded wrongly; read it again as UTF-8")
    return [Claim(id=f"q{n}", statement=claim, group="claims") for n, claim in enumerate(listed, start=1)]


def chunk_policy_for(given: ChunkPolicy | None, *, profile: ModelProfile) -> ChunkPolicy:
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
        ConfigError: it is no path, or the file can be neither opened nor made, or is something else.
    """
    if isinstance(given, bool):
        return ReplyCache(CachePolicy()) if given else None
    if isinstance(given, CachePolicy):
        return ReplyCache(given)
    if not isinstance(given, str | os.PathLike):
        raise ConfigError(f"cache takes True, False, a path or a CachePolicy, not {given!r}")
    return ReplyCache(CachePolicy(path=given))


def judge_model_of(
    judge: str | ChatModel | None, *, main: ChatModel | None, base_url: str | None, api_key: str | None
) -> Opened | None:
    """The judge model, where one is configured beside the main one.

    Raises:
        ConfigError: there is no main one, or the judge is no model.
    """
    if judge is None:
        return None
    if main is None:
        raise ConfigError("judge_model judges beside a model; to check claims with one model alone pass it as model")
    if isinstance(judge, str) and not takes_address(judge):
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
