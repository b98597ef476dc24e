"""The transport of an endpoint: requests stay at its origin, and its query is seen by no log on the way.

OneOrigin(inner, query=(("key", "…"),))   a redirect elsewhere comes back as it is, and nothing is sent there
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import httpx2

# Redirects that keep method and body (RFC 9110, 15.4.8 and 15.4.9); after any other the request would arrive empty.
_KEEPING: Final = (307, 308)
# A server that moves a path, as from /v1 to /v1/, does so once or twice; more is a circle.
_MOST_REDIRECTS: Final = 3


class OneOrigin(httpx2.AsyncBaseTransport):
    """Sends requests to one origin alone, whatever redirects say, and puts the base URL's query behind each.

    The query is added here, below the client, because the client logs each URL that it knows of.
    """

    def __init__(self, inner: httpx2.AsyncBaseTransport, *, query: Sequence[tuple[str, str]]) -> None:
        """Nothing is sent yet.

        Args:
            inner: what sends.
            query: names and values that go with every request.
        """
        self._inner = inner
        self._query: list[tuple[str, str | int | float | bool | None]] = list(query)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """The response, after redirects inside the origin; a redirect elsewhere is the response."""
        sent = self._at(request, request.url)
        response = await self._inner.handle_async_request(sent)
        for _ in range(_MOST_REDIRECTS):
            target = _target_of(response, sent)
            if target is None:
                break
            await response.aclose()
            sent = self._at(request, target)
            response = await self._inner.handle_async_request(sent)
        return response

    async def aclose(self) -> None:
        """Close the connections."""
        await self._inner.aclose()

    def _at(self, request: httpx2.Request, url: httpx2.URL) -> httpx2.Request:
        """The request to this URL, with the query."""
        url = url.copy_merge_params(self._query) if self._query else url
        return httpx2.Request(
            request.method, url, headers=request.headers, stream=request.stream, extensions=request.extensions
        )


def _target_of(response: httpx2.Response, sent: httpx2.Request) -> httpx2.URL | None:
    """Where a redirect inside the origin leads; None for any other response."""
    if response.status_code not in _KEEPING or "location" not in response.headers:
        return None
    try:
        target = sent.url.join(response.headers["location"])
    except (httpx2.InvalidURL, ValueError):
        return None
    return target.copy_with(fragment=None) if _origin(target) == _origin(sent.url) else None


def _origin(url: httpx2.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port or {"http": 80, "https": 443}.get(url.scheme)
