"""Asks a model about claims: what each asserts, and whether the source entails it. The verdict is not its to give."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from summarizer.errors import ReplyIncomplete, SummarizerError
from summarizer.failure import Failure
from summarizer.flow import Flow
from summarizer.models.base import Call, Stage
from summarizer.prompting import fence_for, load_prompt
from summarizer.replies import KnownId, SentenceNumber, parse, schema_of
from summarizer.text.document import Document
from summarizer.text.span import Evidence, Span
from summarizer.verify.source import Page, Source
from summarizer.verify.verdict import Assertion, Check

# About 60 tokens an assertion, 4 assertions a claim, 5 claims a call, twice over for languages that need more.
_MAX_OUTPUT_TOKENS = 3000
# Bounds of the schema alone, where they stop a weak model from running on; a reply that holds more is read all the same.
_MOST_ASSERTIONS = 8
_MOST_SENTENCES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A claim to be judged, where its evidence may stand, and what the checks found."""

    id: str
    statement: str
    spans: tuple[Span, ...]
    checks: tuple[Check, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What the judge said of one claim; `correction` is its smallest edit, "" if it gave none."""

    assertions: tuple[Assertion, ...]
    correction: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The judgements of one call by claim id, the claims that got none, and what failed."""

    judgements: Mapping[str, Judgement]
    unjudged: Mapping[str, Failure]
    failures: tuple[Failure, ...]


class _WireAssertion(BaseModel):
    model_config = ConfigDict(extra="forbid", defer_build=True)
    text: str
    sentences: Annotated[list[SentenceNumber], Field(json_schema_extra={"maxItems": _MOST_SENTENCES})]
    relation: Literal["entailed", "contradicted", "not_stated"]


class _WireClaim(BaseModel):
    model_config = ConfigDict(extra="forbid", defer_build=True)
    id: KnownId
    assertions: Annotated[list[_WireAssertion], Field(json_schema_extra={"maxItems": _MOST_ASSERTIONS})]
    correction: str


class _WireJudgement(BaseModel):
    model_config = ConfigDict(extra="forbid", defer_build=True)
    claims: list[_WireClaim]


def judge(
    questions: Sequence[Question], *, source: Source, stage: Stage, call_id: str, chunk_id: str = ""
) -> Flow[Judged]:
    """One call about a few claims: each id asked is a key either of `judgements` or of `unjudged`.

    Args:
        questions: at most five claims of one neighbourhood read best (notes on verification, layer 2).
        source: what they are checked against.
        stage: under which stage the call is counted.
        call_id: the call's name in usage and failures.
        chunk_id: the chunk that the claims were drafted from, to be shown whole; "" if they were not.
    """
    page = source.page([span for question in questions for span in question.spans], chunk_id=chunk_id)
    call = _call(questions, page=page, stage=stage, call_id=call_id)
    asked = ", ".join(question.id for question in questions)
    try:
        reply = parse((yield call), call=call, shape=_WireJudgement)
    except SummarizerError as error:
        failure = Failure.of(error, stage=stage, call_id=call_id, lost=f"the judgement of {asked}")
        return Judged(judgements={}, unjudged={q.id: failure for q in questions}, failures=(failure,))
    return _joined(reply.claims, questions=questions, document=source.document, page=page, call=call)


def _call(questions: Sequence[Question], *, page: Page, stage: Stage, call_id: str) -> Call:
    claims = "\n".join(
        json.dumps({"id": q.id, "claim": q.statement, "check": _questions(q.checks)}, ensure_ascii=False)
        for q in questions
    )
    prompt = load_prompt("judge.v1")
    ids = [question.id for question in questions]
    messages = prompt.render(
        fence=fence_for(page.opening, avoiding=[page.rest, claims]),
        source=page.opening + page.rest,
        claims=claims,
        ids=", ".join(ids),
        last=str(len(page.units)),
    )
    return Call(
        id=call_id,
        stage=stage,
        messages=messages,
        schema_name="judgement",
        schema=schema_of(_WireJudgement, numbers=[unit.number for unit in page.units], ids=ids),
        max_output_tokens=_MAX_OUTPUT_TOKENS,
        prompt_id=prompt.id,
        prompt_sha256=prompt.sha256,
    )


def _questions(checks: Sequence[Check]) -> list[str]:
    """The findings as questions, so that the judge looks there and is not told the answer."""
    return [f"Is {check.kind} “{check.item}” stated just so?" for check in checks if check.found != "in_span"]


def _joined(
    claims: Sequence[_WireClaim],
    *,
    questions: Sequence[Question],
    document: Document,
    page: Page,
    call: Call,
) -> Judged:
    asked = {question.id for question in questions}
    seen = Counter(claim.id for claim in claims)
    wrong = [f"{i} is unknown" for i in seen if i not in asked]
    wrong += [f"{i} is answered {n} times" for i, n in seen.items() if i in asked and n > 1]
    wrong += [f"{i} is not answered" for i in sorted(asked - seen.keys())]
    judgements = {
        claim.id: Judgement(
            assertions=tuple(_assertion(a, document=document, page=page) for a in claim.assertions),
            correction=claim.correction.strip(),
        )
        for claim in claims
        if claim.id in asked and seen[claim.id] == 1
    }
    if not wrong:
        return Judged(judgements=judgements, unjudged={}, failures=())
    error = ReplyIncomplete(f"the judge's reply does not match what was asked: {'; '.join(wrong)}", call_id=call.id)
    left = sorted(asked - judgements.keys())
    lost = f"the judgement of {', '.join(left)}" if left else "nothing that was asked for"
    failure = Failure.of(error, stage=call.stage, call_id=call.id, lost=lost)
    return Judged(judgements=judgements, unjudged=dict.fromkeys(left, failure), failures=(failure,))


def _assertion(wire: _WireAssertion, *, document: Document, page: Page) -> Assertion:
    """The assertion with its spans; one that names a sentence that was not shown, or none, entails nothing."""
    numbers = dict.fromkeys(wire.sentences)
    known = [number for number in numbers if 1 <= number <= len(page.units)]
    evidence = tuple(Evidence.cut(document.text, page.units[number - 1].span) for number in sorted(known))
    sound = wire.relation == "not_stated" or (known and len(known) == len(numbers))
    return Assertion(text=wire.text, relation=wire.relation if sound else "not_stated", evidence=evidence)
