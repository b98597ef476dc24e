"""The path of a small model: it picks, code holds it to the article, the engine without a model stands behind it."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from pathlib import Path

import pytest
from exams import passing

from summarizer import ChunkPolicy, ConfigError, Result, ScriptedModel, Summarizer
from summarizer.calls.call import Call, Reply, TokenChance
from summarizer.models.profile import ModelProfile

ROOT = Path(__file__).parents[2]
NEWS = (ROOT / "benchmarks" / "articles" / "01-news-bridge.txt").read_text("utf-8")


class Small(ScriptedModel):
    """A scripted model that says of itself that it is small."""

    profile = ModelProfile(plain=True, judge_form="yes_no")


def small(*picks: str, yes: float = 0.01, mended: str = "") -> Small:
    """A model that picks the sentences with these words, the first most, and says Yes with this probability."""

    def script(call: Call) -> Reply:
        if call.id.startswith("mend:"):
            return Reply(text=json.dumps({"sentence": mended}))
        if call.stage == "extract":
            options = re.findall(r"^([A-Z])\. (.*)$", call.messages[-1].content, re.MULTILINE)
            likes = {o: next((i for i, words in enumerate(picks) if words in text), 9) for o, text in options}
            return Reply(text="A", first_token=tuple(TokenChance(o, -1.0 - 4 * like) for o, like in likes.items()))
        chances = (TokenChance("Yes", math.log(yes)), TokenChance("No", math.log(1 - yes)))
        return Reply(text="Yes", first_token=chances)

    return Small(passing(script))


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


PICKED = "The ferry is free for residents of Dray; other drivers pay 9 euros per crossing."
SAID = "She said the rust had been caused by salt water that collected behind a cover plate fitted in 2019."


def test_a_picked_sentence_is_ticked_first() -> None:
    """It needs no judge, and the one that was picked first stands first."""
    result = summarized(small("ferry is free", "3,400"))
    assert (result.facts[0].statement, result.facts[0].id) == (PICKED, "c1.1")
    assert "c1.2" in {f.id for f in result.facts if f.statement == "About 3,400 vehicles use the bridge every day."}
    assert {f.decided_by for f in result.facts} == {"verbatim"}
    assert result.usage.by_stage["extract"].calls == result.usage.calls
    assert "select.v2" in {prompt.id for prompt in result.trace.prompts}


def test_where_the_picks_do_not_suffice_the_engine_without_a_model_fills_up() -> None:
    """Eight facts are wanted of an article where a half of the sentences may be picked; the result says who chose."""
    result = Summarizer(model=small("ferry is free"), max_facts=12).summarize(NEWS)
    ids = [f.id for f in result.facts]
    assert len(ids) > len([i for i in ids if i.startswith("c")]) >= 4
    assert [f.error for f in result.failures] == ["FewFactsHeld"]


def test_a_sentence_that_leans_is_ticked_with_the_name_in_it() -> None:
    """She becomes a name, where the judge is sure; where it is not, the sentence is no key fact."""
    named = SAID.replace("She", "Ingrid Vasell")
    sure = summarized(small("She said the rust", yes=0.9999, mended=named))
    (fact,) = [f for f in sure.facts if f.drafted == SAID]
    assert (fact.statement, fact.decided_by) == (named, "judge")
    unsure = summarized(small("She said the rust", yes=0.0001, mended=named))
    assert {SAID, named}.isdisjoint(f.statement for f in unsure.facts)
    assert [f.statement for f in unsure.rejected if f.drafted == SAID] == [named]


def test_a_sentence_that_leans_and_got_no_name_is_no_key_fact() -> None:
    """It is true and tells nobody who said it: it comes back as surplus, with that reason."""
    result = summarized(small("She said the rust", mended="Something else."))
    (fact,) = [f for f in result.rejected if f.statement == SAID]
    assert (fact.outcome, fact.verdict) == ("surplus", "supported")
    assert "read alone" in fact.reason


def test_it_is_never_less_than_the_engine_without_a_model() -> None:
    """A model that answers nothing of use leaves just the facts and sentences of that engine."""
    weak = summarized(Small(lambda call: Reply(text="===")))
    without = Summarizer(model=None).summarize(NEWS)
    assert [f.statement for f in weak.facts] == [f.statement for f in without.facts]
    assert [s.text for s in weak.summary.sentences()] == [s.text for s in without.summary.sentences()]
    assert [f.error for f in weak.failures] == ["ReplyError", "FewFactsHeld"]


def test_facts_are_at_most_as_many_as_asked_for() -> None:
    """Picks beyond max_facts come back as surplus."""
    result = Summarizer(model=small("ferry is free", "3,400"), max_facts=1).summarize(NEWS)
    assert [f.id for f in result.facts] == ["c1.1"]
    assert "c1.2" in {f.id for f in result.rejected if f.outcome == "surplus"}


def test_a_long_text_is_picked_from_everywhere() -> None:
    """Every chunk gives at least two picks, and no more than its share."""
    text = "\n\n".join(NEWS.replace("Kellmark", name) for name in ("Kellmark", "Brenta", "Olsa", "Vindel"))
    result = Summarizer(model=small(), max_facts=4, chunks=ChunkPolicy(max_tokens=500, lead_tokens=0)).summarize(text)
    drafted = Counter(f.id.partition(".")[0] for f in (*result.facts, *result.rejected) if f.id.startswith("c"))
    assert result.trace.chunks == len(drafted) >= 4
    assert set(drafted.values()) == {2}
    assert result.usage.by_stage["extract"].calls >= 2 * result.trace.chunks


def test_it_translates_nothing() -> None:
    """A language that it cannot write is not ignored in silence."""
    with pytest.raises(ConfigError, match="language"):
        Summarizer(model=small(), language="German")
