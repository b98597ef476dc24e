"""What a server of Anthropic's Messages API answers, for the scripted server and the real client."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, cast

from model_server import before_schema, schema_in_words
from scripted_server import Action, Script, ScriptedServer, send
from scripts import honest

from summarizer.calls.call import Call, Stage
from summarizer.calls.message import Message

USAGE: Mapping[str, object] = {"input_tokens": 11, "output_tokens": 7}

# By the keys of the answer that a request asks for: the API is told no name of a schema.
_ASKED: Mapping[frozenset[str], tuple[str, Stage, str]] = {
    frozenset({"facts", "missing"}): ("facts", "extract", "extract.v3"),
    frozenset({"claims"}): ("judgement", "judge_facts", "judge.v4"),
    frozenset({"headline", "parts"}): ("summary", "write", "write.v3"),
    frozenset({"facts", "headline", "parts", "missing"}): ("brief", "brief", "brief.v2"),
    frozenset({"order", "groups", "same", "updated"}): ("arrangement", "arrange", "arrange.v1"),
    frozenset({"title", "blocks"}): ("part", "write", "part.v2"),
}


def message(
    content: object, *, stop: str | None = "end_turn", usage: object = USAGE, **extra: object
) -> dict[str, object]:
    """The body of a message; a text stands for one block of text, `usage=None` leaves the usage out."""
    body: dict[str, object] = {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": "scripted",
        "content": [{"type": "text", "text": content}] if isinstance(content, str) else content,
        "stop_reason": stop,
        "stop_sequence": None,
        **extra,
    }
    return body if usage is None else {**body, "usage": usage}


def reply(text: object, *, stop: str | None = "end_turn", usage: object = USAGE) -> Action:
    """A good answer; text that is no string is sent as JSON text."""
    return send(message(text if isinstance(text, str) else json.dumps(text), stop=stop, usage=usage))


def tool_use(*inputs: Mapping[str, object]) -> Action:
    """The model calls the tool that it was offered, after a word."""
    calls = [{"type": "tool_use", "id": f"toolu_{n}", "name": "facts", "input": dict(i)} for n, i in enumerate(inputs)]
    return send(message([{"type": "text", "text": "Here they are."}, *calls], stop="tool_use"))


def refusal(explanation: str | None) -> Action:
    """The model declines."""
    details = {"type": "refusal", "category": None, "explanation": explanation}
    return send(message([], stop="refusal", stop_details=details))


def status(
    code: int,
    words: str = "scripted",
    *,
    kind: str = "invalid_request_error",
    headers: Mapping[str, str] | None = None,
    error_code: str | None = None,
) -> Action:
    """An error in Anthropic's form."""
    error: dict[str, object] = {"type": kind, "message": words}
    if error_code is not None:
        error["details"] = {"error_code": error_code}
    return send(
        {"type": "error", "error": error, "request_id": "req_1"},
        code=code,
        headers={"request-id": "req_1", **(headers or {})},
    )


def words_of(content: Any) -> str:
    """What one turn of a request says, in one block or several."""
    return content if isinstance(content, str) else "".join(block["text"] for block in content)


def call_of(body: Mapping[str, Any]) -> Call:
    """The call that a request carries, in whichever form."""
    schema = _wanted(body)
    name, stage, prompt_id = _ASKED[frozenset(schema["properties"])]
    turns = [Message(role=turn["role"], content=before_schema(words_of(turn["content"]))) for turn in body["messages"]]
    return Call(
        id="",
        stage=stage,
        messages=(Message(role="system", content=body["system"]), *turns),
        schema_name=name,
        schema=schema,
        max_output_tokens=0,
        prompt_id=prompt_id,
        prompt_sha256="",
    )


def _wanted(body: Mapping[str, Any]) -> Mapping[str, Any]:
    if "tools" in body:
        return cast("Mapping[str, Any]", body["tools"][0]["input_schema"])
    if "output_config" in body:
        return cast("Mapping[str, Any]", body["output_config"]["format"]["schema"])
    return schema_in_words(words_of(body["messages"][-1]["content"]))[1]


def honest_messages(fault: Callable[[Call, int], Action | None] = lambda call, number: None) -> ScriptedServer:
    """A server that answers as the honest script does, except where `fault` gives another action."""
    answers = honest(reword=lambda text: f"Readers learn that {text}")

    def act(body: Mapping[str, Any], number: int) -> Action:
        call = call_of(body)
        return fault(call, number) or reply(answers(call))

    script: Script = act
    return ScriptedServer(script)
