"""Flows inside plans."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from plans import answer, echo, once, two_rounds
from stepping import play

from summarizer.calls.drivers.dry_run import dry_run
from summarizer.calls.drivers.threads import run
from summarizer.calls.flow import Plan, alone, each, said, side_by_side


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


def in_rounds(name: str, count: int) -> Plan[list[str]]:
    """A plan of so many rounds, each of one call; it returns what came."""
    if not count:
        return []
    before = yield from in_rounds(name, count - 1)
    return [*before, (yield from alone(once(f"{name}{count - 1}")))]


@given(st.integers(0, 4), st.integers(0, 4))
def test_two_plans_side_by_side_share_their_rounds(first: int, second: int) -> None:
    """Each returns what it returns alone, in as many rounds as the longer one has; the n-th rounds are one."""
    played = play(side_by_side(in_rounds("a", first), in_rounds("b", second)), answer)
    assert played.value == ([f"a{n}!" for n in range(first)], [f"b{n}!" for n in range(second)])
    assert played.ids == [
        [*([f"a{n}"] if n < first else []), *([f"b{n}"] if n < second else [])] for n in range(max(first, second))
    ]


def test_an_error_in_one_of_two_plans_stays_with_it() -> None:
    """A flow of one plan that fails hands its error on to that plan alone."""
    plan = side_by_side(each([echo("bad")]), each([echo("good")]))
    assert run(plan, send=answer, workers=2) == (["bad failed: down"], ["good!!"])


def test_what_is_said_is_a_flow_that_asks_nothing() -> None:
    """It has its value at once, and stands in a round like others."""
    values = dry_run(each([said(3), said(4)]), answer=answer)
    assert values == [3, 4]
