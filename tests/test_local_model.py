"""A real chat model, small and weak, through the whole path: what must hold of any model holds of it."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from judging import BRIDGE
from llama_server import Llama

import summarizer
from summarizer import Call, ModelProfile, ModelRejected, OpenAIChat, Reply, Result, RetryPolicy, Summarizer
from summarizer.cli.main import main

ROOT = Path(__file__).parents[1]
NEWS = ROOT / "examples" / "articles" / "harbor-ferry.txt"


def holds(result: Result, text: str) -> None:
    """The laws, whatever the model wrote."""
    assert all(text[e.start : e.end] == e.text for e in result.evidences())
    assert all(f.verdict == "supported" and f.evidence and all(c.passed for c in f.checks) for f in result.facts)
    assert all(f.outcome != "ticked" and f.reason for f in result.rejected)
    assert all(s.evidence and s.fact_ids for s in result.summary.sentences())
    assert result.usage.calls == sum(usage.calls for usage in result.usage.by_stage.values()) > 0
    assert result.usage.tokens_in > 0
    assert Result.model_validate_json(result.model_dump_json()) == result


class Brief:
    """A model of which only a few short answers are taken, as a weak one runs on: the test is bounded in time."""

    def __init__(self, model: OpenAIChat, *, calls: int, tokens: int) -> None:
        self.model, self.left, self.tokens = model, calls, tokens

    @property
    def name(self) -> str:
        """The model's own."""
        return self.model.name

    def send(self, call: Call) -> Reply:
        """A short answer, as long as there are calls left."""
        self.left -= 1
        if self.left < 0:
            raise ModelRejected("enough for a test", call_id=call.id, status=400)
        return self.model.send(replace(call, max_output_tokens=min(self.tokens, call.max_output_tokens)))

    async def asend(self, call: Call) -> Reply:
        """The same."""
        return self.send(call)


def test_a_weak_model_breaks_no_law(smollm2: Llama) -> None:
    """Asked as a large one is, SmolLM2-135M ticks nothing unearned, and nothing that it drafted is lost."""
    text = "\n\n".join(NEWS.read_text("utf-8").split("\n\n")[:4])
    model = OpenAIChat("smollm2", base_url=smollm2.base_url, api_key=smollm2.key, timeout=240)
    asked = Brief(model, calls=4, tokens=150)
    result = Summarizer(model=asked, retry=RetryPolicy(tries=1), length="short", workers=1).summarize(text)
    model.close()
    holds(result, text)
    assert result.trace.engine == "model"


def test_a_small_model_behind_a_server_can_be_named_small(smollm2: Llama) -> None:
    """It then picks sentences by letters, as the same weights do in the box, and takes a handful of calls."""
    text = "\n\n".join(NEWS.read_text("utf-8").split("\n\n")[:4])
    with Summarizer(
        model=OpenAIChat("smollm2", base_url=smollm2.base_url, api_key=smollm2.key, timeout=240),
        profile=ModelProfile.small(),
        length="short",
    ) as small:
        found = small.estimate(text)
        result = small.summarize(text)
    holds(result, text)
    assert "select.v2" in {prompt.id for prompt in result.trace.prompts}
    assert [f.statement for f in result.facts if f.id.startswith("c")]
    assert result.usage.calls <= found.calls_most


def test_one_command_with_a_model_in_the_box(tmp_path: Path) -> None:
    """`summarizer summarize … --model llama:smollm2` runs end to end, with no key and no server of anybody's."""
    article = tmp_path / "article.txt"
    article.write_text("\n\n".join(NEWS.read_text("utf-8").split("\n\n")[:4]), "utf-8")
    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "summarizer",
            "summarize",
            str(article),
            "--model",
            "llama:smollm2",
            "--format",
            "json",
            "--length",
            "short",
        ],
        capture_output=True,
        check=False,
        env={"PATH": "", "PYTHONPATH": str(ROOT)},
        timeout=300,
    )
    assert run.returncode == 0, run.stderr.decode()
    result = Result.model_validate(json.loads(run.stdout))
    holds(result, article.read_text("utf-8"))
    assert result.trace.model == "llama:smollm2"
    assert result.facts
    assert all(fact.decided_by in {"verbatim", "judge"} for fact in result.facts)


def test_models_lists_what_is_here(capsys: pytest.CaptureFixture[str]) -> None:
    """`summarizer models` prints a name that --model takes, with its size and file."""
    assert main(["models"]) == 0
    line = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("llama:smollm2 "))
    assert "0.10 GB" in line
    assert line.endswith(".gguf")


def test_verify_with_a_real_model() -> None:
    """A weak judge changes no verdict that rules gave, and ticks no wrong number."""
    text = NEWS.read_text("utf-8")
    claims = [
        "Shares in Brennvik Yard fell 6.3 percent to $14.20 on Thursday.",
        "Shares in Brennvik Yard fell 7.3 percent to $14.20 on Thursday.",
    ]
    found = summarizer.verify(claims, text, model="llama:smollm2")
    assert found[0].verdict == "supported"
    assert found[1].verdict != "supported"


def test_the_model_in_the_box_fails_the_exam_for_judges() -> None:
    """SmolLM2 tells true from false no better than a coin, so it ticks nothing, and the reason says why."""
    with Summarizer(model="llama:smollm2", verification="fast") as small:
        (result,) = small.exam()
        (found,) = small.verify(["Readers learn that a ferry carries walkers until then."], BRIDGE)
    assert not result.passed
    assert result.unanswered == 0
    assert result.false_passes + result.false_strips > 10
    assert (found.verdict, found.reason) == ("unchecked", result.why_failed)
