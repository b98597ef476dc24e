"""The policy of fetching: which addresses are public, and what it may be given."""

from __future__ import annotations

import ipaddress
import socket

import pytest

from summarizer.errors import ConfigError, FetchError
from summarizer.fetching.policy import FetchPolicy, is_public, system_addresses


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.9.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "0.0.0.0",  # noqa: S104 - nothing is bound to it

        "224.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "240.0.0.1",
        "::", "::1", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "2001:db8::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "2002:7f00:1::",
        "2001:0:1:1:0:0:80ff:fffe",
    ],
)  # fmt: skip
def test_addresses_of_this_machine_and_its_network_are_not_public(address: str) -> None:
    """Nor are those for special use, and those of IPv6 that carry one of them."""
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_addresses_of_the_internet_are(address: str) -> None:
    """Of both kinds."""
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("host", ["2130706433", "0177.0.0.1", "0x7f.1", "127.1", "localhost"])
def test_every_way_to_write_an_address_is_resolved(host: str) -> None:
    """As the system would connect to it."""
    assert {ipaddress.ip_address(one).is_loopback for one in system_addresses(host, 80)} == {True}


def test_a_host_without_an_address_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """By its name."""

    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(FetchError, match=r"address of nowhere\.invalid is not known"):
        system_addresses("nowhere.invalid", 80)


@pytest.mark.parametrize(
    "given",
    [
        *({"timeout": 0}, {"timeout": "3"}, {"most_bytes": -1}, {"most_redirects": -1}, {"most_redirects": True}),
        *({"user_agent": ""}, {"user_agent": "Ä"}, {"most_bytes": True}),
    ],
)
def test_what_it_may_not_be_given(given: dict[str, object]) -> None:
    """The message names it."""
    with pytest.raises(ConfigError, match=next(iter(given))):
        FetchPolicy(**given)  # type: ignore[arg-type]
