"""A request policy says how a model is asked: for how long, how it is to think and draw, and what goes beside a call.

RequestPolicy(timeout=300, temperature=0.2, extra_headers={"X-Team": "news"}).shaping  ->  {"temperature": 0.2}
"""

from __future__ import annotations

import json
import math
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeGuard

from summarizer.errors import ConfigError

# What a request says already, and where each is set; a second word on it would be a second truth.
_SAID_ELSEWHERE: Final[Mapping[str, str]] = {
    "model": "give model=",
    "temperature": "give temperature=",
    "seed": "give seed=",
    "reasoning_effort": "give reasoning_effort=",
    "max_tokens": "give max_output_tokens=",
    "max_completion_tokens": "give max_output_tokens=",
} | dict.fromkeys(
    ("messages", "response_format", "tools", "tool_choice", "n", "stream", "logprobs", "top_logprobs"),
    "it belongs to the call, and replies could not be read with another",
)
# The range of OpenAI's API, the widest that is in use; a server with a narrower one says so itself.
_HOTTEST: Final = 2.0
# A seed is a 64-bit number to every server that takes one.
_SEEDS: Final = range(-(2**63), 2**63)
# RFC 9110, 5.6.2 and 5.5: a header's name, and what its value may hold.
_HEADER_NAME: Final = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_HEADER_VALUE: Final = re.compile(r"[\x21-\x7e](?:[\x20-\x7e\t]*[\x21-\x7e])?")


def _is_whole(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


# What each setting may be, and in words.
_RANGES: Final[Mapping[str, tuple[Callable[[object], bool], str]]] = {
    "timeout": (lambda value: _is_number(value) and value > 0, "a number of seconds above 0"),
    "max_output_tokens": (lambda value: _is_whole(value) and value > 0, "a whole number, 1 or more"),
    "reasoning_effort": (
        lambda value: isinstance(value, str) and value.isprintable() and not value.isspace() and value != "",
        "a word such as 'low' or 'high'",
    ),
    "temperature": (lambda value: _is_number(value) and 0 <= value <= _HOTTEST, "a number from 0 to 2"),
    "seed": (lambda value: _is_whole(value) and value in _SEEDS, "a whole number of 64 bits"),
    "proxy": (lambda value: isinstance(value, str), "a URL as a str"),
    "ca_file": (lambda value: isinstance(value, str | os.PathLike), "a path"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestPolicy:
    """How every request to a model is made, whoever serves it; None leaves it to the model.

    Args:
        timeout: seconds for one try, from connecting to the last byte, above 0; None is 120, and half an hour for a
            model in this process.
        max_output_tokens: tokens of an answer at most, hidden reasoning included, 1 or more, for a model or an account
            that takes no more; a call that needs less asks for less.
        reasoning_effort: how long a reasoning model thinks, in its server's words, such as "low" or "high".
        temperature: 0 to 2; None asks for 0 of every model that takes one, so that the same text gets the same answer.
        seed: a whole number for servers that draw by one.
        extra_headers: what goes with each request, as a gateway may want it. Values are taken for secrets.
        extra_body: more fields of a request's JSON, such as `{"top_k": 20}` or `{"provider": {"sort": "price"}}`.
        proxy: the URL of a proxy (`http`, `https`, `socks5`, `socks5h`); "" is for none; None takes HTTPS_PROXY,
            HTTP_PROXY, ALL_PROXY and NO_PROXY.
        ca_file: a file of certificates in PEM that a server's is checked by; None takes SSL_CERT_FILE or SSL_CERT_DIR
            if one is set, else what the system trusts.

    Raises:
        ConfigError: one of them cannot work; the message names it, and shows no value that may be secret.
    """

    timeout: float | None = None
    max_output_tokens: int | None = None
    reasoning_effort: str | None = None
    temperature: float | None = None
    seed: int | None = None
    extra_headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    extra_body: Mapping[str, object] = field(default_factory=dict, repr=False)
    proxy: str | None = field(default=None, repr=False)
    ca_file: str | os.PathLike[str] | None = None

    def __post_init__(self) -> None:
        """Check them once, so that no call fails for them; and keep mappings of our own."""
        for name, (fits, words) in _RANGES.items():
            value = getattr(self, name)
            if value is not None and not fits(value):
                raise ConfigError(f"{name} must be {words}, not {value!r}")
        object.__setattr__(self, "extra_headers", _checked_headers(self.extra_headers))
        object.__setattr__(self, "extra_body", _checked_body(self.extra_body))

    @property
    def shaping(self) -> dict[str, object]:
        """What of it changes an answer, as JSON values: a cache tells replies apart by it, and it holds no header."""
        named: dict[str, object] = {
            "max_output_tokens": self.max_output_tokens,
            "reasoning_effort": self.reasoning_effort,
            "temperature": self.temperature,
            "seed": self.seed,
            "extra_body": dict(self.extra_body) or None,
        }
        return {name: value for name, value in named.items() if value is not None}

    @property
    def addressing(self) -> tuple[str, ...]:
        """The names of what is set and means nothing to a model inside this process."""
        given = {"extra_headers": self.extra_headers, "proxy": self.proxy, "ca_file": self.ca_file}
        return tuple(name for name, value in given.items() if value)


def _checked_headers(given: object) -> dict[str, str]:
    if not isinstance(given, Mapping):
        raise ConfigError(f"extra_headers takes a mapping from names to values, not {type(given).__name__}")
    for name, value in given.items():
        if not isinstance(name, str) or not _HEADER_NAME.fullmatch(name):
            raise ConfigError(f"extra_headers: {name!r} is no name of a header")
        if not isinstance(value, str) or not _HEADER_VALUE.fullmatch(value):
            raise ConfigError(f"extra_headers: the value of {name} must be text in ASCII without line ends")
    return dict(given)


def _checked_body(given: object) -> dict[str, object]:
    """A copy that nobody else can change."""
    if not isinstance(given, Mapping) or not all(isinstance(name, str) for name in given):
        raise ConfigError("extra_body takes a mapping from the names of fields to JSON values")
    for name, advice in _SAID_ELSEWHERE.items():
        if name in given:
            raise ConfigError(f"extra_body cannot set {name}: {advice}")
    try:
        copy: dict[str, object] = json.loads(json.dumps(dict(given), allow_nan=False))
    except (TypeError, ValueError, RecursionError) as error:
        raise ConfigError(f"extra_body holds what is no JSON: {error}") from None
    return copy
