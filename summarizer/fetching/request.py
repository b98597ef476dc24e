"""One request after the other, each to an address that was checked: redirects, size and time are bounded.

got("https://example.org/a", policy=FetchPolicy())  ->  Got(url="https://example.org/a", data=b"…", type="text/html")
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, NamedTuple

from summarizer.errors import FetchError, in_seconds
from summarizer.fetching.policy import FetchPolicy
from summarizer.fetching.robots import may_read
from summarizer.fetching.target import Target, target_of

if TYPE_CHECKING:
    import httpx2

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_ADVICE: Final = {
    401: "it wants a name and password; save the page in your browser and give its pathlib.Path",
    403: "it does not let programs read it; save the page in your browser and give its pathlib.Path",
    404: "there is no such page; look at the URL",
    410: "the page was taken away",
    429: "it was asked too often; wait, and fetch it again",
    451: "it may not be shown for legal reasons",
}
_ACCEPT: Final = "text/html,application/xhtml+xml,application/pdf,text/*;q=0.9,*/*;q=0.8"


class Got(NamedTuple):
    """What a server sent: where it was found, its bytes, and what it says that they are."""

    url: str
    data: bytes
    type: str
    charset: str | None


class _Deadline:
    """The end of all work on one URL."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._ends = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds that are left.

        Raises:
            FetchError: there are none.
        """
        left = self._ends - time.monotonic()
        if left <= 0:
            raise FetchError(
                f"it took longer than {in_seconds(self._seconds)}; try again, or allow more: FetchPolicy(timeout=…)"
            )
        return left


def got(url: object, *, policy: FetchPolicy) -> Got:
    """What is at a URL, or where it redirects to.

    Args:
        url: Of the web.
        policy: How it is asked.

    Raises:
        InputError: it is no URL of the web.
        FetchError: it could not be had; the message says why and what to do.
    """
    import httpx2  # noqa: PLC0415 - loaded with the first URL, for importing is to cost nothing

    deadline = _Deadline(policy.timeout)
    with httpx2.Client(trust_env=False, verify=ssl.create_default_context(), http2=False) as client:
        return _followed(url, client=client, policy=policy, deadline=deadline, robots=policy.robots)


def _followed(url: object, *, client: httpx2.Client, policy: FetchPolicy, deadline: _Deadline, robots: bool) -> Got:
    """What is at the end of the redirects."""
    for _ in range(policy.most_redirects + 1):
        target = target_of(url, policy=policy)
        if robots:
            _check_robots(target, client=client, policy=policy, deadline=deadline)
        with _asked(target, client=client, policy=policy, deadline=deadline) as response:
            if response.status_code in _REDIRECTS and "location" in response.headers:
                url = str(target.url.join(response.headers["location"]))
                continue
            if not response.is_success:
                raise _refused(target, response.status_code)
            data = _read(response, policy=policy, deadline=deadline)
            kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
            return Got(str(target.url), data, kind, response.charset_encoding)
    raise FetchError(f"it redirects more than {policy.most_redirects} times; give the URL that a browser ends at")


@contextmanager
def _asked(
    target: Target, *, client: httpx2.Client, policy: FetchPolicy, deadline: _Deadline
) -> Iterator[httpx2.Response]:
    """The answer of the address that was checked, under the name of its host."""
    import httpx2  # noqa: PLC0415 - loaded with the first URL, for importing is to cost nothing

    request = client.build_request(
        "GET",
        target.url.copy_with(host=target.address),
        headers={"host": target.url.netloc.decode("ascii"), "user-agent": policy.user_agent, "accept": _ACCEPT},
        timeout=deadline.left(),
        extensions={"sni_hostname": target.url.raw_host.decode("ascii").strip("[]")},
    )
    try:
        response = client.send(request, stream=True, follow_redirects=False)
    except httpx2.TimeoutException as error:
        raise FetchError(
            f"{target.url.host} did not answer in time; try again, or allow more: FetchPolicy(timeout=…)"
        ) from error
    except (httpx2.HTTPError, OSError, ValueError) as error:
        raise FetchError(f"{target.url.host} could not be reached: {error}; look at the URL, or try again") from error
    try:
        yield response
    finally:
        response.close()


def _read(response: httpx2.Response, *, policy: FetchPolicy, deadline: _Deadline) -> bytes:
    """The bytes of an answer, unpacked as they come, so that none unpack to more than is allowed."""
    import httpx2  # noqa: PLC0415 - loaded with the first URL, for importing is to cost nothing

    pieces, size = [], 0
    try:
        for piece in response.iter_bytes(65_536):
            size += len(piece)
            if size > policy.most_bytes:
                raise FetchError(
                    f"it is larger than {policy.most_bytes:,} bytes; allow more: FetchPolicy(most_bytes=…)"
                )
            deadline.left()
            pieces.append(piece)
    except httpx2.TimeoutException as error:
        raise FetchError(
            "it did not come to its end in time; try again, or allow more: FetchPolicy(timeout=…)"
        ) from error
    except (httpx2.HTTPError, OSError, ValueError) as error:
        raise FetchError(f"it broke off: {error}; try again") from error
    return b"".join(pieces)


def _refused(target: Target, status: int) -> FetchError:
    advice = _ADVICE.get(status, "try again later" if status >= 500 else "look at the URL")
    return FetchError(f"{target.url.host} answered {status}: {advice}", status=status)


def _check_robots(target: Target, *, client: httpx2.Client, policy: FetchPolicy, deadline: _Deadline) -> None:
    """Raises FetchError where the host's robots.txt says no, or cannot say; a host without one says yes."""
    try:
        rules = _followed(target.robots, client=client, policy=policy, deadline=deadline, robots=False).data
    except FetchError as error:
        if error.status is not None and error.status < 500:
            return
        raise FetchError(
            f"its robots.txt could not be read, so that nobody knows if it may be: {error}", status=error.status
        ) from error
    agent = policy.user_agent.split()[0].partition("/")[0]
    path = target.url.raw_path.decode("ascii")
    if not may_read(rules.decode("utf-8", "replace"), agent=agent, path=path):
        raise FetchError(
            f"the robots.txt of {target.url.host} asks programs not to read {path[:200]!r}; save the page in your "
            "browser and give its pathlib.Path, or, if you may, use FetchPolicy(robots=False)"
        )
