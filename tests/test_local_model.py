"""A real chat model, small and weak, through the whole path: what must hold of any model holds of it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from llama_server import Llama

import summarizer
from summarizer import ChunkPolicy, OpenAIChat, Result, RetryPolicy, Summarizer
from summarizer.cli import main

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


def test_a_weak_model_breaks_no_law(smollm2: Llama) -> None:
    """SmolLM2-135M drafts, judges and writes; nothing that it says is ticked unearned, and nothing is lost."""
    text = "\n\n".join(NEWS.read_text("utf-8").split("\n\n")[:6])
    model = OpenAIChat("smollm2", base_url=smollm2.base_url, api_key=smollm2.key, timeout=240)
    kept = Summarizer(
        model=model, chunks=ChunkPolicy(max_tokens=600, lead_tokens=60), retry=RetryPolicy(tries=1), length="short", workers=2
    )
    result = kept.summarize(text)
    model.close()
    holds(result, text)
    assert result.trace.engine == "model"


def test_one_command_with_a_model_in_the_box(tmp_path: Path) -> None:
    """`summarizer summarize … --model llama:smollm2` runs end to end, with no key and no server of anybody's."""
    article = tmp_path / "article.txt"
    article.write_text("\n\n".join(NEWS.read_text("utf-8").split("\n\n")[:4]), "utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "summarizer", "summarize", str(article), "--model", "llama:smollm2",
         "--format", "json", "--length", "short"],
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


def test_verify_with_a_real_model(smollm2: Llama) -> None:
    """A weak judge changes no verdict that rules gave, and ticks no wrong number."""
    text = NEWS.read_text("utf-8")
    claims = [
        "Shares in Brennvik Yard fell 6.3 percent to $14.20 on Thursday.",
        "Shares in Brennvik Yard fell 7.3 percent to $14.20 on Thursday.",
    ]
    found = summarizer.verify(claims, text, model="smollm2", base_url=smollm2.base_url, api_key=smollm2.key)
    assert found[0].verdict == "supported"
    assert found[1].verdict != "supported"
