"""The scripted server with a script that reads the request as a model would: the honest model over real HTTP."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from scripted_server import Action, ScriptedServer, reply
from scripts import honest

from summarizer.models.base import Call, Message, Stage

# The judge's calls look alike from outside; which of them it is makes no difference to the honest script.
_STAGES: dict[str, Stage] = {"facts": "extract", "judgement": "judge_facts", "summary": "write"}


def call_of(body: Mapping[str, Any]) -> Call:
    """The call that a request carries."""
    wanted = body["response_format"]["json_schema"]
    return Call(
        id="",
        stage=_STAGES[wanted["name"]],
        messages=tuple(Message(role=m["role"], content=m["content"]) for m in body["messages"]),
        schema_name=wanted["name"],
        schema=wanted["schema"],
        max_output_tokens=0,
        prompt_id="",
        prompt_sha256="",
    )


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
