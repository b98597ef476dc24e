"""What goes over the wire in each form; what a server makes of it is in test_output_modes.py."""

from __future__ import annotations

import json
from typing import Any

import pytest
from calls import MESSAGES, SCHEMA, a_call

from summarizer.calls.message import Message
from summarizer.models.openai.output_modes import OUTPUT_MODES, OutputForm, OutputMode
from summarizer.models.openai.request import request_body

SENT = [{"role": m.role, "content": m.content} for m in MESSAGES]


def sent(mode: OutputMode, *without: str) -> dict[str, Any]:
    """The parts of a request in this form."""
    return request_body(a_call(), form=OutputForm(mode=mode, without=frozenset(without)))


def test_the_strict_schema() -> None:
    """Messages go as they are, and the schema beside them."""
    wanted = {"name": "facts", "schema": SCHEMA, "strict": True}
    assert sent("json_schema") == {
        "messages": SENT,
        "response_format": {"type": "json_schema", "json_schema": wanted},
    }


@pytest.mark.parametrize("mode", ["json_object", "text"])
def test_the_schema_in_words(mode: OutputMode) -> None:
    """It comes last in the last message, so that what calls share stays in front; the word JSON is in it."""
    got = sent(mode)
    assert got["messages"][:-1] == SENT[:-1]
    task, said = SENT[-1]["content"], got["messages"][-1]["content"]
    assert said.startswith(f"{task}\n\nAnswer with one JSON object")
    assert json.loads(said[said.index("{") :]) == SCHEMA
    assert got.get("response_format") == ({"type": "json_object"} if mode == "json_object" else None)


@pytest.mark.parametrize("mode", OUTPUT_MODES)
def test_neither_call_nor_schema_is_changed(mode: OutputMode) -> None:
    """What is sent is made anew."""
    before = json.dumps([[m.content for m in MESSAGES], SCHEMA])
    sent(mode, "maxItems")["messages"][-1]["content"] = "x"
    assert json.dumps([[m.content for m in MESSAGES], SCHEMA]) == before


def test_a_schema_in_words_keeps_its_bounds() -> None:
    """A bound that a server cannot enforce still tells the model something."""
    assert '"maxItems": 3' in sent("json_object", "maxItems")["messages"][-1]["content"]
    assert "maxItems" not in json.dumps(sent("json_schema", "maxItems"))
    assert "maxItems" not in json.dumps(sent("tool", "maxItems"))


def test_lone_surrogates() -> None:
    """A text that UTF-8 cannot carry goes out with U+FFFD in that place."""
    call = a_call(messages=(Message(role="user", content="a\ud800b 😀"),))
    assert request_body(call, form=OutputForm())["messages"] == [{"role": "user", "content": "a\ufffdb 😀"}]
