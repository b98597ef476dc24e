"""Requests stay at their origin, and the base URL's query goes with them without being seen."""

from __future__ import annotations

import gzip
import json
import logging
import tracemalloc
import zlib
from contextlib import closing

import pytest
import scripted_server as server
from calls import a_call
from scripted_server import ScriptedServer, always, in_turn

from summarizer.errors import ModelRejected, ModelUnavailable
from summarizer.models.openai.chat import OpenAIChat

CODES = (300, 301, 302, 303, 307, 308)


def redirect(code: int, location: str) -> server.Action:
    """A redirect to another place."""
    return server.send(b"", code=code, headers={"location": location})


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("where", ["{}/chat/completions", "//other.invalid/v1", "https://127.0.0.1/v1"])
def test_nothing_is_sent_to_another_origin(code: int, where: str) -> None:
    """Another host, port or scheme gets no request, and the message says where it would have gone."""
    with ScriptedServer(always(server.reply("{}"))) as other:
        location = where.format(other.base_url)
        with (
            ScriptedServer(always(redirect(code, location))) as http,
            closing(OpenAIChat("m", base_url=http.base_url)) as model,
            pytest.raises(ModelRejected, match="give it as base_url") as caught,
        ):
            model.send(a_call())
    assert other.requests == ()
    assert len(http.requests) == 1
    assert caught.value.status == code


@pytest.mark.parametrize("code", CODES)
def test_a_redirect_inside_the_origin(code: int) -> None:
    """One that keeps the request is followed, with the whole of it and the query; any other is not."""
    moved = redirect(code, "/v2/chat/completions")
    with (
        ScriptedServer(in_turn(moved, server.reply("{}"))) as http,
        closing(OpenAIChat("m", base_url=f"{http.base_url}?key=abc")) as model,
    ):
        if code in (307, 308):
            assert model.send(a_call()).text == "{}"
            first, second = http.requests
            assert first.body == second.body
            assert second.path == "/v2/chat/completions?key=abc"
        else:
            with pytest.raises(ModelRejected):
                model.send(a_call())


def test_a_circle_ends() -> None:
    """A server that redirects to itself for ever is asked four times."""
    circle = redirect(308, "/v1/chat/completions")
    with ScriptedServer(always(circle)) as http, closing(OpenAIChat("m", base_url=http.base_url)) as model:
        with pytest.raises(ModelRejected):
            model.send(a_call())
        assert len(http.requests) == 4


@pytest.mark.parametrize("location", ["", "http://", "http://[::1", "http://h:port/", "//", "\\\\", "mailto:a@b"])
def test_redirects_to_nowhere(location: str) -> None:
    """Whatever stands in the header, it is an error of ours."""
    with (
        ScriptedServer(always(redirect(307, location))) as http,
        closing(OpenAIChat("m", base_url=http.base_url)) as model,
        pytest.raises(ModelRejected),
    ):
        model.send(a_call())


def test_no_log_has_the_query(caplog: pytest.LogCaptureFixture) -> None:
    """The client logs the URL of each request; what it never sees it cannot log."""
    caplog.set_level(logging.DEBUG)
    with (
        ScriptedServer(always(server.reply("{}"))) as http,
        closing(OpenAIChat("m", base_url=f"{http.base_url}?key=very-secret&b=%20c")) as model,
    ):
        model.send(a_call())
        assert http.requests[0].path == "/v1/chat/completions?key=very-secret&b=+c"
    assert "HTTP Request" in caplog.text
    assert "very-secret" not in caplog.text


@pytest.mark.parametrize("packed", ["gzip", "deflate"])
def test_an_answer_that_unpacks_to_more_than_any_is_broken_off(packed: str) -> None:
    """A bomb of a hundred kilobytes is an error by name, and never in memory as a whole."""
    body = b'{"choices": [{"message": {"content": "' + b"a" * (100 * 2**20) + b'"}}]}'
    data = gzip.compress(body) if packed == "gzip" else zlib.compress(body)
    assert len(data) < 200_000
    bomb = server.send(data, headers={"content-encoding": packed})
    with ScriptedServer(always(bomb)) as http, closing(OpenAIChat("m", base_url=http.base_url)) as model:
        tracemalloc.start()
        with pytest.raises(ModelUnavailable, match="more than 33,554,432 bytes"):
            model.send(a_call())
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peak < 60 * 2**20


def test_an_answer_packed_as_nobody_asked() -> None:
    """Nobody knows how large it is."""
    odd = server.send(b"xx", headers={"content-encoding": "zstd"})
    with (
        ScriptedServer(always(odd)) as http,
        closing(OpenAIChat("m", base_url=http.base_url)) as model,
        pytest.raises(ModelUnavailable, match="packed as 'zstd'"),
    ):
        model.send(a_call())


def test_a_packed_answer_is_read() -> None:
    """Servers may pack what they send."""
    data = gzip.compress(json.dumps(server.completion("{}")).encode())
    with (
        ScriptedServer(always(server.send(data, headers={"content-encoding": "gzip"}))) as http,
        closing(OpenAIChat("m", base_url=http.base_url)) as model,
    ):
        assert model.send(a_call()).text == "{}"
        assert http.requests[0].headers["accept-encoding"] == "gzip, deflate"
