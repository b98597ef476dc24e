"""A run is recorded once and replayed without a model; what a recording lacks is said."""

from __future__ import annotations

import asyncio
import json
import os
import pickle
from dataclasses import replace
from pathlib import Path

import pytest
from calls import a_call

import summarizer
from summarizer import ConfigError, InputError, ModelUnavailable, Recording, ReplayMissing, Reply, ScriptedModel
from summarizer.calls.call import Call, TokenChance, Tokens
from summarizer.calls.message import Message
from summarizer.models.base import ChatModel, kind_of
from summarizer.models.profile import ModelProfile
from summarizer.models.recording import Replay

SOURCE = "The harbor opened in 1901. It has two piers. The ferry runs daily."


class Small:
    """A model of a user's own that says what it can be trusted with."""

    name = "small"
    profile = ModelProfile.small()

    def send(self, call: Call) -> Reply:
        """Answer."""
        return Reply(text=call.id[:3], finish="length", first_token=(TokenChance("Yes", -0.1), TokenChance("No", -2.0)))

    async def asend(self, call: Call) -> Reply:
        """Answer."""
        return self.send(call)


def test_what_was_answered_is_answered_again(tmp_path: Path) -> None:
    """The reply comes back whole, with its tokens and the probabilities of its first word, in sync and async."""
    path = tmp_path / "run.jsonl"
    recording = Recording(path, model=Small())
    first = recording.send(a_call())
    second = asyncio.run(recording.asend(a_call(messages=(Message(role="user", content="Other."),))))
    replay = Replay(path)
    assert replay.send(a_call("another id")) == first
    assert asyncio.run(replay.asend(a_call(messages=(Message(role="user", content="Other."),)))) == second
    assert (replay.name, replay.profile) == ("small", ModelProfile.small())
    assert isinstance(replay, ChatModel)


def test_equal_calls_get_their_replies_in_order(tmp_path: Path) -> None:
    """A call made three times gets the first, the second, and from then on the last of two recorded replies."""
    path = tmp_path / "run.jsonl"
    recording = Recording(path, model=ScriptedModel({"extract": ["one", "two"]}))
    for _ in range(2):
        recording.send(a_call())
    replay = Replay(path)
    assert [replay.send(a_call()).text for _ in range(3)] == ["one", "two", "two"]


def test_tokens_come_back(tmp_path: Path) -> None:
    """What a recorded reply cost is counted in the replay too."""
    path = tmp_path / "run.jsonl"
    tokens = Tokens(tokens_in=9, tokens_out=4, tokens_cached=2, tokens_reasoning=1)
    Recording(path, model=ScriptedModel(lambda call: Reply(text="x", tokens=tokens))).send(a_call())
    assert Replay(path).send(a_call()).tokens == tokens


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"prompt_id": "extract.v9"}, "made without the prompt extract.v9"),
        ({"prompt_sha256": "1" * 64}, "the prompt extract.v1 has changed since"),
        ({}, "the text, the options or an earlier reply differ"),
    ],
)
def test_what_is_missing_is_said(tmp_path: Path, change: dict[str, str], words: str) -> None:
    """The error names the call and what differs from the recording, and says to record again."""
    path = tmp_path / "run.jsonl"
    Recording(path, model=ScriptedModel({"extract": "x"})).send(a_call())
    call = replace(a_call("extract:c7", messages=(Message(role="user", content="Other."),)), **change)  # type: ignore[arg-type]
    with pytest.raises(ReplayMissing, match=f"extract:c7.*{words}.*record it again"):
        Replay(path).send(call)


def test_calls_that_brought_no_reply_are_not_kept(tmp_path: Path) -> None:
    """An error of the model goes through, and the recording has no line of it."""
    path = tmp_path / "run.jsonl"
    recording = Recording(path, model=ScriptedModel({"extract": ModelUnavailable("down")}))
    with pytest.raises(ModelUnavailable):
        recording.send(a_call())
    assert len(path.read_text("utf-8").splitlines()) == 1


def test_a_recording_goes_on_where_it_ended(tmp_path: Path) -> None:
    """Opened again with the same model it is appended to; with another it is refused, and nothing of it is lost."""
    path = tmp_path / "run.jsonl"
    Recording(path, model=ScriptedModel({"extract": "x"})).send(a_call())
    Recording(path, model=ScriptedModel({"extract": "y"})).send(a_call(messages=()))
    assert Replay(path).send(a_call()).text == "x"
    assert Replay(path).send(a_call(messages=())).text == "y"
    before = path.read_bytes()
    with pytest.raises(ConfigError, match="records scripted, not other"):
        Recording(path, model=ScriptedModel({}, name="other"))
    assert path.read_bytes() == before


def test_it_is_the_model_that_it_asks(tmp_path: Path) -> None:
    """Name, kind, profile, address and settings are those of the model behind it."""
    model = summarizer.OpenAIChat("m", base_url="http://127.0.0.1:1/v1", api_key="sk-secret")
    recording = Recording(tmp_path / "run.jsonl", model=model)
    assert (recording.name, recording.kind, recording.address) == ("m", kind_of(model), model.address)
    assert recording.settings == model.settings
    assert "sk-secret" not in (tmp_path / "run.jsonl").read_text("utf-8")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "is empty"),
        ("{}\n", "line 1 lacks kind"),
        ("not json\n", "line 1 is not JSON"),
        ('{"summarizer": "1", "model": "m", "kind": "k", "profile": {}}\n{"key": "k"}\n', "line 2 lacks call"),
        ("[" * 200_000, "line 1 is not JSON"),
        (
            '{"summarizer": "1", "model": "m", "kind": "k", "profile": {}}\n{"key": "k", "call": {}, "reply": []}\n',
            "its call 1 has another form",
        ),
    ],
)
def test_a_file_that_is_no_recording_is_refused(tmp_path: Path, content: str, words: str) -> None:
    """The error names the line."""
    path = tmp_path / "run.jsonl"
    path.write_text(content, "utf-8")
    with pytest.raises(InputError, match=words):
        Replay(path)


def test_bad_paths_and_models_are_named_before_anything_is_asked(tmp_path: Path) -> None:
    """A folder that is not there, a file that is not there, and no model."""
    with pytest.raises(ConfigError, match="cannot be written"):
        Recording(tmp_path / "no" / "run.jsonl", model=ScriptedModel({}))
    with pytest.raises(InputError, match="cannot be read"):
        Replay(tmp_path / "run.jsonl")
    with pytest.raises(ConfigError, match="no model to record"):
        Recording(tmp_path / "run.jsonl", model="none")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ConfigError, match="not a regular file"):
        Recording(tmp_path / "pipe", model=ScriptedModel({}))
    with pytest.raises(InputError, match="not a regular file"):
        Replay(tmp_path / "pipe")
    with pytest.raises(ConfigError, match="holds a NUL"):
        Recording("run\0.jsonl", model=ScriptedModel({}))
    with pytest.raises(ConfigError, match="holds a NUL"):
        Replay("run\0.jsonl")


def test_any_text_can_be_recorded(tmp_path: Path) -> None:
    """Half of a surrogate pair cannot be written as UTF-8, and comes back all the same."""
    recording = Recording(tmp_path / "run.jsonl", model=ScriptedModel({"extract": ["caf\xe9 \ud83d"]}))
    recording.send(a_call())
    assert Replay(tmp_path / "run.jsonl").send(a_call()).text == "caf\xe9 \ud83d"


def test_a_recording_stays_in_its_process_and_a_replay_goes_along(tmp_path: Path) -> None:
    """Two processes would write one file; reading it is free to all."""
    recording = Recording(tmp_path / "r.jsonl", model=ScriptedModel({"write": "yes"}))
    call = replace(a_call("write"), stage="write")
    recording.send(call)
    with pytest.raises(ConfigError, match="a Recording writes one file from one process"):
        pickle.dumps(recording)
    assert pickle.loads(pickle.dumps(Replay(tmp_path / "r.jsonl"))).send(call).text == "yes"  # noqa: S301


def test_a_whole_run_is_replayed(tmp_path: Path) -> None:
    """A verification through a replay gives the result of the recorded one."""
    path = tmp_path / "run.jsonl"

    def judge(call: Call) -> dict[str, object]:
        (line,) = [x for m in call.messages for x in m.content.split("\n") if x.startswith('{"id"')]
        claim = json.loads(line)
        one = {"text": claim["claim"], "sentences": [1], "relation": "entailed"}
        return {"claims": [{"id": claim["id"], "assertions": [one], "correction": ""}]}

    claims = ["In 1901 the harbor opened."]
    with summarizer.Summarizer(model=Recording(path, model=ScriptedModel(judge))) as live:
        found = live.verify(claims, SOURCE)
    with summarizer.Summarizer(model=Replay(path)) as again:
        assert again.verify(claims, SOURCE) == found
    assert found[0].decided_by == "judge"
