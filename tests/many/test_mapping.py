"""Many articles are worked on side by side, and what fails stands in its place."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
from exams import passing

from summarizer import Article, Failed, Result, Summarizer, VerifiedClaims
from summarizer.calls.call import Call, Reply
from summarizer.calls.task import Scenario
from summarizer.errors import ConfigError, ModelRejected
from summarizer.models.scripted import ScriptedModel
from summarizer.pipelines.tasks import stand_in_for

TEXT = "The council of Brenta closed the old bridge. Engineers had found cracks in {} of its cables."


def answers(call: Call) -> Reply:
    """Replies as a model would give them; a text with 13 in it is refused."""
    if any("in 13 of its" in message.content for message in call.messages):
        raise ModelRejected("no", call_id=call.id)
    return stand_in_for(call, Scenario())


def model() -> ScriptedModel:
    """A model that answers at once."""
    return ScriptedModel(passing(answers), name="scripted")


def articles(number: int) -> list[dict[str, Any]]:
    """So many short articles with ids."""
    return [
        {"text": TEXT.format(place), "id": f"a{place}", "url": f"https://example.org/{place}"}
        for place in range(number)
    ]


@pytest.mark.parametrize("ordered", [True, False])
def test_each_article_has_its_result_and_none_stops_the_others(ordered: bool) -> None:  # noqa: FBT001 - a parameter
    """One that the model refuses, and one that is no article, are failures with their names."""
    given: list[Any] = [*articles(15), 5]
    with Summarizer(model=model(), exam="never", workers=3) as summarizer:
        found = list(summarizer.map(given, ordered=ordered))
    ids = [one.id for one in found]
    wanted = [*(f"a{place}" for place in range(15)), "16"]
    assert ids == wanted if ordered else sorted(map(str, ids)) == sorted(wanted)
    failed = {one.id: one for one in found if isinstance(one, Failed)}
    assert {key: one.error for key, one in failed.items()} == {"a13": "ModelRejected", "16": "InputError"}
    assert failed["a13"].url == "https://example.org/13"
    for one in found:
        if isinstance(one, Result):
            assert one.facts
            assert one.url == f"https://example.org/{str(one.id)[1:]}"


def test_what_comes_of_an_article_is_what_comes_of_it_alone() -> None:
    """The same facts, summary and places."""
    one = articles(1)
    with Summarizer(model=model(), exam="never") as summarizer:
        (mapped,) = summarizer.map(one)
        alone = summarizer.summarize(one[0])
    assert isinstance(mapped, Result)
    assert mapped == alone


def test_articles_are_taken_as_places_become_free() -> None:
    """Whoever stops after two has not made the source give all."""
    taken: list[int] = []

    def source() -> Iterator[str]:
        for place in range(1000):
            taken.append(place)
            yield TEXT.format(place)

    with Summarizer(model=None, workers=2) as summarizer:
        results = summarizer.map(source())
        next(results)
        next(results)
        results.close()  # type: ignore[attr-defined] # a generator
    assert len(taken) < 20


def test_it_works_inside_a_running_event_loop() -> None:
    """For callers that block there."""

    async def run() -> int:
        with Summarizer(model=None) as summarizer:
            return len(list(summarizer.map(articles(4))))

    assert asyncio.run(run()) == 4


def test_on_an_event_loop_articles_may_come_from_an_asynchronous_source() -> None:
    """Each has its result."""

    async def source() -> AsyncIterator[Article]:
        for place in range(5):
            yield Article(TEXT.format(place), id=f"b{place}")

    async def run() -> list[str | None]:
        async with Summarizer(model=model(), exam="never") as summarizer:
            return [one.id async for one in summarizer.amap(source())]

    assert asyncio.run(run()) == ["b0", "b1", "b2", "b3", "b4"]


def test_claims_are_verified_for_many_texts() -> None:
    """Each item has a verdict for each claim, or its failure."""
    given: list[Any] = [
        {"claims": ["The council of Brenta closed the old bridge."], "text": TEXT.format(2), "id": "a"},
        ([], ""),
    ]
    with Summarizer(model=None) as summarizer:
        first, second = summarizer.map_verify(given)
    assert isinstance(first, VerifiedClaims)
    assert [claim.verdict for claim in first.claims] == ["supported"]
    assert isinstance(second, Failed)

    async def run() -> list[VerifiedClaims | Failed]:
        return [one async for one in Summarizer(model=None).amap_verify(given)]

    assert asyncio.run(run()) == [first, second]


@pytest.mark.parametrize("given", ["It rains.", 5, b"a"])
def test_one_text_is_not_many(given: Any) -> None:
    """A text would be gone through letter by letter."""
    summarizer = Summarizer(model=None)
    with pytest.raises(ConfigError, match="give \\[article\\]"):
        summarizer.map(given)
    with pytest.raises(ConfigError, match="give \\[article\\]"):
        summarizer.amap(given)


def test_a_bar_is_shown_where_it_is_wanted(capsys: pytest.CaptureFixture[str]) -> None:
    """It counts articles."""
    with Summarizer(model=None) as summarizer:
        list(summarizer.map(articles(3), progress=True))

    async def run() -> None:
        async for _ in Summarizer(model=None).amap(articles(2), progress=True):
            pass

    asyncio.run(run())
    shown = capsys.readouterr().err
    assert "3/3" in shown
    assert "2/2" in shown
