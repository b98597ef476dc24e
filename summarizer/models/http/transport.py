"""The transport of an endpoint: requests stay at its origin, its query is in no log, and answers have a bound.

OneOrigin(inner, query=(("key", "…"),))   a redirect elsewhere comes back as it is, and nothing is sent there
                                          an answer that goes on and on ends in `BodyTooLarge`
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import httpx2

# Redirects that keep method and body (RFC 9110, 15.4.8 and 15.4.9); after any other the request would arrive empty.
_KEEPING: Final = (307, 308)
# A server that moves a path, as from /v1 to /v1/, does so once or twice; more is a circle.
_MOST_REDIRECTS: Final = 3
# Bytes of an answer at most, as they are after decompression. The longest answers have 128,000 tokens (GPT-5's limit),
# which is about a megabyte with its reasoning; three megabytes of gzip can hold three gigabytes.
MOST_BYTES: Final = 32 * 2**20
# What the client can undo piece by piece, so that the bytes are counted as they come out.
_ENCODINGS: Final = "gzip, deflate"


class BodyTooLarge(httpx2.TransportError):
    """An answer has more bytes than any that was asked for can have."""


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
        return await _within_bounds(response, sent)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._inner.aclose()

    def _at(self, request: httpx2.Request, url: httpx2.URL) -> httpx2.Request:
        """The request to this URL, with the query."""
        url = url.copy_merge_params(self._query) if self._query else url
        headers = request.headers.copy()
        headers["accept-encoding"] = _ENCODINGS
        return httpx2.Request(
            request.method, url, headers=headers, stream=request.stream, extensions=request.extensions
        )


async def _within_bounds(response: httpx2.Response, sent: httpx2.Request) -> httpx2.Response:
    """The same response with its body read.

    Raises:
        BodyTooLarge: there is more of it than `MOST_BYTES`, or it is packed in a way that was not asked for.
    """
    packed = response.headers.get("content-encoding", "identity").strip().lower()
    if packed not in ("", "identity", *_ENCODINGS.split(", ")):
        await response.aclose()
        raise BodyTooLarge(
            f"the answer is packed as {packed[:20]!r}, and how large it is cannot be known", request=sent
        )
    response.request = sent
    pieces: list[bytes] = []
    size = 0
    try:
        async for piece in response.aiter_bytes():
            size += len(piece)
            if size > MOST_BYTES:
                raise BodyTooLarge(f"the answer has more than {MOST_BYTES:,} bytes", request=sent)
            pieces.append(piece)
    finally:
        await response.aclose()
    headers = [(name, value) for name, value in response.headers.multi_items() if name.lower() not in _OF_THE_WAY]
    return httpx2.Response(
        response.status_code, headers=headers, content=b"".join(pieces), request=sent, extensions=response.extensions
    )


# Headers that say how the body travelled, which it has done by then.
_OF_THE_WAY: Final = ("content-encoding", "content-length", "transfer-encoding")


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
