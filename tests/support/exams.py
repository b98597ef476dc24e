"""Judges in their exam: scripts that answer it rightly, or with the mistakes that a test wants."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from scripts import best_line, json_lines_of

from summarizer.calls.call import Call, Reply, TokenChance
from summarizer.calls.prompts import load_prompt
from summarizer.verification.exam.pairs import exam_texts

CLAIMS = [one for text in exam_texts() for one in text.claims]
HOLDS = {one.claim.statement: one.holds for one in CLAIMS}
TRUE = [statement for statement, holds in HOLDS.items() if holds]
FALSE = [statement for statement, holds in HOLDS.items() if not holds]


def word(*, yes: bool) -> Reply:
    """One word with its probability."""
    said, other = ("Yes", "No") if yes else ("No", "Yes")
    return Reply(text=said, finish="length", first_token=(TokenChance(said, -0.1), TokenChance(other, -2.4)))


def believing(believed: Callable[[str], bool]) -> Callable[[Call], Any]:
    """A judge, asked in either form, who takes for supported what the function says."""

    def script(call: Call) -> Any:
        if call.prompt_id == "yesno.v1":
            asked = json.loads(load_prompt("yesno.v1").values_of(call.messages)["claim"])
            return word(yes=believed(asked["claim"]))
        answers = []
        for asked in json_lines_of(call):
            claim = str(asked["claim"])
            found: dict[str, object] = {"text": claim, "sentences": [], "relation": "not_stated"}
            if believed(claim):
                found |= {"sentences": [best_line(call, claim)], "relation": "entailed"}
            answers.append({"id": asked["id"], "assertions": [found], "correction": ""})
        return {"claims": answers}

    return script


RIGHT = believing(lambda claim: HOLDS[claim])


def passing(script: Callable[[Call], Any]) -> Callable[[Call], Any]:
    """The same script of a judge who passes its exam."""
    return lambda call: RIGHT(call) if call.stage == "exam" else script(call)
