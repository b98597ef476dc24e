"""What docs/providers.md says of servers is what happens: each is played over real HTTP to the real client."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
import scripted_server as server
from calls import a_call
from model_server import honest_server
from scripted_server import Action, ScriptedServer, reply, send
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

from summarizer import ChunkPolicy, RequestPolicy, Summarizer
from summarizer.calls.call import Call, Reply
from summarizer.calls.message import Message
from summarizer.errors import ContextOverflow, ModelUnavailable
from summarizer.models.openai.chat import OpenAIChat

PAGE = Path(__file__).parents[2] / "docs" / "providers.md"
ROWS = re.findall(r"^\| (\S[^|]*) \| `(http[^`]*)` \| ([^|]*) \|$", PAGE.read_text("utf-8"), re.MULTILINE)
GOOD = '{"facts": ["It lies on a lake."]}'


def test_every_server_has_a_row_a_part_and_a_source() -> None:
    """The table and the parts name the same ones in the same order, and each part says where it was learnt."""
    parts = re.split(r"^## ", PAGE.read_text("utf-8"), flags=re.MULTILINE)[1:]
    assert [row[0] for row in ROWS] == [part.splitlines()[0] for part in parts[:-1]]
    assert all("](https://" in part for part in parts[:-1])


@pytest.mark.parametrize(("name", "url", "key"), ROWS, ids=[row[0] for row in ROWS])
def test_its_address_can_be_given(name: str, url: str, key: str) -> None:
    """The base URL is one that the library takes; nothing is sent."""
    with closing(OpenAIChat("m", base_url=url.replace("REGION", "eu-west-1"), api_key="none")) as model:
        assert model.address.rpartition("/")[2] in {"v1", "openai"}


def test_python_fences_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the keys that the page names, and without sending anything: the names of the hosts lead nowhere here."""
    for variable in re.findall(r'os\.environ\["(\w+)"\]', PAGE.read_text("utf-8")):
        monkeypatch.setenv(variable, "test-key")
    examples = list(Sybil(parsers=[PythonCodeBlockParser()]).parse(PAGE).examples())
    for example in examples:
        example.evaluate()
    assert len(examples) >= 3
    assert "test-key" in os.environ["MISTRAL_API_KEY"]


def mode_of(body: Mapping[str, Any]) -> str:
    """The form in which a request asks for JSON."""
    if "response_format" in body:
        return str(body["response_format"]["type"])
    return "tool" if "tools" in body else "text"


def refusing(*names: str, said: Callable[[str], Action]) -> server.Script:
    """A server that refuses each of these fields and answers well without them."""

    def script(body: Mapping[str, Any], _number: int) -> Action:
        refused = next((name for name in names if name in body), None)
        return reply(GOOD) if refused is None else said(refused)

    return script


def googles(message: str) -> Action:
    """An error in a list, as Gemini sends it."""
    return send([{"error": {"code": 400, "message": message, "status": "INVALID_ARGUMENT"}}], code=400)


def mistrals(name: str) -> Action:
    """An error that names the place of a field."""
    found = {"type": "extra_forbidden", "loc": ["body", name], "msg": "Extra inputs are not permitted", "input": 7}
    return send({"object": "error", "message": {"detail": [found]}, "type": "invalid_request_error"}, code=422)


def thought(field: str) -> Action:
    """An answer that stands where the reasoning does, beside content that is null."""
    message = {"role": "assistant", "content": None, field: GOOD}
    return send({**server.completion(None), "choices": [{"index": 0, "finish_reason": "stop", "message": message}]})


def lm_studios(body: Mapping[str, Any], _number: int) -> Action:
    """A server that takes no `json_object`, and whose model does not keep to schemas."""
    if mode_of(body) == "json_object":
        return send({"error": "'response_format.type' must be 'json_schema' or 'text'"}, code=400)
    return reply('{"wrong": 1}' if mode_of(body) == "json_schema" else GOOD)


@dataclass(frozen=True, kw_only=True)
class Played:
    """How a server answers, how it is asked, how many requests the first calls take, and what the last one was like."""

    script: server.Script
    request: RequestPolicy = field(default_factory=RequestPolicy)
    call: Call = field(default_factory=a_call)
    counts: tuple[int, ...] = (1, 1)
    last: Callable[[Mapping[str, Any]], bool] = lambda body: mode_of(body) == "json_schema"


PLAYED = {
    "Gemini, an argument unexplained": Played(
        script=lambda body, _: (
            googles("Request contains an invalid argument.") if mode_of(body) == "json_schema" else reply(GOOD)
        ),
        counts=(2, 1),
        last=lambda body: mode_of(body) == "json_object",
    ),
    "Gemini, a field that it does not know": Played(
        script=refusing(
            "seed",
            said=lambda name: googles(f'Invalid JSON payload received. Unknown name "{name}": Cannot find field.'),
        ),
        request=RequestPolicy(seed=7, reasoning_effort="low"),
        counts=(2, 1),
        last=lambda body: "seed" not in body and body["reasoning_effort"] == "low",
    ),
    "Bedrock, reasoning in front": Played(
        script=server.always(reply(f'<reasoning>Perhaps {{"facts": []}}?</reasoning>{GOOD}')),
    ),
    "Mistral, fields that it does not know": Played(
        script=refusing("max_completion_tokens", "seed", said=mistrals),
        request=RequestPolicy(seed=7),
        counts=(2, 1),
        last=lambda body: body["max_tokens"] == a_call().max_output_tokens,
    ),
    "Mistral, a seed of its own": Played(
        script=refusing("max_completion_tokens", "seed", said=mistrals),
        request=RequestPolicy(extra_body={"random_seed": 7}),
        last=lambda body: body["random_seed"] == 7,
    ),
    "Groq, no probabilities": Played(
        script=refusing(
            "logprobs", "top_logprobs", said=lambda name: server.status(400, f"property '{name}' is unsupported")
        ),
        call=replace(a_call(), top_logprobs=5),
        counts=(2, 1),
        last=lambda body: "logprobs" not in body,
    ),
    "Groq, an answer in an error": Played(
        script=server.always(
            server.status(400, "Failed to generate JSON.", kind="json_validate_failed", failed_generation=GOOD)
        ),
    ),
    "OpenRouter, providers that take all": Played(
        script=server.always(reply(GOOD)),
        request=RequestPolicy(extra_body={"provider": {"require_parameters": True}}),
        last=lambda body: body["provider"] == {"require_parameters": True},
    ),
    "vLLM, the answer in its reasoning": Played(script=server.always(thought("reasoning"))),
    "vLLM, the same under its old name": Played(script=server.always(thought("reasoning_content"))),
    "vLLM, no thoughts": Played(
        script=server.always(reply(GOOD)),
        request=RequestPolicy(extra_body={"chat_template_kwargs": {"enable_thinking": False}}),
        last=lambda body: body["chat_template_kwargs"] == {"enable_thinking": False},
    ),
    "vLLM, no system role": Played(
        script=lambda body, _: (
            reply(GOOD) if body["messages"][0]["role"] == "user" else server.status(400, "System role not supported")
        ),
        counts=(2, 1),
    ),
    "LM Studio, no json_object": Played(
        script=lm_studios, counts=(1, 1, 2), last=lambda body: mode_of(body) in {"tool", "text"}
    ),
}


@pytest.mark.parametrize("kind", PLAYED)
def test_what_is_learnt(kind: str) -> None:
    """The answer is had in as many requests as the page says, and the second call knows what the first one met."""
    played = PLAYED[kind]
    outcomes: list[Reply] = []
    counts: list[int] = []
    with (
        ScriptedServer(played.script) as http,
        closing(OpenAIChat(kind, base_url=http.base_url, api_key="k", request=played.request)) as model,
    ):
        for _ in played.counts:
            before = len(http.requests)
            outcomes.append(model.send(played.call))
            counts.append(len(http.requests) - before)
        assert played.last(http.requests[-1].body)
    assert tuple(counts) == played.counts
    assert outcomes[-1].text.endswith(GOOD)


def test_openrouter_an_error_under_status_200() -> None:
    """It is an outage: tried again, and told in the words of the server."""
    error = {"error": {"code": 502, "message": "Provider returned error", "metadata": {"raw": "overloaded"}}}
    with (
        ScriptedServer(server.in_turn(send(error), reply(GOOD))) as http,
        closing(OpenAIChat("m", base_url=http.base_url)) as model,
    ):
        with pytest.raises(ModelUnavailable, match="overloaded"):
            model.send(a_call())
        assert model.send(a_call()).text == GOOD


def test_llama_cpp_a_prompt_that_is_too_long() -> None:
    """The chunk is halved; nothing of the article is lost."""
    text = " ".join(f"Bridge {n} of Brenta was closed in May 2024 after {n} years." for n in range(40))
    too_long = {"code": 400, "type": "exceed_context_size_error", "n_prompt_tokens": 14429, "n_ctx": 8192}
    words = "the request exceeds the available context size, try increasing it"

    def fault(call: Call, _number: int) -> Action | None:
        is_whole = call.stage == "extract" and "Bridge 0 " in str(call) and "Bridge 39 " in str(call)
        return send({"error": {**too_long, "message": words}}, code=400) if is_whole else None

    with (
        honest_server(fault) as http,
        Summarizer(model="m", base_url=http.base_url, chunks=ChunkPolicy(max_tokens=4000), exam="never") as kept,
    ):
        result = kept.summarize(text)
    assert result.facts
    assert not [failure for failure in result.failures if failure.stage == "extract"]


def test_llama_cpp_while_it_loads() -> None:
    """It is waited for as for any outage."""
    loading = send({"error": {"code": 503, "message": "Loading model", "type": "unavailable_error"}}, code=503)
    with (
        honest_server(lambda _, number: loading if number <= 2 else None) as http,
        Summarizer(model="m", base_url=http.base_url, exam="never") as kept,
    ):
        result = kept.summarize("The mill closed in 2021. The town bought it in 2023.")
    assert result.failures == ()


def test_ollama_a_prompt_that_was_cut() -> None:
    """The server says how little it read; no answer to a part is taken for one to the whole."""
    usage = {"prompt_tokens": 2048, "completion_tokens": 9, "total_tokens": 2057}
    call = a_call(messages=(Message(role="user", content="The old bridge of Brenta was closed. " * 1200),))
    with (
        ScriptedServer(server.always(reply(GOOD, usage=usage))) as http,
        closing(OpenAIChat("m", base_url=http.base_url)) as model,
        pytest.raises(ContextOverflow, match=r"read 2,048 of about .* tokens"),
    ):
        model.send(call)
