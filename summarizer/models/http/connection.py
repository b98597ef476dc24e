"""A connection is the way that requests take to a server: through which proxy, trusting which certificates.

    connection_of("https://host/v1", request=policy)  ->  Connection(via="the proxy of HTTPS_PROXY", …), or ConfigError
    transport_of(endpoint, connection, limits=…)      ->  what carries requests this way, whichever client makes them
    why_unreached(error, via="")                      ->  "no connection (Connection refused): is it running? …"

What is wrong with it shows when a model is made, and is told by the name of the setting or variable that is wrong.
"""

from __future__ import annotations

import os
import ssl
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import SplitResult, unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from summarizer.errors import ConfigError
from summarizer.models.http.endpoint import Endpoint
from summarizer.models.request_policy import RequestPolicy

if TYPE_CHECKING:
    import httpx2

# What the transport raises where no connection came about; the last where a proxy let it down.
_NO_CONNECTION: Final = ("ConnectError", "ConnectTimeout", "ProxyError")
_TOO_LARGE: Final = "BodyTooLarge"  # by its name, as its module loads the client's transport
_PROXY_SCHEMES: Final = ("http", "https", "socks5", "socks5h")


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """A way to a server; `repr` shows no secret.

    Attributes:
        proxy: the URL of the proxy, credentials included; None for the straight way.
        via: how a message calls the proxy; "" for none.
        trusted: the certificates that the server's is checked by.
        secrets: what must not be shown of the proxy.
    """

    proxy: str | None = field(repr=False)
    via: str
    trusted: ssl.SSLContext = field(repr=False)
    secrets: tuple[str, ...] = field(repr=False)


def connection_of(url: str, *, request: RequestPolicy) -> Connection:
    """The way to a base URL, by the policy and, where that leaves it open, by the environment as it is now.

    Raises:
        ConfigError: a proxy or a file of certificates cannot be used; the message names the setting or variable.
    """
    via, proxy = _proxy_of(url, given=request.proxy)
    parts = _checked_proxy(proxy, named=via) if proxy else None
    return Connection(
        proxy=parts.geturl() if parts else None,
        via=f"the proxy of {via}" if parts else "",
        trusted=_trusted(request.ca_file),
        secrets=_secrets_of(parts) if parts else (),
    )


def transport_of(where: Endpoint, connection: Connection, *, limits: httpx2.Limits) -> httpx2.AsyncBaseTransport:
    """What carries requests to one origin by this way, whoever makes them."""
    import httpx2  # noqa: PLC0415 -- heavy; loaded by then

    from summarizer.models.http.transport import OneOrigin  # noqa: PLC0415 -- it is made of classes of httpx2

    inner = httpx2.AsyncHTTPTransport(verify=connection.trusted, proxy=connection.proxy, limits=limits)
    return OneOrigin(inner, query=where.query)


def why_unreached(error: Exception, *, via: str) -> str:
    """Why no connection came about, or an answer was broken off, and what to do; "" for any other error.

    Args:
        error: what a client raised.
        via: how a message calls the proxy; "" for none.
    """
    cause = error.__cause__
    if type(cause).__name__ == _TOO_LARGE:
        return f"{cause}; look at what answers there, and whether it is the base URL that you mean"
    if type(cause).__name__ not in _NO_CONNECTION:
        return ""
    why = _systems_error(cause)
    reason = " ".join((_reason_of(why) or str(cause) or "no answer in time").split())
    if isinstance(why, ssl.SSLError):
        return (
            f"no connection that can be trusted ({reason}): look at the base URL, and name the file of your own "
            "authority with RequestPolicy(ca_file=…) or SSL_CERT_FILE"
        )
    if via:
        return f"no connection through {via} ({reason}): is the proxy right, and the server running? check base_url"
    return f"no connection ({reason}): is it running? check base_url"


def _systems_error(error: BaseException | None) -> OSError | None:
    """What the system said, which lies at the bottom of what a transport raises: "Connection refused"."""
    found = None
    while error is not None:
        if isinstance(error, OSError) and error.strerror:
            found = error
        each = error.exceptions[0] if isinstance(error, BaseExceptionGroup) else None  # one for each address of a name
        error = each or error.__cause__ or error.__context__
    return found


def _reason_of(error: OSError | None) -> str:
    """The system's words for an error; asyncio writes addresses in their place."""
    if error is None:
        return ""
    if isinstance(error, ConnectionError) and error.errno is not None:
        return os.strerror(error.errno)
    return error.strerror or ""


def _proxy_of(url: str, *, given: str | None) -> tuple[str, str]:
    """Where a proxy is named, and its URL; "" for none."""
    if given is not None:
        return "proxy=", given.strip()
    parts = urlsplit(url)
    proxies = getproxies()
    for kind in (parts.scheme, "all"):
        proxy = proxies.get(kind, "").strip()
        if proxy:
            return ("", "") if proxy_bypass(parts.netloc) else (_variable_of(kind, proxy), proxy)
    return "", ""


def _variable_of(kind: str, proxy: str) -> str:
    """The name of the variable that names this proxy, as the environment spells it."""
    names = (name for name, value in os.environ.items() if name.lower() == f"{kind}_proxy" and value.strip() == proxy)
    return next(names, "the system's network settings")


def _checked_proxy(proxy: str, *, named: str) -> SplitResult:
    """The parts of a proxy's URL; like other programs, one without a scheme is taken for an HTTP proxy's."""
    try:
        parts = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
        usable = bool(parts.hostname) and parts.port != 0 and proxy.isprintable() and " " not in proxy
        (parts.hostname or "").encode("idna")
    except ValueError:
        usable = False
    if not usable or parts.scheme not in _PROXY_SCHEMES:
        # The URL itself is not shown: it may hold a password.
        raise ConfigError(
            f"{named} names no proxy that can be used; write it as http://host:port, https://… or socks5://…, or leave "
            "it out"
        )
    if parts.scheme.startswith("socks") and find_spec("socksio") is None:
        raise ConfigError(f"{named} names a SOCKS proxy, which needs a package more; run: pip install socksio")
    return parts


def _secrets_of(proxy: SplitResult) -> tuple[str, ...]:
    login = proxy.netloc.rpartition("@")[0]
    password = login.partition(":")[2]
    return (login, password, unquote(password))


def _trusted(ca_file: str | os.PathLike[str] | None) -> ssl.SSLContext:
    """The certificates of a file or folder that is named; those of the system where none is."""
    named: list[tuple[str, str]] = [("ca_file=", os.fspath(ca_file))] if ca_file is not None else []
    named += [(name, os.environ[name]) for name in ("SSL_CERT_FILE", "SSL_CERT_DIR") if os.environ.get(name)]
    if not named:
        import httpx2  # noqa: PLC0415 -- heavy; loaded by whoever makes a model

        return httpx2.create_ssl_context(trust_env=False)
    name, path = named[0]
    try:
        if name == "SSL_CERT_DIR":
            if not Path(path).is_dir():
                raise FileNotFoundError(f"there is no folder {path}")
            return ssl.create_default_context(capath=path)
        return ssl.create_default_context(cafile=path)
    except (OSError, ValueError) as error:
        raise ConfigError(
            f"{name} names no certificates that can be trusted: {path!r}: {_why(error)}; name a file in PEM that is "
            "there, or leave it out"
        ) from None


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, ssl.SSLError):
        return "no certificate in PEM can be read from it"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error)
