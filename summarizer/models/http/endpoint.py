"""An endpoint is where calls go and what they are let in with: base URL and key, from arguments or the environment.

endpoint(base_url="https://me:word@host/v1?v=2", api_key=None)
->  url "https://host/v1", shown "https://***@host/v1?***", authorization "Basic …", query (("v", "2"),)
"""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlsplit

from summarizer.errors import ConfigError

OPENAI_URL = "https://api.openai.com/v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A hosted service that is asked where no other address is given.

    Attributes:
        name: what a message calls it.
        url: the root of its API.
        hosts: its own hosts, which let nobody in without a key.
        url_variable: the environment variable that names another address.
        key_variables: those that hold a key; the first that is set counts.
    """

    name: str
    url: str
    hosts: tuple[str, ...]
    url_variable: str
    key_variables: tuple[str, ...]


# Sent where a server needs no key: the client insists on one.
_NO_KEY = "none"
_OPENAI_HOSTS = ("api.openai.com",)
OPENAI_SERVICE = Service(
    name="OpenAI",
    url=OPENAI_URL,
    hosts=_OPENAI_HOSTS,
    url_variable="OPENAI_BASE_URL",
    key_variables=("OPENAI_API_KEY",),
)
_AZURE_HOSTS = ("openai.azure.com", "cognitiveservices.azure.com", "services.ai.azure.com")
_SHORTEST_SECRET = 4  # hiding every "a" in a message would hide the message, not a secret
# Values of headers are secrets only now and then, and keys are longer than this everywhere.
_SHORTEST_IN_A_HEADER = 8
# Headers that let in by themselves.
_LETTING_IN = ("authorization", "api-key", "x-api-key")
# A field of Azure's query that every message about it names, and that is no secret.
_NO_SECRETS = ("api-version",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """A base URL without credentials and query, which are kept apart from it; `repr` shows none of them."""

    url: str
    shown: str
    host: str
    query: tuple[tuple[str, str], ...] = field(repr=False)
    key: str = field(repr=False)
    authorization: str | None = field(repr=False)
    secrets: tuple[str, ...] = field(repr=False)  # the longest first: a password may hold a shorter one

    @property
    def is_openai(self) -> bool:
        """True for OpenAI's own hosts and for Azure's, which follow OpenAI's newest parameters."""
        return _is_within(self.host, (*_OPENAI_HOSTS, *_AZURE_HOSTS))

    @property
    def fingerprint(self) -> str | None:
        """The SHA-256 of what the URL holds beside what is shown of it, such as a deployment; None for nothing."""
        hidden = f"{self.url}\n{self.query}\n{self.authorization}"
        return hashlib.sha256(hidden.encode()).hexdigest() if self.query or self.authorization else None

    def mask(self, text: str) -> str:
        """The text with every secret of this endpoint replaced by `***`."""
        for secret in self.secrets:
            text = text.replace(secret, "***")
        return text


def endpoint(
    *,
    base_url: str | None,
    api_key: str | None,
    service: Service = OPENAI_SERVICE,
    headers: Mapping[str, str] | None = None,
) -> Endpoint:
    """The endpoint that the arguments name, completed by the service's variables as they are now.

    Args:
        base_url: the root of an API that is compatible with the service's, mostly ending in `/v1`; the service's own
            when neither it nor the variable is given. Credentials in it (`https://user:secret@host/v1`) are sent as
            HTTP basic authentication, in place of a key.
        api_key: the key; surrounding spaces and line ends are taken off. Not needed by a server of your own, nor where
            a header lets in.
        service: who is asked where nothing else is said.
        headers: those that go with each request; their values are masked like the key.

    Raises:
        ConfigError: the URL or key cannot work, both credentials in the URL and `api_key` are given, or the service's
            own server is meant and there is no key.
    """
    parts = _parse_url(base_url or os.environ.get(service.url_variable, "").strip() or service.url)
    login, _, host_and_port = parts.netloc.rpartition("@")
    if login and api_key:
        raise ConfigError(
            "the base URL holds credentials and api_key= is given too; only one can be sent, so leave one out"
        )
    key = _key_given_or_set(api_key, service=service)
    host = parts.hostname or ""
    given = dict(headers or {})
    if not (key or login):
        _check_open(host, given, service=service)
    basic, password = _basic_authorization(login), login.partition(":")[2]
    secrets = [key, login, unquote(login), password, unquote(password), basic]
    query = tuple(parse_qsl(parts.query))
    return Endpoint(
        url=parts._replace(netloc=host_and_port, query="", fragment="").geturl(),
        shown=_url_to_show(parts, login=login, host_and_port=host_and_port),
        host=host,
        query=query,
        key=key or _NO_KEY,
        authorization=f"Basic {basic}" if login else None,
        secrets=secrets_to_mask([*secrets, *_secrets_beside(query, given.values())]),
    )


def _check_open(host: str, headers: Iterable[str], *, service: Service) -> None:
    """Nothing, where a host may let in who brings no key."""
    if _is_within(host, service.hosts) and not any(name.lower() in _LETTING_IN for name in headers):
        raise ConfigError(
            f"no API key for {service.name}: set the environment variable {service.key_variables[0]} or give api_key=; "
            f"for a server of your own give base_url= or set {service.url_variable}"
        )


def _secrets_beside(query: Iterable[tuple[str, str]], headers: Iterable[str]) -> Iterator[str]:
    """What may be secrets in a query, as it is and as a server may repeat it, and in the values of headers."""
    for name, value in query:
        if name not in _NO_SECRETS:
            yield from (value, quote(value, safe=""))
    for value in headers:
        parts = (value, value.partition(" ")[2])  # "Bearer …"
        yield from (part for part in parts if len(part) >= _SHORTEST_IN_A_HEADER)


def _key_given_or_set(api_key: str | None, *, service: Service) -> str:
    """The key given, or that of the environment; "" for none."""
    if api_key is None:
        api_key = next((key for name in service.key_variables if (key := os.environ.get(name, "").strip())), "")
    key = api_key.strip()
    if not key.isascii() or any(c.isspace() or not c.isprintable() for c in key):
        raise ConfigError("the API key holds a space, a line end or a character that is not ASCII; copy it once more")
    return key


def _basic_authorization(login: str) -> str:
    """`user:password` of a URL as HTTP basic authentication writes it; "" for none."""
    if not login:
        return ""
    name, _, password = login.partition(":")
    return base64.b64encode(f"{unquote(name)}:{unquote(password)}".encode()).decode()


def _url_to_show(parts: SplitResult, *, login: str, host_and_port: str) -> str:
    """The URL as it may be shown."""
    where = f"***@{host_and_port}" if login else host_and_port
    return parts._replace(netloc=where, query="***" if parts.query else "", fragment="").geturl()


def secrets_to_mask(secrets: Iterable[str]) -> tuple[str, ...]:
    """All of these that must not be shown, the longest first: a password may hold a shorter one."""
    return tuple(sorted({one for one in secrets if len(one) >= _SHORTEST_SECRET}, key=len, reverse=True))


def _parse_url(url: str) -> SplitResult:
    try:
        parts = urlsplit(url.strip())
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
        (parts.hostname or "").encode("idna")
    except ValueError:  # a port that is no number, an open bracket, a host name with an empty or too long label
        usable = False
    if not usable or not url.strip().isprintable() or " " in url.strip():
        # The URL itself is not shown: it may hold a password.
        raise ConfigError("the base URL must look like https://host/v1 or http://localhost:8080/v1")
    return parts


def _is_within(host: str, domains: tuple[str, ...]) -> bool:
    return any(host == domain or host.endswith(f".{domain}") for domain in domains)
