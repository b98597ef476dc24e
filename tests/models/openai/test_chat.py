"""OpenAIChat with the real client over real HTTP against a scripted server: replies, parameters, lifetimes."""

from __future__ import annotations

import asyncio
import gc
import json
import threading
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest
import scripted_server as server
from calls import a_call
from scripted_server import ScriptedServer, always

from summarizer.calls.call import Reply, Tokens
from summarizer.calls.message import Message
from summarizer.errors import ConfigError, ModelError, ModelRejected
from summarizer.models.base import ChatModel
from summarizer.models.openai.chat import OpenAIChat

KEY = "sk-very-secret-0123456789"
GOOD = '{"facts": []}'  # what the schema of these calls asks for


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees a key or URL of the machine it runs on."""
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "OPENAI_CUSTOM_HEADERS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(params=["sync", "async"])
def ask(request: pytest.FixtureRequest) -> Iterator[Any]:
    """`ask(script, **options)`: one call's reply through `send` or `asend`, and the server that answered."""

    def sync(script: server.Script, *, name: str = "m", **options: Any) -> tuple[Reply, ScriptedServer]:
        with ScriptedServer(script) as http, closing(OpenAIChat(name, base_url=http.base_url, **options)) as model:
            return model.send(a_call()), http

    async def asynchronous(
        script: server.Script, name: str, options: Mapping[str, Any]
    ) -> tuple[Reply, ScriptedServer]:
        with ScriptedServer(script) as http:
            model = OpenAIChat(name, base_url=http.base_url, **options)
            try:
                return await model.asend(a_call()), http
            finally:
                await model.aclose()

    if request.param == "sync":
        yield sync
    else:
        yield lambda script, *, name="m", **options: asyncio.run(asynchronous(script, name, options))


def test_satisfies_the_protocol() -> None:
    """An OpenAIChat is a ChatModel."""
    model = OpenAIChat("m", api_key=KEY)
    assert isinstance(model, ChatModel)
    assert model.name == "m"


def test_request_holds_what_the_call_says(ask: Any) -> None:
    """Messages, schema, limit and model name arrive as the call has them; the key travels as a bearer token."""
    reply, http = ask(always(server.reply({"facts": []})), name="exact", api_key=f" {KEY}\n")
    (request,) = http.requests
    call = a_call()
    assert json.loads(reply.text) == {"facts": []}
    assert request.path == "/v1/chat/completions"
    assert request.headers["authorization"] == f"Bearer {KEY}"
    assert request.body == {
        "model": "exact",
        "messages": [{"role": m.role, "content": m.content} for m in call.messages],
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": call.schema_name, "schema": dict(call.schema), "strict": True},
        },
        "temperature": 0,
        "max_tokens": call.max_output_tokens,
    }


@pytest.mark.parametrize(
    ("usage", "tokens"),
    [
        (
            {"prompt_tokens": 9, "completion_tokens": 4, "prompt_tokens_details": {"cached_tokens": 5}},
            Tokens(tokens_in=9, tokens_out=4, tokens_cached=5),
        ),
        ({"prompt_tokens": 9, "completion_tokens": 4}, Tokens(tokens_in=9, tokens_out=4)),
        ({"prompt_tokens": 9, "prompt_tokens_details": None}, Tokens(tokens_in=9)),
        ({"prompt_tokens": 3, "prompt_tokens_details": {"cached_tokens": 5}}, Tokens(tokens_in=3, tokens_cached=3)),
        ({"prompt_tokens": "many"}, Tokens()),
        ([], Tokens()),
        (None, Tokens()),
    ],
)
def test_usage(usage: object, tokens: Tokens) -> None:
    """Tokens are counted as the server says, and an odd or missing usage costs no reply."""
    script = always(server.reply(GOOD, usage=usage))
    with ScriptedServer(script) as http, closing(OpenAIChat("m", base_url=http.base_url)) as model:
        assert model.send(a_call()) == Reply(text=GOOD, tokens=tokens)


@pytest.mark.parametrize(
    ("action", "text", "finish"),
    [
        (server.reply('{"a"', finish="length"), '{"a"', "length"),
        (server.refusal("I cannot help."), "I cannot help.", "refusal"),
        (server.content_filter(), "", "content_filter"),
        (server.status(400, "filtered", kind="content_filter"), "", "content_filter"),
        (server.empty_choices(), "", "stop"),
        (server.send({}), "", "stop"),
        (server.send(server.completion(None, finish="tool_calls")), "", "stop"),
        (server.send({"choices": [{"finish_reason": None}]}), "", "stop"),
        (server.reply(GOOD, finish=None), GOOD, "stop"),
        (server.send(server.completion([{"type": "thinking"}, {"type": "text", "text": GOOD}])), GOOD, "stop"),
        (server.send(server.completion(GOOD), headers={"content-type": "text/plain"}), GOOD, "stop"),
        (server.send(server.completion(GOOD), headers={"content-type": "application/octet-stream"}), GOOD, "stop"),
    ],
)
def test_reply(ask: Any, action: server.Action, text: str, finish: str) -> None:
    """What the server says about the end of the reply arrives, and nothing a server leaves out raises."""
    reply, _ = ask(always(action))
    assert (reply.text, reply.finish) == (text, finish)


@pytest.mark.parametrize(
    ("name", "temperature"),
    [
        ("gpt-4.1-mini", True),
        ("gpt-4o", True),
        ("gpt-5-chat-latest", True),
        ("llama-3-o1", True),
        ("openai/gpt-oss-20b", True),
        ("gpt-5", False),
        ("gpt-5-mini", False),
        ("gpt-5.2-pro", False),
        ("openai/gpt-5-nano", False),
        ("o1", False),
        ("o3-mini-2025-01-31", False),
        ("o4-mini", False),
    ],
)
def test_reasoning_models_get_no_temperature(name: str, *, temperature: bool) -> None:
    """Temperature 0 goes to ordinary models and is left out for reasoning models, which refuse it."""
    with ScriptedServer(always(server.reply(GOOD))) as http, closing(OpenAIChat(name, base_url=http.base_url)) as model:
        model.send(a_call())
    assert ("temperature" in http.requests[0].body) is temperature


REFUSED = {
    "temperature": server.status(400, "Unsupported value", param="temperature", kind="unsupported_value"),
    "max_tokens": server.status(400, "'max_tokens' is not supported. Use 'max_completion_tokens'.", param="max_tokens"),
    "max_completion_tokens": server.send({"detail": [{"loc": ["body", "max_completion_tokens"]}]}, code=422),
}


@pytest.mark.parametrize("refused", [["temperature"], ["max_tokens"], ["max_tokens", "temperature"]])
def test_refused_parameters_are_learnt(ask: Any, refused: list[str]) -> None:
    """A parameter that the server refuses by name is left out or renamed, once, and the call gets its reply."""

    def script(body: Mapping[str, Any], number: int) -> server.Action:
        return next((REFUSED[name] for name in refused if name in body), server.reply(GOOD))

    reply, http = ask(script)
    assert reply.text == GOOD
    assert len(http.requests) == 1 + len(refused)
    assert http.requests[-1].body.get("max_completion_tokens") == (64 if "max_tokens" in refused else None)


def test_what_was_learnt_is_remembered() -> None:
    """The second call goes out right at once, and what one call learnt does not undo what another did."""
    refused = ["max_tokens", "temperature"]

    def script(body: Mapping[str, Any], number: int) -> server.Action:
        return next((REFUSED[name] for name in refused if name in body), server.reply(GOOD))

    with ScriptedServer(script) as http, closing(OpenAIChat("m", base_url=http.base_url)) as model:
        with ThreadPoolExecutor(8) as pool:
            assert all(r.text == GOOD for r in pool.map(model.send, [a_call(f"extract:c{i}") for i in range(8)]))
        before = len(http.requests)
        model.send(a_call())
        assert len(http.requests) == before + 1


def test_a_parameter_that_is_refused_both_ways_is_not_sent_for_ever() -> None:
    """A server that refuses either name of the limit gets each of them once, and nothing is remembered."""

    def script(body: Mapping[str, Any], number: int) -> server.Action:
        return next(REFUSED[name] for name in ("max_tokens", "max_completion_tokens") if name in body)

    with ScriptedServer(script) as http, closing(OpenAIChat("m", base_url=http.base_url)) as model:
        for _ in range(2):
            with pytest.raises(ModelRejected):
                model.send(a_call())
        assert ["max_tokens" in r.body for r in http.requests] == [True, False, True, False]


def test_overflow_is_no_reason_to_ask_again() -> None:
    """A 400 that names the limit only because the prompt is too long is final, and says what to do."""
    action = server.status(400, "'max_tokens' is too large: 64. This model's maximum context length is 32 tokens")
    with ScriptedServer(always(action)) as http, closing(OpenAIChat("m", base_url=http.base_url)) as model:
        with pytest.raises(ModelRejected, match="smaller chunks"):
            model.send(a_call())
        assert len(http.requests) == 1


def test_lone_surrogates_can_be_sent(ask: Any) -> None:
    """A text that UTF-8 cannot carry goes out with U+FFFD in that place, and pairs stay whole."""
    with ScriptedServer(always(server.reply(GOOD))) as http, closing(OpenAIChat("m", base_url=http.base_url)) as model:
        model.send(a_call(messages=(Message(role="user", content="a\ud800b 😀 \x00"),)))
    assert http.requests[0].body["messages"][0]["content"] == "a\ufffdb 😀 \x00"


def test_two_event_loops() -> None:
    """The same object answers in a second `asyncio.run`, and in threads in between."""
    with ScriptedServer(always(server.reply(GOOD))) as http, closing(OpenAIChat("m", base_url=http.base_url)) as model:
        for _ in range(2):
            assert asyncio.run(model.asend(a_call())).text == GOOD
            assert model.send(a_call()).text == GOOD
        assert len(http.requests) == 4


def test_inside_a_running_loop() -> None:
    """`send` works where an event loop runs already, as in a notebook."""

    async def cell(model: OpenAIChat) -> Reply:
        return model.send(a_call())

    with ScriptedServer(always(server.reply(GOOD))) as http, closing(OpenAIChat("m", base_url=http.base_url)) as model:
        assert asyncio.run(cell(model)).text == GOOD


def test_eight_threads() -> None:
    """Replies from eight threads at once go each to its own call."""

    def script(body: Mapping[str, Any], number: int) -> server.Action:
        return server.reply(body["messages"][-1]["content"])

    calls = [a_call(messages=(Message(role="user", content=f'{{"facts": ["{i}"]}}'),)) for i in range(80)]
    with (
        ScriptedServer(script) as http,
        closing(OpenAIChat("m", base_url=http.base_url)) as model,
        ThreadPoolExecutor(8) as pool,
    ):
        texts = [reply.text for reply in pool.map(model.send, calls)]
    assert texts == [call.messages[0].content for call in calls]


def test_close_ends_calls_under_way_and_is_not_the_end() -> None:
    """`close` makes a waiting call fail as a ModelError that carries its id; a later call opens anew."""
    script = server.in_turn(server.sleep(30), server.reply(GOOD))
    with ScriptedServer(script) as http, closing(OpenAIChat("m", base_url=http.base_url)) as model:
        with ThreadPoolExecutor(1) as pool:
            waiting = pool.submit(model.send, a_call("extract:c7"))
            assert http.arrived.wait(10)
            model.close()
            error = waiting.exception(10)
        assert isinstance(error, ModelError)
        assert error.call_id == "extract:c7"
        assert model.send(a_call()).text == GOOD


def test_close_ends_an_awaited_call_as_a_model_error() -> None:
    """A task that nobody cancelled does not see a cancellation when the model is closed."""

    async def main(http: ScriptedServer) -> BaseException | None:
        model = OpenAIChat("m", base_url=http.base_url)
        waiting = asyncio.create_task(model.asend(a_call()))
        assert await asyncio.to_thread(http.arrived.wait, 10)
        await model.aclose()
        (outcome,) = await asyncio.gather(waiting, return_exceptions=True)
        return outcome if isinstance(outcome, BaseException) else None

    with ScriptedServer(always(server.sleep(30))) as http:
        assert isinstance(asyncio.run(main(http)), ModelError)


def test_cancelling_ends_the_request() -> None:
    """A cancelled `asend` raises CancelledError at once and leaves the model usable."""

    async def main(http: ScriptedServer) -> str:
        model = OpenAIChat("m", base_url=http.base_url)
        waiting = asyncio.create_task(model.asend(a_call()))
        assert await asyncio.to_thread(http.arrived.wait, 10)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        text = (await model.asend(a_call())).text
        await model.aclose()
        return text

    with ScriptedServer(server.in_turn(server.sleep(30), server.reply(GOOD))) as http:
        assert asyncio.run(main(http)) == GOOD


def test_a_forgotten_model_leaves_no_thread() -> None:
    """A model that is never closed ends its thread when it is collected, without a ResourceWarning."""
    with ScriptedServer(always(server.reply(GOOD))) as http:
        model = OpenAIChat("m", base_url=http.base_url)
        model.send(a_call())
        assert any(t.name == "summarizer-openai" for t in threading.enumerate())
        del model
        gc.collect()
        assert not any(t.name == "summarizer-openai" for t in threading.enumerate())


@pytest.mark.parametrize(
    "wrong",
    [{"name": " "}, {"timeout": 0.0}, {"timeout": float("nan")}, {"timeout": float("inf")}],
)
def test_settings_that_cannot_work(wrong: Mapping[str, Any]) -> None:
    """A blank name or a timeout that is no time is refused before any call."""
    with pytest.raises(ConfigError):
        OpenAIChat(**{"name": "m", "api_key": KEY, **wrong})


def test_one_word_is_asked_for_without_a_schema_and_with_probabilities() -> None:
    """A call for plain words sends no response format, and asks for the candidates of the first token."""
    call = replace(a_call(), schema={}, max_output_tokens=1, top_logprobs=20)
    with ScriptedServer(always(server.reply("Yes"))) as http, closing(OpenAIChat("m", base_url=http.base_url)) as model:
        assert model.send(call).text
        (request,) = http.requests
    assert "response_format" not in request.body
    assert (request.body["logprobs"], request.body["top_logprobs"], request.body["max_tokens"]) == (True, 20, 1)


def test_probabilities_are_not_asked_for_otherwise(ask: Any) -> None:
    """Servers that know no probabilities see nothing of them."""
    _, http = ask(always(server.reply({"facts": []})))
    assert not {"logprobs", "top_logprobs"} & http.requests[0].body.keys()
