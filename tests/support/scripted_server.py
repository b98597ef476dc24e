"""An OpenAI-compatible server on 127.0.0.1 that answers by a script, faults included: real HTTP for the real client."""

from __future__ import annotations

import json
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeAlias

Action: TypeAlias = "Callable[[_Handler], None]"
Script: TypeAlias = "Callable[[Mapping[str, Any], int], Action]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request as it came; header names in small letters."""

    path: str
    headers: Mapping[str, str]
    body: Mapping[str, Any]


class ScriptedServer:
    """Answers `POST …/chat/completions` with `script(parsed body, number of the request)`, from 1 on."""

    handler: type[_Handler]

    def __init__(self, script: Script, *, certificate: tuple[Path, Path] | None = None) -> None:
        """Listens from `__enter__` to `__exit__`; over TLS with a certificate and its key."""
        self._script = script
        self._certificate = certificate
        self._lock = threading.Lock()
        self._requests: list[Request] = []
        self.arrived = threading.Event()  # set by the first request
        self.stopping = threading.Event()

    def __enter__(self) -> Self:
        owner = self

        class Bound(self.handler):  # type: ignore[misc, name-defined]
            server_of_script: ScriptedServer = owner

        self._http = _Server(("127.0.0.1", 0), Bound)
        if self._certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*self._certificate)
            self._http.socket = context.wrap_socket(self._http.socket, server_side=True)
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stopping.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()

    @property
    def base_url(self) -> str:
        """The URL to give to a client."""
        scheme = "http" if self._certificate is None else "https"
        return f"{scheme}://127.0.0.1:{self._http.server_address[1]}/v1"

    @property
    def requests(self) -> tuple[Request, ...]:
        """Every request so far."""
        with self._lock:
            return tuple(self._requests)

    def action(self, request: Request) -> Action:
        """Note the request and look up what to do."""
        with self._lock:
            self._requests.append(request)
            number = len(self._requests)
        self.arrived.set()
        return self._script(request.body, number)


class _Server(ThreadingHTTPServer):
    # The handlers' threads are waited for at the end, so that no socket outlives the test.
    daemon_threads = False
    block_on_close = True
    request_queue_size = 256

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that went away is part of the tests."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_of_script: ScriptedServer
    timeout = 5

    def do_POST(self) -> None:
        length = int(self.headers.get("content-length", "0"))
        body = json.loads(self.rfile.read(length))
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server_of_script.action(Request(path=self.path, headers=headers, body=body))(self)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the base class calls it so
        """Say nothing."""

    def answer(self, code: int, body: bytes, headers: Mapping[str, str]) -> None:
        self.begin(code, headers, length=len(body))
        self.wfile.write(body)

    def begin(self, code: int, headers: Mapping[str, str], *, length: int) -> None:
        self.send_response(code)
        for name, value in {"content-type": "application/json", "content-length": str(length), **headers}.items():
            self.send_header(name, value)
        # One request a connection: the server need not wait for idle clients at its end.
        self.send_header("connection", "close")
        self.close_connection = True
        self.end_headers()

    def pause(self, seconds: float) -> None:
        """Wait, but no longer than the server lives."""
        self.server_of_script.stopping.wait(seconds)

    def cut(self) -> None:
        """End the connection by a reset instead of an orderly close."""
        self.wfile.flush()
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.close_connection = True


ScriptedServer.handler = _Handler


def always(action: Action) -> Script:
    """The script that does the same for every request."""
    return lambda _body, _number: action


def in_turn(*actions: Action) -> Script:
    """The script that does one action after the other, and the last one for every request after that."""
    return lambda _body, number: actions[min(number, len(actions)) - 1]


USAGE: Mapping[str, object] = {"prompt_tokens": 11, "completion_tokens": 7, "total_tokens": 18}


def completion(
    content: object,
    *,
    finish: str | None = "stop",
    usage: object = USAGE,
    refusal: str | None = None,
    **extra: object,
) -> dict[str, object]:
    """The body of a chat completion; `usage=None` leaves it out."""
    message = {"role": "assistant", "content": content, "refusal": refusal}
    body: dict[str, object] = {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": int(time.time()),
        "model": "scripted",
        "choices": [{"index": 0, "message": message, "finish_reason": finish}],
        **extra,
    }
    return body if usage is None else {**body, "usage": usage}


def send(body: object, *, code: int = 200, headers: Mapping[str, str] | None = None) -> Action:
    """Answer with this body: bytes as they are, anything else as JSON."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()

    def act(handler: _Handler) -> None:
        handler.answer(code, data, headers or {})

    return act


def reply(text: object, *, finish: str | None = "stop", usage: object = USAGE) -> Action:
    """A good answer; text that is no string is sent as JSON text."""
    return send(completion(text if isinstance(text, str) else json.dumps(text), finish=finish, usage=usage))


def refusal(text: str) -> Action:
    """The model declines."""
    return send(completion(None, refusal=text))


def content_filter(text: str | None = None) -> Action:
    """A content filter stopped the reply."""
    return send(completion(text, finish="content_filter"))


def empty_choices() -> Action:
    """A completion without any choice."""
    return send(completion("", choices=[]))


def status(
    code: int,
    message: str = "scripted",
    *,
    headers: Mapping[str, str] | None = None,
    **error: object,
) -> Action:
    """An error in OpenAI's form, with more keys of the error as given (`code="…"` as `kind`, `param="…"`)."""
    kind = error.pop("kind", None)
    return send({"error": {"message": message, "type": "error", "code": kind, **error}}, code=code, headers=headers)


def html(code: int = 502) -> Action:
    """A proxy's error page."""
    page = b"<!DOCTYPE html><html><head><title>Bad gateway</title></head><body><h1>502</h1></body></html>"
    return send(page, code=code, headers={"content-type": "text/html; charset=utf-8"})


def sleep(seconds: float) -> Action:
    """Say nothing for so long, then answer well."""

    def act(handler: _Handler) -> None:
        handler.pause(seconds)
        reply("{}")(handler)

    return act


def drip(text: str, *, every: float) -> Action:
    """A good answer that comes byte by byte, `every` seconds one."""

    def act(handler: _Handler) -> None:
        data = json.dumps(completion(text)).encode()
        handler.begin(200, {}, length=len(data))
        for at in range(len(data)):
            handler.wfile.write(data[at : at + 1])
            handler.pause(every)

    return act


def reset_before_body() -> Action:
    """Break the connection before a byte of the answer."""

    def act(handler: _Handler) -> None:
        handler.cut()

    return act


def reset_in_body() -> Action:
    """Break the connection in the middle of the body."""

    def act(handler: _Handler) -> None:
        data = json.dumps(completion("{}")).encode()
        handler.begin(200, {}, length=len(data))
        handler.wfile.write(data[: len(data) // 2])
        handler.cut()

    return act
