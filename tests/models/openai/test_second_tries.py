"""One second try of the right kind for each kind of refusal, over real HTTP; what worked is remembered."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest
import scripted_server as server
from calls import a_call
from scripted_server import Action, ScriptedServer

from summarizer.calls.call import Call, Reply
from summarizer.calls.message import Message
from summarizer.errors import ContextOverflow, ModelError, ModelRejected, ModelUnavailable
from summarizer.models.openai.chat import OpenAIChat

GOOD = '{"facts": ["It lies on a lake."]}'
LARGE = (Message(role="system", content="List facts."), Message(role="user", content="It lies on a lake. " * 500))


def mode_of(body: Mapping[str, Any]) -> str:
    """The mode of a request."""
    if "response_format" in body:
        return str(body["response_format"]["type"])
    return "tool" if "tools" in body else "text"


def asked(
    script: server.Script, *calls: Call, name: str
) -> tuple[list[Reply | ModelError], list[int], list[Mapping[str, Any]]]:
    """What came of calls one after the other, how many requests each took, and the bodies of all."""
    outcomes: list[Reply | ModelError] = []
    counts: list[int] = []
    with ScriptedServer(script) as http, closing(OpenAIChat(name, base_url=http.base_url)) as model:
        for call in calls:
            before = len(http.requests)
            try:
                outcomes.append(model.send(call))
            except ModelError as error:
                outcomes.append(error)
            counts.append(len(http.requests) - before)
            assert outcomes[-1].requests == counts[-1]
        return outcomes, counts, [request.body for request in http.requests]


def unless(takes: Callable[[Mapping[str, Any]], bool], refusal: Action) -> server.Script:
    """The script of a server that refuses what it does not take, and answers all else well."""

    def script(body: Mapping[str, Any], _number: int) -> Action:
        if not takes(body):
            return refusal
        if "tools" not in body:
            return server.reply(GOOD)
        call = {"id": "1", "type": "function", "function": {"name": "facts", "arguments": GOOD}}
        choice = {"index": 0, "finish_reason": "tool_calls", "message": {"content": None, "tool_calls": [call]}}
        return server.send({**server.completion(None), "choices": [choice]})

    return script


def has_no_system(body: Mapping[str, Any]) -> bool:
    """A request in which user and assistant take turns."""
    return [message["role"] for message in body["messages"]] == ["user"]


LEARNT = {
    "no system role, 400": (has_no_system, server.status(400, "System role not supported")),
    "no system role, 500": (has_no_system, server.status(500, "System role not supported")),
    "roles must alternate": (has_no_system, server.status(400, "Conversation roles must alternate user/assistant/…")),
    "no temperature": (lambda b: "temperature" not in b, server.status(400, "no", param="temperature")),
    "the old name": (lambda b: "max_tokens" not in b, server.status(400, "'max_tokens' is not supported")),
    "the new name": (lambda b: "max_tokens" not in b, server.send({"detail": [{"loc": ["max_tokens"]}]}, code=422)),
    "at most 48": (lambda b: b["max_tokens"] <= 48, server.status(400, "max_tokens: 64 > 48, the most")),
    "no schema": (lambda b: mode_of(b) != "json_schema", server.status(400, "response_format is not supported")),
    "a schema unexplained, 400": (lambda b: mode_of(b) != "json_schema", server.status(400, "invalid argument")),
    "a schema unexplained, 500": (lambda b: mode_of(b) != "json_schema", server.status(500, "internal error")),
    "a schema unexplained, empty": (lambda b: mode_of(b) != "json_schema", server.send(b"", code=400)),
    "a schema unexplained, list": (
        lambda b: mode_of(b) != "json_schema",
        server.send([{"error": {"code": 400, "message": "Request contains an invalid argument."}}], code=400),
    ),
}


@pytest.mark.parametrize("kind", LEARNT)
def test_what_a_server_refuses_is_learnt_once(kind: str) -> None:
    """One more request, once; every call gets its answer, and another object knows it too."""
    takes, refusal = LEARNT[kind]
    outcomes, counts, _ = asked(unless(takes, refusal), *[a_call()] * 4, name=f"learnt {kind}")
    assert [outcome.text if isinstance(outcome, Reply) else outcome for outcome in outcomes] == [GOOD] * 4
    assert counts == [2, 1, 1, 1]


def test_it_is_known_to_every_object_of_the_process() -> None:
    """What worked is kept for the model at the server, not for the object."""
    script = unless(has_no_system, server.status(400, "System role not supported"))
    with ScriptedServer(script) as http:
        for _ in range(2):
            with closing(OpenAIChat("known everywhere", base_url=http.base_url)) as model:
                assert model.send(a_call()).text == GOOD
        assert len(http.requests) == 3


def test_the_systems_words_go_in_front_of_the_users() -> None:
    """Both whole, the system's first."""
    script = unless(has_no_system, server.status(400, "System role not supported"))
    _, _, bodies = asked(script, a_call(), name="system words")
    system, user = (message.content for message in a_call().messages)
    assert bodies[-1]["messages"] == [{"role": "user", "content": f"{system}\n\n{user}"}]


def test_everything_that_a_server_may_refuse_at_once() -> None:
    """One point after the other, each once, and then never again."""

    def script(body: Mapping[str, Any], _number: int) -> Action:
        refusals = {
            "max_tokens is not supported, use max_completion_tokens": "max_tokens" in body,
            "temperature does not support 0": "temperature" in body,
            "System role not supported": not has_no_system(body),
            "response_format is unavailable": mode_of(body) == "json_schema",
        }
        wrong = next((words for words, is_so in refusals.items() if is_so), None)
        return server.status(400, wrong) if wrong else server.reply(GOOD)

    outcomes, counts, _ = asked(script, a_call(), a_call(), name="all at once")
    assert counts == [5, 1]
    assert all(isinstance(outcome, Reply) for outcome in outcomes)


@pytest.mark.parametrize("status", [400, 500])
def test_a_refusal_without_a_word_may_be_of_the_system_role(status: int) -> None:
    """A form lower, then the plainest request of all; that the form was not it is found by the next call."""
    script = unless(has_no_system, server.send(b"", code=status))
    outcomes, counts, bodies = asked(script, a_call(), a_call(), a_call(), name=f"plainest {status}")
    assert all(isinstance(outcome, Reply) for outcome in outcomes)
    assert counts == [3, 1, 1]
    assert [mode_of(body) for body in bodies] == ["json_schema", "json_object", "text", "json_schema", "json_schema"]


def test_an_outage_is_no_reason_to_change_anything() -> None:
    """A server that has answered in a form is not asked in another because of a 500."""
    script = server.in_turn(server.reply(GOOD), server.status(500), server.reply(GOOD))
    outcomes, counts, bodies = asked(script, a_call(), a_call(), a_call(), name="outage")
    assert [type(outcome) for outcome in outcomes] == [Reply, ModelUnavailable, Reply]
    assert counts == [1, 1, 1]
    assert {mode_of(body) for body in bodies} == {"json_schema"}


def test_a_lasting_outage_is_guessed_about_less_and_less() -> None:
    """Two more requests for the first failure, then for every other, every fourth."""
    _, counts, _ = asked(server.always(server.status(500)), *[a_call()] * 8, name="lasting outage")
    assert counts == [3, 1, 3, 1, 1, 1, 3, 1]


def failed(text: str, *, code: str = "json_validate_failed") -> Action:
    """Groq's answer to a generation that it took for wrong."""
    return server.status(400, "Failed to generate JSON.", kind=code, failed_generation=text)


@pytest.mark.parametrize(
    "written",
    [GOOD, f"```json\n{GOOD}\n```", f"<function=facts>{GOOD}</function>", f'{{"name": "facts", "arguments": {GOOD}}}'],
)
def test_a_failed_generation_that_fits_is_used(written: str) -> None:
    """It is the model's answer, and was paid for."""
    outcomes, counts, _ = asked(server.always(failed(written)), a_call(), name="fits")
    assert counts == [1]
    assert isinstance(outcomes[0], Reply)
    assert json.loads(outcomes[0].text) == json.loads(GOOD)


def test_a_failed_generation_is_asked_for_again_then_a_form_lower() -> None:
    """The same request, then the next mode; what failed now and then changes nothing for the calls after it."""
    script = server.in_turn(failed('{"facts": ["It'), server.reply(GOOD))
    outcomes, counts, bodies = asked(script, a_call(), a_call(), name="again")
    assert counts == [2, 1]
    assert bodies[0] == bodies[1]
    script = unless(lambda body: mode_of(body) != "json_schema", failed("not JSON", code="odd"))
    outcomes, counts, bodies = asked(script, a_call(), name="form lower")
    assert isinstance(outcomes[0], Reply)
    assert [mode_of(body) for body in bodies] == ["json_schema", "json_schema", "json_object"]


def test_a_failed_generation_says_nothing_about_parameters() -> None:
    """Its text may hold any word."""
    script = server.in_turn(failed("The temperature, the system role and max_tokens of 12"), server.reply(GOOD))
    _, _, bodies = asked(script, a_call(), name="words within")
    assert bodies[0] == bodies[1]


def test_an_answer_that_reasoning_left_no_room_for_is_cut() -> None:
    """OpenAI answers 400 where it was whole hidden reasoning; more room helps, and is asked for by the stage."""
    action = server.status(400, "Could not finish the message because max_tokens or model output limit was reached.")
    outcomes, _, _ = asked(server.always(action), a_call(), name="cut")
    assert isinstance(outcomes[0], Reply)
    assert outcomes[0].finish == "length"


@pytest.mark.parametrize(
    "action",
    [
        server.send(
            [{"error": {"code": 400, "message": "The input token count exceeds 1048 tokens allowed"}}], code=400
        ),
        server.status(400, "This model's maximum context length is 1024 tokens"),
        server.html(413),
        server.status(429, "tokens per minute (TPM): Limit 600, Requested 2500"),
    ],
)
def test_a_prompt_that_is_too_large(action: Action) -> None:
    """It is told by status and numbers, once, with the server's own words."""
    outcomes, counts, _ = asked(server.always(action), a_call(messages=LARGE), name="too large")
    assert type(outcomes[0]) is ContextOverflow
    assert counts == [1]


def test_an_unexplained_refusal_of_a_large_prompt_is_perhaps_its_size() -> None:
    """Of one larger than any that was answered; of any other, a half would not help."""
    no = server.status(400, "invalid")
    large = a_call(messages=LARGE)
    script = server.in_turn(server.reply(GOOD), no, no, server.reply(GOOD), no, no, no)
    outcomes, _, _ = asked(script, a_call(), large, large, large, name="perhaps")
    assert isinstance(outcomes[1], ModelRejected)
    assert outcomes[1].perhaps_too_large
    assert "invalid" in str(outcomes[1])
    assert isinstance(outcomes[3], ModelRejected)
    assert not outcomes[3].perhaps_too_large


def test_plain_words_are_asked_for_with_what_the_server_gives() -> None:
    """Twenty candidates where it gives five; the answer still tells them."""
    words = replace(a_call(), schema={}, top_logprobs=20, max_output_tokens=1)
    script = unless(lambda body: body["top_logprobs"] <= 5, server.status(400, "top_logprobs must be <= 5"))
    _, counts, bodies = asked(script, words, words, name="chances")
    assert counts == [2, 1]
    assert bodies[-1]["top_logprobs"] == 5
