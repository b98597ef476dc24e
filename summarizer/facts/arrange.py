"""Asks a model to order and group the facts of a text that was read in parts; code does it where no answer comes.

flows = arranging_flows(facts, document=document, most=12, sections=4, wishes=Wishes())
arrangement = Arrangement.joined((yield from each(flows)))
arrangement.order    ->  ("c3.1", "c1.2", …), the most important of the whole text first
arrangement.groups   ->  (FactGroup(title="The flood", fact_ids=("c1.2", …)), …)
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field

from summarizer.calls.ask import ASK_PROMPTS, ask
from summarizer.calls.call import Call, Reply
from summarizer.calls.flow import Flow
from summarizer.calls.prompts import fence_for, load_prompt
from summarizer.calls.schemas import KnownId, schema_of
from summarizer.calls.task import Scenario, Task
from summarizer.document.document import Document
from summarizer.errors import SummarizerError
from summarizer.facts.fact import DraftedFact
from summarizer.facts.wishes import Wishes
from summarizer.failure import Failure

# Facts in a call: at about 50 tokens each it is as long as an article that is read in one piece.
FACTS_PER_CALL: Final = 160
# About 10 tokens an id, twice over, and titles.
_OUTPUT_TOKENS_A_FACT: Final = 24
_OUTPUT_TOKENS_BESIDE: Final = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class FactGroup:
    """Facts that are told together, in the order of telling; `title` is not checked yet."""

    title: str
    fact_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """How the facts of a whole text stand to each other; ids that do not exist are left out.

    Attributes:
        order: what must be known, the most important first.
        groups: what is told together, in the order of telling; a fact is in one at most.
        same: by the id of a fact that of the weightiest which says the same; that one has no entry itself.
        updated: by the id of a fact that of the later one which overtakes it.
        failures: why there is less of this than was asked for.
    """

    order: tuple[str, ...] = ()
    groups: tuple[FactGroup, ...] = ()
    same: Mapping[str, str]
    updated: Mapping[str, str]
    failures: tuple[Failure, ...] = ()

    @classmethod
    def joined(cls, parts: Sequence[Arrangement]) -> Arrangement:
        """Arrangements of different stretches as one: of each the first, then of each the second, and so on."""
        longest = max((len(part.order) for part in parts), default=0)
        rounds = (part.order[place : place + 1] for place in range(longest) for part in parts)
        return cls(
            order=tuple(chain.from_iterable(rounds)),
            groups=tuple(chain.from_iterable(part.groups for part in parts)),
            same={fact_id: other for part in parts for fact_id, other in part.same.items()},
            updated={fact_id: later for part in parts for fact_id, later in part.updated.items()},
            failures=tuple(chain.from_iterable(part.failures for part in parts)),
        )

    def passed_over(self, held: Collection[str]) -> dict[str, str]:
        """The facts that another one says again or overtakes, with that one's id: following the ids, one that stays.

        Only what holds takes another's place: of facts that say the same one always stays.

        Args:
            held: the ids of the facts that hold.
        """
        overtaken = ((one, later) for one, later in self.updated.items() if one in held and later in held)
        found: dict[str, str] = {}
        for fact_id, instead in chain(overtaken, self._alike(held)):
            if fact_id not in found and _end_of(instead, found) != fact_id:
                found[fact_id] = instead
        return found

    def _alike(self, held: Collection[str]) -> Iterable[tuple[str, str]]:
        """Each fact that holds and says the same as a weightier one that does, with the weightiest."""
        alike: dict[str, list[str]] = {}
        for fact_id, first in self.same.items():
            alike.setdefault(first, [first]).append(fact_id)
        for group in alike.values():
            standing = [fact_id for fact_id in group if fact_id in held]
            yield from ((fact_id, standing[0]) for fact_id in standing[1:])


class _Wire(BaseModel):
    model_config = ConfigDict(extra="forbid", defer_build=True)


class _WireGroup(_Wire):
    title: str
    facts: list[KnownId]


class _WireSame(_Wire):
    facts: list[KnownId]


class _WireUpdate(_Wire):
    fact: KnownId
    by: KnownId


class _WireArrangement(_Wire):
    order: list[KnownId]
    groups: Annotated[list[_WireGroup], Field(json_schema_extra={"maxItems": 12})]
    same: list[_WireSame]
    updated: list[_WireUpdate]


def arranging_flows(
    facts: Sequence[DraftedFact], *, document: Document, most: int, sections: int, wishes: Wishes
) -> list[Flow[Arrangement]]:
    """The flows that arrange the facts of a document: one, or for very many one for each stretch of it, side by side.

    Args:
        facts: what was drafted, in the order of the document.
        document: whose facts they are.
        most: how many must be known at most.
        sections: groups at most.
        wishes: what the reader wants.
    """
    stretches = [facts[start : start + FACTS_PER_CALL] for start in range(0, len(facts), FACTS_PER_CALL)]
    share = max(1, round(sections / len(stretches))) if stretches else sections
    return [
        _arrange(
            arranging_call(stretch, number, document=document, most=most, sections=share, wishes=wishes),
            stretch,
            document,
        )
        for number, stretch in enumerate(stretches, start=1)
    ]


def arranging_call(
    facts: Sequence[DraftedFact], number: int, *, document: Document, most: int, sections: int, wishes: Wishes
) -> Call:
    """The call about one stretch of facts."""
    listing = "\n".join(_listed(fact, document) for fact in facts)
    title = " ".join((document.title or "(none)").split())
    prompt = load_prompt("arrange.v1")
    messages = prompt.render(
        fence=fence_for(listing, avoiding=[title]),
        facts=listing,
        title=title,
        count=str(most),
        sections=str(sections),
        language=wishes.written_in,
        wishes=wishes.as_words(),
    )
    return Call(
        id=f"arrange:{number}",
        stage="arrange",
        messages=messages,
        schema_name="arrangement",
        schema=schema_of(_WireArrangement, ids=[fact.id for fact in facts]),
        max_output_tokens=_OUTPUT_TOKENS_BESIDE + _OUTPUT_TOKENS_A_FACT * len(facts),
        prompt_id=prompt.id,
        prompt_sha256=prompt.sha256,
    )


def _listed(fact: DraftedFact, document: Document) -> str:
    heading = document.heading_above(document.sentence_at(fact.cited[0].start)) if fact.cited else None
    place = document.prose(document.body_of(heading)) if heading else f"part {fact.chunk_id.lstrip('c')}"
    return json.dumps({"id": fact.id, "place": place, "fact": fact.statement}, ensure_ascii=False)


def _arrange(call: Call, facts: Sequence[DraftedFact], document: Document) -> Flow[Arrangement]:
    known = {fact.id: fact for fact in facts}
    try:
        answer = yield from ask(call, shape=_WireArrangement)
    except SummarizerError as error:
        lost = "the order of the facts by the whole text: they stand by what each part took for important"
        return Arrangement(
            same={}, updated={}, failures=(Failure.of(error, stage=call.stage, call_id=call.id, lost=lost),)
        )
    reply = answer.value
    return Arrangement(
        order=tuple(_known(reply.order, known)),
        groups=tuple(_groups(reply.groups, known)),
        same=_same(reply.same, known),
        updated={
            one.fact: one.by
            for one in reply.updated
            if one.fact in known and one.by in known and _is_later(known[one.by], known[one.fact], document)
        },
        failures=answer.failures(call, lost="a part of the order of the facts"),
    )


def _known(ids: Iterable[str], known: Mapping[str, DraftedFact]) -> list[str]:
    return [fact_id for fact_id in dict.fromkeys(ids) if fact_id in known]


def _groups(groups: Sequence[_WireGroup], known: Mapping[str, DraftedFact]) -> Iterable[FactGroup]:
    taken: set[str] = set()
    for group in groups:
        ids = [fact_id for fact_id in _known(group.facts, known) if fact_id not in taken]
        taken.update(ids)
        if ids:
            yield FactGroup(title=" ".join(group.title.split()), fact_ids=tuple(ids))


def _same(same: Sequence[_WireSame], known: Mapping[str, DraftedFact]) -> dict[str, str]:
    """Each fact that says what a weightier one of its list says, with that one's id; lists that share one are one."""
    firsts: dict[str, str] = {}
    for one in same:
        ids = list(dict.fromkeys(_end_of(fact_id, firsts) for fact_id in _known(one.facts, known)))
        if ids:
            first = max(ids, key=lambda fact_id: known[fact_id].importance)
            firsts |= {fact_id: first for fact_id in ids if fact_id != first}
    return {fact_id: _end_of(fact_id, firsts) for fact_id in firsts}


def _end_of(fact_id: str, instead: Mapping[str, str]) -> str:
    """The fact that stands in the end, where each in a chain stands in for the one before."""
    while fact_id in instead:
        fact_id = instead[fact_id]
    return fact_id


def _is_later(one: DraftedFact, other: DraftedFact, document: Document) -> bool:
    """Whether a fact stands later in the text than another, and in the same source: no source overtakes another."""
    if not one.cited or not other.cited:
        return False
    at, before = one.cited[0].start, other.cited[0].start
    return at > before and document.part_at(at) == document.part_at(before)


def _stand_in(call: Call, _scenario: Scenario) -> Reply:
    """The facts in their order, in as many groups as are asked for."""
    values = load_prompt("arrange.v1").values_of(call.messages)
    ids = [json.loads(line)["id"] for line in values["facts"].split("\n")]
    count = min(int(values["sections"]), len(ids))
    groups = [_WireGroup(title="The text", facts=ids[place::count]) for place in range(count)]
    reply = _WireArrangement(order=ids[: int(values["count"])], groups=groups, same=[], updated=[])
    return Reply(text=reply.model_dump_json())


ARRANGE_FACTS: Final = Task(stages=("arrange",), prompts=("arrange.v1",), follow_ups=ASK_PROMPTS, stand_in=_stand_in)
