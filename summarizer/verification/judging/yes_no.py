"""Asks a small model one word about a claim, Yes or No, and reads how sure it is from the word's probability.

log_odds = yield from judge_yes_no("A ferry sank.", page=page, stage="judge_facts", call_id="judge_facts:1:1")
calibration().probability(log_odds, score=0.7)  ->  0.93
"""

from __future__ import annotations

import functools
import json
import math
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

from summarizer.calls.call import Answerer, Call, Reply, Stage, TokenChance
from summarizer.calls.flow import Flow
from summarizer.calls.prompts import fence_for, load_prompt
from summarizer.calls.replies import first_words
from summarizer.calls.stand_ins import is_overstated
from summarizer.calls.task import Scenario, Task
from summarizer.errors import ReplyMalformed, SummarizerError
from summarizer.failure import Failure
from summarizer.verification.judging.pages import Page

# Yes, No, and their spellings with a space or in capitals; OpenAI gives 20 candidates at most.
_CANDIDATES: Final = 20
# Probabilities of 0 and 1 have no logit; a millionth is far beyond what a small model can mean.
_LEAST: Final = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """How sure to be of a claim: `0 < c.probability(x, score=s) < 1`, and it rises with `x` and with `s`.

    A logistic on the model's logit and on that of the score that needs no model, trained by benchmarks/train_yesno.py,
    which wrote the file beside this module; run it again for another small model, and when the score changes.

    Attributes:
        intercept: what stands alone.
        yes: the weight of the model's log-odds of Yes.
        support: the weight of the log-odds that the score is.
        tick: the probability from which the whole statement counts as entailed: where at least nine of ten claims that
            reached it on held-out documents were supported, or the highest that was reached.
        refuse: the probability below which it counts as not stated; between the two nobody could tell.
    """

    intercept: float
    yes: float
    support: float
    tick: float
    refuse: float

    def probability(self, yes: float, *, score: float) -> float:
        """The probability that a claim is supported.

        Args:
            yes: the model's log-odds of Yes against No.
            score: the support in 0..1 that needs no model.
        """
        total = self.intercept + self.yes * yes + self.support * logit(score)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@functools.cache
def calibration() -> Calibration:
    """The calibration that ships with the library, read once a process."""
    values = json.loads((files("summarizer.verification.judging") / "yes_no.json").read_text("utf-8"))
    names = ("intercept", "yes", "support", "tick", "refuse")
    return Calibration(**{name: float(values[name]) for name in names})


def logit(probability: float) -> float:
    """The log-odds of a probability, finite for 0 and 1 too."""
    bounded = min(max(probability, _LEAST), 1 - _LEAST)
    return math.log(bounded / (1 - bounded))


def judge_yes_no(
    claim: str, *, page: Page, stage: Stage, call_id: str, role: Answerer = "main", before: str = ""
) -> Flow[float | Failure]:
    """The model's log-odds that every detail of a claim is supported by what it is shown, or why it gave none.

    Args:
        claim: what is asked about.
        page: the sentences most like it; few, as a small model loses itself in many.
        stage: under which stage the call is counted.
        call_id: the call's name in usage and failures.
        role: which model is to answer.
        before: the sentence before it in its text, if there is one.
    """
    call = yes_no_call(claim, page=page, stage=stage, call_id=call_id, role=role, before=before)
    try:
        return log_odds((yield call), call=call)
    except SummarizerError as error:
        return Failure.of(error, stage=stage, call_id=call_id, lost=f"the judgement of “{claim}”")


def yes_no_call(claim: str, *, page: Page, stage: Stage, call_id: str, role: Answerer, before: str = "") -> Call:
    """The call that asks for one word, with the claim as JSON; the arguments are those of `judge_yes_no`."""
    prompt = load_prompt("yesno.v1")
    asked = json.dumps({"before": before, "claim": claim} if before else {"claim": claim}, ensure_ascii=False)
    shown = page.opening + page.rest
    return Call(
        id=call_id,
        stage=stage,
        messages=prompt.render(fence=fence_for(shown, avoiding=[asked]), source=shown, claim=asked),
        schema_name="yes_no",
        schema={},
        max_output_tokens=1,
        prompt_id=prompt.id,
        prompt_sha256=prompt.sha256,
        role=role,
        top_logprobs=_CANDIDATES,
    )


def log_odds(reply: Reply, *, call: Call) -> float:
    """The log-odds of Yes against No as the first word of a reply.

    Raises:
        ReplyRefused: the model declined, or a content filter stopped it.
        ReplyError: the server gives no probabilities.
        ReplyMalformed: neither word is among the likely ones.
    """
    chances = first_words(reply, call=call)
    yes, no = chances.get("yes", 0.0), chances.get("no", 0.0)
    if not yes and not no:
        raise ReplyMalformed(
            f"the reply to {call.id} begins with neither Yes nor No but {reply.text!r}; use judge_form='assertions'",
            call_id=call.id,
            raw=reply.text,
        )
    return math.log(max(yes, _LEAST)) - math.log(max(no, _LEAST))


def _stand_in(call: Call, scenario: Scenario) -> Reply:
    """A sure Yes, or, where the scenario refuses it here, a sure No."""
    claim = json.loads(load_prompt("yesno.v1").values_of(call.messages)["claim"])["claim"]
    word = "No" if scenario.refuses(call) and is_overstated(claim) else "Yes"
    return Reply(text=word, first_token=(TokenChance(word, 0.0),))


JUDGE_YES_NO: Final = Task(
    stages=("exam", "judge_facts", "judge_summary", "second_look", "judge_claims"),
    prompts=("yesno.v1",),
    stand_in=_stand_in,
)
