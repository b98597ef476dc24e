"""A fingerprint changes with all that shapes a result, and with nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from summarizer import ChunkPolicy, ModelProfile, OpenAIChat, RequestPolicy, RetryPolicy, ScriptedModel, Summarizer
from summarizer.many.fingerprint import changes, fingerprint_of


def of(**options: Any) -> dict[str, str]:
    """The fingerprint of a summarizer with these options."""
    with Summarizer(**{"model": ScriptedModel({}), **options}) as summarizer:
        return fingerprint_of(summarizer._jobs)


SHAPING: list[dict[str, Any]] = [
    {"model": None},
    {"model": ScriptedModel({}, name="other")},
    {"judge_model": ScriptedModel({}, name="judge")},
    {"fallback_model": ScriptedModel({}, name="backup")},
    {"max_facts": 3},
    {"length": "short"},
    {"language": "German"},
    {"focus": "the ferry"},
    {"audience": "children"},
    {"instructions": "no jargon"},
    {"chunks": ChunkPolicy(max_tokens=500)},
    {"verification": "strict"},
    {"judge_form": "yes_no"},
    {"exam": "never"},
    {"profile": ModelProfile.small()},
]


@pytest.mark.parametrize("options", SHAPING, ids=lambda options: next(iter(options)))
def test_what_shapes_a_result_is_told(options: dict[str, Any]) -> None:
    """Each option makes another fingerprint, and the change is named."""
    assert changes(of(), of(**options)) != []


def test_what_does_not_is_not(tmp_path: Path) -> None:
    """How calls are carried may change between one day and the next."""
    assert changes(of(), of(workers=2, retry=RetryPolicy(tries=1), cache=tmp_path / "replies", on_event=print)) == []
    assert changes(of(), of(model=ScriptedModel({"write": "x"}))) == []


def test_a_model_behind_a_server_is_told_by_its_settings() -> None:
    """Another temperature is another model; another address and key are not, and stand nowhere."""

    def model(url: str, **settings: Any) -> dict[str, str]:
        return of(model=OpenAIChat("m", base_url=url, api_key="sk-secret", request=RequestPolicy(**settings)))

    first = model("http://a.example/v1")
    assert changes(first, model("http://b.example/v1")) == []
    [told] = changes(first, model("http://a.example/v1", temperature=1.0))
    assert told.startswith("model was m (")
    assert "sk-secret" not in repr(first)
    assert "example" not in repr(first)


def test_prompts_are_told_by_name_and_hash() -> None:
    """So that another version is noticed."""
    found = of()
    assert found["prompt extract"].startswith("extract.v")
    assert changes(found, {**found, "prompt extract": "extract.v0 00"}) == [
        f"prompt extract was {found['prompt extract']}, and is extract.v0 00"
    ]
    assert changes(found, {}) != []
