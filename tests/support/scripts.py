"""Scripts for the scripted model that read a call as a model would, and answer by a rule that the test knows."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import cast

from summarizer.calls.call import Call

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

    Args:
        reword: what a drafted statement makes of its sentence.
        every: how many sentences go by for one fact.
        relation: what the judge says of a claim.
        correction: how the judge would mend a claim.
    """

    def script(call: Call) -> dict[str, object]:
        if call.stage == "extract":
            drafted = []
            for number, text in list(lines_of(call).items())[1::every]:
                drafted.append({"statement": reword(text), "sentences": [number], "importance": 3})
            return {"facts": drafted}
        if call.stage == "write":
            return _summary_of([(str(fact["id"]), str(fact["fact"])) for fact in json_lines_of(call)])
        return {"claims": [_judgement_of(call, claim) for claim in json_lines_of(call)]}

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


def _summary_of(facts: list[tuple[str, str]]) -> dict[str, object]:
    sentences = [{"text": text, "facts": [fact_id]} for fact_id, text in facts]
    lead, rest = sentences[:2], sentences[2:]
    sections = []
    if rest:
        sections.append({"title": "About the rest", "paragraphs": [{"sentences": rest}], "bullets": []})
    return {"headline": "About the article", "lead": [{"sentences": lead}], "sections": sections}
