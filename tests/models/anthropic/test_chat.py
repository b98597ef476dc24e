"""AnthropicChat with the real client over real HTTP against a scripted server: requests, replies, what is learnt."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import threading
import warnings
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from itertools import count
from typing import Any

import messages_server as api
import pytest
from anthropic._data import DEPRECATED_MODELS
from calls import a_call
from scripted_server import Action, Script, ScriptedServer, always, in_turn, send, sleep

from summarizer.calls.call import Call, Reply, Tokens
from summarizer.calls.message import Message
from summarizer.calls.prompts import fence_for
from summarizer.errors import ConfigError, ModelError, ModelRejected
from summarizer.models.anthropic.chat import AnthropicChat
from summarizer.models.base import ChatModel

KEY = "sk-ant-very-secret-0123456789"
GOOD: dict[str, object] = {"facts": []}
ARTICLE = "[1] Zürich lies on a lake.\n[2] It has trams. 😀"
_names = count()


def a_name() -> str:
    """A model that nothing is known of: what is learnt of one is remembered for the process."""
    return f"m{next(_names)}"


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees a key or URL of the machine it runs on."""
    for name in ("ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN", "ANTHROPIC_BASE_URL", "ANTHROPIC_CUSTOM_HEADERS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(params=["sync", "async"])
def ask(request: pytest.FixtureRequest) -> Iterator[Any]:
    """`ask(script, call=…, **options)`: one call's reply through `send` or `asend`, and the server that answered."""

    def sync(script: Script, *, call: Call | None = None, **options: Any) -> tuple[Reply, ScriptedServer]:
        with ScriptedServer(script) as http, closing(_model(http, **options)) as model:
            return model.send(call or a_call()), http

    async def asynchronous(script: Script, call: Call, options: Mapping[str, Any]) -> tuple[Reply, ScriptedServer]:
        with ScriptedServer(script) as http:
            model = _model(http, **options)
            try:
                return await model.asend(call), http
            finally:
                await model.aclose()

    if request.param == "sync":
        yield sync
    else:
        yield lambda script, *, call=None, **options: asyncio.run(asynchronous(script, call or a_call(), options))


def _model(http: ScriptedServer, **options: Any) -> AnthropicChat:
    return AnthropicChat(**{"name": a_name(), "base_url": http.base_url, **options})


def about(text: str, task: str, *, system: str = "You work.") -> Call:
    """A call that begins with an article, as every prompt about one does."""
    fence = fence_for(text)
    said = f"{fence}\n{text}\n{fence}\n\n{task}"
    return a_call(messages=(Message(role="system", content=system), Message(role="user", content=said)))


def test_satisfies_the_protocol() -> None:
    """An AnthropicChat is a ChatModel, and neither asks for a temperature nor shows a key."""
    model = AnthropicChat("m", api_key=KEY)
    assert isinstance(model, ChatModel)
    assert (model.name, model.address, model.settings) == ("m", "https://api.anthropic.com", {})
    assert KEY not in repr(model)


def test_request_holds_what_the_call_says(ask: Any) -> None:
    """System, messages, schema, limit and name arrive as the call has them; the key travels as a bearer token."""
    reply, http = ask(always(api.reply(GOOD)), name="exact", api_key=f" {KEY}\n")
    (request,) = http.requests
    call = a_call()
    assert json.loads(reply.text) == GOOD
    assert request.path == "/v1/messages"
    assert request.headers["authorization"] == f"Bearer {KEY}"
    assert request.headers["anthropic-version"] == "2026-10-21"
    facts = {"type": "array", "items": {"type": "string"}, "description": "{maxItems: 3}"}
    schema = {"type": "object", "properties": {"facts": facts}, "required": ["facts"], "additionalProperties": False}
    assert request.body == {
        "model": "exact",
        "max_tokens": call.max_output_tokens,
        "system": call.messages[0].content,
        "messages": [{"role": "user", "content": call.messages[1].content}],
        "output_config": {"format": {"type": "json_schema", "schema": schema}},
    }


def test_a_base_url_may_end_in_the_version_or_not() -> None:
    """`/v1/messages` is asked for once, whichever root of an API a user copied."""
    with ScriptedServer(always(api.reply(GOOD))) as http:
        root = http.base_url.removesuffix("/v1")
        for url in (root, f"{root}/", f"{root}/v1", f"{root}/v1/", f"{root}/gateway/v1"):
            with closing(AnthropicChat("m", base_url=url)) as model:
                model.send(a_call())
        assert [request.path for request in http.requests] == ["/v1/messages"] * 4 + ["/gateway/v1/messages"]


def test_the_key_is_found_where_anthropics_tools_look(monkeypatch: pytest.MonkeyPatch) -> None:
    """The key's variable comes before the token's; OpenAI's is never sent to Anthropic."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-openai-0123456789")
    with pytest.raises(ConfigError, match="ANTHROPIC_API_KEY"):
        AnthropicChat("m")
    with ScriptedServer(always(api.reply(GOOD))) as http:
        monkeypatch.setenv("ANTHROPIC_BASE_URL", http.base_url)
        for name, key in (("ANTHROPIC_AUTH_TOKEN", "token-0123456789"), ("ANTHROPIC_API_KEY", KEY)):
            monkeypatch.setenv(name, key)
            with closing(AnthropicChat("m")) as model:
                model.send(a_call())
            assert http.requests[-1].headers["authorization"] == f"Bearer {key}"


@pytest.mark.parametrize(
    ("action", "text", "finish"),
    [
        (api.reply(GOOD, stop="max_tokens"), json.dumps(GOOD), "length"),
        (api.reply('{"a"', stop="model_context_window_exceeded"), '{"a"', "length"),
        (api.refusal("I cannot help."), "I cannot help.", "refusal"),
        (api.status(400, "Output blocked by content filtering policy"), "", "content_filter"),
        (send(api.message([])), "", "stop"),
        (
            send(api.message([{"type": "thinking", "thinking": "Hm {"}, {"type": "text", "text": "Yes"}])),
            "Yes",
            "stop",
        ),
    ],
)
def test_reply(ask: Any, action: Action, text: str, finish: str) -> None:
    """What the server says about the end of the reply arrives, and nothing that it leaves out raises."""
    reply, http = ask(always(action))
    assert (reply.text, reply.finish) == (text, finish)
    assert len(http.requests) == 1


def test_allowance_comes_with_the_reply(ask: Any) -> None:
    """The headers of a good answer tell what is left."""
    headers = {
        "anthropic-ratelimit-requests-limit": "50",
        "anthropic-ratelimit-requests-remaining": "49",
        "anthropic-ratelimit-requests-reset": "2026-01-01T00:00:00Z",  # it is over
    }
    reply, _ = ask(always(send(api.message("{}"), headers=headers)))
    assert reply.allowance is not None
    assert reply.allowance.requests == (49, 50, 0.0)


def test_the_schema_goes_a_form_lower_where_it_is_refused(ask: Any) -> None:
    """Structured output, a tool that has to be called, the prompt alone: the first that the server takes, each once."""

    def script(body: Mapping[str, Any], number: int) -> Action:
        if "output_config" in body:
            return api.status(400, "Invalid request")  # explains nothing
        if "tools" in body:
            return api.status(422, "tool_choice: unsupported")
        return api.reply(GOOD)

    reply, http = ask(script)
    assert json.loads(reply.text) == GOOD
    assert reply.requests == 3
    first, second, third = (request.body for request in http.requests)
    assert first["output_config"]["format"]["type"] == "json_schema"
    assert second["tools"][0]["input_schema"] == a_call().schema
    assert second["tool_choice"] == {"type": "tool", "name": "facts", "disable_parallel_tool_use": True}
    assert "Answer with one JSON object" in third["messages"][0]["content"]


def test_a_tool_that_was_called_is_the_answer(ask: Any) -> None:
    """The words beside a tool call are no part of the answer."""
    script = in_turn(api.status(400, "output_config: Extra inputs are not permitted"), api.tool_use({"facts": ["a"]}))
    reply, _ = ask(script)
    assert json.loads(reply.text) == {"facts": ["a"]}


def test_what_a_server_takes_is_remembered() -> None:
    """A second call, also of another object for the same model, begins with what the first one found."""

    def script(body: Mapping[str, Any], number: int) -> Action:
        if "output_config" in body:
            return api.status(400, "This model does not support output_config")
        if body["max_tokens"] > 8192:
            return api.status(
                400, f"max_tokens: {body['max_tokens']} > 8192, the maximum number of output tokens for m"
            )
        return api.tool_use(GOOD)

    name = a_name()
    with ScriptedServer(script) as http:
        for expected in (3, 4):
            with closing(_model(http, name=name)) as model:
                assert json.loads(model.send(a_call(limit=10_000)).text) == GOOD
            assert len(http.requests) == expected
        with closing(_model(http, name=name)) as model:
            model.send(a_call(limit=100))
        assert [request.body["max_tokens"] for request in http.requests[-2:]] == [8192, 100]


def test_a_server_that_ignores_the_schema_is_asked_in_the_next_form() -> None:
    """The reply is the caller's to repair, and the repair goes a form lower."""
    with ScriptedServer(in_turn(api.reply("Sure!"), api.tool_use(GOOD))) as http, closing(_model(http)) as model:
        assert model.send(a_call()).text == "Sure!"
        assert json.loads(model.send(replace(a_call(), prompt_id="repair.v1")).text) == GOOD
    assert "tools" in http.requests[-1].body


def test_an_article_is_kept_from_the_second_call_on() -> None:
    """The first call in a form about an article goes as it is; later ones name the block that they share."""
    with ScriptedServer(always(api.reply(GOOD))) as http, closing(_model(http)) as model:
        for task in ("Draft.", "Judge.", "Judge again."):
            model.send(about(ARTICLE, task))
        model.send(about("Another one.", "Draft."))
        model.send(replace(about(ARTICLE, "Say yes."), schema={}))
    first, second, third, other, plain = (request.body["messages"][0]["content"] for request in http.requests)
    fence = fence_for(ARTICLE)
    assert first == f"{fence}\n{ARTICLE}\n{fence}\n\nDraft."
    assert second == [
        {"type": "text", "text": f"{fence}\n{ARTICLE}\n{fence}", "cache_control": {"type": "ephemeral"}},
        {"type": "text", "text": "\n\nJudge."},
    ]
    assert third[0] == second[0]
    assert isinstance(other, str)
    assert isinstance(plain, str), "without the schema the server would find nothing that it kept"


def test_a_server_that_keeps_nothing_is_not_told_to() -> None:
    """A refusal that names `cache_control` costs one request, and no other article is marked."""

    def script(body: Mapping[str, Any], number: int) -> Action:
        marked = "cache_control" in json.dumps(body["messages"])
        return (
            api.status(400, "messages.0.cache_control: Extra inputs are not permitted") if marked else api.reply(GOOD)
        )

    with ScriptedServer(script) as http, closing(_model(http)) as model:
        for task in ("Draft.", "Judge.", "Judge again."):
            assert json.loads(model.send(about(ARTICLE, task)).text) == GOOD
        assert len(http.requests) == 4


def test_overflow_is_no_reason_to_ask_again() -> None:
    """A request that does not fit the context is final, and the numbers in it are no output limit."""
    words = "input length and `max_tokens` exceed context limit: 178959 + 64000 > 200000, decrease input length"
    with ScriptedServer(always(api.status(400, words))) as http, closing(_model(http)) as model:
        with pytest.raises(ModelRejected, match="smaller chunks"):
            model.send(a_call(limit=250_000))
        assert len(http.requests) == 1


def test_one_word_is_asked_for_without_a_schema() -> None:
    """The API gives no probabilities, and is not asked for any."""
    call = replace(a_call(), schema={}, max_output_tokens=1, top_logprobs=20)
    with ScriptedServer(always(api.reply("Yes", stop="max_tokens"))) as http, closing(_model(http)) as model:
        reply = model.send(call)
    assert (reply.text, reply.first_token) == ("Yes", ())
    assert http.requests[0].body.keys() == {"model", "max_tokens", "system", "messages"}


def test_lone_surrogates_can_be_sent() -> None:
    """A text that UTF-8 cannot carry goes out with U+FFFD in that place, and a call needs no system message."""
    with ScriptedServer(always(api.reply(GOOD))) as http, closing(_model(http)) as model:
        model.send(a_call(messages=(Message(role="user", content="a\ud800b 😀"),)))
    assert http.requests[0].body["messages"][0]["content"] == "a\ufffdb 😀"
    assert "system" not in http.requests[0].body


def test_a_model_with_an_end_in_sight_is_asked_without_a_warning() -> None:
    """A program that takes warnings for errors is not stopped by one of the SDK."""
    with (
        ScriptedServer(always(api.reply(GOOD))) as http,
        closing(_model(http, name=next(iter(DEPRECATED_MODELS)))) as model,
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("error")
        assert json.loads(model.send(a_call()).text) == GOOD


def test_usage_counts_the_whole_prompt() -> None:
    """What was written to the cache or read from it is part of the prompt; thinking is part of the answer."""
    usage = {
        "input_tokens": 10,
        "cache_creation_input_tokens": 200,
        "cache_read_input_tokens": 3000,
        "output_tokens": 50,
        "output_tokens_details": {"thinking_tokens": 30},
    }
    with ScriptedServer(always(api.reply(GOOD, usage=usage))) as http, closing(_model(http)) as model:
        tokens = model.send(a_call()).tokens
    assert tokens == Tokens(tokens_in=3210, tokens_out=50, tokens_cached=3000, tokens_reasoning=30)


def test_threads_and_loops_share_one_model() -> None:
    """Replies go each to its own call, from eight threads and from two event loops."""

    def script(body: Mapping[str, Any], number: int) -> Action:
        return api.reply(body["messages"][-1]["content"])

    calls = [a_call(messages=(Message(role="user", content=f'{{"facts": ["{i}"]}}'),)) for i in range(40)]
    with ScriptedServer(script) as http, closing(_model(http)) as model, ThreadPoolExecutor(8) as pool:
        texts = [reply.text for reply in pool.map(model.send, calls)]
        for _ in range(2):
            assert asyncio.run(model.asend(calls[0])).text == texts[0]
    assert texts == [call.messages[0].content for call in calls]


def test_close_ends_calls_under_way_and_is_not_the_end() -> None:
    """`close` makes a waiting call fail as a ModelError that carries its id; a later call opens anew."""
    with ScriptedServer(in_turn(sleep(30), api.reply(GOOD))) as http, closing(_model(http)) as model:
        with ThreadPoolExecutor(1) as pool:
            waiting = pool.submit(model.send, a_call("extract:c7"))
            assert http.arrived.wait(10)
            model.close()
            error = waiting.exception(10)
        assert isinstance(error, ModelError)
        assert error.call_id == "extract:c7"
        assert json.loads(model.send(a_call()).text) == GOOD
    assert not any(thread.name == "summarizer-anthropic" for thread in threading.enumerate())


@pytest.mark.parametrize("wrong", [{"name": " "}, {"timeout": 0.0}, {"timeout": float("nan")}])
def test_settings_that_cannot_work(wrong: Mapping[str, Any]) -> None:
    """A blank name or a timeout that is no time is refused before any call."""
    with pytest.raises(ConfigError):
        AnthropicChat(**{"name": "m", "api_key": KEY, **wrong})


def test_without_the_sdk_the_extra_is_named() -> None:
    """An installation without it says what to install, and every other model works as before."""
    code = (
        "import sys; sys.modules['anthropic'] = None\n"
        "import summarizer\n"
        "summarizer.Summarizer(model='m', base_url='http://127.0.0.1:9/v1').close()\n"
        "try: summarizer.Summarizer(model='anthropic:m', api_key='k')\n"
        "except summarizer.MissingExtra as error: print(error)\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "pip install 'checked-summarizer[anthropic]'" in run.stdout
