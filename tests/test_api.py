"""The four functions of the door do what the object does."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable
from datetime import date

import pytest
from judging import BRIDGE, SENTENCES
from scripts import honest

import summarizer
from summarizer import ScriptedModel, Summarizer


def reading() -> ScriptedModel:
    """A model that rewords every third sentence."""
    return ScriptedModel(honest(reword=lambda text: f"Readers learn that {text}"))


@pytest.mark.parametrize("model", [None, "scripted"])
def test_summarize_is_the_object_in_one_line(model: str | None) -> None:
    """Every argument reaches the summarizer; sync and async are equal."""
    day = date(2026, 5, 4)

    def one() -> ScriptedModel | None:
        return reading() if model else None

    kept = Summarizer(model=one(), max_facts=2, length="short", language="en").summarize(BRIDGE, title="T", date=day)
    quick = summarizer.summarize(BRIDGE, model=one(), max_facts=2, length="short", language="en", title="T", date=day)
    later = summarizer.asummarize(BRIDGE, model=one(), max_facts=2, length="short", language="en", title="T", date=day)
    assert quick == kept
    assert asyncio.run(later) == kept
    assert len(kept.facts) <= 2


def test_verify_is_the_object_in_one_line() -> None:
    """Without a model by rules, with one by the judge; sync and async are equal."""
    claims = [SENTENCES[1], f"Readers learn that {SENTENCES[4]}"]
    by_rules = summarizer.verify(claims, BRIDGE)
    assert [c.verdict for c in by_rules] == ["supported", "unchecked"]
    assert asyncio.run(summarizer.averify(claims, BRIDGE)) == by_rules
    judged = summarizer.verify(claims, BRIDGE, model=reading())
    assert [c.decided_by for c in judged] == ["verbatim", "judge"]
    assert asyncio.run(summarizer.averify(claims, BRIDGE, model=reading())) == judged


def test_verify_asks_no_model_unless_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key in the environment alone sends no claim anywhere."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-nobody")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    assert summarizer.verify([f"Readers learn that {SENTENCES[4]}"], BRIDGE)[0].verdict == "unchecked"


@pytest.mark.parametrize(
    ("one", "other"),
    [(summarizer.summarize, summarizer.asummarize), (summarizer.verify, summarizer.averify)],
)
def test_sync_and_async_have_one_signature(one: Callable[..., object], other: Callable[..., object]) -> None:
    """The async function takes the same arguments with the same defaults, and both share them with the object."""
    assert inspect.signature(one) == inspect.signature(other)
    assert inspect.iscoroutinefunction(other)
    mine = inspect.signature(one).parameters
    theirs = inspect.signature(Summarizer).parameters | inspect.signature(Summarizer.summarize).parameters
    for name in mine.keys() & theirs.keys() - {"model"}:
        assert mine[name].default == theirs[name].default, name


def test_the_door_names_what_it_holds() -> None:
    """`__all__` is sorted as a list of names, without repeats, and each is there."""
    assert len(set(summarizer.__all__)) == len(summarizer.__all__)
    assert all(hasattr(summarizer, name) for name in summarizer.__all__)


def test_several_sources_are_summarized_together() -> None:
    """A list of texts, articles and mappings goes in; each fact comes back with the source that it stands in."""
    model = ScriptedModel(honest(every=1))
    result = summarizer.summarize(
        [
            summarizer.Article("The bridge is shut. Rain fell in Kessel.", id="herald"),
            {"text": "The ferry is free. Snow fell in Dunmere.", "id": "news"},
        ],
        model=model,
    )
    named = {result.source_of(fact.evidence[0]) for fact in result.facts}
    assert {source.id for source in named if source} == {"herald", "news"}
    alone = summarizer.summarize(["Rain fell in Kessel.", "Snow fell in Dunmere."], model=None)
    assert [source.id for source in alone.document.sources] == ["1", "2"]
