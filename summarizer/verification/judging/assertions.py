"""Asks a model what each claim asserts, and whether the source entails it; the verdict is not the model's to give.

judged = yield from judge_assertions([Question(id="f1", statement="A ferry sank.", …)], source=source, …)
judged.by_claim["f1"].assertions  ->  (Assertion(text="A ferry sank", relation="entailed", evidence=(…)),)
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from summarizer.calls.ask import ASK_PROMPTS, ask, repair_call, runs_on, wider
from summarizer.calls.call import Answerer, Call, Reply, Stage
from summarizer.calls.flow import Flow
from summarizer.calls.prompts import fence_for, load_prompt
from summarizer.calls.replies import kept_items
from summarizer.calls.schemas import schema_of
from summarizer.calls.stand_ins import corrected, is_overstated, restated_in
from summarizer.calls.task import Scenario, Task
from summarizer.document.numbered_sentences import read_numbered
from summarizer.errors import ReplyMalformed, ReplyTruncated, SummarizerError, halvings_worth
from summarizer.text.span import Span
from summarizer.verification.judging.assertion_reply import (
    Judgements,
    WireAssertion,
    WireClaim,
    WireJudgement,
    read_judgements,
)
from summarizer.verification.judging.pages import Page, page_around
from summarizer.verification.judging.source import Source
from summarizer.verification.verdict import Check, CheckKind

# About 60 tokens an assertion, 2 assertions a claim on average, three times over for languages that need more and for
# judges that explain; at most what nearly every server takes.
_OUTPUT_TOKENS_A_CLAIM: Final = 400
_OUTPUT_TOKENS_BESIDE: Final = 1000
_MAX_OUTPUT_TOKENS: Final = 8000

_FACTS: Final[tuple[CheckKind, ...]] = ("number", "date", "name", "quotation")

JudgePrompt: TypeAlias = Literal["judge.v3", "doubt.v3"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A claim to be judged, where its evidence may stand, what the checks found, and the sentence before it, if any."""

    id: str
    statement: str
    spans: tuple[Span, ...]
    checks: tuple[Check, ...]
    before: str = ""


def judge_assertions(
    questions: Sequence[Question],
    *,
    source: Source,
    stage: Stage,
    call_id: str,
    chunk_id: str = "",
    windows_only: bool = False,
    prompt_id: JudgePrompt = "judge.v3",
    role: Answerer = "main",
) -> Flow[Judgements]:
    """One call about a few claims: each id asked is a key either of `by_claim` or of `unjudged`.

    An answer that cannot be read is repaired once. The claims that an answer left out, repeated or lost to its limit
    are asked again once, together. Where page or claims do not fit the model's context, they are made fewer.

    Args:
        questions: the claims, at most `CLAIMS_PER_CALL`, best of one neighbourhood.
        source: what they are checked against.
        stage: under which stage the call is counted.
        call_id: the call's name in usage and failures.
        chunk_id: the chunk that the claims were drafted from, to be shown whole; "" if they were not.
        windows_only: show the places and their neighbours alone, of a short source too.
        prompt_id: the words to ask with: "judge.v3", or "doubt.v3" for a second review that has to find faults.
        role: which model is to answer.
    """
    spans = [span for question in questions for span in question.spans]
    page = page_around(spans, source=source, chunk_id=chunk_id, windows_only=windows_only)
    form = _Form(page=page, stage=stage, prompt_id=prompt_id, role=role)
    call = form.call(questions, call_id=call_id)
    answer = yield from _answer(call)
    halvings = halvings_worth(answer.error)
    # A short text may have nothing around its places; the same page would be sent again.
    is_wide = bool(halvings) and not windows_only and page != page_around(spans, source=source, windows_only=True)
    smaller = _smaller(questions, call_id=call_id, is_wide=is_wide, halvings=halvings)
    if smaller:
        return (yield from _judge_smaller(smaller, source=source, form=form))
    asked = [question.id for question in questions]
    if answer.error is not None and not isinstance(answer.error, ReplyTruncated):
        return Judgements.none_for(asked, error=answer.error, call=call)
    first = read_judgements(answer.claims, asked=asked, document=source.document, page=page, call=call)
    left = [question for question in questions if question.id not in first.by_claim]
    if not left:
        return first
    second = yield from _judge_again(left, source=source, form=form, call=call, answer=answer)
    return Judgements.merged([replace(first, unjudged={}, failures=()), second])


def _smaller(
    questions: Sequence[Question], *, call_id: str, is_wide: bool, halvings: int
) -> list[tuple[Sequence[Question], str]]:
    """What to ask where a call does not fit the model's context: without what is around it, or half at a time.

    Where nobody knows whether it was too large, what is around it is left out, and no more.
    """
    if halvings and is_wide:
        return [(questions, f"{call_id}:window")]
    if halvings <= 1:
        return []
    half = len(questions) // 2
    return [(questions[:half], f"{call_id}a"), (questions[half:], f"{call_id}b")] if half else []


def _judge_smaller(parts: Sequence[tuple[Sequence[Question], str]], *, source: Source, form: _Form) -> Flow[Judgements]:
    """The claims of a call that did not fit, by calls that may."""
    found: list[Judgements] = []
    for questions, call_id in parts:
        judged = yield from judge_assertions(
            questions,
            source=source,
            stage=form.stage,
            call_id=call_id,
            windows_only=True,
            prompt_id=form.prompt_id,
            role=form.role,
        )
        found.append(judged)
    return Judgements.merged(found)


def _judge_again(
    left: Sequence[Question], *, source: Source, form: _Form, call: Call, answer: _Answer
) -> Flow[Judgements]:
    """The claims that an answer did not bring, asked about once more, with more room where it was cut."""
    ids = [question.id for question in left]
    cut = answer.error if isinstance(answer.error, ReplyTruncated) else None
    if cut is not None and runs_on(cut, kept=answer.claims):
        return Judgements.none_for(ids, error=cut, call=call)
    again = form.call(left, call_id=f"{call.id}:again")
    again = wider(again, cut=cut) if cut else _with_fault(again, than=call, left=ids, claims=answer.claims)
    second = yield from _answer(again)
    if second.error is not None:
        return Judgements.none_for(ids, error=second.error, call=call)
    return read_judgements(second.claims, asked=ids, document=source.document, page=form.page, call=call)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    """What came of a call: the claims in its reply, and what was wrong with it, if anything."""

    claims: Sequence[WireClaim]
    error: SummarizerError | None = None


def _answer(call: Call) -> Flow[_Answer]:
    try:
        return _Answer(claims=(yield from ask(call, shape=WireJudgement)).value.claims)
    except ReplyTruncated as error:
        return _Answer(claims=kept_items(error, key="claims", shape=WireClaim), error=error)
    except SummarizerError as error:
        return _Answer(claims=(), error=error)


def _with_fault(call: Call, *, than: Call, left: Sequence[str], claims: Sequence[WireClaim]) -> Call:
    """The call about the claims left; where those are all, with what was wrong, as the same call has the same reply."""
    if call.messages != than.messages:
        return call
    fault = f"it holds no judgement, or more than one, of these ids: {', '.join(left)}"
    raw = WireJudgement(claims=list(claims)).model_dump_json()
    repair = repair_call(than, ReplyMalformed(fault, raw=raw, fault=fault))
    return replace(repair, id=call.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    """How claims are asked about: over which page, with which words, and of which model."""

    page: Page
    stage: Stage
    prompt_id: JudgePrompt
    role: Answerer

    def call(self, questions: Sequence[Question], *, call_id: str) -> Call:
        """The call about some claims."""
        page, prompt = self.page, load_prompt(self.prompt_id)
        known = {question.statement: question.id for question in questions}
        claims = "\n".join(json.dumps(_as_asked(question, known), ensure_ascii=False) for question in questions)
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
            stage=self.stage,
            messages=messages,
            schema_name="judgement",
            schema=schema_of(WireJudgement, numbers=[unit.number for unit in page.units], ids=ids),
            max_output_tokens=min(_MAX_OUTPUT_TOKENS, _OUTPUT_TOKENS_BESIDE + _OUTPUT_TOKENS_A_CLAIM * len(ids)),
            prompt_id=prompt.id,
            prompt_sha256=prompt.sha256,
            role=self.role,
        )


def _as_asked(question: Question, known: Mapping[str, str]) -> dict[str, object]:
    """A claim as the judge sees it: what code left open is asked, in words, so that the judge looks there.

    Args:
        question: the claim.
        known: the ids of the claims of the call by what they say: one that stands before another is named by it.
    """
    before = {"before": known.get(question.before, question.before)} if question.before else {}
    asked = list(dict.fromkeys(_asked_of(check) for check in question.checks if check.outcome == "question"))
    return {"id": question.id, **before, "claim": question.statement, **({"check": asked} if asked else {})}


def _asked_of(check: Check) -> str:
    """The question that an open check is: where a fact stands, or whether two wordings are the same."""
    if check.kind in _FACTS:
        return f"Which sentence says “{check.item}”, in these or other words?"
    return f"Does the text say “{check.item}” in the same sense?"


def _stand_in(call: Call, scenario: Scenario) -> Reply:
    """A judgement of every claim: all of it entailed, or, where the scenario refuses it here, corrected."""
    prompt_id: JudgePrompt = "doubt.v3" if call.prompt_id == "doubt.v3" else "judge.v3"
    values = load_prompt(prompt_id).values_of(call.messages)
    shown = read_numbered(values["source"])
    judged = []
    for line in values["claims"].split("\n"):
        asked = json.loads(line)
        claim = asked["claim"]
        refused = scenario.refuses(call) and is_overstated(claim)
        found = _stand_in_assertions(claim, shown=shown, refused=refused)
        correction = corrected(claim) if refused else ""
        support = 0 if refused or not found else 100
        judged.append(WireClaim(id=asked["id"], support=support, assertions=found, correction=correction))
    return Reply(text=WireJudgement(claims=judged).model_dump_json())


def _stand_in_assertions(claim: str, *, shown: Mapping[int, str], refused: bool) -> list[WireAssertion]:
    """The claim whole and again in two halves, about as much as a judge lists; none for a title that claims nothing."""
    number = restated_in(claim, shown.items())
    if number is None:
        return []
    middle = len(claim) // 2
    parts = [claim, claim[:middle], claim[middle:]]
    if refused:
        return [WireAssertion(text=part, sentences=[], relation="not_stated") for part in parts]
    return [WireAssertion(text=part, sentences=[number], relation="entailed") for part in parts]


JUDGE_ASSERTIONS: Final = Task(
    stages=("exam", "judge_facts", "judge_summary", "second_look", "judge_claims"),
    prompts=("judge.v3", "doubt.v3"),
    follow_ups=ASK_PROMPTS,
    stand_in=_stand_in,
)
