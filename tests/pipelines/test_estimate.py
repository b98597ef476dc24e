"""An estimate is what the pipeline asks for: to the call where the answers are the expected ones, and never more."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from itertools import cycle, product
from pathlib import Path

import pytest
from any_judge import AnyJudge
from articles import ARTICLES, text_of
from counted import NEWS, REPORT, reworded
from exams import passing
from scripts import honest

from summarizer import (
    Call,
    ChunkPolicy,
    ModelProfile,
    OpenAIChat,
    Prices,
    Reply,
    ScriptedModel,
    Summarizer,
    TokenChance,
)
from summarizer.calls.prompts import PromptId
from summarizer.calls.task import Scenario
from summarizer.document.tokens import counter_for
from summarizer.extractive.self_containedness import needs_context
from summarizer.models.profile import JudgeForm
from summarizer.pipelines.tasks import stand_in_for
from summarizer.runtime.budget import prompt_tokens
from summarizer.summary.size import Length
from summarizer.verification.policy import LEVELS, Level

OBITUARY = next(path for path in ARTICLES if path.stem == "05-obituary")
LEANING = OBITUARY.read_text("utf-8")


@pytest.mark.parametrize("text", [NEWS, REPORT[:5000]])
@pytest.mark.parametrize("level", ["fast", "standard", "strict"])
def test_an_estimate_bounds_an_honest_run(text: str, level: str) -> None:
    """Likely is at most the most, and a run without failures takes no more calls of any stage than the most."""
    model = ScriptedModel(honest(reword=reworded, every=8))
    summarizer = Summarizer(model=model, verification=level)  # type: ignore[arg-type]
    found = summarizer.estimate(text)
    assert not model.calls
    assert found.cost_likely is None
    for name, part in (("all", found), *found.by_stage.items()):
        assert part.calls_likely > 0 or name == "second_look"
        assert part.calls_likely <= part.calls_most
        assert (part.calls_likely == 0) == (part.tokens_in_likely == 0) == (part.tokens_out_likely == 0)
        assert part.tokens_in_likely <= part.tokens_in_most
        assert part.tokens_out_likely <= part.tokens_out_most
    usage = summarizer.summarize(text).usage
    assert usage.by_stage.keys() <= found.by_stage.keys()
    assert all(stage.calls <= found.by_stage[name].calls_most for name, stage in usage.by_stage.items())
    drafting = "brief" if level == "fast" else "extract"
    assert found.by_stage[drafting].calls_likely == usage.by_stage[drafting].calls


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

    summarizer = Summarizer(model=Small(passing(script)), verification=level)  # type: ignore[arg-type]
    found = summarizer.estimate(LEANING)
    for part in (found, *found.by_stage.values()):
        assert part.calls_likely <= part.calls_most
        assert part.tokens_in_likely <= part.tokens_in_most
    usage = summarizer.summarize(LEANING).usage
    assert usage.by_stage.keys() <= found.by_stage.keys() == {"extract", "exam", "judge_facts"}
    assert all(stage.calls <= found.by_stage[name].calls_most for name, stage in usage.by_stage.items())
    assert found.by_stage["judge_facts"].tokens_out_most == found.by_stage["judge_facts"].calls_most


def test_a_judge_of_one_word_is_estimated_as_one() -> None:
    """Beside a large writer it takes one call a claim, and one token for each."""
    model = ScriptedModel(honest(), name="writer")
    one = Summarizer(model=model, judge_model=ScriptedModel(honest()), judge_form="yes_no", verification="fast")
    found = one.estimate(NEWS).by_stage["judge_facts"]
    assert found.tokens_out_likely == found.calls_likely
    assert found.calls_likely > Summarizer(model=model).estimate(NEWS).by_stage["judge_facts"].calls_likely


# So that a short text is cut into several.
SMALL_CHUNKS = ChunkPolicy(max_tokens=600, lead_tokens=60)
LENGTHS: tuple[Length, ...] = ("short", "medium", "long")


class Small(ScriptedModel):
    """A model that chooses sentences and judges by one word."""

    profile = ModelProfile.small()


@dataclass(frozen=True, kw_only=True)
class Case:
    """An article and what is asked of it."""

    path: Path
    level: Level
    length: Length
    max_facts: int
    small: bool
    one_word: bool

    def __str__(self) -> str:
        kind = "small" if self.small else "yes_no" if self.one_word else "assertions"
        return f"{self.path.stem}-{self.level}-{self.length}-{self.max_facts}-{kind}"

    def summarizer(self, script: Callable[[Call], Reply]) -> tuple[Summarizer, ScriptedModel]:
        """The summarizer of this case, and the model that it asks."""
        model = (Small if self.small else ScriptedModel)(script)
        judge_form: JudgeForm | None = "yes_no" if self.one_word else None
        summarizer = Summarizer(
            model=model,
            verification=self.level,
            length=self.length,
            max_facts=self.max_facts,
            judge_form=judge_form,
            chunks=SMALL_CHUNKS,
            workers=1,
        )
        return summarizer, model


def cases() -> list[Case]:
    """Every article, with levels, lengths, numbers of facts and kinds of judges in turn; one article with all."""
    turns = zip(ARTICLES, cycle(LEVELS), cycle((*LENGTHS, "medium")), cycle((6, 1, 30, 3, 12)), strict=False)
    found = [
        Case(path=path, level=level, length=length, max_facts=most, small=number % 4 == 3, one_word=number % 5 == 2)
        for number, (path, level, length, most) in enumerate(turns)
    ]
    kinds = [(False, False), (False, True), (True, False)]
    for level, (small, one_word) in product(LEVELS, kinds):
        found.append(Case(path=OBITUARY, level=level, length="short", max_facts=6, small=small, one_word=one_word))
    return found


CASES = cases()


def asked_by_stage(model: ScriptedModel) -> dict[str, tuple[int, int]]:
    """The calls that a model got, and the tokens of their prompts, by stage."""
    counter = counter_for(model.name)
    found: dict[str, tuple[int, int]] = {}
    for call in model.calls:
        calls, tokens = found.get(call.stage, (0, 0))
        found[call.stage] = (calls + 1, tokens + prompt_tokens(call, counter=counter))
    return found


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_likely_is_what_a_run_with_the_expected_answers_asks_for(case: Case) -> None:
    """Calls and prompt tokens of every stage are the same to the last one: the estimate runs the same plan."""
    summarizer, model = case.summarizer(passing(lambda call: stand_in_for(call, Scenario())))
    text = text_of(case.path, length=4_000)
    found = summarizer.estimate(text)
    assert not model.calls
    result = summarizer.summarize(text)
    likely = {stage: (part.calls_likely, part.tokens_in_likely) for stage, part in found.by_stage.items()}
    assert {stage: figures for stage, figures in likely.items() if figures != (0, 0)} == asked_by_stage(model)
    assert {failure.error for failure in result.failures} <= {"FewFactsHeld"}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_no_judge_makes_a_run_ask_for_more_than_the_most(case: Case) -> None:
    """Whatever a judge says of the claims, no stage has more calls than the estimate has at most.

    Nor are there more prompt tokens in all; of one stage there may be, as one fact that a judge keeps is longer than
    another.
    """
    text = text_of(case.path, length=2_500)
    found = case.summarizer(AnyJudge(0))[0].estimate(text)
    for seed in range(2):
        summarizer, model = case.summarizer(AnyJudge(seed))
        summarizer.summarize(text)
        asked = asked_by_stage(model)
        for stage, (calls, _) in asked.items():
            assert calls <= found.by_stage[stage].calls_most, (stage, seed)
        tokens = sum(tokens for _, tokens in asked.values())
        assert tokens <= found.tokens_in_most, seed


# At the standard level it is not the judge's choice alone which claims are looked at twice, and a judge of one word who
# refuses a claim at its first look leaves out its second.
@pytest.mark.parametrize(
    "case", [case for case in CASES[-9:] if case.level != "standard" and not case.one_word], ids=str
)
def test_the_most_is_reached(case: Case) -> None:
    """A model that makes the most work takes as many calls of each stage as the estimate has at most."""
    refused: PromptId | None = None if case.level == "fast" else "doubt.v3"
    text = text_of(case.path, length=2_000)
    scenario = Scenario(most=True, is_costly=lambda sentence: needs_context(sentence, "en"), refused_at=refused)
    summarizer, model = case.summarizer(passing(lambda call: stand_in_for(call, scenario)))
    found = summarizer.estimate(text)
    summarizer.summarize(text)
    assert {stage: part.calls_most for stage, part in found.by_stage.items()} == {
        stage: calls for stage, (calls, _) in asked_by_stage(model).items()
    }
