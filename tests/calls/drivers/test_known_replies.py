"""A plan is driven as far as replies are known, and says which calls it lacks."""

from __future__ import annotations

import pytest
from calls import a_call
from hypothesis import given
from hypothesis import strategies as st

from summarizer.calls.call import Call, Reply
from summarizer.calls.drivers.known_replies import HeldBack, Lacking, NotKnown, known_so_far
from summarizer.calls.drivers.steps import Returned
from summarizer.calls.drivers.threads import run
from summarizer.calls.flow import Flow, Plan, each
from summarizer.errors import ModelRejected, SummarizerError


def flow(name: str, length: int) -> Flow[list[str]]:
    """A conversation of so many calls; it returns what it was sent."""
    said = []
    for number in range(length):
        try:
            reply = yield a_call(f"{name}.{number}")
            said.append(reply.text)
        except SummarizerError as error:
            said.append(type(error).__name__)
    return said


def plan(rounds: list[list[int]]) -> Plan[list[list[str]]]:
    """Rounds of flows of these lengths."""
    values: list[list[str]] = []
    for number, lengths in enumerate(rounds):
        values += yield from each([flow(f"{number}.{at}", length) for at, length in enumerate(lengths)])
    return values


class Book:
    """Replies that come to be known."""

    def __init__(self) -> None:
        self.known: dict[str, Reply] = {}

    def reply_of(self, call: Call) -> Reply:
        """The reply to a call, if it is known."""
        if call.id not in self.known:
            raise NotKnown
        return self.known[call.id]


def spoken(call: Call) -> Reply:
    """The reply that any driver is given."""
    return Reply(text=f"to {call.id}")


@given(st.lists(st.lists(st.integers(0, 3), max_size=4), max_size=4))
def test_the_value_is_that_of_any_driver(rounds: list[list[int]]) -> None:
    """However often it is driven anew, with the replies to what it lacked."""
    book, driven = Book(), 0
    while True:
        found = known_so_far(plan(rounds), reply_of=book.reply_of)
        if isinstance(found, Returned):
            break
        assert found.calls
        assert not {call.id for call in found.calls} & book.known.keys()
        book.known |= {call.id: spoken(call) for call in found.calls}
        driven += 1
    assert found.value == run(plan(rounds), send=spoken, workers=2)
    assert driven == sum(max(lengths, default=0) for lengths in rounds)


def test_an_error_reaches_its_flow() -> None:
    """As from any driver: the flow may catch it."""

    def refused(call: Call) -> Reply:
        raise ModelRejected("no", call_id=call.id)

    assert known_so_far(plan([[2]]), reply_of=refused) == Returned([["ModelRejected", "ModelRejected"]])


def test_what_is_held_back_is_not_asked_for() -> None:
    """It waits for those of its round that are."""

    def reply_of(call: Call) -> Reply:
        raise HeldBack if call.id.startswith("0.1") else NotKnown

    found = known_so_far(plan([[1, 1]]), reply_of=reply_of)
    assert isinstance(found, Lacking)
    assert [call.id for call in found.calls] == ["0.0.0"]


def test_no_stage_can_catch_what_is_not_known() -> None:
    """`except Exception` in a stage does not see it."""

    def careless() -> Flow[str]:
        try:
            return (yield a_call("one")).text
        except Exception:  # noqa: BLE001 -- as a stage might
            return "caught"

    def of_one() -> Plan[list[str]]:
        return (yield from each([careless()]))

    assert isinstance(known_so_far(of_one(), reply_of=Book().reply_of), Lacking)


def test_a_model_that_raises_stop_iteration_is_named() -> None:
    """It is never taken for the end of a flow."""

    def ended(call: Call) -> Reply:
        raise StopIteration

    def of_one() -> Plan[str]:
        def one() -> Flow[str]:
            return (yield a_call("one")).text

        return (yield from each([one()]))[0]

    with pytest.raises(SummarizerError, match="StopIteration"):
        known_so_far(of_one(), reply_of=ended)
