"""An estimate bounds what an honest run takes, and is priced."""

from __future__ import annotations

import json
import math
from decimal import Decimal
from pathlib import Path

import pytest
from counted import NEWS, REPORT, reworded
from scripts import honest

from summarizer import (
    Call,
    ModelProfile,
    OpenAIChat,
    Prices,
    Reply,
    ScriptedModel,
    Summarizer,
    TokenChance,
)

LEANING = (Path(__file__).parents[2] / "benchmarks" / "articles" / "05-obituary.txt").read_text("utf-8")


@pytest.mark.parametrize("text", [NEWS, REPORT[:5000]])
@pytest.mark.parametrize("level", ["fast", "standard", "strict"])
def test_an_estimate_bounds_an_honest_run(text: str, level: str) -> None:
    """Likely is at most the most, and a run without failures takes no more calls of any stage than the most."""
    model = ScriptedModel(honest(reword=reworded, every=4))
    summarizer = Summarizer(model=model, verification=level)  # type: ignore[arg-type]
    found = summarizer.estimate(text)
    assert not model.calls
    assert found.cost_likely is None
    for part in (found, *found.by_stage.values()):
        assert 0 < part.calls_likely <= part.calls_most
        assert 0 < part.tokens_in_likely <= part.tokens_in_most
        assert 0 < part.tokens_out_likely <= part.tokens_out_most
    usage = summarizer.summarize(text).usage
    assert usage.by_stage.keys() <= found.by_stage.keys()
    assert all(stage.calls <= found.by_stage[name].calls_most for name, stage in usage.by_stage.items())
    assert found.by_stage["extract"].calls_likely == usage.by_stage["extract"].calls


def test_an_estimate_knows_prices() -> None:
    """The cost of an estimate is that of its tokens; the extractive engine costs nothing."""
    model = OpenAIChat("gpt-5-mini", api_key="sk-test", base_url="https://api.openai.com/v1")
    found = Summarizer(model=model).estimate(NEWS)
    assert found.cost_likely is not None
    assert found.cost_most is not None
    assert 0 < found.cost_likely < found.cost_most
    mine = Summarizer(model=model, prices=Prices(tokens_in=1, tokens_out=1)).estimate(NEWS)
    assert mine.cost_most == Decimal(mine.tokens_in_most + mine.tokens_out_most) / 1_000_000
    assert Summarizer(model=None).estimate(NEWS).cost_most == 0


@pytest.mark.parametrize("level", ["fast", "standard", "strict"])
@pytest.mark.parametrize("yes", [0.001, 0.5, 0.999])
def test_an_estimate_bounds_the_run_of_a_small_model(level: str, yes: float) -> None:
    """A model that picks by letters and judges by one word takes no more calls of any stage than the most."""

    class Small(ScriptedModel):
        profile = ModelProfile(plain=True, judge_form="yes_no")

    def script(call: Call) -> Reply:
        if call.id.startswith("mend:"):
            return Reply(
                text=json.dumps({"sentence": call.messages[-1].content.split("\n")[-4].replace("She", "Vasell")})
            )
        words = ("A", "C") if call.stage == "extract" else ("Yes", "No")
        chances = tuple(TokenChance(w, math.log(p)) for w, p in zip(words, (yes, 1 - yes), strict=True))
        return Reply(text=words[0], first_token=chances)

    summarizer = Summarizer(model=Small(script), verification=level)  # type: ignore[arg-type]
    found = summarizer.estimate(LEANING)
    for part in (found, *found.by_stage.values()):
        assert part.calls_likely <= part.calls_most
        assert part.tokens_in_likely <= part.tokens_in_most
    usage = summarizer.summarize(LEANING).usage
    assert usage.by_stage.keys() <= found.by_stage.keys() == {"extract", "judge_facts"}
    assert all(stage.calls <= found.by_stage[name].calls_most for name, stage in usage.by_stage.items())
    assert found.by_stage["judge_facts"].tokens_out_most == found.by_stage["judge_facts"].calls_most


def test_a_judge_of_one_word_is_estimated_as_one() -> None:
    """Beside a large writer it takes one call a claim, and one token for each."""
    model = ScriptedModel(honest(), name="writer")
    one = Summarizer(model=model, judge_model=ScriptedModel(honest()), judge_form="yes_no", verification="fast")
    found = one.estimate(NEWS).by_stage["judge_facts"]
    assert found.tokens_out_likely == found.calls_likely
    assert found.calls_likely > Summarizer(model=model).estimate(NEWS).by_stage["judge_facts"].calls_likely
