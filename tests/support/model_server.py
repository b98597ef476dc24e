"""The scripted server with a script that reads the request as a model would: the honest model over real HTTP."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import Any

from scripted_server import Action, ScriptedServer, reply
from scripts import honest

from summarizer.calls.call import Call, Stage
from summarizer.calls.message import Message

# By what a request asks for. The judge's calls look alike from outside; which of them it is makes no difference to the
# honest script.
_ASKED: dict[str, tuple[Stage, str]] = {
    "facts": ("extract", "extract.v2"),
    "judgement": ("judge_facts", "judge.v3"),
    "summary": ("write", "write.v2"),
    "brief": ("brief", "brief.v1"),
    "arrangement": ("arrange", "arrange.v1"),
    "part": ("write", "part.v1"),
}
# How the schema begins where it is told in words, behind what the call asks; see prompts/schema.v1.md.
_SCHEMA_IN_WORDS = "Answer with one JSON object and nothing else"


def call_of(body: Mapping[str, Any]) -> Call:
    """The call that a request carries."""
    name, schema = _wanted(body)
    stage, prompt_id = _ASKED[name]
    return Call(
        id="",
        stage=stage,
        messages=tuple(Message(role=m["role"], content=before_schema(m["content"])) for m in body["messages"]),
        schema_name=name,
        schema=schema,
        max_output_tokens=0,
        prompt_id=prompt_id,
        prompt_sha256="",
    )


def _wanted(body: Mapping[str, Any]) -> tuple[str, Mapping[str, object]]:
    """The name and the schema of the answer asked for, in whichever mode."""
    if "tools" in body:
        function = body["tools"][0]["function"]
        return function["name"], function["parameters"]
    wanted = body.get("response_format", {}).get("json_schema")
    if wanted:
        return wanted["name"], wanted["schema"]
    return schema_in_words(body["messages"][-1]["content"])


def before_schema(said: str) -> str:
    """What a turn says, without the schema that is told in words behind it."""
    return said.partition(f"\n\n{_SCHEMA_IN_WORDS}")[0]


def schema_in_words(said: str) -> tuple[str, Mapping[str, object]]:
    """The name and the schema that a turn tells in words."""
    found = re.search(r'"(\w+)":\n(\{.*\})$', said, re.DOTALL)
    assert found, "neither a schema in the request nor one in the prompt"
    return found[1], json.loads(found[2])


def honest_server(
    fault: Callable[[Call, int], Action | None] = lambda call, number: None,
    script: Callable[[Call], dict[str, object]] | None = None,
) -> ScriptedServer:
    """A server that answers as the honest script does, except where `fault` gives another action."""
    answers = script or honest(reword=lambda text: f"Readers learn that {text}")

    def act(body: Mapping[str, Any], number: int) -> Action:
        call = call_of(body)
        return fault(call, number) or reply(answers(call))

    return ScriptedServer(act)
