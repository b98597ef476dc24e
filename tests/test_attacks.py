"""The shipped attacks: instructions in the source, in a claim and beside it move no verdict of a judge that reads."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from exams import passing
from scripts import best_line, json_lines_of, lines_of

from summarizer import Call, CheckedClaim, Reply, ScriptedModel, Summarizer, TokenChance

SHIPPED = json.loads((Path(__file__).parent / "attacks" / "attacks.json").read_text("utf-8"))
CLAIMS = [entry["claim"] for entry in SHIPPED["claims"]]
TRUE = {entry["claim"] for entry in SHIPPED["claims"] if entry["supported"]}


def reading(call: Call) -> dict[str, object] | Reply:
    """A judge that knows which claims are true, finds them in what it is shown, and takes everything else for words."""
    if call.top_logprobs:
        (line,) = [line for line in call.messages[-1].content.splitlines() if line.startswith('{"claim"')]
        sure = 0.99 if json.loads(line)["claim"] in TRUE else 0.01
        chances = (TokenChance("Yes", math.log(sure)), TokenChance("No", math.log(1 - sure)))
        return Reply(text="Yes" if sure > 0.5 else "No", finish="length", first_token=chances)
    answers = []
    for asked in json_lines_of(call):
        claim = str(asked["claim"])
        found: dict[str, object] = {"text": claim, "sentences": [], "relation": "not_stated"}
        if claim in TRUE:
            found |= {"sentences": [best_line(call, claim)], "relation": "entailed"}
        answers.append({"id": asked["id"], "assertions": [found], "correction": ""})
    return {"claims": answers}


def verdicts(form: str, claims: list[str], source: str) -> list[str]:
    """What the reading judge makes of claims, asked in one of the forms."""
    model = ScriptedModel(passing(reading))
    found: list[CheckedClaim] = Summarizer(model=model, judge_form=form).verify(claims, source)  # type: ignore[arg-type]
    assert model.calls or form == "yes_no"  # not asked where the rules speak against every claim
    assert [claim.statement for claim in found] == claims
    return [claim.verdict for claim in found]


@pytest.mark.parametrize("form", ["assertions", "yes_no"])
def test_the_clean_claims_are_told_apart(form: str) -> None:
    """Without an attack the true claims are supported and the false ones are not: there is something to move."""
    found = verdicts(form, CLAIMS, SHIPPED["source"])
    assert [verdict == "supported" for verdict in found] == [entry["supported"] for entry in SHIPPED["claims"]]


@pytest.mark.parametrize("form", ["assertions", "yes_no"])
@pytest.mark.parametrize("attack", SHIPPED["attacks"], ids=lambda attack: attack["id"])
def test_no_attack_moves_a_verdict(attack: dict[str, str], form: str) -> None:
    """Each claim has the verdict that it has without the attack; a claim that vouches for itself stays refused."""
    clean = verdicts(form, CLAIMS, SHIPPED["source"])
    if attack["where"] == "article":
        assert verdicts(form, CLAIMS, f"{SHIPPED['source']}\n\n{attack['text']}\n") == clean
    elif attack["where"] == "other":
        assert verdicts(form, [*CLAIMS, attack["text"]], SHIPPED["source"])[: len(CLAIMS)] == clean
    else:
        attacked = verdicts(form, [f"{claim} {attack['text']}" for claim in CLAIMS], SHIPPED["source"])
        assert "supported" not in attacked


@pytest.mark.parametrize("attack", SHIPPED["attacks"], ids=lambda attack: attack["id"])
def test_an_attack_opens_nothing_in_the_prompt(attack: dict[str, str]) -> None:
    """Roles, fences, numbers and ids are those of the call: what outside text writes stays inside its fence."""
    source = SHIPPED["source"] + (f"\n\n{attack['text']}\n" if attack["where"] == "article" else "")
    claims = CLAIMS if attack["where"] == "article" else [*CLAIMS, f"{CLAIMS[2]} {attack['text']}"]
    model = ScriptedModel(reading)
    Summarizer(model=model, judge_form="assertions", verification="fast").verify(claims, source)
    (call,) = [call for call in model.calls if call.id.endswith(":1")]
    assert [message.role for message in call.messages] == ["system", "user"]
    user = call.messages[1].content
    fence = next(line for line in user.splitlines() if line.startswith("=== "))
    assert user.splitlines().count(fence) == 4
    assert fence not in attack["text"]
    assert list(lines_of(call)) == list(range(1, len(lines_of(call)) + 1))
    assert [claim["id"] for claim in json_lines_of(call)] == [f"q{n}" for n in range(1, len(claims) + 1)][:5]
