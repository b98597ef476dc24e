"""The facts of a long text in the order and groups of who saw them all, and what each says again or overtakes."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scripts import json_lines_of
from stepping import insist, step

from summarizer.calls.call import Reply
from summarizer.document.document import Document
from summarizer.errors import ModelUnavailable, SummarizerError
from summarizer.facts.arrange import FACTS_PER_CALL, Arrangement, FactGroup, arranging_call, arranging_flows
from summarizer.facts.fact import DraftedFact
from summarizer.facts.wishes import Wishes

DOCUMENT = Document.of(
    """# The mills of Orsk

## Closure

The mill of Orsk closed in 2021. Its owner left.

## Return

The mill opened again in 2024. A bakery rents its yard.
""",
    format="markdown",
)
BODY = [one.body for one in DOCUMENT.sentences if DOCUMENT.prose(one.body).endswith(".")]
IDS = ["c1.1", "c1.2", "c2.1", "c2.2"]
WEIGHTS = [0.4, 0.2, 1.0, 0.2]
FACTS = [
    DraftedFact(id=one, chunk_id=one[:2], statement=DOCUMENT.prose(span), cited=(span,), importance=weight)
    for one, span, weight in zip(IDS, BODY, WEIGHTS, strict=True)
]


def arranged(
    *,
    order: list[str] | None = None,
    groups: list[tuple[str, list[str]]] | None = None,
    same: list[list[str]] | None = None,
    updated: list[tuple[str, str]] | None = None,
) -> Arrangement:
    """What a reply with these parts comes to."""
    reply = {
        "order": order or [],
        "groups": [{"title": title, "facts": ids} for title, ids in groups or []],
        "same": [{"facts": ids} for ids in same or []],
        "updated": [{"fact": one, "by": by} for one, by in updated or []],
    }
    (flow,) = arranging_flows(FACTS, document=DOCUMENT, most=3, sections=2, wishes=Wishes())
    return step(flow, reply).value


def test_the_order_holds_known_facts_each_once() -> None:
    """An invented id is left out, a repeated one counts where it stood first."""
    assert arranged(order=["c2.1", "c9.9", "c1.1", "c2.1"]).order == ("c2.1", "c1.1")


def test_a_fact_is_told_in_one_group() -> None:
    """It stays in the first that has it; unknown ids go, and so do groups that are left empty."""
    found = arranged(groups=[("End", ["c1.1", "x"]), ("Again", ["c1.1"]), ("Rest", ["c1.1", "c2.2", "c1.2"])])
    assert [group.fact_ids for group in found.groups] == [("c1.1",), ("c2.2", "c1.2")]


def test_a_title_of_a_group_is_one_line() -> None:
    """White space in it is folded."""
    assert arranged(groups=[(" The\n end ", ["c1.1"])]).groups == (FactGroup(title="The end", fact_ids=("c1.1",)),)


def test_of_facts_that_say_the_same_the_weightiest_stays() -> None:
    """The others name it, also where two lists share a fact; a list of strangers or of one fact says nothing."""
    assert arranged(same=[["c1.1", "c2.1", "x"], ["c1.2"], ["y", "z"]]).same == {"c1.1": "c2.1"}
    assert arranged(same=[["c1.1", "c1.2"], ["c1.2", "c2.1"]]).same == {"c1.1": "c2.1", "c1.2": "c2.1"}


def test_only_a_later_fact_overtakes_one() -> None:
    """What stands before a fact in the text cannot correct it, nor can a fact itself or one that does not exist."""
    pairs = [("c1.1", "c2.1"), ("c2.2", "c1.2"), ("c1.2", "c1.2"), ("c2.1", "x"), ("x", "c2.1")]
    assert arranged(updated=pairs).updated == {"c1.1": "c2.1"}


def test_what_another_says_again_or_overtakes_is_passed_over() -> None:
    """With the id of the one that stands in its place, if that holds."""
    found = arranged(same=[["c2.1", "c2.2"]], updated=[("c1.1", "c2.1")])
    assert found.passed_over(IDS) == {"c1.1": "c2.1", "c2.2": "c2.1"}
    assert found.passed_over(["c1.1", "c2.2"]) == {}


def test_where_the_weightiest_of_alike_facts_fails_another_stands_in_for_all() -> None:
    """Of three that say the same two hold: one of them is told, once."""
    found = arranged(same=[["c1.1", "c1.2", "c2.1"]])
    assert found.passed_over(["c1.1", "c1.2"]) == {"c1.2": "c1.1"}


def test_facts_that_are_said_to_be_alike_and_overtaken_leave_one() -> None:
    """Whoever calls two facts the same and one of them outdated does not make both go."""
    assert arranged(same=[["c2.1", "c1.1"]], updated=[("c2.1", "c2.2"), ("c1.1", "c2.1")]).passed_over(IDS) == {
        "c1.1": "c2.1",
        "c2.1": "c2.2",
    }
    assert arranged(same=[["c1.2", "c1.1"]], updated=[("c1.1", "c1.2")]).passed_over(IDS) == {"c1.1": "c1.2"}


PAIRS = st.dictionaries(st.sampled_from(IDS), st.sampled_from(IDS))


@given(st.lists(st.lists(st.sampled_from(IDS))), PAIRS, st.sets(st.sampled_from(IDS)))
def test_what_is_passed_over_ends_at_a_fact_that_stays(
    same: list[list[str]], updated: dict[str, str], held: set[str]
) -> None:
    """Whatever a model says of some facts, one that holds stays, and who follows the ids comes to it."""
    passed_over = arranged(same=same, updated=list(updated.items())).passed_over(held)
    assert passed_over.keys() < held or not held
    for instead in passed_over.values():
        at = instead
        for _ in IDS:
            at = passed_over.get(at, at)
        assert at in held - passed_over.keys()


@pytest.mark.parametrize(
    ("reply", "error"), [(Reply(text="no"), "ReplyMalformed"), (ModelUnavailable("down"), "ModelUnavailable")]
)
def test_without_an_answer_nothing_is_arranged_and_that_is_said(reply: Reply | SummarizerError, error: str) -> None:
    """The arrangement is empty, and its failure names what is lost."""
    (flow,) = arranging_flows(FACTS, document=DOCUMENT, most=3, sections=2, wishes=Wishes())
    found = insist(flow, reply).value
    assert (found.order, found.groups, found.passed_over(IDS)) == ((), (), {})
    (failure,) = found.failures
    assert (failure.error, failure.stage, failure.call_id) == (error, "arrange", "arrange:1")
    assert "the order of the facts" in failure.lost


def test_the_call_shows_each_fact_with_its_place_between_the_fences() -> None:
    """Facts, their headings and the title of the text are data; counts, language and wishes stand behind them."""
    wishes = Wishes(language="German", focus="the bakery")
    call = arranging_call(FACTS, 1, document=DOCUMENT, most=3, sections=2, wishes=wishes)
    assert json_lines_of(call)[1] == {"id": "c1.2", "place": "Closure", "fact": "Its owner left."}
    words = call.messages[-1].content
    fence = words.partition("\n")[0]
    _, inside, task = words.split(fence)
    assert "[title] The mills of Orsk" in inside
    assert "Orsk" not in task
    for wanted in ("at most 3 facts", "at most 2 groups", "German", wishes.as_words()):
        assert wanted in task
    assert json.dumps(IDS) in json.dumps(call.schema)
    assert (call.id, call.stage, call.prompt_id) == ("arrange:1", "arrange", "arrange.v1")


def test_a_fact_without_a_place_or_a_heading_has_its_part() -> None:
    """Where the text has no headings the number of the part tells where a fact stands."""
    plain = Document.of("It rained. It snowed.")
    facts = [
        DraftedFact(id="c3.1", chunk_id="c3", statement="a", cited=(plain.sentences[0].body,), importance=1),
        DraftedFact(id="c4.1", chunk_id="c4", statement="b", cited=(), importance=1),
    ]
    call = arranging_call(facts, 1, document=plain, most=1, sections=1, wishes=Wishes())
    assert [line["place"] for line in json_lines_of(call)] == ["part 3", "part 4"]


def test_very_many_facts_are_arranged_stretch_by_stretch() -> None:
    """No call has more than its share of them; each fact is in one call, and the sections are shared out."""
    facts = [
        DraftedFact(id=f"c1.{n}", chunk_id="c1", statement="a", cited=(BODY[0],), importance=1)
        for n in range(FACTS_PER_CALL * 2 + 1)
    ]
    flows = arranging_flows(facts, document=DOCUMENT, most=9, sections=6, wishes=Wishes())
    calls = [insist(flow, ModelUnavailable("down")).calls[0] for flow in flows]
    shown = [[line["id"] for line in json_lines_of(call)] for call in calls]
    assert [len(ids) for ids in shown] == [FACTS_PER_CALL, FACTS_PER_CALL, 1]
    assert [one for ids in shown for one in ids] == [fact.id for fact in facts]
    assert len({call.id for call in calls}) == 3
    assert all("at most 2 groups" in call.messages[-1].content for call in calls)
    assert arranging_flows([], document=DOCUMENT, most=9, sections=6, wishes=Wishes()) == []


@given(st.lists(st.lists(st.integers(0, 99), unique=True, max_size=5), max_size=4))
def test_stretches_take_turns_in_a_joined_order(orders: list[list[int]]) -> None:
    """The first of each stretch stands before the second of any, and nothing is lost."""
    parts = [
        Arrangement(order=tuple(f"c{part}.{one}" for one in order), same={f"c{part}.x": f"c{part}.y"}, updated={})
        for part, order in enumerate(orders)
    ]
    found = Arrangement.joined(parts)
    place = {fact_id: rank for part in parts for rank, fact_id in enumerate(part.order)}
    assert [place[fact_id] for fact_id in found.order] == sorted(place.values())
    assert found.same == {f"c{part}.x": f"c{part}.y" for part in range(len(orders))}


def test_a_bad_group_is_named_and_the_rest_counts() -> None:
    """The order and the other groups stay."""
    groups = [{"title": "A", "facts": ["c1.1"]}, {"title": 7}]
    (flow,) = arranging_flows(FACTS, document=DOCUMENT, most=3, sections=2, wishes=Wishes())
    found = step(flow, {"order": ["c1.1"], "groups": groups, "same": [], "updated": []}).value
    assert (found.order, [group.title for group in found.groups]) == (("c1.1",), ["A"])
    assert [failure.lost for failure in found.failures] == ["a part of the order of the facts"]
