"""Every fault of a server, over real HTTP, lands in the library's own tree of errors, without the key."""

from __future__ import annotations

import asyncio
import email.utils
import logging
import socket
import time
import traceback
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import openai
import pytest
import scripted_server as server
from calls import a_call
from scripted_server import ScriptedServer, always

from summarizer.errors import (
    ContextOverflow,
    ModelBusy,
    ModelError,
    ModelRejected,
    ModelUnavailable,
    in_seconds,
)
from summarizer.models.openai.chat import OpenAIChat
from summarizer.models.openai.errors import TABLE

KEY = "sk-very-secret-0123456789"


def _fail_sync(url: str, **options: Any) -> ModelError:
    with closing(OpenAIChat("m", base_url=url, api_key=KEY, **options)) as model, pytest.raises(ModelError) as caught:
        model.send(a_call("extract:c9"))
    return caught.value


def _fail_async(url: str, **options: Any) -> ModelError:
    async def main() -> ModelError:
        model = OpenAIChat("m", base_url=url, api_key=KEY, **options)
        try:
            with pytest.raises(ModelError) as caught:
                await model.asend(a_call("extract:c9"))
        finally:
            await model.aclose()
        return caught.value

    return asyncio.run(main())


def _is_unexplained(error: ModelError) -> bool:
    return not isinstance(error, ContextOverflow)


@pytest.fixture(params=[_fail_sync, _fail_async], ids=["sync", "async"])
def fail(request: pytest.FixtureRequest) -> Any:
    """`fail(action, **options)`: the error of one call that the server answers so, whatever it is sent."""

    def ask(action: server.Action, **options: Any) -> ModelError:
        with ScriptedServer(always(action)) as http:
            error: ModelError = request.param(http.base_url, **options)
            assert error.requests == len(http.requests)
            # One send is one try; what may be about the form of the request is sent in two others as well.
            assert error.requests == (3 if error.status in (400, 415, 422, 500) and _is_unexplained(error) else 1)
            return error

    return ask


@pytest.mark.parametrize(
    ("action", "kind", "status", "says"),
    [
        (server.status(400, "bad thing"), ModelRejected, 400, "bad thing"),
        (server.status(400, "too long", kind="context_length_exceeded"), ContextOverflow, 400, "smaller chunks"),
        (server.status(400, "request exceeds the available context size"), ContextOverflow, 400, "smaller chunks"),
        (server.status(401, "no"), ModelRejected, 401, "OPENAI_API_KEY"),
        (server.status(402, "no"), ModelRejected, 402, "credit"),
        (server.status(403, "no"), ModelRejected, 403, "permissions"),
        (server.status(404, "no such model"), ModelRejected, 404, "model name"),
        (server.status(405, "no"), ModelRejected, 405, "base URL"),
        (server.status(408, "slow"), ModelUnavailable, 408, "slow"),
        (server.status(409, "lock"), ModelUnavailable, 409, "lock"),
        (server.status(413, "big"), ContextOverflow, 413, "smaller chunks"),
        (server.status(400, "The input is too long."), ContextOverflow, 400, "smaller chunks"),
        (server.send(b"", code=400), ModelRejected, 400, "says no more"),
        (server.send("just words", code=400), ModelRejected, 400, "just words"),
        (server.send([{"error": {"code": 400, "message": "in a list"}}], code=400), ModelRejected, 400, "in a list"),
        (server.send({"error": {"errors": {"seat": ["taken"]}}}, code=422), ModelRejected, 422, "seat: taken"),
        (server.send(b"<p>One &amp; two</p>", code=500), ModelUnavailable, 500, "One & two"),
        (server.status(422, "odd"), ModelRejected, 422, "odd"),
        (server.status(429, "slow down"), ModelBusy, 429, "slow down"),
        (server.status(429, "pay", kind="insufficient_quota"), ModelRejected, 429, "billing"),
        (server.status(500, "oops"), ModelUnavailable, 500, "oops"),
        (server.status(502, "oops"), ModelUnavailable, 502, "oops"),
        (server.status(503, "oops"), ModelUnavailable, 503, "oops"),
        (server.status(503, "later", headers={"retry-after": "3"}), ModelBusy, 503, "later"),
        (server.status(500, "later", headers={"retry-after": "3"}), ModelBusy, 500, "wait 3 s"),
        (server.status(529, "later", headers={"retry-after-ms": "3000"}), ModelBusy, 529, "wait 3 s"),
        (server.status(408, "later", headers={"retry-after": "3"}), ModelBusy, 408, "wait 3 s"),
        (server.status(529, "oops"), ModelUnavailable, 529, "oops"),
        (server.html(502), ModelUnavailable, 502, "Bad gateway"),
        (server.html(404), ModelRejected, 404, "/v1"),
        (server.html(200), ModelUnavailable, None, "not a chat completion"),
        (server.send(b'{"choices": [{"mess'), ModelUnavailable, None, "not a chat completion"),
        (server.send(b"\xff\xfe\x00"), ModelUnavailable, None, "not a chat completion"),
        (server.send(b""), ModelUnavailable, None, "not a chat completion"),
        (server.send([1, 2]), ModelUnavailable, None, "not a chat completion"),
        (server.send({"choices": "none"}), ModelUnavailable, None, "not a chat completion"),
        (server.send(b"data: {}\n\n", headers={"content-type": "text/event-stream"}), ModelUnavailable, None, "begins"),
        (server.send(b"x" * 9, headers={"content-encoding": "gzip"}), ModelUnavailable, None, "DecodingError"),
        (server.send({"error": {"message": "upstream died"}}), ModelUnavailable, None, "upstream died"),
        (server.reset_before_body(), ModelUnavailable, None, "Connection error"),
        (server.reset_in_body(), ModelUnavailable, None, "Connection error"),
    ],
)
def test_fault(fail: Any, action: server.Action, kind: type[ModelError], status: int | None, says: str) -> None:
    """The error is of the right kind, carries call id and status, and says the server's reason and what to do."""
    error = fail(action)
    assert type(error) is kind
    assert (error.call_id, error.status) == ("extract:c9", status)
    assert error.retryable is not issubclass(kind, ModelRejected)
    assert says in str(error)
    assert "127.0.0.1" in str(error)


@pytest.mark.parametrize("action", [server.sleep(30), server.drip("{}", every=0.05)], ids=["silent", "drip"])
def test_timeout(fail: Any, action: server.Action) -> None:
    """A server that is silent, or sends a byte now and then, holds a call no longer than its timeout."""
    error = fail(action, timeout=0.8)
    assert type(error) is ModelUnavailable
    assert error.call_id == "extract:c9"


@pytest.mark.parametrize("fail_at", [_fail_sync, _fail_async])
def test_nobody_listens(fail_at: Any) -> None:
    """A refused connection is a server that cannot be reached, and the message says where and why."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    error = fail_at(f"http://127.0.0.1:{port}/v1")
    assert type(error) is ModelUnavailable
    assert str(port) in str(error)


@pytest.mark.parametrize(
    ("headers", "least", "most"),
    [
        ({"retry-after": "2"}, 2, 2),
        ({"retry-after": "0.5"}, 0.5, 0.5),
        ({"retry-after": "-1"}, 0, 0),
        ({"retry-after-ms": "250", "retry-after": "9"}, 0.25, 0.25),
        ({"retry-after": email.utils.formatdate(time.time() + 3600, usegmt=True)}, 1800, 3601),
        ({"retry-after": email.utils.formatdate(0, usegmt=True)}, 0, 0),
        ({"retry-after": "53578"}, 53578, 53578),
        ({"retry-after-ms": "53578000"}, 53578, 53578),
        ({"retry-after": "Fri, 31 Dec 9999 23:59:59 GMT"}, 2e11, 3e11),
    ],
)
def test_retry_after(fail: Any, headers: dict[str, str], least: float, most: float) -> None:
    """The server's wish arrives in seconds, in each of its forms."""
    for status in (429, 503):
        error = fail(server.status(status, headers=headers))
        assert isinstance(error, ModelBusy)
        assert error.retry_after is not None
        assert least <= error.retry_after <= most
        said = f"(the server asks to wait {in_seconds(error.retry_after)})"
        assert (said in str(error)) == (error.retry_after > 0)


@pytest.mark.parametrize("headers", [{}, {"retry-after": "soon"}, {"retry-after": "nan"}, {"retry-after": "inf"}])
def test_no_readable_wish(fail: Any, headers: dict[str, str]) -> None:
    """A wish that is left out or cannot be read is None, not zero."""
    error = fail(server.status(429, headers=headers))
    assert isinstance(error, ModelBusy)
    assert error.retry_after is None


def _subclasses(cls: type[BaseException]) -> Iterator[type[BaseException]]:
    for sub in cls.__subclasses__():
        yield sub
        yield from _subclasses(sub)


# Not raised by a request: a wrong import style, wrong arguments to a constructor, or a response that is read twice.
_MISUSE = {"APIRemovedInV1", "_AmbiguousModuleClientUsageError", "MutuallyExclusiveAuthError", "StreamAlreadyConsumed"}


def test_no_error_of_the_client_is_left_out() -> None:
    """The table has a row of its own for every error class of the client, so that a new one is looked at."""
    known = {cls.__name__ for cls in _subclasses(openai.OpenAIError)} | {"OpenAIError"}
    exported = {name for name in vars(openai) if name.endswith("Error")} - {"InvalidWebhookSignatureError"}
    assert known - _MISUSE == set(TABLE)
    assert exported - _MISUSE <= set(TABLE)


def _everything(error: BaseException) -> str:
    return "".join(traceback.format_exception(error)) + repr(error) + repr(error.__context__) + repr(error.__cause__)


def test_the_key_is_shown_nowhere(fail: Any, caplog: pytest.LogCaptureFixture) -> None:
    """A server that repeats the key in its reason does not get it into an error, a traceback or a log."""
    with caplog.at_level(logging.DEBUG):
        errors = [
            fail(server.status(401, f"Incorrect API key provided: {KEY}")),
            fail(server.status(400, "x" * 380 + KEY)),
            fail(server.send(f"<p>{KEY}</p>".encode(), code=500)),
            fail(server.send(f"<p>{KEY}</p>".encode())),
            fail(server.send({"detail": KEY}, code=422)),
        ]
    for error in errors:
        assert KEY not in _everything(error)
        assert KEY[:12] not in _everything(error)
    assert caplog.records, "the client logs at DEBUG, or this test shows nothing"
    assert KEY not in caplog.text
