"""Asks a model about claims: what each asserts, and whether the source entails it. The verdict is not its to give."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from summarizer.calls.ask import ASK_PROMPTS, ask, repair_call, runs_on, wider
from summarizer.calls.call import Answerer, Call, Reply, Stage
from summarizer.calls.flow import Flow
from summarizer.calls.prompts import fence_for, load_prompt
from summarizer.calls.replies import kept_items
from summarizer.calls.schemas import KnownId, SentenceNumber, schema_of
from summarizer.calls.stand_ins import corrected, is_overstated, restated_in
from summarizer.calls.task import Scenario, Task
from summarizer.document.document import Document
from summarizer.document.listing import read_listing
from summarizer.errors import ContextOverflow, ReplyIncomplete, ReplyMalformed, ReplyTruncated, SummarizerError
from summarizer.failure import Failure
from summarizer.text.span import Evidence, Span
from summarizer.verification.judging.source import Page, Source
from summarizer.verification.verdict import Assertion, Check

# About 60 tokens an assertion, 4 assertions a claim, 5 claims a call, twice over for languages that need more.
_MAX_OUTPUT_TOKENS = 3000
# Bounds of the schema alone, where they stop a weak model from running on; a reply that holds more is read as it is.
_MOST_ASSERTIONS = 8
_MOST_SENTENCES = 4


JudgePrompt: TypeAlias = Literal["judge.v1", "doubt.v1"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A claim to be judged, where its evidence may stand, what the checks found, and the sentence before it, if any."""

    id: str
    statement: str
    spans: tuple[Span, ...]
    checks: tuple[Check, ...]
    before: str = ""


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
    questions: Sequence[Question],
    *,
    source: Source,
    stage: Stage,
    call_id: str,
    chunk_id: str = "",
    prompt_id: JudgePrompt = "judge.v1",
    role: Answerer = "main",
) -> Flow[Judged]:
    """One call about a few claims: each id asked is a key either of `judgements` or of `unjudged`.

    An answer that cannot be read is repaired once. The claims that an answer left out, repeated or lost to its limit
    are asked again once, together. Where page or claims do not fit the model's context, they are made fewer.

    Args:
        questions: at most five claims of one neighbourhood read best: one claim a call judges best (HalluMeasure, EMNLP
            2024), and five keep most of that at a fifth of the price.
        source: what they are checked against.
        stage: under which stage the call is counted.
        call_id: the call's name in usage and failures.
        chunk_id: the chunk that the claims were drafted from, to be shown whole; "" if they were not.
        prompt_id: the words to ask with: "judge.v1", or "doubt.v1" for a second look that has to find faults.
        role: which model is to answer.
    """
    page = source.page([span for question in questions for span in question.spans], chunk_id=chunk_id)
    call = _call(questions, page=page, stage=stage, call_id=call_id, prompt_id=prompt_id, role=role)
    cut: ReplyTruncated | None = None
    overflow: ContextOverflow | None = None
    try:
        claims = (yield from ask(call, shape=_WireJudgement)).claims
    except ReplyTruncated as error:
        cut, claims = error, kept_items(error, key="claims", shape=_WireClaim)
    except ContextOverflow as error:
        overflow = error
    except SummarizerError as error:
        return _unjudged(questions, error=error, call=call)
    if overflow is not None:
        smaller = _smaller(questions, call_id=call_id, chunk_id=chunk_id)
        if not smaller:
            return _unjudged(questions, error=overflow, call=call)
        parts = []
        for part, part_id in smaller:
            parts.append(
                (yield from judge(part, source=source, stage=stage, call_id=part_id, prompt_id=prompt_id, role=role))
            )
        return _together(parts)
    first = _joined(claims, questions=questions, document=source.document, page=page, call=call)
    left = [question for question in questions if question.id not in first.judgements]
    if not left:
        return first
    first = replace(first, unjudged={}, failures=())
    if cut is not None and runs_on(cut, kept=claims):
        return _together([first, _unjudged(left, error=cut, call=call)])
    again = _call(left, page=page, stage=stage, call_id=f"{call_id}:again", prompt_id=prompt_id, role=role)
    again = wider(again, cut=cut) if cut else _other(again, than=call, left=left, claims=claims)
    try:
        claims = (yield from ask(again, shape=_WireJudgement)).claims
    except SummarizerError as error:
        second = _unjudged(left, error=error, call=call)
    else:
        second = _joined(claims, questions=left, document=source.document, page=page, call=call)
    return _together([first, second])


def _other(again: Call, *, than: Call, left: Sequence[Question], claims: Sequence[_WireClaim]) -> Call:
    """The call about the claims left; where those are all, with what was wrong, as the same call has the same reply."""
    if again.messages != than.messages:
        return again
    missing = ", ".join(question.id for question in left)
    raw = _WireJudgement(claims=list(claims)).model_dump_json()
    fault = f"it holds no judgement, or more than one, of these ids: {missing}"
    repair = repair_call(than, ReplyMalformed(fault, raw=raw, fault=fault))
    return replace(repair, id=again.id)


def _smaller(questions: Sequence[Question], *, call_id: str, chunk_id: str) -> list[tuple[Sequence[Question], str]]:
    """What to ask where a call does not fit the model's context: without the chunk around it, or half at a time."""
    if chunk_id:
        return [(questions, f"{call_id}:window")]
    half = len(questions) // 2
    return [(questions[:half], f"{call_id}a"), (questions[half:], f"{call_id}b")] if half else []


def _unjudged(questions: Sequence[Question], *, error: SummarizerError, call: Call) -> Judged:
    asked = ", ".join(question.id for question in questions)
    failure = Failure.of(error, stage=call.stage, call_id=call.id, lost=f"the judgement of {asked}")
    return Judged(judgements={}, unjudged={question.id: failure for question in questions}, failures=(failure,))


def _together(parts: Sequence[Judged]) -> Judged:
    """What several calls came to, whose claims differ."""
    return Judged(
        judgements={claim_id: judgement for part in parts for claim_id, judgement in part.judgements.items()},
        unjudged={claim_id: failure for part in parts for claim_id, failure in part.unjudged.items()},
        failures=tuple(failure for part in parts for failure in part.failures),
    )


def _call(
    questions: Sequence[Question], *, page: Page, stage: Stage, call_id: str, prompt_id: JudgePrompt, role: Answerer
) -> Call:
    claims = "\n".join(json.dumps(_asked(question), ensure_ascii=False) for question in questions)
    prompt = load_prompt(prompt_id)
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
        role=role,
    )


def _asked(question: Question) -> dict[str, object]:
    before = {"before": question.before} if question.before else {}
    return {"id": question.id, **before, "claim": question.statement, "check": _questions(question.checks)}


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
            correction=" ".join(claim.correction.split()),
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


def _stand_in(call: Call, scenario: Scenario) -> Reply:
    """A judgement of every claim: all of it entailed, or, where the scenario refuses it here, corrected."""
    prompt_id: JudgePrompt = "doubt.v1" if call.prompt_id == "doubt.v1" else "judge.v1"
    values = load_prompt(prompt_id).values_of(call.messages)
    shown = read_listing(values["source"])
    judged = []
    for line in values["claims"].split("\n"):
        asked = json.loads(line)
        claim = asked["claim"]
        refused = scenario.refused_at == prompt_id and is_overstated(claim)
        found = _stand_in_assertions(claim, shown=shown, refused=refused)
        judged.append(_WireClaim(id=asked["id"], assertions=found, correction=corrected(claim) if refused else ""))
    return Reply(text=_WireJudgement(claims=judged).model_dump_json())


def _stand_in_assertions(claim: str, *, shown: Mapping[int, str], refused: bool) -> list[_WireAssertion]:
    """The claim whole and again in two halves, about as much as a judge lists; none for a title that claims nothing."""
    number = restated_in(claim, shown.items())
    if number is None:
        return []
    middle = len(claim) // 2
    parts = [claim, claim[:middle], claim[middle:]]
    if refused:
        return [_WireAssertion(text=part, sentences=[], relation="not_stated") for part in parts]
    return [_WireAssertion(text=part, sentences=[number], relation="entailed") for part in parts]


JUDGE_ASSERTIONS: Final = Task(
    stages=("judge_facts", "judge_summary", "judge_claims"),
    prompts=("judge.v1", "doubt.v1"),
    follow_ups=ASK_PROMPTS,
    stand_in=_stand_in,
)
