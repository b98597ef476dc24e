"""An estimate bounds what an honest run takes, and is priced."""

from __future__ import annotations

from decimal import Decimal

import pytest
from counted import NEWS, REPORT, reworded
from scripts import honest

from summarizer import (
    OpenAIChat,
    Prices,
    ScriptedModel,
    Summarizer,
)


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
