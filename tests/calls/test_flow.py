"""Flows inside plans."""

from __future__ import annotations

from plans import answer, echo, once, two_rounds

from summarizer.calls.drivers.dry_run import dry_run
from summarizer.calls.drivers.threads import run
from summarizer.calls.flow import alone, each


def test_each_flow_s_value_stands_where_the_flow_stood() -> None:
    """`result[i]` is what `flows[i]` returned, failed ones among them."""
    assert run(each([echo("a"), echo("bad"), echo("b")]), send=answer, workers=2) == ["a!!", "bad failed: down", "b!!"]


def test_a_flow_alone_is_a_round_of_one() -> None:
    """`alone` returns the flow's own value, no list."""
    assert dry_run(alone(once("a")), answer=answer) == "a!"


def test_a_round_follows_the_one_before_it() -> None:
    """A plan is sent the values of a round before it yields the next."""
    assert dry_run(two_rounds(["a"]), answer=answer) == (["a!!"], "last!!")


def test_no_flows_make_no_round() -> None:
    """An empty batch yields nothing to wait for."""
    assert list(each([])) == []
