"""Every fault of a server, over real HTTP, lands in the library's own tree of errors, without the key."""

from __future__ import annotations

import asyncio
import logging
import socket
import traceback
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from typing import Any

import anthropic
import messages_server as api
import pytest
import scripted_server as server
from calls import a_call
from scripted_server import ScriptedServer, always

from summarizer.errors import ContextOverflow, ModelBusy, ModelError, ModelRejected, ModelUnavailable
from summarizer.models.anthropic.chat import AnthropicChat
from summarizer.models.anthropic.errors import TABLE

KEY = "sk-ant-very-secret-0123456789"
CALL = replace(a_call("extract:c9"), schema={})  # without a schema no other form is tried


def _fail_sync(url: str, **options: Any) -> ModelError:
    with (
        closing(AnthropicChat("m", base_url=url, api_key=KEY, **options)) as model,
        pytest.raises(ModelError) as caught,
    ):
        model.send(CALL)
    return caught.value


def _fail_async(url: str, **options: Any) -> ModelError:
    async def main() -> ModelError:
        model = AnthropicChat("m", base_url=url, api_key=KEY, **options)
        try:
            with pytest.raises(ModelError) as caught:
                await model.asend(CALL)
        finally:
            await model.aclose()
        return caught.value

    return asyncio.run(main())


@pytest.fixture(params=[_fail_sync, _fail_async], ids=["sync", "async"])
def fail(request: pytest.FixtureRequest) -> Any:
    """`fail(action, **options)`: the error of one call that the server answers so."""

    def ask(action: server.Action, **options: Any) -> ModelError:
        with ScriptedServer(always(action)) as http:
            error: ModelError = request.param(http.base_url, **options)
            assert len(http.requests) == 1, "one send is one try"
            return error

    return ask


@pytest.mark.parametrize(
    ("action", "kind", "status", "says"),
    [
        (api.status(400, "bad thing"), ModelRejected, 400, "bad thing (invalid_request_error, req_1)"),
        (api.status(400, "prompt is too long: 212000 tokens > 200000 maximum"), ContextOverflow, 400, "smaller chunks"),
        (api.status(401, "no", kind="authentication_error"), ModelRejected, 401, "ANTHROPIC_API_KEY"),
        (api.status(402, "no", kind="billing_error"), ModelRejected, 402, "credit"),
        (api.status(403, "no", kind="permission_error"), ModelRejected, 403, "permissions"),
        (api.status(404, "model: m", kind="not_found_error"), ModelRejected, 404, "model name"),
        (api.status(405, "no"), ModelRejected, 405, "base URL"),
        (api.status(409, "lock", kind="conflict_error"), ModelUnavailable, 409, "lock"),
        (api.status(413, "big", kind="request_too_large"), ContextOverflow, 413, "smaller chunks"),
        (api.status(429, "slow down", kind="rate_limit_error"), ModelBusy, 429, "slow down"),
        (
            api.status(429, "pay", kind="rate_limit_error", error_code="enforced_spend_limit_reached"),
            ModelRejected,
            429,
            "billing",
        ),
        (api.status(429, "no", headers={"x-should-retry": "false"}), ModelRejected, 429, "does not help"),
        (api.status(500, "oops", kind="api_error"), ModelUnavailable, 500, "oops (api_error, req_1)"),
        (api.status(503, "later", headers={"retry-after": "3"}), ModelBusy, 503, "wait 3 s"),
        (api.status(408, "later", headers={"retry-after": "3"}), ModelBusy, 408, "wait 3 s"),
        (api.status(504, "slow", kind="timeout_error"), ModelUnavailable, 504, "slow"),
        (api.status(529, "Overloaded", kind="overloaded_error"), ModelUnavailable, 529, "Overloaded"),
        (api.status(529, "Overloaded", headers={"retry-after": "2"}), ModelBusy, 529, "wait 2 s"),
        (server.html(502), ModelUnavailable, 502, "Bad gateway"),
        (server.html(404), ModelRejected, 404, "/v1/messages"),
        (server.html(200), ModelUnavailable, None, "not a message"),
        (server.send(b"", code=500), ModelUnavailable, 500, "500"),
        (server.send([{"error": {"message": "odd"}}], code=400), ModelRejected, 400, "odd"),
        (server.send({"detail": "odd"}, code=422), ModelRejected, 422, "odd"),
        (server.send({"error": "odd"}, code=400), ModelRejected, 400, "odd"),
        (server.send(b'{"content": [{"mess'), ModelUnavailable, None, "not a message"),
        (server.send({"error": {"message": "upstream died"}}), ModelUnavailable, None, "upstream died"),
        (server.send(b"x" * 9, headers={"content-encoding": "gzip"}), ModelUnavailable, None, "DecodingError"),
        (server.reply("a chat completion"), ModelUnavailable, None, "base URL"),
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
    assert type(fail(action, timeout=0.8)) is ModelUnavailable


def test_a_call_may_be_in_more_haste_than_the_model() -> None:
    """The seconds that a call has left end it too."""
    with (
        ScriptedServer(always(server.sleep(30))) as http,
        closing(AnthropicChat("m", base_url=http.base_url)) as model,
        pytest.raises(ModelUnavailable, match=r"within 0\.5 seconds"),
    ):
        model.send(replace(CALL, seconds=0.5))


def test_nobody_listens() -> None:
    """A refused connection is a server that cannot be reached, and the message says where."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    error = _fail_sync(f"http://127.0.0.1:{port}")
    assert type(error) is ModelUnavailable
    assert str(port) in str(error)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [({"retry-after": "2"}, 2), ({"retry-after-ms": "250"}, 0.25), ({"retry-after": "soon"}, None), ({}, None)],
)
def test_retry_after(fail: Any, headers: dict[str, str], seconds: float | None) -> None:
    """The server's wish arrives in seconds, or not at all where it cannot be read."""
    error = fail(api.status(429, headers=headers))
    assert isinstance(error, ModelBusy)
    assert error.retry_after == seconds


def _subclasses(cls: type[BaseException]) -> Iterator[type[BaseException]]:
    for sub in cls.__subclasses__():
        yield sub
        yield from _subclasses(sub)


# Not raised by a request with a key: a webhook that is checked, middleware that asks for a retry, credentials in files.
_ELSEWHERE = {"APIWebhookValidationError", "RetryableError", "CredentialsError"}


def test_no_error_of_the_client_is_left_out() -> None:
    """Every error class that a request can raise has a row of its own or derives from one, so that a new one shows."""
    rows = (TABLE.keys() - {"AnthropicError"}) | _ELSEWHERE
    unknown = [
        cls
        for cls in _subclasses(anthropic.AnthropicError)
        if cls.__module__ == anthropic.APIError.__module__ and not rows & {base.__name__ for base in cls.__mro__}
    ]
    assert unknown == [anthropic.APIError]


def _everything(error: BaseException) -> str:
    return "".join(traceback.format_exception(error)) + repr(error) + repr(error.__context__) + repr(error.__cause__)


def test_the_key_is_shown_nowhere(fail: Any, caplog: pytest.LogCaptureFixture) -> None:
    """A server that repeats the key in its reason does not get it into an error, a traceback or a log."""
    with caplog.at_level(logging.DEBUG):
        errors = [
            fail(api.status(401, f"invalid key: {KEY}")),
            fail(api.status(400, "x" * 380 + KEY)),
            fail(server.send(f"<p>{KEY}</p>".encode(), code=500)),
            fail(server.send(f"<p>{KEY}</p>".encode())),
            fail(server.send({"detail": KEY}, code=422)),
        ]
    for error in errors:
        assert KEY not in _everything(error)
        assert KEY[:12] not in _everything(error)
    assert caplog.records, "the client logs at DEBUG, or this test shows nothing"
    assert KEY not in caplog.text
