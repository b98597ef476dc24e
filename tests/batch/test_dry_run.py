"""A dry run says what would be asked for."""

from __future__ import annotations

import pytest

from summarizer import Prices, ScriptedModel, Summarizer
from summarizer.batch.dry_run import Foreseen, foreseen
from summarizer.batch.rows import Row

TEXT = "The council of Brenta closed bridge {} on Monday. Engineers had found cracks in its cables."


def rows(number: int) -> list[Row]:
    """So many articles that take as much each."""
    return [Row(number=place, article={"text": TEXT.format(f"{place:05}")}) for place in range(1, number + 1)]


def dry(given: list[Row], *, finished: int = 0, prices: Prices | None = None, most: int = 500) -> Foreseen:
    """What a run over these would be."""
    done = {f"a{place}" for place in range(finished)}
    model = ScriptedModel(lambda call: "never asked")
    with Summarizer(model=model, exam="never", prices=prices) as summarizer:
        found = foreseen(given, summarizer=summarizer, is_finished=lambda one, _: one in done, most=most)
    assert not model.calls
    return found


def test_it_is_the_sum_of_what_each_article_takes() -> None:
    """By stage, and in money where prices are known."""
    given = rows(3)
    prices = Prices(tokens_in=1, tokens_out=2)
    found = dry(given, prices=prices)
    with Summarizer(model=ScriptedModel(lambda call: ""), exam="never", prices=prices) as summarizer:
        each = [summarizer.estimate(str((row.article or {})["text"])) for row in given]
    assert (found.articles, found.sampled) == (3, 3)
    assert found.estimate.tokens_in_most == sum(one.tokens_in_most for one in each)
    assert found.estimate.by_stage["extract"].calls_likely == 3
    assert found.estimate.calls_likely == sum(part.calls_likely for part in found.estimate.by_stage.values())
    assert found.estimate.cost_likely == sum(one.cost_likely or 0 for one in each)
    assert dry(given).estimate.cost_most is None


def test_finished_and_unreadable_rows_take_nothing() -> None:
    """They are counted."""
    given = [
        *(Row(number=place, article={"text": TEXT.format(place), "id": f"a{place}"}) for place in range(3)),
        Row(number=4, fault="no JSON"),
        Row(number=5, article={"text": " "}),
    ]
    found = dry(given, finished=2)
    assert (found.articles, found.finished, found.unreadable) == (2, 2, 1)
    assert dry([]).estimate.calls_most == 0


def test_a_sample_stands_for_many() -> None:
    """Of articles of one size it says the same as all of them would."""
    one, many = dry(rows(1)), dry(rows(70), most=8)
    assert (many.articles, many.sampled) == (70, 8)
    assert many.estimate.calls_likely == 70 * one.estimate.calls_likely
    # The numbers of the bridges are a token more or less.
    assert many.estimate.tokens_in_likely == pytest.approx(70 * one.estimate.tokens_in_likely, rel=0.01)
