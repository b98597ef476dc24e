"""An estimate runs the real plan without a model: stand-ins answer its calls, and the calls are added up.

    estimate(document, chunks=…, options=…, counter=…, price=…).calls_likely  ->  9

What a run asks for is what its plan asks for, so the two cannot drift apart: the calls, their order and every prompt
are those of `with_model`, and only the answers are of the size to expect instead of a model's own.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, get_args

from summarizer.calls.call import Call, Reply, Stage, Tokens
from summarizer.calls.drivers.dry_run import dry_run
from summarizer.calls.prompts import PromptId
from summarizer.calls.task import Scenario
from summarizer.document.chunks import Chunk
from summarizer.document.document import Document
from summarizer.document.tokens import TokenCounter
from summarizer.extractive.self_containedness import needs_context
from summarizer.frozen import Frozen
from summarizer.models.profile import LARGE_MODEL, ModelProfile
from summarizer.pipelines.tasks import stand_in_for
from summarizer.pipelines.writing import with_model
from summarizer.runtime.budget import prompt_tokens
from summarizer.runtime.observing.prices import Pricer
from summarizer.settings.options import Options
from summarizer.verification.judging.assertions import JUDGE_ASSERTIONS
from summarizer.verification.policy import JudgePolicy


class StageEstimate(Frozen):
    """What one stage will ask for: probably, and at most."""

    calls_likely: int = 0
    calls_most: int = 0
    tokens_in_likely: int = 0
    tokens_in_most: int = 0
    tokens_out_likely: int = 0
    tokens_out_most: int = 0


class Estimate(StageEstimate):
    """What a run will ask for, each total the sum over `by_stage`; `*_likely <= *_most`.

    Likely: the model writes as many facts and sentences as it is asked for, in other words than the article's, and a
    judge finds each supported at the first look (strict: at both).
    Most: the model writes as much as it is asked for, every fact, sentence and title is judged, then judged again or
    corrected and judged anew, every sentence whose antecedent may go in words of its own too, and every reply runs to
    its limit. A small model chooses sentences, puts names into those that need one, and judges these alone. Whatever a
    judge says, no more calls follow; tokens are counted for sentences about as long as the article's.
    A judge who owes an exam takes it once it has a claim to judge, and passes.
    Tries that fail, replies that have to be asked for again and a provider's own prompt cache are not foretold. Costs
    are in US dollars, None where no price is known.
    """

    by_stage: dict[str, StageEstimate]
    cost_likely: Decimal | None
    cost_most: Decimal | None


# Which facts a judge keeps moves the length of what is asked behind: by .3 % at most over the articles of
# tests/pipelines/test_estimate.py, which has to be run again when a prompt moves.
_HEADROOM: Final = 1.01
# No interval of a share reaches above 1, so a stand-in passes any exam, and what follows it is estimated too.
_PASSED_BY_ALL: Final = 1.1


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What one call, or the calls of one stage, ask for; `cost` is None where a price is not known."""

    calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    cost: Decimal | None = Decimal(0)

    def __add__(self, other: _Asked) -> _Asked:
        return _Asked(
            calls=self.calls + other.calls,
            tokens_in=self.tokens_in + other.tokens_in,
            tokens_out=self.tokens_out + other.tokens_out,
            cost=None if self.cost is None or other.cost is None else self.cost + other.cost,
        )

    def most(self, other: _Asked) -> _Asked:
        """The larger of two in each respect."""
        return _Asked(
            calls=max(self.calls, other.calls),
            tokens_in=max(self.tokens_in, other.tokens_in),
            tokens_out=max(self.tokens_out, other.tokens_out),
            cost=None if self.cost is None or other.cost is None else max(self.cost, other.cost),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reckoning:
    """Runs the plan of one document with stand-ins."""

    document: Document
    chunks: Sequence[Chunk]
    options: Options
    counter: TokenCounter
    price: Pricer
    profile: ModelProfile

    def likely(self) -> dict[Stage, _Asked]:
        """What is asked for where the answers are those to expect."""
        return self._asked(Scenario(), judge=self.options.judge)

    def most(self) -> dict[Stage, _Asked]:
        """What is asked for where each answer makes the most calls follow.

        Of a long text nothing is written about a fact that is refused, and what holds is not corrected: so no one run
        makes the most calls in every stage. Where claims do not share calls, their second looks add up.
        """
        judge = replace(self.options.judge, second_reviews="all")
        upheld = Scenario(most=True, is_costly=self._needs_name)
        found = self._asked(upheld, judge=judge)
        again = _Asked()
        for prompt, stage in () if self.profile.plain else _refusals(judge):
            refused = self._asked(replace(upheld, refused_at=prompt, refused_in=stage), judge=judge)
            again += refused.pop("second_look", _Asked())
            for name, asked in refused.items():
                found[name] = found.get(name, _Asked()).most(asked)
        if again.calls:
            found["second_look"] = found.get("second_look", _Asked()).most(again)
        return found

    def _asked(self, scenario: Scenario, *, judge: JudgePolicy) -> dict[Stage, _Asked]:
        found: dict[Stage, _Asked] = {}
        options = replace(self.options, judge=replace(judge, exam_limit=_PASSED_BY_ALL))

        def answer(call: Call) -> Reply:
            reply = stand_in_for(call, scenario)
            found[call.stage] = found.get(call.stage, _Asked()) + self._of_call(call, reply, full=scenario.most)
            return reply

        plan = with_model(self.document, chunks=self.chunks, options=options, profile=self.profile)
        dry_run(plan, answer=answer)
        return found

    def _of_call(self, call: Call, reply: Reply, *, full: bool) -> _Asked:
        """What one call asks for; `full` takes its reply to run to its limit, and its prompt to be a little longer."""
        size, out = prompt_tokens(call, counter=self.counter), call.max_output_tokens
        if full:
            size = math.ceil(_HEADROOM * size)
        else:
            out = min(out, *self.counter.count([reply.text]))
        cost = self.price(call, Tokens(tokens_in=size, tokens_out=out))
        return _Asked(calls=1, tokens_in=size, tokens_out=out, cost=cost)

    def _needs_name(self, sentence: str) -> bool:
        return needs_context(sentence, self.document.language)


def estimate(
    document: Document,
    *,
    chunks: Sequence[Chunk],
    options: Options,
    counter: TokenCounter,
    price: Pricer,
    profile: ModelProfile = LARGE_MODEL,
) -> Estimate:
    """What a run over this document will ask for; nothing is sent.

    Args:
        document: the article.
        chunks: the article cut for the model.
        options: how much will be written.
        counter: counts the model's tokens.
        price: what they cost.
        profile: what the model can be trusted with.
    """
    reckoning = _Reckoning(
        document=document, chunks=chunks, options=options, counter=counter, price=price, profile=profile
    )
    likely, most = reckoning.likely(), reckoning.most()
    by_stage: dict[str, StageEstimate] = {}
    total_likely, total_most = _Asked(), _Asked()
    for stage in get_args(Stage):
        if stage not in likely and stage not in most:
            continue
        expected = likely.get(stage, _Asked())
        highest = most.get(stage, expected).most(expected)
        by_stage[stage] = StageEstimate(**_figures(expected, highest))
        total_likely += expected
        total_most += highest
    return Estimate(
        **_figures(total_likely, total_most),
        by_stage=by_stage,
        cost_likely=total_likely.cost,
        cost_most=total_most.cost,
    )


def _refusals(judge: JudgePolicy) -> list[tuple[PromptId, Stage]]:
    """At which prompt, and in which stage, claims are refused so that the most is looked at again.

    A fast look is the only one. At the standard level all facts are looked at again in any case. When strict a claim
    costs most that is corrected at its last look; only a judge who is asked for assertions corrects.
    """
    if judge.level == "fast":
        return []
    if judge.level == "standard":
        return [(judge.prompts[0], "judge_summary")]
    correcting = [prompt for prompt in judge.prompts if prompt in JUDGE_ASSERTIONS.prompts]
    prompt = (correcting or judge.prompts)[-1]
    return [(prompt, "judge_facts"), (prompt, "judge_summary")]


def _figures(likely: _Asked, most: _Asked) -> dict[str, int]:
    return {
        "calls_likely": likely.calls,
        "calls_most": most.calls,
        "tokens_in_likely": likely.tokens_in,
        "tokens_in_most": most.tokens_in,
        "tokens_out_likely": likely.tokens_out,
        "tokens_out_most": most.tokens_out,
    }
