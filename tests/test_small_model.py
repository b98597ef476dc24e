"""The path of a small model: it picks, code holds it to the article, the engine without a model stands behind it."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from scripts import lines_of

from summarizer import ConfigError, Result, ScriptedModel, Summarizer
from summarizer.models.base import Call, Reply, TokenChance
from summarizer.models.profile import ModelProfile

ROOT = Path(__file__).parents[1]
NEWS = (ROOT / "benchmarks" / "articles" / "01-news-bridge.txt").read_text("utf-8")


class Small(ScriptedModel):
    """A scripted model that says of itself that it is small."""

    profile = ModelProfile(plain=True, judge_form="yes_no")


def small(*picks: tuple[str, str], yes: float = 0.01, mended: str = "") -> Small:
    """A model that copies these words and names the sentences with those words, then says Yes with this probability."""

    def script(call: Call) -> Reply:
        if call.id.startswith("mend:"):
            return Reply(text=json.dumps({"sentence": mended}))
        if call.stage == "extract":
            lines = lines_of(call)
            found = [(c, next(n for n, line in lines.items() if words in line)) for c, words in picks]
            return Reply(text=json.dumps({"facts": [{"statement": c, "sentence": n} for c, n in found]}))
        chances = (TokenChance("Yes", math.log(yes)), TokenChance("No", math.log(1 - yes)))
        return Reply(text="Yes", first_token=chances)

    return Small(script)


def summarized(model: ScriptedModel, text: str = NEWS) -> Result:
    """The result, in which the laws hold."""
    result = Summarizer(model=model).summarize(text)
    assert all(text[e.start : e.end] == e.text for e in result.evidences())
    assert all(f.verdict == "supported" and f.evidence for f in result.facts)
    assert all(f.outcome != "ticked" and f.reason for f in result.rejected)
    assert all(s.evidence and s.fact_ids for s in result.summary.sentences())
    ids = [f.id for f in (*result.facts, *result.rejected)]
    assert len(ids) == len(set(ids))
    assert Result.model_validate_json(result.model_dump_json()) == result
    return result


COPIED = "The island has 5,100 inhabitants, one clinic and no hospital."


def test_a_copied_sentence_is_ticked_first() -> None:
    """It needs no judge, stands first, and the rest of the six is chosen without the model, which the result says."""
    result = summarized(small((COPIED, "5,100")))
    assert result.facts[0].statement == COPIED
    assert result.facts[0].id == "c1.1"
    assert len(result.facts) == 6
    assert {f.decided_by for f in result.facts} == {"verbatim"}
    assert [f.error for f in result.failures] == ["FewFactsHeld"]
    assert result.usage.calls == 1
    assert "select.v1" in {prompt.id for prompt in result.trace.prompts}


@pytest.mark.parametrize(
    "reworded", ["The island has 6,100 inhabitants, one clinic and no hospital.", "The island has a hospital."]
)
def test_where_a_statement_does_not_hold_its_sentence_stands_in(reworded: str) -> None:
    """The fact is the sentence, verbatim, and shows what was drafted."""
    result = summarized(small((reworded, "5,100")))
    (fact,) = [f for f in result.facts if f.id == "c1.1"]
    assert (fact.statement, fact.drafted, fact.decided_by) == (COPIED, reworded, "verbatim")


def test_a_wrong_number_does_not_lose_the_sentence() -> None:
    """A draft that names another sentence than the one that it was made from is replaced by the latter."""
    (fact,) = [
        f
        for f in summarized(small(("The island has 6,100 inhabitants and one clinic.", "3,400"))).facts
        if f.id == "c1.1"
    ]
    assert (fact.statement, fact.decided_by) == (COPIED, "verbatim")


def test_a_slip_of_the_copy_is_the_sentence() -> None:
    """A judge that is sure of a miscopied word changes nothing: the sentence is there to be quoted."""
    slipped = COPIED.replace("The island has", "A island has")
    (fact,) = [f for f in summarized(small((slipped, "5,100"), yes=0.9999)).facts if f.id == "c1.1"]
    assert (fact.statement, fact.drafted, fact.decided_by) == (COPIED, slipped, "verbatim")


def test_what_was_made_of_nothing_is_refused() -> None:
    """A draft that shares no words with the sentence that it names is not replaced by it."""
    result = summarized(small(("Lorem ipsum dolor sit amet.", "5,100")))
    assert [f.id for f in result.rejected if f.outcome == "refused"] == ["c1.1"]


def test_a_sentence_that_leans_is_ticked_with_the_name_in_it() -> None:
    """She becomes a name, where the judge is sure; where it is not, the sentence is no key fact."""
    said = "She said the rust had been caused by salt water that collected behind a cover plate fitted in 2019."
    named = said.replace("She", "Ingrid Vasell")
    sure = summarized(small((said, "She said the rust"), yes=0.9999, mended=named))
    (fact,) = [f for f in sure.facts if f.id == "c1.1"]
    assert (fact.statement, fact.drafted, fact.decided_by) == (named, said, "judge")
    unsure = summarized(small((said, "She said the rust"), yes=0.0001, mended=named))
    assert "c1.1" not in {f.id for f in unsure.facts}
    assert said not in {f.statement for f in unsure.facts}


def test_it_is_never_less_than_the_engine_without_a_model() -> None:
    """A model that says nothing of use leaves just the facts and sentences of that engine."""
    weak = summarized(small(("===", "5,100"), ("===", "3,400")))
    without = Summarizer(model=None).summarize(NEWS)
    assert [f.statement for f in weak.facts] == [f.statement for f in without.facts]
    assert [s.text for s in weak.summary.sentences()] == [s.text for s in without.summary.sentences()]


def test_facts_are_at_most_as_many_as_asked_for() -> None:
    """Picks beyond max_facts come back as surplus."""
    model = small((COPIED, "5,100"), ("About 3,400 vehicles use the bridge every day.", "3,400"))
    result = Summarizer(model=model, max_facts=1).summarize(NEWS)
    assert [f.id for f in result.facts] == ["c1.1"]
    assert "c1.2" in {f.id for f in result.rejected if f.outcome == "surplus"}


def test_it_translates_nothing() -> None:
    """A language that it cannot write is not ignored in silence."""
    with pytest.raises(ConfigError, match="language"):
        Summarizer(model=small(), language="German")
