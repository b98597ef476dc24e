"""What a model can be trusted with."""

from __future__ import annotations

from summarizer.models.llama.chat import LlamaChat
from summarizer.models.profile import LARGE_MODEL, ModelProfile, profile_of
from summarizer.models.scripted import ScriptedModel


class _Small(ScriptedModel):
    profile = ModelProfile(plain=True, chunk_tokens=300)


def test_a_model_says_so_itself() -> None:
    """The profile is the model's own; one that says nothing, and no model, are worked with as large."""
    assert profile_of(_Small({})) == ModelProfile(plain=True, chunk_tokens=300)
    assert profile_of(ScriptedModel({})) is LARGE_MODEL
    assert profile_of(None) is LARGE_MODEL


def test_small_weights_are_asked_plainly() -> None:
    """A model of 100 megabytes copies sentences, is asked for one word as a judge, and its chunks fit its context."""
    profile = profile_of(LlamaChat("llama:smollm2"))
    assert profile.plain
    assert profile.judge_form == "yes_no"
    assert profile.chunk_tokens is not None
    assert profile.context_tokens is not None
    assert profile.chunk_tokens + profile.room_tokens < profile.context_tokens
