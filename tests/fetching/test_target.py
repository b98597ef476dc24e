"""A URL is asked for at an address that was checked."""

from __future__ import annotations

import pytest

from summarizer.errors import FetchError, InputError
from summarizer.fetching.policy import FetchPolicy
from summarizer.fetching.target import target_of

PUBLIC, PRIVATE = "93.184.215.14", "10.0.0.1"


def resolving(*addresses: str) -> FetchPolicy:
    """A policy by which every host is at these addresses."""
    return FetchPolicy(resolve=lambda _host, _port: addresses)


def test_the_first_address_that_is_allowed_is_taken() -> None:
    """Whatever else the name resolves to."""
    target = target_of("HTTPS://Example.org/a?b#c", policy=resolving(PRIVATE, "no address", PUBLIC, "8.8.8.8"))
    assert (str(target.url), target.address, target.port) == ("https://example.org/a?b", PUBLIC, 443)
    assert target.robots == "https://example.org/robots.txt"
    assert target_of("http://example.org:81", policy=resolving("fe80::1%eth0", PUBLIC)).port == 81


@pytest.mark.parametrize("addresses", [(PRIVATE,), ("127.0.0.1", "::1"), ("::ffff:127.0.0.1",), ("169.254.169.254",)])
def test_no_private_address_is(addresses: tuple[str, ...]) -> None:
    """By whatever name."""
    with pytest.raises(FetchError, match="no address of the public internet"):
        target_of("http://example.org/", policy=resolving(*addresses))


def test_nor_one_that_is_none() -> None:
    """A host has at least one."""
    with pytest.raises(FetchError, match="has no address"):
        target_of("http://example.org/", policy=resolving())


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("file:///etc/passwd", "no URL of the web"),
        ("ftp://example.org/a", "no URL of the web"),
        ("example.org/a", "no URL of the web"),
        ("http://", "no URL of the web"),
        ("report.pdf", "no URL of the web"),
        ("http://user:secret@example.org/", "name or password"),
        ("http://example.org:99999/", "no URL"),
        ("", "must be a str"),
        ("http://example.org/" + "a" * 9000, "must be a str"),
        (None, "must be a str"),
        (b"http://example.org", "must be a str"),
    ],
)
def test_what_is_no_url_of_the_web(url: object, said: str) -> None:
    """It is refused before anything is resolved."""
    with pytest.raises(InputError, match=said):
        target_of(url, policy=FetchPolicy(resolve=lambda *_: pytest.fail("resolved")))
