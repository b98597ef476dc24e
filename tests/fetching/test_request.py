"""Requests are bounded: redirects, size, time, and whom robots.txt lets read."""

from __future__ import annotations

import gzip
import re

import pytest
from web_server import Page, web

from summarizer.errors import FetchError
from summarizer.fetching.policy import FetchPolicy
from summarizer.fetching.request import got

HERE = FetchPolicy(allows=lambda address: address.is_loopback, robots=False)


def test_a_page_is_had_under_the_name_of_its_host() -> None:
    """At the address that was checked; the server is told who asks."""
    with web({"/a?b=1": Page(b"It rains.", type="Text/Plain; charset=latin-1")}) as server:
        port = server.base.rpartition(":")[2]
        policy = FetchPolicy(resolve=lambda *_: ["127.0.0.1"], allows=HERE.allows, robots=False, user_agent="me/1")
        found = got(f"http://example.org:{port}/a?b=1#c", policy=policy)
    assert (found.url, found.data) == (f"http://example.org:{port}/a?b=1", b"It rains.")
    assert (found.type, found.charset) == ("text/plain", "latin-1")
    ((_, headers),) = server.asked
    assert (headers["host"], headers["user-agent"]) == (f"example.org:{port}", "me/1")


def test_redirects_are_followed_and_each_is_checked() -> None:
    """A few; one that leads to another address is asked for as anything else is."""
    pages = {
        "/a": Page(status=302, headers={"Location": "/b"}),
        "/b": Page(status=301, headers={"Location": "c"}),
        "/c": Page(b"It rains."),
        "/round": Page(status=302, headers={"Location": "/round"}),
        "/inside": Page(status=302, headers={"Location": "http://169.254.169.254/latest/meta-data"}),
        "/file": Page(status=302, headers={"Location": "file:///etc/passwd"}),
        "/empty": Page(status=302),
    }
    with web(pages) as server:
        assert got(f"{server.base}/a", policy=HERE).url == f"{server.base}/c"
        for path, said in (
            ("/round", "redirects more than 5 times"),
            ("/inside", "169.254.169.254, no address of the public internet"),
            ("/file", "no URL of the web"),
            ("/empty", "answered 302"),
        ):
            with pytest.raises(Exception, match=re.escape(said)):
                got(server.base + path, policy=HERE)


@pytest.mark.parametrize(
    ("status", "advice"),
    [(401, "password"), (403, "in your browser"), (404, "no such page"), (418, "look"), (503, "later")],
)
def test_what_a_server_refuses_is_named(status: int, advice: str) -> None:
    """With its status, and what to do."""
    with (
        web({"/a": Page(status=status)}) as server,
        pytest.raises(FetchError, match=f"answered {status}.*{advice}") as told,
    ):
        got(f"{server.base}/a", policy=HERE)
    assert told.value.status == status


def test_what_is_too_large_is_given_up() -> None:
    """As it is unpacked: a small answer may hold a large one."""
    packed = Page(gzip.compress(bytes(10_000_000)), headers={"Content-Encoding": "gzip"})
    with web(
        {"/a": Page(bytes(100_000)), "/b": packed, "/c": Page(b"no gzip", headers={"Content-Encoding": "gzip"})}
    ) as server:
        for path in ("/a", "/b"):
            with pytest.raises(FetchError, match="larger than 50,000 bytes"):
                got(server.base + path, policy=FetchPolicy(allows=HERE.allows, robots=False, most_bytes=50_000))
        with pytest.raises(FetchError, match="broke off"):
            got(f"{server.base}/c", policy=HERE)


def test_what_drips_is_given_up() -> None:
    """The time is for all of it."""
    policy = FetchPolicy(allows=HERE.allows, robots=False, timeout=0.5)
    with (
        web({"/a": Page(bytes(400_000), pause=0.1)}) as server,
        pytest.raises(FetchError, match=r"longer than 0\.5 s|in time"),
    ):
        got(f"{server.base}/a", policy=policy)


def test_a_server_that_is_not_there_is_named() -> None:
    """With what to do."""
    with web({}) as server:
        base = server.base
    with pytest.raises(FetchError, match=r"127\.0\.0\.1 could not be reached"):
        got(f"{base}/a", policy=HERE)


def test_robots_txt_is_asked_first() -> None:
    """It may say no; without one all may be read, and where it cannot be read nothing is."""
    polite = FetchPolicy(allows=HERE.allows)
    rules = Page(b"User-agent: *\nDisallow: /private", type="text/plain")
    with web({"/robots.txt": rules, "/a": Page(b"It rains."), "/private": Page(b"x")}) as server:
        assert got(f"{server.base}/a", policy=polite).data == b"It rains."
        assert server.paths == ["/robots.txt", "/a"]
        with pytest.raises(FetchError, match="asks programs not to read '/private'"):
            got(f"{server.base}/private", policy=polite)
        assert server.paths[2:] == ["/robots.txt"]
    with web({"/a": Page(b"It rains.")}) as server:
        assert got(f"{server.base}/a", policy=polite).data == b"It rains."
    with (
        web({"/robots.txt": Page(status=500), "/a": Page(b"x")}) as server,
        pytest.raises(FetchError, match=r"its robots\.txt"),
    ):
        got(f"{server.base}/a", policy=polite)
