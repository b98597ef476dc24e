"""An article is replayed from what is kept: budgets, caches, judges and fallbacks do as they do for any run."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from a_store import a_store
from batch_server import BatchServer, error_line
from batches import all_of, articles, by, mapped, none_paid_twice, told
from hypothesis import given
from hypothesis import strategies as st

from summarizer import BudgetPolicy, Failed, Prices, Result, ScriptedModel
from summarizer.calls.call import Call
from summarizer.many.batches.replaying import custom_id, line_of, parsed_id
from summarizer.models.batch_endpoint import BatchLine


@given(st.integers(1, 10**6))
def test_the_name_of_a_request_leads_back_to_it(number: int) -> None:
    """It has no more than the 64 letters that an endpoint takes."""
    key = "0123456789ab" * 4
    name = custom_id(key, number)
    assert parsed_id(name) == (key, number)
    assert len(name) <= 64


@pytest.mark.parametrize("name", [None, "", "a-1", 5, "x" * 48, "x" * 48 + "-", "x" * 48 + "-²"])
def test_other_names_are_nobodys(name: object) -> None:
    """None is an error."""
    assert parsed_id(name) is None


def test_a_line_is_one_line() -> None:
    """Whatever line ends are in a text."""
    line = line_of("k-1", path="/v1/chat/completions", body=BatchLine(body={"text": "a\nb\u2028c\r"}, shape=""))
    assert line.count(b"\n") == 1
    assert len(line.decode().splitlines()) == 1
    assert json.loads(line)["body"] == {"text": "a\nb\u2028c\r"}


def test_an_article_budget_is_kept(tmp_path: Path) -> None:
    """As in a run: what is finished is returned, and calls without room are not sent."""
    with BatchServer() as server:
        (one,) = all_of(server, tmp_path / "b", 1, article_budget=BudgetPolicy(calls=2))
        assert isinstance(one, Result)
        assert {failure.error for failure in one.failures} == {"BudgetReached", "NoFactHeld"}
        assert server.sizes == [1, 1]
    with BatchServer() as server:
        found = all_of(server, tmp_path / "c", 2, article_budget=BudgetPolicy(calls=3))
        assert [told(each) for each in found] == mapped(2)
        prices = Prices(tokens_in=1, tokens_out=1)
        (one,) = all_of(server, tmp_path / "d", 1, article_budget=BudgetPolicy(cost=0), prices=prices)
        assert isinstance(one, Failed | Result)
        assert isinstance(one, Failed) or one.failures


def test_a_cache_is_used_and_filled(tmp_path: Path) -> None:
    """What another run has paid for is not sent; what is paid for here is there for the next."""
    with BatchServer() as server:
        first = all_of(server, tmp_path / "b", 2, cache=tmp_path / "cache")
        second = all_of(server, tmp_path / "c", 3, cache=tmp_path / "cache")
        assert server.sizes == [2, 2, 2, 1, 1, 1]
        assert [told(one) for one in second] == mapped(3)
        assert isinstance(first[0], Result)
        assert isinstance(second[0], Result)
        assert (first[0].usage.calls, first[0].usage.replayed) == (3, 0)
        assert (second[0].usage.calls, second[0].usage.replayed) == (0, 3)


def test_a_fallback_is_asked_where_a_model_refuses(tmp_path: Path) -> None:
    """By a file of its own, as one file is for one model."""

    class Two(BatchServer):
        def _answer(self, line: Mapping[str, Any]) -> tuple[dict[str, Any], bool]:
            if line["body"]["model"] == "first":
                return {"id": "r", "custom_id": line["custom_id"], **error_line(403, "no permission")}, False
            return super()._answer(line)

    with Two() as server:
        found = all_of(server, tmp_path / "b", 2, model="first", fallback_model="second")
        assert all(isinstance(one, Result) and one.facts for one in found)
        assert all(one.trace.fallbacks for one in found if isinstance(one, Result))
        assert all(len({line["body"]["model"] for line in batch.lines}) == 1 for batch in server.batches)
        assert none_paid_twice(server)


def test_a_judge_of_its_own_is_examined_once(tmp_path: Path) -> None:
    """For all articles; its requests go in files of its own."""

    class Two(BatchServer):
        def _create(self, asked: Mapping[str, Any]) -> Any:
            action = super()._create(asked)
            assert len({line["body"]["model"] for line in self.batches[-1].lines}) == 1
            return action

    with Two() as server:
        found = all_of(server, tmp_path / "b", 4, judge_model="judge", exam="always")
        assert all(isinstance(one, Result) for one in found)
        assert none_paid_twice(server)


def test_an_empty_reply_is_asked_for_once_more(tmp_path: Path) -> None:
    """It costs what it costs, and is counted as a request."""
    empty = {"response": {"status_code": 200, "body": {"choices": [{"message": {"content": ""}}]}}, "error": None}

    def fault(call: Call, number: int) -> Mapping[str, Any] | None:
        return empty if number == 1 and call.stage == "extract" else None

    with BatchServer(fault=fault) as server:
        (one,) = all_of(server, tmp_path / "b", 1)
        assert told(one) == mapped(1)[0]
        assert isinstance(one, Result)
        assert (one.usage.calls, one.usage.failed) == (4, 1)


def test_a_model_in_this_process_beside_is_refused(tmp_path: Path) -> None:
    """Who has no batch endpoint is named before anything is sent."""
    with (
        BatchServer() as server,
        by(server, judge_model=ScriptedModel({}, name="beside")) as summarizer,
        pytest.raises(Exception, match="beside is not asked through a batch endpoint"),
    ):
        summarizer.submit(articles(1), tmp_path / "b")
    assert server.asked == []


def test_a_store_for_tests_is_empty(tmp_path: Path) -> None:
    """Nothing is ready, nothing is pending."""
    with a_store(tmp_path / "b") as store:
        assert (list(store.ready()), store.pending()) == ([], [])
