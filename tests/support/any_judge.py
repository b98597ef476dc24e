"""A model that drafts as stand-ins do, and judges by lot: for what must hold whatever a judge says."""

from __future__ import annotations

import json
import math
import random
from typing import Any

from summarizer.calls.call import Call, Reply, TokenChance
from summarizer.calls.stand_ins import corrected
from summarizer.calls.task import Scenario
from summarizer.pipelines.tasks import stand_in_for
from summarizer.verification.judging.assertions import JUDGE_ASSERTIONS


class AnyJudge:
    """Drafts as a stand-in does, and judges by lot: any relation, any part left out, any correction, any word."""

    def __init__(self, seed: int) -> None:
        """Nothing is drawn yet; the same call gets the same judgement."""
        self._seed = seed
        self._draft = Scenario(most=seed % 2 == 1)

    def __call__(self, call: Call) -> Reply:
        """The reply to a call."""
        drawn = random.Random(f"{self._seed} {call.id} {call.messages}")  # noqa: S311 -- no secret
        if call.prompt_id == "yesno.v1":
            yes = drawn.choice((1e-6, 0.1, 0.5, 0.9, 1 - 1e-6))
            return Reply(
                text="Yes", first_token=(TokenChance("Yes", math.log(yes)), TokenChance("No", math.log1p(-yes)))
            )
        reply = stand_in_for(call, self._draft)
        if call.prompt_id not in JUDGE_ASSERTIONS.prompts:
            return reply
        claims = json.loads(reply.text)["claims"]
        for claim in claims:
            self._judge(claim, drawn)
        return Reply(text=json.dumps({"claims": claims}))

    def _judge(self, claim: dict[str, Any], drawn: random.Random) -> None:
        whole = claim["assertions"][0]["text"] if claim["assertions"] else ""
        relation = drawn.choice(("entailed", "entailed", "not_stated", "contradicted"))
        for assertion in claim["assertions"]:
            assertion["relation"] = relation if drawn.random() < 0.7 else "entailed"
        if drawn.random() < 0.3:
            claim["assertions"] = claim["assertions"][1:]
        claim["correction"] = drawn.choice(("", corrected(whole), f"{whole} Or so.", "Something else."))
