"""A target is a URL with the one address that is connected to, which was checked before.

target_of("https://example.org/a", policy=FetchPolicy())  ->  Target(url=…, address="93.184.215.14")
"""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING, Final, NamedTuple

from summarizer.errors import FetchError, InputError
from summarizer.fetching.policy import FetchPolicy

if TYPE_CHECKING:
    import httpx2

_PORTS: Final = {"http": 80, "https": 443}
_LONGEST: Final = 8000  # what servers take


class Target(NamedTuple):
    """A URL, and the address at which its host is asked."""

    url: httpx2.URL
    address: str

    @property
    def port(self) -> int:
        """The port that it names, or that of its scheme."""
        return self.url.port or _PORTS[self.url.scheme]

    @property
    def robots(self) -> str:
        """The URL of the rules of its host."""
        return str(self.url.copy_with(path="/robots.txt", query=None, fragment=None))


def target_of(url: object, *, policy: FetchPolicy) -> Target:
    """Where a URL is asked for: at an address that the policy allows.

    Args:
        url: What a user gave, or a server redirects to.
        policy: Resolves its host, and says which addresses are allowed.

    Raises:
        InputError: it is no URL of the web.
        FetchError: its host has no address, or none that is allowed.
    """
    import httpx2  # noqa: PLC0415 - loaded with the first URL, for importing is to cost nothing

    if not isinstance(url, str) or not url.strip() or len(url) > _LONGEST:
        raise InputError(f"the URL must be a str such as 'https://example.org/article', not {str(url)[:80]!r}")
    try:
        parsed = httpx2.URL(url.strip()).copy_with(fragment=None)
    except (httpx2.InvalidURL, ValueError, TypeError) as error:
        raise InputError(f"{url[:200]!r} is no URL: {error}") from error
    if parsed.scheme not in _PORTS or not parsed.host:
        raise InputError(
            f"{url[:200]!r} is no URL of the web: it begins with http:// or https://; a file is given as pathlib.Path"
        )
    if not 0 < (parsed.port or 1) < 65_536:
        raise InputError(f"{url[:200]!r} is no URL: there is no port {parsed.port}")
    if parsed.userinfo:
        raise InputError("the URL holds a name or password, which would be stored with the result; leave it out")
    host = parsed.raw_host.decode("ascii").strip("[]")
    return Target(parsed, _allowed_address(host, parsed.port or _PORTS[parsed.scheme], policy))


def _allowed_address(host: str, port: int, policy: FetchPolicy) -> str:
    refused = []
    for found in policy.resolve(host, port):
        try:
            address = ipaddress.ip_address(found.partition("%")[0])
        except ValueError:
            continue
        if policy.allows(address):
            return str(address)
        refused.append(str(address))
    if refused:
        raise FetchError(
            f"{host} is at {', '.join(refused[:3])}, no address of the public internet, so that it is not asked; save "
            "the page and give its pathlib.Path, or allow the address by FetchPolicy(allows=…)"
        )
    raise FetchError(f"{host} has no address; look at the URL, or at the network")
