"""The policy of fetching says how long, how much, from which addresses, and under which name.

FetchPolicy(timeout=5.0)
FetchPolicy(allows=lambda address: str(address) == "127.0.0.1")   # a server of a test's own
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from summarizer.errors import ConfigError, FetchError
from summarizer.version import __version__

Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

# IPv6 addresses that a gateway turns into the IPv4 address in their last four bytes (RFC 6052, RFC 8215).
_TRANSLATED: Final = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))


def is_public(address: Address) -> bool:
    """Whether an address is one of the public internet: none of this machine, its network, or for special use.

    Args:
        address: Of IPv4 or IPv6; one that carries an IPv4 address is as public as that.
    """
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if any(address in network for network in _TRANSLATED) or int(address) >> 32 == 0:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def system_addresses(host: str, port: int) -> Sequence[str]:
    """The addresses that this system's resolver gives for a name; an address is its own.

    Args:
        host: A name or an address, in any form that the system knows: "2130706433" is 127.0.0.1.
        port: Which is to be connected to.

    Raises:
        FetchError: there is none.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"the address of {host} is not known ({error}); look at the URL, or at the network") from error
    return tuple(dict.fromkeys(str(one[4][0]) for one in found))


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchPolicy:
    """How a URL is fetched.

    Attributes:
        user_agent: The name under which it is asked; robots.txt is asked for its first word.
        timeout: Seconds for all of it, redirects and robots.txt among them.
        most_bytes: Of what is fetched, unpacked; the largest article pages have 5 MB, a report as a PDF 20 MB.
        most_redirects: Browsers follow 20; an article is at most a few away.
        robots: Whether robots.txt decides.
        resolve: Gives the addresses of a host and port.
        allows: Whether an address may be connected to; the default refuses all that are not public.
    """

    user_agent: str = f"summarizer/{__version__} (a reader of one page, at a person's request)"
    timeout: float = 30.0
    most_bytes: int = 32 * 1024 * 1024
    most_redirects: int = 5
    robots: bool = True
    resolve: Callable[[str, int], Sequence[str]] = system_addresses
    allows: Callable[[Address], bool] = is_public

    def __post_init__(self) -> None:
        for name in ("timeout", "most_bytes"):
            value = getattr(self, name)
            if isinstance(value, bool) or not isinstance(value, int | float) or not value > 0:
                raise ConfigError(f"{name} must be a number above 0, not {value!r}")
        if isinstance(self.most_redirects, bool) or not isinstance(self.most_redirects, int) or self.most_redirects < 0:
            raise ConfigError(f"most_redirects must be a whole number, 0 or more, not {self.most_redirects!r}")
        if not isinstance(self.user_agent, str) or not self.user_agent.strip() or not self.user_agent.isascii():
            raise ConfigError(f"user_agent must be words in ASCII, not {self.user_agent!r}")
