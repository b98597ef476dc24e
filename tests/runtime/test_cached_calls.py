"""Which replies are kept, under which key, and which are forgotten."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from calls import a_call
from waiting import Way, in_thread, on_loop

from summarizer.calls.call import Call, Reply
from summarizer.calls.message import Message
from summarizer.models.openai.chat import OpenAIChat
from summarizer.models.scripted import ScriptedModel
from summarizer.runtime.cache import CachePolicy, ReplyCache
from summarizer.runtime.cached_calls import CachedCalls, key_of


def test_a_key_changes_with_all_that_shapes_a_reply() -> None:
    """Every part of the call but its id, and the model's name, address and settings, makes another key."""
    model = ScriptedModel({})
    call = a_call()
    changes: tuple[dict[str, object], ...] = (
        {"messages": (Message(role="user", content="other"),)},
        {"schema": {"type": "object"}},
        {"schema_name": "other"},
        {"max_output_tokens": 65},
        {"prompt_id": "extract.v3"},
        {"prompt_sha256": "1" * 64},
        {"top_logprobs": 5},
    )
    keys = [key_of(call, model=model)]
    keys += [key_of(replace(call, **change), model=model) for change in changes]  # type: ignore[arg-type]
    keys.append(key_of(call, model=ScriptedModel({}, name="other")))
    for name, url in (("m", "http://a.example/v1"), ("m", "http://b.example/v1"), ("o3", "http://a.example/v1")):
        keys.append(key_of(call, model=OpenAIChat(name, base_url=url, api_key="sk-x")))
    assert len(set(keys)) == len(keys)
    assert key_of(replace(call, id="another"), model=model) == keys[0]
    same = OpenAIChat("m", base_url="http://a.example/v1", api_key="sk-another")
    assert key_of(call, model=same) == keys[-3]


def test_keys_of_earlier_versions_still_fit() -> None:
    """A cache file that version 0.3 wrote is read: this key was computed by it."""
    call = Call(
        id="extract:c1",
        stage="extract",
        messages=(Message(role="system", content="Be brief."), Message(role="user", content="Name the mayor.")),
        schema_name="facts",
        schema={"type": "object"},
        max_output_tokens=500,
        prompt_id="extract.v1",
        prompt_sha256="0" * 64,
    )
    model = OpenAIChat("gpt-5-mini", base_url="http://127.0.0.1:1/v1", api_key="sk-x")
    assert key_of(call, model=model) == "849371460380e3c7b6286a25d41497c84155a013e6bb7ba5ff922642479ad161"


@pytest.mark.parametrize("way", [in_thread, on_loop])
def test_what_failed_is_forgotten(way: Way, tmp_path: Path) -> None:
    """Only whole replies are kept; of these, those to a failed call and to its repair are taken back."""
    cache = ReplyCache(CachePolicy(path=tmp_path / "replies"))
    answers = {
        "a": Reply(text="{}"),
        "b": Reply(text="{}"),
        "b:repair": Reply(text="{}"),
        "cut": Reply(text="{", finish="length"),
        "no": Reply(text="no", finish="refusal"),
        "blank": Reply(text=" "),
    }
    calls = [replace(a_call(call_id), prompt_id=call_id) for call_id in answers]
    replayed: list[str] = []

    def run(model: ScriptedModel) -> CachedCalls:
        used = CachedCalls(cache, model_of=lambda call: model, replayed=lambda call: replayed.append(call.id))
        send = way(lambda waits: used.wrap(model.asend, waits=waits))
        for call in calls:
            assert send(call).text == answers[call.id].text
        return used

    first, second, third = (ScriptedModel(answers) for _ in range(3))
    run(first)
    run(second).forget(["b", ""])
    assert [call.id for call in second.calls] == ["cut", "no", "blank"]
    assert replayed == ["a", "b", "b:repair"]
    run(third)
    assert [call.id for call in third.calls] == ["b", "b:repair", "cut", "no", "blank"]
    cache.close()
