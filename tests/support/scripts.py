"""Scripts for the scripted model that read a call as a model would, and answer by a rule that the test knows."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import cast

from summarizer.calls.call import Call
from summarizer.calls.prompts import load_prompt

_LINE = re.compile(r"^\[(\d+)\] (.*)$", re.MULTILINE)


def lines_of(call: Call) -> dict[int, str]:
    """The numbered sentences that a call shows."""
    return {int(number): text for number, text in _LINE.findall(call.messages[-1].content)}


def json_lines_of(call: Call) -> list[dict[str, object]]:
    """The claims or facts that a call shows as JSON, one a line."""
    lines = [line for line in call.messages[-1].content.split("\n") if line.startswith('{"id"')]
    return [cast("dict[str, object]", json.loads(line)) for line in lines]


def best_line(call: Call, text: str) -> int:
    """The number of the shown sentence that shares most words with a text."""
    wanted = set(text.lower().split())
    lines = lines_of(call)

    def shared(number: int) -> int:
        return len(wanted.intersection(lines[number].lower().split()))

    return max(lines, key=shared)


def honest(
    *,
    reword: Callable[[str], str] = lambda text: text,
    every: int = 3,
    relation: Callable[[str], str] = lambda text: "entailed",
    correction: Callable[[str], str] = lambda text: "",
) -> Callable[[Call], dict[str, object]]:
    """A script that drafts every third sentence, judges by `relation`, and writes each fact as one sentence.

    It keeps the order of the facts when it arranges them, in as many groups as are asked for.

    Args:
        reword: what a drafted statement makes of its sentence.
        every: how many sentences go by for one fact.
        relation: what the judge says of a claim.
        correction: how the judge would mend a claim.
    """

    def script(call: Call) -> dict[str, object]:
        if call.prompt_id in _WRITERS:
            return _WRITERS[call.prompt_id](call)
        if call.stage == "extract":
            return {"facts": drafted(call), "missing": []}
        if call.stage == "brief":
            chunk = load_prompt("brief.v2").values_of(call.messages)["chunk"]
            facts = drafted(call)
            told = [
                _told(f"{chunk}.{place}", fact["statement"], fact["sentences"]) for place, fact in enumerate(facts, 1)
            ]
            return {"facts": facts, **_summary_of(told), "missing": []}
        return {"claims": [_judgement_of(call, claim) for claim in json_lines_of(call)]}

    def drafted(call: Call) -> list[dict[str, object]]:
        picked = list(lines_of(call).items())[1::every]
        return [{"statement": reword(text), "sentences": [number], "importance": 3} for number, text in picked]

    def _judgement_of(call: Call, claim: dict[str, object]) -> dict[str, object]:
        text = str(claim["claim"])
        if text.startswith("About "):
            return {"id": claim["id"], "assertions": [], "correction": ""}
        said = relation(text)
        numbers = [] if said == "not_stated" else [best_line(call, text)]
        return {
            "id": claim["id"],
            "assertions": [{"text": text, "sentences": numbers, "relation": said}],
            "correction": correction(text),
        }

    return script


def _told(fact_id: object, statement: object, numbers: object) -> dict[str, object]:
    """A fact as a sentence of a summary, with what it stands on."""
    return {"text": statement, "facts": [fact_id], "sentences": numbers, "alone": ""}


def _summary_of(sentences: list[dict[str, object]]) -> dict[str, object]:
    lead, rest = sentences[:2], sentences[2:]
    parts = [_part("", lead), *([_part("About the rest", rest)] if rest else [])]
    return {"headline": "", "parts": parts}


def _part(title: str, sentences: list[dict[str, object]]) -> dict[str, object]:
    return {"title": title, "blocks": [{"bullets": False, "sentences": sentences}]}


def _summary_in_reply(call: Call) -> dict[str, object]:
    return _summary_of([_told(fact["id"], fact["fact"], fact["sentences"]) for fact in json_lines_of(call)])


def _part_in_reply(call: Call) -> dict[str, object]:
    """The lead or a section of as many sentences as are asked for."""
    most = int(load_prompt("part.v2").values_of(call.messages)["sentences"])
    told = []
    for fact in json_lines_of(call)[:most]:
        numbers = [int(number) for number in cast("dict[str, str]", fact["sentences"])]
        told.append(_told(fact["id"], fact["fact"], numbers))
    return _part("About the article" if call.id == "write:1" else f"About part {call.id.rpartition(':')[2]}", told)


def _arrangement_in_reply(call: Call) -> dict[str, object]:
    """The facts in their order, cut into stretches of it."""
    values = load_prompt("arrange.v1").values_of(call.messages)
    ids = [str(fact["id"]) for fact in json_lines_of(call)]
    size = max(1, -(-len(ids) // max(1, int(values["sections"]))))
    stretches = [ids[start : start + size] for start in range(0, len(ids), size)]
    groups = [{"title": f"About group {number}", "facts": stretch} for number, stretch in enumerate(stretches, 1)]
    return {"order": ids[: int(values["count"])], "groups": groups, "same": [], "updated": []}


_WRITERS: dict[str, Callable[[Call], dict[str, object]]] = {
    "arrange.v1": _arrangement_in_reply,
    "part.v2": _part_in_reply,
    "write.v3": _summary_in_reply,
}
